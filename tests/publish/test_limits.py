"""What a host would refuse is named, with what is large in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from conspectus.publish import HOSTS, excess
from conspectus.publish.limits import Limits


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, size in {
        "index.html": 10,
        "data/papers.json": 900,
        "papers/a/index.html": 50,
        "papers/b/index.html": 60,
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(bytes(size * 1000))
    return tmp_path


def test_a_site_that_fits_is_not_mentioned(site: Path) -> None:
    assert all(not excess(site, limits) for limits in HOSTS.values())


def test_what_is_large_is_named_largest_first(site: Path) -> None:
    assert excess(site, Limits(total=1_000_000, files=3, each=500_000)) == [
        "the site has 1.0 MB, the limit is 1.0 MB; largest: data/ 0.9 MB, papers/ 0.1 MB, index.html 0.0 MB",
        "the site has 4 files, the limit is 3; most are in: papers/ 2, index.html 1, data/ 1",
        "data/papers.json has 0.9 MB, the limit for a file is 0.5 MB",
    ]
