"""ORCIDs are kept wherever a format has them; every person is made up."""

from __future__ import annotations

import pytest

from conspectus import sources
from conspectus.cache import Cache
from conspectus.model.paper import Source
from conspectus.model.people import Person

NUMBER = "0000-0002-1825-0097"
AUTHORS = "author = {Wick, Ada and Oil, Bo}"

FILES = {
    "annotation": ("x.bib", f'@misc{{k, title = {{A}}, {AUTHORS}, author+an:orcid = {{1="{NUMBER}"}}}}'),
    "beside": ("x.bib", f"@misc{{k, title = {{A}}, {AUTHORS}, orcid-numbers = {{Wick, A./{NUMBER}}}}}"),
    "parts": ("x.bib", f"@misc{{k, title = {{A}}, author = {{given=Ada, family=Wick, orcid={NUMBER} and Bo Oil}}}}"),
    "MEDLINE": ("x.nbib", f"PMID- 1\nOWN - NLM\nTI  - A\nFAU - Wick, Ada\nAUID- ORCID: {NUMBER}\nFAU - Oil, Bo\n"),
    "Web of Science": ("x.txt", f"PT J\nTI A\nAF Wick, Ada\n   Oil, Bo\nOI Wick, Ada/{NUMBER};\nER\n"),
    "RIS": ("x.ris", f"TY  - BOOK\nTI  - A\nAU  - Wick, Ada ({NUMBER})\nAU  - Oil, Bo\nER  - \n"),
    "YAML": ("x.yaml", f"- title: A\n  authors: [Ada Wick ({NUMBER}), Bo Oil]\n"),
    "table": ("x.csv", f'title,authors\nA,"Ada Wick ({NUMBER}), Bo Oil"\n'),
    "Crossref": (
        "x.json",
        '[{"DOI": "10.99999/1", "reference-count": 0, "title": ["A"], "author": [{"family": "Wick", "given": "Ada", '
        f'"ORCID": "http://orcid.org/{NUMBER}"}}, {{"family": "Oil", "given": "Bo"}}]}}]',
    ),
    "OpenAlex": (
        "x.json",
        '[{"id": "https://openalex.org/W1", "title": "A", "authorships": [{"author": {"display_name": "Ada Wick", '
        f'"orcid": "https://orcid.org/{NUMBER}"}}}}, {{"author": {{"display_name": "Bo Oil"}}}}]}}]',
    ),
}


@pytest.mark.parametrize("format", FILES)
def test_an_orcid_is_kept_with_its_person(format: str) -> None:
    name, text = FILES[format]
    (record,) = sources.parse(Source(name, text.encode(), "d"), Cache(None)).records
    assert record.work.authors
    assert record.work.authors.people == (Person("Wick", "Ada", orcid=NUMBER), Person("Oil", "Bo"))
