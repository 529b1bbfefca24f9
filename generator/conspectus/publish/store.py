"""A site in an object store, such as a bucket of Amazon S3, reached through fsspec.

A store can swap nothing, so files are replaced one after another. A list of their digests is kept beside them, and only
what differs is sent. While a build goes on the list is empty: after one that was broken off, the next sends all files.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from conspectus.model.site import Kept, Made
from conspectus.publish.errors import PublishError
from conspectus.publish.paths import checked
from conspectus.publish.present import MANIFEST
from conspectus.publish.writing import Write, Written

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem


class StoreWriter:
    """Sends files to `url` that are not there yet by their digests."""

    def __init__(self, url: str, digests: Mapping[str, str]) -> None:
        self._url, self._digests = url, digests

    def __call__(self, made: Made) -> Written:
        """Send an output. PublishError if its path leaves the site, OSError where the store refuses."""
        assert not isinstance(made, Kept)  # noqa: S101 - nothing is known of what pages in a store show
        path, digest = checked(made.path), hashlib.sha256(made.data).hexdigest()
        same = self._digests.get(path) == digest
        if not same:
            files, root = _opened(self._url)
            _send(files, f"{root}/{path}", made.data)
        return Written(path, same, digest)

    def repeatable(self) -> StoreWriter:
        """As `Write.repeatable`: a store takes a file whole or not at all."""
        return self


def send(outputs: Callable[[Write], Iterable[Written]], url: str) -> None:
    """Make what is at `url` exactly these outputs.

    PublishError if something else is there, if the store is not known, or its library is not installed. OSError where
    it refuses.
    """
    files, root = _opened(url)
    before = _digests(files, root)
    manifest = f"{root}/{MANIFEST}"
    _send(files, manifest, _listed(dict.fromkeys(before, "")))
    now: dict[str, str] = {}
    for written in outputs(StoreWriter(url, before)):
        if written.path in now:
            raise PublishError(f"two pages would be written to {written.path!r}; rename one of them")
        now[written.path] = written.digest
    gone = sorted(before.keys() - now.keys())
    if gone:
        files.rm([f"{root}/{path}" for path in gone])
    _send(files, manifest, _listed(now))


def _opened(url: str) -> tuple[AbstractFileSystem, str]:
    """The store's files, and where among them the site is."""
    try:
        from fsspec.core import url_to_fs

        files, root = url_to_fs(url)
    except ImportError as error:
        raise PublishError(f"{error}", "for Amazon S3 run `pip install 'conspectus[cluster]'`") from error
    except ValueError as error:
        raise PublishError(f"{url} is no address of a store: {error}", "write it as s3://bucket/folder") from error
    return files, root.rstrip("/")


def _digests(files: AbstractFileSystem, root: str) -> dict[str, str]:
    """The digests of the files that a build sent; empty ones after a build that was broken off."""
    files.invalidate_cache()
    try:
        listed: Any = json.loads(files.cat_file(f"{root}/{MANIFEST}"))["digests"]
        return {checked(str(path)): str(digest) for path, digest in listed.items()}
    except FileNotFoundError:
        if found := files.find(root, maxdepth=2)[:3] if files.exists(root) else []:
            raise PublishError(
                f"files are there that a build did not send: {', '.join(found)}", "name an empty folder of the store"
            ) from None
        return {}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise PublishError(f"{root}/{MANIFEST} is not a list of a build's files", "name another folder") from error


def _listed(digests: Mapping[str, str]) -> bytes:
    return json.dumps({"digests": dict(sorted(digests.items()))}, indent=0, ensure_ascii=False).encode() + b"\n"


def _send(files: AbstractFileSystem, path: str, data: bytes) -> None:
    """Send a file whole. From a file on the disk, whose name tells the store what kind it is."""
    with tempfile.TemporaryDirectory(prefix="conspectus-") as folder:
        file = Path(folder) / PurePosixPath(path).name
        file.write_bytes(data)
        files.put_file(str(file), path)
