"""Files are saved whole or not at all, and through no link that leads out of the survey."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from conspectus.saving import save


def test_a_file_and_its_folders_are_written(tmp_path: Path) -> None:
    save(tmp_path / "a/b/lamps.yaml", b"wick", tmp_path)
    assert (tmp_path / "a/b/lamps.yaml").read_bytes() == b"wick"
    assert [path.name for path in (tmp_path / "a/b").iterdir()] == ["lamps.yaml"]


def test_a_file_keeps_its_permissions(tmp_path: Path) -> None:
    file = tmp_path / "lamps.yaml"
    file.write_bytes(b"oil")
    file.chmod(0o640)
    save(file, b"wick")
    assert stat.S_IMODE(file.stat().st_mode) == 0o640 or sys.platform == "win32"


@pytest.mark.parametrize("made", ["file", "folder"])
def test_a_link_that_leads_out_is_not_written_through(tmp_path: Path, made: str) -> None:
    survey, elsewhere = tmp_path / "survey", tmp_path / "elsewhere"
    survey.mkdir()
    elsewhere.mkdir()
    (elsewhere / "lamps.yaml").write_bytes(b"ten years of work")
    if made == "file":
        (survey / "lamps.yaml").symlink_to(elsewhere / "lamps.yaml")
    else:
        (survey / "content").symlink_to(elsewhere)
    path = survey / "lamps.yaml" if made == "file" else survey / "content/lamps.yaml"
    with pytest.raises(OSError, match="leads out"):
        save(path, b"wick", survey)
    assert (elsewhere / "lamps.yaml").read_bytes() == b"ten years of work"
    assert [path.name for path in (elsewhere).iterdir()] == ["lamps.yaml"]


def test_a_link_within_the_survey_is_followed(tmp_path: Path) -> None:
    (tmp_path / "lamps.yaml").symlink_to(tmp_path / "other.yaml")
    save(tmp_path / "lamps.yaml", b"wick", tmp_path)
    assert (tmp_path / "lamps.yaml").is_symlink()
    assert (tmp_path / "other.yaml").read_bytes() == b"wick"


@pytest.mark.skipif(sys.platform == "win32", reason="has no limit on the size of files")
def test_what_was_there_stays_where_the_disk_refuses(tmp_path: Path) -> None:
    import resource

    file = tmp_path / "lamps.yaml"
    file.write_bytes(b"oil")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1024, limits[1]))
    try:
        with pytest.raises(OSError, match="too large"):
            save(file, b"x" * 5000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert file.read_bytes() == b"oil"
    assert [path.name for path in (tmp_path).iterdir()] == ["lamps.yaml"]
