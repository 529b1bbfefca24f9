"""Asking politely and within limits, whatever the other side does."""

from __future__ import annotations

import gzip
import json
import socket
import time
from dataclasses import replace
from pathlib import Path

import pytest

from conspectus.fetching import FetchError, Responses, Web, arxiv, crossref, openalex, semantic_scholar, zotero
from conspectus.fetching import web as web_module
from conspectus.fetching.responses import AGE
from conspectus.fetching.service import json_object
from made_up_services import Fault, Services, cut, endless, slow, status, text

KEY = "k3y-Th4t-n0b0dy-m4y-s33"


def ask(web: Web, host: object = None) -> object:
    return web.get(host or crossref.HOST, "/works", {"query.bibliographic": "oil", "rows": 5, "offset": 0}, json_object)


def test_an_answer_is_kept_and_used_again(services: Services, web: Web) -> None:
    assert ask(web) == ask(web)
    assert (len(services.asked), web.responses.reused) == (1, 1)


def test_an_old_answer_is_asked_for_again(services: Services, tmp_path: Path) -> None:
    for later, requests in ((0, 1), (AGE - 1, 1), (AGE + 1, 2)):
        ask(Web(responses=Responses(tmp_path, now=lambda later=later: 1e9 + later)))
        assert len(services.asked) == requests


def test_a_damaged_answer_in_the_cache_is_asked_for_again(services: Services, web: Web, tmp_path: Path) -> None:
    ask(web)
    (file,) = (tmp_path / "answers").iterdir()
    whole = file.read_bytes()
    for damage in (b"", b"{}\n", b"\x80\x04\x95", whole[:-1], whole.replace(b'"ok"', b'"no"')):
        file.write_bytes(damage)
        assert ask(web)
    assert len(services.asked) == 6


def test_an_answer_that_others_may_have_written_is_asked_for_again(
    services: Services, web: Web, tmp_path: Path
) -> None:
    ask(web)
    (file,) = (tmp_path / "answers").iterdir()
    file.chmod(0o666)
    ask(web)
    (tmp_path / "elsewhere").write_bytes(file.read_bytes())
    file.unlink()
    file.symlink_to(tmp_path / "elsewhere")
    ask(web)
    file.parent.chmod(0o777)
    ask(web)
    web.responses.forget(every=True)
    assert len(services.asked) == 4 and file.exists()


def test_the_cache_is_plain_data_for_the_user_alone(services: Services, web: Web, tmp_path: Path) -> None:
    ask(web)
    (file,) = (tmp_path / "answers").iterdir()
    assert b'"status"' in file.read_bytes()
    assert file.stat().st_mode & 0o077 == 0 and file.parent.stat().st_mode & 0o077 == 0


def test_every_request_says_who_asks(services: Services, web: Web) -> None:
    ask(web)
    assert services.asked[0].headers["user-agent"].startswith("Conspectus/")
    assert "(mailto:ada@lamps.example)" in services.asked[0].headers["user-agent"]
    assert "cookie" not in services.asked[0].headers


def test_no_cookie_is_sent_back(services: Services, web: Web) -> None:
    services.headers = {"Set-Cookie": "lamp=lit; Path=/"}
    for offset in range(2):
        web.get(crossref.HOST, "/works", {"query.bibliographic": "oil", "rows": 5, "offset": offset}, json_object)
    assert all("cookie" not in asked.headers for asked in services.asked)


@pytest.mark.parametrize(("module", "pause"), [(arxiv, 3.0), (semantic_scholar, 1.1)])
def test_requests_keep_the_pace_that_a_service_asks_for(
    services: Services, web: Web, module: object, pause: float
) -> None:
    for number in range(3):
        web.get(module.HOST, "/works", {"query.bibliographic": "oil", "rows": 5, "offset": number}, json_object)  # type: ignore[attr-defined]
    assert services.time.waits == pytest.approx([pause, pause])


def test_a_pause_that_zotero_asks_for_is_kept(services: Services, web: Web) -> None:
    services.headers = {"Backoff": "20"}
    for start in range(2):
        web.get(zotero.HOST, "/groups/1/items/top", {"start": start, "limit": 1}, json.loads)
    assert services.time.waits == [20.0]


@pytest.mark.parametrize(
    ("fault", "waits"),
    [
        (status(429, Retry_After="7"), [7.0]),
        (status(503), [2.0]),
        (status(500, "<h1>Lamp out</h1>"), [2.0]),
        (status(429, Retry_After="soon"), [2.0]),
        (status(403, Retry_After="4"), [4.0]),
        (cut, [2.0]),
        (text('{"message": '), [2.0]),
        (text("[]"), [2.0]),
        (text(""), [2.0]),
    ],
)
def test_a_failure_that_may_pass_is_tried_again(services: Services, web: Web, fault: Fault, waits: list[float]) -> None:
    services.faults = [fault]
    assert ask(web)
    assert (len(services.asked), services.time.waits) == (2, waits)


def test_a_date_to_wait_for_is_understood(services: Services, web: Web) -> None:
    later = time.strftime("%a, %d %b %Y %H:%M:%S GMT", time.gmtime(time.time() + 60))
    services.faults = [status(503, Retry_After=later)]
    assert ask(web)
    assert services.time.waits[0] == pytest.approx(60, abs=3)


def test_waits_grow_until_it_is_given_up(services: Services, web: Web) -> None:
    services.faults = [status(503)] * 9
    with pytest.raises(FetchError, match=r"Crossref answered with 503 \(5 attempts\)"):
        ask(web)
    assert services.time.waits == [2.0, 4.0, 8.0, 16.0]


