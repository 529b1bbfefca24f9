"""YAML with positions: every key and every value knows where it is written."""

from conspectus.located.incremental import listing, read_again, read_items
from conspectus.located.reading import BLOCKS, MAX_BYTES, MAX_DEPTH, collector_off, read, read_text
from conspectus.located.values import (
    CONTROL,
    Extent,
    Mapping,
    Node,
    Scalar,
    Sequence,
    entries,
    flag,
    is_blank,
    items,
    line,
    printable,
    text,
)
