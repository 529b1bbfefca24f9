"""XML as a tree whose elements know their places; documents that define entities are not read.

It is the parser of the standard library with handlers of our own: ElementTree tells no lines, and refuses no entities.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from conspectus.diagnostics import Span

MAX_DEPTH = 100
MOST_ELEMENTS = 1_000_000


class XmlError(ValueError):
    """Why a document cannot be read, and at which line."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


@dataclass(slots=True)
class Element:
    """An element by its name without a prefix; `content` is its text and elements in order."""

    name: str
    attributes: dict[str, str]
    line: int
    column: int = 1
    content: list[str | Element] = field(default_factory=list)

    def span(self, path: str) -> Span:
        """Where it begins in the file of this path."""
        return Span(path, self.line, self.column)

    @property
    def children(self) -> list[Element]:
        """The elements in it."""
        return [item for item in self.content if isinstance(item, Element)]

    @property
    def text(self) -> str:
        """All text in it, in one line."""
        return " ".join("".join(self._texts()).split())

    def _texts(self) -> Iterator[str]:
        for item in self.content:
            yield from (item,) if isinstance(item, str) else item._texts()

    def all(self, *path: str) -> list[Element]:
        """The elements at the end of a path of names."""
        found = [self]
        for name in path:
            found = [child for element in found for child in element.children if child.name == name]
        return found

    def first(self, *path: str) -> str:
        """The text of the first element at the end of a path that has any; empty if there is none."""
        return next((text for element in self.all(*path) if (text := element.text)), "")


def read(data: bytes | str) -> Element:
    """The root element. XmlError for what is not well-formed, too large or nested too deeply, or defines entities."""
    root = Element("", {}, 1)
    open_elements = [root]
    left = iter(range(MOST_ELEMENTS))
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def start(name: str, attributes: dict[str, str]) -> None:
        if len(open_elements) > MAX_DEPTH:
            raise XmlError(f"the elements are nested deeper than {MAX_DEPTH}", parser.CurrentLineNumber)
        if next(left, None) is None:
            raise XmlError(f"the document has more than {MOST_ELEMENTS:,} elements", parser.CurrentLineNumber)
        own = {_local(key): value for key, value in attributes.items()}
        element = Element(_local(name), own, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
        open_elements[-1].content.append(element)
        open_elements.append(element)

    def refuse(*_: object) -> None:
        raise XmlError("the document defines entities, which are not read", parser.CurrentLineNumber)

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _: open_elements.pop()
    parser.CharacterDataHandler = lambda text: open_elements[-1].content.append(text)
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise XmlError(f"this is not well-formed XML: {expat.ErrorString(error.code)}", error.lineno) from None
    except (LookupError, ValueError) as error:
        if isinstance(error, XmlError):
            raise
        raise XmlError("this is XML in an encoding that is not known", 1) from None
    return root.children[0]


def _local(name: str) -> str:
    return name.rpartition(":")[2]
