"""What the preview shows, and what it lays over it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from conspectus.diagnostics import Report
from conspectus.preview import Preview

if TYPE_CHECKING:
    from tests.preview.conftest import MadeUp

Said = Callable[..., Report]


def test_pages_are_rendered_when_they_are_asked_for_and_once(preview: Preview, content: MadeUp) -> None:
    preview.rebuild()
    assert content.rendered == []
    assert preview.show("topics/wicks/").data == preview.show("topics/wicks/index.html").data
    assert content.rendered == ["topics/wicks/"]


def test_a_changed_page_has_another_digest_and_an_unchanged_one_has_not(preview: Preview, content: MadeUp) -> None:
    preview.rebuild()
    front, wicks = preview.show("").digest, preview.show("topics/wicks/").digest
    content.pages["topics/wicks/"] = "trimmed wicks"
    preview.rebuild()
    assert preview.show("").digest == front
    assert preview.show("topics/wicks/").digest != wicks


def test_the_last_good_site_stays_under_the_mistake(preview: Preview, content: MadeUp, said: Said) -> None:
    preview.rebuild()
    good = preview.show("")
    content.pages[""], content.wrong = "half-done front", said("the wick is wet", help="dry it")
    preview.rebuild()
    shown = preview.show("")
    assert (shown.status, shown.data, shown.digest) == (200, good.data, good.digest)
    assert "the wick is wet" in shown.overlay
    content.wrong = Report()
    preview.rebuild()
    assert preview.show("").overlay == ""
    assert b"half-done front" in preview.show("").data


def test_a_page_never_seen_before_is_still_shown_of_the_last_good_site(
    preview: Preview, content: MadeUp, said: Said
) -> None:
    preview.rebuild()
    content.wrong = said("the wick is wet")
    preview.rebuild()
    assert b"lamp" in preview.show("papers/lamp/").data


def test_without_any_good_site_the_mistakes_stand_alone(preview: Preview, content: MadeUp, said: Said) -> None:
    content.wrong = said("the wick is wet")
    preview.rebuild()
    wet = preview.show("topics/wicks/")
    assert wet.status == 500
    assert b"the wick is wet" in wet.data
    content.wrong = said("the wick is gone")
    preview.rebuild()
    assert preview.show("topics/wicks/").digest not in ("", wet.digest)


def test_a_broken_template_leaves_the_page_as_it_last_came_out_right(
    preview: Preview, content: MadeUp, said: Said
) -> None:
    preview.rebuild()
    good = preview.show("").data
    content.broken[""] = said("the template names nothing")
    preview.rebuild()
    shown = preview.show("")
    assert (shown.status, shown.data) == (200, good)
    assert "names nothing" in shown.overlay
    assert preview.show("papers/").overlay == ""


def test_a_broken_template_of_a_page_never_seen_is_shown_alone(preview: Preview, content: MadeUp, said: Said) -> None:
    content.broken["papers/"] = said("the template names nothing")
    preview.rebuild()
    assert preview.show("papers/").status == 500
    assert b"names nothing" in preview.show("papers/").data


def test_a_broken_template_is_reported_once_however_many_pages_it_has(
    preview: Preview, content: MadeUp, said: Said
) -> None:
    wrong = said("the template names nothing")
    content.broken |= {"papers/": wrong, "topics/wicks/": wrong}
    preview.rebuild()
    for path in ("papers/", "topics/wicks/", "papers/", ""):
        preview.show(path)
    assert content.reports == [Report(), wrong]


def test_a_page_that_is_gone_is_not_found_and_one_without_its_slash_has_moved(
    preview: Preview, content: MadeUp
) -> None:
    preview.rebuild()
    assert preview.show("papers/lamp").status == 302
    del content.pages["papers/lamp/"]
    preview.rebuild()
    assert preview.show("papers/lamp/").status == 404
    assert b"not here" in preview.show("papers/lamp/").data
    assert preview.show("assets/site.css").status == 200


def test_warnings_are_told_but_not_laid_over_the_page(preview: Preview, content: MadeUp, said: Said) -> None:
    from dataclasses import replace

    from conspectus.diagnostics import Severity

    wet = said("the wick is damp").diagnostics[0]
    content.wrong = Report((replace(wet, severity=Severity.WARNING),))
    preview.rebuild()
    assert preview.show("").overlay == ""
    assert content.reports == [content.wrong]


def test_who_waits_is_woken_by_a_rebuild_and_let_go_at_the_end(preview: Preview) -> None:
    seen: list[int | None] = []

    def wait() -> None:
        version: int | None = 0
        while version is not None:
            version = preview.wait(version, 10)
            seen.append(version)

    thread = threading.Thread(target=wait)
    thread.start()
    preview.rebuild()
    while not seen:
        pass
    preview.close()
    thread.join(timeout=5)
    assert seen == [1, None]


def test_whoever_asks_after_a_save_waits_for_the_new_site(preview: Preview, content: MadeUp) -> None:
    preview.rebuild()
    preview.invalidate()
    content.pages[""] = "new front"
    threading.Timer(0.05, preview.rebuild).start()
    assert b"new front" in preview.show("").data


def test_nobody_waits_for_a_rebuild_that_failed(preview: Preview, content: MadeUp) -> None:
    preview.rebuild()
    preview.invalidate()
    content.pages = None  # type: ignore[assignment]
    with pytest.raises(AttributeError):
        preview.rebuild()
    assert b"front" in preview.show("").data
