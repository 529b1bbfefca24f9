"""Values kept between runs: found again, made anew when lost or damaged, and never anybody else's."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from conspectus import cache as module
from conspectus.cache import Cache, default_folder


class Maker:
    """Makes a value and counts how often it was asked to."""

    def __init__(self, value: object) -> None:
        self.value = value
        self.made = 0

    def __call__(self) -> object:
        self.made += 1
        return self.value


def kept(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.mark.parametrize("value", [{"lamp": 1}, None, (), ("a",)])
def test_a_value_is_made_once(tmp_path: Path, value: object) -> None:
    make = Maker(value)
    assert Cache(tmp_path / "c").get("reading", "1", make) == value
    assert Cache(tmp_path / "c").get("reading", "1", make) == value
    assert make.made == 1


def test_another_digest_or_kind_is_another_value(tmp_path: Path) -> None:
    cache, make = Cache(tmp_path / "c"), Maker(1)
    for kind, digest in [("reading", "1"), ("reading", "2"), ("other", "1")]:
        cache.get(kind, digest, make)
    assert make.made == 3


def test_without_a_folder_nothing_is_kept() -> None:
    make = Maker(1)
    cache = Cache(None)
    cache.get("reading", "1", make)
    cache.get("reading", "1", make)
    assert make.made == 2


@pytest.mark.parametrize(
    "damage",
    [lambda data: b"", lambda data: data[:-3], lambda data: b"no pickle", lambda data: pickle.dumps("bare")],
)
def test_a_damaged_value_is_made_anew(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    make = Maker("lamp")
    Cache(tmp_path / "c").get("reading", "1", make)
    (file,) = kept(tmp_path)
    file.write_bytes(damage(file.read_bytes()))
    assert Cache(tmp_path / "c").get("reading", "1", make) == "lamp"
    assert Cache(tmp_path / "c").get("reading", "1", make) == "lamp"
    assert make.made == 2


def test_deleting_the_folder_between_two_calls_is_safe(tmp_path: Path) -> None:
    cache, make = Cache(tmp_path / "c"), Maker("lamp")
    cache.get("reading", "1", make)
    for file in kept(tmp_path):
        file.unlink()
        file.parent.rmdir()
    assert cache.get("reading", "1", make) == "lamp"


def test_a_folder_that_cannot_be_made_costs_no_build(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert Cache(tmp_path / "file" / "c").get("reading", "1", Maker(1)) == 1


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="permissions are POSIX's")
def test_its_folder_is_made_for_its_user_alone(tmp_path: Path) -> None:
    before = os.umask(0o002)
    try:
        Cache(tmp_path / "far" / "c").get("reading", "1", Maker(1))
    finally:
        os.umask(before)
    assert (tmp_path / "far" / "c").stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="permissions are POSIX's")
def test_a_folder_that_others_can_write_to_is_not_read(tmp_path: Path) -> None:
    make = Maker("ours")
    Cache(tmp_path / "c").get("reading", "1", make)
    (file,) = kept(tmp_path)
    file.write_bytes(pickle.dumps(("theirs",)))
    (tmp_path / "c").chmod(0o777)
    assert Cache(tmp_path / "c").get("reading", "1", make) == "ours"


def test_a_failing_maker_leaves_nothing(tmp_path: Path) -> None:
    def fail() -> object:
        raise ValueError("no lamp")

    with pytest.raises(ValueError, match="no lamp") as raised:
        Cache(tmp_path / "c").get("reading", "1", fail)
    assert raised.value.__context__ is None
    assert kept(tmp_path) == []


def test_other_code_makes_other_values(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make = Maker(1)
    Cache(tmp_path / "c").get("reading", "1", make)
    monkeypatch.setattr(module, "_made_by", lambda: "edited")
    Cache(tmp_path / "c").get("reading", "1", make)
    assert make.made == 2


def test_it_does_not_grow_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_BYTES", 10_000)
    cache = Cache(tmp_path / "c")
    for number in range(100):
        cache.get("reading", str(number), Maker("x" * 500))
        for file in kept(tmp_path):  # as if a minute had passed
            os.utime(file, ns=(0, file.stat().st_mtime_ns - 60_000_000_000))
    assert sum(file.stat().st_size for file in kept(tmp_path)) <= 10_000
    last = Maker("anew")
    assert cache.get("reading", "99", last) == "x" * 500


def test_it_lies_with_the_users_caches(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert default_folder() == tmp_path / "conspectus"
    monkeypatch.delenv("XDG_CACHE_HOME")
    assert default_folder() == Path.home() / ".cache" / "conspectus"
