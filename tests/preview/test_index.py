"""The preview's search index."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from conspectus.model.site import Output
from conspectus.preview import Index, Preview

if TYPE_CHECKING:
    from tests.preview.conftest import MadeUp


class Pagefind:
    """Stands in for the real one: an index is one file that tells what was indexed."""

    def __init__(self) -> None:
        self.runs: list[list[str]] = []
        self.folders: list[Path] = []
        self.ran = threading.Semaphore(0)

    def __call__(self, outputs: Sequence[Output], bundle: Path) -> None:
        self.runs.append([output.path for output in outputs])
        self.folders.append(bundle)
        bundle.mkdir(parents=True)
        (bundle / f"{len(self.runs)}.pf").write_bytes(outputs[0].data)
        (bundle / "entry").write_text(str(len(self.runs)))
        self.ran.release()

    def wait(self) -> None:
        assert self.ran.acquire(timeout=5)


def test_it_indexes_the_pages_of_single_papers_alone(preview: Preview) -> None:
    pagefind = Pagefind()
    preview.rebuild()
    with Index(pagefind, print, calm=0) as index:
        index.want(preview.edition)
        assert index.file("entry") == b"1"
    assert pagefind.runs == [["papers/lamp/index.html"]]


def test_edits_in_a_row_are_indexed_once_after_the_last(preview: Preview, content: MadeUp) -> None:
    pagefind = Pagefind()
    with Index(pagefind, print, calm=0.2) as index:
        for number in range(5):
            content.pages["papers/lamp/"] = f"lamp {number}"
            preview.rebuild()
            index.want(preview.edition)
        assert b"lamp 4" in (index.file("1.pf") or b"")
    assert len(pagefind.runs) == 1


def test_it_waits_while_somebody_waits_for_an_answer(preview: Preview) -> None:
    pagefind = Pagefind()
    preview.rebuild()
    with Index(pagefind, print, calm=0) as index:
        with index.aside(), index.aside():
            index.want(preview.edition)
            assert not pagefind.ran.acquire(timeout=0.2)
        pagefind.wait()


def test_it_is_made_even_while_somebody_always_waits_for_an_answer(preview: Preview) -> None:
    pagefind = Pagefind()
    preview.rebuild()
    with Index(pagefind, print, calm=0) as index, index.aside():
        index.want(preview.edition)
        pagefind.wait()


def test_an_edit_that_touches_no_paper_makes_no_new_index(preview: Preview, content: MadeUp) -> None:
    pagefind = Pagefind()
    with Index(pagefind, print, calm=0) as index:
        for front, lamp in [("a", "lamp"), ("b", "lamp"), ("c", "brighter lamp")]:
            content.pages[""], content.pages["papers/lamp/"] = front, lamp
            preview.rebuild()
            index.want(preview.edition)
            if front != "b":
                pagefind.wait()
    assert len(pagefind.runs) == 2


def test_a_search_page_that_is_open_still_finds_the_pieces_of_its_index(preview: Preview, content: MadeUp) -> None:
    pagefind = Pagefind()
    with Index(pagefind, print, calm=0) as index:
        for number in range(5):
            content.pages["papers/lamp/"] = f"lamp {number}"
            preview.rebuild()
            index.want(preview.edition)
            pagefind.wait()
            while index.file("entry") != str(number + 1).encode():
                pass
        assert b"lamp 3" in (index.file("4.pf") or b"")
        assert index.file("1.pf") is None
        assert not pagefind.folders[0].exists()
    assert not pagefind.folders[-1].exists()


def refuse(outputs: Sequence[Output], bundle: Path) -> None:
    raise OSError("no room")


def test_after_a_failure_nobody_waits(preview: Preview) -> None:
    preview.rebuild()
    told: list[str] = []
    with Index(refuse, told.append, calm=0) as index:
        index.want(preview.edition)
        assert index.file("entry", seconds=5) is None
    assert told == ["the search index could not be built: no room"]


def test_no_path_leads_out_of_the_index(preview: Preview, tmp_path: Path) -> None:
    preview.rebuild()
    with Index(Pagefind(), print, calm=0) as index:
        index.want(preview.edition)
        assert index.file("entry") == b"1"
        assert index.file("../../../../../../etc/passwd") is None
        assert index.file("/etc/passwd") is None


def test_an_edit_ends_the_rendering_for_an_index_nobody_wants_any_more(preview: Preview, content: MadeUp) -> None:
    pagefind = Pagefind()
    content.pages |= {f"papers/{number}/": "lamp" for number in range(50)}
    preview.rebuild()
    with Index(pagefind, print, calm=0) as index:
        content.at_render = lambda: index.want(None)  # as a rebuild does when it begins
        index.want(preview.edition)
        while not content.rendered:
            pass
        index.want(preview.edition)
        while len(content.rendered) < 2:
            pass
    assert len(content.rendered) == 2
    assert pagefind.runs == []


def test_it_says_that_it_is_older_than_the_content_until_it_is_made(preview: Preview, content: MadeUp) -> None:
    pagefind = Pagefind()
    with Index(pagefind, print, calm=0) as index:
        assert index.is_older(than=False, seconds=0)
        for front, lamp in [("a", "lamp"), ("b", "lamp"), ("b", "brighter lamp")]:
            content.pages[""], content.pages["papers/lamp/"] = front, lamp
            preview.rebuild()
            index.want(None)
            assert index.is_older(than=True, seconds=0)
            index.want(preview.edition)
            assert not index.is_older(than=True, seconds=5)


def test_after_a_failure_it_stays_older(preview: Preview) -> None:
    preview.rebuild()
    told: list[str] = []
    with Index(refuse, told.append, calm=0) as index:
        index.want(preview.edition)
        assert index.file("entry", seconds=5) is None
        assert index.is_older(than=False, seconds=0)
