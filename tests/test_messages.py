"""Every message of every check, command and the preview, in one list to read through: `golden_messages.txt`.

The list is made by spoiling a survey and by typing what cannot be done. A message in the code that it never shows
fails a test, so that the list stays whole.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import made_up_mistakes as spoiled
import messages_in_code as in_code
from conspectus import checks
from conspectus.commands import group
from made_up_commands import COMMANDS, EDITS
from made_up_fetching import said_by_the_services
from made_up_links import said_by_links
from made_up_requests import said_by_the_preview

HERE = Path(__file__).parent
GOLDEN = HERE / "golden_messages.txt"
SURVEY = HERE / "survey"

NEVER_SHOWN = {
    "fetching/": "services that fail in other ways too; tests/fetching has them",
    "is not in the format expected of it": "answers in another format; tests/commands has them",
    "run it again with --refresh": "answers in another format; tests/commands has them",
    "cluster.py": "clusters that cannot be worked with; tests/test_cluster.py has them",
    "entry_ledger.py": "lines that only an import writes; tests/test_entry_ledger.py has them",
    "commands/replacing.py": "edits by hand that an update cannot keep; tests/commands/test_import_updates.py has one",
    "changes/revision.py": "git is installed on every machine that runs the tests",
    "publish/": "what the disk and other programs refuse; tests/publish has it",
    "render/assets.py": "assets of a survey's own; tests/render has them",
    "sources/": "exports of other programs, each of which has tests of its own in tests/sources",
    "yaml_edit/": "edits that are refused; tests/yaml_edit has them",
    "preview/server.py": "requests that no page sends; tests/preview has them",
    "preview/guard.py": "requests that no page sends; tests/preview has them",
    "not built: there is not enough memory": "memory that ends; tests/commands/test_build.py has it",
    "the current folder does not exist anymore": "a folder that is gone; tests/commands/test_commands.py has one",
    "commands/serve.py": "the server runs until it is stopped; tests/commands/test_serve.py has it",
    "commands/issue_form.py": "issues of readers; tests/commands/test_issue_form.py has them",
    "commands/asking.py": "questions on a terminal; tests/commands/test_new.py answers them",
    "Conspectus is not installed, so no workflow can install it": "whoever runs the tests has installed it",
    "install it with pip": "whoever runs the tests has installed it",
    "this folder": "a clone; tests/commands/test_new.py has one",
    "Add papers with `conspectus import FILE` or `conspectus fetch arxiv QUERY`, "
    "and topics in content/taxonomy/topic.yaml.": "an empty survey; tests/commands/test_new.py has one",
    "It has no papers yet: add some with `conspectus import FILE` or `conspectus fetch arxiv QUERY`.": "an empty "
    "survey; tests/commands/test_new.py has one",
    "is a link to what does not exist": "a link; tests/commands/test_new.py has one",
    "remove the link, or choose another folder": "a link; tests/commands/test_new.py has one",
    "is a file, so no folder can be in it": "a file in place of a folder; tests/commands/test_new.py has one",
    "choose another folder": "a file in place of a folder; tests/commands/test_new.py has one",
    "Kept your": "a clone with a README; tests/commands/test_new.py has one",
    "skipped ": "a folder with other files; tests/commands/test_new.py has one",
    "The last build was ended while it changed": "a build that was killed; tests/commands/test_build.py has it",
    "; that is completed now.": "a build that was killed; tests/commands/test_build.py has it",
    "too large for": "a site of more than 1 GB; tests/publish has small limits",
    "make these smaller, or choose a host with other limits": "a site of more than 1 GB; tests/publish has it",
    "located/values.py": "no key has a former name yet; tests/located has made-up ones",
    "is not a file": "a pipe in place of a file; tests/commands has it",
    "save what it gives into a file, and import that": "a pipe in place of a file; tests/commands has it",
    "a record without a title": "exports whose records have no title; tests/commands has one",
    "the file is larger than": "files of many megabytes; tests/located has one",
    "the file has more than": "files of many megabytes; tests/sources/test_limits.py has some",
    "the document has more than": "files of many megabytes; tests/sources/test_limits.py has one",
    "sources/long_values.py": "values of thousands of characters; tests/sources/test_long_values.py has some",
    "checks/bad_value.py": "hundreds of long keywords; tests/checks/test_long_keywords.py has them",
    "more mistakes in this file": "files of many megabytes; tests/sources/test_limits.py has one",
    "mend those above first": "files of many megabytes; tests/sources/test_limits.py has one",
    "subject:": "a code that only some listings have; tests/sources has them",
    "the years of": "a listing of several days; tests/checks has it",
    "dates were": "a listing of several days; tests/checks has it",
    "warning: templates/ is not used, because of --untrusted": "templates; tests/commands/test_untrusted.py has one",
    "Interrupted.": "Ctrl-C; tests/commands has it",
    "The file cannot be read or written:": "what the disk refuses; tests/preview has it",
    "There is no version without errors yet.": "shown for a moment only, as long as nothing was built",
    "no longer has a category": "files that change meanwhile; tests/curation has them",
    "try again": "files that change meanwhile; tests/curation has them",
    "expected a list of categories": "a file that the checks refuse first; tests/curation has it",
}
"""Rooms and messages that need not be in the list, and why."""


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The list, as it is made now."""
    folder = tmp_path_factory.mktemp("messages")
    patch = pytest.MonkeyPatch()
    patch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
    patch.setenv("COLUMNS", "120")
    for who in ("AUTHOR", "COMMITTER"):
        for what, value in (("NAME", "Ada"), ("EMAIL", "ada@lamps.example"), ("DATE", "2026-01-01T12:00:00Z")):
            patch.setenv(f"GIT_{who}_{what}", value)
    try:
        text = "\n".join(_sections(folder, patch))
    finally:
        patch.undo()
    text = re.sub(r"\b[0-9a-f]{40}\b|\b[0-9a-f]{10}\b", "COMMIT", text.replace(str(folder), "FOLDER"))
    return re.sub(r"127\.0\.0\.1:\d+", "127.0.0.1:PORT", text)


