"""Reading, rendering and writing by the workers of a Dask cluster that stands already.

Files are read in turn by whoever is free. Then each worker gets the survey once, plans the same site, and renders and
writes the pages on the tickets that it takes. What a worker had that is lost is done by another one, so a file may be
written twice, with the same bytes. All that is sent is pickled, as everything in a Dask cluster is: the curator names a
cluster that nobody else can reach.
"""

from __future__ import annotations

import functools
import tempfile
import threading
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple, TypeVar

from conspectus import __version__, last_build, pages
from conspectus.catalog import Catalog
from conspectus.diagnostics import HintedError
from conspectus.model.site import Page, Shows
from conspectus.model.survey import Survey
from conspectus.pipeline import Compiled
from conspectus.project import Project, packaged_templates
from conspectus.publish import Write, Written
from conspectus.render import Renderer

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

SECONDS = 5
"""How long a scheduler may take to answer."""

TICKET = 200
"""How many pages a worker takes at a time: some seconds of work, and as much to do again where it is lost."""


class ClusterError(HintedError):
    """The cluster cannot be worked with."""


class Cluster:
    """The workers of a Dask cluster; `close` lets go of them."""

    def __init__(self, address: str) -> None:
        """ClusterError if Dask is not installed, or no cluster of workers with this very version answers there."""
        try:
            import distributed
        except ImportError as error:
            raise ClusterError("Dask is not installed", "run `pip install 'conspectus[cluster]'`") from error
        try:
            self._client = distributed.Client(address, timeout=SECONDS, set_as_default=False)
        except (OSError, ValueError) as error:
            raise ClusterError(f"no Dask scheduler answers at {address}", "start one, or check its address") from error
        try:
            self._check(address)
        except BaseException:
            self.close()
            raise

    def _check(self, address: str) -> None:
        try:
            versions = self._client.run(_version)
        except Exception as error:
            raise ClusterError(
                f"a worker of {address} cannot run Conspectus: {error}", "install the same version on all of them"
            ) from error
        if not versions:
            raise ClusterError(f"the scheduler at {address} has no workers", f"start some: `dask worker {address}`")
        for worker, version in versions.items():
            if version != _version():
                raise ClusterError(
                    f"{worker} has another version of Conspectus or of a template", "install the same on all of them"
                )

    def close(self) -> None:
        self._client.close()

    def each(self, make: Callable[[K], V], keys: Iterable[K], /) -> Iterable[V]:
        """As `map`, each value by whoever is free."""
        made: list[V] = self._client.gather(self._client.map(make, list(keys), pure=False))
        return made

    def written(
        self, compiled: Compiled, project: Project, write: Write, known: Mapping[str, Shows]
    ) -> Iterator[Written]:
        """As `Renderer.written`. ClusterError if workers were lost again and again, or see other folders than we do."""
        from distributed import as_completed
        from distributed.scheduler import KilledWorker

        share = Share(compiled.survey, _own_templates(project), write.repeatable(), known)
        sent = self._client.scatter(share, broadcast=True)
        work = [self._client.submit(Share.done, sent, urls, pure=False) for urls in _tickets(compiled.site.pages)]
        try:
            for future in as_completed(work, loop=self._client.loop):
                yield from future.result()
                future.release()
        except KilledWorker as error:
            raise ClusterError(
                f"workers were lost again and again: {error}", "see whether their memory ran out"
            ) from error
        finally:
            self._client.cancel(work, force=True)
        yield from compiled.renderer.written(replace(compiled.site, kinds=()), write)  # the assets


@dataclass(frozen=True, eq=False)
class Share:
    """What a worker needs for its share of the pages. It is sent there once; workers may have it from one another."""

    survey: Survey
    templates: Mapping[str, bytes]
    write: Write
    known: Mapping[str, Shows]

    def done(self, urls: Sequence[str]) -> list[Written]:
        """Render and write the pages at these addresses."""
        with _TURN:
            plan = _plan(self)
            return [self.write(plan.renderer.made(plan.pages[url], self.known)) for url in urls]


_TURN = threading.Lock()
"""A worker may have several threads, and a renderer is not to be used by two of them at once."""


class _Plan(NamedTuple):
    """The pages of a site by their addresses, what renders them, and the folder that its own templates are in."""

    pages: Mapping[str, Page]
    renderer: Renderer
    folder: tempfile.TemporaryDirectory[str]  # which is removed with the plan


@functools.lru_cache(maxsize=1)
def _plan(share: Share) -> _Plan:
    """The plan of the site, which is the same on all workers, and made once on each."""
    site = pages.plan(Catalog.of(share.survey))
    folder = tempfile.TemporaryDirectory(prefix="conspectus-")
    own = Path(folder.name).resolve()
    for name, data in share.templates.items():
        (own / name).parent.mkdir(parents=True, exist_ok=True)
        (own / name).write_bytes(data)
    folders = [own, packaged_templates()] if share.templates else [packaged_templates()]
    return _Plan({page.url: page for page in site.pages}, Renderer(folders, site.shell), folder)


def _version() -> str:
    """What has to be the same wherever pages of one site are rendered."""
    return f"{__version__} {last_build.templates([packaged_templates()])}"


def _own_templates(project: Project) -> Mapping[str, bytes]:
    """The survey's own templates and assets; no link is followed out of their folder."""
    *own, _ = project.templates
    files = ((folder, path) for folder in own for path in folder.rglob("*") if path.is_file())
    inside = ((folder, path) for folder, path in files if path.resolve().is_relative_to(folder.resolve()))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for folder, path in inside}


def _tickets(planned: Sequence[Page]) -> Iterator[list[str]]:
    """The addresses of the pages, cut for workers to take in turn; those that go together are on one, the first."""
    together = [page.url for page in planned if page.kind.together]
    alone = [page.url for page in planned if not page.kind.together]
    yield together
    yield from (alone[start : start + TICKET] for start in range(0, len(alone), TICKET))
