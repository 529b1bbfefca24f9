"""Edits requested from a paper's page: proposed as a diff, written after the diff was shown, and undone.

They change the same YAML files as `conspectus place`, with the same code.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from conspectus import checks
from conspectus.changes.comparing import compare_surveys
from conspectus.curation import placing
from conspectus.diagnostics import Severity
from conspectus.located import CONTROL
from conspectus.model.paper import Paper
from conspectus.model.survey import Placement, Survey
from conspectus.model.taxonomy import CategoryId
from conspectus.pipeline import Snapshot
from conspectus.project import Project
from conspectus.yaml_edit import Draft, Edit, EditError, diff, write
from conspectus.yaml_edit.writing import check

SHAPES = {
    "place": ("facet", "category"),
    "only": ("facet", "category"),
    "remove": ("facet", "category"),
    "summarize": ("summary",),
}
"""What can be asked for, and what has to be said with it."""

MESSAGES = {
    "place": "{paper}: added to {category}",
    "only": "{paper}: in {category} only",
    "remove": "{paper}: removed from {category}",
    "summarize": "{paper}: summary changed",
}


@dataclass(frozen=True, slots=True)
class EditRequest:
    """A paper to be placed in a category too, in it only, or removed from it; or to be summarized in Markdown."""

    do: str
    paper: str
    facet: str = ""
    category: str = ""
    summary: str = ""


def edit_request(data: object) -> EditRequest:
    """A request, from what a page sent. ValueError, saying what is wrong, for anything else."""
    do = data.get("do") if isinstance(data, dict) else None
    if not isinstance(do, str) or do not in SHAPES:
        raise ValueError(f"`do` must be one of {', '.join(SHAPES)}")
    return EditRequest(**texts(data, "do", "paper", *SHAPES[do]))


def texts(data: object, *names: str) -> dict[str, str]:
    """An object that has these keys, no others, and a clean text behind each. ValueError for anything else."""
    if not isinstance(data, dict) or set(data) != set(names):
        raise ValueError(f"expected an object with {', '.join(names)}")
    if wrong := [name for name in names if not isinstance(data[name], str)]:
        raise ValueError(f"`{wrong[0]}` must be text")
    if wrong := [name for name in names if CONTROL.search(data[name])]:
        raise ValueError(f"`{wrong[0]}` contains a control character")
    return {name: data[name] for name in names}


class RefusedError(Exception):
    """An edit that is refused. `status`: 404 if its target does not exist, 409 if the content does not allow it."""

    def __init__(self, message: str, status: int = 409) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True, slots=True)
class Proposal:
    """An edit in words, as files before and after it, and what would move by it, a line for each facet."""

    message: str
    edits: tuple[Edit, ...]
    moves: tuple[str, ...] = ()

    @property
    def fingerprint(self) -> str:
        """What tells this edit from any other, in its every byte."""
        digest = hashlib.sha256()
        for edit in self.edits:
            for part in (edit.path.encode(), edit.before, edit.after):
                digest.update(b"-" if part is None else b"+%d " % len(part) + part)
        return digest.hexdigest()

    @property
    def diff(self) -> str:
        return diff(self.edits)


class Edits:
    """Makes and undoes edits of a project, one at a time, for as long as the server runs."""

    def __init__(self, project: Project, read: Callable[[Project, Snapshot | None], Snapshot]) -> None:
        """`read` reads a project, or a draft of it; a draft goes on from what the project's files say."""
        self._project = project
        self._read = read
        self._done: list[Proposal] = []
        self._lock = threading.Lock()

    @property
    def last(self) -> Proposal | None:
        """The edit that would be undone next."""
        return self._done[-1] if self._done else None

    def propose(self, request: EditRequest) -> Proposal:
        """What a request comes to; nothing is written. RefusedError where it cannot be."""
        with self._lock, _refusing():
            return self._proposed(request)

    def save(self, request: EditRequest, fingerprint: str) -> Proposal:
        """Write what a request comes to, if that is what was seen: the proposal with this fingerprint. RefusedError if
        it is not.
        """
        with self._lock, _refusing():
            proposal = self._proposed(request)
            if proposal.fingerprint != fingerprint:
                raise RefusedError("The files have changed in the meantime; review the edit again.")
            write(self._project, proposal.edits)
            self._done.append(proposal)
            return proposal

    def undo(self, fingerprint: str) -> Proposal:
        """Put back what was there before the last edit, which has this fingerprint.

        RefusedError if it is another one, or its files changed since.
        """
        with self._lock, _refusing():
            if not self._done or self._done[-1].fingerprint != fingerprint:
                raise RefusedError("Another edit was made in the meantime; reload the page.")
            last = self._done[-1]
            write(self._project, [Edit(edit.path, edit.after, edit.before) for edit in last.edits])
            return self._done.pop()

    def _proposed(self, request: EditRequest) -> Proposal:
        before = self._read(self._project, None)
        survey = before.survey
        paper = next((paper for paper in survey.library.papers if paper.id == request.paper), None)
        if paper is None:
            raise RefusedError(f"There is no paper {request.paper}.", 404)
        draft, category = _drafted(Draft.of(self._project), survey, paper, request)
        if not draft.edits:
            raise RefusedError("Already up to date; there is nothing to change.")
        check(self._project, draft.edits)
        after = self._read(draft, before).survey
        errors = [d for d in checks.check(after).diagnostics if d.severity is Severity.ERROR]
        if errors:
            raise RefusedError(f"The content would have an error: {errors[0].message} ({errors[0].span}).")
        message = MESSAGES[request.do].format(paper=paper.id, category=category)
        return Proposal(message, draft.edits, tuple(_moves(survey, after)))


@contextmanager
def _refusing() -> Iterator[None]:
    """Raise RefusedError for an edit that is impossible, or that the disk refuses."""
    try:
        yield
    except EditError as error:
        raise RefusedError(f"{error}; {error.hint}." if error.hint else f"{error}.") from error
    except OSError as error:
        raise RefusedError(f"The file cannot be read or written: {error.strerror or error}.") from error


def _drafted(draft: Draft, survey: Survey, paper: Paper, request: EditRequest) -> tuple[Draft, str]:
    """The draft in which the request is met, and the title of the category it is about, if it is about one."""
    if request.do == "summarize":
        draft = placing.summarized(draft, paper, request.summary.replace("\r\n", "\n"))
        return placing.without_stubs(draft, survey), ""
    place = survey.taxonomy.find(CategoryId(request.facet, request.category))
    if place is None:
        raise RefusedError(f"There is no category {request.category} in {request.facet}.", 404)
    draft = placing.changed(request.do, draft, survey, paper, place.facet, place.category)
    return placing.without_stubs(draft, survey), place.category.title


def _moves(before: Survey, after: Survey) -> Iterator[str]:
    """`Topics: into Lenses, out of Burners`, for each paper and facet in which something moves."""
    titles = {place.id: place.category.title for place in after.taxonomy.walk()}
    facets = {facet.id: facet.title for facet in after.taxonomy.facets}

    def named(how: str, places: Iterable[Placement]) -> str:
        found = ", ".join(titles[place.category_id] for place in places)
        return f"{how} {found}" if found else ""

    for moved in compare_surveys(before, after).moved:
        ways = filter(None, [named("into", moved.joined), named("out of", moved.left)])
        yield f"{facets[moved.facet]}: {', '.join(ways)}"
