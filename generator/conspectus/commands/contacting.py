"""What `fetch` and `fill` share: asking a service on the web, and reading its answers as any other file is read."""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from conspectus.commands import console

if TYPE_CHECKING:
    from conspectus.fetching import Answer, FetchError, Service, Web
    from conspectus.model.paper import Reading, Record
    from conspectus.model.settings import Settings
    from conspectus.model.work import Work
    from conspectus.project import Project
    from conspectus.yaml_edit import Draft

CONTACT = "CONSPECTUS_CONTACT"
"""The environment variable with an e-mail or web address by which services can reach the person who asks."""

NAMES = ("arxiv", "openalex", "crossref", "semantic-scholar", "hf", "zotero")
"""The services; `fetching.SERVICES` has their modules, which are imported when one is asked."""

refresh_option = click.option("--refresh", is_flag=True, help="Ask again, even what was asked in the last 12 hours.")


class Day(click.ParamType[date]):
    """A day such as 2026-06-12, or 14d for the day two weeks ago."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        text = str(value).strip()
        try:
            if days := re.fullmatch(r"(\d{1,4})d", text):
                return today() - timedelta(days=int(days[1]))
            return date.fromisoformat(text)
        except (ValueError, OverflowError):
            self.fail(f"`{text}` is not a valid date; write 2026-06-12, or 14d for two weeks ago", param, ctx)


def today() -> date:
    """The day it is, in the time zone of the services."""
    return datetime.now(UTC).date()


def settings_of(project: Project) -> Settings:
    """The survey's settings. Failure, with what is wrong, if they have an error."""
    from conspectus import checks, settings

    loaded, mistakes = settings.load(project.source(project.settings_file))
    report = checks.reported(mistakes)
    if report.fails():
        console.show_report(report, project)
        raise console.Failure("nothing was fetched", "fix content/survey.yaml first")
    return loaded


def web(settings: Settings, tell: Callable[[str], None], *, refresh: bool) -> Web:
    """What services are asked with: a contact, and the answers of the last hours in the user's cache."""
    from conspectus.cache import default_folder
    from conspectus.fetching import Responses, Web

    contact = contact_of(settings)
    if not contact:
        hint = f"set {CONTACT} to your e-mail address, so that the services can reach you"
        click.echo(f"note: {hint}; some answer faster then", err=True)
    responses = Responses(default_folder() / "answers")
    responses.forget(every=refresh)
    return Web(contact, responses, tell=tell)


def contact_of(settings: Settings) -> str:
    """The address by which the person who asks can be reached, empty if there is none. Failure if it is not valid."""
    contact = os.environ.get(CONTACT, "").strip() or settings.repository or settings.base_url
    if not re.fullmatch(r"[!-'*-~]{0,200}", contact):
        raise console.Failure(f"{CONTACT} is not an e-mail or web address", "set it to one, such as ada@lamps.example")
    return contact


def ask(service: Service, answers: Iterable[Answer]) -> tuple[list[Record], FetchError | None]:
    """The records in a service's answers, read as they come, and why there are no more if something went wrong."""
    from conspectus.fetching import FetchError

    readings: list[Reading] = []
    failed = None
    try:
        for answer in answers:
            readings.append(_reading(service, answer))
    except FetchError as error:
        failed = error
    show_mistakes(readings)
    return [record for reading in readings for record in reading.records], failed


def _reading(service: Service, answer: Answer) -> Reading:
    """An answer, read in one of the service's formats. FetchError if it is in another, or cannot be read."""
    from conspectus import sources
    from conspectus.cache import Cache
    from conspectus.fetching import FetchError
    from conspectus.model.paper import Source

    digest = hashlib.sha256(answer.data).hexdigest()
    reading = sources.parse(Source(f"{digest[:8]}/{answer.name}", answer.data, digest), Cache(None))
    if reading.format not in service.FORMATS:
        name = service.HOST.name
        raise FetchError(f"an answer of {name} is not in the format expected of it", "run it again with --refresh")
    return reading


def show_mistakes(readings: Iterable[Reading]) -> None:
    """Show what could not be read in the answers, and what was left out."""
    from conspectus import checks
    from conspectus.diagnostics import text

    report = checks.reported([mistake for reading in readings for mistake in reading.mistakes])
    if report.diagnostics:
        click.echo(text.render(report, lambda name: None, color=console.colored(sys.stderr)), err=True)
    for reading in readings:
        for remark in reading.remarks:
            click.echo(console.printable(f"{Path(reading.path).name}: {remark}"), err=True)


def fail(errors: Sequence[FetchError]) -> None:
    """Failure if a service failed; if several did, with what each of them has to say."""
    failures = [console.Failure(str(error), error.hint) for error in errors]
    for failure in failures[:-1]:
        failure.show()
    if failures:
        raise failures[-1]


def line(work: Work, **others: str) -> bytes:
    """A work as a line of JSON, with nothing that is not known."""
    from conspectus.model.plain import plain

    keys = {key: value for key, value in {**plain(work), **others}.items() if value not in (None, "", [], {})}
    first = {key: keys.pop(key) for key in ("id",) if key in keys}
    return (json.dumps(first | keys, ensure_ascii=False) + "\n").encode("utf-8", "replace")


def appended(draft: Draft, path: str, lines: bytes) -> Draft:
    """The draft with more lines at the end of a file, which begins if there is none."""
    present = draft.text(path).encode()
    gap = b"\n" if present and not present.endswith(b"\n") else b""
    return draft.with_file(path, present + gap + lines) if lines else draft


def summary(web: Web) -> Iterator[str]:
    """How often services were asked, and what was answered from the cache."""
    from conspectus.text.counting import counted

    if web.responses.reused:
        reused = counted(web.responses.reused, "answer")
        yield f"{reused} of the last 12 hours used again; --refresh asks again"
