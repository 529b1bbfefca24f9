"""Who may have the preview write, and what it answers: only its own pages, and only below `content/`."""

from __future__ import annotations

import json
import re
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from conspectus.commands.serve import edits, history, steps
from conspectus.preview import Preview, PreviewServer
from conspectus.preview.editor import Editor
from conspectus.preview.guard import MOST
from conspectus.project import Project

if TYPE_CHECKING:
    from tests.preview.conftest import Client

PIN = {"do": "place", "paper": "bell-log", "facet": "topic", "category": "lenses"}


class Poster:
    """A page of the preview, or one that would like to be taken for it."""

    def __init__(self, client: Client, project: Project) -> None:
        self.client = client
        self.project = project
        self.origin = client.server.url.rstrip("/")
        page = client.ask("/papers/bell-log/")[2].decode()
        found = re.search('data-token="([^"]+)"', page)
        assert found
        self.headers = {
            "Host": f"127.0.0.1:{client.server.server_port}",
            "Origin": self.origin,
            "Sec-Fetch-Site": "same-origin",
            "Content-Type": "application/json",
            "X-Conspectus-Token": found[1],
        }

    def post(self, name: str, data: object, **changed: str | None) -> tuple[int, Any]:
        """Posts JSON with the headers that a page sends, some of them changed or (with None) left out."""
        body = data if isinstance(data, bytes) else json.dumps(data).encode()
        named = {name.replace("_", "-"): value for name, value in changed.items()}
        headers = {name: value for name, value in {**self.headers, **named}.items() if value is not None}
        status, told, answer = self.client.ask(f"/__conspectus/{name}", "POST", body, **headers)
        is_json = told["content-type"].startswith("application/json")
        return status, json.loads(answer) if is_json else answer.decode()

    def content(self) -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in self.project.content.rglob("*") if path.is_file()}


@pytest.fixture
def poster(survey: Project, monkeypatch: pytest.MonkeyPatch) -> Iterator[Poster]:
    """A page of a preview of the made-up survey."""
    from tests.preview.conftest import Client

    monkeypatch.setenv("XDG_CACHE_HOME", str(survey.root / "cache"))
    with PreviewServer(0) as server:
        preview = Preview(steps(survey, server.url, Editor("", survey)), history(survey, server.url))
        preview.rebuild()
        server.preview, server.edits = preview, edits(survey, server.url, preview)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield Poster(Client(server), survey)
        server.shutdown()
        thread.join()


def test_a_page_of_ours_proposes_saves_and_undoes(poster: Poster) -> None:
    before = poster.content()
    status, found = poster.post("propose", PIN)
    assert status == 200
    assert "+        papers:\n+          - bell-log  #" in found["diff"]
    assert found["moves"] == ["Topics: into Lenses"]
    assert poster.content() == before
    status, done = poster.post("save", {"request": PIN, "fingerprint": found["fingerprint"]})
    assert (status, done) == (200, {"message": "bell-log: added to Lenses"})
    assert poster.content() != before
    panel = json.loads(poster.client.ask("/__conspectus/panel?paper=bell-log")[2])
    assert panel["undo"]["message"] == "bell-log: added to Lenses"
    assert poster.post("undo", {"fingerprint": panel["undo"]["fingerprint"]}) == (
        200,
        {"message": "bell-log: added to Lenses"},
    )
    assert poster.content() == before


def test_the_first_edit_goes_on_from_what_the_preview_shows(poster: Poster, monkeypatch: pytest.MonkeyPatch) -> None:
    """No file is parsed for it, and no paper merged: at 10,000 papers that takes seconds."""
    monkeypatch.setattr("conspectus.sources.parse", None)
    monkeypatch.setattr("conspectus.library.regrouping.clustered", None)
    assert poster.post("propose", PIN)[1]["moves"] == ["Topics: into Lenses"]


