"""Ten megabytes of each kind of hostile input, read in a process of its own: seconds of the processor and peak memory.

    .venv/bin/python benchmarks/hostile.py [--megabytes 10] [WORD …]

Reads what has one of the words in its name, or all. What takes more than 10 seconds, more than 512 MB, or ends in
anything but a value or a mistake is a failure. `torture.py` runs all of it.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "generator")]

from hostile_inputs import SHAPES, SIZE  # noqa: E402 - beside this file

MOST_SECONDS, MOST_MEGABYTES = 10, 512


def _papers(path: str, data: bytes) -> None:
    from conspectus import sources
    from conspectus.cache import Cache
    from conspectus.model.paper import Source

    sources.parse(Source(f"content/papers/{path}", data, "d"), Cache(None))


def _markdown(path: str, data: bytes) -> None:
    from conspectus import prose_files
    from conspectus.model.paper import Source
    from conspectus.render.markdown import Markdown
    from conspectus.text import Prose
    from conspectus.text.prose import cited, words_of

    text = data.decode()
    prose_files.load(Source("content/notes/x.md", data, "d"))
    markdown = Markdown("")
    markdown.block(Prose(text))
    markdown.inline(Prose(text))
    words_of(text)
    cited(text)


def _tex(path: str, data: bytes) -> None:
    from conspectus.text import Text

    text = Text(data.decode())
    text.as_html(), text.as_text(), text.as_tex()


def _words(path: str, data: bytes) -> None:
    from conspectus.components.word_index import MOST_CHARACTERS, chunks
    from conspectus.matching.words import spell
    from conspectus.text.folding import folded

    text = data.decode()
    for _, found in chunks(text[:MOST_CHARACTERS]):
        list(found)
    folded(text)
    spell(text)


PATTERNS = (r"(a+)+b", r".*.*x", r"\w*\w*\w*x", r"(?:a|aa)+!", r"lamp.{0,30}oil.{0,30}wick", r"(?:[ab]{1,90}c){1,9}")


def _patterns(path: str, data: bytes) -> None:
    from conspectus.matching.linear import beyond_ascii
    from conspectus.matching.patterns import BrokenPattern, compiled

    text = data.decode()
    for source in PATTERNS:
        try:
            compiled(source).search(text, beyond_ascii(text))
        except BrokenPattern:
            continue


def _taxonomy(path: str, data: bytes) -> None:
    from conspectus import taxonomy
    from conspectus.model.paper import Source

    taxonomy.load([Source(f"content/taxonomy/{path}", data, "d")])


def _settings(path: str, data: bytes) -> None:
    from conspectus import settings
    from conspectus.model.paper import Source

    settings.load(Source(f"content/{path}", data, "d"))


def _ledger(path: str, data: bytes) -> None:
    from conspectus import key_ledger
    from conspectus.model.paper import Source

    key_ledger.load(Source(f"content/{path}", data, "d"))


def _image(path: str, data: bytes) -> None:
    from conspectus import images
    from conspectus.model.paper import Source

    images.load(Source(f"content/images/{path}", data, "d"))


def _report(path: str, data: bytes) -> None:
    """As many mistakes as are told of a file, all over it."""
    from conspectus.diagnostics import Diagnostic, Mistake, Report, Severity, Span, github, json, text

    content = data.decode()
    lines = content.count("\n") + 1
    step = max(1, lines // 1000)
    longest = max(1, len(content) // lines)
    spans = [Span(path, 1 + n * step % lines, 1 + n * 997 % longest, 5) for n in range(1000)]
    found = [
        Diagnostic.of("S001", Severity.ERROR, Mistake("broken-yaml", f"wrong {n}", span))
        for n, span in enumerate(spans)
    ]
    report = Report.of(found)
    text.render(report, lambda file: content, True)
    github.render(report)
    json.render(report)


def _survey(path: str, data: bytes) -> None:
    """A whole build."""
    from conspectus.cache import Cache
    from conspectus.pipeline import build
    from conspectus.project import Project

    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        (root / "content" / "papers").mkdir(parents=True)
        (root / "content" / "survey.yaml").write_text("title: x\n")
        (root / "content" / "papers" / path).write_bytes(data)
        build(Project(root), Cache(None), root / "site", "https://a.example/", pagefind=False)


READERS: Mapping[str, Callable[[str, bytes], None]] = {
    "papers": _papers,
    "markdown": _markdown,
    "tex": _tex,
    "words": _words,
    "patterns": _patterns,
    "taxonomy": _taxonomy,
    "settings": _settings,
    "ledger": _ledger,
    "image": _image,
    "report": _report,
    "survey": _survey,
}


class Tried(NamedTuple):
    """What reading one came to: seconds of the processor, megabytes, and the last line of what went wrong."""

    name: str
    seconds: float
    megabytes: float
    wrong: str

    def __str__(self) -> str:
        return f"{self.name:55} {self.seconds:6.1f} s {self.megabytes:5.0f} MB  {self.wrong}".rstrip()


def tried(megabytes: int = 10, words: tuple[str, ...] = ()) -> Iterator[Tried]:
    """Each shape that has one of the words in its name, read in a process of its own."""
    for name in SHAPES:
        if not words or any(word in name for word in words):
            yield _in_a_process(name, megabytes)


def _in_a_process(name: str, megabytes: int) -> Tried:
    command = [sys.executable, __file__, "--inside", f"--megabytes={megabytes}", name]
    with tempfile.TemporaryFile() as errors:
        child = subprocess.Popen(command, stdout=errors, stderr=errors)
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        last = (errors.read().decode(errors="replace").strip().splitlines() or [""])[-1]
    seconds, memory = used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
    wrong = ""
    if child.returncode:
        wrong = f"exit {child.returncode}: {last[:120]}"
    elif seconds > MOST_SECONDS or memory > MOST_MEGABYTES:
        wrong = "too much"
    return Tried(name, seconds, memory, wrong)


def _read(name: str, megabytes: int) -> None:
    limit = 2 * MOST_SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
    resource.setrlimit(resource.RLIMIT_AS, (8 << 30, 8 << 30))
    shape = SHAPES[name]
    READERS[shape.reader](shape.file, shape.make(SIZE * megabytes // 10).encode())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("words", nargs="*", metavar="WORD")
    parser.add_argument("--megabytes", type=int, default=10)
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.inside:
        _read(arguments.words[0], arguments.megabytes)
        return 0
    broke = 0
    for one in tried(arguments.megabytes, tuple(arguments.words)):
        broke += bool(one.wrong)
        print(one, flush=True)
    print(f"{broke} broke")
    return bool(broke)


if __name__ == "__main__":
    sys.exit(main())
