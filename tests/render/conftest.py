"""A folder of made-up templates, and a site to render with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from conspectus.language import ENGLISH
from conspectus.model.site import NavItem, Output, Page, Shell
from conspectus.render import Renderer
from made_up_pages import ANY


class Desk:
    """Writes templates and assets, and renders a page with them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "templates"
        self.folder.mkdir()
        self.folders = [self.folder]
        self.root, self.origin = "/repo/", "https://lamps.example"
        self.language = ENGLISH

    def write(self, name: str, text: str, folder: Path | None = None) -> None:
        file = (folder or self.folder) / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def renderer(self) -> Renderer:
        nav = (NavItem("Papers", "papers/"),)
        return Renderer(self.folders, Shell("Lamps", "", self.language, "", "", self.root, self.origin, nav, ""))

    def page(self, source: str, view: object = None, template: str = "pages/lamp.html", url: str = "lamps/") -> Output:
        self.write(template, source)
        return self.renderer().page(Page(url, ANY, template, lambda: view))

    def text(self, source: str, view: object = None, template: str = "pages/lamp.html") -> str:
        return self.page(source, view, template).data.decode()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)
