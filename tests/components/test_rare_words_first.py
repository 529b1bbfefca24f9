"""Queries with frequent words: the rare ones come first, and texts say what has the others."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from conspectus.components import word_index, word_rows
from search_by_node import built, replies, spread

pytestmark = pytest.mark.skipif(not shutil.which("node"), reason="there is no Node")

NONE, ALL = 0, 10**9
"""Of how many letters of postings none are loaded but those of rare words, and of how many all."""

WORDS = """
lamp lamps oil wick lens of and the flash-attention FlashAttention KV cache keyframe key frame dataset data set
modelling modeling Łukasz Müller 灯台の光 등대 W4A8 80GB 3.7 C++ O(n^2) multi-lamp whale's harbours harbor T cells
$d_{model}$ $x_i$ in vitro in-vivo
""".split()
IDS = ("phi-3", "glow", "glow-3-5", "ring-1t", "lens2-vl", "of-oil-12", "9-lamps", "x-1", "of-2b")


def records(chance: random.Random) -> list[dict[str, Any]]:
    """Papers of few words, all of which are in many of them, in every field."""

    def some(many: int) -> str:
        return " ".join(chance.choices(WORDS, k=many))

    ids = [*IDS, *(f"number-{number}-of-many" for number in range(40))]
    return [
        {
            "id": id,
            "title": some(4) + f" {at}th",
            "authors": [f"{chance.choice('ABC')}. {chance.choice(['Oil', 'Harbor', 'Müller'])}" for _ in range(2)],
            "organization": chance.choice(["Lens Works", None]),
            "summary": some(6),
            "abstract": some(12),
            "keywords": [some(2)],
            "venue": some(1),
            "facts": {"speedup": chance.choice(["2x", "80GB"])},
        }
        for at, id in enumerate(ids)
    ]


def site_of(root: Path, chance: random.Random) -> Path:
    topics = root / "content" / "taxonomy" / "topic.yaml"
    topics.parent.mkdir(parents=True)
    topics.write_text(
        "categories:\n  - id: tall\n    title: Multi-Lamp Modelling\n    also: [FA, 灯台]\n    match: {any: [wick]}\n"
        "    children:\n      - id: taller\n        title: Towers\n        match: {any: [whale]}\n",
        "utf-8",
    )
    return built(root, records(chance), "title: Lamps\ncolumns:\n  speedup: {title: Speed-up, type: text}\n")


def queries(chance: random.Random) -> list[str]:
    words = [*WORDS, *"tower 灯 multilamp lam Oil glow3.5 phi3 ring1t 1t lamo speedup FA T-cells in-vitro lmap".split()]
    some = [" ".join(chance.sample(words, chance.randint(2, 6))) for _ in range(150)]
    some += [f'"{first} {second}" {third}' for first, second, third in (chance.sample(words, 3) for _ in range(25))]
    some += [f"{one} {other} -{third}" for one, other, third in (chance.sample(words, 3) for _ in range(25))]
    return [*some, "title:lamp oil wick", "A. Oil lamp wick", "oil harbor lens works", "lamp wick year:2020 oil"]


def test_what_texts_say_is_what_postings_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of every kind of word in every field, and of names of categories."""
    spread(monkeypatch)
    chance = random.Random(4)  # noqa: S311 - made-up texts need no secrets
    known, seed = queries(chance), chance.random()
    found = {}
    for loaded in (NONE, ALL):
        monkeypatch.setattr(word_index, "LOADED", loaded)
        found[loaded] = replies(site_of(tmp_path / str(loaded), random.Random(seed)), *known)  # noqa: S311

    def said(replies: Sequence[dict[str, Any]]) -> dict[str, tuple[list[str], object]]:
        return {query: (sorted(reply["results"]), reply["areAll"]) for query, reply in zip(known, replies, strict=True)}

    assert said(found[NONE]) == said(found[ALL])
    assert sum(bool(results) for results, _ in said(found[NONE]).values()) > 100


def test_frequent_words_of_a_title_are_not_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spread(monkeypatch)
    monkeypatch.setattr(word_index, "LOADED", NONE)
    titles = ["A Lamp of Oil and a Wick", "A Lamp of Oil and a Lens", "Oil, and no Lamp", *["A Lamp of Oil"] * 30]
    site = built(tmp_path, [{"id": f"p-{at}", "title": title} for at, title in enumerate(titles)])

    def loaded(query: str) -> set[str]:
        (reply,) = replies(site, query)
        return {file for file in reply["loaded"] if "postings" in file}

    assert len(loaded("lamp")) == len(loaded("oil")) == len(loaded("wick")) == 1
    assert loaded("lamp of oil and a wick") == loaded("wick")
    assert loaded("lamp oil") == loaded("lamp") | loaded("oil")


def test_what_long_queries_need_is_asked_for_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the page, where words are in several files; and what is shown first as soon as it is known."""
    lamps = [{"id": "lamp", "title": "A Lamp of Oil"}]
    needed = {"postings", "rare-first", "text-index"}

    def preloaded(site: Path) -> set[str]:
        page = (site / "search" / "index.html").read_text("utf-8")
        return {*re.findall(r'"modulepreload" href="[^"]*/([\w-]+)\.\w+\.js"', page)}

    assert not needed & preloaded(built(tmp_path / "small", lamps))
    spread(monkeypatch)
    site = built(tmp_path / "large", lamps)
    assert needed <= preloaded(site)
    assert "data/results/0.json" in replies(site, "lamp oil")[0]["loaded"]


def test_ids_that_are_names_are_the_same_in_the_scripts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_index, "LOADED", NONE)
    spread(monkeypatch)
    site = built(tmp_path, [{"id": id, "title": f"A lamp {at}th"} for at, id in enumerate(IDS)])
    known = {id: id.replace("-", " ") for id in IDS}
    replied = replies(site, *(f"lamp {words}" for words in known.values()))
    assert {id for id, reply in zip(known, replied, strict=True) if id in reply["results"]} == {
        id for id in known if word_rows._is_name(id)
    }


def test_where_texts_cannot_be_had_postings_say_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_index, "LOADED", NONE)
    spread(monkeypatch)
    site = built(tmp_path, [{"id": f"p-{at}", "title": f"Lamp of oil {at}th"} for at in range(3)])
    shutil.rmtree(site / "data" / "results")
    assert [{*reply["results"]} for reply in replies(site, "lamp oil", "lamp 1th")] == [{"p-0", "p-1", "p-2"}, {"p-1"}]
