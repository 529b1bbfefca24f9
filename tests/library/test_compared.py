"""Records as they are compared: whatever is compared of one is in its digest."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from conspectus.derived import InMemory, Known
from conspectus.diagnostics import Span
from conspectus.library.compared import Compared, Keys
from conspectus.model.paper import Authority, Record
from conspectus.model.people import Authors, Person
from conspectus.model.when import Date
from conspectus.model.work import Link, Named, Reference, Work
from conspectus.text import Text

HERE = Span("content/papers/a.yaml", 3)
WHOLE = Work(
    title=Text("A Lamp"),
    authors=Authors((Person("Lampe", "Ada"),)),
    date=Date(2023, 5, 4),
    abstract=Text("Made up."),
    arxiv="2305.99901",
    doi="10.99999/lamp",
    venue="Lights",
    kind="thesis",
    organization="Salt Works",
    subject="CV",
    score=94.5,
    comments=3,
    code=True,
    volume="7",
    issue="2",
    pages="11-29",
    publisher="Salt Press",
    language="de",
    keywords=("oil",),
    urls=(Link("code", "https://code.example/lamp"),),
    listed=("daily",),
    added=Date(2024, 7, 10),
    summary="It shines.",
    facts=(("saved", "40%"),),
    place=(("topic", (Named("burners", HERE, HERE),)),),
    was=("old-lamp",),
)
RECORD = Record(WHOLE, HERE, Authority.CURATOR, "lamp", assigned="lamp-2")
OTHERS = {
    **{field.name: replace(RECORD, work=replace(WHOLE, **{field.name: field.default})) for field in fields(WHOLE)},
    "kind of venue": replace(RECORD, work=replace(WHOLE, kind="article")),
    "id": replace(RECORD, id="other"),
    "assigned": replace(RECORD, assigned=None),
    "file": replace(RECORD, span=Span("content/papers/b.yaml", 3)),
    "authority": replace(RECORD, authority=Authority.EXPORT),
    "same as": replace(RECORD, same_as=Reference("wick", HERE)),
    "not": replace(RECORD, other=(Reference("wick", HERE),)),
    "same as, and not": replace(RECORD, same_as=Reference("wick", HERE), other=(Reference("lens", HERE),)),
    "not, and not": replace(RECORD, other=(Reference("wick", HERE), Reference("lens", HERE))),
}


@pytest.mark.parametrize("name", OTHERS)
def test_a_record_that_is_compared_otherwise_has_another_digest(name: str) -> None:
    one, other = Compared(RECORD), Compared(OTHERS[name])
    assert one.digest != other.digest or (one.profile, one.keys) == (other.profile, other.keys)


def test_a_record_that_moved_in_its_file_is_compared_alike() -> None:
    assert Compared(RECORD).digest == Compared(RECORD.moved(7)).digest


def test_of_a_record_that_is_known_no_profile_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    memory = InMemory()
    known = Known(memory, "records", Keys)
    keys = Compared(RECORD, known).keys
    known.keep()
    monkeypatch.setattr(Compared, "profile", None)
    assert Compared(RECORD, Known(memory, "records", Keys)).keys == keys
