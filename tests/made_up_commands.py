"""What is typed to make commands say what they can say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

TOPIC, RECORDS = Path("content/taxonomy/topic.yaml"), Path("content/papers/records.yaml")

COMMANDS = (
    "check", "check --strict", "check --explain X999", "check --explain idle-rule", "check --format sideways",
    "build --no-search", "build --no-search", "build --base-url lamps",
    "build --to s3://lamps --out lamps", "serve --editor pen", "serve --port 99999",
    "explain sun-valve", "explain unplaced-tide", "explain nobody", "explain the", "explain wick",
    "diff", "diff nothing",
    "try 'any: [tide tables]' --in acetylene", "try 'any: [a]' --limit 1", "try 'any: [fog]' --in fog --facet fuel",
    "try 'any: [/(/]'", "try 'none: [fog]'", "try 'any: [nobody says this]'", "try 'any: [lens]' --facet fule",
    "try 'any: [lens]' --in nothing",
    "suggest", "suggest --large 1 --limit 0", "suggest --split-above 1", "suggest --facet fuel",
    "place unplaced-tide fog --dry-run", "place unplaced-tide fog", "place unplaced-tide fog",
    "place unplaced-tide watch --only", "place wick light --remove", "place wick fog --only --remove",
    "place nobody fog", "place wick nothing", "place wick burners fog", "place sun-valve acetylene --remove",
    "move fog light --dry-run", "move watch --before light --dry-run", "move fog", "move light lenses",
    "move fog --top --to fuel",
    "rename wick trim --dry-run", "rename wick sun-valve", "rename wick 'two words'", "rename wick wick",
    "rename lenses Lenses2 --dry-run",
    "rename wcik a", "rename wick a --paper --facet topic", "rename lenses oil --facet topic",
    "rename lenses light --facet topic",
    "fmt", "fmt --check", "fmt nothing.yaml", "fmt content/survey.yaml", "fmt content/notes/wick.md",
    "keys --dry-run", "keys", "keys",
    "schema", "schema --name", "schema --add-modeline",
    "translate FR", "translate de", "translate nothing-at-all",
    "new .", "new lamps", "new sea --facets data", "new sea --facets 'a b'",
    "new sea --language 'two words'", "new sea --from content/locale", "completion sh", "import",
)  # fmt: skip
"""Commands for the made-up survey, one after the other."""


def _replaced(path: Path, old: str, new: str) -> Callable[[], None]:
    def replace() -> None:
        text = path.read_text("utf-8")
        assert old in text, (path, old)
        path.write_text(text.replace(old, new), "utf-8")

    return replace


def _written(name: str, text: str) -> Callable[[], None]:
    def write() -> None:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, "utf-8")

    return write


def _appended(path: Path, text: str) -> Callable[[], None]:
    def append() -> None:
        with path.open("a", encoding="utf-8") as file:
            file.write(text)

    return append


def _many_changes() -> None:
    """Papers and categories that are added, removed, renamed, moved and emptied."""
    renamed = ("id: fog\n", "id: mist\n        was: [fog]\n")
    for old, new in (("id: burners", "id: torches"), renamed, ("any: [lens]", "any: [nothing at all]")):
        _replaced(TOPIC, old, new)()
    _replaced(TOPIC, "title: Making light", "title: Light")()
    _replaced(RECORDS, "[burners]", "[torches]")()
    _replaced(RECORDS, "- id: sun-valve", "- id: sunny-valve\n  was: [sun-valve]")()
    Path("content/papers/export.bib").unlink()
    _appended(RECORDS, "".join(f"- {{id: new-{n}, title: 'Lamp Number {n}, New'}}\n" for n in range(12)))()


def _doubtful_papers() -> None:
    """Papers that may be one, and a rule that a record overrules."""
    title = "How Lenses of Glass Are Ground and Polished by Hand"
    _appended(RECORDS, f"- {{id: glass, title: {title}}}\n- {{id: glasses, title: {title}s}}\n")()
    _appended(RECORDS, "- {id: stove, title: A Stove and a Burner in One}\n- {arxiv: '2402.99903'}\n")()
    _appended(RECORDS, "- {id: strange, title: Zzyzx, place: {topic: []}}\n")()


def _links_out() -> None:
    """Links that lead out of the survey's folder, as a checkout may bring."""
    for name in ("site", "content/.schemas", "content/locale"):
        Path(name).symlink_to(Path.cwd().parent, target_is_directory=True)
    ledger = Path("content/citation-keys.yaml")
    ledger.unlink(missing_ok=True)
    ledger.symlink_to(Path.cwd().parent / "keys-elsewhere.yaml")


def _two_oils() -> None:
    """A comparison table for a category that two facets have."""
    _appended(TOPIC, "  - {id: oil, title: Oil, match: {any: [lamp]}}\n")()
    _appended(Path("content/survey.yaml"), "columns: {saved: {title: Saved}}\ntables: {oil: [saved]}\n")()


