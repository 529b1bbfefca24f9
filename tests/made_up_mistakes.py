"""A survey with every mistake that content may have. Everything in it is made up."""

from __future__ import annotations

PATTERNS = ", ".join(
    [
        "'/lamp(?=s)/'",
        "'/lamp(?!s)/'",
        "'!'",
        "/a*/",
        r"'/(o)\1il/'",
        "'/(o)?(?(1)i|l)l/'",
        "'/(?>o)il/'",
        "'/o++il/'",
        "'/o{1001}il/'",
        "'/(?:[oi]{1,900}l){1,9}/'",
        "'/[ab]{999}[cd]{999}[ef]{999}/'",
    ]
)
"""Regular expressions that cannot be used, and two other odd phrases, as YAML."""

DEEP = "".join(f"{'  ' * (2 * n)}  - id: deep-{n}\n{'  ' * (2 * n)}    children:\n" for n in range(9))

GIF = b"\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;"
"""An image of one pixel, behind its size."""

FILES: dict[str, str | bytes] = {
    "survey.yaml": """\
title: Lamps
tagln: That mind themselves
language: 12 German
newest: lots
rankings: perhaps
repository: ftp://code.example/lamps
base_url: https://lamps.example/?page=1
columns:
  speed: {title: Speed, type: fast}
  height: {title: Height, type: figure}
  sorts: many
tables:
  wicks: [speed, colour]
  lenses: {a: b}
import_columns: {Work: titel}
queries:
  empty: {in: {topic: [light]}, until: 1799}
  nothing: {title: Nothing}
  strange: {in: {topics: [light], fuel: [coal]}, code: maybe, since: soon}
  list: {in: [topic]}
""",
    "citation-keys.yaml": "wick: lampe2023\nbell: Lampe2023\nglass: 'no key {at all}'\nmidday: noon\n",
    "locale/de.po": 'msgid "Export"\nmsgstr "Ausgeben\n',
    "locale/xx-nothing.po": "",
    "taxonomy/topic.yaml": """\
facet: topic
title: Topics
catgories: []
categories:
  - id: light
    title: Making light
    was: [../flame, flames]
    children:
      - id: burners
        titel: Burners
        match: {any: [wick, /gas(light/, """
    + PATTERNS
    + """], title: [nobody says this], every: [a]}
        papers: [wick, wikc, 2311.00001, twice]
        except: [wick]
      - id: burners
        match: {any: [burner, nobody says that]}
        except: [bell]
      - id: lamps
        children: [{id: light}]
  - id: fog horns
  - id: watch
    match: {any: [semaphore]}
    was: [light, fuel/coal]
  - {id: both, match: {any: wick}, id: other, papers: {a: b}, about: [text]}
  - {id: nothing, about: Nothing}
  - title: Nameless
  - match: kv cache
""",
    "taxonomy/fuel.yaml": "facet: fuel\ncategories:\n  - id: oil\n    match: {title: [wick]}\n    was: [coal]\n",
    "taxonomy/deep.yaml": f"facet: deep\ncategories:\n{DEEP}",
    "taxonomy/again.yaml": "facet: fuel\ncategories: {a: b}\n",
    "taxonomy/data.yaml": "facet: data\ncategories: [{id: papers, papers: [wick]}]\n",
    "taxonomy/patterns.yaml": "facet: patterns\ncategories:\n  - id: long\n    match: {any: ['/"
    + "lamp" * 60
    + "/', '/(?x)lamp/', '/"
    + "".join(map(chr, range(0x4E00, 0x4E64)))
    + "/']}\n",
    "papers/lamps.yaml": """\
- id: wick
  title: Trimming the Wick, a Burner's View
  date: 2023-15-04
  place: {fuel: [oil, oill, burners], flue: [oil]}
  added: last week
  summary: As in [@bell] and [@nobody].
- id: bell
  was: [former-bell, wick]
  title: What the Bell Wrote Down
  place: {topic: [bells, burners], strange: [oil]}
  arxiv: "2311.1"
  doi: doi.org/lamps
  kind: leaflet
  comments: many
  facts: {speed: [1, 2], hieght: 3 m}
  urls: [{code: github.com/lamps}, {url: 'https://lamps.example', kind: shop}, 3]
  authors: {first: Ada}
- id: Bell
  title: Quite Another Bell
- id: ../etc
  title: An Id with Dots
- id: wick
  title: A Second Wick
- arxiv: "2311.00001"
- {id: dark, arxiv: "2311.00002"}
- id: glass
  title: Lenses of Glass, and How They Are Ground by Hand
- id: glasses
  title: Lenses of Glass, and How They Are Ground by Hands
- a record
""",
    "papers/renamed.yaml": "- title: One Paper\n  organisation: Lamps\n  organization: Lamps\n",
    "papers/same.yaml": "- title: A Paper of No Other Name\n  same_as: lost-paper\n",
    "papers/circle.yaml": "- {id: dawn, title: Dawn, same_as: dusk}\n- {id: dusk, title: Dusk, same_as: dawn}\n",
    "papers/both.yaml": "- {id: noon, title: Noon, same_as: night, not: [night]}\n- {id: night, title: Night}\n",
    "papers/itself.yaml": "- {id: itself, title: Itself, same_as: itself}\n- {id: some, title: S, same_as: twice}\n",
    "papers/former.yaml": "- title: Another Paper\n  links: https://lamps.example\n",
    "papers/mapping.yaml": "title: No List\n",
    "papers/colon.yaml": "- title: A colon: too many\n",
    "papers/indented.yaml": "- title: Indented\n  place:\n    topic: [fog]\n   year: 2021\n",
    "papers/no-space.yaml": "- title:No Space\n  year: 2021\n",
    "papers/no-colon.yaml": "- title: No Colon\n  fog horns\n  year: 2021\n- fog horns\n  that answer\n  year: 2021\n",
    "papers/closed.yaml": "- title: A Bracket\n  keywords: [fog, horn]]\n",
    "papers/sign.yaml": "- title: @fog\n",
    "papers/quoted.yaml": '- title: "Fog" and Horns\n',
    "papers/item.yaml": "- title: An Item\n  keywords: fog\n  - horn\n",
    "papers/items.yaml": "- title: Items\nyear: 2021\n",
    "papers/alias.yaml": "- title: &a One\n- title: *a\n",
    "papers/tag.yaml": "- title: !!python/name:os One\n",
    "papers/two.yaml": "- title: One\n---\n- title: Two\n",
    "papers/control.yaml": b"- title: A \x07 bell\n",
    "papers/latin.yaml": b"- title: R\xfcgen\n",
    "papers/keys.yaml": "- {[a]: b}\n",
    "papers/nested.yaml": f"- title: {'[' * 120}{']' * 120}\n",
    "papers/entries.bib": """\
@article{lampe2023, title = {Trimming the Lamp}, year = 2023}
@article{lampe2024, title = {Trimming the Wick, year = 2024}

@article{lampe2025, title = {A Brace Too Many}}, year = 2025}
@article{lampe2026, year = 2026}
@article{lampe2027, title = {Wicks of No Year}, year = {in press}, doi = {S0140-6736}}
""",
    "papers/lines.jsonl": '{"title": "One", "title": "Two"}\nnot json\n[1]\n',
    "papers/page.txt": "Nothing that anybody knows.\n",
    "papers/items.json": '[{"title": "A Lamp", "DOI": }]',
    "papers/strange.json": '{"lamps": [1, 2]}',
    "papers/two.json": '[{"type": "book", "title": "Lamp", "author": [{"family": "W"}], "DOI": "10.1000/a"}]\nx\n',
    "papers/list.csv": 'name,colour\n"A lamp,red\n',
    "papers/ada.bib": "@article{smith, title = {Wax in Winter Hives}, author = {Smith, Ann}}\n",
    "papers/bo.bib": "@article{smith, title = {Loads of Bumblebee Queens}, author = {Bell, Zoe}}\n",
    "imported/ada.bib.ids.yaml": "smith: {id: smith}\n",
    "imported/bo.bib.ids.yaml": "smith: {id: smith}\n",
    "papers/ice.bib": "@article{twice, title = {Ice in Winter}}\n",
    "papers/snow.bib": "@article{twice, title = {Snow on the Lens}}\n",
    "imported/gone.bib.ids.yaml": "lamp: {id: lamp}\n",
    "imported/snow.bib": "@article{twice, title = {Snow on the Lens}}\n",
    "papers/drift.bib": "@article{drift, title = {Drifting Ice of the Harbor}, doi = {10.1000/drift}}\n"
    "@article{gull, title = {Gulls That Know the Hour}, doi = {10.1000/hour}}\n",
    "imported/drift.bib": "@article{drift, title = {Drifting Ice of the Harbor}, doi = {10.1000/drift}}\n",
    "imported/drift.bib.ids.yaml": "gull: {id: gull, doi: 10.1000/nest, title: Nests on Iron}\n",
    "imported/renamed.bib.ids.yaml": "twice: {id: ice}\n",
    "notes/nobody.md": "Lost.\n",
    "notes/bell.md": "On the bell.\n",
    "notes/former-bell.md": "More on the bell.\n",
    "notes/twice.md": "See [@twice].\n",
    "pages/About us.md": "See [@nobody].\n",
    "pages/latin.md": b"R\xfcgen\n",
    "pages/long.md": "A lamp.\n" * 4001,
    "papers/merged.yaml": "- title: One\n<<<<<<< HEAD\n  date: 2023\n=======\n  date: 2024\n>>>>>>> lamps\n",
    "papers/quote.yaml": '- title: "One\n- title: Two\n',
    "papers/late-quote.yaml": "- title: 'One\n- title: 'Two'\n",
    "papers/bracket.yaml": "- title: One\n  keywords: [wick\n- title: Two\n",
    "papers/tab.yaml": "- title: One\n\tdate: 2023\n",
    "papers/lacking.yaml": "- {title: A Lamp That Nobody Signed, doi: 10.1145/1111.2222}\n",
    "papers/lost.yaml": "- {title: A Lamp Out of Place, place: {topic: [making light]}}\n",
    "papers/facet.yaml": "facet: light\ncategories: []\n",
    "taxonomy/papers.yaml": "- title: One\n",
    "library.bib": "",
    "citation_keys.yaml": "",
    "lamps.yaml": "",
    "history.md": "",
    "survay.yml": "",
    "pages/later.txt": "",
    "notes/lamp.png": "",
    "images/lamp.tiff": "",
    "taxonomy/lamps.json": "",
    "taxonomy/lamps.xyz": "",
    "page/about.md": "",
    "strange-things/lamp.md": "",
    "pages/links.md": """\
[1](topics/burnres/) [2](topics/flames/) [3](pages/latin/#nothing) [4](#last) [5](latin.md) [6](nowhere/at/all)

# Links

## The first one
""",
    "pages/images.md": """\
![](images/lamp.svg) ![A bell](https://bells.example/bell.png) ![A bell](bells.png)
![A wick](wick.svg) ![A lens](images/lens.svg)
""",
    "images/lamp.svg": '<svg xmlns="http://www.w3.org/2000/svg">\n<path onclick="ring()"/>\n</svg>\n',
    "images/sub/wick.svg": '<?xml-stylesheet href="wick.xsl"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>\n',
    "images/script.svg": '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>\n',
    "images/link.svg": '<svg xmlns="http://www.w3.org/2000/svg"><a href="javascript:ring()"/></svg>\n',
    "images/moving.svg": '<svg xmlns="http://www.w3.org/2000/svg"><set attributeName="href"/></svg>\n',
    "images/entity.svg": '<!DOCTYPE svg [<!ENTITY a "b">]>\n<svg xmlns="http://www.w3.org/2000/svg"/>\n',
    "images/page.svg": "<html/>\n",
    "images/half.svg": "<svg>\n",
    "images/bell.png": b"no picture",
    "images/gif.png": b"GIF89a\x01\0\x01\0" + GIF,
    "images/large.png": b"\0" * 6_000_000,
    "images/wide.gif": b"GIF89a\xff\xff\xff\xff" + GIF,
    "images/bells.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>\n',
    "images/My lamp.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>\n',
}
"""The files below `content/`."""

TEMPLATES = {
    "pages/paper.html": "<p>\n{{ page.titel }}\n",
    "pages/home.html": "{% if %}",
    "pages/facet.html": '{% include "nothing.html" %}',
    "pages/search.html": '{{ "lamp.css"|asset }}',
    "pages/prose.html": "{{ 1 / 0 }}",
}
"""Templates of the survey's own."""
