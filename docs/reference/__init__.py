"""The generated pages of the manual: what the declarations of the code say, as Markdown and as man pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reference import checks, commands, formats, keys

PAGES: Mapping[str, Callable[[], str]] = {
    "reference/keys.md": keys.page,
    "reference/commands.md": commands.page,
    "reference/checks.md": checks.page,
    "reference/formats.md": formats.page,
}
"""The pages, by their place in the manual, and what writes the Markdown of each."""
