"""The YAML language server itself, which editors run: what it completes, explains and marks by our schemas."""

from __future__ import annotations

import json
import queue
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from conspectus.commands import group

ROOT = Path(__file__).resolve().parents[2]
SERVER = ROOT / "tests/browser/node_modules/yaml-language-server/bin/yaml-language-server"

PATIENCE = 120
"""Seconds until an answer counts as none; a loaded machine is slow and not wrong."""

SETTINGS: dict[str, Any] = {"yaml": {"schemaStore": {"enable": False}, "kubernetesCRDStore": {"enable": False}}}
"""What an editor would be set to: nothing is fetched from the net."""


class Editor:
    """Speaks the Language Server Protocol (3.17) with the server, as an editor with the survey's folder open."""

    def __init__(self, process: subprocess.Popen[bytes], root: Path) -> None:
        assert process.stdin and process.stdout
        self.sink, self.source = process.stdin, process.stdout
        self.root = root
        self.inbox: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self.last = 0
        threading.Thread(target=self.listen, daemon=True).start()
        able = {"workspace": {"configuration": True}, "textDocument": {"completion": {}, "hover": {}}}
        self.ask("initialize", {"processId": None, "rootUri": root.as_uri(), "capabilities": able})
        self.send({"method": "initialized", "params": {}})

    def listen(self) -> None:
        length = 0
        while line := self.source.readline():
            if line.lower().startswith(b"content-length:"):
                length = int(line.partition(b":")[2])
            elif line == b"\r\n":
                self.inbox.put(json.loads(self.source.read(length)))
        self.inbox.put(None)

    def send(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.sink.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self.sink.flush()

    def until(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """The first message that is wanted; what the server asks meanwhile is answered."""
        while True:
            message = self.inbox.get(timeout=PATIENCE)
            assert message is not None, "the language server ended"
            if "method" in message and "id" in message:
                asked = message["params"]["items"] if message["method"] == "workspace/configuration" else []
                self.send({"id": message["id"], "result": [SETTINGS.get(item["section"], {}) for item in asked]})
            elif wanted(message):
                return message

    def ask(self, method: str, params: dict[str, Any]) -> Any:
        self.last += 1
        self.send({"id": self.last, "method": method, "params": params})
        return self.until(lambda message: message.get("id") == self.last and "method" not in message)["result"]

    def open(self, name: str, text: str) -> Document:
        """A file opened with a text, in which `|` marks a place; what is wrong with it the server tells by itself."""
        before, _, after = text.partition("|")
        uri = (self.root / "content" / name).as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": before + after}
        self.send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        found = self.until(
            lambda message: (
                message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri
            )
        )
        line = before.count("\n")
        position = {"line": line, "character": len(before) - before.rfind("\n") - 1}
        return Document(self, {"textDocument": {"uri": uri}, "position": position}, found["params"]["diagnostics"])


class Document:
    """A file that is open, a place in it, and what is wrong with it."""

    def __init__(self, editor: Editor, place: dict[str, Any], diagnostics: list[dict[str, Any]]) -> None:
        self.editor, self.place, self.diagnostics = editor, place, diagnostics

    def completed(self) -> list[str]:
        return [item["label"] for item in self.editor.ask("textDocument/completion", self.place)["items"]]

    def hover(self) -> str:
        return str(self.editor.ask("textDocument/hover", self.place)["contents"]["value"])


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory, missing: Callable[[str], None]) -> Iterator[Editor]:
    """An editor with the made-up survey open, whose schemas are written."""
    node = shutil.which("node")
    if not node or not SERVER.is_file():
        missing("the YAML language server was not found; install it: npm install --prefix tests/browser")
    root = tmp_path_factory.mktemp("edited") / "survey"
    shutil.copytree(ROOT / "tests" / "survey", root)
    assert CliRunner().invoke(group, ["schema", "--project", str(root)]).exit_code == 0
    command = [str(node), str(SERVER), "--stdio"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    yield Editor(process, root)
    process.kill()
    process.communicate()


RECORDS = "# yaml-language-server: $schema=../.schemas/papers.schema.json\n"
FACET = "# yaml-language-server: $schema=../.schemas/taxonomy.schema.json\nfacet: sea\ncategories:\n"
SURVEY = "# yaml-language-server: $schema=.schemas/survey.schema.json\n"


def test_a_category_is_completed_where_a_record_places_its_paper(editor: Editor) -> None:
    found = editor.open("papers/a.yaml", f"{RECORDS}- id: a\n  place: {{topic: [bu|]}}\n").completed()
    assert found == ["light", "burners", "lenses", "watch", "fog"]


def test_a_facet_is_completed_there(editor: Editor) -> None:
    assert editor.open("papers/b.yaml", f"{RECORDS}- id: a\n  place:\n    |\n").completed() == ["topic", "fuel"]


def test_a_paper_is_completed_where_a_category_lists_it(editor: Editor) -> None:
    found = editor.open("taxonomy/sea.yaml", f"{FACET}  - id: tide\n    papers:\n      - |\n").completed()
    assert {"wick", "sun-valve", "bell-log", "unplaced-tide"} <= set(found)


def test_keys_are_completed_but_for_those_there(editor: Editor) -> None:
    found = editor.open("taxonomy/keys.yaml", f"{FACET}  - id: tide\n    papers: [wick]\n    |\n").completed()
    assert found == ["title", "also", "about", "match", "except", "was", "children"]


def test_a_table_is_completed_by_category(editor: Editor) -> None:
    found = editor.open("survey.yaml", f"{SURVEY}title: A\ntables:\n  |\n").completed()
    assert {"burners", "oil"} <= set(found)


def test_a_key_is_explained(editor: Editor) -> None:
    said = editor.open("taxonomy/hover.yaml", f"{FACET}  - id: tide\n    exc|ept: [wick]\n").hover()
    assert "never belong here" in said.lower()


@pytest.mark.parametrize(
    ("name", "text", "line", "words"),
    [
        ("papers/c.yaml", f"{RECORDS}- id: a\n  titel: A\n", 2, "Property titel is not allowed"),
        ("papers/d.yaml", f"{RECORDS}- id: a\n  place: {{topic: [brunners]}}\n", 2, "not a category of topic"),
        ("papers/e.yaml", f"{RECORDS}- id: a\n  date: in May\n", 2, "write it as 2024, 2024-04 or 2024-04-22"),
        ("taxonomy/wrong.yaml", f"{FACET}  - title: Tide\n", 3, 'Missing property "id"'),
        ("wrong.yaml", f"{SURVEY}newest: many\n", 1, "Incorrect type"),
    ],
)
def test_a_mistake_is_marked_in_its_line(editor: Editor, name: str, text: str, line: int, words: str) -> None:
    (found,) = editor.open(name, text).diagnostics
    assert found["range"]["start"]["line"] == line
    assert words in found["message"]


def test_what_is_sound_is_not_marked(editor: Editor) -> None:
    for name in ("papers/records.yaml", "taxonomy/topic.yaml", "taxonomy/fuel.yaml"):
        first = RECORDS if name.startswith("papers") else FACET.partition("\n")[0] + "\n"
        text = (editor.root / "content" / name).read_text("utf-8")
        assert editor.open(name, first + text.replace("|", "")).diagnostics == []
