"""Reading `content/survey.yaml`."""

from __future__ import annotations

from conspectus.diagnostics import Mistake
from conspectus.model.paper import Source
from conspectus.model.settings import Settings


def load(source: Source, base_url: str = "") -> tuple[Settings, tuple[Mistake, ...]]:
    """The survey's settings and what is wrong with them; `base_url`, if given, overrides the file's."""
    raise NotImplementedError
