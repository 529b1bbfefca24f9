"""Digests of inputs: under which name a value could be kept anywhere."""

from __future__ import annotations

import hashlib


def digest(*inputs: object) -> str:
    """A digest of plain data: text, numbers, None, tuples and frozen dataclasses of such.

    Their `repr` says all of them and is the same on every machine; that of a set or of another object is not.
    """
    return hashlib.sha256(repr(inputs).encode()).hexdigest()
