"""The papers that prose in a file cites, and its links, each at its place."""

from __future__ import annotations

from conspectus.diagnostics import Span
from conspectus.diagnostics.excerpt import LINE_END
from conspectus.located import Node, Scalar
from conspectus.model.links import Linked
from conspectus.model.paper import Source
from conspectus.model.work import Reference
from conspectus.text.links import links
from conspectus.text.prose import CITATION, CITED


class Lines:
    """The lines of a YAML file. A value read from it may have lost its own: folding joins them."""

    def __init__(self, source: Source) -> None:
        self.path = source.path
        self.lines = LINE_END.split(source.data.decode("utf-8-sig", errors="replace"))

    def citations(self, node: Node | None) -> tuple[Reference, ...]:
        """The papers a text cites, in order. Where escapes hide a citation's place, it gets that of the text."""
        if not isinstance(node, Scalar):
            return ()
        citations = []
        at, column = node.span.line - 1, node.span.column - 1
        for group in CITATION.findall(node.text):
            for id in CITED.findall(group):
                place = self._next(f"@{id}", at, column)
                if place:
                    at, column = place[0], place[1] + len(id) + 1
                    citations.append(Reference(id, Span(self.path, at + 1, place[1] + 1, len(id) + 1)))
                else:
                    citations.append(Reference(id, node.span))
        return tuple(citations)

    def links(self, node: Node | None) -> tuple[Linked, ...]:
        """The links and images of a text, in order, placed likewise."""
        if not isinstance(node, Scalar):
            return ()
        linked = []
        at, column = node.span.line - 1, node.span.column - 1
        for link in links(node.text):
            place = self._next(link.target, at, column)
            if place:
                at, column = place
            span = Span(self.path, at + 1, column + 1, max(len(link.target), 1)) if place else node.span
            linked.append(Linked(link, span))
        return tuple(linked)

    def _next(self, piece: str, at: int, column: int) -> tuple[int, int] | None:
        for number in range(at, len(self.lines)):
            start = self.lines[number].find(piece, column if number == at else 0)
            if start >= 0:
                return number, start
        return None
