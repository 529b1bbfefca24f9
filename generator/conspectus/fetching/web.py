"""Requests to services: at their pace, within limits of size, time and hosts, and tried again where that may help.

API keys come from the environment alone. A key goes into a header or a parameter of a request to its service over an
unbroken connection, and into nothing that is kept or shown: neither the answers nor the messages have it.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar
from urllib.parse import urlencode, urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

import urllib3

from conspectus import __version__
from conspectus.diagnostics import HintedError
from conspectus.fetching.responses import Responses

T = TypeVar("T")

ATTEMPTS = 5
"""How often a request is made before it is given up."""

LONGEST_WAIT = 300.0
"""Seconds that we wait if a service asks for it; where it asks for more, the command ends."""

LONGEST_ANSWER = 120.0
"""Seconds in which an answer has to be complete."""

MOST_BYTES = 32 * 1024 * 1024
"""How large an answer may be, decompressed."""

MOST_REDIRECTS = 3
TIMEOUT = urllib3.Timeout(connect=15, read=30)
TEMPORARY = frozenset([408, 425, 429, 500, 502, 503, 504])
REDIRECTS = frozenset([301, 302, 303, 307, 308])
SAFE_KEY = re.compile(r"[!-~]{4,500}")


class FetchError(HintedError):
    """Why a service gives nothing, and what to do about it."""


class BrokenAnswer(ValueError):  # noqa: N818 - it becomes an error when it comes again
    """What is wrong with an answer: `is not valid JSON`."""


class Passing(Exception):  # noqa: N818 - it becomes an error when it lasts
    """A failure that may pass: what happened, and how long the service asks to wait."""

    def __init__(self, message: str, wait: float | None = None) -> None:
        super().__init__(message)
        self.wait = wait


@dataclass(frozen=True, slots=True)
class Host:
    """A service: its name, where it is asked, the seconds between two requests, and where its API key goes.

    `key`: the environment variable that may have it; `key_header` and `key_parameter`: what carries it, the header with
    `key_prefix` before it. `others`: hosts of its own to which it may redirect.
    """

    name: str
    base: str
    interval: float
    key: str = ""
    key_header: str = ""
    key_prefix: str = ""
    key_parameter: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Clock:
    """Time that passes, in seconds, and waiting."""

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


class Web:
    """Asks services. `contact`: an e-mail or web address in the User-Agent, by which a service can reach the person who
    asks; `tell` is told of waiting."""

    def __init__(
        self,
        contact: str = "",
        responses: Responses | None = None,
        clock: Clock | None = None,
        environment: Mapping[str, str] = os.environ,
        tell: Callable[[str], None] = lambda message: None,
    ) -> None:
        self.responses = responses or Responses(None)
        self._clock = clock or Clock()
        self._environment = environment
        self._tell = tell
        self._free: dict[str, float] = {}  # when each service may be asked again
        about = f"mailto:{contact}" if "@" in contact and "://" not in contact else contact
        self._agent = f"Conspectus/{__version__} ({about})" if about else f"Conspectus/{__version__}"

    def get(
        self,
        host: Host,
        path: str,
        parameters: Mapping[str, str | int],
        read: Callable[[bytes], T],
        body: bytes | None = None,
    ) -> T:
        """What `read` makes of the answer to a request; a `body` is posted. FetchError where there is none.

        An answer that `read` refuses with BrokenAnswer is asked for again, and not kept.
        """
        url = f"{host.base}{path}?{urlencode(parameters)}"
        asked = f"{url}\n{body.decode()}" if body else url
        kept = self.responses.get(asked)
        if kept is not None:
            return read(kept)
        for attempt in range(1, ATTEMPTS + 1):
            try:
                data = self._answer(host, url, body)
                value = read(data)
            except BrokenAnswer as error:
                problem = Passing(f"an answer of {host.name} {error}")
            except Passing as error:
                problem = error
            else:
                self.responses.keep(asked, data)
                return value
            self._wait(host, problem, attempt)
        raise AssertionError("the last attempt raises")

    def _wait(self, host: Host, problem: Passing, attempt: int) -> None:
        """Wait before the next attempt. FetchError after the last, or where the service asks for too long a wait."""
        if problem.wait is not None and problem.wait > LONGEST_WAIT:
            minutes = f"{problem.wait / 60:,.0f} minutes"
            raise FetchError(f"{problem}, and asks to wait {minutes}", f"run the command again in {minutes}") from None
        if attempt == ATTEMPTS:
            raise FetchError(f"{problem} ({ATTEMPTS} attempts)", "run the command again later") from None
        wait = max(problem.wait or 0, 2.0**attempt)
        self._tell(f"{problem}; trying again in {wait:.0f} s")
        self._clock.sleep(wait)

    def _answer(self, host: Host, url: str, body: bytes | None) -> bytes:
        """The bytes of an answer. Passing where a later request may succeed, FetchError where none will."""
        key = self._key(host)
        headers = {"User-Agent": self._agent, "Accept-Encoding": "gzip, deflate", **host.headers}
        if body is not None:
            headers["Content-Type"] = "application/json"
        if key and host.key_header:
            headers[host.key_header] = f"{host.key_prefix}{key}"
        if key and host.key_parameter:
            url += f"&{urlencode({host.key_parameter: key})}"
        for _ in range(MOST_REDIRECTS + 1):
            self._keep_pace(host)
            status, answered, data = self._request(host, url, headers, body)
            if status not in REDIRECTS:
                return self._accepted(host, status, answered, data, key)
            url, body = self._redirected(host, url, answered.get("location", "")), None
        raise FetchError(f"{host.name} redirects more than {MOST_REDIRECTS} times", "run the command again later")

    def _accepted(self, host: Host, status: int, headers: Mapping[str, str], data: bytes, key: str) -> bytes:
        """The bytes without the key, if the answer is one."""
        if key:
            data = data.replace(key.encode(), b"***")
        asked_to_wait = seconds(headers.get("retry-after", ""))
        if 200 <= status < 300:
            pause = seconds(headers.get("backoff", "")) or asked_to_wait or 0
            self._free[host.name] = max(self._free[host.name], self._clock.now() + min(pause, LONGEST_WAIT))
            return data
        what = f"{host.name} answered with {status}"
        if status in TEMPORARY or (status == 403 and asked_to_wait):
            raise Passing(what, asked_to_wait)
        if status in (401, 403):
            hint = f"set {host.key} to a key that may read this" if host.key else "it may refuse requests from here"
            raise FetchError(f"{what}: access is denied", hint)
        excuse = _excuse(data)
        raise FetchError(f"{what}{f': {excuse}' if excuse else ''}", "check the query")

    def _request(
        self, host: Host, url: str, headers: Mapping[str, str], body: bytes | None
    ) -> tuple[int, Mapping[str, str], bytes]:
        """Status, headers (names in lower case) and body of one answer, without following redirects."""
        try:
            response = pool(url).request(
                "GET" if body is None else "POST",
                url,
                body=body,
                headers=headers,
                timeout=TIMEOUT,
                redirect=False,
                retries=False,
                preload_content=False,
            )
            try:
                data = self._body(host, response)
            finally:
                response.close()
        except urllib3.exceptions.HTTPError as error:  # its text may have the URL, and so the key
            if is_unreachable(error):
                hint = "check this machine's connection and run the command again"
                raise FetchError(f"{host.name}: {problem(error)}", hint) from None
            raise Passing(f"{host.name}: {problem(error)}") from None
        return response.status, {name.lower(): value for name, value in response.headers.items()}, data

    def _body(self, host: Host, response: urllib3.BaseHTTPResponse) -> bytes:
        end = self._clock.now() + LONGEST_ANSWER
        pieces: list[bytes] = []
        size = 0
        while piece := response.read1(65536):
            pieces.append(piece)
            size += len(piece)
            if size > MOST_BYTES:
                limit = f"{MOST_BYTES // 1024 // 1024} MiB"
                raise FetchError(f"an answer of {host.name} is larger than {limit}", "ask for less")
            if self._clock.now() > end:
                raise Passing(f"an answer of {host.name} was not complete after {LONGEST_ANSWER:.0f} s")
        return b"".join(pieces)

    def _redirected(self, host: Host, url: str, location: str) -> str:
        """Where a redirect leads. FetchError if that is not the service's own, or not as safe as before."""
        try:
            target = urljoin(url, location)
            there = urlsplit(target)
        except ValueError:
            location, target, there = "", "", urlsplit("")
        is_own = there.netloc in (urlsplit(host.base).netloc, *host.others)
        if not location or not is_own or there.scheme not in ("https", urlsplit(url).scheme):
            where = f"{there.scheme}://{there.netloc}"[:80] if there.netloc else "nowhere"
            raise FetchError(f"{host.name} redirects to {where}, which is not followed", "run the command again later")
        return target

    def _keep_pace(self, host: Host) -> None:
        wait = self._free.get(host.name, 0) - self._clock.now()
        if wait > 0:
            if wait > 10:
                self._tell(f"{host.name} asks for a pause of {wait:.0f} s")
            self._clock.sleep(wait)
        self._free[host.name] = self._clock.now() + host.interval

    def _key(self, host: Host) -> str:
        key = self._environment.get(host.key, "").strip() if host.key else ""
        if key and not SAFE_KEY.fullmatch(key):
            raise FetchError(f"the value of {host.key} is not an API key", "set it to the key alone, or unset it")
        return key


