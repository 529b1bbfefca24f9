"""The size of an image, without decoding it; BrokenImage for one that is not to be published."""

from __future__ import annotations

import io
import warnings

from conspectus.diagnostics import HintedError
from conspectus.images import svg

MOST_BYTES = 5 * 1024 * 1024
"""Readers on a phone wait for a larger image longer than they read."""

MOST_PIXELS = 40_000_000
"""A browser needs four bytes for each while it shows the image."""

FORMATS = {
    ".png": "PNG",
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".gif": "GIF",
    ".webp": "WEBP",
    ".avif": "AVIF",
}
"""What Pillow calls the formats that every browser shows."""

ORIENTATION = 0x0112
"""The EXIF tag; from 5 on, a photo is shown turned by a quarter."""


class BrokenImage(HintedError):  # noqa: N818 - it is a mistake of the content
    """What is wrong with an image (`is larger than …`), and what to do."""


def size(data: bytes, suffix: str) -> tuple[int, int]:
    """Width and height in CSS pixels; 0 and 0 for an SVG that does not say. BrokenImage for what is not published."""
    if len(data) > MOST_BYTES:
        megabytes = f"{len(data) / 1024 / 1024:,.1f} MiB"
        raise BrokenImage(f"has {megabytes}; at most {MOST_BYTES // 1024 // 1024} MiB are published", "make it smaller")
    if suffix == ".svg":
        try:
            return svg.size(data)
        except svg.UnsafeSvg as unsafe:
            raise BrokenImage(str(unsafe), unsafe.hint) from None
    return _size(data, suffix)


def _size(data: bytes, suffix: str) -> tuple[int, int]:
    from PIL import Image, UnidentifiedImageError

    too_many = BrokenImage(f"has more than {MOST_PIXELS // 1_000_000} million pixels", "make it smaller")
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(io.BytesIO(data)) as image:
            found, (width, height) = image.format, image.size
            turned = found == "JPEG" and image.getexif().get(ORIENTATION, 1) >= 5
    except Image.DecompressionBombError:
        raise too_many from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        raise BrokenImage("cannot be read as an image", "export it again as PNG, JPEG or SVG") from None
    if found != FORMATS[suffix]:
        right = next((suffix for suffix, format in FORMATS.items() if format == found), ".png")
        help = f"rename it to end in {right}" if found in FORMATS.values() else "export it as PNG, JPEG or SVG"
        raise BrokenImage(f"is a file of the format {found}", help)
    if width * height > MOST_PIXELS:
        raise too_many
    return (height, width) if turned else (width, height)
