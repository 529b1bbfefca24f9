"""The preview's search index, made in the background once the edits have come to rest."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from conspectus.diagnostics import HintedError
from conspectus.model.site import Output
from conspectus.preview.state import Edition

Make = Callable[[Sequence[Output], Path], None]
"""Writes the index of some pages into a folder. HintedError or OSError where it cannot."""

KEPT = 3
"""How many indexes stay on disk: a search page that is open still asks for pieces of the one it began with."""

LONGEST_ASIDE = 0.5
"""Seconds for which each page to be indexed waits for others' answers, so that somebody's reading does not hold it up
for good."""


class Index:
    """Indexes the newest edition, in a folder of its own outside the project; a context manager."""

    def __init__(self, make: Make, tell: Callable[[str], None], calm: float = 1.0) -> None:
        """`tell`: receives error messages; `calm`: the seconds without an edit after which the index is updated."""
        self._make = make
        self._tell = tell
        self._calm = calm
        self._bundles: list[Path] = []  # the newest first
        self._made = 0
        self._digest = ""
        self._wanted: Edition | None = None
        self._asked = 0
        self._waiting = 0  # how many wait for an answer of the preview
        self._failed = False
        self._older = True  # than the content
        self._closed = False
        self._changed = threading.Condition()
        self._answered = threading.Condition()  # of its own: an answer is no edit, after which calm would begin anew
        self._thread = threading.Thread(target=self._run, name="index", daemon=True)

    def __enter__(self) -> Index:
        self._folder = tempfile.TemporaryDirectory(prefix="conspectus-", ignore_cleanup_errors=True)
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        with self._answered:
            self._answered.notify_all()
        self._thread.join(timeout=5)
        self._folder.cleanup()

    def want(self, edition: Edition | None) -> None:
        """Ask for an index of this edition instead of any that was asked for before; with None, for none for now."""
        with self._changed:
            self._wanted = edition
            self._asked += 1
            self._older = True
            self._changed.notify_all()

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Has the index wait, after the page it is at, while somebody waits for an answer: two threads would take turns
        and both take longer."""
        with self._answered:
            self._waiting += 1
        try:
            yield
        finally:
            with self._answered:
                self._waiting -= 1
                self._answered.notify_all()

    def is_older(self, than: bool, seconds: float) -> bool:
        """Whether the index is older than the content; waits until that is not `than`, or for `seconds`."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._older is not than, seconds)
            return self._older

    def file(self, path: str, seconds: float = 60) -> bytes | None:
        """A file of the newest index that has it. While the first index is being made, waits for it so long."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._failed or self._bundles, seconds)
            bundles = tuple(self._bundles)
        for bundle in bundles:
            file = (bundle / path).resolve()
            if file.is_relative_to(bundle.resolve()):
                try:
                    return file.read_bytes()
                except OSError:
                    continue
        return None

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._closed or self._wanted is not None)
                while not self._closed and self._changed.wait(self._calm):
                    pass  # another edit: wait anew
                if self._closed:
                    return
                edition, self._wanted, asked = self._wanted, None, self._asked
            if edition is not None:
                self._update(edition, asked)

    def _update(self, edition: Edition, asked: int) -> None:
        """Index the edition, unless the pages to be found are the same as last time or another is asked for."""
        outputs = []
        digest = hashlib.sha256()
        for output in edition.indexed():
            with self._answered:
                self._answered.wait_for(lambda: self._closed or not self._waiting, LONGEST_ASIDE)
            if self._closed or self._asked != asked:
                return
            outputs.append(output)
            digest.update(output.path.encode() + b"\0" + hashlib.sha256(output.data).digest())
        if digest.hexdigest() == self._digest:
            self._catch_up(asked)
            return
        self._made += 1
        bundle = Path(self._folder.name) / str(self._made)
        wrong = ""
        try:
            self._make(outputs, bundle)
        except (HintedError, OSError) as error:
            wrong = str(error)
        with self._changed:
            self._failed = bool(wrong)
            if wrong and not self._closed:
                self._tell(f"the search index could not be built: {wrong}")
            if not wrong:
                self._digest = digest.hexdigest()
                self._bundles.insert(0, bundle)
            old, self._bundles = self._bundles[KEPT:], self._bundles[:KEPT]
            self._changed.notify_all()
        if not wrong:
            self._catch_up(asked)
        for folder in old:
            shutil.rmtree(folder, ignore_errors=True)

    def _catch_up(self, asked: int) -> None:
        """Unless another edition was asked for meanwhile, the index is that of the content."""
        with self._changed:
            self._older = self._asked != asked
            self._changed.notify_all()
