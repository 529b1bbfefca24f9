"""An id cannot be part of an address, or a value is not a valid arXiv id or DOI.

    - id: "KV cache"           # has a space; write kv-cache
      arxiv: 2404.1446         # needs five digits since 2015
      doi: doi.org/lamps       # a DOI starts with 10. and has a slash

Ids of papers, categories and facets, and the names of Markdown files, become folders of the site. They may have
letters, digits, hyphens, underscores and dots, and start with a letter or a digit. Put arXiv ids in quotes: YAML reads
`2404.10` as a number.
"""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.diagnostics import Mistake, Severity
from conspectus.model.identifiers import is_safe_id, slug
from conspectus.model.survey import Survey

CODE = "S006"
SEVERITY = Severity.ERROR


def find(survey: Survey) -> Iterator[Mistake]:
    """Pages of prose whose file names cannot be addresses."""
    for page in survey.pages:
        if not is_safe_id(page.name):
            message = f"the page name `{page.name}` cannot be part of an address"
            help = f"rename the file, for example to `{slug(page.name) or 'page'}.md`"
            yield Mistake("bad-identifier", message, page.span, help)