def _full_categories(*waiting: str) -> Callable[[], None]:
    """Two categories of nine papers, by threes on one thing, and papers that are in none."""

    def write() -> None:
        things = {"lamp": ("oil burner", "gas mantle", "stepped lens"), "horn": ("steam whistle", "brass bell", "reed")}
        lines = [
            f"- {{id: {kind}-{n}, title: A {kind} {'ABCDEFGHI'[n]} and a {each[n % 3]}, place: {{topic: [{kind}]}}}}"
            for kind, each in things.items()
            for n in range(9)
        ]
        for path in Path("content/papers").iterdir():
            path.unlink()
        _written("content/papers/all.yaml", "\n".join((*lines, *waiting, "")))()
        topic = "facet: topic\ncategories:\n  - {id: lamp, title: Lamps}\n  - {id: horn, title: Horns}\n"
        _written("content/taxonomy/topic.yaml", topic)()

    return write


def _list_again() -> None:
    """A list of papers that was copied into the survey, and a newer one with another paper, and a pinned one moved."""
    entry = "- [{0}](https://arxiv.org/abs/2404.0000{1}) - Cy Snow, 2024\n"
    top, ice = f"# Lamps\n\n## Lenses\n{entry.format('Lenses of Snow', 1)}", entry.format("Lenses of Ice", 2)
    _written("content/papers/README.md", top + ice)()
    _written("README.md", f"{top}{entry.format('Prisms of Rain', 3)}\n## Oil\n{ice}")()
    _replaced(TOPIC, "id: lenses", "id: lenses\n        papers: ['2404.00002']")()


def _list_renamed() -> None:
    """A list that was copied into the survey, whose ids are lost, and a newer one with another heading."""
    entry = "- [Lenses of Ice](https://arxiv.org/abs/2404.00002) - Cy Snow, 2024\n"
    _written("content/papers/README.md", f"# Lamps\n\n## Lenses\n{entry}")()
    _written("README.md", f"# Lamps\n\n## Prisms\n{entry}")()
    _replaced(TOPIC, "id: lenses", "id: lenses\n        papers: ['2404.00002', snow2024lenses]")()


def _two_versions() -> None:
    """A taxonomy that git could not merge, and a file to import."""
    _appended(TOPIC, "<<<<<<< HEAD\n  - id: oil\n=======\n  - id: oils\n>>>>>>> theirs\n")()
    _written("new.bib", "@article{new, title = {A New Lamp}, year = 2024}\n")()


LENS = "@article{lens, title = {A Stepped Fresnel Lens of Glass}, doi = {10.99999/lens.2022}}\n"

