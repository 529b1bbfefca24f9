"""Reading the curator's Markdown: `content/pages/<name>.md` and `content/notes/<paper-id>.md`."""

from __future__ import annotations

from conspectus.model.paper import Source
from conspectus.model.survey import Note


def load(source: Source) -> Note:
    """The note in a Markdown file; its title is its first heading, or its name made readable."""
    raise NotImplementedError
