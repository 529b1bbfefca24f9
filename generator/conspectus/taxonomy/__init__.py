"""From YAML to facets and categories, and from rules to placements."""

from conspectus.taxonomy.loading import load, load_rule
from conspectus.taxonomy.nearly import near
from conspectus.taxonomy.placing import place

__all__ = ["load", "load_rule", "near", "place"]
