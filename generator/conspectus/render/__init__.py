"""From the plan to bytes: Jinja templates, Markdown, assets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from conspectus.model.site import Output, Page, Shell, Site


class Renderer:
    """Renders pages with the templates found in `folders` (first hit wins)."""

    def __init__(self, folders: Sequence[Path], shell: Shell) -> None:
        raise NotImplementedError

    def page(self, page: Page) -> Output:
        """One page."""
        raise NotImplementedError

    def asset(self, path: str) -> Output | None:
        """One asset by its path below the site's root, None if there is no such asset."""
        raise NotImplementedError

    def outputs(self, site: Site) -> Iterator[Output]:
        """All pages and assets."""
        raise NotImplementedError
