"""The preview's own pages at `/__changes/`: what changed since the last save, since the start, since HEAD."""

from __future__ import annotations

from dataclasses import dataclass

from conspectus.changes.revision import RevisionError
from conspectus.changes.text import summary
from conspectus.components.head import Head
from conspectus.diagnostics import Severity
from conspectus.model.site import Kind, Page
from conspectus.preview.changes_view import ChangesShown, shown
from conspectus.preview.history import Compared, History, Since
from conspectus.preview.overlay import Link
from conspectus.text.counting import counted

FOLDER = "__changes/"
"""Where the pages are; no page of a site has such an address."""

URLS = {Since.SAVE: FOLDER, Since.START: f"{FOLDER}start/", Since.HEAD: f"{FOLDER}head/"}
KIND = Kind("changes", tuple(URLS.values()))
FILES = {f"{url}index.html": since for since, url in URLS.items()}
TITLES = {Since.SAVE: "the last save", Since.START: "the server started", Since.HEAD: "the last commit"}


@dataclass(frozen=True, slots=True)
class Tab:
    """A link to a comparison; `here`: it is the one shown."""

    title: str
    url: str
    here: bool


@dataclass(frozen=True, slots=True)
class ChangesView:
    """`message`: in a line, what changed or why nothing can be compared. `notices`: what to keep in mind about it."""

    head: Head
    tabs: tuple[Tab, ...]
    message: str
    notices: tuple[str, ...] = ()
    shown: ChangesShown | None = None


def has(path: str) -> bool:
    """Whether one of these pages has this path."""
    return path in FILES


def page(path: str, history: History, link: Link) -> Page | None:
    """The page at a path below the root; None if it is not one of these.

    HEAD is compiled when its page is requested, once for each commit.
    """
    since = FILES.get(path)
    if since is None:
        return None
    head = Head(f"Changes since {TITLES[since]}")
    tabs = tuple(Tab(title, URLS[each], each is since) for each, title in TITLES.items())
    try:
        compared = history.compared(since)
    except RevisionError as error:
        view = ChangesView(head, tabs, f"Cannot compare: {error}", (error.hint,) if error.hint else ())
    else:
        view = compared_view(head, tabs, since, compared, link)
    return Page(URLS[since], KIND, "preview/changes.html", lambda: view)


def compared_view(
    head: Head, tabs: tuple[Tab, ...], since: Since, compared: Compared | None, link: Link
) -> ChangesView:
    if compared is None:
        return ChangesView(head, tabs, "There is no version without errors yet.")
    if compared.before is compared.now:
        return ChangesView(head, tabs, "Nothing was saved since the server started.")
    earlier = TITLES[since] + (f" ({compared.commit[:10]})" if compared.commit else "")
    if not compared.changes:
        return ChangesView(head, tabs, f"No changes since {earlier}.", _notices(compared))
    message = f"Since {earlier}: {summary(compared.changes)}."
    view = shown(compared.changes, compared.before.survey, compared.now.survey, link)
    return ChangesView(head, tabs, message, _notices(compared), view)


def _notices(compared: Compared) -> tuple[str, ...]:
    """A warning that errors in a commit can look like changes; other states are recorded only if they have none."""
    errors = compared.before.report.count(Severity.ERROR)
    if not errors:
        return ()
    return (f"The commit has {counted(errors, 'error')}; anything that could not be read there counts as missing.",)
