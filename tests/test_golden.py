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
GOLDEN = TESTS / "golden"


NAMED = re.compile(rb"(/assets/[\w-]+)\.[0-9a-f]{8}(?=\.\w+)")
"""An asset's address on a page, up to its digest."""


def rendered() -> dict[str, bytes]:
    """The pages by their paths; of the assets, only their names stand here, in the pages that use them.

    Pictures are left out: another version of Pillow may write the same picture in other bytes.
    """
    compiled = compile(Project(TESTS / "survey"), Cache(None))
    outputs = compiled.renderer.outputs(compiled.site)
    return {
        output.path: NAMED.sub(rb"\1", output.data)
        for output in outputs
        if not output.path.startswith("assets/") and not output.path.endswith(".png")
    }


def test_the_golden_site_is_what_comes_out(request: pytest.FixtureRequest) -> None:
    pages = rendered()
    if request.config.getoption("--golden-anew"):
        shutil.rmtree(GOLDEN, ignore_errors=True)
        for path, data in pages.items():
            (GOLDEN / path).parent.mkdir(parents=True, exist_ok=True)
            (GOLDEN / path).write_bytes(data)
        pytest.skip("written anew: read the diff before you commit it")
    golden = {path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*") if path.is_file()}
    assert sorted(pages) == sorted(golden)
    for path, data in pages.items():
        expected = (GOLDEN / path).read_bytes().decode()
        assert data.decode() == expected, f"{path} differs; if that is meant: make golden"
