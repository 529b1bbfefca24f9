"""What `content/survey.yaml` says."""

from __future__ import annotations

from dataclasses import dataclass

from conspectus.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Settings:
    """The survey's name and manner. `base_url` is where it is published, ending in a slash; empty if not said."""

    title: str = "Untitled survey"
    tagline: str = ""
    language: str = "en"
    author: str = ""
    base_url: str = ""
    repository: str = ""  # https address of the repository the content is kept in
    newest: int = 10  # how many of the newest papers the front page shows
    span: Span = Span("content/survey.yaml")
