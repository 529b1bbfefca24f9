"""Whether two entries of one key are of two works."""

from __future__ import annotations

import pytest

from conspectus.model.other_works import Marks, are_others

DOI, OTHER = "10.99999/wick.1", "10.99999/oil.2"


@pytest.mark.parametrize(
    ("theirs", "others"),
    [
        (Marks("ropes, anchors, hulls", doi=OTHER), True),
        (Marks("ropes, anchors, hulls", doi=DOI), False),
        (Marks("lamps that burn at nights", doi=OTHER), False),
        (Marks("", doi=OTHER), False),
        (Marks("ropes, anchors, hulls"), False),
    ],
)
def test_two_works_differ_in_their_titles_and_by_an_identifier(theirs: Marks, others: bool) -> None:
    assert are_others(Marks("lamps that burn at night", doi=DOI), theirs) is others


def test_titles_that_repeat_themselves_are_compared_as_far_as_others() -> None:
    """All of them would take minutes."""
    assert are_others(Marks("wick " * 2000, doi=DOI), Marks("kciw " * 2000, doi=OTHER))
