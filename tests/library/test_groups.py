"""Numbers in groups: joined in any order, they end up in the same ones."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from conspectus.library.groups import Groups

SIZE = 8
PAIRS = st.lists(st.tuples(st.integers(0, SIZE - 1), st.integers(0, SIZE - 1)), max_size=10)


def test_each_number_is_first_in_a_group_of_its_own() -> None:
    groups = Groups(3)
    assert groups.all == [[0], [1], [2]]
    assert groups.join(2, 0)
    assert not groups.join(0, 2)
    assert (groups.all, groups.of(2), groups.members[0]) == ([[0, 2], [1]], 0, [0, 2])


@given(PAIRS, st.randoms())
def test_the_order_of_joining_makes_no_difference(pairs: list[tuple[int, int]], random) -> None:  # type: ignore[no-untyped-def]
    one, other = Groups(SIZE), Groups(SIZE)
    for pair in pairs:
        one.join(*pair)
    for pair in random.sample(pairs, len(pairs)):
        other.join(*reversed(pair))
    assert one.all == other.all
    for first, second in pairs:
        assert one.of(first) == one.of(second)
