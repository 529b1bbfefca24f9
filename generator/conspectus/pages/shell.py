"""What every page shares."""

from __future__ import annotations

from urllib.parse import urlsplit

from conspectus import __version__
from conspectus.model.paper import Paper
from conspectus.model.site import NavItem, Shell
from conspectus.model.survey import Survey
from conspectus.pages import whats_new
from conspectus.pages.home import PROSE as FRONT_PAGE


def shell(survey: Survey) -> Shell:
    """The survey's name, where its site stands, its navigation: facets, overview, papers, the curator’s prose."""
    settings = survey.settings
    parts = urlsplit(settings.base_url)
    facets = tuple(NavItem(facet.title, f"{facet.folder}/") for facet in survey.taxonomy.facets)
    new = (NavItem("New", whats_new.URL),) if survey.library.those(_has_come) else ()
    whole = (NavItem("Overview", "overview/"), NavItem("All papers", "papers/"), *new)
    prose = tuple(NavItem(note.title, f"pages/{note.name}/") for note in survey.pages if note.name != FRONT_PAGE)
    return Shell(
        title=settings.title,
        tagline=settings.tagline,
        language=settings.language,
        author=settings.author,
        repository=settings.repository,
        root=parts.path.rstrip("/") + "/",
        origin=f"{parts.scheme}://{parts.netloc}" if parts.netloc else "",
        nav=tuple(filter(None, (facets, whole, prose))),
        generator=f"Conspectus {__version__}",
        queries=bool(survey.queries.saved),
    )


def _has_come(paper: Paper) -> bool:
    """Whether it is known when a paper came into the survey."""
    return paper.work.added is not None
