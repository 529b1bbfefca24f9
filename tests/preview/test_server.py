"""What the preview answers, to whom, and what it tells open pages."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from conspectus.diagnostics import Report
from conspectus.preview import Preview, PreviewServer
from conspectus.preview.answers import wanted

if TYPE_CHECKING:
    from tests.preview.conftest import Client, MadeUp

Said = Callable[..., Report]


def test_a_page_comes_with_the_script_that_keeps_it_up_to_date(client: Client) -> None:
    status, headers, data = client.ask("/topics/wicks/?q=1")
    assert status == 200
    assert headers["content-type"] == "text/html; charset=utf-8"
    assert headers["cache-control"] == "no-store"
    assert b"wicks" in data
    assert data.count(b'src="/__conspectus/live.js"') == 1


def test_no_other_page_may_frame_it(client: Client) -> None:
    assert client.ask("/")[1]["content-security-policy"] == "frame-ancestors 'none'"


def test_everything_else_comes_as_it_is_and_with_its_type(client: Client) -> None:
    assert client.ask("/assets/site.css")[2] == b"p { color: inherit }"
    assert client.ask("/assets/site.css")[1]["content-type"] == "text/css; charset=utf-8"
    assert client.ask("/__conspectus/live.js")[1]["content-type"] == "text/javascript; charset=utf-8"
    assert client.ask("/__conspectus/overlay.css")[0] == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1", "localhost", "127.0.0.1.evil.example:{port}", "127.0.0.1:1", ""]
)
def test_a_request_that_names_another_host_is_refused(client: Client, host: str) -> None:
    host = host.format(port=client.server.server_port)
    for target in ("/", "/__conspectus/events"):
        assert client.ask(target, Host=host)[0] == 403


def test_both_names_of_this_machine_are_answered(client: Client) -> None:
    for host in ("127.0.0.1", "localhost", "LOCALHOST"):
        assert client.ask("/", Host=f"{host}:{client.server.server_port}")[0] == 200


def test_only_this_machine_is_listened_to(client: Client) -> None:
    assert client.server.socket.getsockname()[0] == "127.0.0.1"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])
def test_nothing_but_reading_is_answered(client: Client, method: str) -> None:
    for target in ("/", "/papers/lamp/", "/__conspectus/", "/__conspectus/panel", "/%ff"):
        status, headers, _ = client.ask(target, method)
        assert status == 405
        assert headers["allow"] == "GET, HEAD"


def test_head_has_the_headers_of_get_and_no_body(client: Client) -> None:
    status, headers, data = client.ask("/", "HEAD")
    assert (status, data) == (200, b"")
    assert headers["content-length"] == client.ask("/")[1]["content-length"]


@pytest.mark.parametrize(
    "target",
    [
        "/../conftest.py",
        "/data/../../../../etc/passwd",
        "/data/%2e%2e/%2e%2e/etc/passwd",
        "/data/..%2f..%2f..%2fetc/passwd",
        "/data//etc/passwd",
        "/data/%2fetc/passwd",
        "/__conspectus/../state.py",
        "/__conspectus/state.py",
        "/assets/..%5c..%5cstate.py",
        "/assets/%00",
        "/%ff",
        "//evil.example/",
    ],
)
def test_no_target_leads_out_of_the_site(client: Client, target: str) -> None:
    status, _, data = client.ask(target)
    assert status == 404
    assert b"root:" not in data and b"import" not in data


def test_targets_are_decoded_and_held_to_the_root() -> None:
    assert wanted("/") == ""
    assert wanted("/a%20b/?q=/../#x") == "a b/"
    assert wanted("http://127.0.0.1/") is None
    assert wanted("/a/../b") is None


def test_an_address_without_its_slash_leads_to_the_page(client: Client) -> None:
    status, headers, _ = client.ask("/papers/lamp?q=1")
    assert (status, headers["location"]) == (302, "/papers/lamp/?q=1")


def test_what_is_not_there_gets_the_page_that_says_so(client: Client) -> None:
    status, _, data = client.ask("/nowhere/")
    assert status == 404
    assert b"not here" in data and b"live.js" in data


def next_event(stream: Any) -> dict[str, str]:
    for line in iter(stream.readline, b""):
        if line.startswith(b'data: {"digest": '):  # not what is told to the bar
            event: dict[str, str] = json.loads(line.removeprefix(b"data: "))
            return event
    raise AssertionError("the stream ended")


def test_an_open_page_hears_of_its_change_after_a_rebuild(client: Client, preview: Preview, content: MadeUp) -> None:
    stream = client.listen("/topics/wicks/")
    first = next_event(stream)
    assert f'data-digest="{first["digest"]}"'.encode() in client.ask("/topics/wicks/")[2]
    content.pages["topics/wicks/"] = "trimmed wicks"
    preview.rebuild()
    assert next_event(stream)["digest"] not in ("", first["digest"])


def test_an_open_page_hears_nothing_of_changes_elsewhere(client: Client, preview: Preview, content: MadeUp) -> None:
    stream = client.listen("/topics/wicks/")
    first = next_event(stream)
    content.pages["papers/"] = "fewer papers"
    preview.rebuild()
    content.pages["topics/wicks/"] = "trimmed wicks"
    preview.rebuild()
    assert next_event(stream)["digest"] != first["digest"]


def test_the_overlay_comes_with_a_mistake_and_goes_when_it_is_mended(
    client: Client, preview: Preview, content: MadeUp, said: Said
) -> None:
    stream = client.listen("/")
    first = next_event(stream)
    assert first["overlay"] == ""
    content.wrong = said("the wick is wet")
    preview.rebuild()
    wet = next_event(stream)
    assert "the wick is wet" in wet["overlay"]
    assert wet["digest"] == first["digest"]
    content.wrong = Report()
    preview.rebuild()
    assert next_event(stream) == first


def test_a_port_in_use_cannot_be_had_again(client: Client) -> None:
    with pytest.raises(OSError, match="in use"):
        PreviewServer(client.server.server_port)


def test_a_browser_that_hangs_up_is_no_error(client: Client, capfd: pytest.CaptureFixture[str]) -> None:
    with socket.create_connection(("127.0.0.1", client.server.server_port)) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1")
    assert client.ask("/")[0] == 200
    assert capfd.readouterr().err == ""
