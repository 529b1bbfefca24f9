"""Damaged files of every format: a reader says what is wrong, and neither breaks nor hangs.

`benchmarks/reading.py fuzz` does the same for as long as one likes.
"""

from __future__ import annotations

import time
from random import Random

import pytest

from conspectus import sources
from conspectus.cache import Cache
from conspectus.model.paper import Reading, Source
from made_up_formats import SAMPLES
from made_up_mutations import damaged

SECONDS = 0.7
"""How long each format is tried; all of them come to about half a minute."""


def read(name: str, data: bytes) -> Reading:
    return sources.parse(Source(SAMPLES[name].name, data, "d"), Cache(None))


def test_every_format_has_a_made_up_file() -> None:
    assert {format.NAME for format in sources.FORMATS} == set(SAMPLES)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_made_up_file_is_read(name: str) -> None:
    data = SAMPLES[name].of(5)
    assert (
        next(format.NAME for format in sources.FORMATS if format.sniff(Source(SAMPLES[name].name, data, "d"))) == name
    )
    reading = read(name, data)
    assert (reading.mistakes, reading.remarks) == ((), ())
    assert len(reading.records) in (1, 5, 11, 15)


@pytest.mark.parametrize("name", SAMPLES)
def test_no_damage_breaks_a_reader(name: str) -> None:
    random, whole = Random(name), SAMPLES[name].of(4)  # noqa: S311 - the same files each time
    begun = time.perf_counter()
    while time.perf_counter() - begun < SECONDS:
        data = damaged(whole, random)
        reading = read(name, data)
        lines = data.count(b"\n") + data.count(b"\r") + data.count(b"\0") + 1
        assert all(1 <= record.span.line <= lines for record in reading.records), data
        assert reading.records or reading.mistakes or reading.dropped or reading.remarks, data
