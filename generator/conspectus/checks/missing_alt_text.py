"""An image has no description.

    ![](images/lighting.svg)
    ![How a lamp is lit, from match to flame](images/lighting.svg)      # better

Readers who cannot see the image, and search engines, have only the words between the brackets. Say what the image
tells, not what it looks like.
"""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.diagnostics import Mistake, Severity
from conspectus.model.survey import Survey

CODE = "W009"
SEVERITY = Severity.WARNING


def find(survey: Survey) -> Iterator[Mistake]:
    for link, span in survey.linked:
        if link.is_image and not link.label.strip():
            help = f"say what it tells: `![…]({link.target})`"
            yield Mistake("missing-alt-text", f"the image `{link.target}` has no description", span, help)
