"""The survey as pages look things up in it; values alone, and nothing of what a page looks like."""

from conspectus.catalog.catalog import Catalog
