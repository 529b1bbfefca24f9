"""What every page shares: the survey's name, where its site stands, the navigation."""

from __future__ import annotations

from urllib.parse import urlsplit

from conspectus import __version__
from conspectus.catalog.addresses import FRONT_PAGE
from conspectus.model.site import NavItem, Shell
from conspectus.model.subjects import address
from conspectus.model.survey import Survey


def shell(survey: Survey, whole: tuple[NavItem, ...]) -> Shell:
    """The survey's name, where its site stands, its navigation: facets, the `whole` in several ways, prose."""
    settings = survey.settings
    parts = urlsplit(settings.base_url)
    facets = tuple(NavItem(facet.title, address(facet)) for facet in survey.taxonomy.facets)
    prose = tuple(NavItem(note.title, address(note)) for note in survey.pages if note.name != FRONT_PAGE)
    return Shell(
        title=settings.title,
        tagline=settings.tagline,
        language=survey.language,
        author=settings.author,
        repository=settings.repository,
        root=parts.path.rstrip("/") + "/",
        origin=f"{parts.scheme}://{parts.netloc}" if parts.netloc else "",
        nav=tuple(filter(None, (facets, whole, prose))),
        generator=f"Conspectus {__version__}",
        queries=bool(survey.queries.saved),
    )
