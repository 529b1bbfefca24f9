"""The checks of the content: each is one module, and one name in `diagnostics/check_names.py`.

Its module has a docstring (its documentation, which `conspectus check --explain` prints), CODE and SEVERITY. A check
that needs the whole survey has `find(survey)` too, or `find_on_site(survey, site)` where it
asks which pages there are; the mistakes of the others are found by the stage that reads the content, and carried here
by its values.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType

from conspectus.diagnostics import CHECK_NAMES, FORMER, CheckName, Diagnostic, Mistake, Report, Severity
from conspectus.model.site import Site
from conspectus.model.survey import Survey


@dataclass(frozen=True, slots=True)
class Check:
    """A check by its name. Its module is imported when something is asked of it."""

    name: CheckName

    @property
    def module(self) -> ModuleType:
        return import_module(f"{__name__}.{self.name.replace('-', '_')}")

    @property
    def code(self) -> str:
        return str(self.module.CODE)

    @property
    def severity(self) -> Severity:
        return Severity(self.module.SEVERITY)

    @property
    def documentation(self) -> str:
        return inspect.getdoc(self.module) or ""

    def find(self, survey: Survey, site: Site | None = None) -> Iterator[Mistake]:
        """The mistakes only this check can see; none where the stages report them."""
        if hasattr(self.module, "find"):
            yield from self.module.find(survey)
        if site and hasattr(self.module, "find_on_site"):
            yield from self.module.find_on_site(survey, site)


UNREAD = frozenset[CheckName](("unreadable-file", "broken-yaml"))
"""The checks that keep a file, or a part of it, from being read."""

CHECKS = tuple(map(Check, CHECK_NAMES))
"""All checks, in the order of their codes."""


def check(survey: Survey, site: Site | None = None) -> Report:
    """All that is wrong with a survey: what its values carry, and what the checks find in the whole.

    Without the plan of its site, links from page to page are not looked at.
    """
    return reported([*_carried(survey), *(mistake for check in CHECKS for mistake in check.find(survey, site))])


def reported(mistakes: Iterable[Mistake]) -> Report:
    """The mistakes with the codes and severities of their checks."""
    named = {check.name: check for check in CHECKS}
    return Report.of(
        Diagnostic.of(named[mistake.check].code, named[mistake.check].severity, mistake) for mistake in mistakes
    )


def unread(survey: Survey) -> tuple[str, ...]:
    """The files of which a survey knows nothing, or not all, because they cannot be read; to most who look something up
    that is as if it were not there."""
    names = (mistake.span.file for mistake in _carried(survey) if mistake.check in UNREAD)
    return tuple(sorted(set(names)))


def explain(code: str) -> str | None:
    """The documentation of the check with this code (`T012`) or name, present or former; None if there is none."""
    wanted = code.strip().lower()
    wanted = FORMER.get(wanted, wanted)
    for check in CHECKS:
        if wanted in (check.code.lower(), check.name):
            return f"{check.severity}[{check.code}] {check.name}\n\n{check.documentation}"
    return None


def _carried(survey: Survey) -> Iterator[Mistake]:
    yield from survey.mistakes
    for reading in survey.readings:
        yield from reading.mistakes
    yield from survey.library.mistakes
    yield from survey.taxonomy.mistakes
    for image in survey.images:
        yield from image.mistakes
    if survey.ledger:
        yield from survey.ledger.mistakes
