"""A site made by a cluster: a real scheduler and workers on this machine, and a server that speaks as Amazon S3."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import pytest

from conspectus.cache import Cache
from conspectus.pipeline import build
from conspectus.project import PACKAGE, Project, packaged_templates

pytest.importorskip("distributed", reason="Dask is not installed: pip install 'conspectus[cluster]'")

BUCKET = "lamps"
KEYS = {"AWS_ACCESS_KEY_ID": "made-up", "AWS_SECRET_ACCESS_KEY": "made-up", "AWS_DEFAULT_REGION": "us-east-1"}
LOOPBACK = ("--host", "127.0.0.1", "--no-dashboard")


class Running(NamedTuple):
    """A program, and the file that has what it says."""

    process: subprocess.Popen[bytes]
    log: Path

    def said(self, pattern: str) -> str:
        """What the first line about this has for it, when there is one."""
        until = time.monotonic() + 120
        while not (found := re.search(pattern, self.log.read_text("utf-8"))):
            assert time.monotonic() < until and self.process.poll() is None, self.log.read_text("utf-8")
            time.sleep(0.05)
        return found[1]


@contextmanager
def running(
    log: Path, module: str, *arguments: str, env: Mapping[str, str] = MappingProxyType({})
) -> Iterator[Running]:
    """A Python program for as long as it is needed."""
    with log.open("wb") as file:
        command = [sys.executable, "-m", module, *arguments]
        process = subprocess.Popen(command, stdout=file, stderr=file, env={**os.environ, **env})
        try:
            yield Running(process, log)
        finally:
            process.kill()
            process.wait()


class Farm:
    """A scheduler and its workers."""

    def __init__(self, stack: ExitStack, folder: Path, workers: int, env: Mapping[str, str]) -> None:
        scheduler = running(folder / "scheduler.log", "distributed.cli.dask_scheduler", *LOOPBACK, "--port", "0")
        self.address = stack.enter_context(scheduler).said(r"Scheduler at:\s+(tcp://\S+)")
        options = ("--no-nanny", "--nthreads", "1", "--local-directory", str(folder))
        command = ("distributed.cli.dask_worker", self.address, *LOOPBACK, *options)
        started = [running(folder / f"worker-{number}.log", *command, env=env) for number in range(workers)]
        self.workers = [stack.enter_context(worker) for worker in started]
        for worker in self.workers:
            worker.said(r"(Registered to)")


@pytest.fixture
def farm(tmp_path: Path) -> Iterator[Callable[..., Farm]]:
    folder = tmp_path / "dask"
    folder.mkdir()
    with ExitStack() as stack:
        yield lambda workers, env=MappingProxyType({}): Farm(stack, folder, workers, env)


def conspectus(
    survey: Project, *arguments: str, env: Mapping[str, str] = MappingProxyType({})
) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "conspectus", "build", "--no-search", "--project", str(survey.root), *arguments]
    environment = {**os.environ, "XDG_CACHE_HOME": str(survey.root / "cache"), **env}
    return subprocess.Popen(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def many_lamps(survey: Project) -> None:
    """Papers enough for a build to take some seconds."""
    lines = (f'{{"id": "lamp-{number}", "title": "Lamp {number} of many", "date": "2024"}}\n' for number in range(400))
    (survey.papers / "many.jsonl").write_text("".join(lines), "utf-8")


@pytest.mark.parametrize("templates", [False, True])
def test_workers_make_the_same_site(farm: Callable[..., Farm], survey: Project, templates: bool) -> None:
    if templates:
        (survey.root / "templates/pages").mkdir(parents=True)
        (survey.root / "templates/pages/not_found.html").write_text("Nothing is here.", "utf-8")
    build(survey, Cache(None), survey.root / "alone", pagefind=False)
    done = conspectus(survey, "--dask", farm(2).address, "--out", str(survey.root / "together"))
    out, err = done.communicate()
    assert out.startswith("Built "), err
    assert files(survey.root / "together") == files(survey.root / "alone")


def test_what_a_lost_worker_had_is_done_by_another(farm: Callable[..., Farm], survey: Project) -> None:
    many_lamps(survey)
    workers = farm(2)
    done = conspectus(survey, "--dask", workers.address, "--out", str(survey.root / "together"))
    until = time.monotonic() + 60
    while not list(survey.root.glob(".together.conspectus/new-*/papers/lamp-*/index.html")):
        assert time.monotonic() < until and done.poll() is None
        time.sleep(0.02)
    workers.workers[0].process.kill()
    out, err = done.communicate()
    assert out.startswith("Built "), err
    build(survey, Cache(None), survey.root / "alone", pagefind=False)
    assert files(survey.root / "together") == files(survey.root / "alone")
    assert not list(survey.root.glob(".together*"))


def test_mistakes_in_templates_are_reported_as_ever(farm: Callable[..., Farm], survey: Project) -> None:
    (survey.root / "templates/pages").mkdir(parents=True)
    (survey.root / "templates/pages/paper.html").write_text("\n{{ page.nowhere }}", "utf-8")
    done = conspectus(survey, "--dask", farm(1).address)
    _, err = done.communicate()
    assert done.returncode == 1
    assert "templates/pages/paper.html:2" in err and not survey.out.exists()


@pytest.mark.parametrize(
    ("before", "message"),
    [
        ("cluster.SECONDS = 1; address = 'tcp://127.0.0.1:9'", "no Dask scheduler answers at tcp://127.0.0.1:9"),
        ("address = 'lamp'; cluster.SECONDS = 1", "no Dask scheduler answers at lamp"),
        ("", "has no workers"),
        ("import sys; sys.modules['distributed'] = None", "Dask is not installed"),
    ],
)
def test_a_cluster_that_cannot_be_worked_with_is_refused(farm: Callable[..., Farm], before: str, message: str) -> None:
    code = f"""
