"""What a wheel gets while it is built: man pages, templates as Python, and the addresses of the repository that it is
released from."""

from __future__ import annotations

import os
import re
import runpy
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.plugin.interface import MetadataHookInterface

REPOSITORY = "CONSPECTUS_REPOSITORY"
"""The environment variable with the repository's address, such as https://github.com/OWNER/NAME. Whoever releases knows
it; a wheel that is built without it names none."""

OF_A_FILE = re.compile(r"(?P<image>!?)(?P<text>\[[^\]]*\])\((?!\w+:|#)")
"""The beginning of a Markdown link, or an image, that leads to a file of the repository."""


class Derived(BuildHookInterface[Any]):
    """Puts a man page of each command where pipx and pip make it known to `man`, and the templates, compiled, where a
    build finds them."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        self.folder = TemporaryDirectory()
        man, compiled = Path(self.folder.name, "man"), Path(self.folder.name, "compiled")
        self.write_man_pages(man)
        build_data["shared_data"][str(man)] = "share/man/man1"
        if version != "editable":  # whose templates are edited
            self.write_templates(compiled)
            build_data["force_include"][str(compiled)] = "conspectus/render/precompiled"

    def write_man_pages(self, folder: Path) -> None:
        sys.path[:0] = [str(Path(self.root) / folder) for folder in ("generator", "docs")]
        from reference import man

        man.main(folder)

    def write_templates(self, folder: Path) -> None:
        """As `render/compiling.py` has it, which is run alone: the package around it needs more than a build has."""
        compiling = runpy.run_path(str(Path(self.root, "generator/conspectus/render/compiling.py")))
        (folder / compiling["PRECOMPILED"].name).mkdir(parents=True)
        for name, python in compiling["precompiled"](Path(self.root, "templates")):
            (folder / compiling["PRECOMPILED"].name / name).write_text(python, "utf-8")

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        self.folder.cleanup()


class Addresses(MetadataHookInterface):
    """Names the repository's addresses, where it is known, and has the links of the README lead there."""

    def update(self, metadata: dict[str, Any]) -> None:
        text = (Path(self.root) / "README.md").read_text("utf-8")
        if repository := os.environ.get(REPOSITORY):
            text = linked(text, repository)
            metadata["urls"] = {
                "Homepage": repository,
                "Documentation": f"{repository}/blob/HEAD/docs/index.md",
                "Source": repository,
                "Changelog": f"{repository}/blob/HEAD/CHANGELOG.md",
                "Issues": f"{repository}/issues",
            }
        metadata["readme"] = {"content-type": "text/markdown", "text": text}


def linked(text: str, repository: str) -> str:
    """Markdown whose links to files lead to those of the repository, so that they work elsewhere."""
    return OF_A_FILE.sub(
        lambda found: f"{found[0]}{repository}/{'raw' if found['image'] else 'blob'}/HEAD/",
        text,
    )
