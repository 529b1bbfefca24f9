"""No prose shows an image, or links to it.

    content/images/old-figure.png

It is published all the same. Delete it, or show it: `![What it tells](images/old-figure.png)`.
"""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.diagnostics import Mistake, Severity, Span
from conspectus.model.survey import Survey
from conspectus.text.links import inside

CODE = "W010"
SEVERITY = Severity.NOTE


def find(survey: Survey) -> Iterator[Mistake]:
    if not survey.images:
        return
    places = [inside(link.target) for link, _ in survey.linked]
    used = {place.path for place in places if place}
    for image in survey.images:
        if image.url not in used and not image.mistakes:
            help = f"delete it, or show it: `![…]({image.url})`"
            message = f"no text shows the image `{image.url}`"
            yield Mistake("unused-image", message, Span(image.source.path), help)
