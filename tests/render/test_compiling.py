"""What a wheel has of the package's templates: the very code that they become when they are first shown."""

from __future__ import annotations

from pathlib import Path

import jinja2
import pytest

from conspectus.language import ENGLISH
from conspectus.model.site import Shell
from conspectus.render.assets import Assets
from conspectus.render.compiling import COMPILED, precompiled
from conspectus.render.environment import environment
from conspectus.render.filters import filters

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
SHELL = Shell("Lamps", "", ENGLISH, "", "", "/", "", (), "Conspectus")


def of_site(folder: Path) -> jinja2.Environment:
    """As a site's, with all of its filters."""
    made = environment([folder], filters(SHELL, Assets([folder], ENGLISH)), ENGLISH)
    made.filters["partial"] = str
    return made


def test_templates_become_the_code_that_they_become_with_the_filters_of_a_site() -> None:
    site = of_site(TEMPLATES)
    files = [file for file in TEMPLATES.rglob("*") if file.is_file() and TEMPLATES / "assets" not in file.parents]
    names = [file.relative_to(TEMPLATES).as_posix() for file in sorted(files)]
    compiled = {site.compile((TEMPLATES / name).read_text("utf-8"), name, raw=True) for name in names}
    made = dict(precompiled(TEMPLATES))
    assert len(made) == len(names) > 40
    assert {*made.values()} == compiled


@pytest.fixture
def lamp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A template, and what became of it in a wheel."""
    template, folder = tmp_path / "templates" / "lamp.html", tmp_path / "precompiled"
    template.parent.mkdir()
    template.write_text("A lamp:\n{{ name|date }}", "utf-8")
    folder.mkdir()
    for name, python in precompiled(template.parent):
        (folder / name).write_text(python, "utf-8")
    monkeypatch.setattr(COMPILED, "_precompiled", folder)
    return template


def test_a_template_that_is_compiled_already_is_not_compiled_again(lamp: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = of_site(lamp.parent)
    monkeypatch.setattr(type(site), "_parse", lambda *given: pytest.fail("it was compiled"))
    site.filters["date"] = "<{}>".format
    assert site.get_template("lamp.html").render(name="tin") == "A lamp:\n&lt;tin&gt;"


def test_its_mistakes_name_the_template_and_the_line(lamp: Path) -> None:
    with pytest.raises(jinja2.UndefinedError) as raised:
        of_site(lamp.parent).get_template("lamp.html").render()
    last = raised.traceback[-1] if raised.traceback[-1].path == lamp else raised.traceback[-2]
    assert (Path(last.path), last.lineno + 1) == (lamp, 2)


def test_an_edited_template_is_compiled_anew(lamp: Path) -> None:
    lamp.write_text("Another lamp", "utf-8")
    assert of_site(lamp.parent).get_template("lamp.html").render() == "Another lamp"
