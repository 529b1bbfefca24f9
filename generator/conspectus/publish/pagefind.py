"""What Pagefind stores: files of the site that are given to it, one in a page of its own each.

It packs what it stores and names it after what is in it, so that a reader's browser fetches again only what changed.
"""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import tempfile
from collections.abc import Mapping
from html import escape
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from urllib.parse import quote

from conspectus.publish.bundle import listed, named, stored, texts_of, trimmed
from conspectus.publish.errors import PublishError

PAGE = '<!doctype html><html lang="en"><body data-pagefind-body><p id="{}">1</p></body></html>'
"""A page by which Pagefind stores a text, as an id: of all else it indexes the words too, which takes three times as
long. A page without any word would not be stored."""

SPACE = re.compile(r"\s")
"""What Pagefind leaves out of an id."""

SUFFIX = ".html"
"""What a page's name has behind that of the file whose text it has."""

WITHOUT = "build with --no-search, which writes that into files"
"""What helps whatever is wrong with Pagefind."""


def digest(files: Mapping[str, bytes]) -> str:
    """What the folder depends on, as one digest: the files, by their paths, and who stores them how. PublishError if
    Pagefind is not installed."""
    try:
        made = hashlib.sha256(f"{version('pagefind-bin')} {PAGE}".encode())
    except PackageNotFoundError as error:
        raise _missing(error) from error
    for path in sorted(files):
        made.update(b"\0" + path.encode() + b"\0" + hashlib.sha256(files[path]).digest())
    return made.hexdigest()


def store(files: Mapping[str, bytes], bundle: Path, room: Path) -> None:
    """Have Pagefind store files, of which there is one at least, in the folder `bundle`, which it makes; what it reads
    is in the folder `room` meanwhile.

    PublishError, with Pagefind's own words, if it fails.
    """
    texts = {path: _without_spaces(data.decode()) for path, data in files.items()}
    with tempfile.TemporaryDirectory(dir=room.absolute()) as folder:
        for path, text in texts.items():
            page = Path(folder, f"{path}{SUFFIX}")
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(PAGE.format(escape(text)), "utf-8")
        _run(Path(folder), bundle)
    trimmed(bundle)
    pages = stored(bundle)
    if texts_of(pages) != {f"/{path}{SUFFIX}": [text] for path, text in texts.items()}:
        raise PublishError(
            "Pagefind did not store all that search results show", f"make room on the disk, or {WITHOUT}"
        )
    named(bundle, pages, SUFFIX)
    listed(bundle)


def _without_spaces(text: str) -> str:
    """A text as it stands in the query of an address, as far as is needed."""
    text = text.replace("%", "%25").replace("+", "%2B").replace(" ", "+")
    return SPACE.sub(lambda space: quote(space[0]), text)


def _run(pages: Path, bundle: Path) -> None:
    # Pagefind also reads settings from its environment and from files in the folder it is started in: an empty one.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    bundle.mkdir()
    try:
        done = subprocess.run(  # noqa: S603 - the binary of a package we depend on, without a shell
            [_binary(), "--site", str(pages), "--output-path", str(bundle.absolute())],
            cwd=bundle,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
        )
    except OSError as error:
        raise PublishError(
            f"Pagefind, which stores what search results show, does not start: {error}", WITHOUT
        ) from error
    if done.returncode != 0:
        raise PublishError(f"Pagefind, which stores what search results show, failed: {_words(done.stdout)}", WITHOUT)


def _binary() -> str:
    try:
        from pagefind_bin import get_executable

        return str(get_executable())
    except (ImportError, OSError) as error:
        raise _missing(error) from error


def _missing(error: Exception) -> PublishError:
    return PublishError(
        f"Pagefind, which stores what search results show, is not installed: {error}",
        f"run `pip install pagefind-bin`, or {WITHOUT}",
    )


def _words(output: str) -> str:
    """Pagefind's error message, without its report of what it did before."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    wrong = next((number for number, line in enumerate(lines) if line.startswith("Error")), max(len(lines) - 5, 0))
    return " ".join(lines[wrong:])[:2000] or "it does not say why"
