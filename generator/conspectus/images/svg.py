"""SVG drawings: how large they are, and whether they only draw.

Shown on a page, a browser runs no script of a drawing. Opened by its own address it would, as part of the site and
without the page's Content-Security-Policy. So a drawing with anything that runs or is loaded from elsewhere, or leads
to what does, is refused.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from xml.parsers import expat

from conspectus.diagnostics import HintedError

SVG, XHTML = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xhtml"
ACTIVE = frozenset("script foreignobject iframe embed object handler listener".split())
"""Elements that run something, or hold a document that may."""

ANIMATIONS = frozenset("animate set".split())
PICTURES = re.compile(r"data:image/(?:png|jpeg|gif|webp|avif)[;,]", re.IGNORECASE)
ELSEWHERE = re.compile(
    r"(?i)\b(?:url|src)\(\s*+[\"']?+\s*+(?!#|data:(?:image/(?:png|jpeg|gif|webp|avif)|font/|application/(?:x-)?font))"
    r"|@import\b|\bimage-set\("
)
"""What of a style leads out of the drawing."""

CSS_ESCAPE = re.compile(r"\\(?:([\da-fA-F]{1,6})\s?|(.))", re.S)
LENGTH = re.compile(r"\s*\+?(\d+(?:\.\d*)?|\.\d+)\s*(px|pt|pc|mm|cm|in)?\s*")
PIXELS = {None: 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
"""CSS pixels of each unit."""

LARGEST = 100_000


class UnsafeSvg(HintedError):  # noqa: N818 - it is a mistake of the content
    """What is wrong with a drawing (`has a script in line 3`), and what to do."""


def size(data: bytes) -> tuple[int, int]:
    """Width and height in CSS pixels, 0 and 0 where it does not say. UnsafeSvg for what is no SVG or does not only
    draw."""
    elements: list[tuple[str, Mapping[str, str]]] = []  # the first alone with its attributes
    styles: list[str] = []  # what the `style` that is open says
    parser = expat.ParserCreate(namespace_separator=" ")

    def element(name: str, attributes: Mapping[str, str]) -> None:
        elements.append((name, attributes if not elements else {}))
        refuse(_objection(name, attributes))
        parser.CharacterDataHandler = styles.append if name.rpartition(" ")[2].lower() == "style" else None

    def end(name: str) -> None:
        refuse(_in_style("".join(styles)))
        styles.clear()
        parser.CharacterDataHandler = None

    def refuse(reason: str) -> None:
        if reason:
            help = "export it as plain SVG, without scripts and links to other files"
            raise UnsafeSvg(f"has {reason} in line {parser.CurrentLineNumber}", help)

    parser.StartElementHandler, parser.EndElementHandler = element, end
    parser.ProcessingInstructionHandler = lambda target, data: refuse(_instruction(target))
    parser.EntityDeclHandler = lambda *entity: refuse("an entity of its own")
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise UnsafeSvg(f"is not valid SVG: line {error.lineno} cannot be read", "export it again") from None
    name, attributes = elements[0]
    if name != f"{SVG} svg":
        raise UnsafeSvg("is not an SVG drawing", f'its first element has to be `<svg xmlns="{SVG}">`')
    return _size(attributes)


def _instruction(target: str) -> str:
    """A stylesheet may be a program."""
    return f"the instruction `{target}`" if target.startswith("xml") else ""


def _objection(name: str, attributes: Mapping[str, str]) -> str:
    """Why an element is refused; empty for one that only draws."""
    namespace, _, element = name.rpartition(" ")
    if element.lower() in ACTIVE or namespace == XHTML:
        return f"the element `{element}`, which a browser may run,"
    reasons = (
        _in_attribute(element.lower(), attribute.rpartition(" ")[2].lower(), value)
        for attribute, value in attributes.items()
    )
    return next(filter(None, reasons), "")


def _in_attribute(element: str, attribute: str, value: str) -> str:
    """Why an attribute is refused; empty for one that is harmless."""
    if attribute.startswith("on"):
        return f"the attribute `{attribute}`, which is a script,"
    if element in ANIMATIONS and attribute == "attributename":
        changed = value.rpartition(":")[2].strip().lower()
        return f"an animation of `{changed}`" if changed == "href" or changed.startswith("on") else ""
    if attribute in ("href", "src"):
        plain = re.sub(r"[\x00-\x20\x7f]", "", value).lower()
        if plain.startswith("#") or PICTURES.match(plain):
            return ""
        if not plain.startswith(("http://", "https://")) and ":" in plain:
            return "an address that a browser may run"
        return "" if element == "a" else "a link to another file"
    return _in_style(value)


def _in_style(css: str) -> str:
    """Why a style is refused, in an attribute or an element; empty for one that is harmless."""
    plain = CSS_ESCAPE.sub(_unescaped, css) if "\\" in css else css
    return "a style that loads another file" if ELSEWHERE.search(plain) else ""


def _unescaped(found: re.Match[str]) -> str:
    code = int(found[1] or "0", 16)
    return found[2] or (chr(code) if code <= sys.maxunicode else "")


def _size(attributes: Mapping[str, str]) -> tuple[int, int]:
    sides = [LENGTH.fullmatch(attributes.get(name, "")) for name in ("width", "height")]
    lengths = [float(side[1]) * PIXELS[side[2]] for side in sides if side]
    box = re.split(r"[\s,]+", attributes.get("viewBox", "").strip())
    ratio = _ratio(box)
    if len(lengths) == 1 and ratio:
        lengths = [lengths[0], lengths[0] / ratio] if sides[0] else [lengths[0] * ratio, lengths[0]]
    elif len(lengths) < 2 and ratio:
        lengths = [float(box[2]), float(box[3])]
    if len(lengths) < 2 or not all(0 < length <= LARGEST for length in lengths):
        return 0, 0
    width, height = (max(1, round(length)) for length in lengths)
    return width, height


def _ratio(box: list[str]) -> float:
    """Width by height of a viewBox; 0 where there is none."""
    try:
        _, _, width, height = map(float, box)
    except ValueError:
        return 0.0
    return width / height if 0 < width <= LARGEST and 0 < height <= LARGEST else 0.0
