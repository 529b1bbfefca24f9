"""Rules the content is checked by: each is one module, and one name in `diagnostics/rules.py`.

A rule's module has a docstring (its documentation, which `conspectus check --explain` prints), CODE and SEVERITY. Where
it can only be told from the whole survey that a rule is broken, its module has `find(survey)` too; other mistakes are
found by the stage that reads the content, and carried here by its values.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType

from conspectus.diagnostics import RULE_NAMES, Diagnostic, Mistake, Report, RuleName, Severity
from conspectus.model.survey import Survey


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule by its name. Its module is imported when something is asked of it."""

    name: RuleName

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

    def find(self, survey: Survey) -> Iterator[Mistake]:
        """The mistakes only this rule can see; none where the stages report them."""
        look = getattr(self.module, "find", None)
        if look is not None:
            yield from look(survey)


RULES = tuple(map(Rule, RULE_NAMES))
"""All rules, in the order of their codes."""


def check(survey: Survey) -> Report:
    """All that is wrong with a survey: what its values carry, and what the rules find in the whole."""
    return reported([*_carried(survey), *(mistake for rule in RULES for mistake in rule.find(survey))])


def reported(mistakes: Iterable[Mistake]) -> Report:
    """The mistakes with the codes and severities of their rules."""
    rules = {rule.name: rule for rule in RULES}
    return Report.of(
        Diagnostic(rules[mistake.rule].code, rules[mistake.rule].severity, mistake) for mistake in mistakes
    )


def explain(code: str) -> str | None:
    """The documentation of the rule with this code (`T012`) or name; None if there is none."""
    wanted = code.strip().lower()
    for rule in RULES:
        if wanted in (rule.code.lower(), rule.name):
            return f"{rule.severity}[{rule.code}] {rule.name}\n\n{rule.documentation}"
    return None


def _carried(survey: Survey) -> Iterator[Mistake]:
    yield from survey.mistakes
    for reading in survey.readings:
        yield from reading.mistakes
    yield from survey.library.mistakes
    yield from survey.taxonomy.mistakes
    if survey.ledger:
        yield from survey.ledger.mistakes
