"""Which requests may write files: only those from pages of this server.

Any page in the same browser can send requests here. But it cannot claim another origin than its own, read the token,
which is in our pages, or send JSON without a preflight request, which is refused.

If other machines can send requests too, our pages have the token only for a browser that was opened with the key shown
in the terminal; the browser keeps the key in a cookie.
"""

from __future__ import annotations

import hmac
import ipaddress
import json
from collections.abc import Collection
from email.message import Message
from http.cookies import CookieError, SimpleCookie
from io import BufferedIOBase

from conspectus.preview.answers import Answer, refusal

TOKEN = "X-Conspectus-Token"  # noqa: S105 - the header's name
COOKIE = "conspectus-key"
UNKNOWN_NAME = (
    "The preview is not available by this name. Start it with `conspectus serve --allow-host NAME` to allow it."
)
MOST = 64 * 1024
"""How many bytes a request may carry: a summary is a few hundred."""


def is_ours(headers: Message, hosts: Collection[str]) -> bool:
    """Whether the request names this server by one of its hosts.

    A page elsewhere may have its own name resolve to this machine; its requests carry that name.
    """
    return headers.get("Host", "").lower() in hosts


def is_loopback(host: str) -> bool:
    """Whether only this machine can ask at a host's address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def has_key(headers: Message, key: str) -> bool:
    """Whether a browser has shown the key, or none is needed."""
    cookies = SimpleCookie()
    try:
        cookies.load(headers.get("Cookie", ""))
    except CookieError:
        return not key
    shown = cookies[COOKIE].value if COOKIE in cookies else ""
    return hmac.compare_digest(shown.encode(), key.encode()) or not key


def welcome(shown: str, key: str) -> Answer:
    """The front page for a browser that shows the right key, which it keeps until it is closed."""
    if not hmac.compare_digest(shown.encode(), key.encode()):
        return refusal(403, "This is not the key of this preview; open the address that the terminal shows.")
    cookie = f"{COOKIE}={key}; Path=/; HttpOnly; SameSite=Strict"
    return Answer(303, headers={"Location": "/", "Set-Cookie": cookie})


def objection(headers: Message, hosts: Collection[str], token: str, key: str = "") -> Answer | None:
    """Why a request may not write; None if it may. Nothing of its body has been read."""
    if not is_ours(headers, hosts):
        return refusal(403, UNKNOWN_NAME)
    if not has_key(headers, key):
        return refusal(403, "To edit, open the address with the key that the terminal shows.")
    if headers.get("Origin", "").lower() != f"http://{headers['Host'].lower()}":
        return refusal(403, "Only pages of the preview may edit files.")
    if headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        return refusal(403, "Only pages of the preview may edit files.")
    if headers.get("Content-Type", "").split(";")[0].strip().lower() != "application/json":
        return refusal(415, "The request must be application/json.")
    if not hmac.compare_digest(headers.get(TOKEN, "").encode(), token.encode()):
        return refusal(403, "The preview was restarted; reload the page.")
    length = headers.get("Content-Length", "")
    if not (length.isascii() and length.isdecimal()) or "Transfer-Encoding" in headers:
        return refusal(411, "The request needs a Content-Length.")
    if len(length) > 20 or int(length) > MOST:  # int() refuses thousands of digits
        return refusal(413, f"The request is larger than {MOST:,} bytes.")
    return None


def body(headers: Message, stream: BufferedIOBase) -> object:
    """The JSON that a request without objections carries. ValueError where it is none."""
    try:
        return json.loads(stream.read(int(headers["Content-Length"])))
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
