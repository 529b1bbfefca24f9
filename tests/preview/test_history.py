"""The states that the newest one is compared with."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from conspectus.cache import Cache
from conspectus.changes.revision import RevisionError
from conspectus.pipeline import Compiled, compile
from conspectus.preview.history import History, Since
from conspectus.project import Project

LENS = "any: [lens]"


class Repository:
    """A made-up one, which counts how often it is asked to compile a commit."""

    def __init__(self, compile: Callable[[], Compiled]) -> None:
        self._compile = compile
        self.head = "a" * 40
        self.compiled: list[str] = []

    def compile(self, commit: str, previous: Compiled | None) -> Compiled:
        self.compiled.append(commit)
        return self._compile()

    @property
    def history(self) -> History:
        return History(lambda: self.head, self.compile)


@pytest.fixture
def state(survey: Project) -> Callable[..., Compiled]:
    """Compiles the made-up survey, in which the rule for lenses has these phrases."""
    topics = survey.content / "taxonomy/topic.yaml"
    text = topics.read_text("utf-8")
    assert LENS in text

    def compiled(*phrases: str) -> Compiled:
        topics.write_text(text.replace(LENS, f"any: [{', '.join(('lens', *phrases))}]"), "utf-8")
        return compile(survey, Cache(None))

    return compiled


def moved(history: History, since: Since) -> list[str]:
    compared = history.compared(since)
    assert compared
    return [moved.id for moved in compared.changes.moved]


def test_a_save_is_compared_with_the_one_before_and_with_the_start(state: Callable[..., Compiled]) -> None:
    history = Repository(state).history
    history.take(state())
    assert moved(history, Since.SAVE) == []
    history.take(state("tide tables"))
    assert moved(history, Since.SAVE) == moved(history, Since.START) == ["unplaced-tide"]
    history.take(state("tide tables", "bell"))
    assert moved(history, Since.SAVE) == ["bell-log"]
    assert moved(history, Since.START) == ["bell-log", "unplaced-tide"]
    history.take(state())
    assert moved(history, Since.START) == []


def test_a_save_that_is_noticed_twice_stays_the_last_one(state: Callable[..., Compiled]) -> None:
    history = Repository(state).history
    history.take(state())
    history.take(state("tide tables"))
    history.take(state("tide tables"))
    assert moved(history, Since.SAVE) == ["unplaced-tide"]


def test_head_is_compiled_once_for_each_commit_and_only_when_it_is_asked_for(state: Callable[..., Compiled]) -> None:
    repository = Repository(state)
    history = repository.history
    history.take(state("tide tables"))
    history.take(state("tide tables"))
    assert repository.compiled == []
    assert moved(history, Since.HEAD) == ["unplaced-tide"]
    history.take(state())
    assert moved(history, Since.HEAD) == []
    assert repository.compiled == ["a" * 40]
    repository.head = "b" * 40
    assert moved(history, Since.HEAD) == []
    assert repository.compiled == ["a" * 40, "b" * 40]


def test_nothing_is_compared_before_there_is_anything(state: Callable[..., Compiled]) -> None:
    history = Repository(state).history
    assert [history.compared(since) for since in Since] == [None, None, None]


def test_what_git_refuses_is_told_to_who_asks(state: Callable[..., Compiled]) -> None:
    def refuse() -> str:
        raise RevisionError("no git here")

    history = History(refuse, lambda commit, previous: state())
    history.take(state())
    with pytest.raises(RevisionError, match="no git here"):
        history.compared(Since.HEAD)
    assert moved(history, Since.SAVE) == []
