"""Lines of lists of which a part was lost: all of them is read, or the line is listed once. All samples are made up."""

from __future__ import annotations

import pytest

from conspectus import sources
from conspectus.cache import Cache
from conspectus.model.paper import Reading, Source

PAPER = "https://arxiv.org/abs/2404.00016"
ARXIV = "2404.00016"

LINES = {
    # one author with initials, and short titles in quotes
    "J. Frost. Waxing half of the moon. arXiv:1901.00021, 2019.":
        ("Waxing half of the moon", ["J. Frost"], None, "2019", "1901.00021"),
    "J. Frost. Waxing half of the moon. Nature, 2019.":
        ("Waxing half of the moon", ["J. Frost"], "Nature", "2019", None),
    'Frost, John, and Anna Snow. "Waxing on." Journal of Wax 13 (2020): 10-19.':
        ("Waxing on", ["John Frost", "Anna Snow"], "Journal of Wax", "2020", None),
    # the paper behind its authors or its venue
    f"Lamps of the Night: Oil Flights. [Frost et al.]({PAPER}) 2024":
        ("Lamps of the Night: Oil Flights", ["Frost"], None, "2024", ARXIV),
    f"Lamps of the Night, [A. Frost, B. Snow]({PAPER}), 2024":
        ("Lamps of the Night", ["A. Frost", "B. Snow"], None, "2024", ARXIV),
    f"Lamps of the Night [Frost et al.]({PAPER})":
        ("Lamps of the Night", ["Frost"], None, None, ARXIV),
    f"Lamps of the Night: Oil Flights [Nature 2024]({PAPER})":
        ("Lamps of the Night: Oil Flights", [], "Nature", "2024", ARXIV),
    # a subtitle with a period, and a sentence on what something is
    f"**LampTrack**: Long-Term Tracking of Single Lamps. [arXiv]({PAPER})":
        ("LampTrack: Long-Term Tracking of Single Lamps", [], None, None, ARXIV),
    f"[LampTrack]({PAPER}): Long-Term Tracking of Single Lamps. [code](https://github.com/frost/lamps)":
        ("LampTrack: Long-Term Tracking of Single Lamps", [], None, None, ARXIV),
    f"**LampTrack**: Our tool tracks lamps. [arXiv]({PAPER})": ("LampTrack", [], None, None, ARXIV),
}  # fmt: skip


def parse(line: str) -> Reading:
    others = (
        "- [Oil of Olden Times](https://arxiv.org/abs/2404.00017)\n- [Wicks of Wool](https://arxiv.org/abs/2404.00018)"
    )
    return sources.parse(Source("README.md", f"## Oil\n\n{others}\n- {line}\n".encode(), "d"), Cache(None))


@pytest.mark.parametrize("line", LINES)
def test_a_line_is_read_whole(line: str) -> None:
    reading = parse(line)
    assert not reading.dropped
    work = reading.records[-1].work
    told = (work.venue, work.date and str(work.date), work.arxiv)
    assert (work.title and work.title.source, [one.name for one in work.people], *told) == LINES[line]


MEDICAL = {
    "Lamps of the Night. Frost A, Snow BC. J Exp Lamp. 2024;12:1-9. [pdf](<P>)": ("J Exp Lamp", "12", "1-9"),
    "Lamps of the Night. Frost A, Snow BC. J Exp Biol. 2024;12:1-9. <P>": ("J Exp Biol", "12", "1-9"),
    "Lamps of the Night. Frost A, Snow BC. Journal of Lamp Research 12(3):1–9, 2024. <P>":
        ("Journal of Lamp Research", "12", "1-9"),
    "**Lamps of the Night.** Frost A, Snow BC. Journal of Oil 12(3):1–9, 2024. <P>": ("Journal of Oil", "12", "1-9"),
    "[Lamps of the Night](<P>). Frost A, Snow BC. Journal of Lamps, 2024.": ("Journal of Lamps", None, None),
    "[Lamps of the Night](<P>). Frost A, Snow BC, et al. J Exp Biol. 2024;12:1-9.": ("J Exp Biol", "12", "1-9"),
}  # fmt: skip


@pytest.mark.parametrize("line", MEDICAL)
def test_names_behind_a_title_are_read_as_medical_journals_cite(line: str) -> None:
    reading = parse(line.replace("<P>", PAPER))
    assert not reading.dropped
    work = reading.records[-1].work
    assert (work.title and work.title.source, work.arxiv, str(work.date)) == ("Lamps of the Night", ARXIV, "2024")
    assert [one.name for one in work.people] == ["A Frost", "BC Snow"]
    assert bool(work.authors and work.authors.others) == ("et al" in line)
    assert (work.venue, work.volume, work.pages) == MEDICAL[line]


def test_one_such_name_is_read_where_a_volume_follows() -> None:
    work = parse(f"Do Lamps Burn? Frost A. J Lamps. 2024;12:1-9. {PAPER}").records[-1].work
    assert (work.title and work.title.source, [one.name for one in work.people]) == ("Do Lamps Burn?", ["A Frost"])


@pytest.mark.parametrize(
    "line",
    [
        'Frost, John, and Anna Snow. "Waxing." Journal of Wax 13 (2020): 10-19.',
        f"A Study of [LAMP]({PAPER}) and Its Moths",
    ],
)
def test_a_line_that_is_not_read_is_listed_once(line: str) -> None:
    (dropped,) = parse(line).dropped
    assert dropped.span.line == 5
