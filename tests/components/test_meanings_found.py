"""Words of a query that mean more than they say: years, operators of library catalogs, titles in what is pasted."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from conspectus.components import results
from search_by_node import answers, built

pytestmark = pytest.mark.skipif(not shutil.which("node"), reason="there is no Node")

PAPERS = {
    "oil": ("Oil Lamps of the Northern Coast", "2019", ["Ada Perch", "Theo Bollard"]),
    "gas": ("Gas Lamps in Fog", "2021", ["Ada Perch"]),
    "bell": ("Bells in Fog since 2019", "2023", ["Theo Bollard"]),
    "horn": ("Horns and Mist", "2024", ["Xavi Fender"]),
    "short": ("Fog", "2018", ["Xavi Fender"]),
    "reply": ("Comment on Keel et al. (1999)", "2000", ["Lew Ostler"]),
    "signs": ("Code: The Hidden Flags of Masts -and Sails", "2017", ["Wanda Hatch"]),
}
FOUND: list[tuple[set[str], tuple[str, ...]]] = [
    (
        {"oil"},
        ("Perch et al., 2019;", "(Perch et al. 2019).", "Perch et al.; Bollard 2019"),
    ),
    ({"oil"}, ("Perch 2019", "Perch & Bollard (2019)", "perch, 2019a", "lamps 2019", "lamps -2021")),
    ({"oil", "bell"}, ("Bollard 2019", "2019", "bollard -year:2024")),
    ({"gas"}, ("Perch 2021", "lamps fog 2021", "lamp 2021")),
    (set(), ("Perch 2024", "2022", "author:2019", '"lamps 2019"')),
    ({"bell", "short"}, ("fog NOT lamps", "fog NOT gas")),
    ({"gas", "bell", "horn", "short"}, ("fog OR mist", "fogs OR mist", '"fog" OR "mist"')),
    ({"oil", "gas", "bell"}, ("lamps OR bells", "(lamps OR bells)", "title:lamps OR title:bells")),
    ({"gas", "bell"}, ("(lamps OR bells) AND fog", "fog bells OR lamps")),
    ({"oil", "gas", "bell", "short"}, ("title:fog OR author:bollard", "author:bollard OR title:fogs")),
    ({"oil", "gas"}, ("title:coast OR gas NOT author:fender", "author:perch OR author:nobody")),
    ({"gas", "bell", "short"}, ("fog -author:per", "fog -author:fend -author:bol")),
    ({"bell", "short"}, ("fog -author:perch", 'fog -author:"Ada Perch"', "fog NOT author:perch")),
    ({"oil", "gas"}, ("lamps year:2021-2019", "lamps year:2019-2021")),
    ({"gas"}, ("year:2021-03", "lamps year:2021-03-14")),
    ({"gas"}, ("lamps AND fog", "GAS LAMPS AND FOG")),
    ({"oil", "gas"}, ("lamps 2019 OR 2021", "2019 OR 2021 lamps")),
    ({"gas", "bell", "horn", "short"}, ("FOG OR MIST", '"FOG" OR "MIST"')),
    ({"bell", "horn"}, ("year:2023 OR year:2024", "year:2023 year:2024", "year:2023-2024 OR year:2019 -author:perch")),
    ({"bell"}, ("fog year:2023 OR year:2024", "year:2024 OR year:2023 fog", "year:2023 OR bells")),
    ({"oil", "gas"}, ('author:"Perch, Ada"', "author:Ada author:Perch")),
    ({"gas"}, ("year:2021 g", "year:2021 ga")),
    ({"reply"}, ("Comment on Keel et al. (1999)", "comment on keel et al. (19")),
    ({"gas", "bell"}, ("fog lamps OR since", "fog lamps OR using OR since")),
    ({"signs"}, ("Code: The Hidden Flags of Masts -and Sails", "code: the hidden flags")),
    (set(), ("code: flags", "flags -sails")),
    ({"oil"}, ("Perch, A. & Bollard, T. (2019). Oil lamps of the northern coast. J. Harbors, 4(2), 1–9.",)),
    ({"oil"}, ("Oil Lamps of the Northern Coast.pdf", "Oil Lamps of the Northern Coast | OpenHarbor")),
    ({"gas"}, ("@article{x, title={Gas Lamps in Fog}, author={Perch, Ada}, journal={Harbors}}",)),
    (set(), ("Perch, A. Oil of the northern coast. J. Harbors.", "fog of a kind")),
]
KNOWN = {query: ids for ids, queries in FOUND for query in queries}


def test_words_mean_what_their_writers_mean(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(results, "MOST_BY_PAGEFIND", 0)
    records = [
        {"id": id, "title": title, "date": year, "authors": names} for id, (title, year, names) in PAPERS.items()
    ]
    site = built(tmp_path, records)
    found = [set(shown) for shown, _ in answers(site, *KNOWN)]
    assert dict(zip(KNOWN, found, strict=True)) == KNOWN


def test_a_title_in_what_is_pasted_is_a_hit_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(results, "MOST_BY_PAGEFIND", 0)
    site = built(tmp_path, [{"id": id, "title": title} for id, (title, _, _) in PAPERS.items()])
    ((shown, partial),) = answers(site, "Perch, A. Gas lamps in fog. J. Harbors.")
    assert (shown, set(partial)) == (["gas"], {"oil", "bell", "short"})


def test_operators_in_a_title_are_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(results, "MOST_BY_PAGEFIND", 0)
    titles = {"title": "Lamps Do NOT Glow in AND/OR Graphs", "other": "Lamps Do Dim"}
    site = built(tmp_path, [{"id": id, "title": title} for id, title in titles.items()])
    queries = ("Lamps Do NOT Glow in AND/OR Graphs", "Lamps do NOT glow", "lamps NOT glow")
    assert [shown for shown, _ in answers(site, *queries)] == [["title"], ["title"], ["other"]]
