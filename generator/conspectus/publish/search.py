"""The search index, made by Pagefind from the pages whose kind says so: those of papers.

Words are stemmed as the language that the pages declare wants it; it is one and the same on all of them.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path

from conspectus.model.site import Output
from conspectus.publish.bundle import NAMES, named, trimmed
from conspectus.publish.errors import PublishError
from conspectus.publish.paths import INDEX, checked
from conspectus.publish.steady import steady


def digest(pages: Mapping[str, str]) -> str:
    """What an index depends on, as one digest: the pages, by path and digest, and who makes it how."""
    inputs = [version("pagefind-bin"), NAMES, *(f"{path} {pages[path]}" for path in sorted(pages))]
    return hashlib.sha256("\n".join(inputs).encode()).hexdigest()


def index(site: Path, globs: Sequence[str]) -> None:
    """Index the pages of a site that globs name, of which there is one at least, into its folder `pagefind/`.

    PublishError, with Pagefind's own words, if it fails.
    """
    _index(site, site / INDEX, f"{{{','.join(globs)}}}")


def index_outputs(outputs: Iterable[Output], bundle: Path) -> None:
    """Index those of some outputs that are to be found into the folder `bundle`, which is made anew."""
    with tempfile.TemporaryDirectory(prefix="conspectus-") as folder:
        site = Path(folder)
        for output in outputs:
            if output.indexed:
                file = site / checked(output.path)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(output.data)
        shutil.rmtree(bundle, ignore_errors=True)
        if any(site.iterdir()):
            _index(site, bundle, "**/*.html")
        bundle.mkdir(exist_ok=True)


def _index(site: Path, bundle: Path, glob: str) -> None:
    command = ["--site", str(site.absolute()), "--output-path", str(bundle.absolute())]
    command += ["--glob", glob]
    # Pagefind also reads settings from its environment and from files in the folder it is started in: an empty one.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    bundle.mkdir()
    try:
        done = subprocess.run(  # noqa: S603 - the binary of a package we depend on, without a shell
            [_binary(), *command],
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
        raise PublishError(f"Pagefind, which makes the search index, does not start: {error}") from error
    if done.returncode != 0:
        raise PublishError(f"Pagefind, which makes the search index, failed: {_words(done.stdout)}")
    steady(bundle)
    named(bundle)
    trimmed(bundle)


def _binary() -> str:
    try:
        from pagefind_bin import get_executable

        return str(get_executable())
    except (ImportError, OSError) as error:
        raise PublishError(f"Pagefind, which makes the search index, is not installed: {error}") from error


def _words(output: str) -> str:
    """Pagefind's error message, without its report of what it did before."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    wrong = next((number for number, line in enumerate(lines) if line.startswith("Error")), max(len(lines) - 5, 0))
    return " ".join(lines[wrong:])[:2000] or "it does not say why"
