"""Rendering: a template sees what it may, everything is escaped, and a broken template is named with its line."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from conspectus.diagnostics import Span
from conspectus.language import load
from conspectus.model.site import Page, Pages, Site
from conspectus.model.when import Date
from conspectus.render import TemplateMistake
from conspectus.text import Prose, Text
from made_up_pages import ANY


@dataclass(frozen=True)
class View:
    title: Text = Text(r"A $\times$ <b>")  # noqa: RUF009 - it is frozen
    name: str = "<i>&\"'"
    date: Date = Date(2024, 4, 22)  # noqa: RUF009
    about: Prose = Prose("*hello*")  # noqa: RUF009
    none: None = None


def test_a_page_goes_where_its_url_says(desk: Any) -> None:
    assert desk.page("x", url="").path == "index.html"
    assert desk.page("x", url="topics/wicks/").path == "topics/wicks/index.html"
    assert desk.page("x", url="feed.xml", template="pages/feed.xml").path == "feed.xml"


def test_a_template_sees_page_shell_and_here(desk: Any) -> None:
    assert desk.text("{{ page.name|length }} {{ shell.title }} {{ here }}", View()) == "6 Lamps lamps/"


@pytest.mark.parametrize("template", ["pages/a.html", "pages/a.xml", "pages/a.svg"])
def test_everything_is_escaped_in_markup(desk: Any, template: str) -> None:
    assert desk.text("{{ page.name }}|{{ page.title }}", View(), template) == ("&lt;i&gt;&amp;&#34;&#39;|A × &lt;b&gt;")


def test_a_title_is_plain_where_it_is_asked_for(desk: Any) -> None:
    assert desk.text("{{ page.title.as_text() }}", View()) == "A × &lt;b&gt;"


def test_lines_with_tags_alone_leave_no_gap(desk: Any) -> None:
    assert desk.text("a\n  {% if true %}\n  b\n  {% endif %}\nc\n") == "a\n  b\nc\n"


def test_characters_that_xml_forbids_are_left_out(desk: Any) -> None:
    assert desk.text("{{ page }}", "a\x00b\x0bc\x1b\ud800d\ufffee\n", "pages/a.xml") == "abc?de\n"


# Filters.


@pytest.mark.parametrize(
    "source, expected",
    [
        ('{{ ""|href }}', "/repo/"),
        ('{{ "papers/x/"|href }}', "/repo/papers/x/"),
        ('{{ "search/?q=a b#c"|href }}', "/repo/search/?q=a%20b#c"),
        ('{{ "papers/x/"|absolute }}', "https://lamps.example/repo/papers/x/"),
        ("{{ page.date|date }}", '<time datetime="2024-04-22">April 22, 2024</time>'),
        ("{{ page.date|atomtime }}", "2024-04-22T00:00:00Z"),
        ('{{ "https://www.lamps.example:80/a"|host }}', "lamps.example"),
        ("{{ page.about|prose }}|{{ page.about|inline }}", "<p><em>hello</em></p>|<em>hello</em>"),
        ("{{ page.date|json }}", '"2024-04-22"'),
        ('{{ {"a": [1, none, "</script>é"]}|json }}', '{"a": [1, null, "\\u003c/script>é"]}'),
        ("{{ page.title|json }}", '"A × \\u003cb>"'),
        ('{{ "a\\u2028b"|json }}', '"a\u2028b"'),
    ],
)
def test_what_a_filter_says(desk: Any, source: str, expected: str) -> None:
    assert desk.text(source, View()) == expected


def test_json_of_a_view_has_its_fields(desk: Any) -> None:
    said = desk.text("{{ page|json }}", View(), "pages/a.json")
    assert json.loads(said) == {
        "title": "A × <b>",
        "name": "<i>&\"'",
        "date": "2024-04-22",
        "about": {"source": "*hello*", "citations": [], "images": []},
        "none": None,
    }


def test_json_can_have_an_item_a_line(desk: Any) -> None:
    value = {"a": [{"b": [1, 2]}, {"c": {}}], "d": (), "e": {"<": 1}}
    said = desk.text("{{ page|json(lines=true) }}", value, "pages/a.json")
    assert said.splitlines() == [
        "{",
        '"a": [',
        '{"b": [1, 2]},',
        '{"c": {}}',
        "],",
        '"d": [],',
        '"e": {',
        '"\\u003c": 1',
        "}",
        "}",
    ]
    assert json.loads(said) == {**value, "d": []}


def test_without_an_origin_an_absolute_address_is_one_on_this_host(desk: Any) -> None:
    desk.origin = ""
    assert desk.text('{{ "papers/x/"|absolute }}') == "/repo/papers/x/"


@pytest.mark.parametrize(
    "date, shown, time",
    [(Date(2024), "2024", "2024-01-01"), (Date(2024, 12), "December 2024", "2024-12-01")],
)
def test_a_date_is_no_more_exact_than_it_is_known(desk: Any, date: Date, shown: str, time: str) -> None:
    said = desk.text("{{ page|date }}|{{ page|atomtime }}", date)
    assert said == f'<time datetime="{date}">{shown}</time>|{time}T00:00:00Z'


def test_an_abstract_may_have_links(desk: Any) -> None:
    view = Text("at https://lamps.example/a")
    assert desk.text("{{ page }}", view) == "at https://lamps.example/a"
    assert 'href="https://lamps.example/a"' in desk.text("{{ page|linked }}", view)


# Assets.


def test_an_asset_is_named_after_what_it_holds(desk: Any) -> None:
    desk.write("assets/css/site.css", "p { background: url(data:,x) }")
    first = desk.text('{{ "css/site.css"|asset }}')
    assert first.startswith("/repo/assets/site.") and first.endswith(".css")
    output = desk.renderer().asset(first.removeprefix("/repo/"))
    assert output.data == b"p { background: url(data:,x) }"
    desk.write("assets/css/site.css", "p { }")
    assert desk.text('{{ "css/site.css"|asset }}') != first
    assert desk.renderer().asset("assets/site.css") is None
    assert desk.renderer().asset("../secret") is None


def test_a_stylesheet_in_pieces_is_one_file(desk: Any, tmp_path: Path) -> None:
    desk.write("assets/css/site/20-type.css", "b {}")
    desk.write("assets/css/site/10-tokens.css", "a {}")
    path = desk.text('{{ "css/site.css"|asset }}').removeprefix("/repo/")
    assert desk.renderer().asset(path).data == b"a {}\nb {}"
    own = tmp_path / "own" / "templates"
    own.mkdir(parents=True)
    desk.folders = [own, desk.folder]
    desk.write("assets/css/site/99-own.css", "c {}", own)
    desk.write("assets/css/site/20-type.css", "B {}", own)
    path = desk.text('{{ "css/site.css"|asset }}').removeprefix("/repo/")
    assert desk.renderer().asset(path).data == b"a {}\nB {}\nc {}"


def test_a_projects_whole_stylesheet_stands_for_all_pieces(desk: Any, tmp_path: Path) -> None:
    desk.write("assets/css/site/10-tokens.css", "a {}")
    own = tmp_path / "own" / "templates"
    own.mkdir(parents=True)
    desk.folders = [own, desk.folder]
    desk.write("assets/css/site.css", "own {}", own)
    path = desk.text('{{ "css/site.css"|asset }}').removeprefix("/repo/")
    assert desk.renderer().asset(path).data == b"own {}"


def test_pages_and_assets_come_out_in_a_fixed_order(desk: Any) -> None:
    for name in ("js/b.js", "css/a.css", "icons/c.svg", "css/README", "css/.hidden.css", "css/a.css~"):
        desk.write(f"assets/{name}", name)
    desk.write("p.html", "{{ here }}")
    pages = tuple(Page(url, ANY, "p.html", lambda: None) for url in ("", "b/", "a/"))
    renderer = desk.renderer()
    paths = [output.path for output in renderer.outputs(Site(renderer._shell, (Pages.of(ANY, lambda: pages),)))]
    assert paths[:3] == ["index.html", "a/index.html", "b/index.html"]
    assert [path.split(".")[0] for path in paths[3:]] == ["assets/a", "assets/b", "assets/c"]


def test_no_asset_leads_out_of_its_folder(desk: Any, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    (desk.folder / "assets").mkdir()
    (desk.folder / "assets/a.txt").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(TemplateMistake, match="no asset"):
        desk.text('{{ "a.txt"|asset }}')


def test_an_asset_has_a_limit(desk: Any) -> None:
    (desk.folder / "assets").mkdir()
    with (desk.folder / "assets/a.png").open("wb") as file:
        os.truncate(file.fileno(), 9 * 1024 * 1024)
    with pytest.raises(TemplateMistake, match="larger than 8 MiB"):
        desk.text('{{ "a.png"|asset }}')


def test_the_same_template_serves_another_site(desk: Any) -> None:
    source = '{{ "papers/"|href }} {{ "papers/"|absolute }}'
    assert desk.text(source) == "/repo/papers/ https://lamps.example/repo/papers/"
    desk.root, desk.origin = "/", ""
    assert desk.text(source) == "/papers/ /papers/"


# The project's own templates.


def test_a_project_shadows_file_by_file(desk: Any, tmp_path: Path) -> None:
    own = tmp_path / "own" / "templates"
    own.mkdir(parents=True)
    desk.folders = [own, desk.folder]
    desk.write("partials/foot.html", "our foot")
    desk.write("assets/css/site.css", "ours")
    source = '{% include "partials/foot.html" %} {{ "css/site.css"|asset }}'
    ours = desk.text(source)
    desk.write("partials/foot.html", "own foot", own)
    assert desk.text(source) == ours.replace("our foot", "own foot")
    desk.write("assets/css/site.css", "own", own)
    assert desk.text(source).split()[2] != ours.split()[2]


def test_an_edited_template_is_seen_by_the_next_renderer(desk: Any) -> None:
    assert desk.text("one") == "one"
    assert desk.text("two") == "two"


# Mistakes.


@pytest.mark.parametrize(
    "source, line, said, help",
    [
        ("a\n{{ page.nmae }}", 2, "has no attribute `nmae`", "`page`, `shell` and `here`"),
        ("a\n\n{{ pgae.name }}", 3, "'pgae' is undefined", "`page`, `shell` and `here`"),
        ("{% if %}", 1, "not well formed", ""),
        ("a\n{{ page.name|shout }}", 2, "No filter named 'shout'", ""),
        ('a\n{% include "partials/gone.html" %}', 2, "there is no template `partials/gone.html`", "check the name"),
        ("a\nb\n{{ 1 + page.name }}", 3, "TypeError", ""),
        ("{% for x in page.name %}\n{% endfor", 2, "not well formed", ""),
        ('a\n{{ "css/sit.css"|asset }}', 2, "there is no asset `css/sit.css`", "did you mean `css/site.css`?"),
        ('a\n{{ "nothing-like.js"|asset }}', 2, "there is no asset", "put it into templates/assets/"),
    ],
)
def test_a_broken_template_is_named_with_its_line(desk: Any, source: str, line: int, said: str, help: str) -> None:
    desk.write("assets/css/site.css", "x")
    with pytest.raises(TemplateMistake) as raised:
        desk.text(source, View())
    mistake = raised.value.mistake
    assert (mistake.check, mistake.span) == ("broken-template", Span("templates/pages/lamp.html", line))
    assert said in mistake.message and help in mistake.help
    assert not mistake.message.endswith(".")


def test_the_template_that_is_wrong_is_named_not_the_one_that_uses_it(desk: Any) -> None:
    desk.write("macros/lamp.html", "{% macro lamp(x) %}\n\n{{ x.nothing }}\n{% endmacro %}")
    with pytest.raises(TemplateMistake) as raised:
        desk.text('{% from "macros/lamp.html" import lamp %}\n{{ lamp(page) }}', View())
    assert raised.value.mistake.span == Span("templates/macros/lamp.html", 3)


def test_a_syntax_error_in_a_layout_is_found_there(desk: Any) -> None:
    desk.write("layouts/base.html", "a\nb\n{% endblock %}")
    with pytest.raises(TemplateMistake) as raised:
        desk.text('{% extends "layouts/base.html" %}')
    assert raised.value.mistake.span == Span("templates/layouts/base.html", 3)


def test_a_page_kind_without_its_template_is_told(desk: Any) -> None:
    with pytest.raises(TemplateMistake) as raised:
        desk.renderer().page(Page("x/", ANY, "pages/gone.html", lambda: None))
    assert raised.value.mistake.span == Span("templates/pages/gone.html", 1)


def test_a_template_cannot_read_files_outside(desk: Any, tmp_path: Path) -> None:
    (tmp_path / "secret.html").write_text("secret")
    with pytest.raises(TemplateMistake):
        desk.text('{% include "../secret.html" %}')


def test_the_curators_words_declare_their_language_where_the_page_has_none(desk: Any) -> None:
    assert desk.text("<p{{ own_words }}>") == "<p>"
    desk.language = load("fi")[0]
    assert desk.text('<html lang="{{ shell.language.tag }}"><p{{ own_words }}>') == '<html lang="en"><p lang="fi">'


def test_words_from_right_to_left_declare_it_on_an_english_page(desk: Any) -> None:
    desk.language = load("he")[0]
    assert desk.text("<p{{ own_words }}>") == '<p lang="he" dir="auto">'
