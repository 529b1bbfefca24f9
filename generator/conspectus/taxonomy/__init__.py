"""From YAML to facets and categories, from rules to placements, and from saved queries to papers."""

from conspectus.taxonomy import near_misses
from conspectus.taxonomy.loading import Loaded, combine, load, read, recomputed
from conspectus.taxonomy.placing import Placed, place
from conspectus.taxonomy.querying import answer, load_queries, load_rule
from conspectus.taxonomy.resolving import resolved, with_papers
