"""Building nodes while groups are open, without recursion."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from conspectus.text.tex.nodes import Chars, Link, Node, Styled

MAX_DEPTH = 20
"""Groups nested deeper than this keep their words and lose their style."""

ADDRESS = re.compile(r"https?://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\d{1,5})?(?:[/?#][^\s{}<>\"\\|^`]*)?")
"""What is made a link: http or https, a host, no name or password before it."""


def is_address(url: str) -> bool:
    return len(url) <= 2000 and url.isprintable() and bool(ADDRESS.fullmatch(url))


@dataclass(slots=True)
class Frame:
    """A group that is open: what it will become when it is closed, and what is in it so far.

    `extra`: it is closed together with the group around it. `sign`: `^` or `_` if that opened it.
    """

    style: str = ""
    url: str = ""
    extra: bool = False
    sign: str = ""
    children: list[Node] = field(default_factory=list)

    def closed(self) -> list[Node]:
        if self.url and self.children:
            return [Link(self.url, tuple(joined(self.children)))]
        return [Styled(self.style, tuple(joined(self.children)))] if self.style and self.children else self.children

    def cut_off(self) -> list[Node]:
        """What is left of it when the text ends before it is closed: no style, which may be meant for one word."""
        lost = (self.style and not self.sign) or self.url or self.extra
        return self.children if lost else [Chars(f"{self.sign}{{"), *self.children]


class Frames:
    """The open groups, the innermost last."""

    def __init__(self) -> None:
        self._open = [Frame()]
        self._too_deep = 0

    @property
    def inside_group(self) -> bool:
        return len(self._open) > 1

    @property
    def inside_link(self) -> bool:
        return any(frame.url for frame in self._open)

    @property
    def last(self) -> Node | None:
        """The last node of the innermost group."""
        children = self._open[-1].children
        return children[-1] if children else None

    def add(self, *nodes: Node) -> None:
        self._open[-1].children += nodes

    def say(self, text: str) -> None:
        if text:
            self.add(Chars(text))

    def link(self, url: str, shown: str) -> None:
        """An address, as a link where it is one and not within another."""
        text = Chars(shown)
        self.add(text if self.inside_link or not is_address(url) else Link(url, (text,)))

    def open(self, frame: Frame) -> None:
        if len(self._open) > MAX_DEPTH:
            self._too_deep += not frame.extra
        else:
            self._open.append(frame)

    def close(self) -> None:
        """Close the innermost group. A brace without a group is left over from lost markup and ignored."""
        if self._too_deep:
            self._too_deep -= 1
            return
        while len(self._open) > 1:
            frame = self._open.pop()
            self.add(*frame.closed())
            if not frame.extra:
                return

    def finish(self) -> tuple[Node, ...]:
        """All nodes, with the groups that were never closed."""
        while len(self._open) > 1:
            frame = self._open.pop()
            self.add(*frame.cut_off())
        return tuple(joined(self._open[0].children))


def joined(nodes: Iterable[Node]) -> list[Node]:
    """Neighbouring characters as one node."""
    made: list[Node] = []
    for node in nodes:
        if isinstance(node, Chars) and made and isinstance(made[-1], Chars):
            made[-1] = Chars(made[-1].text + node.text)
        else:
            made.append(node)
    return made
