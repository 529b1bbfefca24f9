"""Saved queries: read from `queries:` in survey.yaml, in the words of the taxonomy, and answered; and single rules."""

from __future__ import annotations

from conspectus import located
from conspectus.diagnostics import Mistake
from conspectus.located import Mapping, Node, Scalar
from conspectus.matching.corpus import Hits
from conspectus.matching.rules import evaluate
from conspectus.model.identifiers import readable
from conspectus.model.paper import Library, Paper, Source
from conspectus.model.query import ASKING, QUERY, YEARS, Queries, Query, Within
from conspectus.model.settings import SURVEY
from conspectus.model.survey import Placing
from conspectus.model.taxonomy import CategoryId, Match
from conspectus.model.work import Reference
from conspectus.taxonomy.citing import Lines
from conspectus.taxonomy.loading import Reader

KEY = "queries"


def load_rule(source: Source) -> tuple[Match | None, tuple[Mistake, ...]]:
    """Read a rule outside of a category, with or without `match:` before it; None if there is none."""
    root, in_yaml = located.read(source.data, source.path)
    reader = Reader(list(in_yaml), Lines(source))
    if isinstance(root, located.Mapping) and [key.text for key, _ in root.entries] == ["match"]:
        root = root.entries[0][1]
    match = reader.match(root) if root is not None else None
    return match, tuple(reader.mistakes)


def load_queries(source: Source) -> tuple[tuple[Query, ...], tuple[Mistake, ...]]:
    """The queries that survey.yaml saves, and what is wrong with them; the rest of the file is not looked at."""
    root, _ = located.read(source.data, source.path)
    node = located.entries(root, KEY, SURVEY.spellings, []).get(KEY) if root else None
    if node is None or located.is_blank(node):
        return (), ()
    if not isinstance(node, Mapping):
        help = "write it as in the manual: reference, keys"
        return (), (Mistake("bad-value", f"`{KEY}` must be a mapping of ids to queries", node.span, help),)
    reader = Reader([], Lines(source))
    queries = tuple(query for id, value in node.entries if (query := _query(reader, id, value)))
    reader.former_ids()
    return queries, tuple(reader.mistakes)


def _query(reader: Reader, id: Scalar, node: Node) -> Query | None:
    """One query; None without a usable id, though all of it is looked at for its mistakes."""
    mistakes = reader.mistakes
    values = located.entries(node, f"the query `{id.text}`", QUERY.spellings, mistakes)
    is_new = reader.is_id(id.text, id.span) and reader.is_new(Reference(id.text, id.span), ())
    was = tuple(ref for ref in reader.references(values.get("was")) if reader.is_id(ref.id, ref.span))
    query = Query(
        id=id.text,
        title=located.line(values.get("title"), mistakes) or readable(id.text),
        span=id.span,
        about=located.text(values.get("about"), mistakes),
        cited=reader.lines.citations(values.get("about")),
        linked=reader.lines.links(values.get("about")),
        match=reader.match(values["match"]) if "match" in values else None,
        within=_within(reader, values.get("in")),
        code=located.flag(values.get("code"), mistakes),
        since=_year(values.get("since"), mistakes),
        until=_year(values.get("until"), mistakes),
        was=tuple(ref.id for ref in was),
    )
    if isinstance(node, Mapping) and not any(key in values for key in ASKING):
        help = f"add one of {', '.join(ASKING)}"
        mistakes.append(Mistake("bad-value", f"the query `{id.text}` has no conditions", id.span, help))
    if not is_new:
        return None
    reader.was += ((ref, Reference(id.text, id.span)) for ref in was)
    return query


def _within(reader: Reader, node: Node | None) -> tuple[Within, ...]:
    """`in: {topic: [kv-cache]}`, as under `place`."""
    if node is None or located.is_blank(node):
        return ()
    if isinstance(node, Mapping):
        return tuple(Within(Reference(key.text, key.span), reader.references(value)) for key, value in node.entries)
    reader.wrong(
        "bad-value", "`in` must be a mapping of facets to categories", node, "write `in: {topic: [my-category]}`"
    )
    return ()


def _year(node: Node | None, mistakes: list[Mistake]) -> int | None:
    if node is None or located.is_blank(node):
        return None
    if isinstance(node, Scalar) and type(node.value) is int and node.value in YEARS:
        return node.value
    mistakes.append(Mistake("bad-value", "expected a year", node.span, "write four digits: 2024"))
    return None


def answer(saved: tuple[Query, ...], library: Library, placing: Placing, hits: Hits) -> Queries:
    """Find the papers that each query asks for; `hits` has those of its phrases."""
    return Queries(saved, {query.id: _found(query, library, placing, hits) for query in saved})


def _found(query: Query, library: Library, placing: Placing, hits: Hits) -> frozenset[str]:
    matching = evaluate(query.match, hits) if query.match else library.ids
    candidates = (paper for paper in library.papers if paper.id in matching)
    papers = {paper.id for paper in candidates if _is_asked_for(paper, query)}
    for facet, categories in query.within:
        papers &= set().union(*(placing.inside.get(CategoryId(facet.id, category.id), ()) for category in categories))
    return frozenset(papers)


def _is_asked_for(paper: Paper, query: Query) -> bool:
    """Whether code and year are what the query asks for; a paper of no known year is of none that is."""
    work = paper.work
    years = query.since is not None or query.until is not None
    in_time = work.year is not None and (query.since or 0) <= work.year <= (query.until or YEARS.stop)
    return (query.code is None or work.has_code == query.code) and (not years or in_time)
