"""The manual: its generated pages have all that the code declares, and it is built without a warning."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

import pytest

from conspectus import checks, exports, sources
from conspectus.commands import VERBS, group
from conspectus.model import query, settings, taxonomy, work
from conspectus.model.keys import Keys, Shape
from reference import PAGES, cli, keys, man

ROOT = Path(__file__).resolve().parents[1]
LOADED = re.compile(r"""<(?:script|img|source)[^>]*\ssrc="?https?:|<link[^>]*stylesheet[^>]*href="?https?:""")
"""What a page would load from another host."""


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return {Path(address).stem: page() for address, page in PAGES.items()}


def options() -> list[tuple[str, str]]:
    """All options of all commands, with their command."""
    commands = ((name, group.get_command(None, name)) for name in VERBS)  # type: ignore[arg-type]
    return [
        (name, option)
        for name, command in commands
        if command
        for parameter in command.params
        for option in parameter.opts
        if option.startswith("--")
    ]


def test_every_key_is_listed_with_its_documentation(pages: dict[str, str]) -> None:
    declared = [table for module in (query, settings, taxonomy, work) for table in vars(module).values()]
    tables = [table for table in declared if isinstance(table, Keys)]
    assert len(tables) == len(keys.TABLES)
    for key in (key for table in tables for key in table):
        assert re.search(rf"^`{key.name}` .+\n:   {re.escape(key.help)}", pages["keys"], re.MULTILINE), key.name
    assert keys.VALUES.keys() == set(Shape)


def test_every_command_and_every_option_is_explained(pages: dict[str, str]) -> None:
    sections = dict(
        re.findall(r"^## conspectus ([a-z]+) (.*?)(?=^## |\Z)", pages["commands"], re.DOTALL | re.MULTILINE)
    )
    assert list(sections) == list(VERBS)
    for name, option in options():
        assert re.search(rf"^`{option}\b[^`]*`\n:   \S", sections[name], re.MULTILINE), f"{name} {option}"


def test_every_check_is_listed_and_explained(pages: dict[str, str]) -> None:
    for check in checks.CHECKS:
        assert f"| [{check.code}](#{check.code.lower()}) | `{check.name}` | {check.severity} |" in pages["checks"]
        assert f"### {check.code} {check.name} {{ #{check.code.lower()} }}\n" in pages["checks"]
        assert check.documentation in pages["checks"]


def test_every_format_is_listed(pages: dict[str, str]) -> None:
    imported, _, exported = pages["formats"].partition("## Export")
    assert re.findall(r"^\*\*(.+)\*\*\n:   \S", imported, re.MULTILINE) == [format.NAME for format in sources.FORMATS]
    for format in exports.EXPORTS:
        assert f"| {format.NAME} | `papers.{format.SUFFIX}` |" in exported


def test_every_command_has_a_man_page_with_its_options(tmp_path: Path) -> None:
    man.main(tmp_path)
    pages = {page.stem: page.read_text("utf-8") for page in tmp_path.iterdir()}
    assert pages.keys() == {"conspectus", *(f"conspectus-{name}" for name in VERBS)}
    for name, option in options():
        assert f".TP\n\\fB{man.escaped(option)}" in pages[f"conspectus-{name}"].replace("\\-h, ", "")
    assert all(f"\\fBconspectus\\-{name}\\fR(1)" in pages["conspectus"] for name in VERBS)


def test_a_build_requires_what_man_pages_are_made_with() -> None:
    made = "import sys; from reference import man; tuple(man.pages()); print(*sys.modules)"
    paths = {"PYTHONPATH": f"docs{os.pathsep}generator"}
    done = subprocess.run(
        [sys.executable, "-c", made], cwd=ROOT, env={**os.environ, **paths}, capture_output=True, text=True, check=True
    )
    imported = {name.partition(".")[0] for name in done.stdout.split()}
    needed = {each.lower() for name, of in metadata.packages_distributions().items() if name in imported for each in of}
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    ours, requires = (
        {re.split(r"[<>=]", each)[0].lower() for each in listed}
        for listed in (declared["project"]["dependencies"], declared["build-system"]["requires"])
    )
    assert {"babel", "click"} <= needed & ours <= requires


@pytest.mark.skipif(not shutil.which("groff"), reason="groff was not found; it checks the man pages")
def test_man_pages_are_set_without_a_warning(tmp_path: Path) -> None:
    man.main(tmp_path)
    command = ["groff", "-man", "-Tutf8", "-ww", "-z", *sorted(map(str, tmp_path.iterdir()))]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stderr == ""


@pytest.mark.parametrize(("text", "written"), [(".so /etc/passwd", "\\&.so /etc/passwd\n"), ("a\\b-c", "a\\eb\\-c\n")])
def test_text_is_never_taken_for_a_request(text: str, written: str) -> None:
    assert man.line(text) == written


def test_a_default_is_told_apart_from_the_help() -> None:
    assert cli.option("--limit N", "Show N.  [default: 20; x>=0]") == cli.Option("--limit N", "Show N.", "20; x>=0")


def test_it_is_built_without_a_warning(tmp_path: Path, missing: Callable[[str], None]) -> None:
    if not importlib.util.find_spec("material"):
        missing("mkdocs-material was not found; `make docs` installs it")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(tmp_path)]
    done = subprocess.run(
        command, cwd=ROOT, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    written = {page.relative_to(tmp_path).as_posix() for page in tmp_path.rglob("*")}
    assert {f"{address.removesuffix('.md')}/index.html" for address in PAGES} <= written
    assert not [name for name in written if name.endswith(".py")]
    for page in tmp_path.rglob("*.html"):
        loaded = LOADED.findall(page.read_text("utf-8"))
        assert not loaded, f"{page} loads from another host"
