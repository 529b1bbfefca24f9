"""`content/citation-keys.yaml`: the key each paper is cited by, a line for each, and how lines are added."""

from __future__ import annotations

from collections.abc import Mapping

from conspectus import located
from conspectus.diagnostics import Mistake
from conspectus.exports.keys import KEY
from conspectus.model.ledger import Ledger
from conspectus.model.paper import Source
from conspectus.model.work import Reference

HEADING = """\
# The key each paper is cited by. `conspectus keys` adds the keys of new papers and changes none: whoever cites a paper
# by its key goes on finding it, whatever becomes of its title, its id or the export it came from.

"""


def load(source: Source) -> Ledger:
    """The keys that are kept, and what is wrong with the file."""
    root, in_yaml = located.read(source.data, source.path)
    mistakes = list(in_yaml)
    if root is None:
        return Ledger({}, tuple(mistakes))
    if not isinstance(root, located.Mapping):
        message = "the file must have a line `paper-id: key` for each paper"
        return Ledger(
            {},
            (
                *mistakes,
                Mistake("bad-value", message, root.span, "correct the file, or delete it and run `conspectus keys`"),
            ),
        )
    keys = {}
    for id, node in root.entries:
        key = located.text(node, mistakes)
        if KEY.fullmatch(key):
            keys[id.text] = Reference(key, id.span)
        elif not isinstance(node, located.Scalar) or key:
            help = "use letters, digits and `_.:+/-`, beginning with a letter or digit"
            mistakes.append(
                Mistake("bad-value", f"`{key}` is not a key that every BibTeX program accepts", node.span, help)
            )
    return Ledger(keys, tuple(mistakes))


def with_lines(text: str, new: Mapping[str, str]) -> str:
    """The text of the file with a line for each of these papers behind all that is there; `new`: their keys by id."""
    lines = "".join(f"{id}: {key}\n" for id, key in new.items())
    return (text if text.endswith("\n") or not text else f"{text}\n") + lines if text.strip() else HEADING + lines
