"""The fonts that come with the site, and the sizes that text is set in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ASSETS = Path(__file__).resolve().parents[2] / "templates" / "assets"
STYLES = sorted((ASSETS / "css" / "site").glob("*.css"))
ALL = "\n".join(path.read_text("utf-8") for path in STYLES)

SMALLEST = 14.5


def test_fonts_stay_small() -> None:
    assert sum(path.stat().st_size for path in (ASSETS / "fonts").glob("*.woff2")) < 90_000


def test_fonts_carry_no_reserved_name_and_their_license() -> None:
    assert not re.search(r"font-family: \"Source", ALL)
    text = (ASSETS / "fonts" / "LICENSE-fonts.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in text
    assert "Reserved Font Name 'Source'" in text


def test_pages_preload_just_the_fonts_that_all_of_them_need() -> None:
    base = (ASSETS.parent / "layouts" / "base.html").read_text("utf-8")
    assert re.findall(r"rel=\"preload\" href=\"{{ '([^']+)'", base) == ["fonts/serif.woff2", "fonts/sans.woff2"]


def test_figures_are_of_one_height_everywhere() -> None:
    assert "oldstyle-nums" not in ALL
    assert "font-variant-numeric: lining-nums" in ALL


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_no_text_on_screen_is_too_small(path: Path) -> None:
    """Sizes in pixels, and relative ones below the smallest step of the scale, which is 14.5 pixels."""
    text = re.sub(r"@media print \{.*?\n\}", "", path.read_text("utf-8"), flags=re.DOTALL)
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    declared = re.findall(r"\bfont(?:-size)?: ([^;]+);", text)
    sizes = [size for value in declared for size in re.findall(r"(?<![\w.(-])([\d.]+)(px|r?em)\b", value)]
    small = [f"{size}{unit}" for size, unit in sizes if float(size) < (SMALLEST if unit == "px" else 0.9)]
    assert not small
