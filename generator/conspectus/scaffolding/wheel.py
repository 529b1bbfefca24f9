"""A wheel of the running Conspectus, made of its installed files, so that it needs no build tool and no network.

The format is specified at https://packaging.python.org/specifications/binary-distribution-format/.
"""

from __future__ import annotations

import base64
import hashlib
import io
import zipfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from conspectus.project import PACKAGE, packaged_templates
from conspectus.scaffolding.origin import NAME

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The time that every file in the archive has, so that the same files make the same wheel."""

OF_THE_INSTALLATION = ("RECORD", "INSTALLER", "REQUESTED", "direct_url.json")
"""What an installer writes beside the metadata, which would name this machine."""


class NoMetadataError(Exception):
    """Conspectus runs without being installed, so that nothing says what it depends on."""


def wheel() -> tuple[str, bytes]:
    """The wheel's name and its bytes, the same for the same files. NoMetadataError if Conspectus is not installed."""
    try:
        distribution = metadata.distribution(NAME)
    except metadata.PackageNotFoundError as error:
        raise NoMetadataError from error
    contents = {**dict(_package()), **dict(_metadata(distribution))}
    record = f"{NAME}-{distribution.version}.dist-info/RECORD"
    lines = [f"{name},sha256={_digest(data)},{len(data)}\n" for name, data in contents.items()]
    contents[record] = "".join([*lines, f"{record},,\n"]).encode()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in contents.items():
            archive.writestr(zipfile.ZipInfo(name, FIRST_DAY), data, zipfile.ZIP_DEFLATED)
    return f"{NAME}-{distribution.version}-py3-none-any.whl", buffer.getvalue()


def _package() -> Iterator[tuple[str, bytes]]:
    """The package's files by their paths in the wheel, with the templates, which a checkout has elsewhere."""
    templates = packaged_templates()
    for folder, inside in ((PACKAGE, NAME), (templates, f"{NAME}/templates")):
        for path in sorted(folder.rglob("*")):
            parts = path.relative_to(folder).parts
            is_left_over = "__pycache__" in parts or any(part.startswith(".") or part.endswith("~") for part in parts)
            if path.is_file() and not is_left_over:
                yield f"{inside}/{'/'.join(parts)}", path.read_bytes()


def _metadata(distribution: metadata.Distribution) -> Iterator[tuple[str, bytes]]:
    """What the wheel that was installed said of itself."""
    for path in sorted(distribution.files or []):
        folder, _, name = path.as_posix().partition("/")
        if folder.endswith(".dist-info") and name not in OF_THE_INSTALLATION:
            yield path.as_posix(), Path(str(path.locate())).read_bytes()


def _digest(data: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).decode().rstrip("=")
