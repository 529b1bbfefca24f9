"""Pictures of pages: what is drawn, and what is left out because the letters for it are not there."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from conspectus.cache import Cache
from conspectus.language import ENGLISH
from conspectus.model.site import Page, Picture, Shell
from conspectus.render import Renderer, pictures
from made_up_pages import ANY

BARS = (("2021", 3), ("2022", 0), ("2023", 12))
LAMPS = Picture("Lamps that mind themselves", "Lights", "From the wick to the watch", "15 papers", BARS)


def opened(picture: Picture) -> Image.Image:
    image = Image.open(io.BytesIO(pictures.drawn(picture)))
    image.load()
    return image


def ink(picture: Picture, top: int, bottom: int) -> int:
    """How many pixels of some rows are not ground."""
    image = opened(picture).convert("RGB").crop((0, top, Picture.WIDTH, bottom))
    return sum(number for number, colour in image.getcolors(1 << 16) or () if colour != pictures.GROUND)


def test_a_picture_is_a_png_of_its_size_and_always_the_same() -> None:
    image = opened(LAMPS)
    assert (image.format, image.size) == ("PNG", (1200, 630))
    pictures._font.cache_clear()
    assert pictures.drawn(LAMPS) == pictures.drawn(LAMPS)
    assert len(pictures.drawn(LAMPS)) < 60_000


def test_bars_are_as_tall_as_their_numbers() -> None:
    image = opened(Picture("", bars=BARS)).convert("RGB")
    slot = 148
    heights = [
        sum(image.getpixel((pictures.MARGIN + slot * n + 10, y)) == pictures.RUBRIC for y in range(200, 540))
        for n in range(3)
    ]
    assert heights == [pictures.MOST_CHART * 3 // 12, 0, pictures.MOST_CHART]


@pytest.mark.parametrize("text", ["Lamps", "Øresund, Œuvres & Łódź", "Μηχανή", "Обзор", "Việt", "“KV” — 3×…"])
def test_what_the_letters_can_write_is_written(text: str) -> None:
    assert pictures.written(text) == text


@pytest.mark.parametrize("text", ["灯台", "Lamps 灯", "منارة", "दीप", "등대"])
def test_text_in_other_scripts_is_left_out_whole(text: str) -> None:
    assert pictures.written(text) == ""
    assert ink(Picture(text), 90, 630) == ink(Picture(""), 90, 630)


def test_a_sign_without_a_letter_is_left_out_alone() -> None:
    assert pictures.written("Lamps 🏮 at  sea") == "Lamps at sea"


def test_a_long_title_gets_smaller_and_is_cut_in_the_end() -> None:
    font = pictures._bold(pictures.SIZES[-1])
    lines = pictures.fitted("Lamps and lighthouses " * 30, font, 3)
    assert len(lines) == 3 and lines[-1].endswith("…")
    assert all(font.getlength(line) <= pictures.WIDTH for line in (*lines, *pictures.fitted("L" * 300, font, 3)))
    assert ink(Picture("Lamps and lighthouses " * 30), 0, 630) > 0


def test_without_room_there_are_no_bars() -> None:
    crowded = Picture("Lamps " * 40, "Lights", "From the wick to the watch " * 9, bars=BARS)
    image = opened(crowded).convert("RGB")
    assert not [y for y in range(100, 539) if image.getpixel((90, y)) == pictures.RUBRIC]


def test_a_renderer_draws_a_picture_once_and_keeps_it(tmp_path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    shell = Shell("Lamps", "", ENGLISH, "", "", "/", "", (), "")
    page = Page("preview.png", ANY, "", lambda: LAMPS)
    first = Renderer([tmp_path], shell, Cache(tmp_path / "cache")).page(page)
    assert (first.path, first.data) == ("preview.png", pictures.drawn(LAMPS))
    monkeypatch.setattr(pictures, "drawn", lambda picture: b"drawn again")
    assert Renderer([tmp_path], shell, Cache(tmp_path / "cache")).page(page) == first
