"""The plan of the site: each page kind is one module with its view and its `pages(survey)`, and one line in KINDS."""

from __future__ import annotations

from conspectus.model.site import Site
from conspectus.model.survey import Survey


def plan(survey: Survey) -> Site:
    """All pages of the survey's site."""
    raise NotImplementedError
