"""The way to GitHub Pages: the workflows are valid and cautious. Their steps are run by `tests/first_hour`."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from conspectus.language import shipped_tags
from conspectus.scaffolding import Origin, Plan, files

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / ".github/workflows"
WORKFLOWS = sorted(FOLDER.glob("*.yml"))
STARTER = ROOT / "generator/conspectus/starter/dot-github"


def loaded(path: Path) -> dict[str, Any]:
    return yaml.safe_load(path.read_text("utf-8"))


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_workflow_is_valid(path: Path) -> None:
    schema = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", str(path)]
    subprocess.run(schema, check=True, capture_output=True)


@pytest.mark.parametrize(
    "origin", [Origin(), Origin("conspectus @ x", f"ada/c/.github/workflows/survey.yml@{40 * 'a'}")]
)
def test_the_workflows_of_a_new_survey_are_valid(tmp_path: Path, origin: Origin) -> None:
    names = []
    for name, data in files(Plan("Lamps"), origin):
        if name.startswith(".github/workflows/"):
            names.append(str(tmp_path / Path(name).name))
            Path(names[-1]).write_bytes(data)
    schema = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", *names]
    subprocess.run(schema, check=True, capture_output=True)
    text = (tmp_path / "pages.yml").read_text("utf-8")
    assert len([line for line in text.splitlines() if not line.startswith("#")]) <= 8


@pytest.mark.parametrize("tag", ["en", *shipped_tags()])
def test_the_issue_forms_of_a_new_survey_are_valid(tmp_path: Path, tag: str) -> None:
    names = []
    for name, data in files(Plan("Lamps", tag), Origin("conspectus @ x")):
        if "ISSUE_TEMPLATE" in name:
            names.append(str(tmp_path / Path(name).name))
            Path(names[-1]).write_bytes(data)
    assert len(names) == 2
    schema = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-issue-forms", *names]
    subprocess.run(schema, check=True, capture_output=True)


def test_a_new_survey_deploys_with_the_same_workflow() -> None:
    assert (STARTER / "workflows/survey.yml").read_bytes() == (FOLDER / "survey.yml").read_bytes()
    ours = (FOLDER / "pages.yml").read_text("utf-8")
    assert (STARTER / "workflows/pages.yml").read_text("utf-8").replace(
        "{{workflow}}", "./.github/workflows/survey.yml"
    ) in ours


def test_both_names_of_the_main_branch_are_published() -> None:
    assert loaded(FOLDER / "pages.yml")[True]["push"]["branches"] == ["main", "master"]  # YAML 1.1 reads `on` as true


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_by_commit_and_names_its_version(path: Path) -> None:
    used = re.findall(r"uses: (.+)", path.read_text("utf-8"))
    assert used
    for name in used:
        assert name.startswith("./") or re.fullmatch(r"[\w-]+/[\w/-]+@[0-9a-f]{40} # v\d+(\.\d+)*", name), name


def test_dependabot_proposes_newer_actions() -> None:
    for path in (ROOT / ".github/dependabot.yml", STARTER / "dependabot.yml"):
        checked = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.dependabot", str(path)]
        subprocess.run(checked, check=True, capture_output=True)
        assert "github-actions" in [update["package-ecosystem"] for update in loaded(path)["updates"]]


def test_a_survey_may_do_no_more_than_it_must() -> None:
    survey = loaded(FOLDER / "survey.yml")
    assert survey["permissions"] == {"contents": "read"}
    assert survey["jobs"]["build"]["permissions"] == {"contents": "read", "pages": "read"}
    assert survey["jobs"]["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert loaded(FOLDER / "pages.yml")["permissions"] == {"contents": "read", "pages": "write", "id-token": "write"}


def test_our_own_cache_alone_is_restored_and_kept_anew_for_other_content() -> None:
    steps = loaded(FOLDER / "survey.yml")["jobs"]["build"]["steps"]
    (cached,) = [step["with"] for step in steps if step.get("uses", "").startswith("actions/cache@")]
    assert cached["path"] == "~/.cache/conspectus"
    assert cached["key"] == cached["restore-keys"] + "${{ hashFiles('content/**') }}"


def test_no_stranger_writes_to_the_cache_of_the_default_branch() -> None:
    """GitHub keeps caches by branch; these events would run what a pull request brings as the default branch."""
    for path in (*WORKFLOWS, *(STARTER / "workflows").glob("*.yml")):
        assert not re.findall(r"pull_request_target|workflow_run|issue_comment", path.read_text("utf-8")), path


def test_a_release_names_its_repository() -> None:
    variable = re.findall(r'^REPOSITORY = "(\w+)"$', (ROOT / "hatch_build.py").read_text("utf-8"), re.MULTILINE)
    address = "${{ github.server_url }}/${{ github.repository }}"
    assert loaded(FOLDER / "release.yml")["jobs"]["build"]["env"] == {variable[0]: address}


HASHED = re.compile(r"(?P<name>[\w.-]+)==(?P<version>[\w.]+)(?: ; [^\\\n]+)?(?: \\\n    --hash=sha256:[0-9a-f]{64})+\n")


def normal(name: str) -> str:
    """A package's name in the one way that all spellings of it have in common."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pinned(name: str) -> dict[str, str]:
    """The versions in a file of hashes, which has nothing else."""
    text = (ROOT / ".github/hashes" / name).read_text("utf-8")
    assert HASHED.sub("", text) == ""
    return {normal(found["name"]): found["version"] for found in HASHED.finditer(text)}


