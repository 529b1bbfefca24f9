"""Scripts that import one another: they are found under the names with digests that they go out under."""

from __future__ import annotations

from typing import Any

import pytest

from conspectus.render import TemplateMistake


def published(desk: Any, name: str) -> str:
    """The path of an asset, below the site's root."""
    return str(desk.text(f'{{{{ "{name}"|asset }}}}')).removeprefix("/repo/")


def test_an_import_names_the_script_as_it_goes_out(desk: Any) -> None:
    desk.write("assets/js/lamp.js", "export const lit = true;")
    desk.write("assets/js/late.js", 'const late = () => import("./lamp.js");')
    desk.write("assets/js/site.js", "import { lit } from './lamp.js';\nimport \"./late.js\";")
    lamp, late, site = (published(desk, f"js/{name}.js").removeprefix("assets/") for name in ("lamp", "late", "site"))
    assets = desk.renderer()
    assert assets.asset(f"assets/{late}").data.decode() == f'const late = () => import("./{lamp}");'
    assert assets.asset(f"assets/{site}").data.decode() == f"import {{ lit }} from './{lamp}';\nimport \"./{late}\";"


def test_a_script_has_another_name_when_one_it_imports_changes(desk: Any) -> None:
    desk.write("assets/js/lamp.js", "1")
    desk.write("assets/js/site.js", 'import "./lamp.js";')
    before = published(desk, "js/site.js")
    desk.write("assets/js/lamp.js", "2")
    assert published(desk, "js/site.js") != before


def test_comments_at_the_beginning_of_lines_stay_at_home(desk: Any) -> None:
    desk.write("assets/js/site.js", "// Lights a lamp.\n\nconst lit = `\n  // text`; // stays\n// Late.\n")
    assert desk.renderer().asset(published(desk, "js/site.js")).data == b"\nconst lit = `\n  // text`; // stays\n"


def test_what_only_looks_like_an_import_stays(desk: Any) -> None:
    text = 'import "https://lamps.example/x.js"; const from = "lamp.js"; import(address);'
    desk.write("assets/js/site.js", text)
    desk.write("assets/js/lamp.js", "")
    assert desk.renderer().asset(published(desk, "js/site.js")).data.decode() == text


@pytest.mark.parametrize(
    ("other", "message"),
    [
        ({}, "`js/site.js` imports `js/lamp.js`, which is not there"),
        ({"lamp": 'import "./site.js";'}, "which imports it in turn"),
    ],
    ids=["missing", "in a circle"],
)
def test_an_import_that_cannot_be_is_a_mistake(other: dict[str, str], message: str, desk: Any) -> None:
    desk.write("assets/js/site.js", 'import "./lamp.js";')
    for name, text in other.items():
        desk.write(f"assets/js/{name}.js", text)
    with pytest.raises(TemplateMistake, match=message):
        published(desk, "js/site.js")
    assert desk.renderer().asset("assets/site.12345678.js") is None


def test_a_stylesheet_names_a_font_by_its_path_and_gets_its_address(desk: Any) -> None:
    desk.write("assets/fonts/serif.woff2", "made up")
    desk.write("assets/css/lamp.css", '@font-face { src: url("../fonts/serif.woff2"); } b { mask: url("#tip"); }')
    font = published(desk, "fonts/serif.woff2").removeprefix("assets/")
    style = desk.renderer().asset(published(desk, "css/lamp.css")).data.decode()
    assert style == f'@font-face {{ src: url("{font}"); }} b {{ mask: url("#tip"); }}'


def test_a_stylesheet_that_names_what_is_not_there_says_so(desk: Any) -> None:
    desk.write("assets/css/lamp.css", 'b { background: url("../img/no.png"); }')
    with pytest.raises(TemplateMistake, match=r"`css/lamp.css` names `img/no.png`, which is not there"):
        published(desk, "css/lamp.css")
