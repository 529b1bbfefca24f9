"""The made-up survey's site, whole and byte for byte: whatever changes on any page shows in the diff of a commit.

But for the digests in the names of assets: else a comma in the stylesheet would show on every page.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from conspectus.cache import Cache
from conspectus.pipeline import compile
from conspectus.project import Project

TESTS = Path(__file__).parent

NAMED = re.compile(rb"(/assets/[\w-]+)\.[0-9a-f]{8}(?=\.\w+)")
"""An asset's address on a page, up to its digest."""


LANGUAGES = ("de", "zh-Hans")
"""The languages that the pages come in besides English."""


def rendered(project: Project, *, one_of_each_kind: bool = False) -> dict[str, bytes]:
    """The pages by their paths; of the assets, only their names stand here, in the pages that use them.

    Pictures are left out: another version of Pillow may write the same picture in other bytes.
    """
    compiled = compile(project, Cache(None))
    pages = (page for page in compiled.site.pages if not page.path.endswith(".png"))
    if one_of_each_kind:
        pages = (page for page in pages if page.path.endswith(".html"))
        pages = iter({page.kind: page for page in reversed(list(pages))}.values())
    return {page.path: NAMED.sub(rb"\1", compiled.renderer.page(page).data) for page in pages}


def compare(pages: dict[str, bytes], folder: Path, request: pytest.FixtureRequest) -> None:
    """Compare pages with the files of a folder, or write them there."""
    if request.config.getoption("--golden-anew"):
        shutil.rmtree(folder, ignore_errors=True)
        for path, data in pages.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
        pytest.skip("written anew: read the diff before you commit it")
    golden = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert sorted(pages) == sorted(golden)
    for path, data in pages.items():
        expected = (folder / path).read_bytes().decode()
        assert data.decode() == expected, f"{path} differs; if that is meant: make golden"


def test_the_golden_site_is_what_comes_out(request: pytest.FixtureRequest) -> None:
    compare(rendered(Project(TESTS / "survey")), TESTS / "golden", request)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_page_of_each_kind_is_in_the_language(tag: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    shutil.copytree(TESTS / "survey", tmp_path, dirs_exist_ok=True)
    settings = tmp_path / "content" / "survey.yaml"
    lines = [line for line in settings.read_text("utf-8").splitlines() if not line.startswith("language:")]
    settings.write_text("\n".join([*lines, f"language: {tag}", ""]), "utf-8")
    compare(rendered(Project(tmp_path), one_of_each_kind=True), TESTS / f"golden_{tag}", request)
