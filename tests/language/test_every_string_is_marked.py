"""Whatever a reader sees of templates and scripts is marked for translation: none of it is bare English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import jinja2
import pytest

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
PAGES = sorted(path for path in TEMPLATES.rglob("*.html") if "preview" not in path.parts)
SCRIPTS = sorted((TEMPLATES / "assets" / "js").glob("*.js"))

ENVIRONMENT = jinja2.Environment(extensions=["jinja2.ext.i18n"])  # noqa: S701 - nothing is rendered

SHOWN = re.compile(r"""\b(?:aria-label|alt|label|placeholder|title)="([^"]*)""")
"""The attributes that people read or hear."""

NAMES = frozenset("arXiv Atom BibTeX CSL-JSON CSV DOI Esc HTML JSON JSON-LD Markdown ORCID PDF RIS YAML".split())
"""What is called so in every language."""


def unmarked(template: str) -> Iterator[str]:
    """The words of a template that stand in no `{% trans %}` and no call."""
    inside = False
    text = ""
    tokens = list(ENVIRONMENT.lex(template))
    for position, (_, kind, value) in enumerate(tokens):
        if kind == "block_begin":
            name = next(word for _, other, word in tokens[position + 1 :] if other == "name")
            inside = name == "trans" or (inside and name != "endtrans")
            text += "\x00"
        elif kind == "data":
            text += "\x00" if inside else value
        elif kind == "variable_begin":
            text += "\x00"
    text = re.sub(r"<(script|style)\b.*?</\1>", "", text, flags=re.DOTALL)
    seen = [*SHOWN.findall(text), *re.sub(r"<[^>]*>", "\n", text).split("\n")]
    for piece in seen:
        words = re.findall(r"[^\W\d_][\w’'-]*", re.sub(r"&\w+;", "", piece))
        if any(len(word) > 1 and word not in NAMES for word in words) and not piece.strip("\x00").startswith(" data-"):
            yield re.sub("\x00+", "…", piece).strip()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(TEMPLATES).as_posix())
def test_templates_have_no_unmarked_words(path: Path) -> None:
    assert not list(unmarked(path.read_text("utf-8")))


def test_unmarked_words_are_found() -> None:
    text = '<p>Save {{ n }}{% trans %}Filter{% endtrans %}<b title="Close {{ x }}">×</b> {{ gettext("Sort") }} PDF</p>'
    assert list(unmarked(text)) == ["Close …", "Save …"]


LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`')
IN_A_CALL = re.compile(r'\b[np]?gettext\(\s*(?:"(?:[^"\\]|\\.)*",\s*)?$')

MACHINE = re.compile(r"[\[\]#<>=;{}/\\]|\.\w|::|^\((?:min|max)-|^conspectus |^(?:in|its) \x00$")
"""What selectors, addresses, markup, media queries and keys have in them, and sentences have not."""

PROSE = re.compile(r"[A-Z][a-z]+ [a-z]|[a-z]+ [a-z]+ [a-z]+|[a-z] ?[.!?…]$|[a-z]: ")


def sentences(script: str) -> Iterator[str]:
    """The literals of a script that read like something people are told, and are not given to a translation."""
    code = re.sub(r"^\s*//.*$", "", script, flags=re.MULTILINE)
    for found in LITERAL.finditer(code):
        text = found[1] if found[1] is not None else re.sub(r"\$\{[^}]*\}", "\x00", found[2])
        told = PROSE.search(text.replace("\x00", "x")) and re.search("[a-z]{2}", text) and not MACHINE.search(text)
        if told and not IN_A_CALL.search(code[: found.start()]):
            yield text.replace("\x00", "…")


WORD_LISTS = {"words.js": 3}
"""Lists of words, which are data: what says nothing in a question."""


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_scripts_have_no_unmarked_sentences(path: Path) -> None:
    assert list(sentences(path.read_text("utf-8")))[WORD_LISTS.get(path.name, 0) :] == []


def test_unmarked_sentences_are_found() -> None:
    text = 'say("Your list is empty."); find(".card a"); say(gettext("Saved in %(a)s now", { a })); '
    text += "add(`No ${x} here now`);"
    assert list(sentences(text)) == ["Your list is empty.", "No … here now"]
