"""A survey from a stranger: what building it touches. Everything in it is made up."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from conspectus.commands import group
from conspectus.project import Project

WATCHED = """\
import json, os, sys
events = []

def hook(event, arguments):
    if event == "open" and (arguments[2] or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND):
        events.append((event, str(arguments[0])))
    elif event in ("os.mkdir", "os.remove", "os.rmdir", "os.rename", "os.symlink", "os.link", "os.chmod"):
        handle = arguments[-1] if event in ("os.mkdir", "os.remove", "os.rmdir") else -1
        folder = os.readlink(f"/proc/self/fd/{handle}") if handle >= 0 else ""
        events.append((event, os.path.join(folder, os.fsdecode(arguments[0]))))
    elif event.split(".")[0] in ("socket", "subprocess") or event in (
        "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.forkpty", "pty.spawn", "urllib.Request"
    ):
        events.append((event, str(arguments)))

sys.addaudithook(hook)
from conspectus.commands import main
try:
    main()
finally:
    print("EVENTS", json.dumps(events))
"""
"""A command, with what it opens for writing and what it starts written down."""


@pytest.fixture
def hostile(survey: Project) -> Path:
    """The made-up survey with what a stranger may put into it."""
    root = survey.root
    (root / "templates" / "pages").mkdir(parents=True)
    (root / "templates" / "pages" / "home.html").write_text("{{ cycler.__init__.__globals__.os.popen('id').read() }}")
    (root / "templates" / "assets").symlink_to("/etc")
    for name in ("sitecustomize.py", "conspectus.py", "re2.py"):
        (root / name).write_text("import os; os.system('id')\n")
    (root / "pagefind.yml").write_text("site: /etc\n")
    (root / "content" / "pages" / "evil.md").write_text(
        "<img src=http://evil.example/x.png> ![x](http://evil.example/y.png) [f](file:///etc/passwd)\n"
    )
    (root / "content" / "papers" / "evil.bib").write_text(
        "@misc{x, title={\\\\input{/etc/passwd} \\\\write18{id}}, url={file:///etc/passwd}, year=2026}\n"
    )
    return root


@pytest.mark.skipif(sys.platform != "linux", reason="folders by their handles are looked up in /proc")
def test_it_opens_no_connection_starts_no_program_and_writes_nowhere_else(hostile: Path, tmp_path: Path) -> None:
    out, cache = tmp_path / "site", tmp_path / "cache"
    arguments = ["build", "--untrusted", "--no-search", "--jobs", "1", "--out", str(out)]
    done = subprocess.run(
        [sys.executable, "-P", "-c", WATCHED, *arguments],
        cwd=hostile,
        env={**os.environ, "XDG_CACHE_HOME": str(cache), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert "templates/ is not used" in done.stderr
    assert (out / "index.html").is_file()
    seen = [tuple(event) for event in json.loads(done.stdout.partition("EVENTS ")[2])]
    assert any(event == "open" for event, _ in seen)
    allowed = (str(out), str(out.parent / ".site.conspectus"), str(cache))
    assert [each for each in seen if not each[1].startswith(allowed)] == []


@pytest.mark.parametrize("name", ["survey.yaml", "papers", "citation-keys.yaml", "taxonomy/more.yaml"])
@pytest.mark.parametrize("verb", ["build", "check"])
def test_a_link_that_leads_out_is_refused(survey: Project, tmp_path: Path, name: str, verb: str) -> None:
    path, outside = survey.content / name, tmp_path / "outside"
    if path.is_dir():
        shutil.move(path, outside)
    elif path.exists():
        path.rename(outside)
    else:
        outside.write_text("facet: more\n")
    path.symlink_to(outside)
    result = CliRunner().invoke(group, [verb, "--untrusted", "--project", str(survey.root)])
    assert result.exit_code == 1
    assert f"content/{name} is a link that leads out of the survey" in result.output
    assert not survey.out.exists()


def test_templates_are_not_used(hostile: Path) -> None:
    assert CliRunner().invoke(group, ["check", "--project", str(hostile)]).exit_code == 1
    result = CliRunner().invoke(group, ["check", "--untrusted", "--project", str(hostile)])
    assert result.exit_code == 0, result.output
    assert "templates/ is not used" in result.output