def test_a_service_that_asks_for_hours_ends_the_command(services: Services, web: Web) -> None:
    services.faults = [status(429, Retry_After="7200")]
    with pytest.raises(FetchError, match="asks to wait 120 minutes"):
        ask(web)
    assert services.time.waits == []


def test_a_broken_answer_is_not_kept(services: Services, web: Web) -> None:
    services.faults = [text("not JSON")] * 5
    with pytest.raises(FetchError, match="an answer of Crossref is not valid JSON"):
        ask(web)
    assert ask(web)


def test_an_endless_answer_is_left(services: Services, web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web_module, "MOST_BYTES", 1024 * 1024)
    services.faults = [endless]
    with pytest.raises(FetchError, match="larger than 1 MiB"):
        ask(web)


def test_an_answer_that_grows_when_it_is_unpacked_is_left(
    services: Services, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web_module, "MOST_BYTES", 1024 * 1024)
    packed = gzip.compress(b" " * 64 * 1024 * 1024)
    services.faults = [lambda handler: handler.reply(200, packed, {"Content-Encoding": "gzip"})]
    with pytest.raises(FetchError, match="larger than 1 MiB"):
        ask(web)


def test_an_answer_that_takes_too_long_is_left(services: Services, web: Web) -> None:
    services.faults = [slow(services)] * 5
    with pytest.raises(FetchError, match="was not complete after 120 s"):
        ask(web)


@pytest.mark.parametrize(
    "location", ["https://other.example/works", "http://127.0.0.1:1/works", "file:///etc/passwd", "http://[", "", "//x"]
)
def test_a_redirect_elsewhere_is_not_followed(services: Services, web: Web, location: str) -> None:
    services.faults = [status(302, Location=location)]
    with pytest.raises(FetchError, match=r"redirects to .*not followed"):
        ask(web)
    assert len(services.asked) == 1


def test_a_redirect_within_the_service_is_followed_three_times(services: Services, web: Web) -> None:
    there = "/works?query.bibliographic=oil&rows=5&offset=0"
    services.faults = [status(301, Location=there)] * 3
    assert ask(web)
    services.faults = [status(301, Location=there)] * 4
    with pytest.raises(FetchError, match="more than 3 times"):
        web.get(crossref.HOST, "/works", {"rows": 1}, json_object)


@pytest.mark.parametrize(
    ("code", "said"), [(400, "check the query"), (404, "check the query"), (401, "a key that may")]
)
def test_a_refusal_is_final(services: Services, web: Web, code: int, said: str) -> None:
    services.faults = [status(code, '{"message": "Unknown field: lamp"}')]
    with pytest.raises(FetchError) as caught:
        ask(web)
    assert f"Crossref answered with {code}" in str(caught.value) and said in caught.value.hint
    assert len(services.asked) == 1


def test_a_service_that_is_not_there_is_said_so(services: Services, web: Web) -> None:
    with pytest.raises(FetchError, match="Crossref: it cannot be reached") as caught:
        ask(web, replace(crossref.HOST, base="http://127.0.0.1:1"))
    assert services.time.waits == [] and "connection" in caught.value.hint


def test_a_name_that_is_not_found_is_said_so_at_once(
    services: Services, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(FetchError, match=r"^Crossref: its address was not found$"):
        ask(web, replace(crossref.HOST, base="http://services.example"))
    assert services.time.waits == []


def test_a_proxy_that_is_not_there_is_said_so_at_once(
    services: Services, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web_module, "getproxies", lambda: {"http": "http://127.0.0.1:1"})
    monkeypatch.setattr(web_module, "proxy_bypass", lambda host: False)
    with pytest.raises(FetchError, match="Crossref: the proxy cannot be reached"):
        ask(web, replace(crossref.HOST, base="http://services.example"))
    assert services.time.waits == []


@pytest.mark.parametrize("module", [openalex, semantic_scholar, zotero, crossref])
def test_a_key_is_sent_and_neither_kept_nor_shown(services: Services, tmp_path: Path, module: object) -> None:
    host = module.HOST  # type: ignore[attr-defined]
    told: list[str] = []
    web = Web(responses=Responses(tmp_path), environment={host.key: KEY}, tell=told.append)
    echo = text(json.dumps({"your key": KEY, "results": []}))
    services.faults = [status(503, KEY), echo, status(400, f"bad key {KEY}"), cut, cut, cut, cut, cut]
    answers = [str(web.get(host, "/works", {"rows": 1}, json_object))]
    for rows in (2, 3):
        with pytest.raises(FetchError) as caught:
            web.get(host, "/works", {"rows": rows}, json_object)
        answers += [str(caught.value), caught.value.hint, repr(caught.value.__cause__)]
    assert all(KEY in asked.raw or KEY in str(asked.headers) for asked in services.asked)
    kept = [path.read_text("latin-1") + path.name for path in tmp_path.iterdir()]
    assert len(kept) == 1
    assert KEY not in "\n".join([*kept, *told, *answers])


@pytest.mark.parametrize("key", ["two words", "a\r\nHost: other.example", "ключ", "x" * 600])
def test_what_cannot_be_a_key_is_not_sent(services: Services, key: str) -> None:
    with pytest.raises(FetchError, match="the value of CROSSREF_PLUS_API_TOKEN is not an API key") as caught:
        ask(Web(environment={"CROSSREF_PLUS_API_TOKEN": key}))
    assert key not in str(caught.value) and services.asked == []
