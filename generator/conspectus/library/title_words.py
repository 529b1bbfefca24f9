"""Words that mean something where two titles differ in them."""

from __future__ import annotations

GENERIC = frozenset(
    """
    abstract announcement appendix article award best book calendar call career chair chairman chairmen chairperson
    column comment committee conclusion conference content contribution contributor copyright cover corner day
    discussion editor editorial erratum event foreword forum from guest in index interview introduction introductory
    invited issue journal keynote letter list message minute news newsletter note notice obituary of on opening
    organizer organization overview page paper part participant poster preface preliminary presentation president
    proceeding program publication reader reference referee remark report research review reviewer section session
    special speaker speech start summary symposium table talk the this title to tutorial update volume welcome word
    workshop year
    """.split()
)
"""Words of which the titles of columns are made: `Editorial`, `Chair's message`, `Report on the workshop`."""

SMALL = frozenset("a an and as at by for from in into of on or over the to towards toward using via with".split())
"""Words that are dropped and changed when titles are copied."""

DESCRIBING = frozenset(
    """
    abstract announcement award book conference demo demonstration description editor experience extended foreword
    guest industrial introduction invited issue keynote panel paper poster preface proposal report review session short
    special talk tutorial workshop
    """.split()
)
"""Words that tell what a work is and that one source adds in brackets where another leaves them out."""

OTHER_WORK = frozenset(
    """
    addendum comment commentary corrected correction corrigendum discussion errata erratum rejoinder reply response
    retracted retraction revisited supplement supplementary
    """.split()
)
"""Words that only one of two works about the same thing has in its title."""

VENUE = frozenset(
    "acm conf conference ieee int intl international journal proc proceeding symposium tran transaction".split()
)
"""Words that a venue has in its name and hardly a title at its end."""

ABBREVIATED = frozenset("conf intl proc symp tran".split())
"""Those of them that hardly any title has, for they are abbreviations."""

MONTHS = frozenset(
    """
    jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov
    november dec december
    """.split()
)
PAGES, NUMBERED = frozenset("p page pp".split()), frozenset("no number vol volume".split())
"""Words before the numbers of a publication's pages, and of its volume and issue."""

OPPOSED = tuple(
    """
    concav convex decreas down explicit external hetero high homo hyper hypo implicit increas inter intra low macro
    max micro min over post pre sub super under up
    """.split()
)
"""How words begin that have a near twin with the opposite meaning."""

SERIES = frozenset("chapter issue number part vol volume".split())
"""Words that stand before the number of a part."""

ORDINALS = {
    "second": "2nd", "third": "3rd", "fourth": "4th", "fifth": "5th", "sixth": "6th", "seventh": "7th", "eighth": "8th",
    "ninth": "9th", "tenth": "10th",
}  # fmt: skip

NEGATIONS = frozenset("neither never no not without".split())
"""Words that make another title of one, where a word more does not."""
