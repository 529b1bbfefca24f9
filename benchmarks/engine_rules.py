"""What is asked of search engines to see which of our rules they follow, on a few made-up papers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Probe(NamedTuple):
    """A rule, a query, the papers that have to be hits, and those that must not be; or, with `ordered`, the order."""

    rule: str
    query: str
    hits: Sequence[str]
    others: Sequence[str] = ()
    ordered: bool = False


PAPERS: Sequence[Mapping[str, object]] = [
    {"id": "kelp", "title": "Amber orchards of kelp", "abstract": "A survey of timber jetty models by the sea."},
    {"id": "ferry", "title": "Glacier ferry routes", "abstract": "Each jetty is of timber; an orchard stands near."},
    {"id": "quarry", "title": "Quantization in a quarry", "abstract": "Weights are gray, and lantern light is dim."},
    {
        "id": "lantern",
        "title": "A lantern for the cellar",
        "abstract": "We measure how gpt-3 willow burns.",
    },
    {"id": "canopy", "title": "Canopy drift", "abstract": "Where gpt-3.5 willow goes, with long-context windows."},
    {
        "id": "beacon",
        "title": "Beacon and anchor",
        "authors": ["Anna Müller"],
        "abstract": "A grey island.",
    },
    {"id": "chinese", "title": "大模型压缩方法综述", "abstract": "本文介绍量化与剪枝。"},
]

PROBES = (
    Probe("every word of the query, or no hit", "amber glacier", (), ("kelp", "ferry")),
    Probe("no hit for a word that stands nowhere", "asdfgh", (), tuple(str(paper["id"]) for paper in PAPERS)),
    Probe("other forms of a word", "orchards", ("kelp", "ferry")),
    Probe("beginnings of words", "quantiz", ("quarry",)),
    Probe("a letter left out", "quantzation", ("quarry",)),
    Probe("two letters swapped", "qauntization", ("quarry",)),
    Probe("phrases in quotes", '"timber jetty"', ("kelp",), ("ferry",)),
    Probe("numbers whole", "gpt-3", ("lantern",), ("canopy",)),
    Probe("titles weigh more", "lantern", ("lantern", "quarry"), ordered=True),
    Probe("letters without their marks", "muller", ("beacon",)),
    Probe("letters that are written as two", "mueller", ("beacon",)),
    Probe("Chinese without spaces", "压缩", ("chinese",), ("kelp",)),
    Probe("compounds in one word", "longcontext", ("canopy",)),
    Probe("British and American spelling", "grey", ("quarry", "beacon")),
)


def follows(probe: Probe, hits: Sequence[str]) -> bool:
    if probe.ordered:
        return [*hits] == [*probe.hits]
    return {*probe.hits} <= {*hits} and not {*probe.others} & {*hits}
