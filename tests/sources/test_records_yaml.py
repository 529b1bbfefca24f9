"""All records here are made up."""

from __future__ import annotations

import pytest

from conspectus.diagnostics import Span
from conspectus.model.paper import Authority, Reading, Source
from conspectus.model.people import Authors, Person
from conspectus.model.when import Date
from conspectus.model.work import Link, Named, Work
from conspectus.sources import records_yaml
from conspectus.text import Text

PATH = "content/papers/mine.yaml"

WHOLE = """\
- id: snapkv
  title: "SnapKV: LLM Knows  What You are Looking for"
  authors: [Ada van Beek, "Lovelace, Ada", "{Qwen Team}", et al.]
  date: 2024-04-22
  arxiv: 2404.14469v2
  doi: https://doi.org/10.1145/ABC.1
  venue: NeurIPS 2024
  kind: paper-conference
  organization: tsinghua
  subject: CV
  score: 94.2
  comments: 3
  code: yes
  volume: 37
  issue: 2
  pages: 1--10
  publisher: Nobody
  keywords: kv cache, eviction
  urls:
    - code: https://github.com/a/b
    - https://a.github.io/b/
    - {kind: video, url: "https://youtu.be/x"}
  listed: [daily]
  summary: |
    Two lines
    of *Markdown*.
  abstract: Nothing much.
  facts: {speedup: 3.6x, training_free: true, context: 128000}
  place: {topic: [kv-eviction], hardware: gpu}
  was: [snap-kv]
"""


def parse(text: str) -> Reading:
    return records_yaml.parse(Source(PATH, text.encode(), "d"))


def wrong(text: str) -> list[tuple[str, int, int, int]]:
    """The check, line, column and width of each mistake."""
    found = parse(text).mistakes
    return [(m.check, m.span.line, m.span.column, m.span.width) for m in found]


def test_a_whole_record_is_read() -> None:
    reading = parse(WHOLE)
    assert reading.mistakes == ()
    (record,) = reading.records
    assert (record.id, record.authority, record.span) == ("snapkv", Authority.CURATOR, Span(PATH, 1, 7, 6))
    assert record.work == Work(
        title=Text("SnapKV: LLM Knows What You are Looking for"),
        authors=Authors((Person("van Beek", "Ada"), Person("Lovelace", "Ada"), Person("Qwen Team")), others=True),
        date=Date(2024, 4, 22),
        arxiv="2404.14469",
        doi="10.1145/abc.1",
        venue="NeurIPS 2024",
        kind="paper-conference",
        organization="tsinghua",
        subject="CV",
        score=94.2,
        comments=3,
        code=True,
        volume="37",
        issue="2",
        pages="1--10",
        publisher="Nobody",
        keywords=("kv cache", "eviction"),
        urls=(
            Link("code", "https://github.com/a/b"),
            Link("project", "https://a.github.io/b/"),
            Link("video", "https://youtu.be/x"),
        ),
        listed=("daily",),
        summary="Two lines\nof *Markdown*.",
        abstract=Text("Nothing much."),
        facts=(("speedup", "3.6x"), ("training_free", True), ("context", 128000)),
        place=(
            ("topic", (Named("kv-eviction", Span(PATH, 29, 19, 11), Span(PATH, 29, 11, 5)),)),
            ("hardware", (Named("gpu", Span(PATH, 29, 43, 3), Span(PATH, 29, 33, 8)),)),
        ),
        was=("snap-kv",),
    )


def test_the_doi_of_a_preprint_is_its_arxiv_id() -> None:
    (record,) = parse("- {title: A, doi: 10.48550/arXiv.2404.14469}").records
    assert (record.work.arxiv, record.work.doi) == ("2404.14469", None)


@pytest.mark.parametrize("text", ["A and B C", "A; B C", "[A, B C]", "{x: 1}"])
def test_authors_are_a_list_or_one_text(text: str) -> None:
    reading = parse(f"- title: T\n  authors: {text}\n")
    if "x" in text:
        assert [m.check for m in reading.mistakes] == ["bad-value"]
    else:
        assert reading.records[0].work.authors == Authors((Person("A"), Person("C", "B")))


