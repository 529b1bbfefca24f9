"""`Text`: a title or an abstract as its authors typed it, and the three ways to write it out."""

from __future__ import annotations

from dataclasses import dataclass

from conspectus.text import tex


@dataclass(frozen=True, slots=True)
class Text:
    """Text that may carry TeX. `source` is kept as it was read, with white space collapsed."""

    source: str

    def as_html(self) -> str:
        """Safe HTML: everything escaped, math as MathML, emphasis as elements, accents as Unicode, links as links."""
        return tex.to_html(self.source)

    def as_text(self) -> str:
        """The plain twin, for `<title>`, feeds, search and matching: Unicode, no markup, no TeX."""
        return tex.to_text(self.source)

    def as_tex(self) -> str:
        """The source as TeX that compiles: stray special characters escaped, math kept."""
        return tex.to_tex(self.source)

    def __html__(self) -> str:
        """Jinja's autoescaping asks for this, so a template writes `{{ page.title }}` and is safe.

        Without links, for a title is mostly part of one; `{{ page.abstract|linked }}` has them.
        """
        return tex.to_html(self.source, links=False)

    def __str__(self) -> str:
        return self.as_text()
