"""The files of a new survey."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import jinja2

from conspectus import language
from conspectus.model.taxonomy import MAIN_FACET, facet_title
from conspectus.scaffolding.origin import Origin
from conspectus.scaffolding.wheel import wheel
from conspectus.yaml_edit import styles

STARTER = Path(__file__).parents[1] / "starter"
HIDDEN = "dot-"
"""Stands for a leading dot in the names of the starter's files, so that no tool reads them as its own settings."""

TEMPLATE = ".jinja"
"""What the names of those end with whose words are in the survey's language."""

EXAMPLES = "content/"
"""The starter's examples, which a survey of one's own does without."""

WORKFLOW, WHEELS, IGNORED = ".github/workflows/survey.yml", ".github/wheels", ".gitignore"

USES, REQUIREMENT = b"{{workflow}}", b"{{requirement}}"
"""What stands in the other files of the starter for how the survey installs Conspectus."""

SETTINGS = """\
# yaml-language-server: $schema=.schemas/survey.schema.json
title: {title}
language: {language}
# tagline: One line below the title
# author: Who keeps the survey
"""

FACET = """\
# yaml-language-server: $schema=../.schemas/taxonomy.schema.json
# Order here is order on the site. `match` proposes papers; `papers` and `except` override it. A category:
#
#   - id: kv-cache
#     title: KV-cache compression
#     match:
#       any:
#         - kv cache
#     papers:
#       - snapkv
facet: {id}
title: {title}
categories: []
"""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a new survey is to be: its title, its language, its facets besides the main one, and its repository.

    With `is_example`, it has the starter's example papers, taxonomy and title. Without `has_main`, the main facet is
    written by somebody else.
    """

    title: str
    language: str = "en"
    facets: tuple[str, ...] = ()
    repository: str = ""
    is_example: bool = False
    has_main: bool = True


def files(plan: Plan, origin: Origin) -> Iterator[tuple[str, bytes]]:
    """The survey's files: their paths in its folder, and their bytes."""
    name, data = ("", b"") if origin.requirement else wheel()
    if data:
        yield f"{WHEELS}/{name}", data
        yield f"{WHEELS}/SHA256SUMS", f"{hashlib.sha256(data).hexdigest()}  {name}\n".encode()
    values = {
        USES: origin.workflow or f"./{WORKFLOW}",
        REQUIREMENT: origin.requirement or f"./{WHEELS}/{name}",
    }
    for path, text in _starter(plan):
        is_needed = plan.is_example or not path.startswith(EXAMPLES)
        if is_needed and not (path == WORKFLOW and origin.workflow):
            for placeholder, value in values.items():
                text = text.replace(placeholder, value.encode())
            yield path, _with_repository(text, plan) if path == "content/survey.yaml" else text
    if not plan.is_example:
        yield from _content(plan)


def names() -> list[str]:
    """The paths of the starter's files in a survey's folder."""
    return [name for name, _ in _starter(Plan(""))]


def _starter(plan: Plan) -> Iterator[tuple[str, bytes]]:
    templates = _templates(plan.language)
    for path in sorted(STARTER.rglob("*")):
        if path.is_file():
            parts = path.relative_to(STARTER).parts
            name = "/".join(f".{part.removeprefix(HIDDEN)}" if part.startswith(HIDDEN) else part for part in parts)
            if name.endswith(TEMPLATE):
                text = templates.from_string(path.read_text("utf-8")).render(title=plan.title)
                yield name.removesuffix(TEMPLATE), text.encode()
            else:
                yield name, path.read_bytes()


def _templates(tag: str) -> jinja2.Environment:
    """What fills in templates of Markdown and YAML in a language, as far as Conspectus is translated into it."""
    made = jinja2.Environment(  # noqa: S701 - nothing is HTML
        extensions=["jinja2.ext.i18n"], keep_trailing_newline=True, undefined=jinja2.StrictUndefined
    )
    form = partial(language.load(tag)[0].form, "")
    made.policies["ext.i18n.trimmed"] = True
    made.install_gettext_callables(form, form, newstyle=True)  # type: ignore[attr-defined]
    made.filters["yaml"] = styles.inline
    return made


def _content(plan: Plan) -> Iterator[tuple[str, bytes]]:
    """The settings, and facets without categories."""
    settings = SETTINGS.format(title=styles.inline(plan.title), language=plan.language)
    yield "content/survey.yaml", _with_repository(settings.encode(), plan)
    for facet in (*([MAIN_FACET] if plan.has_main else []), *plan.facets):
        title = styles.inline(facet_title(facet, language.load(plan.language)[0]))
        yield f"content/taxonomy/{facet}.yaml", FACET.format(id=facet, title=title).encode()


def _with_repository(settings: bytes, plan: Plan) -> bytes:
    return settings + f"repository: {plan.repository}\n".encode() if plan.repository else settings


def ignoring(present: bytes, wanted: bytes) -> bytes:
    """A .gitignore with those of the wanted lines that it lacks added at its end."""
    lines = [line for line in wanted.splitlines() if line not in present.splitlines()]
    between = b"\n" if present and not present.endswith(b"\n") else b""
    return present + between + b"".join(line + b"\n" for line in lines)
