"""A site in an object store, here one in the memory of this process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pytest

from conspectus.model.site import Output
from conspectus.publish import PublishError, send

fsspec = pytest.importorskip("fsspec", reason="fsspec is not installed: pip install 'conspectus[cluster]'")

URL = "memory://bucket/survey/"


@pytest.fixture
def store() -> Iterator[Any]:
    files = fsspec.filesystem("memory")
    files.store.clear()
    yield files
    files.store.clear()


def put(outputs: Iterable[Output]) -> list[str]:
    """Send outputs; returns the paths of those that had to be."""
    sent = []

    def written(write: Any) -> Iterator[Any]:
        for output in outputs:
            done = write(output)
            sent.extend([] if done.same else [done.path])
            yield done

    send(written, URL)
    return sent


def held(store: Any) -> dict[str, bytes]:
    found = {path.removeprefix("/bucket/survey/"): store.cat_file(path) for path in store.find("/bucket/survey")}
    return {path: data for path, data in found.items() if path != ".conspectus.json"}


LAMPS = [Output("index.html", b"lamps"), Output("lamps/oil/index.html", b"oil"), Output("lamps/gas/index.html", b"gas")]


def test_it_has_what_was_sent_and_nothing_else(store: Any) -> None:
    assert put(LAMPS) == [output.path for output in LAMPS]
    assert held(store) == {output.path: output.data for output in LAMPS}
    assert put(LAMPS[:2]) == []
    assert held(store) == {output.path: output.data for output in LAMPS[:2]}


def test_only_what_differs_is_sent(store: Any) -> None:
    put(LAMPS)
    assert put([Output("index.html", b"new lamps"), *LAMPS[1:]]) == ["index.html"]
    assert held(store)["index.html"] == b"new lamps"


def test_after_a_build_that_was_broken_off_all_is_sent(store: Any) -> None:
    put(LAMPS)

    def breaking() -> Iterator[Output]:
        yield Output("index.html", b"half")
        raise OSError("the line broke")

    with pytest.raises(OSError, match="the line broke"):
        put(breaking())
    assert held(store) == {"index.html": b"half", **{output.path: output.data for output in LAMPS[1:]}}
    assert put(LAMPS[:2]) == [output.path for output in LAMPS[:2]]
    assert held(store) == {output.path: output.data for output in LAMPS[:2]}


def test_a_folder_with_other_files_is_left_alone(store: Any) -> None:
    store.pipe_file("/bucket/survey/thesis.pdf", b"years of work")
    with pytest.raises(PublishError, match=r"did not send: .*thesis\.pdf"):
        put(LAMPS)
    assert held(store) == {"thesis.pdf": b"years of work"}


@pytest.mark.parametrize("list", [b"{", b"[]", b'{"digests": ["index.html"]}', b'{"digests": {"../index.html": ""}}'])
def test_a_broken_list_is_refused(store: Any, list: bytes) -> None:
    put(LAMPS)
    store.pipe_file("/bucket/survey/.conspectus.json", list)
    with pytest.raises(PublishError):
        put(LAMPS)
    assert held(store) == {output.path: output.data for output in LAMPS}


@pytest.mark.parametrize("path", ["../index.html", "/index.html", ".conspectus.json", "a//b"])
def test_no_path_leaves_the_site(store: Any, path: str) -> None:
    with pytest.raises(PublishError):
        put([Output(path, b"")])
    assert held(store) == {}


def test_two_pages_at_one_address_are_refused(store: Any) -> None:
    with pytest.raises(PublishError, match=r"two pages would be written to 'index\.html'"):
        put([*LAMPS, LAMPS[0]])


def test_an_unknown_kind_of_store_is_named() -> None:
    with pytest.raises(PublishError, match="lamp://bucket"):
        send(lambda write: [], "lamp://bucket")
