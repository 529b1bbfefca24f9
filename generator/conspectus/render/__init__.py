"""From the plan to bytes: Jinja templates, Markdown, assets, pictures."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

import jinja2

from conspectus.cache import Cache
from conspectus.diagnostics import Mistake
from conspectus.model.site import UNKNOWN, Copied, Kept, Made, Output, Page, Picture, Shell, Shows, Site, TextFile
from conspectus.project import State, state_of
from conspectus.render import assets, mistakes, partials, pictures, sandbox, shares, shown
from conspectus.render.assets import Assets
from conspectus.render.environment import environment
from conspectus.render.filters import filters
from conspectus.render.mistakes import AssetError, TemplateMistake
from conspectus.render.partials import Partials

T = TypeVar("T")

FORBIDDEN = bytes(code for code in (*range(32), 127) if code not in b"\t\n\r")
NO_CHARACTERS_BEGIN = b"\xef\xbf"
NO_CHARACTERS = re.compile(NO_CHARACTERS_BEGIN + b"[\xbe\xbf]")
"""What neither XML nor HTML allows, in whatever way it may be written: control characters, U+FFFE and U+FFFF."""


class Renderer:
    """Renders pages with the templates found in `folders`; of files with the same name the first folder's is taken.

    A template sees `page` (the page's view), `shell`, `here` (the page's url below the root), and the filters of
    `render/filters.py`. Not to be used by two threads at once.
    """

    def __init__(
        self, folders: Sequence[Path], shell: Shell, cache: Cache | None = None, previous: Renderer | None = None
    ) -> None:
        """`cache` keeps pictures, which take longer to draw than pages to write. From the renderer of the `previous`
        build are taken over the assets if no file of them changed, and if no template did either, those and what they
        rendered.
        """
        self._folders = tuple(folders)
        self._cache = cache or Cache(None)
        self._shell = shell
        self._state = tuple(state_of(folder) for folder in self._folders)
        same = previous if previous and previous._folders == self._folders else None
        same_assets = same and (same._shell.language, _of_assets(same._state)) == (
            shell.language,
            _of_assets(self._state),
        )
        self._assets: Assets = same._assets if same and same_assets else Assets(folders, shell.language)
        self._environment: jinja2.Environment
        self.partials: Partials
        if same and (same._shell, same._state) == (shell, self._state):
            self._environment, self.partials = same._environment, same.partials.next()
        else:
            self._environment = environment(folders, filters(shell, self._assets), shell.language)
            self._environment.filters["partial"] = partials.show
            self.partials = Partials(self._environment, shell)

    @property
    def files(self) -> Mapping[str, object]:
        """All templates and assets by their paths, each with what changes when the file does."""
        return {name: signature for folder in reversed(self._state) for name, signature in folder}

    def page(self, page: Page) -> Output:
        """One page. TemplateMistake if its template, or one that this makes use of, is wrong."""
        return self._rendered(page, page.view)

    def _rendered(self, page: Page, view: object, shows: Shows = UNKNOWN) -> Output:
        if isinstance(view, Picture):
            draw = functools.partial(pictures.drawn, view)
            return Output(page.path, self._cache.get("pictures", bytes, repr(view), draw), shows=shows)
        if isinstance(view, Copied):
            return Output(page.path, view.data, shows=shows)
        if isinstance(view, TextFile):
            return Output(page.path, _clean(view.text), shows=shows)
        token = partials.CURRENT.set(self.partials)
        try:
            template = self._environment.get_template(page.template)
            render = sandbox.rendered if len(self._folders) > 1 else jinja2.Template.render
            text = render(template, page=view, shell=self._shell, here=page.url)
        except Exception as error:  # a template is code, so anything can go wrong in it; its author needs the line
            raise mistakes.of(error, page.template, self._folders) from error
        finally:
            partials.CURRENT.reset(token)
        return Output(page.path, _clean(text), page.kind.stored, shows)

    def asset(self, path: str) -> Output | None:
        """One asset by its path below the site's root, None if there is no such asset."""
        try:
            return self._assets.find(path)
        except AssetError:  # no page can be made with these assets, and the pages say why
            return None

    def mistakes(self, site: Site) -> Iterator[Mistake]:
        """The mistakes in templates, which are found by rendering all pages; a page has at most one."""
        for page in site.pages:
            try:
                self.page(page)
            except TemplateMistake as error:
                yield error.mistake

    def outputs(self, site: Site) -> Iterator[Made]:
        """All pages and assets, rendered one by one as they are asked for."""
        return self.written(site, lambda made: made)

    def written(
        self,
        site: Site,
        write: Callable[[Made], T],
        jobs: int = 1,
        known: Mapping[str, Shows] = MappingProxyType({}),
    ) -> Iterator[T]:
        """What `write` returns for each page and asset, in any order. With more jobs than one, so many processes render
        and write many pages, where that is possible. ChildProcessError if one of these was killed.

        `known`: what each page shows that was rendered before with all that these share, by its path; one that shows
        the same now is kept as it was.
        """
        pages = site.pages

        def done(page: Page) -> T:
            return write(self.made(page, known))

        if jobs > 1 and len(pages) >= FEW and shares.are_possible():
            first, others = _first_of_many(pages)
            for page in first:  # what it compiles and looks up is in all processes
                yield done(page)
            yield from shares.done(others, done, jobs)
        else:
            yield from map(done, pages)
        yield from map(write, self._assets.outputs())

    def made(self, page: Page, known: Mapping[str, Shows]) -> Made:
        """One page, rendered, or kept where it shows what is `known` of it."""
        if page.kind.stored:
            return self.page(page)  # there is no file that could be kept
        before = known.get(page.path, UNKNOWN)
        inputs = page.made_of() if page.made_of else b""
        made_of = inputs if isinstance(inputs, bytes) else shown.digest(page, inputs)
        if made_of and made_of == before.made_of:
            return Kept(page.path, before)
        view = page.view
        is_enough = made_of and page.kind.repeats  # a list's pieces take a third as long to digest as to be shown
        shows = Shows(made_of, b"" if is_enough else shown.digest(page, view))
        if shows.view and shows.view == before.view:
            return Kept(page.path, shows)
        return self._rendered(page, view, shows)


def _clean(text: str) -> bytes:
    """The text in UTF-8, without what neither XML nor HTML allows."""
    data = text.encode("utf-8", "replace").translate(None, FORBIDDEN)
    return NO_CHARACTERS.sub(b"", data) if NO_CHARACTERS_BEGIN in data else data


FEW = 500
"""So many pages are rendered in the time that it takes to start processes for them."""


def _first_of_many(pages: Sequence[Page]) -> tuple[list[Page], list[Page]]:
    """The first page of each kind that has more than a hundred, if these do not go together, and all others."""
    counts = Counter(page.kind for page in pages)
    first = {page.kind: page for page in reversed(pages) if counts[page.kind] > 100 and not page.kind.together}
    urls = {page.url for page in first.values()}
    return list(first.values()), [page for page in pages if page.url not in urls]


def _of_assets(state: Sequence[State]) -> list[State]:
    """What of the state of template folders is about assets."""
    return [tuple(file for file in folder if file[0].startswith(f"{assets.FOLDER}/")) for folder in state]
