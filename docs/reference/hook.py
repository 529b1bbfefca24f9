"""What mkdocs calls while it builds the manual: generated pages are added, and notes for the tests are left out."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from reference import PAGES

ICON = Path("templates/assets/icons/mark.svg")
"""The icon of the manual, which is that of the sites."""

NOTE = re.compile(r"<!--.*?-->\n", re.DOTALL)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """The files of the manual, and the pages that are generated."""
    for address, page in PAGES.items():
        files.append(File.generated(config, address, content=page()))
    files.append(File.generated(config, "assets/icon.svg", abs_src_path=str(ICON.resolve())))
    return files


def on_page_markdown(markdown: str, **_: object) -> str:
    """The text of a page without the comments that say which of its commands cannot be run in a test."""
    return NOTE.sub("", markdown)
