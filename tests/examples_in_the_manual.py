"""What a page of the manual tells its reader to do: files to write and commands to type, read from the page and done.

A fence with a `title` is a file: the whole of it, or, if it is a `diff`, lines to replace in it. A fence of `console`
has commands behind `$`, each with the output that the reader sees; a line `…` stands for any lines. A fence of `sh` has
commands whose output is not shown. A comment right above a fence says what is not as usual: `<!-- not run: why -->`, or
`<!-- exit code: 1 -->`.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FENCE = re.compile(
    r"(?ms)^(?:<!-- (?P<note>[^>]*) -->\n)?```(?P<kind>\w+)(?: title=\"(?P<title>[^\"]+)\")?\n(?P<body>.*?)^```$"
)
ANY = "…"
SECONDS = 120
"""How long a command may take on a slow machine."""


@dataclass(frozen=True, slots=True)
class Example:
    """A fence: its language, the file it is, its text with its place in the page, and the comment above it."""

    kind: str
    title: str
    body: str
    start: int
    note: str

    @property
    def is_run(self) -> bool:
        return self.kind in ("console", "sh") and not self.note.startswith("not run: ")

    @property
    def exit_code(self) -> int:
        return int(self.note.removeprefix("exit code: ")) if self.note.startswith("exit code: ") else 0


def examples(page: str) -> Iterator[Example]:
    """The fences of a page, in order."""
    for found in FENCE.finditer(page):
        title, note = found["title"] or "", found["note"] or ""
        yield Example(found["kind"], title, found["body"], found.start("body"), note)


def commands(example: Example) -> Iterator[tuple[str, str]]:
    """Each command with the output that the page shows: that of `sh` is not shown."""
    if example.kind == "sh":
        yield example.body, ANY
        return
    for part in re.split(r"(?m)^\$ ", example.body)[1:]:
        command, _, output = part.partition("\n")
        while command.endswith("\\"):
            more, _, output = output.partition("\n")
            command = f"{command}\n{more}"
        yield command, output


def agrees(shown: str, printed: str) -> bool:
    """Whether a page shows what a command printed."""
    pattern = "".join(r"(?:.*\n)*" if line == ANY else re.escape(line) + r"\n" for line in shown.splitlines())
    return re.fullmatch(pattern, printed) is not None


@dataclass(slots=True)
class Reader:
    """Somebody who does what a page says, in a folder of his own."""

    folder: Path
    environment: dict[str, str]

    @classmethod
    def at(cls, home: Path, folder: Path) -> Reader:
        """A reader whose programs and settings lie in `home`, who starts in `folder`."""
        program = home / "bin" / "conspectus"
        program.parent.mkdir(parents=True, exist_ok=True)
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m conspectus "$@"\n')
        program.chmod(0o755)
        who = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in WHO.items()}
        settings = {"HOME": str(home), "XDG_CACHE_HOME": str(home / "cache"), "GIT_CONFIG_GLOBAL": os.devnull}
        path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
        return cls(folder, {**os.environ, **settings, **who, "PATH": path, "COLUMNS": "100", "NO_COLOR": "1"})

    def follow(self, page: str) -> str:
        """Do everything a page says; returns the page with the output that the commands really have."""
        pieces: list[str] = []
        end = 0
        for example in examples(page):
            if example.title and example.kind != "console":
                self.write(example)
            elif example.is_run:
                pieces += [page[end : example.start], self.run(example)]
                end = example.start + len(example.body)
        return "".join(pieces) + page[end:]

    def write(self, example: Example) -> None:
        """Write or change the file that an example is."""
        path = self.folder / example.title
        path.parent.mkdir(parents=True, exist_ok=True)
        if example.kind != "diff":
            path.write_text(example.body, "utf-8")
            return
        lines = example.body.splitlines(keepends=True)
        old = "".join(line[1:] for line in lines if not line.startswith("+"))
        new = "".join(line[1:] for line in lines if not line.startswith("-"))
        text = path.read_text("utf-8")
        assert text.count(old) == 1, f"{example.title} has no such lines, or more than once:\n{old}\n---\n{text}"
        path.write_text(text.replace(old, new), "utf-8")

    def run(self, example: Example) -> str:
        """The example with the output of its commands, which have to exit as the page says."""
        written = ""
        for command, shown in commands(example):
            code, printed = self.type(command)
            assert code == example.exit_code, f"$ {command}\n{printed}"
            output = shown if agrees(shown, printed) else printed
            written += example.body if example.kind == "sh" else f"$ {command}\n{output}"
        return written

    def type(self, command: str) -> tuple[int, str]:
        """The exit code of a command and what it printed. `cd` lasts; a preview is opened, looked at and closed."""
        if command.startswith("cd "):
            self.folder = (self.folder / command.removeprefix("cd ").strip()).resolve()
            return (0 if self.folder.is_dir() else 1), ""
        if command == "conspectus serve":
            return self.look()
        done = subprocess.run(
            ["bash", "-e", "-c", command],
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=SECONDS,
            check=False,
        )
        return done.returncode, "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())

    def look(self) -> tuple[int, str]:
        """Open the front page in a preview on a free port; what the preview printed until then."""
        with subprocess.Popen(
            ["bash", "-c", "exec conspectus serve --port 0"],
            cwd=self.folder,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        ) as preview:
            try:
                assert preview.stdout
                lines = []
                while not lines or not lines[-1].startswith("Serving "):
                    lines.append(preview.stdout.readline())
                    assert lines[-1], "".join(lines)
                address = lines[-1].split()[1]
                with urllib.request.urlopen(address, timeout=SECONDS) as answer:  # noqa: S310 - this machine's own
                    assert b"<h1" in answer.read()
                return 0, "".join(lines).replace(address, "http://127.0.0.1:8000/")
            finally:
                preview.terminate()


WHO = {"NAME": "Maya Okoro", "EMAIL": "maya@example.org", "DATE": "2026-11-02T09:00:00Z"}
"""Who commits, and when, so that it is the same each time."""
