"""The way to GitHub Pages: the workflow is valid, cautious, and its steps publish a site that works under a path."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
WORKFLOW = ROOT / ".github/workflows/pages.yml"
STARTER = ROOT / "generator/conspectus/starter"


@pytest.fixture(scope="module")
def workflow() -> dict[str, Any]:
    return yaml.safe_load(WORKFLOW.read_text("utf-8"))


def test_it_is_a_valid_workflow() -> None:
    schema = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", str(WORKFLOW)]
    subprocess.run(schema, check=True, capture_output=True)


def test_a_new_survey_deploys_with_the_same_workflow() -> None:
    copies = list(STARTER.rglob("pages.yml"))
    assert [path.read_text("utf-8") for path in copies] == [WORKFLOW.read_text("utf-8")]


def test_every_action_is_pinned_by_commit(workflow: dict[str, Any]) -> None:
    used = [step["uses"] for job in workflow["jobs"].values() for step in job["steps"] if "uses" in step]
    assert len(used) >= 5
    assert all(re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", name) for name in used)


def test_it_may_do_no_more_than_it_must(workflow: dict[str, Any]) -> None:
    assert workflow["permissions"] == {"contents": "read"}
    assert workflow["jobs"]["build"]["permissions"] == {"contents": "read", "pages": "read"}
    assert workflow["jobs"]["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}


def copied_checkout(to: Path) -> None:
    """What a fresh clone would hold, with today's uncommitted changes."""
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, cwd=ROOT, check=True, capture_output=True).stdout.decode().split("\0")
    for name in filter(None, names):
        if (ROOT / name).is_file():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, to / name)


@pytest.fixture(scope="module")
def published(workflow: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder the build job uploads, after its `run:` steps ran in order in a checkout with a Python of its own."""
    checkout = tmp_path_factory.mktemp("runner") / "checkout"
    copied_checkout(checkout)
    python = checkout.parent / "python"
    subprocess.run([sys.executable, "-m", "venv", str(python)], check=True)
    environment = {**os.environ, "PATH": f"{python / 'bin'}{os.pathsep}{os.environ['PATH']}"}
    environment.pop("VIRTUAL_ENV", None)
    for step in workflow["jobs"]["build"]["steps"]:
        if "run" not in step:
            continue
        for name, value in step.get("env", {}).items():
            assert value == "${{ steps.pages.outputs.base_url }}", "the one thing a step is told by another"
            environment[name] = "https://keepers.example/repo"
        done = subprocess.run(["bash", "-e", "-c", step["run"]], cwd=checkout, env=environment, capture_output=True)
        assert done.returncode == 0, f"{step['run']}\n{done.stdout.decode()}\n{done.stderr.decode()}"
    upload = next(step for step in workflow["jobs"]["build"]["steps"] if step.get("name") == "Upload")
    return checkout / upload["with"]["path"]


def test_its_steps_build_a_site_that_works_under_a_path(published: Path) -> None:
    """Every link and asset of every page leads to a file of the site, seen as a host that serves it under /repo/."""
    pages = list(published.rglob("*.html"))
    assert len(pages) > 255
    for page in pages:
        for address in re.findall(r'\s(?:href|src|data-bundle)="(/[^"#?]*)', page.read_text("utf-8")):
            assert address.startswith("/repo/"), f"{page.name} has {address}"
            target = published / address.removeprefix("/repo/")
            assert target.is_file() or (target / "index.html").is_file() or target.name == "pagefind", address


def test_the_published_site_can_be_searched(published: Path) -> None:
    assert (published / "pagefind" / "pagefind.js").is_file()
    assert "https://keepers.example/repo/" in (published / "sitemap.xml").read_text("utf-8")
