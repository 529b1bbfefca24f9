"""What search engines read of a page: schema.org's terms as JSON-LD, in a block of data that no browser runs.

schema.org demands no property of anything; these are the ones it has for what we know. Addresses in the site are said
only where it is known where the site will stand: relative ones would count from the page they are on.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from conspectus.components.crumbs import Crumb
from conspectus.exports import Entry
from conspectus.exports.kinds import CONFERENCE, JOURNAL, issued, kind_of, venue_of
from conspectus.model.paper import Paper
from conspectus.model.people import Person
from conspectus.model.settings import Settings
from conspectus.model.subjects import paper_url
from conspectus.model.taxonomy import Category, Facet

CONTEXT = "https://schema.org"
HEADLINE = 110
"""How many characters Google's advice on articles gives a headline."""

Data = dict[str, object]


def base(settings: Settings) -> str:
    """Where the site stands, with a slash at its end; empty if the host is not known."""
    parts = urlsplit(settings.base_url)
    return f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}/" if parts.netloc else ""


def site(settings: Settings) -> Data:
    """The survey as a whole, and how it is searched."""
    root = base(settings)
    query = {"@type": "EntryPoint", "urlTemplate": f"{root}search/?q={{search_term_string}}"}
    search = {"@type": "SearchAction", "target": query, "query-input": "required name=search_term_string"}
    return _known(
        {
            "@context": CONTEXT,
            "@type": "WebSite",
            "@id": root,
            "url": root,
            "name": settings.title,
            "description": settings.tagline,
            "inLanguage": settings.language,
            "author": {"@type": "Person", "name": settings.author} if settings.author else None,
            "potentialAction": search if root else None,
        }
    )


def _person(person: Person) -> Data:
    address = f"https://orcid.org/{person.orcid}" if person.orcid else ""
    return _known({"@type": "Person", "name": person.name, "sameAs": address})


def paper(entry: Entry, settings: Settings, url: str) -> Data:
    """A paper, named by its DOI or arXiv address; `url` is its page's, below the root.

    Without its abstract, which is not ours to give away.
    """
    work, root = entry.work, base(settings)
    at = {"doi": work.doi, "arXiv": work.arxiv}
    own = [link.url for link in entry.links if link.kind == "paper"] if work.doi or work.arxiv else []
    return _known(
        {
            "@context": CONTEXT,
            "@type": "ScholarlyArticle",
            "@id": own[0] if own else "",
            "name": entry.title,
            "headline": _headline(entry.title),
            "author": [_person(person) for person in work.people],
            "datePublished": str(issued(work) or ""),
            "isPartOf": _venue(entry),
            "identifier": [
                {"@type": "PropertyValue", "propertyID": name, "value": value} for name, value in at.items() if value
            ],
            "keywords": list(work.keywords),
            "url": entry.url,
            "sameAs": [link.url for link in entry.links if link.kind == "paper" and link.url not in own[:1]],
            "mainEntityOfPage": f"{root}{url}" if root else "",
        }
    )


def taxonomy(facet: Facet, settings: Settings) -> Data:
    """A facet's page: its categories as the terms of a set."""
    root = base(settings)
    terms = [_term(facet, category, root) for category, _ in facet.walk()]
    return _collection(
        facet.title,
        settings,
        (Crumb(facet.title, f"{facet.folder}/"),),
        {**_terms(facet, root), "hasDefinedTerm": terms},
    )


def term(facet: Facet, category: Category, settings: Settings) -> Data:
    """A category, for a page that is about it."""
    root = base(settings)
    return {**_term(facet, category, root), "inDefinedTermSet": _terms(facet, root)}


def _terms(facet: Facet, root: str) -> Data:
    at = f"{root}{facet.folder}/#terms" if root else ""
    return _known({"@type": "DefinedTermSet", "@id": at, "name": facet.title})


def _term(facet: Facet, category: Category, root: str) -> Data:
    url = f"{root}{facet.url(category)}" if root else ""
    return _known({"@type": "DefinedTerm", "termCode": category.id, "name": category.title, "url": url})


def collection(title: str, settings: Settings, way: Sequence[Crumb], papers: Sequence[Paper], first: int) -> Data:
    """A page of a list of papers. `way` leads to it from the front page; `first` is the position of its first paper."""
    listed = (Crumb(paper.title.as_text(), paper_url(paper.id)) for paper in papers)
    items = [_step(base(settings), place, crumb, "url") for place, crumb in enumerate(listed, first)]
    return _collection(title, settings, way, {"@type": "ItemList", "itemListElement": items})


def _collection(title: str, settings: Settings, way: Sequence[Crumb], entity: Data) -> Data:
    """A page that lists something, to which `way` leads from the front page."""
    root = base(settings)
    url = f"{root}{way[-1].url}" if root else ""
    return _known(
        {
            "@context": CONTEXT,
            "@type": "CollectionPage",
            "@id": url,
            "url": url,
            "name": title,
            "isPartOf": _known({"@type": "WebSite", "@id": root, "name": settings.title}),
            "breadcrumb": _trail(root, (Crumb(settings.title, ""), *way)),
            "mainEntity": entity,
        }
    )


def _trail(root: str, crumbs: Sequence[Crumb]) -> Data:
    steps = [_step(root, place, crumb, "item") for place, crumb in enumerate(crumbs, 1)]
    return {"@type": "BreadcrumbList", "itemListElement": steps}


def _step(root: str, position: int, crumb: Crumb, address: str) -> Data:
    """An element of a list; `address` is the property its address is said by."""
    step = {"@type": "ListItem", "position": position, "name": crumb.title}
    return {**step, address: f"{root}{crumb.url}"} if root else step


def _venue(entry: Entry) -> Data | None:
    venue = venue_of(entry.work)
    if not venue:
        return None
    types = {JOURNAL: "Periodical", CONFERENCE: "PublicationVolume"}
    return {"@type": types.get(kind_of(entry.work), "CreativeWork"), "name": venue}


def _headline(title: str) -> str:
    """The title, cut at a word where it is too long."""
    if len(title) <= HEADLINE:
        return title
    cut = title[: HEADLINE - 1]
    return f"{cut.rpartition(' ')[0] or cut}…"


def _known(said: Data) -> Data:
    """What is not empty."""
    return {name: value for name, value in said.items() if value}