def constrained() -> dict[str, str]:
    """The versions in `constraints.txt`."""
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pairs = (line.split("==") for line in lines if "==" in line)
    return {normal(name): version for name, version in pairs}


def test_releases_are_made_with_what_has_these_hashes_and_tried_with_the_versions_of_the_tests() -> None:
    versions = constrained()
    assert {name: versions[name] for name in pinned("runtime.txt")} == pinned("runtime.txt")
    lines = (ROOT / ".github/hashes/tools.in").read_text("utf-8").splitlines()
    asked = [line for line in lines if not line.startswith("#")]
    assert set(asked) <= {f"{name}=={version}" for name, version in pinned("tools.txt").items()}


def test_the_pinned_tests_install_all_that_the_tests_name_in_the_versions_of_constraints() -> None:
    """`make hashes` writes the file; the manual's tools are in constraints.txt too, and are not installed there."""
    versions, hashed = constrained(), pinned("tests.txt")
    assert {name: versions.get(name) for name in hashed} == hashed
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    extras = project["project"]["optional-dependencies"]
    asked = [
        *project["project"]["dependencies"],
        *extras["cluster"],
        *extras["test"],
        *project["build-system"]["requires"],
    ]
    names = {normal(re.split(r"[^\w.-]", each)[0]) for each in asked} - {"conspectus"}
    assert names <= hashed.keys()


def test_what_the_pinned_tests_install_is_compared_with_its_hash() -> None:
    (install,) = [
        step["run"] for step in loaded(FOLDER / "test.yml")["jobs"]["pinned"]["steps"] if step.get("name") == "Install"
    ]
    first, second, check = install.splitlines()
    assert "--require-hashes --only-binary :all: -r .github/hashes/tests.txt" in first
    assert "--no-deps --no-build-isolation" in second
    assert check.endswith("pip check")


@pytest.mark.parametrize("name", ["release.yml", "audit.yml"])
def test_what_a_release_installs_is_compared_with_its_hash(name: str) -> None:
    runs = [step.get("run", "") for job in loaded(FOLDER / name)["jobs"].values() for step in job["steps"]]
    installs = [line for run in runs for line in run.splitlines() if "pip install" in line]
    assert installs
    for line in installs:
        assert "--require-hashes" in line or line.endswith("--no-deps dist/*.whl")
