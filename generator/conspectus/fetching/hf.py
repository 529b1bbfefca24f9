"""Hugging Face's daily papers: the papers of one day, of a range of days, or of all days since one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from conspectus.fetching.service import Answer, Wanted, json_list, written
from conspectus.fetching.web import FetchError, Host, Web

HOST = Host("Hugging Face", "https://huggingface.co", 0.5, others=("hf.co",))
FORMATS = ("Hugging Face papers",)

DAILY = "daily"
"""The word for the days since `since`, or today."""

PAGE = 100
MOST_DAYS = 366


def search(web: Web, wanted: Wanted) -> Iterator[Answer]:
    """The days in order, each a listing of its own."""
    for day in days_of(wanted):
        page = 0
        while papers := web.get(HOST, "/api/daily_papers", {"date": str(day), "limit": PAGE, "p": page}, json_list):
            yield Answer(f"hf-daily-{day}.json", written(papers))
            page += 1
            if len(papers) < PAGE:
                break


def lookup(web: Web, ids: Sequence[str]) -> Iterator[Answer]:
    """Nothing: the papers of a day are found by the day."""
    return iter(())


def days_of(wanted: Wanted) -> list[date]:
    """The days of a query such as `2026-06-12`, `2026-06-01..2026-06-12` or `daily`. FetchError for anything else."""
    days: list[date] = []
    for word in wanted.words:
        first, dots, last = word.partition("..")
        try:
            start = (wanted.since or wanted.today) if word == DAILY else date.fromisoformat(first)
            end = wanted.today if word == DAILY else date.fromisoformat(last) if dots else start
        except ValueError:
            hint = f"write 2026-06-12, 2026-06-01..2026-06-12, or {DAILY} with --since"
            raise FetchError(f"`{word}` is not a day of Hugging Face's daily papers", hint) from None
        days += [start + timedelta(days=n) for n in range((end - start).days + 1)]
        if len(days) > MOST_DAYS:
            raise FetchError(f"{len(days):,} days are too many", f"ask for at most {MOST_DAYS} at once")
    return [day for day in dict.fromkeys(days) if not wanted.since or day >= wanted.since]
