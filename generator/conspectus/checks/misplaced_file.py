"""A file lies where nothing reads it, or where other files belong.

    content/library.bib           # papers belong in content/papers/
    content/topic.yaml            # categories belong in content/taxonomy/
    content/taxonomy/topic.json   # categories are written in YAML
    content/pages/about.txt       # prose is written in Markdown: about.md

Move the file to where the message says, or out of `content/`. A README and files that begin with a dot are left alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import PurePosixPath

from conspectus.diagnostics import Mistake, Severity, Span, nearest
from conspectus.model.survey import Survey

CODE = "S018"
SEVERITY = Severity.WARNING

FOLDERS = ("papers", "taxonomy", "pages", "notes", "images", "locale", "imported")
SETTINGS = ("survey", "citation-keys")
PAPERS = frozenset(".bib .ris .json .jsonl .csv .tsv .nbib .enw .xml .rdf .txt .html .htm .abs .ciw".split())
IMAGES = frozenset(".avif .gif .jpeg .jpg .png .svg .webp .tif .tiff .bmp .eps .pdf .heic".split())
MARKDOWN = frozenset(".md .markdown .mdown .mkd .txt .rst .html".split())
LEFT_ALONE = frozenset("readme license licence changelog contributing notice makefile thumbs desktop".split())
YAML = (".yaml", ".yml")


def find(survey: Survey) -> Iterator[Mistake]:
    papers = survey.library.by_id.keys()
    for file in survey.unread:
        path = PurePosixPath(file)
        if path.stem.lower() not in LEFT_ALONE and path.parts[1] not in ("imported", "locale"):
            help = _beside(path, papers) if len(path.parts) == 2 else _in_folder(path)
            yield Mistake("misplaced-file", f"nothing reads `{file}`", Span(file), help)


def _beside(path: PurePosixPath, papers: Collection[str]) -> str:
    """What to do with a file that lies in content/ itself."""
    suffix = path.suffix.lower()
    if suffix in YAML:
        near = nearest(path.stem, SETTINGS)
        if near:
            return f"rename it to {near}.yaml"
        return f"move it to content/taxonomy/{path.stem}.yaml if it has categories, to content/papers/ if it has papers"
    if suffix in MARKDOWN - {".txt", ".html"}:
        return f"move it to content/{'notes' if path.stem in papers else 'pages'}/{path.stem}.md"
    return _by_suffix(path)


def _in_folder(path: PurePosixPath) -> str:
    """What to do with a file in a folder."""
    folder, suffix = path.parts[1], path.suffix.lower()
    if folder not in FOLDERS:
        near = nearest(folder, FOLDERS)
        return f"rename the folder to content/{near}/" if near else f"the folders are {', '.join(FOLDERS)}"
    if folder in ("pages", "notes") and suffix in MARKDOWN:
        return f"write it in Markdown, and name it {path.stem}.md"
    if folder == "images":
        return "export it as PNG, JPEG, WebP or SVG"
    return _by_suffix(path)


def _by_suffix(path: PurePosixPath) -> str:
    suffix = path.suffix.lower()
    if suffix in IMAGES:
        return "move it to content/images/"
    if path.parts[1] == "taxonomy" and suffix == ".json":
        return f"write its categories in YAML, in {path.stem}.yaml"
    if suffix in PAPERS:
        return "move it to content/papers/"
    return "move it out of content/"
