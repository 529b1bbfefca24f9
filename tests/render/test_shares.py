"""Rendering by several processes: the same bytes, the same errors, and nobody left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from conspectus import render
from conspectus.model.site import Kept, Kind, Made, Page, Pages, Site
from conspectus.render import TemplateMistake, shares
from made_up_pages import ANY

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere one process renders")

LISTS = Kind("list", ("lists/{name}/",), stored=True, repeats=True)


@pytest.fixture(autouse=True)
def shared(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few pages are many, and threads of whoever runs the tests are no reason to render alone."""
    monkeypatch.setattr(render, "FEW", 1)
    monkeypatch.setattr(shares, "are_possible", lambda: True)


def site(desk: Any, makes: Callable[[int], Callable[[], object]], pages: int = 150) -> tuple[Any, Site]:
    desk.write("lamp.html", "{{ here }}: {{ page }}\n")
    lamps = [Page(f"lamps/{number}/", ANY, "lamp.html", makes(number)) for number in range(pages)]
    lists = [Page(f"lists/{number}/", LISTS, "lamp.html", lambda: "many") for number in range(5)]
    renderer = desk.renderer()
    return renderer, Site(renderer._shell, (Pages.of(ANY, lambda: lamps), Pages.of(LISTS, lambda: lists)))


def as_it_is(made: Made) -> Made:
    return made


def outputs(desk: Any, jobs: int, makes: Callable[[int], Callable[[], object]]) -> list[Any]:
    renderer, planned = site(desk, makes)
    return sorted(renderer.written(planned, as_it_is, jobs), key=lambda output: output.path)


def test_pages_that_show_the_same_are_kept_however_many_render(desk: Any) -> None:
    def made(jobs: int, odd: str, known: dict[str, bytes]) -> list[Any]:
        renderer, planned = site(desk, lambda number: lambda: odd if number % 2 else "even")
        return sorted(renderer.written(planned, as_it_is, jobs, known), key=lambda output: output.path)

    known = {output.path: output.shows for output in made(1, "odd", {})}
    again = made(1, "other", known)
    assert made(2, "other", known) == again
    assert sum(isinstance(output, Kept) for output in again) == 75  # and none of those that Pagefind stores
    assert {output.path: output.shows for output in again if isinstance(output, Kept)}.items() < known.items()


def children() -> set[str]:
    """The processes that this one started, those that earlier tests left (a browser's) among them."""
    return set(Path(f"/proc/{os.getpid()}/task/{threading.get_native_id()}/children").read_text("utf-8").split())


def fails(error: Exception) -> Callable[[], object]:
    def make() -> object:
        raise error

    return make


def elsewhere(make: Callable[[], object]) -> Callable[[int], Callable[[], object]]:
    """Views that are made so in other processes than this one, which is slower."""
    first = os.getpid()
    return lambda number: lambda: slowly() if os.getpid() == first else make()


@pytest.mark.parametrize("jobs", [2, 5])
def test_the_site_is_the_same_however_many_render(desk: Any, jobs: int) -> None:
    one = outputs(desk, 1, lambda number: lambda: "<" * number * 5000)
    assert outputs(desk, jobs, lambda number: lambda: "<" * number * 5000) == one
    assert sum(output.stored for output in one) == 5


def test_many_pages_are_rendered_by_other_processes(desk: Any) -> None:
    made = {output.data.decode().split(": ")[1] for output in outputs(desk, 2, lambda number: slowly)}
    assert len(made - {"many\n"}) == 2
    assert f"{os.getpid()}\n" in made


def slowly() -> int:
    """A view that takes longer than it takes another process to begin."""
    time.sleep(0.005)
    return os.getpid()


def test_pages_that_go_together_are_rendered_by_one_process(desk: Any) -> None:
    kind = Kind("word", ("words/{name}/",), together=True)
    renderer, planned = site(desk, lambda number: lambda: os.getpid())
    words = [Page(f"words/{number}/", kind, "lamp.html", lambda: os.getpid()) for number in range(150)]
    both = Site(planned.shell, (*planned.kinds, Pages.of(kind, lambda: words)))
    outputs = renderer.written(both, as_it_is, 3)
    made = [output.data.decode().split(": ")[1] for output in outputs if output.path.startswith("words/")]
    assert len(made) == 150
    assert len(set(made)) == 1


def test_a_broken_template_is_reported_as_by_one_process(desk: Any) -> None:
    renderer, planned = site(desk, lambda number: lambda: number)
    desk.write("lamp.html", "\n{{ page / (page - 77) if page != 'many' }}")
    with pytest.raises(TemplateMistake) as one:
        list(renderer.outputs(planned))
    with pytest.raises(TemplateMistake) as several:
        list(renderer.written(planned, as_it_is, 2))
    assert several.value.mistake == one.value.mistake
    assert several.value.mistake.span.line == 2


def test_any_other_error_comes_with_where_it_was_raised(desk: Any) -> None:
    before = children()
    with pytest.raises(ZeroDivisionError, match="lamp") as error:
        outputs(desk, 2, elsewhere(fails(ZeroDivisionError("lamp"))))
    assert "test_shares.py" in error.value.__notes__[0]
    assert children() == before


def test_an_error_that_cannot_be_sent_is_told_in_words(desk: Any) -> None:
    class Own(Exception):  # noqa: N818 - a class that only this function knows
        pass

    with pytest.raises(RuntimeError, match="Own: lamp"):
        outputs(desk, 2, elsewhere(fails(Own("lamp"))))


def test_a_process_that_is_killed_is_an_error(desk: Any) -> None:
    before = children()
    with pytest.raises(ChildProcessError, match="ended from outside"):
        outputs(desk, 2, elsewhere(lambda: os.kill(os.getpid(), signal.SIGKILL)))
    assert children() == before


def test_who_stops_asking_leaves_no_process_behind(desk: Any) -> None:
    before = children()
    renderer, planned = site(desk, lambda number: lambda: "x" * 100_000)
    rendering: Iterator[Any] = renderer.written(planned, as_it_is, 3)
    for _ in range(10):
        next(rendering)
    assert len(children() - before) == 2
    rendering.close()  # type: ignore[attr-defined]
    assert children() == before


def test_they_end_with_the_process_that_started_them(desk: Any) -> None:
    reading, writing = os.pipe()

    def tell() -> int:
        os.write(writing, b".")
        time.sleep(0.05)
        return 0

    first = os.fork()
    if not first:
        outputs(desk, 2, lambda number: tell)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        told.read(3)
        os.kill(first, signal.SIGKILL)
        os.waitpid(first, 0)
        began = time.monotonic()
        told.read()  # until nobody can write to it
    assert time.monotonic() - began < 0.7  # a ticket takes longer


def test_where_shares_are_not_possible_one_process_renders(desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shares, "are_possible", lambda: False)
    made = {output.data.decode().split(": ")[1] for output in outputs(desk, 2, lambda number: lambda: os.getpid())}
    assert made == {"many\n", f"{os.getpid()}\n"}


def test_they_are_possible_in_a_process_with_one_thread_alone() -> None:
    """Threads that Python's own list does not have count too."""
    asks = """
import _thread, time
from conspectus.render import shares
print(shares.are_possible())
_thread.start_new_thread(time.sleep, (60,))
print(shares.are_possible())
"""
    said = subprocess.run([sys.executable, "-c", asks], capture_output=True, text=True, check=True).stdout
    assert said.split() == ["True", "False"]
