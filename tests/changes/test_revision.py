"""Reading a revision out of a repository that may be a stranger's."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from conspectus.changes.revision import RevisionError, checked_out, commit_of
from conspectus.project import Project


@pytest.fixture
def repository(survey: Project) -> Path:
    """The made-up survey, committed."""
    identity = ("-c", "user.name=Keeper", "-c", "user.email=keeper@lamps.example")
    for arguments in (("init", "-q"), ("add", "."), (*identity, "commit", "-qm", "Begin")):
        subprocess.run(["git", "-C", survey.root, *arguments], check=True)
    return survey.root


def configured(repository: Path, key: str, value: str) -> None:
    subprocess.run(["git", "-C", repository, "config", key, value], check=True)


def test_no_program_that_a_repository_names_is_run(repository: Path, tmp_path: Path) -> None:
    left = tmp_path / "ran"
    program = repository / ".git" / "ran"
    program.write_text(f"#!/bin/sh\necho x >> {left}\ncat\n")
    program.chmod(0o755)
    (repository / ".gitattributes").write_text("*.yaml filter=theirs diff=theirs\n*.md filter=other.one\n")
    for key in ("filter.theirs.smudge", "filter.theirs.clean", "filter.other.one.process", "core.fsmonitor"):
        configured(repository, key, str(program))
    for key in ("core.pager", "core.sshCommand", "diff.theirs.textconv", "diff.external", "credential.helper"):
        configured(repository, key, str(program))
    configured(repository, "filter.other.one.required", "true")
    included = repository / ".git" / "more"
    included.write_text(f'[filter "theirs"]\n\tprocess = {program}\n\trequired = true\n')
    configured(repository, "include.path", str(included))
    for hook in ("post-index-change", "post-checkout", "reference-transaction"):
        (repository / ".git" / "hooks" / hook).unlink(missing_ok=True)
        (repository / ".git" / "hooks" / hook).symlink_to(program)
    commit_of(Project(repository), "HEAD")
    with checked_out(Project(repository), "HEAD") as revision:
        settings = revision.project.settings_file.read_bytes()
    assert settings == (repository / "content" / "survey.yaml").read_bytes()
    assert not left.exists()


def test_a_missing_object_is_fetched_by_no_program(repository: Path, tmp_path: Path) -> None:
    left = tmp_path / "ran"
    configured(repository, "remote.origin.url", f"ext::sh -c 'touch {left}'")
    configured(repository, "remote.origin.promisor", "true")
    configured(repository, "protocol.ext.allow", "always")
    configured(repository, "core.repositoryFormatVersion", "1")
    configured(repository, "extensions.partialClone", "origin")
    blob = subprocess.run(
        ["git", "-C", repository, "rev-parse", "HEAD:content/survey.yaml"], check=True, capture_output=True, text=True
    ).stdout.strip()
    (repository / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    with pytest.raises(RevisionError), checked_out(Project(repository), "HEAD"):
        pass
    assert not left.exists()


def test_the_filters_of_the_user_stay(repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "gitconfig"
    own.write_text('[filter "upper"]\n\tsmudge = tr a-z A-Z\n')
    monkeypatch.setitem(os.environ, "GIT_CONFIG_GLOBAL", str(own))
    (repository / ".git" / "info").mkdir(exist_ok=True)
    (repository / ".git" / "info" / "attributes").write_text("survey.yaml filter=upper\n")
    with checked_out(Project(repository), "HEAD") as revision:
        settings = revision.project.settings_file.read_text("utf-8")
    assert settings == settings.upper()


def test_a_filter_that_cannot_be_turned_off_is_refused(repository: Path) -> None:
    configured(repository, "filter.a=b.smudge", "cat")
    with pytest.raises(RevisionError, match="name the filter") as refused, checked_out(Project(repository), "HEAD"):
        pass
    assert refused.value.hint
