"""From YAML to facets and categories, from rules to placements, and from saved queries to papers."""

from conspectus.taxonomy.loading import Loaded, combine, load, load_rule, read
from conspectus.taxonomy.near_misses import near
from conspectus.taxonomy.placing import Placer, place
from conspectus.taxonomy.querying import answer, load_queries

__all__ = ["Loaded", "Placer", "answer", "combine", "load", "load_queries", "load_rule", "near", "place", "read"]
