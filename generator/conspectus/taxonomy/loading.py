"""From YAML to facets and categories, each mistake at its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import NamedTuple

from conspectus import located
from conspectus.derived import Recomputed, carried_over
from conspectus.diagnostics import CheckName, Mistake, Span
from conspectus.located import Node, Scalar, Sequence
from conspectus.matching.patterns import BrokenPattern, compiled
from conspectus.matching.phrases import rows
from conspectus.model.identifiers import is_safe_id, slug
from conspectus.model.paper import Source
from conspectus.model.taxonomy import CATEGORY, FACET, MATCH, Category, Facet, Match, Phrase, Taxonomy
from conspectus.model.work import Reference
from conspectus.taxonomy.citing import Lines

DEEPEST = 8
"""How many levels of categories a facet may have."""


class Loaded(NamedTuple):
    """What a file comes to: its facet, if it has one, and what is wrong with it.

    `abroad`: which ids of other facets became which of its categories. `root`: what its YAML is, if nothing is wrong
    with that, so that the file need not be read whole after an edit.
    """

    facet: Facet | None
    mistakes: tuple[Mistake, ...]
    abroad: tuple[tuple[Reference, str], ...]
    root: Node | None

    @property
    def items(self) -> tuple[Node, ...]:
        """The items of the list that the file ends in."""
        last = self.root.entries[-1][1] if isinstance(self.root, located.Mapping) and self.root.entries else None
        return last.items if isinstance(last, Sequence) else ()


NOTHING: Mapping[Source, Loaded] = MappingProxyType({})


def load(files: Iterable[Source]) -> Taxonomy:
    """Read `content/taxonomy/*.yaml`; the main facet comes first, the others by name."""
    return combine(read(sorted(files, key=lambda source: source.path)).values())


def read(files: Iterable[Source], previous: Mapping[Source, Loaded] = NOTHING) -> Mapping[Source, Loaded]:
    """What each file comes to; one that was edited since the `previous` build, by way of what it came to then."""
    earlier = {source.path: source for source in previous}

    def loaded(source: Source) -> Loaded:
        before = earlier.get(source.path, source)
        root = previous[before].root if before in previous else None
        root, mistakes = located.read_again(source.data, source.path, before.data, root)
        reader = Reader(list(mistakes), Lines(source))
        facet = reader.facet(root, source.path)
        abroad = tuple((ref, f"{facet.id}/{id}") for ref, id in reader.abroad) if facet else ()
        return Loaded(facet, tuple(reader.mistakes), abroad, None if mistakes else root)

    return carried_over(files, loaded, previous)


def recomputed(previous: Mapping[Source, Loaded], now: Mapping[Source, Loaded]) -> Recomputed:
    """The uppermost categories that were read since the previous build, with all below them; by their files and ids."""
    known = {id(node) for loaded in previous.values() for node in loaded.items}
    made = [(source, node) for source, loaded in now.items() for node in loaded.items if id(node) not in known]
    names = [f"{PurePosixPath(source.path).stem}/{_id_in(node)}" for source, node in made]
    files = dict.fromkeys(source.path for source, _ in made)
    return Recomputed(
        "branches of categories read", tuple(names), sum(len(loaded.items) for loaded in now.values()), tuple(files)
    )


def _id_in(node: Node) -> str:
    return located.text(node.get("id"), []) if isinstance(node, located.Mapping) else ""


def combine(files: Iterable[Loaded]) -> Taxonomy:
    """The taxonomy of some files, which come in the order of their paths."""
    facets: dict[str, Facet] = {}
    mistakes: list[Mistake] = []
    abroad: list[tuple[Reference, str]] = []
    for facet, found, elsewhere, _ in files:
        mistakes += found
        abroad += elsewhere
        if facet and (first := facets.setdefault(facet.id.lower(), facet)) is not facet:
            said = f"the facet `{facet.id}` is read from {first.span.file} already"
            mistakes.append(Mistake("duplicate-id", said, facet.span, "change `facet:` here or there"))
    mistakes += _revived_abroad(abroad, facets.values())
    ordered = sorted(facets.values(), key=lambda facet: (not facet.is_main, facet.id))
    return Taxonomy(tuple(ordered), tuple(mistakes))


def _revived_abroad(abroad: Iterable[tuple[Reference, str]], facets: Iterable[Facet]) -> Iterator[Mistake]:
    """An id that a category had in another facet leads to it alone, and to none that has it there."""
    owners: dict[str, str] = {}
    for facet in facets:
        for each, _ in facet.walk():
            now = f"{facet.id}/{each.id}"
            earlier = (f"{facet.id}/{id}" for former, id in facet.former(each) if former == facet.id)
            owners |= {name.lower(): now for name in (now, *earlier)}
    for ref, now in abroad:
        if (owner := owners.setdefault(ref.id.lower(), now)) != now:
            said = f"`{ref.id}`, which `{now}` was earlier, {'is there' if owner == ref.id else f'was `{owner}` too'}"
            yield Mistake("duplicate-id", said, ref.span, "delete it here, or change the other")


def load_rule(source: Source) -> tuple[Match | None, tuple[Mistake, ...]]:
    """Read a rule that stands by itself, as behind `match:` or with it; None where there is none."""
    root, found = located.read(source.data, source.path)
    reader = Reader(list(found), Lines(source))
    if isinstance(root, located.Mapping) and [key.text for key, _ in root.entries] == ["match"]:
        root = root.entries[0][1]
    match = reader.match(root) if root is not None else None
    return match, tuple(reader.mistakes)


@dataclass(slots=True)
class Reader:
    """Reads the categories of one file, or what else is written in their words.

    `ids`: those in use, by their lower case; `was`: earlier ones, each with the one it became. `abroad`: the same for
    those of other facets, written `facet/id`.
    """

    mistakes: list[Mistake]
    lines: Lines
    ids: dict[str, Reference] = field(default_factory=dict)
    was: list[tuple[Reference, str]] = field(default_factory=list)
    abroad: list[tuple[Reference, str]] = field(default_factory=list)

    def wrong(self, check: CheckName, said: str, node: Node, help: str) -> None:
        self.mistakes.append(Mistake(check, said, node.span, help))

    def facet(self, root: Node | None, path: str) -> Facet | None:
        if root is None or _is_empty(root):
            return None
        said = located.entries(root, "a facet", FACET.spellings, self.mistakes)
        title, about = self.line(said.get("title")), located.text(said.get("about"), self.mistakes)
        categories = self.categories(said.get("categories"), ())
        self.earlier_ids()
        named, stem = said.get("facet"), PurePosixPath(path).stem
        at = named or root
        id = self.id(named) if named else slug(stem)
        if id and named and id != stem:
            help = f"rename the file to {id}.yaml, or write `facet: {slug(stem)}`"
            self.wrong("misnamed-facet", f"the facet `{id}` stands in a file called {stem}", at, help)
        cited = self.lines.citations(said.get("about"))
        return Facet(id, title or readable(id), at.span, about, categories, cited) if id else None

    def categories(self, node: Node | None, above: tuple[str, ...]) -> tuple[Category, ...]:
        if node is None or _is_empty(node):
            return ()
        if not isinstance(node, Sequence):
            self.wrong("bad-value", "a list of categories is expected here", node, "begin each with `- id:`")
            return ()
        if len(above) >= DEEPEST:
            help = "move them up, or make another facet of them"
            self.wrong("deep-nesting", f"categories go deeper than {DEEPEST} levels here", node, help)
            return ()
        return tuple(found for item in node.items if (found := self.category(item, above)))

    def category(self, node: Node, above: tuple[str, ...]) -> Category | None:
        """The category in a mapping; None without a usable id, though all of it is looked at for its mistakes."""
        said = located.entries(node, "a category", CATEGORY.spellings, self.mistakes)
        named, about = said.get("id"), said.get("about")
        id, title = self.id(named), self.line(said.get("title"))
        is_new = named is not None and bool(id) and self.is_new(Reference(id, named.span), above)
        prose = located.text(about, self.mistakes)
        match = self.match(said["match"]) if "match" in said else None
        pinned, excepted = self.references(said.get("papers")), self.references(said.get("except"))
        was = tuple(
            ref
            for ref in self.references(said.get("was"))
            if all(self.is_id(id, ref.span) for id in ref.id.split("/", 1))
        )
        children = self.categories(said.get("children"), (*above, id.lower()))
        if isinstance(node, located.Mapping) and not located.text(named, []):
            self.wrong("bad-value", "a category needs an id", named or node, "add `id:`, which becomes its address")
        if named is None or not is_new:
            return None
        self.was += ((ref, id) for ref in was if "/" not in ref.id)
        self.abroad += ((ref, id) for ref in was if "/" in ref.id)
        return Category(
            id, title or readable(id), named.span, prose, self.lines.citations(about), match, pinned, excepted,
            tuple(ref.id for ref in was), children,
        )  # fmt: skip

    def id(self, node: Node | None) -> str:
        """An id that can be an address; empty for anything else."""
        id = located.text(node, self.mistakes)
        return id if node is not None and id and self.is_id(id, node.span) else ""

    def is_id(self, id: str, span: Span) -> bool:
        if is_safe_id(id):
            return True
        help = f"letters, digits, hyphens and dots only: `{slug(id) or 'my-category'}`"
        self.mistakes.append(Mistake("bad-identifier", f"the id `{id}` cannot be an address", span, help))
        return False

    def is_new(self, own: Reference, above: tuple[str, ...]) -> bool:
        """Whether no other category of the facet has the id, in case alone either: some disks don't tell them apart."""
        first = self.ids.setdefault(own.id.lower(), own)
        if first is own:
            return True
        if own.id.lower() in above:
            said, help = f"the category `{own.id}` stands below itself", "give it an id of its own, or move it up"
            self.mistakes.append(Mistake("cycle", said, own.span, f"{help}; it begins in line {first.span.line}"))
        else:
            said = f"the id `{own.id}` is given twice"
            help = f"change one; the first is in line {first.span.line}"
            self.mistakes.append(Mistake("duplicate-id", said, own.span, help))
        return False

    def earlier_ids(self) -> None:
        """An earlier id leads to one category, and to none that has it still or again."""
        former: dict[str, str] = {}
        for ref, id in self.was:
            now = self.ids.get(ref.id.lower())
            other = now.id if now else former.setdefault(ref.id.lower(), id)
            if now or other != id:
                said = f"`{ref.id}`, an earlier id of `{id}`, is {'the' if now else 'an earlier'} id of `{other}` too"
                self.mistakes.append(Mistake("duplicate-id", said, ref.span, "delete it here, or change the other"))

    def line(self, node: Node | None) -> str:
        return " ".join(located.text(node, self.mistakes).split())

    def references(self, node: Node | None) -> tuple[Reference, ...]:
        return tuple(Reference(item.text.strip(), item.span) for item in located.items(node, self.mistakes))

    def match(self, node: Node) -> Match | None:
        if _is_empty(node):
            return None
        said = located.entries(node, "a rule", MATCH.spellings, self.mistakes)
        phrases = {key: self.phrases(said.get(key)) for key in MATCH.names}
        return Match(node.span, **phrases) if isinstance(node, located.Mapping) else None

    def phrases(self, node: Node | None) -> tuple[Phrase, ...]:
        """The phrases of a rule; one that cannot be used is a mistake and left out."""
        found = (Phrase(" ".join(item.text.split()), item.span) for item in located.items(node, self.mistakes))
        return tuple(phrase for phrase in found if self.is_usable(phrase))

    def is_usable(self, phrase: Phrase) -> bool:
        if not phrase.is_pattern:
            if not rows(phrase.source):
                help = "write at least one word; for signs, a pattern between slashes: /∞/"
                said = f"`{phrase.source}` has no word in it"
                self.mistakes.append(Mistake("bad-value", said, phrase.span, help))
            return bool(rows(phrase.source))
        try:
            compiled(phrase.source[1:-1])
        except BrokenPattern as broken:
            said = f"the pattern `{phrase.source}` cannot be used: {broken}"
            self.mistakes.append(Mistake("broken-regex", said, phrase.span, broken.help))
            return False
        return True


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and node.value is None


def readable(id: str) -> str:
    words = " ".join(id.replace("_", "-").split("-"))
    return words[:1].upper() + words[1:]
