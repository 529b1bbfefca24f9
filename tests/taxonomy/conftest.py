"""Taxonomies and papers to place. Everything in them is made up."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from conspectus import taxonomy
from conspectus.model.paper import Source
from conspectus.model.taxonomy import Taxonomy

Load = Callable[..., Taxonomy]


@pytest.fixture
def load() -> Load:
    """Reads taxonomies from texts: one for `topic.yaml`, others by their names."""

    def read(topic: str = "", **others: str) -> Taxonomy:
        texts = {"topic": topic, **others} if topic else others
        return taxonomy.load(Source(f"content/taxonomy/{name}.yaml", text.encode(), "") for name, text in texts.items())

    return read
