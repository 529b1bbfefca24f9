"""Serving by command: the real thing, as a program."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from conspectus.project import Project

Held = Callable[[Path], dict[str, bytes]]


class Serving:
    """A running `conspectus serve`."""

    def __init__(self, project: Project) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "conspectus", "serve", "--port", "0", "--project", str(project.root)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )
        assert self.process.stdout
        found = re.search(r"http://127\.0\.0\.1:\d+/", self.process.stdout.readline())
        assert found, self.process.communicate()[1]
        self.url = found[0]

    def end(self) -> None:
        self.process.terminate()
        self.process.communicate(timeout=30)

    def get(self, path: str) -> str:
        with urllib.request.urlopen(self.url + path, timeout=10) as answer:  # noqa: S310 - our own server
            data: bytes = answer.read()
            return data.decode()

    def listen(self, path: str) -> Iterator[dict[str, str]]:
        with urllib.request.urlopen(f"{self.url}__conspectus/events?page=/{path}", timeout=20) as stream:  # noqa: S310
            for line in stream:
                if line.startswith(b'data: {"digest": '):  # not what is told to the bar
                    yield json.loads(line.removeprefix(b"data: "))


@pytest.fixture
def serving(survey: Project) -> Iterator[Serving]:
    running = Serving(survey)
    yield running
    running.end()


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_save_reaches_the_open_page_and_a_mistake_lies_over_the_last_good_one(
    serving: Serving, survey: Project, held: Held
) -> None:
    records = survey.papers / "records.yaml"
    events = serving.listen("papers/bell-log/")
    first = next(events)
    edit(records, "Wrote Down", "Rang Out")
    changed = next(events)
    assert changed["digest"] != first["digest"] and changed["overlay"] == ""
    assert "What the Bell Rang Out" in serving.get("papers/bell-log/")

    edit(records, "place: {topic: [burners]}", "place: {topic: [burnerz]}")
    wrong = next(events)
    assert wrong["digest"] == changed["digest"]
    assert "burnerz" in wrong["overlay"] and "content/papers/records.yaml:" in wrong["overlay"]
    assert "What the Bell Rang Out" in serving.get("papers/bell-log/")

    edit(records, "burnerz", "burners")
    assert next(events) == changed
    assert held(survey.root).keys() == {name for name in held(survey.root) if not name.startswith("site/")}


def test_an_image_that_changes_changes_the_pages_that_show_it(serving: Serving, survey: Project) -> None:
    events = serving.listen("pages/about/")
    first = next(events)
    edit(survey.content / "images/lamp.svg", "</svg>", "<rect width='9' height='9'/></svg>")
    assert next(events)["digest"] != first["digest"]


def test_notes_are_told_of_when_there_are_more_or_fewer(serving: Serving, survey: Project) -> None:
    records, events = survey.papers / "records.yaml", serving.listen("papers/bell-log/")
    next(events)
    for old, new in (("Wrote Down", "Rang Out"), ("Rang Out", "Sang")):
        edit(records, old, new)
        next(events)
    serving.process.send_signal(signal.SIGTERM)
    errors = serving.process.communicate(timeout=30)[1]
    assert len(re.findall(r"^\d+ notes?: see", errors, re.MULTILINE)) == 1, errors


def test_schemas_that_are_there_are_kept_up_to_date(serving: Serving, survey: Project) -> None:
    events = serving.listen("")
    next(events)
    schemas = survey.content / ".schemas"
    schemas.mkdir()
    edit(survey.content / "taxonomy/topic.yaml", "- id: watch", "- id: guard")
    next(events)
    written, end = schemas / "papers.schema.json", time.monotonic() + 10
    while not (written.is_file() and '"guard"' in written.read_text("utf-8")):  # after the page, which comes first
        assert time.monotonic() < end
        time.sleep(0.01)


def test_search_works_in_the_preview(serving: Serving) -> None:
    about = json.loads(serving.get("data/search.json"))
    assert not about["pagefind"]
    assert '"sun-valve"' in "".join(serving.get(f"data/results/{number}.json") for number in range(4))


def test_a_template_of_ones_own_is_taken_up_at_once(serving: Serving, survey: Project) -> None:
    events = serving.listen("")
    next(events)
    templates = survey.root / "templates" / "pages"
    templates.mkdir(parents=True)
    (templates / "home.html").write_text("<!doctype html><title>own</title><body>{{ nothing.at.all }}</body>")
    wrong: dict[str, Any] = next(events)
    assert "home.html" in wrong["overlay"]
    (templates / "home.html").write_text("<!doctype html><title>own</title><body>our own</body>")
    assert any(event["overlay"] == "" for event in events)  # at the latest with the next one
    assert "our own" in serving.get("")


def test_survey_yaml_taken_away_and_put_back_is_a_mistake_that_goes(serving: Serving, survey: Project) -> None:
    events = serving.listen("")
    first = next(events)
    text = survey.settings_file.read_bytes()
    survey.settings_file.unlink()
    assert "content/survey.yaml" in next(events)["overlay"]
    survey.settings_file.write_bytes(text)
    assert next(events) == first


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_cleanly(serving: Serving, survey: Project, how: signal.Signals) -> None:
    events = serving.listen("")
    next(events)
    serving.process.send_signal(how)
    out, err = serving.process.communicate(timeout=10)
    assert serving.process.returncode == 0
    assert out == "Stopped.\n"
    assert "Traceback" not in err
    assert not survey.out.exists()


def test_with_mistakes_from_the_start_it_shows_them_alone(survey: Project) -> None:
    survey.settings_file.write_text("title: [\n")
    running = Serving(survey)
    try:
        with pytest.raises(urllib.error.HTTPError) as refused:
            running.get("")
        assert refused.value.code == 500
        assert b"content/survey.yaml:" in refused.value.read()
    finally:
        running.end()


def test_a_port_in_use_is_told(survey: Project, program: Callable[..., subprocess.CompletedProcess[str]]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = program("serve", "--port", str(port), "--project", str(survey.root))
    assert done.returncode == 1
    assert f"port {port} cannot be used" in done.stderr and "--port" in done.stderr


def test_an_editor_nobody_knows_is_wrong_usage(program: Callable[..., subprocess.CompletedProcess[str]]) -> None:
    done = program("serve", "--editor", "quill")
    assert done.returncode == 2
    assert "vscodium" in done.stderr and "{path}" in done.stderr


def test_every_editor_with_a_name_is_in_the_help(
    program: Callable[..., subprocess.CompletedProcess[str]],
) -> None:
    from conspectus.preview.editor import PRESETS

    words = set(re.findall(r"[\w-]+", program("serve", "--help").stdout))
    assert set(PRESETS) <= words
