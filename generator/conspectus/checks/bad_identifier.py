"""An id cannot be a piece of an address, or an arXiv id or DOI is none.

    - id: "KV cache"           # a space; write kv-cache
      arxiv: 2404.1446         # five digits since 2015
      doi: doi.org/lamps       # a DOI begins with 10. and has a slash

Ids of papers, categories and facets, and the names of Markdown files, become folders of the site: letters, digits,
hyphens, underscores and dots, a letter or digit first. arXiv ids in quotes stay what they are; YAML takes `2404.10` for
a number.
"""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.diagnostics import Mistake, Severity
from conspectus.model.identifiers import is_safe_id, slug
from conspectus.model.survey import Survey

CODE = "S006"
SEVERITY = Severity.ERROR


def find(survey: Survey) -> Iterator[Mistake]:
    """Pages of prose whose file has a name that cannot be an address."""
    for page in survey.pages:
        if not is_safe_id(page.name):
            said = f"the page's name `{page.name}` cannot be a piece of an address"
            help = f"rename the file, for example to `{slug(page.name) or 'page'}.md`"
            yield Mistake("bad-identifier", said, page.span, help)