from conspectus import cluster
address = {farm(0).address if not before else ""!r}
{before}
try:
    cluster.Cluster(address)
except cluster.ClusterError as error:
    print(error, "HELP", error.hint)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    said, _, hint = done.stdout.partition(" HELP ")
    assert message in said and hint.strip(), done.stderr


def test_workers_of_another_version_are_refused(farm: Callable[..., Farm], survey: Project) -> None:
    other = survey.root / "other"
    shutil.copytree(PACKAGE, other / "conspectus", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(packaged_templates(), other / "conspectus/templates", dirs_exist_ok=True)
    (other / "conspectus/templates/base.html").write_text("Another look.", "utf-8")
    done = conspectus(survey, "--dask", farm(1, {"PYTHONPATH": str(other)}).address)
    _, err = done.communicate()
    assert "has another version of Conspectus or of a template" in err
    assert done.returncode == 1 and not survey.out.exists()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment in which a server on this machine is Amazon S3, with a bucket."""
    pytest.importorskip("moto", reason="moto is not installed")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    with running(tmp_path / "store.log", "moto.server", "-H", "127.0.0.1", "-p", str(port)) as server:
        server.said(r"(Running on)")
        env = {**KEYS, "AWS_ENDPOINT_URL": url}
        _s3(env, f"mkdir {BUCKET}")
        yield env


def _s3(env: dict[str, str], what: str) -> str:
    """What a program that knows nothing of us says of the store."""
    verb, path = what.split()
    does = {
        "mkdir": "files.mkdir(path)",
        "list": "print(*files.find(path), sep='\\n')",
        "cat": "sys.stdout.buffer.write(files.cat_file(path))",
        "type": "print(files.info(path)['ContentType'])",
    }[verb]
    code = f"import sys, s3fs; path = {path!r}; files = s3fs.S3FileSystem(); {does}"
    environment = {**os.environ, **env}
    return subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    ).stdout


@pytest.mark.parametrize("workers", [0, 2])
def test_a_site_is_sent_to_a_store(
    farm: Callable[..., Farm], store: dict[str, str], survey: Project, workers: int
) -> None:
    to = ("--to", f"s3://{BUCKET}/survey/")
    cluster = ("--dask", farm(workers, store).address) if workers else ()
    done = conspectus(survey, *cluster, *to, env=store)
    out, err = done.communicate()
    assert out.startswith("Built ") and f"s3://{BUCKET}/survey/" in out, err
    build(survey, Cache(None), survey.root / "alone", pagefind=False)
    ours = {name for name in files(survey.root / "alone") if name != ".nojekyll"}
    assert {path.removeprefix(f"{BUCKET}/survey/") for path in _s3(store, f"list {BUCKET}/survey").split()} == ours
    page = f"{BUCKET}/survey/index.html"
    assert _s3(store, f"cat {page}") == (survey.root / "alone/index.html").read_text("utf-8")
    assert _s3(store, f"type {page}").strip() == "text/html"
