"""Writing the file with which the pages' strings are translated."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from click.testing import Result

from conspectus.project import Project

Run = Callable[..., Result]


@pytest.mark.parametrize(("tag", "name"), [("de", "German"), ("de-AT", "German"), ("zh", "Chinese"), ("en", "English")])
def test_a_language_that_comes_with_conspectus_is_said_to(run: Run, survey: Project, tag: str, name: str) -> None:
    told = run("translate", tag).stderr
    changes, total = re.findall(r"it changes (\d+) of (\d+) strings", told)[0]
    assert changes == "0" and f"{name} comes with Conspectus ({total} of {total})" in told
    assert (survey.content / "locale" / f"{tag}.po").is_file()


def test_a_language_that_does_not_is_to_be_translated(run: Run) -> None:
    assert re.search(r"^Wrote content/locale/fr\.po: 0 of \d+ strings are translated\.$", run("translate", "fr").stderr)
