"""Pieces that many pages show are rendered once, and see nothing that differs from page to page."""

from __future__ import annotations

import gc
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from weakref import ref

import jinja2
import pytest

from conspectus.derived import Recomputed
from conspectus.language import ENGLISH
from conspectus.model.site import Page, Shell
from conspectus.render import Renderer, TemplateMistake
from made_up_pages import ANY

SHELL = Shell("Lamps", "", ENGLISH, "", "", "/", "", (), "Conspectus")


@dataclass(frozen=True)
class Lamp:
    name: str
    looked_at: list[str]

    @property
    def id(self) -> str:
        return self.name

    @property
    def said(self) -> str:
        self.looked_at.append(self.name)
        return self.name


@dataclass(frozen=True)
class Holder:
    inner: Lamp


@dataclass(frozen=True)
class Row:
    lamps: tuple[Lamp | Holder, ...]


def desk(folder: Path, lamp: str) -> Renderer:
    (folder / "row.html").write_text('{% for lamp in page.lamps %}{{ lamp|partial("lamp.html") }}{% endfor %}', "utf-8")
    (folder / "lamp.html").write_text(lamp, "utf-8")
    return Renderer([folder], SHELL)


def test_a_partial_is_rendered_once_for_each_view(tmp_path: Path) -> None:
    renderer = desk(tmp_path, "[{{ page.said }}]")
    looked_at: list[str] = []
    lamp, other = Lamp("<a>", looked_at), Lamp("b", looked_at)
    for url in ("x/", "y/"):
        data = renderer.page(Page(url, ANY, "row.html", lambda: Row((lamp, other, lamp)))).data
        assert data == b"[&lt;a&gt;][b][&lt;a&gt;]"
    assert looked_at == ["<a>", "b"]


def test_the_very_same_view_is_not_rendered_again_after_an_edit_of_another(tmp_path: Path) -> None:
    before = desk(tmp_path, "[{{ page.said }}]")
    looked_at: list[str] = []
    lamp, other = Lamp("a", looked_at), Lamp("a", looked_at)
    before.page(Page("x/", ANY, "row.html", lambda: Row((lamp,))))
    after = Renderer([tmp_path], SHELL, previous=before)
    assert after.page(Page("x/", ANY, "row.html", lambda: Row((lamp, other)))).data == b"[a][a]"
    assert looked_at == ["a", "a"]
    elsewhere = Renderer([tmp_path], replace(SHELL, title="Wicks"), previous=after)
    elsewhere.page(Page("x/", ANY, "row.html", lambda: Row((lamp,))))
    assert looked_at == ["a", "a", "a"], "another shell shows it otherwise, for all we know"


def test_so_it_is_with_what_stood_in_a_view_that_was_not_rendered_again(tmp_path: Path) -> None:
    (tmp_path / "wick.html").write_text("{{ page.said }}", "utf-8")
    renderer = desk(tmp_path, '{{ page.inner|partial("wick.html") }}')
    looked_at: list[str] = []
    wick = Lamp("a", looked_at)
    lamp, other = Holder(wick), Holder(wick)
    for shown in (lamp, lamp, other):
        assert renderer.page(Page("x/", ANY, "row.html", partial(Row, (shown,)))).data == b"a"
        renderer = Renderer([tmp_path], SHELL, previous=renderer)
    assert looked_at == ["a"]


def test_what_is_not_shown_any_more_is_forgotten(tmp_path: Path) -> None:
    """Though the macros of another template, which are kept, do not let go of the filters that they have met."""
    macro = '{% macro row(lamps) %}{% for lamp in lamps %}{{ lamp|partial("lamp.html") }}{% endfor %}{% endmacro %}'
    (tmp_path / "macros.html").write_text(macro, "utf-8")
    renderer = desk(tmp_path, "[{{ page.said }}]")
    (tmp_path / "row.html").write_text('{% from "macros.html" import row %}{{ row(page.lamps) }}', "utf-8")
    gone = []
    for name in "abcd":
        lamp = Lamp(name, [])
        renderer = Renderer([tmp_path], SHELL, previous=renderer)
        renderer.page(Page("x/", ANY, "row.html", partial(Row, (lamp,))))
        gone.append(ref(lamp))
    gc.collect()
    assert [lamp() is None for lamp in gone] == [True, True, False, False]


def test_two_sites_that_come_after_one_see_nothing_of_each_other(tmp_path: Path) -> None:
    before = desk(tmp_path, "[{{ page.said }}]")
    looked_at: list[str] = []
    lamp, other = Lamp("a", looked_at), Lamp("b", looked_at)
    before.page(Page("x/", ANY, "row.html", lambda: Row((lamp,))))
    one, two = Renderer([tmp_path], SHELL, previous=before), Renderer([tmp_path], SHELL, previous=before)
    one.page(Page("x/", ANY, "row.html", lambda: Row((lamp, other))))
    two.page(Page("x/", ANY, "row.html", lambda: Row((other,))))
    assert looked_at == ["a", "b", "b"]
    assert [set(renderer.partials.rendered) for renderer in (before, two)] == [
        {("lamp.html", id(lamp))},
        {("lamp.html", id(other))},
    ]


def test_what_was_rendered_is_told(tmp_path: Path) -> None:
    before = desk(tmp_path, "[{{ page.said }}]")
    lamp, other = Lamp("a", []), Lamp("b", [])
    before.page(Page("x/", ANY, "row.html", lambda: Row((lamp,))))
    after = Renderer([tmp_path], SHELL, previous=before)
    assert after.partials.recomputed == ()
    after.page(Page("x/", ANY, "row.html", lambda: Row((lamp, other))))
    assert after.partials.recomputed == (Recomputed("lamp.html", ("b",), 2),)


def test_another_renderer_renders_anew(tmp_path: Path) -> None:
    lamp = Lamp("a", [])
    assert desk(tmp_path, "one").page(Page("x/", ANY, "row.html", lambda: Row((lamp,)))).data == b"one"
    assert desk(tmp_path, "two").page(Page("x/", ANY, "row.html", lambda: Row((lamp,)))).data == b"two"


def test_a_partial_does_not_see_where_it_stands(tmp_path: Path) -> None:
    renderer = desk(tmp_path, "{{ here }}")
    with pytest.raises(TemplateMistake) as caught:
        renderer.page(Page("x/", ANY, "row.html", lambda: Row((Lamp("a", []),))))
    assert caught.value.mistake.span.file == "templates/lamp.html"
    assert isinstance(caught.value.__cause__, jinja2.UndefinedError)
