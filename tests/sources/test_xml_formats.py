"""EndNote's XML and Zotero's RDF as they are exported; every work is made up."""

from __future__ import annotations

import pytest

from conspectus import sources
from conspectus.cache import Cache
from conspectus.model.paper import Reading, Source
from conspectus.model.people import Authors, Person
from conspectus.model.when import Date
from conspectus.model.work import Link, Work
from conspectus.sources import endnote_xml, xml_tree, zotero_rdf
from conspectus.text import Text


def styled(text: str, face: str = "normal") -> str:
    return f'<style face="{face}" font="default" size="100%">{text}</style>'


RECORD = f"""<record><rec-number>1</rec-number><ref-type name="Journal Article">17</ref-type>
<contributors><authors><author>{styled("van Wick, Ada")}</author><author>{styled("King, Martin Jr.")}</author></authors>
</contributors><titles><title>{styled("Lamps of ")}{styled("Lux", "italic")}{styled(" &amp; CO")}
{styled("2", "subscript")}</title><secondary-title>{styled("Journal of Light")}</secondary-title></titles>
<pages>{styled("1309-1348")}</pages><volume>{styled("45")}</volume><number>{styled("3")}</number>
<keywords><keyword>{styled("oil")}</keyword><keyword>{styled("salt")}</keyword></keywords>
<dates><year>{styled("2021")}</year><pub-dates><date>{styled("Sep 1")}</date></pub-dates></dates>
<publisher>{styled("Salt Press")}</publisher><abstract>{styled("They burn.")}</abstract>
<electronic-resource-num>{styled("10.99999/Lamp.1")}</electronic-resource-num><label>{styled("wick2021")}</label>
<urls><related-urls><url>{styled("https://press.example/lamp")}</url></related-urls>
<pdf-urls><url>internal-pdf://lamp.pdf</url></pdf-urls></urls></record>
"""
ENDNOTE = f'<?xml version="1.0" encoding="UTF-8"?>\n<xml><records>\n{RECORD}{RECORD}</records></xml>\n'

RDF = """<rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#"
 xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:bib="http://purl.org/net/biblio#" xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:link="http://purl.org/rss/1.0/"
 xmlns:prism="http://prismstandard.org/namespaces/1.2/basic/">
    <bib:Article rdf:about="https://press.example/lamp">
        <z:itemType>journalArticle</z:itemType>
        <dcterms:isPartOf rdf:resource="urn:issn:1234-5678"/>
        <bib:authors>
            <rdf:Seq>
                <rdf:li><foaf:Person><foaf:surname>van Wick</foaf:surname>
                <foaf:givenName>Ada</foaf:givenName></foaf:Person></rdf:li>
                <rdf:li><foaf:Person><foaf:surname>Salt Study Group</foaf:surname></foaf:Person></rdf:li>
            </rdf:Seq>
        </bib:authors>
        <link:link rdf:resource="#item_2"/>
        <dc:subject>oil</dc:subject>
        <dc:subject><z:AutomaticTag><rdf:value>salt</rdf:value></z:AutomaticTag></dc:subject>
        <dc:subject>/unread</dc:subject>
        <dc:title>Lamps</dc:title>
        <dcterms:abstract>They burn.</dcterms:abstract>
        <dc:date>2021-09-01</dc:date>
        <dc:identifier><dcterms:URI><rdf:value>https://press.example/lamp</rdf:value></dcterms:URI></dc:identifier>
        <bib:pages>1309-1348</bib:pages>
        <dc:description>Citation Key: wick2021lamps</dc:description>
    </bib:Article>
    <bib:Journal rdf:about="urn:issn:1234-5678">
        <prism:volume>45</prism:volume>
        <dc:title>Journal of Light</dc:title>
        <dc:identifier>DOI 10.99999/lamp.1</dc:identifier>
        <prism:number>3</prism:number>
        <dc:identifier>ISSN 1234-5678</dc:identifier>
    </bib:Journal>
    <z:Attachment rdf:about="#item_2"><z:itemType>attachment</z:itemType><dc:title>Full Text</dc:title></z:Attachment>
    <rdf:Description rdf:about="#item_3">
        <z:itemType>preprint</z:itemType>
        <dc:title>Wicks</dc:title>
        <dc:publisher><foaf:Organization><foaf:name>arXiv</foaf:name></foaf:Organization></dc:publisher>
        <dc:identifier><dcterms:URI><rdf:value>http://arxiv.org/abs/2404.14469</rdf:value></dcterms:URI></dc:identifier>
    </rdf:Description>
    <z:Collection rdf:about="#collection_1">
        <dc:title>Lights</dc:title>
        <dcterms:hasPart rdf:resource="#item_3"/>
        <dcterms:hasPart rdf:resource="#collection_2"/>
    </z:Collection>
    <z:Collection rdf:about="#collection_2">
        <dc:title>Old ones</dc:title>
        <dcterms:hasPart rdf:resource="https://press.example/lamp"/>
        <dcterms:hasPart rdf:resource="#item_3"/>
    </z:Collection>
</rdf:RDF>
"""

