"""The curator's images in `content/images/`: their sizes, and whether they can be published."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from conspectus.diagnostics import Mistake, Span
from conspectus.images.reading import BrokenImage, size
from conspectus.model.identifiers import is_safe_id, slug
from conspectus.model.paper import Source
from conspectus.model.survey import ImageFile


def load(source: Source) -> ImageFile:
    """An image with its size; one that cannot be shown, or not safely, has mistakes."""
    path = PurePosixPath(source.path.removeprefix("content/images/"))
    span = Span(source.path)
    mistakes = list(_misnamed(path, span))
    width = height = 0
    try:
        width, height = size(source.data, path.suffix.lower())
    except BrokenImage as broken:
        mistakes.append(Mistake("bad-image", f"`{path}` {broken}", span, broken.hint))
    return ImageFile(source, width, height, tuple(mistakes))


def _misnamed(path: PurePosixPath, span: Span) -> Iterator[Mistake]:
    for part in path.parts:
        if not is_safe_id(part):
            name = PurePosixPath(part)
            better = f"{slug(name.stem) or 'image'}{name.suffix.lower()}"
            message = f"the image name `{part}` cannot be part of an address"
            yield Mistake("bad-identifier", message, span, f"rename it, for example to `{better}`")
