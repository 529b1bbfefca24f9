"""The papers that each value of a filter is true of, for the search in a reader's browser, in a file for each group.

A browser loads a group's file when a reader filters by it, or sees its counts.
"""

from __future__ import annotations

from collections.abc import Mapping

from conspectus.catalog import Catalog
from conspectus.catalog.filter_values import CODE, ORGANIZATION, YEAR, group_name
from conspectus.components.packing import packed, steps
from conspectus.components.word_rows import oldest


def names(catalog: Catalog) -> tuple[str, ...]:
    """The names of all groups, in the order of their files."""
    return (*(group_name(facet.id) for facet in catalog.survey.taxonomy.facets), YEAR, ORGANIZATION, CODE)


def values(catalog: Catalog) -> Mapping[str, Mapping[str, str]]:
    """For each group its values, each with the numbers of its papers, packed as distances."""
    found: dict[str, dict[str, list[int]]] = {name: {} for name in names(catalog)}
    for number, paper in enumerate(oldest(catalog)):
        for name, value in catalog.filter_values(paper):
            found[name].setdefault(value, []).append(number)
    return {
        name: {value: packed(steps(numbers)) for value, numbers in sorted(group.items())}
        for name, group in found.items()
    }
