"""What an import is said to bring, on a library made up by hand."""

from __future__ import annotations

from conspectus.commands import intake
from conspectus.diagnostics import Span
from conspectus.model.paper import Alike, Authority, Dropped, Library, Merge, Paper, Reading, Record
from conspectus.model.work import Work
from conspectus.text import Text


def record(file: str, line: int, title: str) -> Record:
    return Record(Work(title=Text(title)), Span(file, line), Authority.LISTING)


def paper(id: str, *records: Record) -> Paper:
    return Paper(id, records[0].work, records, {})


OLD = record("content/papers/a.yaml", 1, "Lamp")
SAME = record("new.txt", 1, "Lamp")
WICK = record("new.txt", 5, "Wick")
AGAIN = record("new.txt", 9, "Wick")
LATER = record("later.txt", 1, "Wick")
READING = Reading("new.txt", "daily listing", (SAME, WICK, AGAIN), remarks=("the year is known from its head",))
BEFORE = Library((paper("lamp", OLD),))
AFTER = Library(
    (paper("lamp", OLD, SAME), paper("wick", WICK, AGAIN, LATER)),
    merges=(
        Merge("lamp", "title", "lamp", (OLD.span, SAME.span)),
        Merge("wick", "doi", "10.99999/wick", (WICK.span, AGAIN.span)),
    ),
    apart=(Alike("lamp", "wick", "both burn"),),
    dropped=(Dropped("", Span("new.txt", 7), "it has no title"), Dropped("", Span("content/papers/a.yaml", 7), "old")),
)


def report() -> list[str]:
    brought = next(intake.account(BEFORE, AFTER, [READING, Reading("later.txt", "daily listing", (LATER,))]))
    return list(intake.lines(brought))


def test_the_head_counts_everything() -> None:
    assert report()[0] == (
        "new.txt: read 3 records (daily listing): 1 new, 1 merged with present papers, 1 repeated in the file, "
        "1 near-duplicate, 1 dropped"
    )


def test_columns_that_are_not_read_are_named() -> None:
    names = ("Price, net", *(f"Column {number}" for number in range(2, 11)))
    reading = Reading("papers.csv", "table", unread_columns=names)
    _, told = intake.lines(intake.Intake(reading, (), (), (), ()))
    assert told == (
        "  remark   10 columns not read: `Price, net`, `Column 2`, `Column 3`, `Column 4`, `Column 5`, `Column 6`, "
        "`Column 7`, `Column 8` and 2 more; to have one read, say in survey.yaml what it is, such as "
        '`import_columns: {"Price, net": keywords}`'
    )


def test_each_line_says_what_and_why() -> None:
    assert report()[1:] == [
        "  remark   the year is known from its head",
        "  new      wick: Wick",
        "  merged   Lamp with lamp (content/papers/a.yaml:1:1) by title lamp",
        "  merged   Wick with wick (new.txt:5:1, later.txt:1:1) by DOI 10.99999/wick",
        "  similar  lamp and wick: both burn; not merged",
        "  dropped  a record without a title (new.txt:7:1): it has no title",
    ]


def test_what_a_file_named_before_it_brought_is_not_new_again() -> None:
    later = list(intake.account(BEFORE, AFTER, [READING, Reading("later.txt", "daily listing", (LATER,))]))[1]
    assert (later.new, [met.known for met in later.met]) == ((), [True])


def test_an_id_that_changes_is_told() -> None:
    after = Library((paper("brighter-lamp", OLD, SAME),))
    assert list(intake.renamed(BEFORE, after)) == [("lamp", "brighter-lamp")]
    assert list(intake.renamed(BEFORE, AFTER)) == []
