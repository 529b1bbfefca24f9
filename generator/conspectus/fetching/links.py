"""Whether links work: each address asked once, at a pace that its host can bear, and not again for some days.

An address comes from files that anybody may have written, so little is asked of it: the head of an answer, from public
hosts alone, and never its contents.
"""

from __future__ import annotations

import json
import queue
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple
from urllib.parse import urldefrag, urljoin, urlsplit

import urllib3

from conspectus.fetching.public_hosts import NotPublic, is_public_address, public_pool
from conspectus.fetching.responses import Responses
from conspectus.fetching.web import REDIRECTS, Clock, FetchError, problem, seconds
from conspectus.model.identifiers import http_url

AGE = 7 * 24 * 3600
"""Seconds for which what is known of a link counts."""

AT_ONCE = 8
"""Hosts that are asked at the same time; each of them gets one request after another."""

INTERVAL = 1.0
"""Seconds between two requests to a host."""

ATTEMPTS = 3
LONGEST_WAIT = 60.0
MOST_REDIRECTS = 8
TIMEOUT = urllib3.Timeout(connect=8, read=15)
BUSY = frozenset([408, 425, 429, 500, 502, 503, 504])
REFUSING = frozenset([401, 403, 407, 429, 451, 999])
"""What sites answer to programs, whatever they show to people; 999 is LinkedIn's."""

OFFLINE_AFTER = 8.0
"""Seconds after which the machine counts as offline if none of several hosts has answered."""

FEW = 3
"""Of fewer hosts, all may be slow."""


class State(StrEnum):
    """What came of a link. BLOCKED: the site does not answer programs, or is not asked. FAILED: no clear answer came
    this time. UNKNOWN_HOST: no address was found for its host, which may be this machine's fault."""

    WORKS = "works"
    MOVED = "moved"
    DEAD = "dead"
    BLOCKED = "blocked"
    FAILED = "failed"
    UNKNOWN_HOST = "unknown host"


class Outcome(NamedTuple):
    """What came of a link, the reason in words, and where it leads now if it moved for good."""

    state: State
    why: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class LinkChecker:
    """Asks for addresses. `agent`: the User-Agent; `kept`: what is known already; `is_public`: whether an IP address
    may be connected to at all."""

    agent: str
    kept: Responses
    clock: Clock = field(default_factory=Clock)
    is_public: Callable[[str], bool] = is_public_address
    interval: float = INTERVAL

    def known(self, url: str) -> Outcome | None:
        """What came of a link when it was asked for lately."""
        data = self.kept.get(url)
        try:
            return Outcome(**{**(found := json.loads(data)), "state": State(found["state"])}) if data else None
        except (ValueError, TypeError, KeyError):
            return None

    def ask(self, url: str) -> Outcome:
        """What comes of a link now; kept unless it may be otherwise in an hour."""
        outcome = self._outcome(url)
        if outcome.state not in (State.FAILED, State.UNKNOWN_HOST):
            self.kept.keep(url, json.dumps(outcome._asdict()).encode())
        return outcome

    def _outcome(self, url: str) -> Outcome:
        moved = ""
        permanent = True
        here = url
        for _ in range(MOST_REDIRECTS):
            answer = self._patiently(here)
            if isinstance(answer, Outcome):
                return answer
            status, headers = answer
            if status not in REDIRECTS:
                return _judged(status, headers, moved)
            target = _joined(here, headers.get("location", ""))
            if target is None:
                return Outcome(State.DEAD, "it redirects to what is not a web address")
            permanent = permanent and status in (301, 308)
            moved = target if permanent else moved
            here = target
        return Outcome(State.DEAD, "it redirects without end")

    def _patiently(self, url: str) -> tuple[int, Mapping[str, str]] | Outcome:
        """Status and headers of an answer, asked for again where that may help."""
        for attempt in range(1, ATTEMPTS + 1):
            try:
                status, headers = self._head(url)
            except urllib3.exceptions.NameResolutionError:
                return Outcome(State.UNKNOWN_HOST, "its host does not exist")
            except NotPublic as error:
                return Outcome(State.BLOCKED, str(error))
            except (urllib3.exceptions.HTTPError, ValueError) as error:
                wait, last = 2.0**attempt, Outcome(State.FAILED, _why(error))
            else:
                if status not in BUSY or "cf-mitigated" in headers:
                    return status, headers
                asked = seconds(headers.get("retry-after", ""))
                wait, last = max(asked or 0, 2.0**attempt), _judged(status, headers)
            if attempt == ATTEMPTS or wait > LONGEST_WAIT:
                return last
            self.clock.sleep(wait)
        raise AssertionError("the last attempt returns")

    def _head(self, url: str) -> tuple[int, Mapping[str, str]]:
        """The head of an answer. Some servers have none to HEAD, and are asked for the first byte."""
        status, headers = self._request("HEAD", url)
        if status >= 400 and status not in BUSY:
            self.clock.sleep(self.interval)
            return self._request("GET", url)
        return status, headers

    def _request(self, method: str, url: str) -> tuple[int, Mapping[str, str]]:
        response = public_pool(url, self.is_public).request(
            method,
            url,
            headers={"User-Agent": self.agent, "Accept": "*/*", **({"Range": "bytes=0-0"} if method == "GET" else {})},
            timeout=TIMEOUT,
            redirect=False,
            retries=False,
            preload_content=False,
        )
        response.close()  # whatever its size, the body is not read
        return response.status, {name.lower(): value for name, value in response.headers.items()}


