"""Damage to made-up files, as editors, mailers and programs do it: the same for the same random numbers."""

from __future__ import annotations

from random import Random

PIECES = (
    *(bytes([sign]) for sign in b"{}[]()<>\"'\\@#%&,;:|=-~$^_/*\n\r\t\0 "),
    b"\xff", b"\xef\xbb\xbf", b"\xff\xfe", b"\xe2\x80\x8b", "é".encode(), "李".encode(), "\u202e".encode(),
    b"\n\n", b"```", b"<!--", b"]]>", b"&amp;", b"&#0;", b"\\'", b"{{", b"}}", b"@article{", b"@string{a=a#a}",
    b"crossref={k00001},", b"TY  - ", b"ER  - ", b"PMID- ", b"\xc2\xa0", b"10.1000/", b"https://", b"arXiv:", b"-0044",
    b"99999999999999999999", b"1e999", b"NaN", b"null", b"true", b"[[", b"|-|-|", b"&a", b"*a",
    b"!!python/x", b"<<: *a",
)  # fmt: skip
"""What is put in: signs that some format gives a meaning, and bytes that are no text."""

MOST = 8
"""So many changes a file has at most."""

LONGEST = 40_000
"""How long a file may become, in bytes."""


def damaged(data: bytes, random: Random) -> bytes:
    """The file with a few changes."""
    for _ in range(random.randint(1, MOST)):
        data = random.choice(CHANGES)(data, random)[:LONGEST]
    return data


def _at(data: bytes, random: Random) -> int:
    return random.randrange(len(data) + 1)


def _insert(data: bytes, random: Random) -> bytes:
    at = _at(data, random)
    return data[:at] + random.choice(PIECES) * random.choice((1, 1, 1, 2, 50)) + data[at:]


def _delete(data: bytes, random: Random) -> bytes:
    at = _at(data, random)
    return data[:at] + data[at + random.choice((1, 1, 2, 10, 200)) :]


def _cut(data: bytes, random: Random) -> bytes:
    return data[: _at(data, random)] if random.random() < 0.3 else data


def _repeat(data: bytes, random: Random) -> bytes:
    at, size = _at(data, random), random.choice((1, 5, 40, 300))
    return data[:at] + data[at : at + size] * random.choice((2, 3, 30)) + data[at + size :]


def _flip(data: bytes, random: Random) -> bytes:
    at = _at(data, random)
    return data[:at] + bytes([random.randrange(256)]) + data[at + 1 :]


def _move(data: bytes, random: Random) -> bytes:
    first, second = sorted((_at(data, random), _at(data, random)))
    return data[second:] + data[first:second] + data[:first]


def _drop_line(data: bytes, random: Random) -> bytes:
    lines = data.split(b"\n")
    del lines[random.randrange(len(lines))]
    return b"\n".join(lines)


CHANGES = (_insert, _insert, _insert, _delete, _cut, _repeat, _flip, _move, _drop_line)
