"""Links that work, have moved, are dead, or cannot be checked; asked of a server on loopback."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from conspectus.fetching import FetchError, Responses, links
from conspectus.fetching.links import Outcome, State, outcomes
from conspectus.fetching.public_hosts import is_public_address
from made_up_links import Pages, pages


@pytest.fixture
def site() -> Iterator[Pages]:
    with pages() as running:
        yield running


def ignored(done: int, total: int) -> None:
    """Progress that nobody looks at."""


@pytest.mark.parametrize(
    ("path", "state", "target"),
    [
        ("/lamp", State.WORKS, ""),
        ("/for-now", State.WORKS, ""),
        ("/endless", State.WORKS, ""),
        ("/empty", State.WORKS, ""),
        ("/moved", State.MOVED, "/lamp"),
        ("/moved-for-now", State.MOVED, "/for-now"),
        ("/moved-and-gone", State.DEAD, ""),
        ("/gone", State.DEAD, ""),
        ("/deleted", State.DEAD, ""),
        ("/loop", State.DEAD, ""),
        ("/forbidden", State.BLOCKED, ""),
        ("/login", State.BLOCKED, ""),
        ("/busy", State.BLOCKED, ""),
        ("/captcha", State.BLOCKED, ""),
        ("/broken", State.FAILED, ""),
        ("/elsewhere", State.DEAD, ""),
        ("/nowhere", State.DEAD, ""),
    ],
)
def test_what_comes_of_a_link(site: Pages, path: str, state: State, target: str) -> None:
    outcome = site.checker().ask(site.base + path)
    assert (outcome.state, outcome.target) == (state, f"{site.base}{target}" if target else "")


def test_a_server_without_heads_is_asked_for_one_byte_and_its_body_is_not_read(site: Pages) -> None:
    site.checker().ask(f"{site.base}/endless")
    assert site.asked == [("HEAD", "/endless"), ("GET", "bytes=0-0")]


def test_a_site_that_is_busy_is_asked_again_when_it_says(site: Pages) -> None:
    outcome = site.checker().ask(f"{site.base}/tired")
    assert (outcome.state, site.time.waits) == (State.FAILED, [20.0, 20.0])
    assert len(site.asked) == 3


def test_a_host_that_is_not_public_is_not_asked(site: Pages) -> None:
    assert site.checker().ask(site.base.replace("127.0.0.1", "127.0.0.2")).state is State.BLOCKED
    assert site.asked == []


@pytest.mark.parametrize(("addresses", "state"), [("12", State.WORKS), ("21", State.BLOCKED)])
def test_a_name_that_means_another_host_the_next_time_is_looked_up_once(
    site: Pages, monkeypatch: pytest.MonkeyPatch, addresses: str, state: State
) -> None:
    lookup, answers = socket.getaddrinfo, iter(f"127.0.0.{last}" for last in addresses)

    def rebinding(host: str, *more: Any, **named: Any) -> Any:
        return lookup(next(answers) if host == "lamps.example" else host, *more, **named)

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    assert site.checker().ask(site.base.replace("127.0.0.1", "lamps.example")).state is state
    assert next(answers) == f"127.0.0.{addresses[1]}"
    assert len(site.asked) == (state is State.WORKS)


def test_behind_a_proxy_an_address_that_is_not_public_is_refused_too(
    site: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", site.base)
    monkeypatch.setenv("no_proxy", "")
    assert site.checker().ask("http://127.0.0.2/").state is State.BLOCKED
    assert site.asked == []


@pytest.mark.parametrize(
    "address",
    "127.0.0.1 0.0.0.0 10.0.0.1 169.254.169.254 224.0.0.1 ::1 ::ffff:10.0.0.1 2002:a00:1:: fe80::1%1".split(),
)
def test_the_addresses_of_this_machine_and_its_network_are_not_public(address: str) -> None:
    assert not is_public_address(address)


def test_each_address_is_asked_for_once_at_its_hosts_pace(site: Pages) -> None:
    urls = [f"{site.base}/lamp", f"{site.base}/lamp#wick", f"{site.base}/gone", f"{site.base}/moved"]
    told: list[tuple[int, int]] = []
    came = outcomes(urls, site.checker(), lambda done, total: told.append((done, total)))
    assert list(came) == urls
    assert [state for state, _, _ in came.values()] == [State.WORKS, State.WORKS, State.DEAD, State.MOVED]
    assert sum(path == "/lamp" for _, path in site.asked) == 2  # itself, and where the moved one leads
    assert told[-1] == (3, 4) and set(site.time.waits) == {links.INTERVAL}


def test_what_is_known_is_not_asked_for_again_until_it_is_old(site: Pages, tmp_path: Path) -> None:
    now = [0.0]
    urls = [f"{site.base}/{path}" for path in ("lamp", "gone", "moved", "broken")]
    for day, asked in ((0, 4), (1, 1), (8, 4)):
        now[0] = day * 24 * 3600.0
        kept = Responses(tmp_path, lambda: now[0], links.AGE)
        site.asked.clear()
        came = outcomes(urls, site.checker(kept), ignored)
        assert len({path for _, path in site.asked}) == asked, day
        assert [outcome.state for outcome in came.values()] == [State.WORKS, State.DEAD, State.MOVED, State.FAILED]


def test_an_answer_on_disk_that_is_damaged_is_asked_for_again(site: Pages, tmp_path: Path) -> None:
    kept = Responses(tmp_path)
    for data in (b"", b"[]", b'{"state": "lit"}', b'{"state": "works", "more": 1}'):
        kept.keep(f"{site.base}/lamp", data)
        assert site.checker(kept).known(f"{site.base}/lamp") is None


def test_a_host_that_is_not_found_is_dead_while_others_answer(site: Pages, monkeypatch: pytest.MonkeyPatch) -> None:
    lost = "http://lamps.invalid/"
    assert outcomes([f"{site.base}/lamp", lost], site.checker(), ignored)[lost].state is State.DEAD


def test_without_a_network_it_ends_at_once(site: Pages) -> None:
    with pytest.raises(FetchError, match="no site can be reached"):
        outcomes([f"http://{name}.invalid/{n}" for n in range(9) for name in "abcd"], site.checker(), ignored)


def test_where_names_take_long_it_ends_soon(site: Pages, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(links, "OFFLINE_AFTER", 0.05)
    never = threading.Event()
    monkeypatch.setattr(links.LinkChecker, "ask", lambda self, url: never.wait(5))
    with pytest.raises(FetchError, match="no site can be reached"):
        outcomes([f"http://{name}.invalid/" for name in "abc"], site.checker(), ignored)
    never.set()


def test_a_strange_address_does_not_keep_the_others_waiting(site: Pages, monkeypatch: pytest.MonkeyPatch) -> None:
    def ask(self: object, url: str) -> Outcome:
        raise RuntimeError(url)

    monkeypatch.setattr(links.LinkChecker, "ask", ask)
    assert outcomes([site.base], site.checker(), ignored)[site.base].state is State.FAILED
