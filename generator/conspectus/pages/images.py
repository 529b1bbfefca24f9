"""The curator's images, as they lie in `content/images/`; prose shows them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from conspectus.catalog import Catalog
from conspectus.model.site import Copied, Kind, Page

KIND = Kind("image", ("images/{path}",))


def pages(catalog: Catalog) -> Iterator[Page]:
    for file in catalog.survey.images:
        yield Page(file.url, KIND, "", partial(Copied, file.source.data))
