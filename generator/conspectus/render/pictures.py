"""Pictures of pages, as a link to them is shown elsewhere: drawn with Pillow in the look of the site, as PNG.

Letters are Source Serif's: Latin, Greek and Cyrillic. What is written in other scripts is left out of the picture:
a row of boxes tells nobody anything. The same picture gives the same bytes with the same Pillow.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from conspectus.model.site import Picture

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

GROUND, INK, RUBRIC = (0xFB, 0xFA, 0xF7), (0x1E, 0x1D, 0x1A), (0x8A, 0x2B, 0x1D)
"""The site's colours, as `10-tokens.css` has them in the light."""

STRONG, QUIET, LINE, BAR = 127, 92, 24, 255
"""Where colours stand in the palette: from the ground to ink, then from the ground to the rubric. So letters blend into
the ground by their number alone, and the picture has one byte for each pixel."""

MARGIN, BASE = 80, 540
SIZES = (80, 72, 64, 56, 50, 44)
"""Of a title, in pixels: the largest that fits is taken."""

TITLE_LINES, TEXT_LINES = 3, 2
LEAST_CHART, MOST_CHART = 90, 220
"""How tall the bars are drawn; with less room, none are."""

MOST_CHARACTERS = 400


def drawn(picture: Picture) -> bytes:
    """The picture as a PNG file."""
    from PIL import Image, ImageDraw

    canvas = Image.new("L", (picture.WIDTH, picture.HEIGHT), 0)
    draw = ImageDraw.Draw(canvas)
    draw.rectangle((MARGIN, 64, MARGIN + 95, 71), fill=BAR)
    draw.text((MARGIN + WIDTH, 54), written(picture.figures), font=_font(26), fill=QUIET, anchor="ra")
    y = 100
    if above := written(picture.above):
        y = _lines(draw, y, fitted(above, _font(30), 1), _font(30), QUIET) + 6
    if title := written(picture.title):
        font = next(
            (font for font in map(_bold, SIZES) if len(fitted(title, font, 9)) <= TITLE_LINES), _bold(SIZES[-1])
        )
        y = _lines(draw, y, fitted(title, font, TITLE_LINES), font, STRONG)
    if below := written(picture.below):
        y = _lines(draw, y + 12, fitted(below, _font(34), TEXT_LINES), _font(34), QUIET)
    _chart(draw, picture.bars, max(y + 56, BASE - MOST_CHART))
    canvas.putpalette(_palette())
    file = io.BytesIO()
    canvas.save(file, "PNG")
    return file.getvalue()


def written(text: str) -> str:
    """The text without signs that the letters do not have; empty if they don't have all of its letters and digits."""
    text = " ".join(text[:MOST_CHARACTERS].split())
    kept = "".join(character for character in text if _has(character))
    lost = any(character.isalnum() and not _has(character) for character in text)
    return "" if lost else " ".join(kept.split())


def fitted(text: str, font: FreeTypeFont, most: int) -> list[str]:
    """The text in lines as wide as the picture, at most so many; what is left out shows as `…`."""
    lines = list(_wrapped(text.split(), font))
    if len(lines) > most or any(font.getlength(line) > WIDTH for line in lines):
        lines = lines[:most]
        last = lines[-1]
        while last and font.getlength(f"{last}…") > WIDTH:
            last = last.rpartition(" ")[0] or last[:-1]
        lines[-1] = f"{last}…"
    return lines


WIDTH = Picture.WIDTH - 2 * MARGIN


def _wrapped(words: Sequence[str], font: FreeTypeFont) -> Iterator[str]:
    line = ""
    for word in words:
        if line and font.getlength(f"{line} {word}") > WIDTH:
            yield line
            line = word
        else:
            line = f"{line} {word}".strip()
    yield line


def _lines(draw: ImageDraw, y: int, lines: Sequence[str], font: FreeTypeFont, fill: int) -> int:
    """Write lines below one another; returns where the next could stand."""
    step = round(font.size * 1.22)
    for number, line in enumerate(lines):
        draw.text((MARGIN, y + number * step), line, font=font, fill=fill)
    return y + len(lines) * step


def _chart(draw: ImageDraw, bars: Sequence[tuple[str, int]], top: int) -> None:
    """Bars from `top` to the base line, each with its label below."""
    if not bars or BASE - top < LEAST_CHART:
        return
    font = _font(24)
    most = max(count for _, count in bars)
    slot = min(WIDTH // len(bars), 148)
    for number, (label, count) in enumerate(bars):
        left, width = MARGIN + number * slot, round(slot * 0.64)
        if count:
            draw.rectangle((left, BASE - max(4, (BASE - top) * count // most), left + width, BASE - 1), fill=BAR)
        if font.getlength(label) < slot:
            draw.text((left + width // 2, BASE + 12), label, font=font, fill=QUIET, anchor="ma")
    draw.line((MARGIN, BASE, MARGIN + WIDTH, BASE), fill=LINE, width=2)


@cache
def _palette() -> list[int]:
    def ramp(end: tuple[int, int, int]) -> Iterator[int]:
        for step in range(128):
            yield from (first + (last - first) * step // 127 for first, last in zip(GROUND, end, strict=True))

    return [*ramp(INK), *ramp(RUBRIC)]


@cache
def _font(size: int) -> FreeTypeFont:
    import font_source_serif_pro
    from PIL import ImageFont

    return ImageFont.truetype(font_source_serif_pro.SourceSerifPro, size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _bold(size: int) -> FreeTypeFont:
    import font_source_serif_pro
    from PIL import ImageFont

    return ImageFont.truetype(font_source_serif_pro.SourceSerifProSemibold, size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _has(character: str) -> bool:
    """Whether the letters have this one: what they don't have is drawn like what nobody has."""
    return character == " " or bytes(_font(30).getmask(character)) != bytes(_font(30).getmask("\U0010fffd"))
