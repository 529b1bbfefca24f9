"""`conspectus check --links`: whether the links of a survey lead anywhere."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click

from conspectus.commands.contacting import contact_of

if TYPE_CHECKING:
    from conspectus.diagnostics import Mistake, Span
    from conspectus.fetching.links import Outcome
    from conspectus.model.survey import Survey


def mistakes(survey: Survey, progress: Callable[[str], None], *, refresh: bool) -> list[Mistake] | None:
    """What is wrong with the survey's links to other sites, at each of their places; None without a network."""
    from conspectus import __version__
    from conspectus.cache import default_folder
    from conspectus.fetching import FetchError, Responses
    from conspectus.fetching.links import AGE, LinkChecker, outcomes

    places = external(survey)
    kept = Responses(default_folder() / "links", age=AGE)
    kept.forget(every=refresh)
    contact = contact_of(survey.settings)
    checker = LinkChecker(f"Conspectus/{__version__} (link check{f'; {contact}' if contact else ''})", kept)
    try:
        came = outcomes(places, checker, lambda done, total: progress(f"asking for links: {done:,} of {total:,}"))
    except FetchError as error:
        click.echo(f"warning: the links were not checked: {error}; {error.hint}", err=True)
        return None
    click.echo("\n".join(_summary(came, kept.reused)), err=True)
    return [mistake for url, spans in places.items() for span in spans for mistake in _mistake(url, came[url], span)]


def external(survey: Survey) -> Mapping[str, Sequence[Span]]:
    """The links to other sites, each with its places. Addresses made of arXiv ids and DOIs are not among them: they
    are permanent."""
    places: dict[str, dict[Span, None]] = defaultdict(dict)
    for url, span in _written(survey):
        if url and not _is_permanent(url):
            places[url][span] = None
    return {url: tuple(spans) for url, spans in places.items()}


def _written(survey: Survey) -> Iterator[tuple[str | None, Span]]:
    from conspectus.model.identifiers import http_url

    yield http_url(survey.settings.repository), survey.settings.span
    for link, span in survey.linked:
        yield http_url(link.target), span
    for record in (record for paper in survey.library.papers for record in paper.records):
        for given in record.work.urls:
            yield http_url(given.url), record.span


def _is_permanent(url: str) -> bool:
    from conspectus.model.identifiers import arxiv_id, doi

    return bool(arxiv_id(url) or (urlsplit(url).netloc in ("doi.org", "dx.doi.org") and doi(url)))


def _mistake(url: str, outcome: Outcome, span: Span) -> Iterator[Mistake]:
    from conspectus.diagnostics import Mistake
    from conspectus.fetching.links import State

    if outcome.state is State.DEAD:
        yield Mistake("dead-link", f"{url} is dead: {outcome.why}", span, "look for its present address, or delete it")
    elif outcome.state is State.MOVED:
        is_front = not urlsplit(outcome.target).path.strip("/") and urlsplit(url).path.strip("/")
        help = "it leads to a front page: the page may be gone" if is_front else "write the new address"
        yield Mistake("moved-link", f"{url} has moved to {outcome.target}", span, help)
    elif outcome.state is State.BLOCKED:
        yield Mistake("unchecked-link", f"{url} was not checked: {outcome.why}", span, "open it in a browser")
    elif outcome.state is State.FAILED:
        message = f"{url} could not be checked: {outcome.why}"
        yield Mistake("unchecked-link", message, span, "run `conspectus check --links` again later")


def _summary(came: Mapping[str, Outcome], reused: int) -> Iterator[str]:
    from conspectus.fetching.links import State
    from conspectus.text.counting import counted

    states = Counter(outcome.state for outcome in came.values())
    words = {State.WORKS: "working", State.MOVED: "moved", State.DEAD: "dead"}
    counts = [f"{states[state]:,} {word}" for state, word in words.items() if states[state]]
    if unchecked := states[State.BLOCKED] + states[State.FAILED]:
        counts.append(f"{unchecked:,} not checked")
    links = f"{counted(len(came), 'link')} to other sites"
    yield f"{links}: {', '.join(counts)}" if counts else links
    if reused:
        yield f"{counted(reused, 'answer')} of the last 7 days used again; --refresh asks again"
