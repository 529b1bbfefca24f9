"""What one build may reuse of the build before it, and why anything was made again.

Stages are pure functions. A stage that may reuse something takes the result it had last time beside its inputs and
returns a new result; with or without the old one the new one is the same. What is reused is held by five primitives:

- `Delta`: how one mapping differs from another, by identity, for a value that did not change stays the same object;
- `carried_over`: values by all that they are made from;
- `PerPaper`: values that are made from one paper and nothing else;
- `Index`: an inverted index, patched by the papers that changed;
- `Stable`: values that are made anew and stay the same object while they are equal.

All of them hold plain data. In memory it is found by identity; `digest` gives that of its inputs, the same on
every machine, under which it can be kept elsewhere. `Recomputed` says what was made again, and because of what.
"""

from conspectus.derived.carried import carried_over
from conspectus.derived.delta import Delta
from conspectus.derived.digest import digest
from conspectus.derived.index import Index, inverted
from conspectus.derived.per_paper import PerPaper
from conspectus.derived.recomputed import Recomputed
from conspectus.derived.stable import Stable

__all__ = ["Delta", "Index", "PerPaper", "Recomputed", "Stable", "carried_over", "digest", "inverted"]