def test_three_full_names_between_commas_are_three_authors() -> None:
    (record,) = parse("- {title: T, authors: 'Ada Bee, Bob Cee, Cy Dee'}").records
    assert record.work.authors and [p.name for p in record.work.authors.people] == ["Ada Bee", "Bob Cee", "Cy Dee"]


def test_words_that_yaml_takes_for_something_else_stay_words() -> None:
    (record,) = parse("- {title: 1984, venue: yes, volume: 007, authors: [No]}").records
    assert (record.work.title, record.work.venue, record.work.volume) == (Text("1984"), "yes", "007")


def test_what_is_left_empty_is_unknown() -> None:
    reading = parse("- {title: T, date: , arxiv: ~, score: null, code: , facts: , place: , urls: }")
    assert reading.mistakes == ()
    assert reading.records[0].work == Work(title=Text("T"))


@pytest.mark.parametrize(
    ("line", "check", "column", "help"),
    [
        ("titel: x", "unknown-key", 3, "did you mean `title`?"),
        ("year: 2024", "unknown-key", 3, "did you mean `date`?"),
        ("date: May 2024", "bad-date", 9, "write it as 2024, 2024-04 or 2024-04-22"),
        ("date: 2024-02-30", "bad-date", 9, "write it as 2024, 2024-04 or 2024-04-22"),
        ("arxiv: 2404.1", "bad-identifier", 10, 'write it as "2404.14469" or hep-th/9901001, in quotes'),
        ("doi: 11.1/x", "bad-identifier", 8, "a DOI begins with 10. and has a slash: 10.1145/3731569.3764808"),
        ("id: a/b", "bad-identifier", 7, "letters, digits, hyphens and dots only: `a-b`"),
        ("was: [ok, ../x]", "bad-identifier", 13, "letters, digits, hyphens and dots only: `x`"),
        ("urls: [javascript:x]", "bad-link", 10, "only http"),
        ("urls: {cod: 'https://x.org'}", "bad-value", 10, "did you mean `code`?"),
        ("kind: article-jurnal", "bad-value", 9, "did you mean `article-journal`?"),
        ("score: many", "bad-value", 10, ""),
        ("comments: -1", "bad-value", 13, ""),
        ("code: maybe", "bad-value", 9, ""),
        ("place: kv", "bad-value", 10, "a mapping"),
        ("facts: {a: [1]}", "bad-value", 14, ""),
        ("venue: [a]", "bad-value", 10, "write it on one line"),
    ],
)
def test_a_mistake_stands_where_it_is_written(line: str, check: str, column: int, help: str) -> None:
    reading = parse(f"- title: T\n  {line}\n")
    (mistake,) = reading.mistakes
    assert (mistake.check, mistake.span.line, mistake.span.column) == (check, 2, column)
    assert mistake.help.startswith(help)
    assert reading.records[0].work.title == Text("T"), "the rest of the record is kept"


def test_all_mistakes_come_in_one_run() -> None:
    assert wrong("- titel: T\n  date: x\n- just text\n- id: a b\n") == [
        ("unknown-key", 1, 3, 5),
        ("bad-date", 2, 9, 1),
        ("bad-value", 3, 3, 9),
        ("bad-identifier", 4, 7, 3),
    ]


def test_a_file_of_something_else_has_no_records() -> None:
    assert wrong("title: T\n")[0][0] == "bad-value"
    assert wrong("- title: [T\n")[0][0] == "broken-yaml"
    assert parse("") == Reading(PATH, records_yaml.NAME)
    assert parse("# nothing yet\n").records == ()


def test_control_characters_do_not_come_through() -> None:
    (record,) = parse('- {title: "a\\u0007b\\uFFFFc", summary: "x\\n\\u0001y"}').records
    assert record.work.title == Text("a b c")
    assert record.work.summary == "x\n y"
