"""What the preview shows now: the last good site, and what is wrong with the newest content."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from conspectus.diagnostics import Report
from conspectus.model.site import Output, Page, file_of
from conspectus.model.subjects import Subject
from conspectus.pipeline import Compiled
from conspectus.preview import bar, changes_page, overlay, panel, recomputed
from conspectus.preview.history import History, Since

NOT_FOUND = "404.html"
MOVED = 302

REPORTED_AFTER = 0.05
"""Seconds until mistakes are reported in the terminal."""

LONGEST_WAIT = 10.0
"""Seconds after which the last good page is shown, although a newer site is still being made."""


Rendered = Callable[[str, Sequence[str]], None]
"""Receives the url of a page and, a line each, what was recomputed for it."""


@dataclass(frozen=True, slots=True)
class Steps:
    """The functions that the preview depends on.

    `compile`: reads the survey on disk, given the last result; returns a report if it cannot be read at all.
    `render`: renders one page, or returns a report if its template is wrong.
    `on_report`: receives every report of `compile`, and each different one of `render`.
    `rendered`: called the first time a page is shown; None if it is not needed.
    `read`: the text of a file that a report names.
    `link`: the address that opens a place of it in the curator's editor.
    """

    compile: Callable[[Compiled | None], Compiled | Report]
    render: Callable[[Compiled, Page], Output | Report]
    on_report: Callable[[Report], None]
    read: overlay.Read
    link: overlay.Link
    rendered: Rendered | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """What there is at an address: the answer's status, the path that tells its type, its bytes and their digest.

    `overlay` is what is laid over it (HTML, empty if nothing is). MOVED: the address has a slash missing at its end.
    """

    status: int
    path: str
    data: bytes
    digest: str = ""
    overlay: str = ""


class Edition:
    """A compiled site whose pages are rendered when they are asked for, once."""

    def __init__(self, compiled: Compiled, steps: Steps, number: int) -> None:
        """`number`: another one for each edition."""
        self.compiled = compiled
        self._number = number
        self._steps = steps
        self._reported: set[Report] = set()
        self._recomputed: dict[str, list[str]] = {}  # of pages that were rendered and not yet shown
        self._pages: dict[str, Page] = {}  # those that were asked for; any number of others may be asked for too
        self._rendered: dict[str, Output | Report] = {}
        self._lock = threading.RLock()  # planning and rendering keep state that threads must not share

    def has(self, path: str) -> bool:
        return self._page(path) is not None

    def _page(self, path: str) -> Page | None:
        """The page that is written to this file."""
        with self._lock:
            page = self._pages.get(path)
            if page is None:
                url = path.removesuffix("index.html") if f"/{path}".endswith("/index.html") else path
                page = self.compiled.site.page(url)
                if page is not None:
                    self._pages[path] = page
            return page

    def subject(self, path: str) -> Subject | None:
        """What the page written to this file is about; None too if there is no such page."""
        page = self._page(path)
        return page.subject if page else None

    def beside(self, path: str) -> bytes:
        """What the page written to this file depends on besides its bytes."""
        page = self._page(path)
        return b"%d" % self._number if page and page.kind.searches else b""

    def page(self, path: str) -> Output | Report | None:
        """The page written to this file, a report if its template is wrong, None if there is no such page.

        The first time it is shown, what was recomputed for it is reported.
        """
        page = self._page(path)
        if page is None:
            return None
        with self._lock:
            if path not in self._rendered:
                before = self.compiled.shown if self._steps.rendered else ()
                self._rendered[path] = self.render(page)
                if self._steps.rendered:
                    self._recomputed[path] = recomputed.by_page(before, self.compiled.shown)
            made = self._rendered[path]
            if self._steps.rendered and path in self._recomputed and isinstance(made, Output):
                self._steps.rendered(page.url, self._recomputed.pop(path))
            return made

    def render(self, page: Page) -> Output | Report:
        """Any page, with the site's templates; what is wrong with them is reported once."""
        with self._lock:
            made = self._steps.render(self.compiled, page)
            if isinstance(made, Report) and made not in self._reported:
                self._reported.add(made)
                self._steps.on_report(made)
            return made

    def asset(self, path: str) -> Output | None:
        with self._lock:
            return self.compiled.renderer.asset(path)


