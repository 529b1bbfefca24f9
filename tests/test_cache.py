"""Values kept between runs: found again, made anew when lost or damaged, and never anybody else's."""

from __future__ import annotations

import hashlib
import logging
import os
import tomllib
from pathlib import Path

import pytest

from conspectus import cache as module
from conspectus.cache import Cache, default_folder
from conspectus.model.paper import Reading, Source
from conspectus.sources import parse
from made_up_formats import SAMPLES

LAMPS = """
- id: wick
  title: Trimming the $w$ick
  authors: [Ada Wick, "Wick, Jr., Bo", others]
  date: 2024-04
  facts: {speedup: 3.6×, bright: true, lumens: 128000, loss: 0.5, none: "1"}
  place: {topic: [burners], fuel: []}
  same_as: burner
  not: [valve]
  titel: a mistake
"""


class Maker:
    """Makes a value and counts how often it was asked to."""

    def __init__(self, value: str) -> None:
        self.value = value
        self.made = 0

    def __call__(self) -> str:
        self.made += 1
        return self.value


def kept(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def reading(name: str, data: bytes, cache: Cache) -> Reading:
    return parse(Source(name, data, hashlib.sha256(data).hexdigest()), cache)


def refusal() -> Reading:
    raise AssertionError("it was made anew")


@pytest.mark.parametrize(
    ("name", "data"),
    [("lamps.yaml", LAMPS.encode()), ("x.html", b"<p>"), *((each.name, each.of(5)) for each in SAMPLES.values())],
)
def test_what_is_found_again_is_what_was_made(
    tmp_path: Path, name: str, data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh = reading(name, data, Cache(tmp_path / "c"))
    monkeypatch.setattr("conspectus.sources._parse", lambda source: refusal())
    again = reading(name, data, Cache(tmp_path / "c"))
    assert (again, repr(again)) == (fresh, repr(fresh))


def test_a_value_is_made_once(tmp_path: Path) -> None:
    make = Maker("lamp")
    assert Cache(tmp_path / "c").get("text", str, "1", make) == "lamp"
    assert Cache(tmp_path / "c").get("text", str, "1", make) == "lamp"
    assert make.made == 1


def test_another_digest_or_kind_is_another_value(tmp_path: Path) -> None:
    cache, make = Cache(tmp_path / "c"), Maker("lamp")
    for kind, digest in [("text", "1"), ("text", "2"), ("other", "1")]:
        cache.get(kind, str, digest, make)
    assert make.made == 3


def test_another_type_is_another_value(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "c")
    cache.save("text", "1", 7)
    assert cache.load("text", str, "1") is None
    assert cache.load("text", int, "1") == 7


def test_without_a_folder_nothing_is_kept() -> None:
    make = Maker("lamp")
    cache = Cache(None)
    cache.get("text", str, "1", make)
    cache.get("text", str, "1", make)
    assert make.made == 2


def whole(folder: Path) -> tuple[Path, bytes]:
    """A kept file, and its bytes."""
    Cache(folder).get("text", str, "1", Maker("lamp"))
    (file,) = kept(folder)
    return file, file.read_bytes()


def found(folder: Path) -> str:
    return Cache(folder).get("text", str, "1", Maker("anew"))


def test_no_bit_flipped_is_ever_believed(tmp_path: Path) -> None:
    file, data = whole(tmp_path / "c")
    assert found(tmp_path / "c") == "lamp"
    for at in range(len(data)):
        for bit in range(8):
            file.write_bytes(data[:at] + bytes([data[at] ^ 1 << bit]) + data[at + 1 :])
            assert Cache(tmp_path / "c").load("text", str, "1") is None, (at, bit)
    assert found(tmp_path / "c") == "anew"


def test_no_part_of_a_file_is_believed(tmp_path: Path) -> None:
    file, data = whole(tmp_path / "c")
    for cut in range(len(data)):
        file.write_bytes(data[:cut])
        assert Cache(tmp_path / "c").load("text", str, "1") is None, cut
    for more in (data + b"0", b"0" + data, b"", data + data):
        file.write_bytes(more)
        assert found(tmp_path / "c") == "anew"
        file.unlink()


def test_a_file_under_anothers_name_is_not_believed(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "c")
    cache.save("text", "1", "lamp")
    cache.save("text", "2", "wick")
    one, other = kept(tmp_path / "c")
    one.write_bytes(other.read_bytes())
    assert sorted(str(cache.load("text", str, digest)) for digest in "12") in (["None", "lamp"], ["None", "wick"])


@pytest.mark.parametrize(
    "content", [b"", b"\xc1", b"\x91" * 100_000, b"\xa4lam", b"\x81\xa1a\x01", b"\xa4lamp\xa4lamp"]
)
def test_a_file_of_other_data_is_not_believed(tmp_path: Path, content: bytes) -> None:
    file, data = whole(tmp_path / "c")
    head = data[: len(module.HEAD) + module.DIGEST]
    file.write_bytes(head + hashlib.sha256(content).digest() + content)
    assert found(tmp_path / "c") == "anew"


def test_what_is_not_believed_is_told_to_who_debugs(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    file, data = whole(tmp_path / "c")
    file.write_bytes(data[:-1])
    with caplog.at_level(logging.DEBUG, logger="conspectus.cache"):
        assert found(tmp_path / "c") == "anew"
    assert [record.getMessage() for record in caplog.records] == [f"not used: {file}: damaged, or in another format"]


@pytest.mark.parametrize("value", ["\ud800", 10**30])
def test_what_cannot_be_written_is_not_kept(tmp_path: Path, value: object) -> None:
    assert Cache(tmp_path / "c").get("text", object, "1", lambda: value) == value
    assert kept(tmp_path) == []


def test_deleting_the_folder_between_two_calls_is_safe(tmp_path: Path) -> None:
    cache, make = Cache(tmp_path / "c"), Maker("lamp")
    cache.get("text", str, "1", make)
    for file in kept(tmp_path):
        file.unlink()
        file.parent.rmdir()
    assert cache.get("text", str, "1", make) == "lamp"


def test_a_folder_that_cannot_be_made_costs_no_build(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert Cache(tmp_path / "file" / "c").get("text", str, "1", Maker("lamp")) == "lamp"


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="permissions are POSIX's")
def test_its_folder_is_made_for_its_user_alone(tmp_path: Path) -> None:
    before = os.umask(0o002)
    try:
        Cache(tmp_path / "far" / "c").get("text", str, "1", Maker("lamp"))
    finally:
        os.umask(before)
    assert (tmp_path / "far" / "c").stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="permissions are POSIX's")
@pytest.mark.parametrize(
    ("level", "mode"),
    [("c/text", 0o777), ("c/text", 0o770), ("c", 0o777), ("c", 0o770), ("", 0o777), ("file", 0o666), ("file", 0o660)],
)
def test_nothing_is_read_that_others_can_write_to(tmp_path: Path, level: str, mode: int) -> None:
    top = tmp_path / "top"
    file, _ = whole(top / "c")
    (file if level == "file" else top / level).chmod(mode)
    assert found(top / "c") == "anew"


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="permissions are POSIX's")
def test_nothing_is_read_that_another_owns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole(tmp_path / "c")
    monkeypatch.setattr(os, "getuid", lambda: tmp_path.stat().st_uid + 1)
    assert found(tmp_path / "c") == "anew"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are POSIX's")
def test_no_link_is_read_and_no_pipe(tmp_path: Path) -> None:
    file, data = whole(tmp_path / "c")
    (tmp_path / "elsewhere").write_bytes(data)
    file.unlink()
    file.symlink_to(tmp_path / "elsewhere")
    assert found(tmp_path / "c") == "anew"
    file.unlink()
    os.mkfifo(file)
    assert Cache(tmp_path / "c").load("text", str, "1") is None


def test_the_folder_may_be_behind_a_link(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir(mode=0o700)
    (tmp_path / "c").symlink_to("disk")
    whole(tmp_path / "c" / "d")
    assert found(tmp_path / "c" / "d") == "lamp"


def test_a_failing_maker_leaves_nothing(tmp_path: Path) -> None:
    def fail() -> str:
        raise ValueError("no lamp")

    with pytest.raises(ValueError, match="no lamp") as raised:
        Cache(tmp_path / "c").get("text", str, "1", fail)
    assert raised.value.__context__ is None
    assert kept(tmp_path) == []


def test_other_code_makes_other_values(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make = Maker("lamp")
    Cache(tmp_path / "c").get("text", str, "1", make)
    monkeypatch.setattr(module, "_made_by", lambda: "edited")
    Cache(tmp_path / "c").get("text", str, "1", make)
    assert make.made == 2


def test_it_does_not_grow_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_BYTES", 10_000)
    cache = Cache(tmp_path / "c")
    for number in range(100):
        cache.get("text", str, str(number), Maker("x" * 500))
        for file in kept(tmp_path):  # as if a minute had passed
            os.utime(file, ns=(0, file.stat().st_mtime_ns - 60_000_000_000))
    assert sum(file.stat().st_size for file in kept(tmp_path)) <= 10_000
    last = Maker("anew")
    assert cache.get("text", str, "99", last) == "x" * 500


def test_it_lies_with_the_users_caches(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert default_folder() == tmp_path / "conspectus"
    monkeypatch.delenv("XDG_CACHE_HOME")
    assert default_folder() == Path.home() / ".cache" / "conspectus"


@pytest.mark.parametrize("value", ["", "cache", "./cache", "../cache"])
def test_a_relative_path_is_ignored(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", value)
    assert default_folder() == Path.home() / ".cache" / "conspectus"


def test_every_library_that_makes_values_is_among_the_makers() -> None:
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))["project"]
    needed = {line.partition(">")[0] for line in project["dependencies"]}
    assert needed - {"click", "urllib3", "watchdog"} == set(module.MAKERS)