def test_localhost_is_an_origin_of_its_own(poster: Poster) -> None:
    port = poster.client.server.server_port
    assert poster.post("propose", PIN, Host=f"localhost:{port}", Origin=f"http://localhost:{port}")[0] == 200
    assert poster.post("propose", PIN, Host=f"localhost:{port}")[0] == 403


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"Host": "evil.example"}, 403),
        ({"Host": "evil.example", "Origin": "http://evil.example"}, 403),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": None}, 403),
        ({"Origin": "https://127.0.0.1:{port}"}, 403),
        ({"Origin": "http://127.0.0.1"}, 403),
        ({"Origin": "http://127.0.0.1:{port}.evil.example"}, 403),
        ({"Sec_Fetch_Site": "cross-site"}, 403),
        ({"Sec_Fetch_Site": "same-site"}, 403),
        ({"Sec_Fetch_Site": "none"}, 403),
        ({"X_Conspectus_Token": "guessed"}, 403),
        ({"X_Conspectus_Token": "gue\u00dfed"}, 403),
        ({"X_Conspectus_Token": None}, 403),
        ({"Content_Type": "text/plain"}, 415),
        ({"Content_Type": "application/x-www-form-urlencoded"}, 415),
        ({"Content_Type": "application/jsonp"}, 415),
        ({"Content_Type": None}, 415),
        ({"Content_Length": "-1"}, 411),
        ({"Content_Length": "1e3"}, 411),
        ({"Content_Length": str(MOST + 1)}, 413),
        ({"Content_Length": "9" * 5000}, 413),
        ({"Transfer_Encoding": "chunked"}, 411),
    ],
    ids=str,
)
def test_whoever_is_none_of_our_pages_is_refused(poster: Poster, changed: dict[str, str | None], status: int) -> None:
    fingerprint = poster.post("propose", PIN)[1]["fingerprint"]
    before = poster.content()
    port = str(poster.client.server.server_port)
    named = {name: value and value.replace("{port}", port) for name, value in changed.items()}
    for name, data in (
        ("propose", PIN),
        ("save", {"request": PIN, "fingerprint": fingerprint}),
        ("undo", {"fingerprint": fingerprint}),
    ):
        assert poster.post(name, data, **named)[0] == status
    assert poster.content() == before


def test_a_browser_that_does_not_tell_where_a_request_comes_from_is_served(poster: Poster) -> None:
    assert poster.post("propose", PIN, Sec_Fetch_Site=None)[0] == 200


def test_tokens_differ_from_server_to_server(poster: Poster) -> None:
    with PreviewServer(0) as other:
        assert other.token != poster.client.server.token
        assert len(other.token) > 40


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"do": "place"}',
        b"\xff",
        b"[" * 20000,
        json.dumps({**PIN, "file": "../x"}).encode(),
    ],
    ids=lambda body: repr(body[:20]),
)
def test_what_is_not_of_the_right_shape_is_refused(poster: Poster, body: bytes) -> None:
    for name in ("propose", "save", "undo"):
        assert poster.post(name, body)[0] == 400


def test_a_file_that_changed_meanwhile_is_told_and_left_alone(poster: Poster) -> None:
    fingerprint = poster.post("propose", PIN)[1]["fingerprint"]
    topics = poster.project.content / "taxonomy/topic.yaml"
    topics.write_text(topics.read_text("utf-8") + "# by hand\n", "utf-8")
    before = poster.content()
    status, why = poster.post("save", {"request": PIN, "fingerprint": fingerprint})
    assert status == 409
    assert "changed in the meantime" in why
    assert poster.content() == before


def test_a_paper_that_is_not_there_is_told(poster: Poster) -> None:
    assert poster.post("propose", {**PIN, "paper": "nobody"})[0] == 404
    assert poster.client.ask("/__conspectus/panel?paper=nobody")[0] == 404
    assert poster.client.ask("/__conspectus/panel")[0] == 404


def test_a_request_is_refused_before_its_body_is_read(poster: Poster) -> None:
    with socket.create_connection(("127.0.0.1", poster.client.server.server_port), timeout=10) as connection:
        head = "POST /__conspectus/save HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 9999\r\n\r\n"
        connection.sendall(head.encode())
        assert connection.makefile("rb").readline().startswith(b"HTTP/1.1 403 ")


def test_the_panel_shows_places_with_reasons_and_all_categories(poster: Poster) -> None:
    panel = json.loads(poster.client.ask("/__conspectus/panel?paper=bell-log")[2])
    (topics,) = [facet for facet in panel["facets"] if facet["id"] == "topic"]
    assert [(place["category"], place["kind"]) for place in topics["places"]] == [("watch", "pin"), ("fog", "rule")]
    assert {"facet": "topic", "within": "Topics", "id": "lenses", "title": "Making light › Lenses"} in panel[
        "categories"
    ]
    assert panel["summary"].startswith("A log of 12,000 strokes")
    assert panel["undo"] is None
