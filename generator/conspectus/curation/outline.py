"""A facet made from what sources say of papers: the headings or collections they stand in, else their keywords."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from conspectus.model.identifiers import is_safe_id, slug
from conspectus.model.paper import Paper
from conspectus.text.folding import folded
from conspectus.yaml_edit import styles

DEEPEST = 4
"""How many levels of groups become categories; papers of deeper ones stand in the last of these."""

MOST = 24
"""How many categories are proposed from keywords."""

LARGEST = 0.6
"""A keyword of a larger share of the papers tells none of them apart."""

SMALL_WORDS = frozenset(
    "a an and are as at based by can do does for from how in into is it its learning model models more not of on or our"
    " over study survey system systems than that the their through to toward towards under using via we what when with"
    " without you your new large method methods approach analysis data".split()
)
"""Words of titles that a category is not named by."""


Group = tuple[str, ...]


@dataclass(slots=True)
class Node:
    """A category to be written: its title, the papers that stand in it, a phrase of its rule, and those below it."""

    title: str
    papers: list[Paper] = field(default_factory=list)
    phrase: str = ""
    below: dict[str, Node] = field(default_factory=dict)

    def child(self, title: str) -> Node:
        """The category below that has this title, in whatever case."""
        return self.below.setdefault(folded(title), Node(title))

    def down(self, group: Group) -> Node:
        """The category of a group, as deep as categories go."""
        node = self
        for title in group[:DEEPEST]:
            node = node.child(title)
        return node

    def prune(self) -> None:
        """Let go of all below it that have no paper."""
        for node in self.below.values():
            node.prune()
        self.below = {key: node for key, node in self.below.items() if node.papers or node.below}

    def walk(self) -> Iterator[Node]:
        yield self
        for node in self.below.values():
            yield from node.walk()


def from_groups(papers: Sequence[tuple[Paper, Sequence[Group]]], order: Iterable[Group] = ()) -> list[Node]:
    """Categories by the groups that the papers stand in, in the order that is given, then in that of the papers. One
    that holds all the others is left out."""
    root = Node("")
    for group in order:
        root.down(group)
    for paper, groups in papers:
        for group in groups:
            node = root.down(group)
            if not any(known is paper for known in node.papers):
                node.papers.append(paper)
    root.prune()
    top = list(root.below.values())
    while len(top) == 1 and not top[0].papers and len(top[0].below) > 1:
        top = list(top[0].below.values())
    return top


def proposed(papers: Sequence[Paper], rest: str) -> tuple[list[Node], str]:
    """Categories for papers without groups, and what they are proposed from; one called `rest` if from nothing."""
    keywords = {paper.id: [*filter(_is_topic, paper.work.keywords)] for paper in papers}
    if nodes := _frequent(keywords):
        return nodes, "the papers' keywords"
    phrases = {paper.id: [*_pairs(paper.title.as_text())] for paper in papers}
    if nodes := _frequent(phrases):
        return nodes, "words that the papers' titles share"
    return [Node(rest, list(papers))], "nothing but the list itself, for the papers have no keywords"


def _is_topic(keyword: str) -> bool:
    return bool(re.search(r"[^\W\d_]{2}", keyword)) and not keyword.startswith(("/", "_", "#")) and len(keyword) <= 60


def _pairs(title: str) -> Iterator[str]:
    """Pairs of neighboring words that both mean something."""
    words = re.findall(r"[^\W\d_][\w-]+", title.lower())
    for first, second in pairwise(words):
        if first not in SMALL_WORDS and second not in SMALL_WORDS and min(len(first), len(second)) > 2:
            yield f"{first} {second}"


def _frequent(phrases: Mapping[str, Sequence[str]]) -> list[Node]:
    """A category with a rule for each phrase that several papers have, the most frequent first."""
    spelled: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for own in phrases.values():
        counts.update({folded(phrase) for phrase in own})
        for phrase in own:
            spelled.setdefault(folded(phrase), phrase)
    most = max(2.0, LARGEST * len(phrases))
    chosen = [key for key, count in sorted(counts.items(), key=lambda one: (-one[1], one[0])) if 1 < count <= most]
    return [Node(spelled[key][:1].upper() + spelled[key][1:], phrase=spelled[key]) for key in chosen[:MOST]]


def ids(nodes: Sequence[Node], present: Collection[str] = (), above: str = "") -> dict[int, str]:
    """An id for each category, by its identity: from its title, with that of the one above where two share one.

    `present`: ids that are taken; `above`: that of the category above the nodes.
    """
    found: dict[int, str] = {}
    taken = set(present)

    def name(node: Node, above: str) -> None:
        plain = slug(node.title, 60) or f"category-{len(taken) + 1}"
        options = [plain, f"{above}-{plain}"[:110].strip("-")]
        options += [f"{plain}-{number}" for number in range(2, len(taken) + 3)]
        found[id(node)] = next(option for option in options if option not in taken and is_safe_id(option))
        taken.add(found[id(node)])
        for child in node.below.values():
            name(child, found[id(node)])

    for node in nodes:
        name(node, above)
    return found


def written(facet: str, title: str, nodes: Sequence[Node], remark: str) -> str:
    """The facet's file. Beside each paper's id its title stands as a comment."""
    named = ids(nodes)
    file = ["# yaml-language-server: $schema=../.schemas/taxonomy.schema.json", styles.comment(remark)]
    file += [f"facet: {styles.inline(facet)}", f"title: {styles.inline(title)}"]
    file += ["categories:", *(line for node in nodes for line in lines(node, named, 2))]
    return "\n".join(file) + "\n"


def lines(node: Node, named: Mapping[int, str], indent: int) -> Iterator[str]:
    """A category and those below it, with their ids, in YAML."""
    margin = " " * indent
    yield f"{margin}- id: {styles.inline(named[id(node)])}"
    yield f"{margin}  title: {styles.inline(node.title)}"
    if node.phrase:
        yield f"{margin}  match:"
        yield f"{margin}    any:"
        yield f"{margin}      - {styles.inline(node.phrase)}"
    if node.papers:
        yield f"{margin}  papers:"
        for paper in node.papers:
            yield f"{margin}    - {styles.inline(paper.id)}  {styles.comment(paper.title.as_text())}".rstrip()
    if node.below:
        yield f"{margin}  children:"
        for child in node.below.values():
            yield from lines(child, named, indent + 4)
