"""The limit of every build: the files of a site, written from memory into an empty folder by one process.

    python limit.py SITE FOLDER

Prints the seconds that writing took, on the clock and of the processor, and the files and bytes, as JSON; reading the
site is not counted. A thousand files are held at a time.
"""

from __future__ import annotations

import json
import os
import sys
from itertools import islice
from pathlib import Path
from time import perf_counter, process_time

BATCH = 1000


def main(site: Path, folder: Path) -> None:
    names = sorted(os.path.relpath(os.path.join(top, name), site) for top, _, files in os.walk(site) for name in files)  # noqa: PTH118
    seconds = cpu = size = 0.0
    made: set[str] = set()
    waiting = iter(names)
    while batch := [(name, (site / name).read_bytes()) for name in islice(waiting, BATCH)]:
        began, used = perf_counter(), process_time()
        for name, data in batch:
            target = os.path.join(folder, name)  # noqa: PTH118 - paths as texts are quicker to make
            above = os.path.dirname(target)  # noqa: PTH120
            if above not in made:
                os.makedirs(above, exist_ok=True)  # noqa: PTH103
                made.add(above)
            with open(target, "wb", buffering=0) as file:  # noqa: PTH123
                file.write(data)
        seconds, cpu = seconds + perf_counter() - began, cpu + process_time() - used
        size += sum(len(data) for _, data in batch)
    print(json.dumps({"seconds": seconds, "cpu": cpu, "files": len(names), "bytes": int(size)}))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
