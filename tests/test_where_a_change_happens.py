"""The files that CONTRIBUTING's table names for a change are all it takes: tried in a copy of the checkout."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
NEW = Path(__file__).parent / "made_up_changes"

COMPARING = """
tests/checks/test_every_check.py::test_every_module_is_a_check_and_every_check_a_module
tests/checks/test_every_check.py::test_no_two_checks_share_a_code_and_they_stand_in_order
tests/exports/test_every_field.py
tests/model/test_keys.py
tests/test_manual.py::test_every_check_is_listed_and_explained
tests/test_manual.py::test_every_format_is_listed
tests/test_manual.py::test_every_key_is_listed_with_its_documentation
tests/test_round_trip.py
""".split()
"""Tests that compare declarations with one another, and with the documents."""

Line = tuple[str, str]
"""What stands in a file, and what has to stand there instead."""


def listed(module: str, name: str) -> Line:
    """A module imported, and the first in a tuple of modules."""
    start = f"{name} = ("
    return start, f"from {module}\n\n{start}{module.rpartition(' ')[2]}, "


FIELD = 'Field("license", Shape.LINE, "The license it is published under.", cited=False),\n    '
CARDS = 'dict.fromkeys({field.name for field in FIELDS} - {"title", "abstract"}, SHORT)'


def before(text: str, new: str) -> Line:
    """Something new before what stands there."""
    return text, f"{new}{text}"


LINES: dict[str, dict[str, list[Line]]] = {
    "a source format": {
        "sources/__init__.py": [listed("conspectus.sources import lamp_list", "FORMATS: tuple[Format, ...]")],
    },
    "a field of a paper": {
        "model/work.py": [
            before("keywords: tuple[str, ...]", "license: str | None = None\n    "),
            before('Field("listed"', FIELD),
        ],
        "templates/pages/paper.html": [before("{% for organization in", "{{ page.work.license or '' }}")],
        "tests/exports/test_every_field.py": [
            before('"code": CODE}', '"license": "no format has a word for it", '),
            before('keywords=("oil",)', 'license="MIT", '),
        ],
    },
    "a page kind": {
        "pages/__init__.py": [before("home facet", "lighters ")],
    },
    "a check": {
        "diagnostics/check_names.py": [('"unchecked-link",\n', '"unchecked-link",\n    "dim-lamp",\n')],
    },
    "an export": {
        "exports/__init__.py": [listed("conspectus.exports import lamp_cards", "EXPORTS: tuple[Format, ...]")],
        "tests/exports/test_every_field.py": [
            before('"awesome": FOR_PEOPLE', f'"Lamp cards": {CARDS},\n    '),
        ],
    },
}
"""For each change, the files that exist, and what it writes into them."""

FILES = {
    "a source format": {"sources/<format>.py": "sources/lamp_list.py"},
    "a page kind": {
        "pages/<kind>.py": "pages/lighters.py",
        "templates/pages/<kind>.html": "templates/pages/lighters.html",
    },
    "a check": {"checks/<check>.py": "checks/dim_lamp.py"},
    "an export": {"exports/<format>.py": "exports/lamp_cards.py"},
}
"""For each change, the files that are new, as the table names them and as they are called."""


def placed(root: Path, name: str) -> Path:
    """A file that the table names: below the package, or else below the checkout."""
    inside = root / "generator" / "conspectus" / name
    return inside if inside.parent.is_dir() and not (root / name).exists() else root / name


def rows() -> Iterator[tuple[str, set[str]]]:
    """The table's changes with the files that each names."""
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8").partition("## Where a change happens")[2].partition("\n## ")[0]
    for change, files in re.findall(r"^\| ([^|]+) \| (.*) \|$", text, re.MULTILINE):
        yield change, set(re.findall(r"`([\w/<>.-]+\.(?:py|html|md))`", files))


@pytest.mark.parametrize("change", LINES)
def test_the_table_names_the_files_that_are_touched_and_no_other(change: str) -> None:
    assert dict(rows())[change] == LINES[change].keys() | FILES.get(change, {}).keys()


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what is needed of the checkout, with all changes made."""
    root = tmp_path_factory.mktemp("checkout")
    left_out = shutil.ignore_patterns("golden", "frozen", "browser", "made_up_changes", "*_cache")
    for folder in ("docs", "generator", "templates", "tests"):
        shutil.copytree(ROOT / folder, root / folder, ignore=left_out)
    for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "pyproject.toml"):
        shutil.copy(ROOT / name, root / name)
    for files in FILES.values():
        for name in files.values():
            shutil.copy(placed(NEW, name), placed(root, name))
    for changes in LINES.values():
        for name, lines in changes.items():
            path = placed(root, name)
            text = path.read_text("utf-8")
            for old, new in lines:
                assert old in text, f"{name} has no {old!r}"
                text = text.replace(old, new, 1)
            path.write_text(text, "utf-8")
    shutil.copy(NEW / "tests" / "probe.py", root / "tests" / "probe.py")
    return root


def test_all_that_comes_out_knows_the_changes(checkout: Path) -> None:
    environment = os.environ | {"PYTHONPATH": str(checkout / "generator"), "XDG_CACHE_HOME": str(checkout / "cache")}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/probe.py", *COMPARING]
    run = subprocess.run(command, capture_output=True, text=True, cwd=checkout, env=environment, check=False)
    assert run.returncode == 0, run.stdout[-8000:]
