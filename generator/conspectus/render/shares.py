"""Rendering by several processes: this one, and copies of it that have the survey already, each its share.

A copy is made by `fork`, so nothing has to be read, merged or sent before it can begin. Each writes what it rendered,
and says so through a pipe. The pages are cut into tickets, and each process takes the next one when it is done with the
last. A ticket is a place in a list that all of them know, and taking it is reading four bytes from a pipe that they
share.

Where the system cannot fork safely, or other threads run, there are no shares, and the caller renders by itself.
"""

from __future__ import annotations

import copy
import ctypes
import gc
import os
import signal
import struct
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from multiprocessing import Pipe
from multiprocessing.connection import Connection, wait
from typing import Any, NamedTuple, TypeVar

from conspectus.model.site import Page

TICKET = struct.Struct("<I")

MOST_TICKETS = 4096
"""A pipe holds 64 KiB before anybody reads it."""

LEAST_ON_A_TICKET = 16

END_WITH_PARENT = 1
"""PR_SET_PDEATHSIG of Linux's prctl(2)."""

PATIENCE = 0.01
"""Seconds after which this process hears the others, whose answers fill a pipe if it does not."""

T = TypeVar("T")


class _Process(NamedTuple):
    """A process that renders, and what comes from it."""

    id: int
    answers: Connection


def are_possible() -> bool:
    """Whether this process can be copied: elsewhere than on Linux, libraries of the system do not survive it, and of
    several threads only the one that asks for the copy is in it, while locks that others hold stay locked. The
    system is asked, as Python does not know the threads that libraries start."""
    return sys.platform == "linux" and len(os.listdir("/proc/self/task")) == 1  # noqa: PTH208 - names are enough


def done(pages: Sequence[Page], do: Callable[[Page], T], processes: int) -> Iterator[T]:
    """What `do` returns for each page in so many processes, this one among them, in the order in which they are done.

    What one of them raises is raised here. ChildProcessError if one was killed. However this ends, all of them end.
    """
    tickets = _tickets(pages, processes)
    waiting, writing = os.pipe()
    os.write(writing, b"".join(map(TICKET.pack, range(len(tickets)))))
    os.close(writing)
    started: list[_Process] = []
    gc.freeze()  # a collection in a copy would write to, and so copy, all memory that it shares with this process
    try:
        for _ in range(processes - 1):
            started.append(_start(tickets, do, waiting))
        yield from _answers(started, _own(tickets, do, waiting))
    finally:
        gc.unfreeze()
        os.close(waiting)
        for process in started:
            process.answers.close()
            with suppress(ProcessLookupError):
                os.kill(process.id, signal.SIGKILL)
            with suppress(ChildProcessError):
                os.waitpid(process.id, 0)


def _tickets(pages: Sequence[Page], processes: int) -> Sequence[Sequence[Page]]:
    """The pages, cut for processes to take in turn.

    Pages that show the same pieces are cut into few tickets, which are taken first: a piece is rendered once in each
    process that needs it. Pages that go together are on one.
    """
    together = [page for page in pages if page.kind.together]
    alike = [page for page in pages if page.kind.repeats]
    others = [page for page in pages if not (page.kind.repeats or page.kind.together)]
    size = max(LEAST_ON_A_TICKET, -(-len(others) // MOST_TICKETS))
    few = max(1, -(-len(alike) // max(1, processes // 2)))
    return [*_cut(alike, few), *_cut(together, max(1, len(together))), *_cut(others, size)]


def _cut(pages: Sequence[Page], size: int) -> Iterator[Sequence[Page]]:
    return (pages[start : start + size] for start in range(0, len(pages), size))


def _start(tickets: Sequence[Sequence[Page]], do: Callable[[Page], T], waiting: int) -> _Process:
    reading, writing = Pipe(duplex=False)
    parent, id = os.getpid(), os.fork()
    if id:
        writing.close()
        return _Process(id, reading)
    code = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the first process, which ends the others
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        ctypes.CDLL(None).prctl(END_WITH_PARENT, signal.SIGKILL)  # however that ends, nothing is written after it
        if os.getppid() == parent:
            _work(tickets, do, waiting, writing)
            code = 0
    finally:
        os._exit(code)


def _work(tickets: Sequence[Sequence[Page]], do: Callable[[Page], T], waiting: int, answers: Connection) -> None:
    """Take ticket after ticket, until none is left or something fails; the last answer is None, or the error."""
    while ticket := os.read(waiting, TICKET.size):
        try:
            answers.send([do(page) for page in tickets[TICKET.unpack(ticket)[0]]])
        except Exception as error:
            _send(answers, error)
            return
    answers.send(None)


def _send(answers: Connection, error: Exception) -> None:
    """Send an error with where it was raised; one that cannot be sent, as a RuntimeError that says the same."""
    error.add_note(f"in a process that rendered pages:\n{''.join(traceback.format_exception(error))}")
    try:
        copy.copy(
            error
        )  # fails where it could not be put together again, as does `send` where it cannot be taken apart
        answers.send(error)
    except Exception:
        answers.send(RuntimeError(f"{type(error).__name__}: {error}"))


def _own(tickets: Sequence[Sequence[Page]], do: Callable[[Page], T], waiting: int) -> Iterator[T]:
    """What this process does, ticket after ticket, until none is left."""
    while ticket := os.read(waiting, TICKET.size):
        yield from map(do, tickets[TICKET.unpack(ticket)[0]])


def _answers(processes: Sequence[_Process], own: Iterator[T]) -> Iterator[Any]:
    """What this process does, and what comes from the others, until all are done."""
    working = {process.answers for process in processes}
    heard = time.monotonic()
    for made in own:
        yield made
        if time.monotonic() - heard > PATIENCE:
            yield from _heard(working, 0)
            heard = time.monotonic()
    while working:
        yield from _heard(working)


def _heard(working: set[Connection], timeout: float | None = None) -> Iterator[Any]:
    """What comes from the processes that are `working` still, within so many seconds."""
    for answers in wait(working, timeout):
        assert isinstance(answers, Connection)  # noqa: S101 - it waits for sockets and files too
        try:
            answer = answers.recv()
        except EOFError:
            message = "a process that rendered pages was ended from outside, as it is where memory runs out"
            raise ChildProcessError(message) from None
        if isinstance(answer, list):
            yield from answer
        elif isinstance(answer, Exception):
            raise answer
        else:
            working.remove(answers)
