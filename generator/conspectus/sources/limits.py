"""How much a file of papers may hold: what takes minutes to read, or more memory than a machine has, is refused.

How much one value may hold is in `long_values.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from conspectus.located import MAX_BYTES

T = TypeVar("T")

MOST_LINES = 2_000_000

MOST_BYTES_OF_A_LIST, MOST_LINES_OF_A_LIST = 2 * 1024 * 1024, 50_000
"""Reading a list takes longer, as each of its lines may be a paper; the longest one in use that we know has a MiB."""

MOST_RECORDS = 100_000
"""Entries, rows or lines of a file; a file of the largest size has room for millions that say nothing."""

MOST_MISTAKES = 1_000
"""How many mistakes of a file are told one by one."""


class TooManyRecordsError(Exception):
    """A file has more records than one file may."""

    def __init__(self) -> None:
        super().__init__(f"the file has more than {MOST_RECORDS:,} records")


def excess(data: bytes, *, is_list: bool) -> str:
    """What a file has too much of; empty if it may be read."""
    most, lines = (MOST_BYTES_OF_A_LIST, MOST_LINES_OF_A_LIST) if is_list else (MAX_BYTES, MOST_LINES)
    if len(data) > most:
        return f"the file is larger than {most // 1024 // 1024} MiB"
    return f"the file has more than {lines:,} lines" if data.count(b"\n") > lines else ""


def check(records: int) -> None:
    """TooManyRecordsError for more records than a file may have."""
    if records > MOST_RECORDS:
        raise TooManyRecordsError


def limited(records: Iterable[T]) -> Iterator[T]:
    """The records one by one. TooManyRecordsError before the first that is too many."""
    for number, record in enumerate(records, 1):
        check(number)
        yield record
