"""Stylesheets, scripts and images: each goes out under a name that carries the digest of its bytes.

So a browser may keep them for ever, and a page and its stylesheet always fit together. A stylesheet may be kept in
pieces: what stands in `css/site/` is joined, in the order of the names, into `css/site.css`, which a page loads at
once. A font or an image that it names, `url("../fonts/x.woff2")`, and a script that another imports, `from "./x.js"`,
become the names they go out under. A script goes out without the comments that begin its lines: they are for who works
on it, and a fifth of what a reader would wait for.
"""

from __future__ import annotations

import difflib
import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path, PurePosixPath

from conspectus.language import ENGLISH, Language
from conspectus.model.site import Output
from conspectus.render.mistakes import AssetError

FOLDER = "assets"
"""The folder of assets, below `templates/` and below the site's root."""

SUFFIXES = frozenset(".avif .css .gif .ico .jpeg .jpg .js .json .mjs .png .svg .txt .webmanifest .webp .woff2".split())
"""What is published. Anything else in the folder, such as a README or an editor's file, stays where it is."""

IMPORT = re.compile(rb"""(\b(?:from|import)\s*\(?\s*["']\./)([\w.-]+\.m?js)(?=["'])""")
"""How a script names one beside it, at once or later: `from "./x.js"`, `import("./x.js")`."""

URL = re.compile(rb"""(\burl\(["'])(?:\.\./)([\w./-]+)(?=["']\))""")
"""How a stylesheet names a font or an image: `url("../fonts/x.woff2")`."""

COMMENT = re.compile(rb"^//.*\n", re.MULTILINE)
"""A comment with the line to itself. One that is indented stays: there it could be a line of some text."""

TRANSLATIONS = "js/translations.js"
"""The script that the build writes: strings in the pages' language."""

MAX_BYTES = 8 * 1024 * 1024


class Assets:
    """The assets found in the `assets/` of some template folders, first hit wins, by their path below it.

    But for the names of other assets and a script's comments, what they contain is left alone.
    """

    def __init__(self, folders: Sequence[Path], language: Language = ENGLISH) -> None:
        self._language = language
        self._folders = [folder / FOLDER for folder in folders]

    @cached_property
    def _files(self) -> dict[str, Path]:
        files: dict[str, Path] = {}
        for folder in self._folders:
            for path in sorted(folder.rglob("*")):
                name = path.relative_to(folder)
                hidden = any(part.startswith(".") for part in name.parts)
                # A link that leads out of the folder could publish any file of the machine the site is built on.
                inside = path.resolve().is_relative_to(folder.resolve())
                if path.suffix.lower() in SUFFIXES and path.is_file() and inside and not hidden:
                    files.setdefault(name.as_posix(), path)
        return files

    @cached_property
    def _contents(self) -> dict[str, bytes]:
        """What is to be published, by the asset's own name. Small files are all read; one too large is left out."""
        pieces: dict[str, list[bytes]] = {}
        for name, path in sorted(self._files.items()):
            whole = _joined_into(name)
            # A project's own css/site.css stands for all its pieces.
            if path.stat().st_size <= MAX_BYTES and (whole == name or whole not in self._files):
                pieces.setdefault(whole, []).append(path.read_bytes())
        contents = {name: b"\n".join(found) for name, found in pieces.items()}
        if TRANSLATIONS in contents:
            contents[TRANSLATIONS] = _translations(self._language, contents)
        return contents

    @cached_property
    def _outputs(self) -> dict[str, Output]:
        """What is published, by the asset's own name. AssetError if a script imports what is not there."""
        outputs: dict[str, Output] = {}
        for name in self._contents:
            self._publish(name, outputs, ())
        return outputs

    def _publish(self, name: str, outputs: dict[str, Output], importing: tuple[str, ...]) -> Output:
        """Add an asset, after those it imports, because its digest covers their names; `importing` are on the way."""
        if name not in outputs:
            own = PurePosixPath(name)

            def named(found: re.Match[bytes]) -> bytes:
                beside = own.parent if own.suffix != ".css" else own.parent.parent
                wanted = (beside / found[2].decode()).as_posix()
                if wanted not in self._contents or wanted in (*importing, name):
                    why = "which imports it in turn" if wanted in self._contents else "which is not there"
                    if own.suffix == ".css":
                        raise AssetError(f"`{name}` names `{wanted}`, {why}", "write its path from the stylesheet")
                    raise AssetError(f"`{name}` imports `{wanted}`, {why}", "a script imports those beside it by name")
                return found[1] + PurePosixPath(self._publish(wanted, outputs, (*importing, name)).path).name.encode()

            data = self._contents[name]
            if own.suffix in (".js", ".mjs"):
                data = IMPORT.sub(named, COMMENT.sub(b"", data))
            elif own.suffix == ".css":
                data = URL.sub(named, data)
            digest = hashlib.sha256(data).hexdigest()[:8]
            outputs[name] = Output(f"{FOLDER}/{own.stem}.{digest}{own.suffix}", data)
        return outputs[name]

    @cached_property
    def _published(self) -> dict[str, Output]:
        return {output.path: output for output in self._outputs.values()}

    def address(self, name: str) -> str:
        """Where an asset such as `css/site.css` stands below the site's root. AssetError if there is none."""
        if name in self._outputs:
            return self._outputs[name].path
        if name in self._files:
            limit = MAX_BYTES // 1024 // 1024
            raise AssetError(f"the asset `{name}` is larger than {limit} MiB", "make it smaller")
        alike = difflib.get_close_matches(name, self._outputs, 1)
        hint = f"did you mean `{alike[0]}`?" if alike else f"put it into templates/{FOLDER}/"
        raise AssetError(f"there is no asset `{name}`", hint)

    def find(self, path: str) -> Output | None:
        """The asset that stands at this path of the site."""
        return self._published.get(path)

    def outputs(self) -> Iterator[Output]:
        """All assets, by their path in the site; those that are the same bytes under the same name once."""
        for _, output in sorted(self._published.items()):
            yield output


def _translations(language: Language, contents: Mapping[str, bytes]) -> bytes:
    """The script that has the strings of all others in the pages' language."""
    scripts = b"\n".join(data for name, data in contents.items() if name.endswith(".js"))
    texts = {
        f"{context}|{text}" if context else text: forms
        for (context, text), forms in sorted(language.messages.texts.items())
        if json.dumps(text, ensure_ascii=False).encode() in scripts
    }
    table = {"forms": dict(language.plural_forms), "texts": texts}
    return f"export default {json.dumps(table, ensure_ascii=False)};\n".encode()


def _joined_into(name: str) -> str:
    """The stylesheet that a file below `css/` is a piece of; any other asset's own name."""
    parts = PurePosixPath(name).parts
    return f"css/{parts[1]}.css" if len(parts) > 2 and parts[0] == "css" and name.endswith(".css") else name
