"""A fault of the disk at each operation of publishing: a whole site stands there, and the next build mends the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from made_up_faults import ERRORS, tried, wholes


@pytest.mark.parametrize("error", ["no space left", "Ctrl-C"])
def test_after_a_fault_at_any_operation_a_whole_site_stands_there(
    tmp_path: Path, error: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("conspectus.publish.TICK", 0)
    monkeypatch.setattr("conspectus.publish.disk.flush", lambda folder: None)  # waits for all that others write, too
    first, last, operations = wholes(tmp_path)
    assert operations > 30
    faults = (
        tried(tmp_path, at, ERRORS[error], first, last)
        for at in range(1, operations + 1, 1 if error == "no space left" else 3)
    )
    assert [each for each in faults if each] == []
