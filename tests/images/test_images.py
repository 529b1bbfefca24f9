"""Images: their sizes, and which of them are not published. All of them are made here."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from conspectus import images
from conspectus.images import reading
from conspectus.model.paper import Source
from conspectus.model.survey import ImageFile

XMLNS = 'xmlns="http://www.w3.org/2000/svg"'


def load(name: str, data: bytes | str) -> ImageFile:
    return images.load(Source.of(f"content/images/{name}", data if isinstance(data, bytes) else data.encode()))


def pixels(width: int, height: int, format: str, **more: object) -> bytes:
    """An image of this size; a GIF says so, and draws nothing but its first pixel."""
    file = io.BytesIO()
    drawn = (1, 1) if format == "GIF" else (width, height)
    Image.new("RGB", drawn).save(file, format, **more)
    data = file.getvalue()
    return (
        data[:6] + width.to_bytes(2, "little") + height.to_bytes(2, "little") + data[10:] if format == "GIF" else data
    )


def problem(name: str, data: bytes | str) -> str:
    (mistake,) = load(name, data).mistakes
    return mistake.message


@pytest.mark.parametrize(("suffix", "format"), reading.FORMATS.items())
def test_a_picture_is_as_large_as_it_says(suffix: str, format: str) -> None:
    image = load(f"lamp{suffix}", pixels(32, 20, format))
    assert (image.width, image.height, image.mistakes, image.url) == (32, 20, (), f"images/lamp{suffix}")


def test_a_photo_taken_upright_is_as_high_as_it_is_shown() -> None:
    exif = Image.Exif()
    exif[reading.ORIENTATION] = 6
    image = load("lamp.JPG", pixels(32, 20, "JPEG", exif=exif))
    assert (image.width, image.height) == (20, 32)


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('viewBox="0 0 320 200"', (320, 200)),
        ('viewBox="0,0,0.5,0.25" width="100"', (100, 50)),
        ('viewBox="0 0 40 20" height="1in" width="100%"', (192, 96)),
        ('width="12pt" height="10mm"', (16, 38)),
        ('viewBox="0 0 0 0"', (0, 0)),
        ('viewBox="a lamp"', (0, 0)),
        ("", (0, 0)),
    ],
)
def test_a_drawing_is_as_large_as_it_says_or_as_its_view_box(attributes: str, size: tuple[int, int]) -> None:
    image = load(
        "lamp.svg",
        f'<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd"><svg {XMLNS} {attributes}/>',
    )
    assert ((image.width, image.height), image.mistakes) == (size, ())


@pytest.mark.parametrize(
    "inner",
    [
        "<script>alert(1)</script>",
        '<s:script xmlns:s="http://www.w3.org/2000/svg"/>',
        "<SCRIPT/>",
        '<path onclick="alert(1)"/>',
        '<path ONLOAD="alert(1)"/>',
        "<foreignObject><p/></foreignObject>",
        '<h:img xmlns:h="http://www.w3.org/1999/xhtml" src="x"/>',
        '<a href="javascript:alert(1)"/>',
        '<a xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href=" java&#10;script:alert(1)"/>',
        '<use href="data:image/svg+xml;base64,xx"/>',
        '<a><animate attributeName="href" values="javascript:alert(1)"/></a>',
        '<set attributeName="xlink:href" to="javascript:alert(1)"/>',
        '<set attributeName="onclick" to="alert(1)"/>',
        "<style>rect { background: url(https://lamps.example/x) }</style>",
        "<style><![CDATA[rect { fill: url( 'x.svg#a' ) }]]></style>",
        "<style>@<!-- -->import 'x.css';</style>",
        "<style>rect { fill: \\75 rl(//lamps.example) }</style>",
        '<path fill="url(https://lamps.example/#x)"/>',
        '<path style="mask: URL(&quot;x.svg#a&quot;)"/>',
        "<path style=\"background: image-set('x.png' 1x)\"/>",
        '<image href="https://lamps.example/x.png"/>',
        '<use href="x.svg#a"/>',
    ],
)
def test_a_drawing_that_could_run_or_load_something_is_not_published(inner: str) -> None:
    assert "in line 2" in problem("lamp.svg", f"<svg {XMLNS}>\n{inner}</svg>")


@pytest.mark.parametrize(
    "head", ['<?xml-stylesheet href="x.xsl" type="text/xsl"?>', '<!DOCTYPE svg [<!ENTITY a "b">]>']
)
def test_a_drawing_with_a_program_or_entities_is_not_published(head: str) -> None:
    assert "in line 1" in problem("lamp.svg", f"{head}<svg {XMLNS}/>")


@pytest.mark.parametrize(
    "inner",
    [
        '<a href="https://lamps.example"><path/></a>',
        '<use href="#wick"/>',
        '<image href="data:image/png;base64,xx"/>',
        '<animate attributeName="x" to="3"/>',
        '<i:view xmlns:i="https://inkscape.example"/>',
        "<style>path { fill: none; mask: url(#wick) }</style>",
        "<style>@font-face { src: url(data:font/woff2;base64,xx) }</style>",
        "<title>@import and url(x)</title>",
        '<path fill="url(#a)" style="filter: url(\'#b\')"/>',
    ],
)
def test_what_only_draws_is_published(inner: str) -> None:
    assert load("lamp.svg", f"<svg {XMLNS}>{inner}</svg>").mistakes == ()


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("lamp.svg", "<html/>", "`lamp.svg` is not an SVG drawing"),
        ("lamp.svg", "<svg>", "`lamp.svg` is not valid SVG: line 1 cannot be read"),
        ("lamp.png", "", "`lamp.png` cannot be read as an image"),
        ("sub/lamp.png", pixels(1, 1, "GIF"), "`sub/lamp.png` is a file of the format GIF"),
        ("lamp.png", b"\0" * 6_000_000, "`lamp.png` has 5.7 MiB; at most 5 MiB are published"),
        ("a.gif", pixels(9000, 5000, "GIF"), "`a.gif` has more than 40 million pixels"),
        ("a.gif", pixels(20_000, 20_000, "GIF"), "`a.gif` has more than 40 million pixels"),
        ("My lamp.png", pixels(1, 1, "PNG"), "the image name `My lamp.png` cannot be part of an address"),
    ],
)
def test_what_cannot_be_published_says_why(name: str, data: bytes | str, message: str) -> None:
    assert problem(name, data) == message
