"""What TeX in a title or an abstract is read into."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Chars:
    """Plain characters, as they are to be seen."""

    text: str


@dataclass(frozen=True, slots=True)
class Math:
    """A formula: its TeX, without the dollars."""

    tex: str


@dataclass(frozen=True, slots=True)
class Styled:
    """A run of text set apart. `style` is the HTML element for it: strong, em, code, sup or sub."""

    style: str
    children: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """An address, and the words it stands behind; its words are itself where the author gave none."""

    url: str
    children: tuple[Node, ...]


Node = Chars | Math | Styled | Link
