"""What changed between two mappings."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from conspectus.derived import Delta

VALUES = [object() for _ in range(3)]
MAPPINGS = st.dictionaries(st.sampled_from("abcdef"), st.sampled_from(VALUES))


@given(MAPPINGS, MAPPINGS)
def test_a_delta_names_every_key_that_differs_and_no_other(before: dict[str, object], now: dict[str, object]) -> None:
    delta = Delta.between(before, now)

    assert delta.added == now.keys() - before.keys()
    assert delta.removed == before.keys() - now.keys()
    assert delta.changed == {key for key in before.keys() & now.keys() if before[key] is not now[key]}
    assert delta.keys == delta.added | delta.removed | delta.changed
    assert delta.present == delta.keys & now.keys()
    assert delta.is_empty == (before == now)


def test_an_equal_value_that_is_another_object_counts_as_changed() -> None:
    assert Delta.between({"a": [1]}, {"a": [1]}).changed == {"a"}


def test_nothing_differs_from_the_same_mapping() -> None:
    mapping = {"a": [1]}

    assert Delta.between(mapping, mapping).is_empty
