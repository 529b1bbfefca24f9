"""An inverted index that is patched is the index made from scratch."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from conspectus.derived import Delta, Index, inverted

Terms = dict[str, tuple[str, ...]]
TERMS = st.dictionaries(st.sampled_from("abcdef"), st.lists(st.sampled_from("uvwxyz"), max_size=3).map(tuple))


def whole(terms: Terms) -> Index[str, str]:
    return Index({term: frozenset(keys) for term, keys in inverted(terms).items()})


@given(st.lists(TERMS, min_size=2, max_size=5))
def test_patching_equals_from_scratch(states: list[Terms]) -> None:
    index = whole(states[0])
    for before, now in pairwise(states):
        delta = Delta.between(before, now)
        untouched = dict(index.of)
        fresh = inverted({key: now[key] for key in delta.present})
        patched = index.after(delta, fresh)
        stale = {term for key in delta.removed | delta.changed for term in before[key]}

        assert index.after(delta, fresh, stale) == patched
        assert patched == whole(now)
        assert index.of == untouched, "an index that was given out stays what it was"
        index = patched


def test_an_index_that_a_change_leaves_as_it_was_is_the_very_same() -> None:
    index = whole({"a": ("u",), "b": ("u", "v")})

    assert index.after(Delta(changed=frozenset("a")), {"u": {"a"}}) is index


def test_a_set_that_a_change_leaves_as_it_was_is_the_very_same() -> None:
    index = whole({"a": ("u",), "b": ("v",)})
    patched = index.after(Delta(added=frozenset("c")), {"v": {"c"}})

    assert patched["v"] == {"b", "c"}
    assert patched["u"] is index["u"]


def test_a_term_that_nobody_has_is_missing() -> None:
    index = whole({"a": ("u",)}).after(Delta(removed=frozenset("a")), {})

    assert index.of == {}
    assert index["u"] == frozenset()
