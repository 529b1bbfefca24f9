"""From YAML to facets and categories, from rules to placements, and from saved queries to papers."""

from conspectus.taxonomy.loading import load, load_facet, load_rule, together
from conspectus.taxonomy.near_misses import near
from conspectus.taxonomy.placing import Placer, place
from conspectus.taxonomy.querying import answer, load_queries

__all__ = ["Placer", "answer", "load", "load_facet", "load_queries", "load_rule", "near", "place", "together"]
