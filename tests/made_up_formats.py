# ruff: noqa: E501 - samples keep the lines of their formats
"""A made-up file of every format that is read, of any size: what fuzzing begins with, and large files are made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

RULE = "-" * 78 + "\n"
LIT = "They burn in halls, and we count how long each of them burns at night and by day. " * 8


@dataclass(frozen=True, slots=True)
class Sample:
    """A file's name, its beginning and end, what stands between two papers, and a paper, in which `<n>` is its number
    of five digits."""

    name: str
    paper: str
    start: str = ""
    end: str = ""
    between: str = ""

    def of(self, papers: int) -> bytes:
        """The file with so many papers."""
        made = self.between.join(self.paper.replace("<n>", f"{n:05}") for n in range(1, papers + 1))
        return (self.start + made + self.end).encode()

    def of_size(self, size: int) -> bytes:
        """The file with as many papers as come to a size in bytes."""
        return self.of(max(1, size // len((self.paper + self.between).encode())))


def _json(name: str, paper: str, start: str = "[\n", end: str = "\n]\n") -> Sample:
    return Sample(name, paper.replace("<lit>", LIT), start, end, ",\n")


SAMPLES: Mapping[str, Sample] = MappingProxyType(
    {
        "records in YAML": Sample(
            "x.yaml",
            f'- title: "Lamps <n>: A Survey"\n  authors: [Ada Wick, Bo van Oil]\n  date: 2024-04-22\n'
            f'  doi: 10.99999/lamp.<n>\n  abstract: "{LIT}"\n  urls:\n    - code: https://lamp.example/<n>\n',
        ),
        "Hugging Face paper": Sample(
            "x.md",
            f"{LIT}\n\n",
            "arxiv:2309.00001\n\nLamps: A Survey\n====\n\nPublished on Sep 21, 2023\n\nAuthors:\n\nAda Wick ,\n\nBo Oil\n\n"
            "Abstract\n--------\n\n",
            "[View arXiv page](https://arxiv.org/abs/2309.00001)\n",
        ),
        "Hugging Face page": Sample(
            "x.txt",
            f"Lamps <n>\n\nhttps://huggingface.co/papers/2410.<n>\n\n{LIT}\n\nhttps://huggingface.co/papers/2410.<n>\n\n"
            "[\n\n2 authors](https://huggingface.co/papers/2410.<n>)\n\n·\n\nOct 7, 2024\n\n",
            "# Daily Papers\n\n",
        ),
        "Hugging Face papers": _json(
            "x.json",
            '{"paper": {"id": "2509.<n>", "title": "Lamps <n>", "summary": "<lit>", "authors": [{"name": "Ada Wick"}], '
            '"publishedAt": "2025-09-28T17:58:59.000Z", "submittedOnDailyAt": "2025-09-30T01:13:12.259Z"}}',
        ),
        "ranked listing": Sample("x.txt", f"99.8NIMay 29, 2024\nLamps <n> at NightAda Wick, Bo Oil et al.\n{LIT}\n"),
        "trending listing": Sample(
            "x.txt",
            f"Submitted by\nwick\nLamps <n> at Night\n{LIT}\n9 authors\n·\nPublished on Sep 12, 2023\nUpvote\n76\n",
            "Trending Papers\n",
        ),
        "search listing": Sample(
            "x.txt", f"Lamps <n> at Night\n{LIT}\n", "Get trending papers in your email inbox!\nSubscribe\n"
        ),
        "daily listing": Sample(
            "x.txt", f"Lamps <n> at Night\n{LIT}\n• 19 authors\n·\nMar 1, 2024 1,024\n", "Daily Papers\nJan 7, 2026\n"
        ),
        "arXiv mailing": Sample(
            "x.txt",
            f"{RULE}\\\\\narXiv:2306.<n>\nDate: Wed, 7 Jun 2023 18:23:40 GMT   (14kb)\n\nTitle: Lamps <n> of\n  Wicks\n"
            f'Authors: Ada L\\"ampe (1), Bo Oil Jr. (2)\nCategories: math.GR\nDOI: 10.1234/Lamps.<n>\n\\\\\n  {LIT}\n'
            "\\\\ ( https://arxiv.org/abs/2306.<n> ,  14kb)\n",
        ),
        "arXiv page": Sample(
            "x.txt",
            f"[1] arXiv:2507.<n> [pdf, html, other]\nTitle: Lamps <n>\nAda Wick, Bo van Oil\n"
            f"Subjects: Computation and Language (cs.CL)\n\n{LIT}\n\n",
            "Showing new listings for Monday, 7 July 2025\n",
        ),
        "arXiv feed": Sample(
            "x.xml",
            f"<entry><id>http://arxiv.org/abs/2404.<n>v1</id><published>2024-04-22T17:00:00Z</published><title>Lamps "
            f"<n></title><summary>{LIT}</summary><author><name>Ada Wick</name></author></entry>\n",
            '<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><id>http://arxiv.org/api/x</id>\n',
            "</feed>\n",
        ),
        "Markdown export of a survey": Sample(
            "x.md", "- [Lamps <n>](https://lamp.example/<n>) - Ada Wick, Bo Oil, *Journal of Light*, 2021.\n"
        ),
        "list of papers in Markdown": Sample(
            "README.md",
            "- [Lamps of <n>](https://arxiv.org/abs/2404.<n>) (arXiv 2024.04) *Ada Wick, Bo Oil* [[code]](https://github.com/o/l<n>)"
            '\n- Smith, J., Oil, B. "Wicks of <n>." *ACL*, 2022. [[link]](https://doi.org/10.1000/<n>)\n',
            "# Lamps\n\n## Oil\n\n| Title | Venue |\n|-|-|\n| [Lamps](https://arxiv.org/abs/2404.14469) | ICLR 2024 |\n\n",
        ),
        "list of identifiers": Sample("x.txt", "2404.<n>\n10.1145/<n>.<n>\nhttps://lamp.example/<n>\n"),
        "BibTeX": Sample(
            "x.bib",
            '@article{k<n>, author = {van Wick, Ada and Mu{\\~n}oz, Bo}, title = {{Lamps} of $n$ \\"oil <n>},\n'
            '  journal = jol, year = 2021, month = sep, doi = {10.99999/lamp.<n>}, pages = "1--9",\n'
            f"  url = {{https://lamp.example/<n>}}, keywords = {{oil, salt}}, abstract = {{{LIT}}}}}\n",
            "@string{jol = {Journal of Light}}\n",
        ),
        "RIS": Sample(
            "x.ris",
            f"TY  - JOUR\nTI  - Lamps <n>\nAU  - van Wick, Ada\nAU  - Oil, Bo\nPY  - 2021/09/01\nJO  - Journal of Light\n"
            f"DO  - 10.99999/lamp.<n>\nSP  - 1\nEP  - 9\nAB  - {LIT}\nKW  - oil\nUR  - https://lamp.example/<n>\nER  - \n\n",
        ),
        "MEDLINE": Sample(
            "x.nbib",
            f"PMID- 999<n>\nOWN - NLM\nTI  - Lamps <n>.\nFAU - van Wick, Ada\nAUID- ORCID: 0000-0002-1825-0097\nDP  - 2009 Jan 5\n"
            f"LID - 10.99999/lamp.<n> [doi]\nAB  - {LIT}\nJT  - Journal of light\n\n",
        ),
        "Web of Science": Sample(
            "x.txt",
            f"PT J\nAU van Wick, A\n   Oil, B\nTI Lamps <n>\nSO JOURNAL OF LIGHT\nAB {LIT}\nPY 2021\nDI 10.99999/lamp.<n>\nER\n\n",
            "FN Clarivate Analytics Web of Science\nVR 1.0\n",
            "EF\n",
        ),
        "Zotero RDF": Sample(
            "x.rdf",
            "<bib:Article rdf:about='#<n>'><z:itemType>journalArticle</z:itemType><bib:authors><rdf:Seq><rdf:li><foaf:Person>"
            "<foaf:surname>Wick</foaf:surname></foaf:Person></rdf:li></rdf:Seq></bib:authors><dc:title>Lamps <n></dc:title>"
            f"<dcterms:abstract>{LIT}</dcterms:abstract><dc:date>2021-09-01</dc:date></bib:Article>\n",
            '<rdf:RDF xmlns:rdf="r" xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:dcterms="t" xmlns:dc="d" '
            'xmlns:bib="b" xmlns:foaf="f">\n',
            "</rdf:RDF>\n",
        ),
        "Zotero JSON": _json(
            "x.json",
            '{"itemType": "journalArticle", "itemID": "<n>", "citationKey": "wick<n>", "title": "Lamps <n>", "date": "2021-09-01", '
            '"creators": [{"creatorType": "author", "firstName": "Ada", "lastName": "Wick"}], "abstractNote": "<lit>"}',
            '{"config": {"label": "BetterBibTeX JSON"}, "collections": {"ABCD2345": {"name": "Oil", "items": [1]}}, '
            '"items": [\n',
            "\n]}\n",
        ),
        "RefWorks tagged": Sample(
            "x.txt",
            f"RT Journal Article\nSR Electronic(1)\nID <n>\nA1 van Wick, Ada;Oil, Bo\nT1 Lamps <n>\nYR 2021\nAB {LIT}\n\n",
        ),
        "EndNote tagged": Sample(
            "x.enw",
            f"%0 Journal Article\n%A van Wick, Ada\n%T Lamps <n>\n%J Journal of Light\n%D 2021\n%X {LIT}\n%F w<n>\n\n",
        ),
        "EndNote XML": Sample(
            "x.xml",
            '<record><ref-type name="Journal Article">17</ref-type><contributors><authors><author>Wick, Ada</author></authors>'
            "</contributors><titles><title><style>Lamps <n></style></title></titles><dates><year>2021</year></dates>"
            f"<abstract>{LIT}</abstract></record>\n",
            '<?xml version="1.0" encoding="UTF-8"?>\n<xml><records>\n',
            "</records></xml>\n",
        ),
        "PubMed XML": Sample(
            "x.xml",
            "<PubmedArticle><MedlineCitation><PMID>999<n></PMID><Article><Journal><JournalIssue><PubDate><Year>2021</Year>"
            "</PubDate></JournalIssue><Title>Light</Title></Journal><ArticleTitle>Lamps <n>.</ArticleTitle><Abstract>"
            f"<AbstractText>{LIT}</AbstractText></Abstract><AuthorList><Author><LastName>Wick</LastName><ForeName>Ada"
            "</ForeName></Author></AuthorList></Article></MedlineCitation></PubmedArticle>\n",
            '<?xml version="1.0"?>\n<PubmedArticleSet>\n',
            "</PubmedArticleSet>\n",
        ),
        "dblp": _json(
            "x.json",
            '{"@score": "1", "info": {"authors": {"author": [{"@pid": "1", "text": "Ada Wick 0001"}]}, "title": "Lamps <n>.", '
            '"venue": "<lit>", "year": "2021", "type": "Journal Articles", "key": "journals/light/Wick<n>"}}',
            '{"result": {"query": "lamp", "hits": {"@total": "9", "hit": [\n',
            "\n]}}}\n",
        ),
        "data export of a survey": _json(
            "x.json",
            '{"id": "lamps-<n>", "title": "Lamps <n>", "title_tex": "Lamps <n>", "date": "2021-09-01", "venue": "<lit>", '
            '"people": [{"family": "Wick", "given": "Ada"}]}',
            '{"papers": [\n',
            "\n]}\n",
        ),
        "Crossref": _json(
            "x.json",
            '{"DOI": "10.99999/LAMP.<n>", "type": "journal-article", "is-referenced-by-count": 3, "title": ["Lamps &amp; '
            '<n>"], "author": [{"given": "Ada", "family": "van Wick"}], "issued": {"date-parts": [[2021, 9]]}, "abstract": '
            '"<jats:p><lit></jats:p>"}',
            '{"message-type": "work-list", "message": {"items": [\n',
            "\n]}}\n",
        ),
        "OpenAlex": _json(
            "x.json",
            '{"id": "https://openalex.org/W<n>", "doi": "https://doi.org/10.99999/lamp.<n>", "title": "Lamps <n>", '
            '"publication_date": "2021-09-01", "type": "article", "authorships": [{"author": {"display_name": "Ada Wick"}}], '
            '"abstract_inverted_index": {"They": [0], "burn.": [1], "<lit>": [2]}}',
            '{"results": [\n',
            "\n]}\n",
        ),
        "Semantic Scholar": _json(
            "x.json",
            '{"paperId": "01234567890123456789012345678901234<n>", "externalIds": {"DOI": "10.99999/lamp.<n>"}, "title": "Lamps <n>", "year": 2021, '
            '"authors": [{"authorId": "1", "name": "Ada Wick"}], "abstract": "<lit>"}',
            '{"data": [\n',
            "\n]}\n",
        ),
        "Publish or Perish": _json(
            "x.json",
            '{"abstract": "<lit>", "article_url": "https://lamp.example/<n>", "authors": ["A Wick"], "cites": 3, '
            '"title": "Lamps <n>", "year": 2021, "source": "Journal of Light", "rank": 1, "ecc": 3}',
        ),
        "Europe PMC": _json(
            "x.json",
            '{"id": "<n>", "source": "MED", "title": "Lamps <n>.", "authorString": "Wick A, Oil B.", "journalTitle": "Light", '
            '"pubYear": "2021", "abstractText": "<lit>"}',
            '{"version": "6.9", "resultList": {"result": [\n',
            "\n]}}\n",
        ),
        "bioRxiv": _json(
            "x.json",
            '{"doi": "10.1101/2021.09.01.4<n>", "title": "Lamps <n>", "authors": "Wick, A.; Oil, B.", "date": "2021-09-01", '
            '"version": "1", "jatsxml": "https://press.example/<n>", "abstract": "<lit>", "server": "bioRxiv"}',
            '{"messages": [{"status": "ok"}], "collection": [\n',
            "\n]}\n",
        ),
        "arXiv metadata": Sample(
            "x.jsonl",
            '{"id":"2404.<n>","submitter":"A","authors":"Ada L\\\\\\"ampe and Bo Oil","title":"Lamps <n>","categories":"cs.CL",'
            f'"abstract":"{LIT}","versions":[{{"version":"v1","created":"Mon, 2 Apr 2007 19:18:42 GMT"}}],"update_date":'
            '"2008-11-26"}\n',
        ),
        "CSL-JSON": _json(
            "x.json",
            '{"id": "w<n>", "type": "article-journal", "title": "Lamps <i><n></i>", "author": [{"family": "Wick", "given": '
            '"Ada"}], "issued": {"date-parts": [[2021, 9, 1]]}, "container-title": "Light", "DOI": "10.99999/<n>", '
            '"abstract": "<lit>"}',
        ),
        "records in JSON Lines": Sample(
            "x.jsonl",
            f'{{"title": "Lamps <n>", "authors": ["Ada Wick"], "date": "2021", "arxiv": "2404.<n>", "abstract": "{LIT}"}}\n',
        ),
        "our records in JSON Lines": Sample(
            "x.jsonl",
            f'{{"title": "Lamps <n>", "authors": ["Ada Wick"], "date": "2021", "abstract": "{LIT}", "source": "x.bib:<n>"}}\n',
        ),
        "table": Sample(
            "x.csv", f'Lamps <n>,"Wick, Ada; Oil, Bo",2021,10.99999/<n>,"{LIT}"\n', "title,authors,year,doi,abstract\n"
        ),
        "conference list": _json(
            "x.json",
            '{"title": "Lamps <n>", "authors": ["Ada Wick"], "abstract": "<lit>", "keywords": ["oil"], "forum": "a<n>"}',
        ),
    }
)
"""By the formats' names."""
