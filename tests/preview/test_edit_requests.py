"""What a page may ask for is read in its exact shape."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.preview.edits import EditRequest, edit_request

PLACE = {"do": "place", "paper": "wick", "facet": "topic", "category": "fog"}


def test_each_request_says_what_it_needs() -> None:
    assert edit_request(PLACE) == EditRequest("place", "wick", "topic", "fog")
    assert edit_request({"do": "summarize", "paper": "wick", "summary": ""}) == EditRequest("summarize", "wick")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (None, "do"),
        ([PLACE], "do"),
        ({**PLACE, "do": "delete"}, "do"),
        ({**PLACE, "do": ["place"]}, "do"),
        ({**PLACE, "path": "content/survey.yaml"}, "paper, facet, category"),
        ({"do": "place", "paper": "wick", "facet": "topic"}, "category"),
        ({"do": "summarize", "paper": "wick", "category": "fog"}, "summary"),
        ({**PLACE, "category": None}, "category"),
        ({**PLACE, "paper": 7}, "paper"),
        ({"do": "summarize", "paper": "wick", "summary": "half a \ud83d"}, "control character"),
        ({"do": "summarize", "paper": "wick", "summary": "a \0 b"}, "control character"),
    ],
)
def test_anything_else_is_refused_with_what_is_wrong(data: Any, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        edit_request(data)


@given(
    st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda some: st.dictionaries(st.text(), some))
)
def test_no_json_fails_in_another_way(data: Any) -> None:
    with pytest.raises(ValueError, match="do"):
        edit_request(data)
