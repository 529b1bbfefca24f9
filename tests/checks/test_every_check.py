"""The checks as a whole: codes, documentation, and who emits what."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from conspectus import checks
from conspectus.diagnostics import FORMER, CheckName, Mistake, Severity, Span

PACKAGE = Path(checks.__file__).parents[1]
NAMES = [check.name for check in checks.CHECKS]


def emitted() -> set[str]:
    """The names of checks that code makes mistakes of."""
    calls = (
        node
        for module in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("Mistake", "self.wrong")
    )
    return {call.args[0].value for call in calls if isinstance(call.args[0], ast.Constant)}


def test_the_type_checker_knows_every_check_and_no_other(tmp_path: Path) -> None:
    names = (*NAMES, "bad-vlaue")
    snippet = tmp_path / "snippet.py"
    calls = (f"Mistake({name!r}, '', Span(''))\n" for name in names)
    snippet.write_text(f"from conspectus.diagnostics import Mistake, Span\n{''.join(calls)}", "utf-8")
    checker = [sys.executable, "-m", "mypy", "--no-error-summary", "--cache-dir", tmp_path, snippet]
    run = subprocess.run(checker, capture_output=True, text=True, cwd=PACKAGE.parents[1], check=False)
    (error,) = run.stdout.splitlines()
    assert f"snippet.py:{len(names) + 1}: error" in error
    assert "bad-vlaue" in error


def test_every_check_reports_something() -> None:
    assert set(NAMES) <= emitted()


def test_every_module_is_a_check_and_every_check_a_module() -> None:
    modules = {path.stem.replace("_", "-") for path in (PACKAGE / "checks").glob("*.py")} - {"--init--"}
    assert sorted(NAMES) == sorted(modules)


def test_no_two_checks_share_a_code_and_they_stand_in_order() -> None:
    codes = [check.code for check in checks.CHECKS]
    assert len(set(codes)) == len(codes)
    assert codes == sorted(codes, key=lambda code: ("SPTW".index(code[0]), code))
    assert all(len(code) == 4 and code[1:].isdigit() for code in codes)


def test_the_code_of_an_unknown_category_is_the_one_people_know() -> None:
    assert checks.explain("T012") == checks.explain("unknown-category") == checks.explain(" t012 ")


@pytest.mark.parametrize("check", checks.CHECKS, ids=NAMES)
def test_every_check_says_what_it_means_and_what_to_do(check: checks.Check) -> None:
    said = checks.explain(check.code)
    assert said is not None
    assert said.startswith(f"{check.severity}[{check.code}] {check.name}\n\n")
    assert len(check.documentation.splitlines()) > 3


@pytest.mark.parametrize(("former", "present"), FORMER.items())
def test_a_former_name_still_explains_the_check(former: str, present: str) -> None:
    assert former not in NAMES
    assert checks.explain(former) == checks.explain(present) is not None


def test_a_code_that_is_none_has_no_explanation() -> None:
    assert checks.explain("X999") is None


def test_what_all_stages_found_is_in_the_report(made: Any) -> None:
    from conspectus.model.paper import Reading

    def mistake(check: CheckName, line: int) -> Mistake:
        return Mistake(check, "it is so", Span("content/x", line))

    survey = made.survey(
        readings=[Reading("content/x", "made up", mistakes=(mistake("broken-entry", 2),))],
        mistakes=[mistake("broken-regex", 1)],
        notes=[made.note("nobody", "A note.")],
    )
    report = checks.check(survey)
    assert [(d.check, d.code, d.severity) for d in report.diagnostics] == [
        ("unknown-note", "W002", Severity.WARNING),
        ("broken-regex", "T003", Severity.ERROR),
        ("broken-entry", "S012", Severity.WARNING),
    ]
