"""Files that nothing reads, and what to do with them; what papers lack; and names that were meant."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from conspectus.files import Files
from conspectus.model.people import Authors, Person
from conspectus.project import Project


@pytest.mark.parametrize(
    ("name", "help"),
    [
        ("library.bib", "move it to content/papers/"),
        ("survey.yml", "rename it to survey.yaml"),
        ("citation-keys.yml", "rename it to citation-keys.yaml"),
        (
            "topic.yml",
            "move it to content/taxonomy/topic.yaml if it has categories, to content/papers/ if it has papers",
        ),
        ("history.md", "move it to content/pages/history.md"),
        ("wick.markdown", "move it to content/notes/wick.md"),
        ("lamp.png", "move it to content/images/"),
        ("pages/about.txt", "write it in Markdown, and name it about.md"),
        ("pages/lamp.png", "move it to content/images/"),
        ("taxonomy/library.ris", "move it to content/papers/"),
        ("taxonomy/topic.json", "write its categories in YAML, in topic.yaml"),
        ("images/lamp.tiff", "export it as PNG, JPEG, WebP or SVG"),
        ("paper/library.bib", "rename the folder to content/papers/"),
        ("x/y.bib", "the folders are papers, taxonomy, pages, notes, images, locale, imported"),
        ("notes/lamp.xyz", "move it out of content/"),
    ],
)
def test_a_file_that_nothing_reads_is_reported_with_where_it_belongs(made: Any, name: str, help: str) -> None:
    survey = replace(made.survey([made.paper("wick")]), unread=(f"content/{name}",))
    (mistake,) = made.found("misplaced-file", survey)
    assert (mistake.span.file, mistake.help) == (f"content/{name}", help)


def test_a_readme_and_files_of_imports_and_translations_are_left_alone(made: Any) -> None:
    names = ("README.md", "papers/LICENSE", "imported/library.bib", "locale/de.mo")
    assert made.found("misplaced-file", replace(made.survey(), unread=tuple(f"content/{name}" for name in names))) == []


def test_the_files_that_nothing_reads_are_known(survey: Project) -> None:
    content = survey.root / "content"
    for name in ("library.bib", ".hidden.bib", "pages/about.txt", "papers/more.bib"):
        (content / name).write_text("")
    assert Files.of(survey).unread == ("content/library.bib", "content/pages/about.txt")


def test_many_unclassified_papers_are_one_note(made: Any) -> None:
    papers = [made.paper(f"p{number}", 20 - number) for number in range(8)]
    (mistake,) = made.found("unclassified-paper", made.survey(papers, [made.facet("topic", made.category("lenses"))]))
    assert mistake.message == "8 papers are in no category of topic: `p7`, `p6`, `p5`, `p4` and 4 more"
    assert mistake.span.line == 13


def test_papers_without_authors_are_one_note_that_says_how_to_fill_them(made: Any) -> None:
    known = Authors((Person("Ada Lampe"),))
    papers = [
        made.paper("wick", doi="10.1145/1.1", authors=known),
        made.paper("bell", 3),
        made.paper("tide", 9, arxiv="2311.00001"),
        made.paper("valve", 12, doi="10.1145/1.2"),
    ]
    (mistake,) = made.found("missing-authors", made.survey(papers))
    assert mistake.message == "2 papers with an arXiv id or a DOI have no authors: `tide` and `valve`"
    assert mistake.span.line == 9


def test_a_category_is_known_by_its_title_and_a_paper_by_how_its_id_begins(made: Any) -> None:
    lenses = made.category("lenses", 15, papers=made.refs("content/taxonomy/topic.yaml", 9, "trimming"))
    lenses = replace(lenses, title="Ground glass")
    place = (("topic", made.refs("content/papers/lamps.yaml", 2, "ground glass")),)
    survey = made.survey([made.paper("trimming-the-wick-by-hand", place=place)], [made.facet("topic", lenses)])
    (category,) = made.found("unknown-category", survey)
    assert category.help == "that is a title; write the id `lenses` (content/taxonomy/topic.yaml:15)"
    (paper,) = made.found("unknown-paper", survey)
    assert paper.help.startswith("did you mean `trimming-the-wick-by-hand`")


def test_a_broken_rule_or_an_unknown_paper_is_no_empty_category_too(survey: Project) -> None:
    from conspectus.cache import Cache
    from conspectus.pipeline import compile

    (survey.root / "content" / "taxonomy" / "fuel.yaml").write_text(
        "facet: fuel\ncategories:\n  - {id: gas, match: {any: [/gas(light/]}}\n  - {id: oil, papers: [wikc]}\n"
    )
    report = compile(survey, Cache(None)).report.without_notes()
    assert [each.check for each in report.diagnostics if each.span.file.endswith("fuel.yaml")] == [
        "broken-regex",
        "unknown-paper",
    ]