class Preview:
    """Takes in the content when told that it changed, and shows pages of the last good site.

    `edition`: that site, None as long as there is none. `previous`: what the next build, or an edit, goes on from: the
    last good site, or the last one as long as none is.
    """

    def __init__(self, steps: Steps, history: History) -> None:
        """`history`: records every good site; the pages of changes are made from it."""
        self._steps = steps
        self._history = history
        self.edition: Edition | None = None
        self.previous: Compiled | None = None
        self._report = Report()
        self._overlay = ""
        self._good: dict[str, Output] = {}  # the last bytes of each page that came out right
        self._version = 0
        self._generation = 0  # how often something happened to the files
        self._known = 0  # the generation that the newest site knows of
        self._closed = False
        self._building = threading.Lock()
        self._changed = threading.Condition(threading.RLock())

    def invalidate(self) -> None:
        """Say that something happened to the files: whoever asks for a page now waits for the next site."""
        with self._changed:
            self._generation += 1
            self._changed.notify_all()

    def rebuild(self) -> None:
        """Read the content again and show it; if it has errors, the last good site stays."""
        with self._building:
            generation = self._generation
            try:
                made = self._steps.compile(self.previous)
                report = made if isinstance(made, Report) else made.report
                mistakes = self._laid_over(report)
            except BaseException:
                self._take_in(generation)  # so that no request waits for a site that will not come
                raise
            with self._changed:
                forgotten = None
                if isinstance(made, Compiled) and (not mistakes or self.edition is None):
                    self.previous = made
                if isinstance(made, Compiled) and not mistakes:
                    self.edition = Edition(made, self._steps, self._version)
                    forgotten = self._history.take(made)
                self._report, self._overlay = report, mistakes
                self._version += 1
                self._take_in(generation)
                # Whoever looks at a page comes first; the terminal can wait so long, unless there is a next edit.
                self._changed.wait_for(lambda: self._generation != generation, REPORTED_AFTER)
            del forgotten
            self._steps.on_report(report)

    def _take_in(self, generation: int) -> None:
        with self._changed:
            self._known = generation
            self._changed.notify_all()

    def wait(self, seen: int, seconds: float) -> int | None:
        """Wait until the version is another than `seen`, at most so long; the version now, None when it is over."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._version != seen, seconds)
            return None if self._closed else self._version

    def close(self) -> None:
        """Let everybody who waits go."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def show(self, path: str) -> Shown:
        """The answer for an address below the root, given without a leading slash.

        If files have changed, it waits until the new site is ready.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._known == self._generation, LONGEST_WAIT)
            edition, mistakes = self.edition, self._overlay
        if edition is None:
            return alone(mistakes)
        file = file_of(path)
        if edition.has(file):
            return self._shown(edition.page(file), file, 200, mistakes, edition.beside(file))
        own = changes_page.page(file, self._history, self._steps.link)
        if own is not None:
            return self._shown(edition.render(own), file, 200, mistakes)
        asset = edition.asset(path)
        if asset is not None:
            return Shown(200, path, asset.data)
        if edition.has(f"{path}/index.html") or changes_page.has(f"{path}/index.html"):
            return Shown(MOVED, path, b"")
        if edition.has(NOT_FOUND):
            return self._shown(edition.page(NOT_FOUND), NOT_FOUND, 404, mistakes)
        return Shown(404, "404.txt", b"Page not found.\n")

    def bar(self, path: str) -> dict[str, object]:
        """What the bar at the foot of the page at this path has to say; empty as long as there is no good site."""
        with self._changed:
            edition, report = self.edition, self._report
        if edition is None:
            return {}
        compared = self._history.compared(Since.SAVE)
        return bar.bar(edition.subject(file_of(path)), edition.compiled.survey, report, compared, self._steps.link)

    def panel(self, id: str) -> dict[str, object] | None:
        """What the panel on a paper's page shows; None where there is no such paper."""
        edition = self.edition
        return panel.panel(edition.compiled.survey, id, self._steps.link) if edition else None

    def is_compared(self) -> bool:
        """Whether what the last save did is known already, so that telling it takes no time."""
        return self._history.has(Since.SAVE)

    def mistakes(self) -> str:
        """Errors and warnings of the newest content as HTML."""
        with self._changed:
            report = self._report.without_notes()
        return overlay.listed(report, self._steps.read, self._steps.link)

    def _shown(self, made: Output | Report | None, path: str, status: int, mistakes: str, beside: bytes = b"") -> Shown:
        """A page as it was made; where its template is wrong, as it last came out right, under the mistake. `beside`:
        what its digest is of too."""
        if isinstance(made, Output):
            self._good[path] = made
        else:
            mistakes = mistakes or self._laid_over(made or Report())
            if path not in self._good:
                return alone(mistakes)
            made = self._good[path]
        return Shown(status, path, made.data, digest(made.data + beside), mistakes)

    def _laid_over(self, report: Report) -> str:
        return overlay.laid_over(report, self._steps.read, self._steps.link)


def alone(mistakes: str) -> Shown:
    """A page of nothing but mistakes; it has a digest like any other, and so changes when they do."""
    data = overlay.alone(mistakes)
    return Shown(500, "index.html", data, digest(data), mistakes)


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
