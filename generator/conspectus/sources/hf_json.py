"""Hugging Face's daily papers and search results, as JSON from its API."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePosixPath

from conspectus.language import marked
from conspectus.model.paper import Authority, Reading, Record, Source
from conspectus.model.work import Link
from conspectus.sources import json_items, links
from conspectus.sources.arxiv_fields import id_of, named
from conspectus.sources.dates import date_of
from conspectus.sources.decoding import head
from conspectus.sources.entry_fields import EntryFields, work_of
from conspectus.sources.json_items import Item, object_in, objects_in, text_of

NAME = marked("Hugging Face papers")

SIGN = re.compile(r'"(?:submittedOnDailyAt|submittedOnDailyBy|discussionId|ai_summary|ai_keywords)"\s*:')


def sniff(source: Source) -> bool:
    """By a field that only Hugging Face has."""
    return json_items.looks_like_json(source) and bool(SIGN.search(head(source)))


def parse(source: Source) -> Reading:
    """A record for each paper; the day it was shown on is when it was added, not its date."""
    file = json_items.read(source, "papers", "dailyPapers", "data", "results")
    listed = PurePosixPath(source.path).stem
    records = tuple(record for item in file.items if (record := _record(item, listed)))
    left_out = len(file.items) - len(records)
    remarks = (f"{left_out} without a title or an arXiv id left out",) if left_out else ()
    return Reading(source.path, NAME, records, tuple(file.mistakes), remarks=(*file.remarks, *remarks))


def _record(item: Item, listed: str) -> Record | None:
    outer = item.value
    paper = object_in(outer.get("paper")) or outer
    id, title = id_of(text_of(paper.get("id"))), text_of(paper.get("title")) or text_of(outer.get("title"))
    if not id or not title:
        return None
    people = [text_of(one.get("name")) for one in objects_in(paper.get("authors")) if not one.get("hidden")]
    organization = object_in(paper.get("organization")) or object_in(outer.get("organization"))
    project, code = text_of(paper.get("projectPage")), text_of(paper.get("githubRepo"))
    fields = EntryFields(
        title=title,
        authors=named(people),
        dates=tuple(filter(None, [text_of(paper.get("publishedAt"))[:10] or text_of(outer.get("publishedAt"))[:10]])),
        abstract=text_of(paper.get("summary")) or text_of(outer.get("summary")),
        identifiers=(f"arXiv:{id}",),
        organization=text_of(organization.get("fullname")) or text_of(organization.get("name")),
        urls=tuple(Link(kind, url) for kind, url in (("code", code), ("project", project)) if url),
    )
    work = work_of(fields)
    found = links.distinct([*work.urls, *links.in_prose(fields.abstract)])
    comments = outer.get("numComments")
    work = replace(
        work,
        urls=found,
        code=True if any(link.kind == "code" for link in found) else None,
        comments=comments if isinstance(comments, int) else None,
        listed=(listed,),
        added=date_of(text_of(paper.get("submittedOnDailyAt"))[:10]),
    )
    return Record(work, item.span, Authority.LISTING)
