"""Entries of one title, without keys and identifiers: each keeps its address. All papers here are made up."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from itertools import permutations
from pathlib import Path

import pytest
from click.testing import Result

from conspectus.project import Project
from made_up_library import papers

Run = Callable[..., Result]
Entry = tuple[str, str, int]

OLD: list[Entry] = [("Editorial", "Wick", 1999), ("Editorial", "Oil", 2000), ("Editorial", "Wick", 2001)]
OTHERS: list[Entry] = [("Lamps in Halls", "Flame", 2001), ("Lamps in Caves", "Soot", 2002)]


def ris(entries: Sequence[Entry]) -> str:
    return "".join(f"TY  - JOUR\nTI  - {t}\nAU  - {a}, Ada\nPY  - {y}\nER  - \n\n" for t, a, y in entries)


def csl(entries: Sequence[Entry]) -> str:
    items = [
        {"type": "book", "title": t, "author": [{"family": a, "given": "Ada"}], "issued": {"date-parts": [[y]]}}
        for t, a, y in entries
    ]
    return json.dumps(items, indent=1)


def addresses(survey: Project) -> dict[Entry, str]:
    """The id of each paper that is one of ours."""
    found = {}
    for id, paper in papers(survey).items():
        if paper.work.people and paper.work.date:
            found[paper.title.as_text(), paper.work.people[0].family, paper.work.date.year] = id
    return found


@pytest.mark.parametrize("written", [ris, csl])
@pytest.mark.parametrize("left", [[0], [1], [2], [0, 1], [2, 0], [2, 1], [1, 0, 2], [2, 1, 0]])
@pytest.mark.parametrize("prune", [False, True])
def test_an_address_stays_when_others_of_the_title_go(
    run: Run, survey: Project, export: Path, written: Callable[[Sequence[Entry]], str], left: list[int], prune: bool
) -> None:
    file = export.with_name(f"journal.{written.__name__}")
    file.write_text(written([*OLD, *OTHERS]))
    run("import", file)
    before = addresses(survey)
    assert len({before[entry] for entry in OLD}) == 3
    now = [*OTHERS, *(OLD[n] for n in left)]
    file.write_text(written(now))
    report = run("import", file, *(["--prune"] if prune else [])).stdout
    assert "changed" not in report.replace("0 changed", "")
    assert report.count("pruned  " if prune else "missing  ") == 3 - len(left)
    after = addresses(survey)
    assert {entry: after.get(entry) for entry in now} == {entry: before[entry] for entry in now}
    assert prune or {entry: after.get(entry) for entry in OLD} == {entry: before[entry] for entry in OLD}


def test_an_address_stays_in_a_file_that_is_written_in_place(run: Run, survey: Project, export: Path) -> None:
    file = survey.papers / "journal.ris"
    file.write_text(ris([*OLD, *OTHERS]))
    run("import", file)
    before = addresses(survey)
    for entries in permutations(OLD, 2):
        file.write_text(ris(entries))
        assert {entry: addresses(survey)[entry] for entry in entries} == {entry: before[entry] for entry in entries}


def test_a_new_work_of_a_title_is_new(run: Run, survey: Project, export: Path) -> None:
    file = export.with_name("journal.ris")
    file.write_text(ris([*OLD[:1], *OTHERS]))
    run("import", file)
    before = addresses(survey)
    file.write_text(ris([*OTHERS, ("Editorial", "Soot", 2010)]))
    assert "1 new entry, 0 changed, 1 missing" in run("import", file).stdout
    after = addresses(survey)
    assert after[OLD[0]] == before[OLD[0]] != after["Editorial", "Soot", 2010]


def test_a_corrected_year_keeps_the_address(run: Run, survey: Project, export: Path) -> None:
    file = export.with_name("journal.ris")
    file.write_text(ris([*OLD[:2], *OTHERS]))
    run("import", file)
    before = addresses(survey)
    file.write_text(ris([("Editorial", "Wick", 1998), *OTHERS, OLD[1]]))
    run("import", file)
    after = addresses(survey)
    assert (after["Editorial", "Wick", 1998], after[OLD[1]]) == (before[OLD[0]], before[OLD[1]])
