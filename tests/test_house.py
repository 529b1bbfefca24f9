"""The shape of the code: who may know whom, and how large a file may grow."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "generator" / "conspectus"
MODULES = sorted(PACKAGE.rglob("*.py"))

SHARED = {
    "",
    "cache",
    "derived",
    "diagnostics",
    "exports",
    "files",
    "language",
    "located",
    "matching",
    "model",
    "project",
    "saving",
    "text",
}
"""What every room may use: values, and how they are read and kept. `""` is the package's version."""

STAGES = {
    "checks",
    "entry_ledger",
    "images",
    "key_ledger",
    "library",
    "pages",
    "prose_files",
    "publish",
    "render",
    "settings",
    "sources",
    "taxonomy",
}
"""The stages of the flow, which don't know each other."""

LOWER = {
    "diagnostics": {"diagnostics"},
    "text": {"text"},
    "located": {"located", "diagnostics"},
    "language": {"language", "diagnostics"},
    "model": {"model", "diagnostics", "language", "text"},
    "exports": {"exports", "model", "text"},
    "cache": {"cache", ""},
    "derived": {"derived"},
    "matching": {"derived", "diagnostics", "matching", "model", "text"},
    "project": {"project", "model"},
    "saving": {"saving"},
    "files": {"files", "model", "project"},
}
"""The shared rooms, and what each of them may use in turn: nothing that depends on it."""

SITE = {
    "catalog": {"catalog", "derived", "exports", "language", "model", "text"},
    "components": {"catalog", "components", "derived", "diagnostics", "exports", "language", "model", "text"},
    "pages": {"", "catalog", "components", "derived", "exports", "language", "model", "pages", "text"},
}
"""The rooms that the plan of the site is made in, one upon the other, and all that each of them may use."""

OUTER = {
    "__main__": {"commands"},
    "changes": {"pipeline"},
    "cluster": {"", "catalog", "last_build", "pages", "pipeline", "publish", "render"},
    "commands": {
        "changes",
        "checks",
        "cluster",
        "curation",
        "editor_support",
        "fetching",
        "entry_ledger",
        "key_ledger",
        "last_build",
        "library",
        "pages",
        "pipeline",
        "preview",
        "publish",
        "render",
        "scaffolding",
        "settings",
        "sources",
        "suggestions",
        "taxonomy",
        "yaml_edit",
    },
    "curation": {"sources", "yaml_edit"},
    "editor_support": {"yaml_edit"},
    "fetching": set(),
    "last_build": {"publish"},
    "pipeline": {*STAGES, "catalog", "last_build"},
    "preview": {
        "catalog",
        "changes",
        "checks",
        "components",
        "curation",
        "pipeline",
        "sources",
        "taxonomy",
        "yaml_edit",
    },
    "scaffolding": {"yaml_edit"},
    "suggestions": {"taxonomy"},
    "yaml_edit": set(),
}
"""The rooms around the stages, and what each of them may use besides what is shared."""


def room(module: Path) -> str:
    """The part of the house a module is in: `sources`, `pipeline`, `""` for the package itself."""
    first = module.relative_to(PACKAGE).parts[0]
    return "" if first == "__init__.py" else first.removesuffix(".py")


def imports(module: Path) -> Iterator[tuple[str, ...]]:
    """What a module imports of the package, below it, inside functions and type-checking blocks too."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module.name} imports relatively; write the package's name"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in names:
            package, *below = name.split(".")
            if package == "conspectus":
                yield tuple(below or [""])


def imported_rooms(module: Path) -> Iterator[str]:
    """The rooms a module imports from."""
    for first, *_ in imports(module):
        yield first if (PACKAGE / first).is_dir() or (PACKAGE / f"{first}.py").is_file() else ""


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_room_knows_only_what_it_may(module: Path) -> None:
    own = room(module)
    exact = LOWER | SITE
    allowed = exact[own] if own in exact else SHARED | {own} | OUTER.get(own, set())
    assert set(imported_rooms(module)) <= allowed, f"{own} may import {sorted(allowed)}"


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_stage_is_known_by_its_package_alone(module: Path) -> None:
    for stage, *inner in imports(module):
        if stage in STAGES - {room(module)} and inner:
            assert not (PACKAGE / stage / f"{inner[0]}.py").is_file(), (
                f"{stage}/__init__.py has to offer what others need of {stage}/{inner[0]}.py"
            )


def test_every_room_has_its_place_in_these_rules() -> None:
    assert {room(module) for module in MODULES} <= SHARED | STAGES | SITE.keys() | OUTER.keys()


def test_the_rules_allow_no_import_that_nobody_needs() -> None:
    for own, allowed in OUTER.items():
        used = {name for module in MODULES if room(module) == own for name in imported_rooms(module)}
        assert allowed <= used, f"{own} imports nothing from {sorted(allowed - used)}; drop them from OUTER"


PYTHON = sorted(
    path
    for top in ("generator", "tests", "benchmarks")
    for path in (ROOT / top).rglob("*.py")
    if "node_modules" not in path.parts
)


@pytest.mark.parametrize("file", PYTHON, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_file_can_be_read_in_one_sitting(file: Path) -> None:
    assert len(file.read_text("utf-8").splitlines()) <= 300


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_function_can_be_seen_whole(module: Path) -> None:
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno is not None
            assert node.end_lineno - node.lineno < 60, f"{node.name} is longer than a screen"


def test_nothing_that_is_read_is_run() -> None:
    """Pickle passes only between processes that a build started, which is `multiprocessing`'s to do."""
    run = re.compile(r"^\s*(?:import|from)\s+(?:pickle|marshal|shelve|dill|cloudpickle|joblib)\b", re.MULTILINE)
    assert [module.name for module in MODULES if run.search(module.read_text("utf-8"))] == []


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_every_module_says_what_it_is(module: Path) -> None:
    assert ast.get_docstring(ast.parse(module.read_text("utf-8")))


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_every_module_has_no_name_that_says_nothing(module: Path) -> None:
    assert not {"utils", "util", "helpers", "common", "misc", "manager"} & set(module.stem.split("_"))
