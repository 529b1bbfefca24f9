"""A preview that other machines can reach: by which names, and who may edit."""

from __future__ import annotations

import http.client
import re
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing

import pytest

from conspectus.preview import Preview, PreviewServer
from conspectus.preview.guard import is_loopback

Ask = Callable[..., tuple[int, http.client.HTTPMessage, str]]


@pytest.fixture
def server(preview: Preview) -> Iterator[PreviewServer]:
    """A preview at every address of this machine, with two more names."""
    open_to_all, names = "0.0.0.0", ["lamps.local", "localhost:9000"]  # noqa: S104 - that is what is tested
    with PreviewServer(0, open_to_all, names) as server:
        preview.rebuild()
        server.preview = preview
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        preview.close()
        server.shutdown()
        thread.join()


@pytest.fixture
def ask(server: PreviewServer) -> Ask:
    def answer(
        path: str, host: str = "", method: str = "GET", **headers: str
    ) -> tuple[int, http.client.HTTPMessage, str]:
        sent: Mapping[str, str] = {"Host": host or f"localhost:{server.server_port}", **headers}
        with closing(http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)) as connection:
            connection.request(method, path, headers=sent)
            got = connection.getresponse()
            return got.status, got.headers, got.read().decode()

    return answer


def token(page: str) -> str:
    found = re.search(r'data-token="([^"]*)"', page)
    assert found is not None
    return found[1]


def test_allowed_names_are_answered_and_others_are_not(server: PreviewServer, ask: Ask) -> None:
    for name in (f"lamps.local:{server.server_port}", f"LAMPS.local:{server.server_port}", "localhost:9000"):
        assert ask("/", name)[0] == 200
    for name in (
        "lamps.local",
        f"evil.example:{server.server_port}",
        f"0.0.0.0:{server.server_port}",
        "localhost:9001",
    ):
        status, _, text = ask("/", name)
        assert (status, "--allow-host" in text) == (403, True)


def test_a_page_can_edit_only_in_a_browser_that_has_shown_the_key(server: PreviewServer, ask: Ask) -> None:
    assert token(ask("/")[2]) == ""
    status, headers, _ = ask(f"/?key={server.key}")
    assert (status, headers["Location"]) == (303, "/")
    cookie = headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert token(ask("/", Cookie=cookie.partition(";")[0])[2]) == server.token
    assert token(ask("/", Cookie="conspectus-key=guess")[2]) == ""
    assert token(ask("/", Cookie="=;;,\x01")[2]) == ""


def test_a_wrong_key_is_refused(ask: Ask) -> None:
    assert ask("/?key=guess")[0] == 403


def test_the_token_alone_is_not_enough(server: PreviewServer, ask: Ask) -> None:
    own = f"localhost:{server.server_port}"
    sent = {"Origin": f"http://{own}", "Content-Type": "application/json", "X-Conspectus-Token": server.token}
    status, _, text = ask("/__conspectus/save", method="POST", **sent)
    assert (status, "address with the key" in text) == (403, True)


def test_on_this_machine_alone_no_key_is_needed() -> None:
    with PreviewServer(0) as server:
        assert server.key == ""


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.9", "localhost"])
def test_only_this_machine_can_reach_these(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.0.2", "box"])  # noqa: S104
def test_others_can_reach_these(host: str) -> None:
    assert not is_loopback(host)