def _sections(folder: Path, patch: pytest.MonkeyPatch) -> Iterator[str]:
    yield from _documentation()
    wrong = folder / "wrong"
    for name, content in spoiled.FILES.items():
        path = wrong / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    patch.chdir(wrong)
    yield _run("check")
    patch.chdir(_survey(folder / "templates"))
    for name, text in spoiled.TEMPLATES.items():
        path = Path("templates") / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    yield _run("check")
    yield _run("build --no-search")
    yield _run("diff")
    patch.chdir(_committed(folder / "survey"))
    for line in COMMANDS:
        yield _run(line)
    for edit, lines in EDITS:
        patch.chdir(_committed(folder / "edited"))
        edit()
        for line in lines:
            yield _run(line)
    patch.chdir(folder)
    yield _run("check")
    yield _run(f"check --project {folder}")
    patch.chdir(_committed(folder / "services"))
    yield from said_by_the_services(_run)
    (folder / "links").mkdir()
    patch.chdir(folder / "links")
    yield from said_by_links(_run)
    yield from said_by_the_preview(_committed(folder / "preview"))


def _documentation() -> Iterator[str]:
    yield _run("--help")
    context = click.Context(group)
    for name in group.list_commands(context):
        yield _run(f"{name} --help")
    for check in checks.CHECKS:
        yield _run(f"check --explain {check.code}")


def _survey(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(SURVEY, folder)
    return folder


def _committed(folder: Path) -> Path:
    """The made-up survey in a repository of its own."""
    _survey(folder)
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "Light the lamps"]):
        environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull}
        subprocess.run(["git", "-C", folder, *command], check=True, env=environment)
    return folder


def _run(line: str) -> str:
    """A command as it was typed, and all that it prints."""
    done = CliRunner().invoke(group, _words(line), prog_name="conspectus")
    assert done.exception is None or isinstance(done.exception, SystemExit), (line, done.exc_info)
    end = f"[exit code {done.exit_code}]\n" if done.exit_code else ""
    return f"$ conspectus {line}\n{done.output}{end}"


def _words(line: str) -> list[str]:
    return [quoted or plain for quoted, plain in re.findall(r"'([^']*)'|(\S+)", line)]


def test_the_list_is_what_is_said_now(shown: str, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--golden-anew"):
        GOLDEN.write_text(shown, "utf-8")
    assert shown == GOLDEN.read_text("utf-8"), "if that is meant: make golden, and read the diff"


def test_every_message_in_the_code_is_in_the_list(shown: str) -> None:
    words = " ".join(shown.split())
    missing = [
        piece
        for piece in in_code.pieces()
        if " ".join(piece.text.split()) not in words
        and piece.text not in NEVER_SHOWN
        and not piece.place.startswith(tuple(NEVER_SHOWN))
    ]
    assert missing == []


def test_a_message_that_is_not_in_the_list_would_be_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    code = 'def light(paper):\n    message = f"`{paper}` gives no light at all"\n    Mistake("dim", message, None)\n'
    (tmp_path / "lamps.py").write_text(code)
    monkeypatch.setattr(in_code, "PACKAGE", tmp_path)
    assert [piece.text for piece in in_code.pieces()] == ["` gives no light at all"]
