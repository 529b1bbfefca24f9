"""Pagefind's index, put into a fixed order.

Pagefind 1.5 writes its filters, and the values of each, in an order that differs from run to run. So that the same
pages give the same bytes, and a reader's browser need not fetch again what did not change, we sort them. An index is
a set of gzipped CBOR arrays (RFC 8949) named after their digests; they are only cut into pieces and put together again,
never interpreted. One that is built differently is left as it is.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path

MAGIC = b"pagefind_dcd"
FILTERS, SORTS = 3, 4
"""The positions of the lists of filters and of sort keys in the index's meta file; each entry begins with its name."""


def steady(bundle: Path) -> None:
    """Sort the filters of the index in this folder, and rename its files after what they hold then."""
    entry_file = bundle / "pagefind-entry.json"
    entry = json.loads(entry_file.read_bytes())
    for language in entry.get("languages", {}).values():
        try:
            meta = bundle / f"pagefind.{language['hash']}.pf_meta"
            renamed, made = _steadied(bundle, content(meta))
        except (KeyError, ValueError, IndexError, FileNotFoundError):
            continue
        for old, new, data in renamed:
            (bundle / "filter" / f"{old}.pf_filter").unlink()
            _write(bundle / "filter" / f"{new}.pf_filter", data)
        meta.unlink()
        language["hash"] = _named(language["hash"], made)
        _write(bundle / f"pagefind.{language['hash']}.pf_meta", made)
    entry_file.write_text(json.dumps(entry, separators=(",", ":"), ensure_ascii=False), "utf-8")


def _steadied(bundle: Path, meta: bytes) -> tuple[list[tuple[str, str, bytes]], bytes]:
    """The filter files to be replaced (old name, new name, content), and the meta file that names them."""
    head, parts = _array(meta)
    filters_head, filters = _array(parts[FILTERS])
    renamed, entries = [], []
    for entry in filters:
        entry_head, (name, hash) = _array(entry)
        old = _text(hash)
        chunk_head, (title, values) = _array(content(bundle / "filter" / f"{old}.pf_filter"))
        values_head, rows = _array(values)
        data = chunk_head + title + values_head + _ordered(rows)
        new = _named(old, data)
        renamed.append((old, new, data))
        entries.append(entry_head + name + hash[: -len(old)] + new.encode())
    parts[FILTERS] = filters_head + _ordered(entries)
    sorts_head, sorts = _array(parts[SORTS])
    parts[SORTS] = sorts_head + _ordered(sorts)
    return renamed, head + b"".join(parts)


def _ordered(entries: list[bytes]) -> bytes:
    entries.sort(key=_name)
    return b"".join(entries)


def _named(old: str, data: bytes) -> str:
    """A name such as `en_1a2b3c4` for other content, as long as the old one."""
    language, _, hash = old.rpartition("_")
    return f"{language}_{hashlib.sha256(data).hexdigest()[: len(hash)]}"


def content(file: Path) -> bytes:
    """What a file of the index holds. ValueError if it is none."""
    data = gzip.decompress(file.read_bytes())
    if not data.startswith(MAGIC):
        raise ValueError(f"{file.name} is no part of an index")
    return data[len(MAGIC) :]


def _write(file: Path, data: bytes) -> None:
    file.write_bytes(gzip.compress(MAGIC + data, 9, mtime=0))


# CBOR, as far as it is needed to find where an item ends.


def _head(data: bytes, at: int) -> tuple[int, int, int]:
    """An item's major type and its number, and where what follows begins. ValueError for kinds not known here."""
    major, short = data[at] >> 5, data[at] & 31
    if short < 24:
        return major, short, at + 1
    size = {24: 1, 25: 2, 26: 4, 27: 8}.get(short)
    if size is None:
        raise ValueError("a CBOR item of unknown length")
    return major, int.from_bytes(data[at + 1 : at + 1 + size]), at + 1 + size


def _end(data: bytes, at: int) -> int:
    major, number, at = _head(data, at)
    if major in (2, 3):
        return at + number
    if major == 4:
        for _ in range(number):
            at = _end(data, at)
    elif major in (5, 6):
        raise ValueError("a CBOR map or tag")
    return at


def _array(data: bytes) -> tuple[bytes, list[bytes]]:
    """An array's own first bytes, and its items."""
    major, number, at = _head(data, 0)
    if major != 4:
        raise ValueError("no CBOR array")
    head, items = data[:at], []
    for _ in range(number):
        end = _end(data, at)
        items.append(data[at:end])
        at = end
    if at != len(data):
        raise ValueError("the CBOR array ends elsewhere")
    return head, items


def _text(item: bytes) -> str:
    major, number, at = _head(item, 0)
    if major != 3 or at + number != len(item):
        raise ValueError("no CBOR text")
    return item[at:].decode()


def _name(entry: bytes) -> str:
    """The text an entry begins with."""
    return _text(_array(entry)[1][0])
