"""A fault of the disk, or a kill, at each operation of publishing: a whole site stands there, or does after the next
build, which mends the rest."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from conspectus.publish import journal
from made_up_faults import ERRORS, Sites, Wholes, killed, sites, small, tried, wholes

WAYS = {"swapped": sites(), "in place": small()}


@pytest.fixture(params=WAYS.values(), ids=WAYS.keys())
def whole(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Wholes:
    monkeypatch.setattr("conspectus.publish.TICK", 0)
    monkeypatch.setattr("conspectus.publish.disk.flush", lambda folder: None)  # waits for all that others write, too
    way: Sites = request.param
    whole = wholes(tmp_path, way)
    assert whole.operations > 30
    return whole


@pytest.mark.parametrize("error", ["no space left", "Ctrl-C"])
def test_after_a_fault_at_any_operation_a_whole_site_stands_there(whole: Wholes, tmp_path: Path, error: str) -> None:
    step = 1 if error == "no space left" else 3
    faults = (tried(tmp_path, at, ERRORS[error], whole) for at in range(1, whole.operations + 1, step))
    assert [each for each in faults if each] == []


@pytest.mark.skipif(sys.platform != "linux", reason="makes copies of the process")
def test_after_a_kill_at_any_operation_the_site_is_completed(whole: Wholes, tmp_path: Path) -> None:
    kills = (killed(tmp_path, at, whole) for at in range(1, whole.operations + 1))
    assert [each for each in kills if each] == []


@pytest.mark.skipif(sys.platform != "linux", reason="makes copies of the process")
def test_completing_may_be_killed_too(whole: Wholes, tmp_path: Path) -> None:
    last = range(whole.operations * 2 // 3, whole.operations + 1, 5)
    kills = (killed(tmp_path, at, whole, again) for at in last for again in range(8, 80, 17))
    assert [each for each in kills if each] == []


def test_nothing_is_begun_with_a_file_that_vanished(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        journal.begin(tmp_path, tmp_path / "staged", ["index.html"], [])
    assert not (tmp_path / journal.JOURNAL).exists()
