"""How templates become code: what Jinja makes of them, but for four things.

What a filter makes of a constant is worked out when a page is rendered: Jinja would do so when it compiles a template,
and keep the address that an asset, or the site, had then. And plain text is escaped to plain text: a `Markup` of each
of the hundreds of pieces that a page is joined of would take longer than the escaping. The globals of a template are
those of its environment and not a chain of two mappings, whose keys Jinja subtracts, one by one, at each import.
A macro is called as what it is, and not asked first what it wants to be given; a page calls hundreds.
"""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from functools import lru_cache
from importlib.machinery import SourceFileLoader
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context, Macro
from jinja2.utils import internalcode
from markupsafe import Markup, escape

PRECOMPILED = Path(__file__).parent / "precompiled" / jinja2.__version__
"""Where a wheel has what the package's templates become with the version of Jinja it was built with; see `precompiled`.
With another version, and in a checkout, they are compiled when they are first shown."""

MARKUP = ("html", "svg", "xml")
"""Endings of the templates that write markup, in which everything is escaped unless it says that it is safe."""

NOT_GIVEN = ("lipsum",)
"""The globals of Jinja's that templates do not get."""


class Compiled(jinja2.BytecodeCache):
    """Keeps compiled templates for as long as the program runs: the preview makes a new environment for each edit.

    Jinja asks by a template's name and file and compares the digest of its source: an edited one is compiled anew.
    """

    def __init__(self, precompiled: Path | None = None) -> None:
        """`precompiled`: a folder of the package's own with the Python of some templates."""
        self._code: dict[str, bytes] = {}
        self._precompiled = precompiled

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        return filename or name

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._code:
            bucket.bytecode_from_string(self._code[bucket.key])
        elif self._precompiled and (path := self._precompiled / _python(bucket.checksum)).is_file():
            code = SourceFileLoader(path.stem, str(path)).get_code(path.stem)  # Python keeps it in bytes as any module
            bucket.code = code.replace(co_filename=bucket.key) if code else None  # so that mistakes name the template

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._code[bucket.key] = bucket.bytecode_to_string()


COMPILED, SANDBOXED = Compiled(PRECOMPILED), Compiled()
"""Apart, for a template is compiled to other code in the sandbox."""


def escaped(value: object) -> str:
    """A value as it stands in markup, as plain text: what says that it is markup stays as it is."""
    kind = type(value)
    if kind is str:
        return _text_escaped(value)
    return value if kind is Markup else escape(value)  # type: ignore[return-value]


@lru_cache(maxsize=16384)
def _text_escaped(text: str) -> str:
    return str(escape(text))


class LateGenerator(CodeGenerator):
    """Writes the code of a template for an Environment."""

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> str:
        if isinstance(node, nodes.TemplateData | nodes.Const):
            return super()._output_child_to_const(node, frame, finalize)
        raise nodes.Impossible

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("environment.escaped(")
        else:
            super()._output_child_pre(node, frame, finalize)


WANTS_CONTEXT = Macro.__call__.jinja_pass_arg  # type: ignore[attr-defined]
"""How Jinja marks what wants to know whether it is called where text is escaped: macros, and what translates."""


class QuickContext(Context):
    """The names that a template sees."""

    @internalcode
    def call(self, called: Any, /, *given: Any, _block_vars: Any = None, _loop_vars: Any = None, **named: Any) -> Any:
        """What comes of calling something."""
        if type(called) is Macro or getattr(called, "jinja_pass_arg", None) is WANTS_CONTEXT:
            return called(self.eval_ctx, *given, **named)
        return super().call(called, *given, _block_vars=_block_vars, _loop_vars=_loop_vars, **named)


class Environment(jinja2.Environment):
    """One whose templates are written by LateGenerator."""

    code_generator_class = LateGenerator
    context_class = QuickContext
    escaped = staticmethod(escaped)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return self.globals if not d else super().make_globals(d)


def made(kind: type[Environment], compiled: Compiled) -> jinja2.Environment:
    """An environment with what is the same in all of ours."""
    environment = kind(
        autoescape=jinja2.select_autoescape(MARKUP, default=False),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,  # one environment, one site: what is edited meanwhile shows in the next one
        cache_size=-1,
        bytecode_cache=compiled,
        optimized=False,  # which would work out what filters make of constants
        extensions=["jinja2.ext.i18n"],
    )
    environment.policies["ext.i18n.trimmed"] = True
    environment.newstyle_gettext = True  # type: ignore[attr-defined]  # the extension adds it
    for name in NOT_GIVEN:
        environment.globals.pop(name, None)
    return environment


class _AnyName(dict[str, Any]):
    """Filters, where those of a site are not at hand. All of ours are plain functions, so none is called in another way
    than `str` would be."""

    def get(self, name: str, default: Any = None) -> Any:
        return super().get(name, str)


def precompiled(templates: Path) -> Iterator[tuple[str, str]]:
    """The templates of a folder as Python: for each the name of its file below PRECOMPILED, and what stands in it.

    For the build of a wheel, which has nothing but Jinja: this module imports nothing of the package.
    """
    environment = made(Environment, Compiled())
    environment.filters = _AnyName(environment.filters)
    for path in sorted(templates.rglob("*")):
        name = path.relative_to(templates).as_posix()
        if path.is_file() and not name.startswith("assets/"):
            source = path.read_text("utf-8")
            yield _python(COMPILED.get_source_checksum(source)), environment.compile(source, name, raw=True)


def _python(checksum: str) -> str:
    return f"template_{checksum}.py"