def pool(url: str) -> urllib3.PoolManager:
    """Connections, by way of the proxy that the system names if it does."""
    parts = urlsplit(url)
    proxy = getproxies().get(parts.scheme)
    if not proxy or proxy_bypass(parts.hostname or ""):
        return urllib3.PoolManager()
    given = urlsplit(proxy)
    login = f"{given.username}:{given.password or ''}" if given.username else None
    return urllib3.ProxyManager(proxy, proxy_headers=urllib3.make_headers(proxy_basic_auth=login))


def seconds(text: str) -> float | None:
    """The seconds that `Retry-After` or `Backoff` asks for, in figures or as a date; None if it says nothing."""
    try:
        return min(max(0.0, urllib3.Retry().parse_retry_after(text)), 1e9) if text else None
    except (urllib3.exceptions.InvalidHeader, ValueError, OverflowError):
        return None


def is_unreachable(error: urllib3.exceptions.HTTPError) -> bool:
    """Whether no connection came about, because a name was not found or the connection was refused. Such errors come
    at once and seldom pass while a command waits."""
    reason = error.original_error if isinstance(error, urllib3.exceptions.ProxyError) else error
    return isinstance(reason, urllib3.exceptions.NewConnectionError)


def problem(error: urllib3.exceptions.HTTPError) -> str:
    """What happened to a connection, in words that have nothing of the request."""
    problems: tuple[tuple[type[Exception], str], ...] = (
        (urllib3.exceptions.NameResolutionError, "its address was not found"),
        (urllib3.exceptions.NewConnectionError, "it cannot be reached"),
        (urllib3.exceptions.TimeoutError, "there was no answer in time"),
        (urllib3.exceptions.SSLError, "its certificate is not trusted"),
        (urllib3.exceptions.ProxyError, "the proxy cannot be reached"),
        (urllib3.exceptions.DecodeError, "the answer cannot be decompressed"),
    )
    return next((words for kind, words in problems if isinstance(error, kind)), "the answer was cut off")


def _excuse(data: bytes) -> str:
    """The beginning of what a service says in an answer that is none, in one line."""
    text = data[:4000].decode("utf-8", "replace")
    if said := re.search(r'"(?:message|error|detail)"\s*:\s*"([^"\\]+)"', text):
        text = said[1]
    return " ".join(re.sub(r"<[^<>]*>", " ", text).split())[:200]
