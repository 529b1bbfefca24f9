"""Mistakes as HTML, to be laid over the page that is open."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from html import escape

from conspectus.diagnostics import Diagnostic, Report, Severity, Span
from conspectus.diagnostics.excerpt import excerpt
from conspectus.text.counting import counted

Read = Callable[[str], str | None]
"""Gives the text of a file by the name spans have for it, None where there is none to show."""

Link = Callable[[Span], str]
"""Gives the address that opens a place in the curator's editor, an empty one where nothing does."""

FOLDER = "/__conspectus/"
"""Where the preview's own files stand; no page of a site has such an address."""


def laid_over(report: Report, read: Read, link: Link) -> str:
    """The errors of a report as an HTML fragment; empty if there is none. Everything in it is escaped."""
    errors = tuple(diagnostic for diagnostic in report.diagnostics if diagnostic.severity is Severity.ERROR)
    return listed(Report(errors), read, link) if errors else ""


def listed(report: Report, read: Read, link: Link) -> str:
    """All mistakes of a report as an HTML fragment, with a heading. Everything in it is escaped."""
    count = counted(len(report.diagnostics), "mistake")
    once = lru_cache(maxsize=2)(read)  # mistakes come file by file
    articles = (article(diagnostic, once, link) for diagnostic in report.diagnostics)
    return "\n".join([f"<h1>{count} in the content</h1>", *articles])


def article(diagnostic: Diagnostic, read: Read, link: Link) -> str:
    """One mistake with its place, the line it is in, and what to do."""
    help = f"<p class='help'>help: {escape(diagnostic.help)}</p>" if diagnostic.help else ""
    code = f"{diagnostic.severity}[{escape(diagnostic.code)}]"
    return (
        f"<article class='{diagnostic.severity}'>"
        f"<h2><span class='code'>{code}</span> {escape(diagnostic.check)}</h2>"
        f"<p class='message'>{escape(diagnostic.message)}</p>"
        f"<p class='place'>{place(diagnostic.span, link)}</p>"
        f"{source_line(diagnostic.span, read)}{help}"
        "</article>"
    )


def place(span: Span, link: Link) -> str:
    """Where a span is, leading to the editor where it can be opened there."""
    address = link(span)
    shown = escape(str(span))
    return f"<a href='{escape(address)}' title='Open in the editor'>{shown}</a>" if address else shown


def source_line(span: Span, read: Read) -> str:
    """The line a span is in, the piece itself marked; empty if the line cannot be shown."""
    found = excerpt(read(span.file), span)
    if found is None:
        return ""
    line = f"{escape(found.before)}<mark>{escape(found.marked)}</mark>{escape(found.after)}"
    return f"<pre><span class='number'>{span.line} | </span>{line}</pre>"


def alone(overlay: str) -> bytes:
    """A whole page with nothing but the overlay: what is shown while there is no good site yet."""
    return (
        "<!doctype html>\n<html lang='en'>\n<head>\n<meta charset='utf-8'>\n"
        "<meta name='viewport' content='width=device-width, initial-scale=1'>\n"
        f"<title>Mistakes in the content</title>\n<link rel='stylesheet' href='{FOLDER}overlay.css'>\n</head>\n"
        f"<body class='alone'>\n<main>\n{overlay}\n<p class='note'>This page shows the site once they are fixed.</p>\n"
        "</main>\n</body>\n</html>\n"
    ).encode()


def with_script(html: bytes, digest: str, token: str) -> bytes:
    """A page with the script that keeps it up to date.

    `digest` tells the script which version of the page this is; with `token` it may have the server write.
    """
    data = f'data-digest="{digest}" data-token="{token}"'
    script = f'<script type="module" src="{FOLDER}live.js" id="conspectus-live" {data}></script>\n'.encode()
    at = html.rfind(b"</body>")
    return html + script if at < 0 else html[:at] + script + html[at:]