def _judged(status: int, headers: Mapping[str, str], moved: str = "") -> Outcome:
    """What an answer that is no redirect means; `moved`: where permanent redirects led on the way."""
    why = f"it answers with {status}"
    if "cf-mitigated" in headers or status in REFUSING:
        return Outcome(State.BLOCKED, f"{why} to programs")
    if status < 400 or status == 416:  # there is no first byte in an empty file
        return Outcome(State.MOVED, target=moved) if moved else Outcome(State.WORKS)
    return Outcome(State.DEAD if status < 500 and status not in BUSY else State.FAILED, why)


def _joined(url: str, location: str) -> str | None:
    try:
        return http_url(urljoin(url, location)) if location else None
    except ValueError:
        return None


def _why(error: Exception) -> str:
    return problem(error) if isinstance(error, urllib3.exceptions.HTTPError) else "it cannot be asked for"


def outcomes(urls: Iterable[str], checker: LinkChecker, tell: Callable[[int, int], None]) -> dict[str, Outcome]:
    """What comes of each link. FetchError where this machine seems to be offline.

    `tell` is told how many of the links that had to be asked for are done, and how many there are.
    """
    known = {url: checker.known(urldefrag(url)[0]) for url in urls}
    done = {url: outcome for url, outcome in known.items() if outcome}
    open_links = {url: urldefrag(url)[0] for url, outcome in known.items() if not outcome}
    asked = _asked(dict.fromkeys(open_links.values()), checker, lambda many: tell(many, len(open_links)))
    return {**done, **{url: asked[plain] for url, plain in open_links.items()}}


def _asked(urls: Iterable[str], checker: LinkChecker, tell: Callable[[int], None]) -> dict[str, Outcome]:
    by_host: dict[str, list[str]] = defaultdict(list)
    for url in urls:
        by_host[urlsplit(url).netloc].append(url)
    waiting: queue.SimpleQueue[list[str]] = queue.SimpleQueue()
    for links in sorted(by_host.values(), key=len, reverse=True):
        waiting.put(links)
    came: queue.SimpleQueue[tuple[str, Outcome]] = queue.SimpleQueue()
    for _ in range(
        min(AT_ONCE, len(by_host))
    ):  # threads that nobody waits for: a name is looked up for as long as it takes
        threading.Thread(target=_work, args=(waiting, came, checker), daemon=True).start()
    asked: dict[str, Outcome] = {}
    for url, outcome in _as_they_come(came, sum(map(len, by_host.values())), len(by_host)):
        asked[url] = outcome
        tell(len(asked))
    return {url: _decided(outcome) for url, outcome in asked.items()}


def _work(
    waiting: queue.SimpleQueue[list[str]], came: queue.SimpleQueue[tuple[str, Outcome]], checker: LinkChecker
) -> None:
    while True:
        try:
            links = waiting.get_nowait()
        except queue.Empty:
            return
        for url in links:
            try:
                outcome = checker.ask(url)
            except Exception:  # one strange address must not keep the others waiting
                outcome = Outcome(State.FAILED, "it cannot be asked for")
            came.put((url, outcome))
            checker.clock.sleep(checker.interval)


def _as_they_come(
    came: queue.SimpleQueue[tuple[str, Outcome]], links: int, hosts: int
) -> Iterator[tuple[str, Outcome]]:
    """The outcomes as they come. FetchError if none of the first hosts can be reached, or answers for long."""
    offline = FetchError("no site can be reached", "check that this machine is online, and run the command again")
    end = time.monotonic() + OFFLINE_AFTER
    lost: set[str] = set()
    answered = False
    for _ in range(links):
        try:
            url, outcome = came.get(timeout=None if answered or hosts < FEW else max(end - time.monotonic(), 0))
        except queue.Empty:
            raise offline from None
        lost.add(urlsplit(url).netloc)
        answered = answered or outcome.state not in (State.UNKNOWN_HOST, State.FAILED)
        alone = hosts < FEW and outcome.state is not State.UNKNOWN_HOST
        if not answered and len(lost) >= min(AT_ONCE, hosts) and not alone:
            raise offline
        yield url, outcome


def _decided(outcome: Outcome) -> Outcome:
    """A host that is not found while others answer does not exist."""
    return Outcome(State.DEAD, outcome.why) if outcome.state is State.UNKNOWN_HOST else outcome
