"""What a page offers to filter papers by, in search and in a category: values with their counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, replace
from typing import NamedTuple

from conspectus.catalog import Catalog
from conspectus.catalog.counts import Counts
from conspectus.catalog.filter_values import CODE, ORGANIZATION, YEAR, group_name
from conspectus.model.taxonomy import Category, CategoryId, Facet

WORTH_NARROWING = 2
"""How many papers a list has at least for the reader to be helped through it."""

SMALL = 12
"""How many categories a facet may have to be offered whole."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value as a page offers it; `depth` is how deep its category lies below the others offered."""

    value: str
    label: str
    count: int
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """Values of one kind. `idle`: none of them tells the papers at hand apart."""

    name: str
    label: str
    choices: tuple[Choice, ...]
    idle: bool = False


class Sort(NamedTuple):
    """An order of a list, as addresses name it, and what it is called."""

    value: str
    label: str


def groups(catalog: Catalog) -> tuple[Group, ...]:
    """All groups with their values, as many papers as each has, and none that no paper has."""
    facets = (
        _facet(catalog, facet, {category.id: len(catalog.members(facet, category)) for category, _ in facet.walk()})
        for facet in catalog.survey.taxonomy.facets
    )
    counted = catalog.counts(catalog.papers.keys())
    organizations = Counter(paper.work.organization for paper in catalog.newest if paper.work.organization)
    others = (
        _years(catalog, _years_of(counted)),
        Group(
            ORGANIZATION,
            catalog.language.gettext("Organization"),
            tuple(
                Choice(name, name, organizations[name]) for name in sorted(organizations, key=catalog.language.sort_key)
            ),
        ),
        _code(catalog, _code_of(counted)),
    )
    return tuple(group for group in (*facets, *others) if any(choice.count for choice in group.choices))


def narrowing(catalog: Catalog, papers: Set[str], counted: Counts) -> tuple[Group, ...]:
    """What a list of papers can be filtered by: the shortest groups come first, and topics last.

    Offered are the values that some of the papers have, but not all; of a small facet every category, so that one that
    no paper is in is seen. Groups that tell no papers apart are idle: an address may still name them.
    """
    found: dict[str, dict[str, int]] = {group_name(facet.id): {} for facet in catalog.survey.taxonomy.facets}
    for id, count in _counts(catalog, papers).items():
        found[group_name(id.facet)][id.category] = count
    found[YEAR] = _years_of(counted)
    found[CODE] = {said: many for said, many in _code_of(counted).items() if many}
    telling = {name: {value: n for value, n in counts.items() if n < len(papers)} for name, counts in found.items()}
    taxonomy = catalog.survey.taxonomy
    main = (_facet(catalog, taxonomy.main, telling.get(group_name(taxonomy.main.id), {})),) if taxonomy.main else ()
    others = (
        _facet(catalog, facet, found[name], whole=True)
        if len(tuple(facet.walk())) <= SMALL
        else _facet(catalog, facet, telling.get(name, {}))
        for facet in taxonomy.facets
        if (name := group_name(facet.id)) and not facet.is_main
    )
    groups = (_code(catalog, _code_of(counted)), *others, _years(catalog, telling.get(YEAR, {})), *main)
    return tuple(replace(group, idle=not telling.get(group.name)) for group in groups)


def _counts(catalog: Catalog, papers: Set[str]) -> dict[CategoryId, int]:
    """How many of some papers stand in each category or below it."""
    counts = {
        id: len(catalog.members(facet, category) & papers) for id, (facet, category, _) in catalog.categories.items()
    }
    return {id: count for id, count in counts.items() if count}


def sorts(catalog: Catalog, counts: Counts) -> tuple[Sort, ...]:
    """What a list of papers can be sorted by besides the date."""
    gettext, rankings = catalog.language.gettext, catalog.survey.settings.rankings
    found = [Sort("title", gettext("title"))]
    if rankings and counts.scored:
        found.append(Sort("score", gettext("score")))
    if rankings and counts.discussed:
        found.append(Sort("comments", gettext("comments")))
    return tuple(found)


def _facet(catalog: Catalog, facet: Facet, counts: Mapping[str, int], *, whole: bool = False) -> Group:
    """A facet with those of its categories that have a count, or with all."""

    def choices(categories: tuple[Category, ...], depth: int) -> Iterator[Choice]:
        for category in categories:
            count = counts.get(category.id, 0)
            offered = bool(count or whole)
            if offered:
                yield Choice(category.id, catalog.called[CategoryId(facet.id, category.id)].inside, count, depth)
            yield from choices(category.children, depth + offered)

    return Group(group_name(facet.id), facet.title, tuple(choices(facet.categories, 0)))


def _years_of(counted: Counts) -> dict[str, int]:
    return {str(year): many for year, many in counted.years.items() if year is not None}


def _code_of(counted: Counts) -> dict[str, int]:
    return {"yes": counted.with_code, "no": counted.papers - counted.with_code}


def _years(catalog: Catalog, counts: Mapping[str, int]) -> Group:
    return Group(
        YEAR,
        catalog.language.gettext("Year"),
        tuple(Choice(year, year, counts[year]) for year in sorted(counts, reverse=True)),
    )


def _code(catalog: Catalog, counts: Mapping[str, int]) -> Group:
    gettext = catalog.language.gettext
    labels = {"yes": gettext("with code"), "no": gettext("no code")}
    return Group(
        CODE, gettext("Code"), tuple(Choice(said, labels[said], counts[said]) for said in labels if said in counts)
    )