LAMPS = Work(
    title=Text("Lamps"),
    authors=Authors((Person("van Wick", "Ada"), Person("Salt Study Group"))),
    date=Date(2021, 9, 1),
    abstract=Text("They burn."),
    doi="10.99999/lamp.1",
    venue="Journal of Light",
    kind="article-journal",
    volume="45",
    issue="3",
    pages="1309-1348",
    keywords=("oil", "salt"),
    urls=(Link("other", "https://press.example/lamp"),),
)


def parse(format: sources.Format, text: str) -> Reading:
    source = Source("refs.xml", text.encode(), "d")
    assert next(module.NAME for module in sources.FORMATS if module.sniff(source)) == format.NAME
    return format.parse(source)


def test_endnote_xml() -> None:
    reading = parse(endnote_xml, ENDNOTE)
    assert (reading.mistakes, [record.span.line for record in reading.records]) == ((), [3, 14])
    record = reading.records[0]
    assert record.id == "wick2021"
    assert record.work == Work(
        title=Text("Lamps of \\emph{Lux} & CO\\textsubscript{2}"),
        authors=Authors((Person("van Wick", "Ada"), Person("King", "Martin", "Jr."))),
        date=Date(2021, 9, 1),
        abstract=Text("They burn."),
        doi="10.99999/lamp.1",
        venue="Journal of Light",
        kind="article-journal",
        volume="45",
        issue="3",
        pages="1309-1348",
        publisher="Salt Press",
        keywords=("oil", "salt"),
        urls=(Link("other", "https://press.example/lamp"),),
    )


def test_a_slip_in_one_record_costs_that_record() -> None:
    reading = parse(endnote_xml, ENDNOTE.replace("</volume>", "</volum>", 1))
    assert [record.span.line for record in reading.records] == [14]
    assert [(mistake.check, mistake.span.line) for mistake in reading.mistakes] == [("broken-entry", 7)]


def test_zotero_rdf() -> None:
    reading = parse(zotero_rdf, RDF)
    assert reading.mistakes == ()
    lamps, wicks = reading.records
    assert lamps.groups == (("Lights", "Old ones"),)
    assert wicks.groups == (("Lights",), ("Lights", "Old ones"))
    assert (lamps.id, lamps.work, lamps.span.line) == ("wick2021lamps", LAMPS, 6)
    assert (wicks.work.title, wicks.work.arxiv, wicks.work.kind, wicks.work.publisher) == (
        Text("Wicks"),
        "2404.14469",
        "article",
        None,
    )


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>\n'


@pytest.mark.parametrize("text", [BOMB + ENDNOTE.partition("\n")[2], BOMB + RDF])
def test_entities_are_refused(text: str) -> None:
    source = Source("refs.xml", text.encode(), "d")
    (format,) = [module for module in sources.FORMATS if module.sniff(source)]
    reading = format.parse(source)
    assert (reading.records, [mistake.check for mistake in reading.mistakes]) == ((), ["unreadable-file"])


@pytest.mark.parametrize("text", ["<a>" * 1000, "<a>", "", "<a/><b/>", '<?xml version="1.0" encoding="x"?><a/>', "\0"])
def test_what_is_no_xml_is_an_error(text: str) -> None:
    with pytest.raises(xml_tree.XmlError):
        xml_tree.read(text.encode())


def test_zoteros_publishers_have_no_place_and_its_field_extra_a_doi() -> None:
    place = "<vcard:adr><vcard:Address><vcard:locality>Oilby</vcard:locality></vcard:Address></vcard:adr>"
    body = f"<foaf:Organization>{place}<foaf:name>Salt Press</foaf:name></foaf:Organization>"
    text = RDF.replace("<dc:title>Lamps</dc:title>", f"<dc:title>Lamps</dc:title><dc:publisher>{body}</dc:publisher>")
    text = text.replace("Citation Key: wick2021lamps", "DOI: 10.99999/extra\nCitation Key: wick2021lamps")
    text = text.replace(' xmlns:dcterms="', ' xmlns:vcard="v" xmlns:dcterms="')
    record = zotero_rdf.parse(Source("x.rdf", text.encode(), "d")).records[0]
    assert (record.id, record.work.publisher) == ("wick2021lamps", "Salt Press")


def test_another_rdf_of_zoteros_is_told_of() -> None:
    text = RDF.replace(' xmlns:dcterms="', ' xmlns:bibo="http://purl.org/ontology/bibo/" xmlns:dcterms="')
    (mistake,) = sources.parse(Source("x.rdf", text.encode(), "d"), Cache(None)).mistakes
    assert "this looks like Bibliontology RDF" in mistake.message
