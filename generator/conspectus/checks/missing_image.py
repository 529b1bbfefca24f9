"""Prose shows an image that does not exist.

    ![How a lamp is lit](images/lihgting.svg)      # the file is lighting.svg

Images lie in `content/images/`, in folders below it if you like, and are written with that path: `images/lighting.svg`,
or `../images/lighting.svg` as in Markdown on GitHub. Correct the path, or put the image there.
"""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.diagnostics import Mistake, Severity, did_you_mean
from conspectus.model.survey import Survey
from conspectus.text.links import inside

CODE = "W006"
SEVERITY = Severity.ERROR


def find(survey: Survey) -> Iterator[Mistake]:
    known = [image.url for image in survey.images]
    for link, span in survey.linked:
        place = inside(link.target) if link.is_image else None
        path = (place.path or "") if place else ""
        if place and path not in known and not path.startswith("assets/"):
            name = path.rpartition("/")[2]
            alike = next((url for url in known if url.rpartition("/")[2] == name), "")
            help = f"write `{alike}`" if alike else did_you_mean(path, known) or "put it into content/images/"
            yield Mistake("missing-image", f"there is no image `{link.target}`", span, help)
