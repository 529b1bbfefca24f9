"""The commands of the tutorial and the how-to guides do what the pages say. The surveys in them are made up."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from examples_in_the_manual import Example, Reader, agrees, commands, examples

DOCS = Path(__file__).resolve().parents[1] / "docs"
TUTORIAL = DOCS / "tutorial.md"
GUIDES = sorted((DOCS / "how-to").glob("*.md"))

pytestmark = pytest.mark.skipif(not shutil.which("bash"), reason="bash was not found; the manual's commands are its")


@pytest.fixture(scope="session")
def reefs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The survey that the tutorial begins with, which the how-to guides start from."""
    home = tmp_path_factory.mktemp("tutorial")
    reader = Reader.at(home, home)
    for example in examples(TUTORIAL.read_text("utf-8")):
        if example.title == "README.md":
            reader.write(example)
    code, printed = reader.type("conspectus new reefs --from README.md")
    assert code == 0, printed
    return home / "reefs"


def follow(page: Path, reader: Reader, anew: bool) -> None:
    """Do what a page says and compare; `anew` writes into the page what its commands print."""
    text = page.read_text("utf-8")
    followed = reader.follow(text)
    if anew:
        page.write_text(followed, "utf-8")
    assert page.read_text("utf-8") == followed, "if that is meant: make golden"


def test_the_tutorial(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    (tmp_path / "work").mkdir()
    follow(TUTORIAL, Reader.at(tmp_path, tmp_path / "work"), request.config.getoption("--golden-anew"))


@pytest.mark.parametrize("page", GUIDES, ids=lambda page: page.stem)
def test_how_to(page: Path, tmp_path: Path, reefs: Path, request: pytest.FixtureRequest) -> None:
    shutil.copytree(reefs, tmp_path / "reefs")
    follow(page, Reader.at(tmp_path, tmp_path / "reefs"), request.config.getoption("--golden-anew"))


def test_what_is_not_run_says_why() -> None:
    notes = [(page.name, each.note) for page in (TUTORIAL, *GUIDES) for each in examples(page.read_text("utf-8"))]
    assert not [note for note in notes if note[1] and not note[1].startswith(("not run: ", "exit code: "))]
    assert len([note for _, note in notes if note.startswith("not run: ")]) < 8


PAGE = """\
```yaml title="a.txt"
one
two
```

<!-- not run: it is far away -->
```sh
git push
```

```diff title="a.txt"
 one
-two
+three
```

```console
$ cat a.txt
one
…
$ cd b
```
"""


def test_a_page_is_read_as_its_reader_reads_it() -> None:
    file, far, change, typed = examples(PAGE)
    assert (file.title, file.body, far.note, far.is_run) == ("a.txt", "one\ntwo\n", "not run: it is far away", False)
    assert (change.kind, typed.is_run) == ("diff", True)
    assert list(commands(typed)) == [("cat a.txt", "one\n…\n"), ("cd b", "")]


def test_files_are_written_and_changed_and_commands_compared(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    assert Reader.at(tmp_path, tmp_path).follow(PAGE) == PAGE
    assert (tmp_path / "a.txt").read_text() == "one\nthree\n"
    wrong = PAGE.replace("$ cat a.txt\none\n…\n", "$ cat a.txt\nfour\n")
    assert Reader.at(tmp_path, tmp_path).follow(wrong) == wrong.replace("four\n", "one\nthree\n")


def test_a_command_that_fails_is_told(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="exit 3"):
        Reader.at(tmp_path, tmp_path).run(Example("sh", "", "exit 3\n", 0, ""))
    assert Reader.at(tmp_path, tmp_path).run(Example("sh", "", "exit 3\n", 0, "exit code: 3")) == "exit 3\n"


@pytest.mark.parametrize(
    ("shown", "printed", "same"),
    [
        ("a\n", "a\n", True),
        ("a\n", "a\nb\n", False),
        ("a\n…\n", "a\nb\nc\n", True),
        ("…\nc\n", "c\n", True),
    ],
)
def test_an_ellipsis_stands_for_any_lines(shown: str, printed: str, same: bool) -> None:
    assert agrees(shown, printed) is same
