"""A made-up site to publish, and where it goes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from conspectus.model.site import Output
from conspectus.publish import publish
from conspectus.publish.present import MANIFEST


def with_stored(outputs: Iterable[Output]) -> Iterator[Output]:
    """Have Pagefind store the pages of papers too."""
    for output in outputs:
        yield output
        if output.path.startswith("papers/"):
            yield Output(f"stored/{output.path}.json", output.data, stored=True)


class Desk:
    """Makes up sites, publishes them into `out`, and looks at what is there then."""

    def __init__(self, folder: Path) -> None:
        self.out = folder / "here" / "site"

    def paper(self, number: int, words: str = "oil") -> Output:
        html = f'<html lang="en"><title>Lamp {number}</title><h1>Lamp {number}</h1><p>{words}</p>'
        return Output(f"papers/lamp-{number}/index.html", html.encode())

    def site(self, papers: int = 4, front: str = "front") -> list[Output]:
        pages = [Output("index.html", front.encode()), Output("topics/wicks/index.html", b"wicks")]
        return [*pages, *(self.paper(number) for number in range(papers))]

    def put(self, outputs: Iterable[Output], search: bool = False, out: Path | None = None) -> list[str]:
        """Publish, and have Pagefind store papers if there is to be a search; returns the stages that were told of."""
        stages: list[str] = []
        made = with_stored(outputs) if search else outputs
        publish(lambda site, write: map(write, made), out or self.out, progress=stages.append)
        return stages

    def held(self, folder: Path | None = None) -> dict[str, bytes]:
        """All files below a folder, by path."""
        top = folder or self.out
        return {path.relative_to(top).as_posix(): path.read_bytes() for path in top.rglob("*") if path.is_file()}

    def beside(self) -> list[str]:
        """What lies beside the site, and the site."""
        return sorted(path.name for path in self.out.parent.iterdir())


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def pages(desk: Any, folder: Path | None = None) -> dict[str, bytes]:
    return {path: data for path, data in desk.held(folder).items() if path not in (MANIFEST, ".nojekyll")}


def without_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the disk be one that cannot exchange two folders."""
    monkeypatch.setattr("conspectus.publish.disk.exchange", lambda one, other: False)
