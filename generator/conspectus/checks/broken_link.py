"""A link in prose leads to a page of this survey that does not exist, or that has another address now.

    See [the burners](topics/burnres/).      # the address is topics/burners/
    See [what is left](pages/about/#whats-left).

An address without `https://` counts from the site's root, wherever the text is shown: `topics/burners/`,
`papers/wick/`, `pages/about/#history`. A heading's address is its words in small letters, with hyphens. A former
address still leads readers on, by a redirect; write the present one. To name a paper, cite it: `[@wick]` follows a new
id.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from conspectus.diagnostics import Mistake, Severity, did_you_mean
from conspectus.model.identifiers import slug
from conspectus.model.site import Page, Site
from conspectus.model.subjects import PAPERS, PROSE, Subject, address
from conspectus.model.survey import Note, Survey
from conspectus.text.headings import SHELL_IDS, headings, ids
from conspectus.text.links import Inside, inside

CODE = "W011"
SEVERITY = Severity.WARNING

NOT_PLANNED = ("assets/", "pagefind/")
"""Folders of the site whose files are no pages."""


FOOTNOTES = ("fn:", "fnref")
"""What the ids of footnotes begin with."""

UNCERTAIN = ("[@", "![", "\\")
"""What makes other words of a heading than it is written with."""


def find_on_site(survey: Survey, site: Site) -> Iterator[Mistake]:
    prose = {note.span.file: note for note in survey.pages}
    for link, span in survey.linked:
        place = None if link.is_image else inside(link.target)
        if place and place.path is not None:
            problem = _problem(place, survey, site)
        elif place and span.file in prose:
            problem = _without_heading(prose[span.file], place.fragment)
        else:
            problem = None
        if problem:
            message, help = problem
            yield Mistake("broken-link", message, span, help)


def _problem(place: Inside, survey: Survey, site: Site) -> tuple[str, str] | None:
    """What is wrong with an address, and what to write; None if nothing is."""
    path = place.path or ""
    if path.startswith(PAPERS) and path.removeprefix(PAPERS).rstrip("/") in survey.library.by_id:
        return None  # most links lead to papers, of which ten thousand may be linked to
    page = _page(site, path)
    if page and page.kind.redirects and page.subject:
        return f"`{path}` is a former address", f"write `{address(page.subject)}`"
    if page and isinstance(page.subject, Note) and page.is_subjects_own:
        return _without_heading(page.subject, place.fragment)
    if page or path.startswith(NOT_PLANNED):
        return None
    return f"there is no page `{path}`", _meant(path, survey, site)


def _page(site: Site, path: str) -> Page | None:
    """The page at an address, also where this has no slash at its end, or names the file."""
    if path.endswith("index.html"):
        return site.page(path.removesuffix("index.html"))
    return site.page(path) or (site.page(f"{path}/") if not path.endswith("/") else None)


def _without_heading(note: Note, fragment: str) -> tuple[str, str] | None:
    """That a page of prose has no heading with this id; None where it has, or may have."""
    if not fragment or fragment.startswith(FOOTNOTES):
        return None
    titles = tuple(headings(note.source))
    known = {*SHELL_IDS, *ids(map(slug, titles), SHELL_IDS)}
    if fragment in known or any(sign in title for title in titles for sign in UNCERTAIN):
        return None
    help = did_you_mean(fragment, known - SHELL_IDS) or "write a heading's words in small letters, with hyphens"
    return f"the page `{note.name}` has no heading `#{fragment}`", help


def _meant(path: str, survey: Survey, site: Site) -> str:
    """A help that names the page of that name, or of the file of that name, or the one with the nearest address."""
    name = PurePosixPath(path).name.removesuffix(".md").removesuffix(".yaml")
    folders = (PROSE, PAPERS, *(f"{facet.folder}/" for facet in survey.taxonomy.facets), "")
    for folder in folders if name else ():
        page = site.page(f"{folder}{name}/")
        if page:
            return f"write `{address(page.subject) if page.kind.redirects and page.subject else page.url}`"
    return did_you_mean(path, _addresses(survey, site)) or "correct it, or delete the link"


def _addresses(survey: Survey, site: Site) -> Iterator[str]:
    yield from (route for pages in site.kinds for route in pages.kind.routes if "{" not in route)
    taxonomy = survey.taxonomy
    subjects: tuple[Subject, ...] = (*taxonomy.facets, *taxonomy.walk(), *survey.queries.saved, *survey.pages)
    yield from map(address, (*subjects, *survey.library.papers))
