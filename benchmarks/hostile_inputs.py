# ruff: noqa: E501 - a line for each shape
"""Ten megabytes of what nobody writes, for everything that reads: a name, what reads it, and the bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

SIZE = 10_000_000
Make = Callable[[int], str]


class Shape(NamedTuple):
    """What reads it (a name in `hostile.READERS`), as what file, and the text of about so many bytes."""

    reader: str
    file: str
    make: Make


def again(text: str, start: str = "", end: str = "") -> Make:
    """The same over and over."""
    return lambda size: start + text * max(1, (size - len(start) - len(end)) // len(text)) + end


def counted(text: str, start: str = "", end: str = "") -> Make:
    """The same over and over, with another number for `#` each time."""
    return lambda size: start + "".join(text.replace("#", str(n)) for n in range(size // (len(text) + 6))) + end


def nested(opening: str, closing: str, start: str = "", end: str = "", inside: str = "") -> Make:
    """One in the other."""
    return lambda size: (
        start + opening * (size // len(opening + closing)) + inside + closing * (size // len(opening + closing)) + end
    )


def _papers(name: str, file: str, make: Make) -> tuple[str, Shape]:
    return name, Shape("papers", file, make)


RECORD = "- title: "
RDF = '<rdf:RDF xmlns:rdf="r" xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:bib="b">'
CSL = '{"type": "book", "id": 1, "title": "x"'
FILES = (
    _papers("BibTeX: tiny entries", "x.bib", again("@a{b,title={x}}\n")),
    _papers("BibTeX: an entry of many fields", "x.bib", counted("f#={x},\n", "@a{b,title={x},\n", "}")),
    _papers("BibTeX: braces in braces", "x.bib", nested("{", "}", "@a{b,title=", "}")),
    _papers("BibTeX: braces without an end", "x.bib", again("{", "@a{b,title=")),
    _papers("BibTeX: a quote without an end", "x.bib", again("a b ", '@a{b,title="')),
    _papers("BibTeX: strings that double", "x.bib", lambda size: '@string{a0="x"}\n' + "".join(f"@string{{a{n}=a{n - 1} # a{n - 1}}}\n" for n in range(1, size // 25)) + "@a{b,title=a300000}"),
    _papers("BibTeX: a sum of pieces", "x.bib", again('"x" # ', "@a{b,title=", '"x"}')),
    _papers("BibTeX: names without end", "x.bib", again("A, B and ", "@a{b,title={x},author={", "C}}")),
    _papers("BibTeX: commas in a name", "x.bib", again("a, ", "@a{b,title={x},author={", "}}")),
    _papers("BibTeX: at signs", "x.bib", again("@")),
    _papers("BibTeX: empty lines before an entry", "x.bib", again("\n", "", "@a{b,title={x}}")),
    _papers("BibTeX: spaces before commas", "x.bib", again(" ,\n", "@a{b,title={x},\n", "}")),
    _papers("BibTeX: comments without an end", "x.bib", again("@comment{")),
    _papers("BibTeX: entries on one line behind a percent sign", "x.bib", again("@a{b}", "%")),
    _papers("BibTeX: lines behind percent signs", "x.bib", again("%@a{b,\n", "", "@a{b,title={x}}")),
    _papers("BibTeX: spaces behind a brace", "x.bib", again(" ", "@a{", "x")),
    _papers("BibTeX: fields without an end", "x.bib", again('t="{\n', "@a{b,\n")),
    _papers("BibTeX: keywords again and again", "x.bib", lambda size: ("@a{b,title={x},\n" + "keywords={a},\n" * min(19_000, size // 20) + "}\n") * max(1, size // 266_000)),
    _papers("BibTeX: a long string many times in a field", "x.bib", lambda size: f"@string{{a={{{'x' * (size // 200)}}}}}\n@a{{b,title={'a # ' * min(19_000, size // 10)}{{x}}}}"),
    _papers("BibTeX: a long string in many entries", "x.bib", lambda size: f"@string{{a={{{'x ' * (size // 300)}}}}}\n" + "@a{b,title={x},abstract=a}\n" * (size // 30)),
    _papers("BibTeX: long strings of strings", "x.bib", lambda size: f"@string{{a={{{'x ' * (size // 1200)}}}}}\n" + "".join(f"@string{{b{n}=a # a # a # a # a}}\n" for n in range(size // 40))),
    _papers("BibTeX: a parent of many fields", "x.bib", lambda size: "@book{p," + "".join(f"f{n}={{x}},\n" for n in range(min(19_000, size // 20))) + "}\n" + "@inbook{b,crossref={p}}\n" * (size // 50)),
    _papers("BibTeX: many parents that are missing", "x.bib", lambda size: f"@a{{{'k' * (size // 2)},title={{x}},crossref={{{'a,' * (size // 4)}}}}}"),
    _papers("BibTeX: values that refer to others twenty times", "x.bib", lambda size: "@xdata{a0,note={xxxxxxxxxx}}\n" + "".join(f"@xdata{{a{n},note={{{f'xdata=a{n - 1}-note ' * 20}}}}}\n" for n in range(1, 19)) + "@book{b,title={xdata=a18-note}}"),
    _papers("BibTeX: a name of a list many times", "x.bib", lambda size: f"@xdata{{p,author={{{'A and ' * (size // 12)}}}}}\n@book{{b,title={{{'xdata=p-author-1 ' * (size // 34)}}}}}"),
    _papers("BibTeX: groups in groups", "x.bib", lambda size: "@comment{jabref-meta: grouping:\n" + "".join(f"{min(n + 1, 999)} StaticGroup:g{n}\\;0\\;1\\;;\n" for n in range(size // 36)) + "}\n@a{b,title={x}}"),
    _papers("BibTeX: a key in many groups", "x.bib", lambda size: "@comment{jabref-meta: grouping:\n" + "".join(f"1 ExplicitGroup:g{n}\\;0\\;b\\;;\n" for n in range(size // 36)) + "}\n@a{b,title={x}}"),
    _papers("BibTeX: marks behind a name", "x.bib", again("*", "@a{b,title={x},author={A Wick", "a}}")),
    _papers("BibTeX: ORCIDs behind a name", "x.bib", again("0000-0002-1825-0097 ", "@a{b,title={x},author={A Wick ", "}}")),
    _papers("BibTeX: ORCIDs of names without an end", "x.bib", again("a ", "@a{b,title={x},author={A Wick},orcid-numbers={", "}}")),
    _papers("BibTeX: spaces in a name", "x.bib", again(" ", "@a{b,title={x},author={Ada an", "x}}")),
    _papers("BibTeX: accents", "x.bib", again("\\'e{\\\"{o}}", "@a{b,title={", "}}")),
    _papers("RIS: tiny records", "x.ris", again("TY  - JOUR\nTI  - x\nER  - \n")),
    _papers("RIS: a record of many authors", "x.ris", again("AU  - W, A\n", "TY  - JOUR\nTI  - x\n", "ER  - \n")),
    _papers("RIS: a DOI of signs", "x.ris", again(", ", "TY  - JOUR\nTI  - x\nDO  - ", "a\nER  - \n")),
    _papers("RIS: a DOI of brackets", "x.ris", again("))", "TY  - JOUR\nTI  - x\nDO  - 10.99999/a", "\nER  - \n")),
    _papers("RIS: pages of dashes", "x.ris", again(" -", "TY  - JOUR\nTI  - x\nSP  - 1", "a\nER  - \n")),
    _papers("RIS: a field of many lines", "x.ris", again("a\n", "TY  - JOUR\nTI  - x\nAB  - ", "ER  - \n")),
    _papers("MEDLINE: tiny records", "x.nbib", again("PMID- 1\nOWN - x\nTI  - x\n\n")),
    _papers("MEDLINE: a field of many lines", "x.nbib", again("      a\n", "PMID- 1\nOWN - x\nTI  - x\n")),
    _papers("Web of Science: a record of many authors", "x.txt", again("   W, A\n", "FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nTI x\nAU B, C\n", "ER\n\nEF\n")),
    _papers("EndNote: a record of many fields", "x.enw", again("%K a\n", "%0 Book\n%T x\n")),
    _papers("EndNote XML: tiny records", "x.xml", again("<record><titles/></record>", "<xml><records>", "</records></xml>")),
    _papers("XML: elements in elements", "x.xml", nested("<a>", "</a>", "<xml><records>", "</records></xml>")),
    _papers("XML: an element of many attributes", "x.xml", counted(' a#="x"', "<xml><records><record", "></record></records></xml>")),
    _papers("XML: entities of entities", "x.xml", lambda size: '<!DOCTYPE x [<!ENTITY a0 "aaaaaaaaaa">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, size // 90)) + "]><xml><records><record><title>&a9;</title></record></records></xml>"),
    _papers("XML: one entity many times", "x.xml", again("&a;", f'<!DOCTYPE x [<!ENTITY a "{"x" * 1000}">]><xml><records><record><titles><title>', "</title></titles></record></records></xml>")),
    _papers("XML: a comment without an end", "x.xml", again("<!-- ", "<xml><records>")),
    _papers("RDF: tiny items", "x.rdf", again("<bib:Book/>", '<rdf:RDF xmlns:rdf="r" xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:bib="b">', "</rdf:RDF>")),
    _papers("RDF: an item in many collections", "x.rdf", counted('<Collection about="c#"><hasPart resource="i"/></Collection>', f'{RDF}<bib:Book about="i"/>', "</rdf:RDF>")),
    _papers("RDF: collections in collections", "x.rdf", lambda size: RDF + "".join(f'<Collection about="c{n}"><hasPart resource="c{n + 1}"/></Collection>' for n in range(size // 64)) + "</rdf:RDF>"),
    _papers("RDF: a journal of many identifiers", "x.rdf", lambda size: f'{RDF}<bib:Journal about="j">' + "<identifier/>" * (size // 26) + "</bib:Journal>" + '<bib:Book><isPartOf resource="j"/></bib:Book>' * (size // 105) + "</rdf:RDF>"),
    _papers("PubMed XML: tiny articles", "x.xml", again("<PubmedArticle><MedlineCitation/></PubmedArticle>", "<PubmedArticleSet>", "</PubmedArticleSet>")),
    _papers("PubMed XML: an article of many citations", "x.xml", lambda size: f"<PubmedArticleSet><PubmedArticle>{'<MedlineCitation/>' * (size // 105)}{'<PubmedData/>' * (size // 16)}</PubmedArticle></PubmedArticleSet>"),
    _papers("PubMed XML: ids of many citations", "x.xml", lambda size: f"<PubmedArticleSet><PubmedArticle>{'<MedlineCitation/>' * (size // 105)}<PubmedData><ArticleIdList>{'<ArticleId/>' * (size // 15)}</ArticleIdList></PubmedData></PubmedArticle></PubmedArticleSet>"),
    _papers("PubMed XML: an article of many authors", "x.xml", again("<Author><LastName>A</LastName></Author>", "<PubmedArticleSet><PubmedArticle><MedlineCitation><Article><AuthorList>", "</AuthorList></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>")),
    _papers("dblp: tiny records", "x.xml", again("<article/>", "<dblp>", "</dblp>")),
    _papers("dblp: a record of many authors", "x.xml", again("<author>A B</author>", "<dblp><article>", "</article></dblp>")),
    _papers("dblp: hits in hits", "x.json", lambda size: '{"hits": {"@total":"1"},"a":' + '{"hit":[' * 400 + "0," * (size // 2) + "0" + "]}" * 400 + ',"result":{"hits":{"hit":[]}}}'),
    _papers("Zotero JSON: an item of many creators", "x.json", again('{"name":"A B"},', '{"items":[{"itemType":"book","title":"x","creators":[', "{}]}]}")),
    _papers("Zotero JSON: collections in collections", "x.json", lambda size: '{"items":[{"itemType":"book","title":"x"}],"collections":{' + ",".join(f'"k{n}":{{"parent":"k{n - 1}","name":"x"}}' for n in range(size // 40)) + "}}"),
    _papers("Zotero JSON: items of one number in many collections", "x.json", lambda size: '{"items":[' + '{"itemType":"book","title":"x","itemID":1},' * (size // 200) + '{}],"collections":{' + ",".join(f'"k{n}":{{"items":[1]}}' for n in range(size // 32)) + "}}"),
    _papers("Zotero JSON: items that name many collections", "x.json", lambda size: '{"items":[' + ('{"itemType":"book","title":"x","collections":[' + '"k",' * 200 + '"k"]},') * (size // 1700) + '{}],"collections":{' + ",".join(f'"k{n}":{{"items":["k"]}}' for n in range(size // 48)) + "}}"),
    _papers("Europe PMC: tiny results", "x.json", again("{},", '{"resultList":{"result":[', "{}]}}")),
    _papers("Europe PMC: many authors in a text", "x.json", again("A B, ", '{"resultList":{"result":[{"title":"x","authorString":"', '"}]}}')),
    _papers("bioRxiv: many authors in a text", "x.json", again("A, B; ", '{"collection":[{"jatsxml":"x","title":"x","authors":"', '"}]}')),
    _papers("arXiv mailing: a field of many lines", "x.txt", again("  a\n", "-" * 78 + "\n\\\\\narXiv:2306.00001\nDate: Wed, 7 Jun 2023 18:23:40 GMT   (14kb)\n\nTitle: x\n", "Authors: Ada Wick\nCategories: math.GR\n\\\\\n  x\n\\\\ ( https://arxiv.org/abs/2306.00001 ,  14kb)\n")),
    _papers("arXiv metadata: brackets in brackets", "x.jsonl", lambda size: '{"id":"2404.00001","submitter":"A","title":"x","categories":"cs.CL","abstract":"x","versions":[{"version":"v1","created":"Mon, 2 Apr 2007 19:18:42 GMT"}],"update_date":"2008-11-26","authors":"Ada Wick ' + "(" * (size // 2) + ")" * (size // 2) + '"}\n'),
    _papers("arXiv metadata: suffixes", "x.jsonl", lambda size: '{"id":"2404.00001","submitter":"A","title":"x","categories":"cs.CL","abstract":"x","versions":[{"version":"v1","created":"Mon, 2 Apr 2007 19:18:42 GMT"}],"update_date":"2008-11-26","authors":"Ada Wick, ' + "Jr., " * (size // 5) + '"}\n'),
    _papers("a list: an entry of many lines, 2 MB", "x.md", lambda size: "# Lamps\n\n- [x](https://arxiv.org/abs/2404.14469)\n" + ("  " + "a" * 30 + "\n") * min(49_000, size // 33)),
    _papers("a list: an entry of many paragraphs, 2 MB", "x.md", lambda size: "# Lamps\n\n- [x](https://arxiv.org/abs/2404.14469)\n" + ("\n  " + "a" * 30 + "\n") * min(24_000, size // 34)),
    _papers("CSL-JSON: tiny items", "x.json", again(f"{CSL}}},", "[", f"{CSL}}}]")),
    _papers("CSL-JSON: an item of many authors", "x.json", again('{"family":"x"},', f'[{CSL}, "author": [', '{"family":"y"}]}]')),
    _papers("JSON: a list of broken objects", "x.json", lambda size: f"[\n{CSL}}},\n" + ('{"title": "' + "a" * 80 + '" x\n') * (size // 100) + "]"),
    _papers("JSON: a list of tiny broken objects", "x.json", again("{\n", f"[\n{CSL}}},\n", "]")),
    _papers("JSON: a list of numbers", "x.json", again("1,", f"[{CSL}}},", "1]")),
    _papers("JSON: lists in lists", "x.json", nested("[", "]")),
    _papers("JSON: objects in objects", "x.json", nested('{"a":', "}", inside="1")),
    _papers("JSON: an object of many keys", "x.json", counted('"k#":1,', f"[{CSL},", '"z":1}]')),
    _papers("JSON: a number of many digits", "x.json", again("9", f'[{CSL}, "year": ', "}]")),
    _papers("JSON: text without an end", "x.json", again('\\"', f'[{CSL}, "abstract": "')),
    _papers("OpenAlex: an abstract by many positions", "x.json", counted('"w#":[#],', '{"results": [{"id": "https://openalex.org/W1", "title": "x", "abstract_inverted_index": {', '"z": [99999999999]}}]}')),
    _papers("JSON Lines: tiny records", "x.jsonl", again('{"title":"x"}\n')),
    _papers("JSON Lines: lines that are none", "x.jsonl", again("{\n", '{"title":"x"}\n')),
    _papers("a table of tiny rows", "x.csv", again("x,1\n", "title,year\n")),
    _papers("a table of many columns", "x.csv", lambda size: "title," + "year," * (size // 10) + "\nx," + "2021," * (size // 10)),
    _papers("a table with a quote without an end", "x.csv", again('a""b\n', 'title,year\n"')),
    _papers("a table of broken rows", "x.csv", again('"a"b\n', "title,year\n")),
    _papers("a table of broken rows below many columns", "x.csv", lambda size: f"title,year,{'a,' * 2400}\n" + '"a"b,c\n' * (size // 8)),
    _papers("a table of suffixes", "x.csv", lambda size: ('x,"Wick, ' + "Jr., " * 20_000 + '",2021\n').join(["title,authors,year\n", *[""] * max(1, size // 100_000)])),
    _papers("a table of quotes", "x.csv", again('"', "title,year\n")),
    _papers("YAML: tiny records", "x.yaml", again("- title: x\n")),
    _papers("YAML: lists in lists", "x.yaml", nested("[", "]", RECORD)),
    _papers("YAML: dashes in dashes", "x.yaml", again("- ")),
    _papers("YAML: deeper and deeper", "x.yaml", lambda size: "".join(" " * n + "a:\n" for n in range(int((2 * size) ** 0.5)))),
    _papers("YAML: anchors of anchors", "x.yaml", lambda size: "- a0: &a0 [x]\n" + "".join(f"- a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, size // 90))),
    _papers("YAML: a record of many keys", "x.yaml", counted("  k#: 1\n", "- title: x\n")),
    _papers("YAML: keys written again", "x.yaml", again("  title: x\n", "- title: x\n")),
    _papers("YAML: a quote without an end", "x.yaml", again("a\n ", '- title: "')),
    _papers("YAML: escapes", "x.yaml", again("\\u0041", '- title: "', '"\n')),
    _papers("YAML: a text of many lines", "x.yaml", again("   a\n", "- title: x\n  abstract: |\n")),
    _papers("YAML: a list of many authors", "x.yaml", again("a, ", "- title: x\n  authors: [", "b]\n")),
    _papers("YAML: a number of many digits", "x.yaml", again("9", "- title: x\n  score: ", "\n")),
    _papers("YAML: tags", "x.yaml", again("!a", "- title: ", " x\n")),
    _papers("YAML: comments", "x.yaml", again("#\n", "", "- title: x\n")),
    _papers("one line of letters", "x.txt", again("a")),
    _papers("one line of digits", "x.txt", again("2404.14469 ")),
    _papers("empty lines", "x.txt", again("\n")),
    _papers("zero bytes", "x.txt", again("\0")),
    _papers("a listing of dots", "x.txt", again("·\n", "Daily Papers\nJan 7, 2026\n")),
    _papers("letters of many encodings", "x.bib", again("\u00ff\u4e00\u0416 ", "@a{b,title={", "}}")),
    _papers("a list of brackets", "x.md", again("[", "# Lamps\n\n- ")),
    _papers("a list of links", "x.md", again("- [x](https://arxiv.org/abs/2404.14469)\n", "# Lamps\n\n")),
    _papers("a list of emphasis", "x.md", again("*_", "# Lamps\n\n- [x](https://arxiv.org/abs/2404.14469) ")),
    _papers("a list, 2 MB", "x.md", lambda size: counted("- [x](https://a.example/#)\n", "# Lamps\n\n")(min(size, 1_500_000))),
    _papers("a list in lists, 2 MB", "x.md", lambda size: "# Lamps\n\n" + "".join("  " * n + "- a\n" for n in range(int(min(size, 2_000_000) ** 0.5)))),
    _papers("a list of brackets, 2 MB", "x.md", lambda size: again("[", "# Lamps\n\n- ")(min(size, 2_000_000))),
)  # fmt: skip

PROSE = {
    "brackets": again("["), "brackets of images": again("!["), "links without an end": again("[a]("), "links": again("[a](b) \n"), "references": again("[a][b] "), "emphasis": again("*a **b "),
    "stars": again("*"), "underlines": again("_a"), "code": again("`"), "fences": again("```\n"), "comments": again("<!-- "),
    "elements": again("<div>"), "an element without an end": again("<a "), "quotes": again(">"), "lists in lists": again("- "),
    "headings": again("# a\n"), "tables": again("|a", "a|b\n-|-\n"), "footnotes": counted("[^#]: x\n"), "citations": again("[@a]"),
    "entities": again("&amp;"), "backslashes": again("\\"), "one word": again("a"), "lines": again("a\n"), "math": again("$a"),
}  # fmt: skip
TEX = {
    "braces": nested("{", "}"), "braces without an end": again("{"), "dollars": again("$"), "math": again("$a$ "),
    "math without an end": again("a ", "$"), "fractions": nested("\\frac{", "}", "$", "$"), "commands": again("\\textbf{"),
    "accents": again("\\'"), "backslashes": again("\\"), "powers": again("^{a", "$"), "ties": again("~"), "dashes": again("-"),
    "addresses": again("https://a "), "quotes": again("``"), "begin": again("\\begin{x}"), "combining marks": again("\u0301", "a"),
}  # fmt: skip
OTHERS = {
    "words: one without an end": Shape("words", "", again("a")),
    "words: hyphens": Shape("words", "", again("a-")),
    "words: camels": Shape("words", "", again("aB")),
    "words: digits and points": Shape("words", "", again("1.")),
    "words: letters without spaces": Shape("words", "", again("\u4e00")),
    "words: marks": Shape("words", "", again("e\u0301")),
    "patterns over one word": Shape("patterns", "", again("a")),
    "patterns over letters beyond ASCII": Shape("patterns", "", again("a\u00e9 ")),
    "patterns: thousands of rules": Shape("taxonomy", "topic.yaml", counted("  - id: c#\n    match: {any: [/a.{0,30}b#/]}\n", "facet: topic\ntitle: x\ncategories:\n")),
    "patterns: a rule of many phrases": Shape("taxonomy", "topic.yaml", counted("p#, ", "facet: topic\ntitle: x\ncategories:\n  - id: c\n    match: {any: [", "z]}\n")),
    "categories in categories": Shape("taxonomy", "topic.yaml", lambda size: "facet: topic\ntitle: x\ncategories:\n" + "".join(" " * n + f"- id: c{n}\n" + " " * n + "  children:\n" for n in range(0, int(size**0.5), 2))),
    "settings of many columns": Shape("settings", "survey.yaml", counted("  c#: {title: x}\n", "title: x\ncolumns:\n")),
    "a ledger of many keys": Shape("ledger", "citation-keys.yaml", counted("p#: k#\n")),
    "a drawing of many shapes": Shape("image", "x.svg", again("<g/>", '<svg xmlns="http://www.w3.org/2000/svg">', "</svg>")),
    "a drawing in a drawing": Shape("image", "x.svg", nested("<g>", "</g>", '<svg xmlns="http://www.w3.org/2000/svg">', "</svg>")),
    "a drawing of entities": Shape("image", "x.svg", again("&a;", f'<!DOCTYPE svg [<!ENTITY a "{"x" * 1000}">]><svg xmlns="http://www.w3.org/2000/svg"><title>', "</title></svg>")),
    "mistakes in one line": Shape("report", "x.yaml", again("a")),
    "mistakes in many lines": Shape("report", "x.yaml", again("a\n")),
    "mistakes among letters of no width": Shape("report", "x.yaml", again("\u200b\u202e")),
    "a survey of one huge abstract": Shape("survey", "x.yaml", again("word $a$ ", "- title: x\n  date: 2021\n  abstract: ", "\n")),
    "a survey of two huge titles": Shape("survey", "x.yaml", lambda size: f"- title: {'ab cd ' * (size // 12)}\n  date: 2021\n- title: {'ab ce ' * (size // 12)}\n  date: 2021\n"),
    "a survey of one huge name": Shape("survey", "x.yaml", again("a ", "- title: x\n  date: 2021\n  authors: [", "]\n")),
    "a survey of many keywords": Shape("survey", "x.yaml", lambda size: counted("k#, ", "- title: x\n  date: 2021\n  keywords: [", "z]\n")(size // 20)),
    "a survey of a huge address": Shape("survey", "x.yaml", again("a", "- title: x\n  date: 2021\n  urls:\n    - code: https://a.example/", "\n")),
}  # fmt: skip

SHAPES: Mapping[str, Shape] = {
    **dict(FILES),
    **{f"Markdown: {name}": Shape("markdown", "", make) for name, make in PROSE.items()},
    **{f"Markdown of the largest size: {name}": Shape("markdown", "", lambda size, make=make: make(190_000)[:190_000]) for name, make in PROSE.items() if name not in ("lines", "fences", "headings", "footnotes")},
    **{f"TeX: {name}": Shape("tex", "", make) for name, make in TEX.items()},
    **OTHERS,
}  # fmt: skip
