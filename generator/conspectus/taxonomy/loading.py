"""From YAML to facets and categories, each mistake at its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import NamedTuple

from conspectus import located
from conspectus.derived import Recomputed, carried_over
from conspectus.diagnostics import CheckName, Mistake, Span
from conspectus.located import Node, Sequence
from conspectus.matching.linear import BrokenPattern
from conspectus.matching.patterns import compiled
from conspectus.matching.phrases import rows
from conspectus.model.identifiers import is_safe_id, readable, safe_id_help, slug
from conspectus.model.paper import Source
from conspectus.model.taxonomy import CATEGORY, FACET, MATCH, Category, Facet, Match, Phrase, Taxonomy
from conspectus.model.work import Reference
from conspectus.taxonomy.citing import Lines

DEEPEST = 8
"""How many levels of categories a facet may have."""


class Branch(NamedTuple):
    """An uppermost category with all below it, as its `node` is read, and what is wrong with it by itself.

    `was`: former ids of its categories, `facet/id` for those in other facets, each with the id it became.
    """

    node: Node
    category: Category | None
    mistakes: tuple[Mistake, ...]
    was: tuple[tuple[Reference, Reference], ...]


class Loaded(NamedTuple):
    """A file as read: its facet, if it has one, and what is wrong with it.

    `root`: its YAML, if nothing is wrong with that; together with the `branches` it saves reading the whole file again
    after an edit. `abroad`: former ids in other facets, each with the category it became.
    """

    facet: Facet | None
    mistakes: tuple[Mistake, ...]
    root: Node | None = None
    branches: tuple[Branch, ...] = ()
    abroad: tuple[tuple[Reference, str], ...] = ()


NOTHING: Mapping[Source, Loaded] = MappingProxyType({})


def load(files: Iterable[Source]) -> Taxonomy:
    """Read `content/taxonomy/*.yaml`; the main facet comes first, the others by name."""
    return combine(read(sorted(files, key=lambda source: source.path)).values())


def read(files: Iterable[Source], previous: Mapping[Source, Loaded] = NOTHING) -> Mapping[Source, Loaded]:
    """Read each file; of one that was edited since the `previous` build, only what changed."""
    earlier = {source.path: source for source in previous}

    def loaded(source: Source) -> Loaded:
        before = earlier.get(source.path, source)
        last = previous.get(before) or Loaded(None, ())
        root, mistakes = located.read_again(source.data, source.path, before.data, last.root)
        reader = Reader(list(mistakes), Lines(source))
        facet, branches = reader.facet(root, source.path, {id(branch.node): branch for branch in last.branches})
        abroad = tuple((ref, f"{facet.id}/{own.id}") for ref, own in reader.was if "/" in ref.id) if facet else ()
        return Loaded(facet, tuple(reader.mistakes), None if mistakes else root, branches, abroad)

    return carried_over(files, loaded, previous)


def recomputed(previous: Mapping[Source, Loaded], now: Mapping[Source, Loaded]) -> Recomputed:
    """The uppermost categories that were read since the previous build, with all below them; by their files and ids."""
    known = {id(branch) for loaded in previous.values() for branch in loaded.branches}
    made = [(source, branch) for source, loaded in now.items() for branch in loaded.branches if id(branch) not in known]
    names = [
        f"{PurePosixPath(source.path).stem}/{branch.category.id if branch.category else ''}" for source, branch in made
    ]
    files = dict.fromkeys(source.path for source, _ in made)
    total = sum(len(loaded.branches) for loaded in now.values())
    return Recomputed("branches of categories read", tuple(names), total, tuple(files))


def combine(files: Iterable[Loaded]) -> Taxonomy:
    """The taxonomy of some files, which come in the order of their paths."""
    facets: dict[str, Facet] = {}
    mistakes: list[Mistake] = []
    abroad: list[tuple[Reference, str]] = []
    for loaded in files:
        facet = loaded.facet
        mistakes += loaded.mistakes
        abroad += loaded.abroad
        if facet and (first := facets.setdefault(facet.id.lower(), facet)) is not facet:
            message = f"the facet `{facet.id}` is also in {first.span.file}"
            mistakes.append(Mistake("duplicate-id", message, facet.span, "change `facet:` in one of the files"))
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
            an_id = "the id" if owner == ref.id else "a former id"
            message = f"`{ref.id}`, a former id of `{now}`, is {an_id} of `{owner}` too"
            yield Mistake("duplicate-id", message, ref.span, "delete it here, or change the other")


@dataclass(slots=True)
class Reader:
    """Reads the categories of one file, or what else is written in their words.

    `ids`: those in use, by their lower case; `was`: former ones, each with the one it became.
    """

    mistakes: list[Mistake]
    lines: Lines
    ids: dict[str, Reference] = field(default_factory=dict)
    was: list[tuple[Reference, Reference]] = field(default_factory=list)

    def wrong(self, check: CheckName, message: str, node: Node, help: str) -> None:
        self.mistakes.append(Mistake(check, message, node.span, help))

    def facet(
        self, root: Node | None, path: str, known: Mapping[int, Branch]
    ) -> tuple[Facet | None, tuple[Branch, ...]]:
        """The facet of a file and its branches; those of the very same nodes are `known`, by the ids of these."""
        if root is None or located.is_blank(root):
            if not self.mistakes:
                help = f"write `facet: {slug(PurePosixPath(path).stem)}` and `categories:`, or delete the file"
                self.mistakes.append(Mistake("bad-value", "the file of a facet is empty", Span(path), help))
            return None, ()
        if isinstance(root, Sequence):
            self.wrong("bad-value", "this is a list, not a facet", root, "move papers to content/papers/")
            return None, ()
        values = located.entries(root, "a facet", FACET.spellings, self.mistakes)
        title = located.line(values.get("title"), self.mistakes)
        about = located.text(values.get("about"), self.mistakes)
        branches = tuple(known.get(id(node)) or self.branch(node) for node in self.nodes(values.get("categories"), 0))
        self.mistakes += (mistake for branch in branches for mistake in branch.mistakes)
        categories = self.distinct(filter(None, (branch.category for branch in branches)))
        was = (pair for branch in branches for pair in branch.was)
        self.was = [(former, own) for former, own in was if self.ids.get(own.id.lower()) == own]
        self.former_ids()
        named, stem = values.get("facet"), PurePosixPath(path).stem
        at = named or root
        name = self.id(named) if named else slug(stem)
        if name and named and name != stem:
            help = f"rename the file to {name}.yaml, or write `facet: {slug(stem)}`"
            self.wrong("misnamed-file", f"the facet `{name}` is in a file named {stem}", at, help)
        if not name:
            return None, branches
        cited, linked = self.lines.citations(values.get("about")), self.lines.links(values.get("about"))
        return Facet(name, title or readable(name), at.span, about, categories, cited, linked), branches

    def nodes(self, node: Node | None, depth: int) -> tuple[Node, ...]:
        """The categories that are written below another one, or at depth 0."""
        if node is None or located.is_blank(node):
            return ()
        if not isinstance(node, Sequence):
            self.wrong("bad-value", "expected a list of categories", node, "begin each with `- id:`")
            return ()
        if depth >= DEEPEST:
            help = "move them up, or into a facet of their own"
            self.wrong("deep-nesting", f"categories are nested deeper than {DEEPEST} levels", node, help)
            return ()
        return node.items

    def branch(self, node: Node) -> Branch:
        reader = Reader([], self.lines)
        category = reader.category(node, 1)
        return Branch(node, category, tuple(reader.mistakes), tuple(reader.was))

    def category(self, node: Node, depth: int) -> Category | None:
        """The category in a mapping; None without a usable id, though all of it is looked at for its mistakes."""
        values = located.entries(node, "a category", CATEGORY.spellings, self.mistakes)
        named, about = values.get("id"), values.get("about")
        name, title = self.id(named), located.line(values.get("title"), self.mistakes)
        prose = located.text(about, self.mistakes)
        match = self.match(values["match"]) if "match" in values else None
        pinned, excepted = self.references(values.get("papers")), self.references(values.get("except"))
        was = tuple(
            ref
            for ref in self.references(values.get("was"))
            if all(self.is_id(part, ref.span) for part in ref.id.split("/", 1))
        )
        also = tuple(" ".join(item.text.split()) for item in located.items(values.get("also"), self.mistakes))
        below = self.nodes(values.get("children"), depth)
        children = tuple(filter(None, [self.category(child, depth + 1) for child in below]))
        if isinstance(node, located.Mapping) and not located.text(named, []):
            self.wrong("bad-value", "a category needs an id", named or node, "add `id:`, which becomes its address")
        if named is None or not name:
            return None
        self.was += ((ref, Reference(name, named.span)) for ref in was)
        return Category(
            name, title or readable(name), named.span, prose, self.lines.citations(about), match, pinned, excepted,
            tuple(ref.id for ref in was), children, self.lines.links(about), tuple(filter(None, also)),
        )  # fmt: skip

    def distinct(self, categories: Iterable[Category], above: tuple[str, ...] = ()) -> tuple[Category, ...]:
        """The categories but those whose id is taken, and so for those below them; `above`: the ids further up."""
        distinct = []
        for category in categories:
            is_new = self.is_new(Reference(category.id, category.span), above)
            children = self.distinct(category.children, (*above, category.id.lower()))
            if is_new:
                distinct.append(replace(category, children=children) if category.children else category)
        return tuple(distinct)

    def id(self, node: Node | None) -> str:
        """An id that can be an address; empty for anything else."""
        id = located.text(node, self.mistakes)
        return id if node is not None and id and self.is_id(id, node.span) else ""

    def is_id(self, id: str, span: Span) -> bool:
        if is_safe_id(id):
            return True
        help = safe_id_help(id, "my-category")
        self.mistakes.append(Mistake("bad-identifier", f"the id `{id}` cannot be part of an address", span, help))
        return False

    def is_new(self, own: Reference, above: tuple[str, ...]) -> bool:
        """Whether no other category of the facet has the id, in case alone either: some disks don't tell them apart."""
        first = self.ids.setdefault(own.id.lower(), own)
        if first is own:
            return True
        if own.id.lower() in above:
            message, help = f"the category `{own.id}` is below itself", "give it another id, or move it up"
            self.mistakes.append(Mistake("cycle", message, own.span, f"{help}; the first is on line {first.span.line}"))
        else:
            message = f"the id `{own.id}` is used twice"
            help = f"change one; the first is on line {first.span.line}"
            self.mistakes.append(Mistake("duplicate-id", message, own.span, help))
        return False

    def former_ids(self) -> None:
        """A former id leads to one category, and to none that has it still or again."""
        former: dict[str, str] = {}
        for ref, own in self.was:
            if "/" in ref.id:
                continue  # of another facet
            now = self.ids.get(ref.id.lower())
            other = now.id if now else former.setdefault(ref.id.lower(), own.id)
            if now or other != own.id:
                whose = f"is {'the' if now else 'a former'} id of `{other}` too"
                message = f"`{ref.id}`, a former id of `{own.id}`, {whose}"
                self.mistakes.append(Mistake("duplicate-id", message, ref.span, "delete it here, or change the other"))

    def references(self, node: Node | None) -> tuple[Reference, ...]:
        return tuple(Reference(item.text.strip(), item.span) for item in located.items(node, self.mistakes))

    def match(self, node: Node) -> Match | None:
        if located.is_blank(node):
            return None
        values = located.entries(node, "a rule", MATCH.spellings, self.mistakes)
        mistakes = len(self.mistakes)
        phrases = {key: self.phrases(values.get(key)) for key in MATCH.names}
        is_whole = len(self.mistakes) == mistakes
        return Match(node.span, **phrases, is_whole=is_whole) if isinstance(node, located.Mapping) else None

    def phrases(self, node: Node | None) -> tuple[Phrase, ...]:
        """The phrases of a rule; one that cannot be used is a mistake and left out."""
        phrases = (Phrase(" ".join(item.text.split()), item.span) for item in located.items(node, self.mistakes))
        return tuple(phrase for phrase in phrases if self.is_usable(phrase))

    def is_usable(self, phrase: Phrase) -> bool:
        if not phrase.is_pattern:
            if not rows(phrase.source):
                help = "write at least one word; for symbols, a pattern between slashes: /∞/"
                message = f"`{phrase.source}` has no words"
                self.mistakes.append(Mistake("bad-value", message, phrase.span, help))
            return bool(rows(phrase.source))
        try:
            compiled(phrase.source[1:-1])
        except BrokenPattern as broken:
            message = f"the pattern `{phrase.source}` cannot be used: {broken}"
            self.mistakes.append(Mistake("broken-regex", message, phrase.span, broken.hint))
            return False
        return True