EDITS: Sequence[tuple[Callable[[], None], Sequence[str]]] = (
    (_many_changes, ["move mist --top", "diff", "diff --format markdown"]),
    (
        _doubtful_papers,
        [
            "check",
            "explain glass",
            "explain bell-log",
            "explain stove",
            "try 'any: [zzyzx]' --in fog",
            "import content/papers/records.yaml --dry-run",
        ],
    ),
    (
        _full_categories("- {id: flame, title: A flame from an oil burner}", "- {id: whale, title: Whales}"),
        ["suggest --split-above 5"],
    ),
    (_full_categories(), ["suggest"]),
    (
        _written("content/papers/near.bib", "@misc{tide, title = {Tide Tables for the Impatients}}\n"),
        ["check", "explain unplaced-tide"],
    ),
    (_written("near.bib", "@misc{tide, title = {Tide Tables for the Impatients}}\n"), ["import near.bib"]),
    (_list_again, ["import README.md"]),
    (_list_renamed, ["import README.md --dry-run", "check"]),
    (_written("content/papers/lens.bib", LENS), ["explain 10.99999/lens.2022"]),
    (_written("lens.bib", LENS), ["import lens.bib", "explain 10.99999/lens.2022"]),
    (_written("other.yaml", "a: b\n"), ["fmt other.yaml", "import content/papers", "explain fog-horns-that-listen"]),
    (_written("ids.yaml", "- {id: gaslight, arxiv: '2406.99904'}\n- {doi: 10.99999/none}\n"), ["import ids.yaml"]),
    (
        _written("content/taxonomy/fuel.yaml", "facet: fuel\ncategories:\n  - id: oil\n  - id: lenses\n"),
        ["move lenses --top --to fuel --facet topic"],
    ),
    (
        _written("content/papers/machine.jsonl", '{"id": "machine", "title": "M", "place": {"topic": ["fog"]}}\n'),
        ["place machine watch", "rename fog mist", "try 'any: [lens]' --facet zzzz"],
    ),
    (_appended(TOPIC, "  - id: odd\n    title: Odd\n    children: nothing\n"), ["move lenses odd"]),
    (_replaced(TOPIC, "was: [burning]", "was: [burning]\n    except: [wick]"), ["check"]),
    (_written("bad.yaml", "- title: A colon: too many\n"), ["import bad.yaml"]),
    (_appended(RECORDS, "- {id: wick-too, title: A Wick, arxiv: '2305.99901'}\n"), ["check"]),
    (_appended(RECORDS, "- {id: sun-valve, title: A Valve, not: [sun-valve]}\n"), ["check"]),
    (_written("empty.bib", "@comment{no entry}\n"), ["import empty.bib"]),
    (_written("untitled.bib", "@misc{x, year = 2020}\n"), ["import untitled.bib"]),
    (_appended(TOPIC, "  - {id: sign, match: {any: [∞]}}\n"), ["check"]),
    (_replaced(RECORDS, "[burners]", "[brners]"), ["build --no-search", "keys", "schema", "diff", "place wick fog"]),
    (_links_out, ["build", "check --untrusted", "schema", "keys", "translate fr"]),
    (_written("content/survey.yaml", "title: Lamps\ntables: many\nqueries: [a]\nlanguage: tlh\n"), ["check"]),
    (_written("content/survey.yaml", "title: Lamps\nlanguage: tlh\n"), ["check"]),
    (_written("content/survey.yaml", ""), ["check"]),
    (_written("content/survey.yaml", "title: null\n"), ["check"]),
    (_written("content/taxonomy/fuel.yaml", "# to do\n"), ["check"]),
    (_written("content/citation-keys.yaml", "- wick\n"), ["check"]),
    (_written("content/papers/large.yaml", "#" * (33 * 1024 * 1024)), ["check"]),
    (_replaced(TOPIC, "papers: [bell-log]", "papers: [bell-log, wick]\n    except: [tide]"), ["check"]),
    (_replaced(TOPIC, "none: [stove]", "none: [stove]\n        except: [wick]"), ["check"]),
    (
        _appended(TOPIC, "  - {id: oil, title: Oil, was: [fuel/oil], match: {any: ['!', lamp]}}\n"),
        [
            "check",
            "place wick oil",
            "move oil --top --facet topic",
            "move lenses oil --to topic",
            "suggest --facet fuel",
        ],
    ),
    (_two_oils, ["rename oil petrol --facet fuel"]),
    (
        _appended(Path("content/survey.yaml"), "columns: {saved: {title: Saved}}\ntables: {oil: [saved]}\n"),
        ["rename oil petrol --facet fuel"],
    ),
    (_appended(Path("content/survey.yaml"), "  both: {in: {topic: [light, watch]}}\n"), ["move watch --top --to fuel"]),
    (_written("content/notes/wick.md", "A note.\n"), ["rename sun-valve wick-2", "rename wick sun"]),
    (_written("content/notes/trim.md", "A note.\n"), ["rename sun-valve wick-trimming", "rename sun-valve trim"]),
    (
        _written("content/papers/curated.yaml", "{}\n"),
        ["place unplaced-tide fog --only", "place 2406.99904 fog --only"],
    ),
    (
        _written("new.yaml", "- id: sun\n  title: A Sun Valve, Again\n  doi: 10.99999/sun.valve\n- id: x\n"),
        ["import new.yaml"],
    ),
    (
        _written("new.bib", "@article{new, title = {A New Lamp}, year = 2024}\n"),
        ["import new.bib new.bib", "import new.bib"],
    ),
    (
        _written("new.bib", "@article{lit, title = {A New Lamp, Lit}, year = 2024, doi = {10.1000/lit}}\n"),
        [
            "import new.bib --update --dry-run",
            "import new.bib --added soon",
            "import new.bib --prune --no-update",
        ],
    ),
    (
        _written("list.md", "# Lamps\n\n## Of oil\n\n- [A Lamp of Oil](https://arxiv.org/abs/2401.00001)\n"),
        ["import list.md --taxonomy", "import list.md --taxonomy --facet kind --dry-run"],
    ),
    (_written("bad.bib", "@article{new, title = {A New Lamp"), ["import bad.bib"]),
    (_two_versions, ["import new.bib"]),
    (
        _written("metadata.jsonl", '{"id": "2401.00003", "title": "A Lamp", "categories": "cs.CL", "versions": []}\n'),
        ["import metadata.jsonl --category math", "import metadata.jsonl --match '/(/'", "new a --from metadata.jsonl"],
    ),
    (
        _written("empty.md", "# Nothing\n"),
        [
            "import empty.md",
            "import 2401.00002 nothing.bibb",
            "import https://lamps.example/refs.bib",
            "import 2401.00002",
            "check",
        ],
    ),
    (_written("ids.txt", "2401.00004\narXiv:2401.00004v2\n"), ["import ids.txt --dry-run"]),
    (
        _written("papers.csv", "Title,Author,Year,Price\nA Lamp of Salt,Bo Docht,2024,12\nTotal,,,12\n"),
        ["import papers.csv --dry-run"],
    ),
    (_written("content/citation-keys.yaml", "{wick: lampe2023}\n"), ["keys"]),
    (_appended(TOPIC, "facet: again\n"), ["place wick fog", "fmt"]),
    (_appended(TOPIC, "also: [\n"), ["explain wick", "rename wick candle"]),
    (_appended(RECORDS, "- id: fog\n  title: A Paper Called as a Category\n"), ["rename fog mist"]),
)
"""Edits of the made-up survey, and commands for each."""
