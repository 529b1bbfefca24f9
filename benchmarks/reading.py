"""Reading files of papers: how long large ones take and how much memory, and whether anything breaks a reader.

    .venv/bin/python benchmarks/reading.py large [--megabytes 10] [FORMAT …]
    .venv/bin/python benchmarks/reading.py again [--papers 10000] [FORMAT …]
    .venv/bin/python benchmarks/reading.py fuzz [--seconds 600] [--seed 1] [FORMAT …]

`large` reads a made-up file of each format in a process of its own. `again` reads one of so many papers, and then what
the cache kept of it. `fuzz` reads damaged made-up files for so many
seconds a format; with atheris installed (`pip install atheris`), it is guided by what of the readers a file reaches. A
crash, a file that takes more than 10 seconds and a process above 512 MB are failures: the file is kept in the folder
for temporary files, and its path is printed.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import resource
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "generator")]

from made_up_formats import SAMPLES  # noqa: E402
from made_up_mutations import damaged  # noqa: E402

MOST_SECONDS = 10
MOST_MEMORY = 512 * 1024 * 1024


def main() -> int:
    arguments = _arguments()
    formats = arguments.formats or list(SAMPLES)
    if arguments.inside:
        (name,) = formats
        if arguments.what == "again":
            return _read_again(name, arguments.papers)
        return _read_one(name, arguments.megabytes) if arguments.what == "large" else _fuzz_one(name, arguments)
    failures = 0
    for name in formats:
        words = ["--inside", f"--megabytes={arguments.megabytes}", f"--seconds={arguments.seconds}"]
        words.append(f"--papers={arguments.papers}")
        command = [sys.executable, __file__, arguments.what, name, *words, f"--seed={arguments.seed}"]
        limit = arguments.seconds * 2 + 60 if arguments.what == "fuzz" else 600
        try:
            failed = subprocess.run(command, check=False, timeout=limit).returncode != 0
        except subprocess.TimeoutExpired:
            failed = True
            print(f"{name}: stopped after {limit} seconds")
        failures += failed
    print(f"{failures} of {len(formats)} formats failed")
    return bool(failures)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("large", "again", "fuzz"))
    parser.add_argument("formats", nargs="*", metavar="FORMAT")
    parser.add_argument("--megabytes", type=int, default=10)
    parser.add_argument("--papers", type=int, default=10_000)
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_intermixed_args()


def _parse(name: str, data: bytes, cache: Path | None = None) -> int:
    """Read a file as any other; how many records it has."""
    from conspectus import sources
    from conspectus.cache import Cache
    from conspectus.model.paper import Source

    reading = sources.parse(Source(SAMPLES[name].name, data, hashlib.sha256(data).hexdigest()), Cache(cache))
    return len(reading.records)


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _read_one(name: str, megabytes: int) -> int:
    data = SAMPLES[name].of_size(megabytes * 1024 * 1024)
    begun = time.process_time()
    records = _parse(name, data)
    seconds, memory = time.process_time() - begun, _peak()
    failed = seconds > MOST_SECONDS or memory > MOST_MEMORY
    print(f"{name:30} {records:7,} records {seconds:6.1f} s {memory // 1024**2:5} MB{'  FAILED' if failed else ''}")
    return failed


def _read_again(name: str, papers: int) -> int:
    """Seconds of the processor: first, where what is needed is imported already, and from the cache."""
    _parse(name, SAMPLES[name].of(1))
    with tempfile.TemporaryDirectory() as folder:
        data, times = SAMPLES[name].of(papers), [time.process_time()]
        for _ in range(2):
            records = _parse(name, data, Path(folder) / "cache")
            times.append(time.process_time())
    print(f"{name:30} {records:7,} records {times[1] - times[0]:6.2f} s, again {times[2] - times[1]:6.3f} s")
    return 0


def _fuzz_one(name: str, arguments: argparse.Namespace) -> int:
    signal.signal(signal.SIGPROF, _too_long)
    if importlib.util.find_spec("atheris"):
        return _guided(name, arguments.seconds)
    _parse(name, SAMPLES[name].of(1))  # what a reader needs is imported once
    random, whole = Random(f"{name} {arguments.seed}"), SAMPLES[name].of(4)  # noqa: S311 - the same files each time
    begun, files = time.monotonic(), 0
    while time.monotonic() - begun < arguments.seconds:
        _try(name, damaged(whole, random))
        files += 1
    print(f"{name:30} {files:9,} files {_peak() // 1024**2:5} MB")
    return _peak() > MOST_MEMORY


def _guided(name: str, seconds: int) -> int:
    """The same by atheris, which ends the process itself."""
    import atheris

    with atheris.instrument_imports(include=["conspectus"]):
        _parse(name, SAMPLES[name].of(1))  # imported here, or nothing is known of what a file reaches
    folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
    for papers in (1, 2, 4):
        (folder / str(papers)).write_bytes(SAMPLES[name].of(papers))
    options = [f"-max_total_time={seconds}", f"-rss_limit_mb={MOST_MEMORY // 1024**2}", "-max_len=20000"]
    options += [f"-timeout={MOST_SECONDS}", "-print_final_stats=1", f"-artifact_prefix={folder}/found-"]
    atheris.Setup([sys.argv[0], str(folder), *options], lambda data: _try(name, data))
    atheris.Fuzz()
    return 0


def _try(name: str, data: bytes) -> None:
    signal.setitimer(signal.ITIMER_PROF, MOST_SECONDS)  # of the processor, whatever else it has to do
    try:
        _parse(name, data)
    except BaseException:
        kept = Path(tempfile.gettempdir()) / f"broke-{name.replace(' ', '-')}-{hashlib.sha256(data).hexdigest()[:12]}"
        kept.write_bytes(data)
        print(f"{name}: {kept}", file=sys.stderr)
        raise
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _too_long(*_: object) -> None:
    raise TimeoutError(f"more than {MOST_SECONDS} seconds")


if __name__ == "__main__":
    sys.exit(main())
