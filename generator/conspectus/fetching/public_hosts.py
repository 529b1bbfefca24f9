"""Connections to public hosts alone: an address in a file must not ask what only this machine or its network can reach.

A name may mean another address each time it is looked up. So the address that is connected to is the one that was
looked at. Behind a proxy it is the proxy that looks names up, and which knows where it may go.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from contextlib import suppress
from urllib.parse import urlsplit

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, NameResolutionError, NewConnectionError

from conspectus.fetching.web import pool


class NotPublic(HTTPError):  # noqa: N818 - an answer to a question
    """A host has an address that is not a public one."""


def is_public_address(address: str) -> bool:
    """Whether an IP address is one that everybody reaches, by whatever name or form."""
    given = ipaddress.ip_address(address.partition("%")[0])
    inner = getattr(given, "ipv4_mapped", None) or getattr(given, "sixtofour", None)
    return given.is_global and not given.is_multicast and (inner is None or inner.is_global)


def public_pool(url: str, is_public: Callable[[str], bool] = is_public_address) -> urllib3.PoolManager:
    """Connections as `pool` makes them. NotPublic, now or when they are made, where they would be to an address that
    `is_public` refuses."""
    made = pool(url)
    if not isinstance(made, urllib3.ProxyManager):
        own = {"is_public": staticmethod(is_public)}
        http, https = type("HTTP", (_Looking,), own), type("HTTPS", (_Looking, HTTPSConnection), own)
        made.pool_classes_by_scheme = {
            "http": type("HTTPPool", (urllib3.HTTPConnectionPool,), {"ConnectionCls": http}),
            "https": type("HTTPSPool", (urllib3.HTTPSConnectionPool,), {"ConnectionCls": https}),
        }
    else:
        with suppress(OSError):  # not found from here; the proxy says whether it is
            _checked(urlsplit(url).hostname or "", is_public)
    return made


def _checked(host: str, is_public: Callable[[str], bool]) -> list[str]:
    """All addresses of a host. NotPublic if one of them is not public, OSError where there are none."""
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except UnicodeError as error:  # no name can be so long
        raise socket.gaierror(str(error)) from error
    addresses = list(dict.fromkeys(str(each[4][0]) for each in found))
    if not all(map(is_public, addresses)):
        raise NotPublic("its host is not a public one")
    return addresses


class _Looking(HTTPConnection):
    """Connects to the addresses of its host one after the other, if all of them are public."""

    is_public: Callable[[str], bool]

    def _new_conn(self) -> socket.socket:
        name = self.host
        try:
            addresses = _checked(name, self.is_public)
        except socket.gaierror as error:
            raise NameResolutionError(name, self, error) from error
        failure: HTTPError | None = None
        for address in addresses:
            try:
                self.host = address
                return super()._new_conn()
            except HTTPError as error:
                failure = error
            finally:
                self.host = name  # which the certificate is compared with, and the server is asked for
        raise failure or NewConnectionError(self, "no address")
