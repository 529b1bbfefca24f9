"""The groups of a BibTeX file: the tree that JabRef keeps in a comment, and the folders that Mendeley writes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

GROUPING = re.compile(r"(?i)@comment\s*\{\s*jabref-meta:\s*grouping:(?P<groups>[^{}]*)\}")
GROUP = re.compile(r"(?s)\s*(?P<level>\d{1,3}) (?P<type>\w+):(?P<rest>.*)")
END = re.compile(r"(?<!\\);")
BORDER = re.compile(r"\\;")
ESCAPED = re.compile(r"\\(.)")

DEEPEST = 20
"""How many groups above each other a path names; the innermost of more are left out."""

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Groups:
    """Where each group stands, by its name, and the groups that a tree of an older JabRef files each key in."""

    paths: Mapping[str, Path] = field(default_factory=dict)
    of_keys: Mapping[str, tuple[Path, ...]] = field(default_factory=dict)

    @property
    def ordered(self) -> tuple[Path, ...]:
        """All groups, in the order of the tree."""
        return tuple(self.paths.values())

    def of(self, key: str, names: str) -> tuple[Path, ...]:
        """The groups of an entry: those its field names, and those that name its key."""
        listed = (name for text in re.split(r"[,;]", names) if (name := " ".join(text.split())))
        named = dict.fromkeys(self.paths.get(name, (name,)) for name in listed)
        filed = self.of_keys.get(key, ())
        return tuple(named | dict.fromkeys(filed)) if named else filed


def of_mendeley(folders: str) -> tuple[Path, ...]:
    """The groups that Mendeley writes with an entry: `Legal/Contracts, Fog`."""
    paths = (tuple(filter(None, map(str.strip, folder.split("/")))) for folder in folders.split(","))
    return tuple(dict.fromkeys(path for path in paths if path))


def read(text: str) -> Groups:
    """The groups in the text of a file; of two with one name the first counts."""
    paths: dict[str, Path] = {}
    keys: dict[str, dict[Path, None]] = {}
    above: list[str] = []
    found = GROUPING.search(text)
    for group in END.split(found["groups"].replace("\n", "")) if found else ():
        match = GROUP.fullmatch(group)
        if match is None:
            continue
        name, *others = (ESCAPED.sub(r"\1", part).strip() for part in BORDER.split(match["rest"]))
        level = int(match["level"])
        if level == 0 or not name:  # the group of all entries
            continue
        above[level - 1 :] = [name]
        path = tuple(above[:DEEPEST])
        paths.setdefault(name, path)
        if match["type"] == "ExplicitGroup":
            for key in filter(None, others[1:]):
                keys.setdefault(key, {})[path] = None
    return Groups(paths, {key: tuple(filed) for key, filed in keys.items()})
