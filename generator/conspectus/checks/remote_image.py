"""Prose shows an image of another site, which pages leave out.

    ![How a lamp is lit](https://lamps.example/lighting.png)

A page shows the description in its place: the site's Content-Security-Policy lets it load nothing from elsewhere, so
that no other site learns who reads it, and no image goes missing when another site is rebuilt. Save the image to
`content/images/`, if its license lets you, or link to it.
"""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.diagnostics import Mistake, Severity
from conspectus.model.survey import Survey
from conspectus.text.links import inside

CODE = "W007"
SEVERITY = Severity.WARNING


def find(survey: Survey) -> Iterator[Mistake]:
    for link, span in survey.linked:
        if link.is_image and inside(link.target) is None:
            message = f"the image `{link.target[:200]}` is not in the survey, so it is not shown"
            yield Mistake("remote-image", message, span, "save it to content/images/, or link to it")
