"""What a static host accepts: how large a site may be, how many files it may have, and how large each may be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from conspectus.publish.signature import listing

MB, GB = 10**6, 10**9


@dataclass(frozen=True, slots=True)
class Limits:
    """The most a host accepts, in bytes and files; 0 where it names no limit. From the host's own documentation."""

    total: int = 0
    files: int = 0
    each: int = 0


HOSTS = {
    "github-pages": Limits(total=1 * GB),
    "gitlab-pages": Limits(total=1 * GB, files=200_000),
    "cloudflare-pages": Limits(files=20_000, each=25 * 2**20),
}
"""https://docs.github.com/pages/getting-started-with-github-pages/github-pages-limits,
https://docs.gitlab.com/user/gitlab_com/#gitlab-pages, https://developers.cloudflare.com/pages/platform/limits/."""

SHOWN = 5
"""How many of the largest things are named."""


def excess(out: Path, limits: Limits) -> list[str]:
    """What is too large in the site in `out`, each with the largest of its parts; nothing if it fits."""
    return list(_excess({path: state.size for path, state in listing(out).items() if state.size >= 0}, limits))


def _excess(sizes: dict[str, int], limits: Limits) -> Iterator[str]:
    total = sum(sizes.values())
    by_folder: Counter[str] = Counter()
    in_folder: Counter[str] = Counter()
    for name, size in sizes.items():
        folder = f"{name.partition('/')[0]}/" if "/" in name else name
        by_folder[folder] += size
        in_folder[folder] += 1
    if limits.total and total > limits.total:
        largest = ", ".join(f"{name} {_megabytes(size)}" for name, size in by_folder.most_common(SHOWN))
        yield f"the site has {_megabytes(total)}, the limit is {_megabytes(limits.total)}; largest: {largest}"
    if limits.files and len(sizes) > limits.files:
        most = ", ".join(f"{name} {count:,}" for name, count in in_folder.most_common(SHOWN))
        yield f"the site has {len(sizes):,} files, the limit is {limits.files:,}; most are in: {most}"
    large = sorted((-size, name) for name, size in sizes.items() if limits.each and size > limits.each)
    for size, name in large[:SHOWN]:
        yield f"{name} has {_megabytes(-size)}, the limit for a file is {_megabytes(limits.each)}"


def _megabytes(size: int) -> str:
    return f"{size / MB:,.1f} MB"
