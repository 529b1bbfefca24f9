"""Words that lists of papers are written with: labels of links, venues, dates, badges, and what a heading is for.

Everything here looks at one piece of text by itself.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import unquote

from conspectus.model import identifiers
from conspectus.model.when import Date
from conspectus.sources import list_journals

EMOJI = re.compile(
    "[\u200d\u20e3\ufe0e\ufe0f\u2190-\u21ff\u2300-\u23ff\u2460-\u24ff\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff\u3030"
    "\U0001f000-\U0001faff\U000e0020-\U000e007f]|:(?:[a-z]|\\d(?:st|nd|rd)_)[a-z0-9_+-]{1,30}:(?!//)"
    "|:(?:[+-]1|100|1234):"
)
"""Pictures, arrows and signs that decorate, and their names between colons."""

UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff]")

LABELS_BY_KIND = {
    "paper": "paper, papers, arxiv, abs, abstract, doi, openreview, acl, html, preprint, article, publication, "
    "report, tech report, technical report, manuscript, proceedings, ieee, acm, springer, ar5iv, alphaxiv, full text, "
    "open access, semantic scholar, 论文",
    "pdf": "pdf",
    "code": "code, codes, github, git, repo, repository, source, official code, source code, unofficial code, "
    "code & data, implementation, pytorch, tensorflow, torch, jax, star, stars, github repo, github repo "
    "stars, github stars, gitlab, python, matlab, 代码",
    "project": "project, project page, project website, website, official website, homepage, home page, page, site, "
    "web, webpage, static badge, demo, blog, blog post, 主页, 项目",
    "data": "data, dataset, datasets, benchmark",
    "model": "model, models, weights, checkpoint, checkpoints, modelscope",
    "video": "video, youtube, talk, presentation",
    "other": "hf, huggingface, hugging face, slides, poster, supp, supplementary, supplement, appendix, bib, "
    "papers with code, bibtex, cite, citation, citations, link, links, here, url, tweet, twitter, x, colab, "
    "notebook, docs, documentation, review, reviews, news, post, tutorial, space, spaces, discord, wechat, zhihu, "
    "note, notes, scholar, license, publish, area, type, cost, 链接",
}
LABELS = {word: kind for kind, words in LABELS_BY_KIND.items() for word in words.split(", ")}
"""What links are called that say of themselves only what is behind them, as a kind of link."""

VENUE_NAMES = (
    "NeurIPS, NIPS, ICML, ICLR, COLM, TMLR, JMLR, AISTATS, UAI, COLT, CoLLAs, MLSys, AAAI, IJCAI, ECAI, ACL, "
    "EMNLP, NAACL, EACL, AACL, COLING, TACL, CoNLL, LREC, LREC-COLING, WMT, SIGDIAL, INTERSPEECH, Interspeech, "
    "ICASSP, TASLP, CVPR, ICCV, ECCV, WACV, BMVC, ACCV, 3DV, TPAMI, PAMI, IJCV, TIP, TMM, TCSVT, TNNLS, TKDE, "
    "TVCG, MICCAI, MIDL, SIGGRAPH, SIGGRAPH Asia, TOG, MM, ACM MM, ACM Multimedia, ICME, KDD, WWW, TheWebConf, "
    "SIGIR, CIKM, WSDM, RecSys, ECIR, VLDB, PVLDB, SIGMOD, ICDE, OSDI, SOSP, NSDI, ATC, USENIX ATC, EuroSys, "
    "ASPLOS, ISCA, HPCA, MICRO, PPoPP, SC, ICS, DAC, ICCAD, DATE, FPGA, FCCM, CHI, UIST, CSCW, IUI, CoRL, RSS, "
    "ICRA, IROS, RA-L, RAL, CCS, S&P, NDSS, USENIX Security, ICSE, FSE, ASE, ISSTA, OOPSLA, PLDI, POPL, "
    "Nature, Science, PNAS, Findings, SIGCOMM, SoCC, HotOS, FAST, INFOCOM"
)
LONGEST_FIRST = sorted(VENUE_NAMES.split(", "), key=len, reverse=True)
VENUES = re.compile(rf"(?:{'|'.join(map(re.escape, LONGEST_FIRST))})(?![a-z])")
"""Venues that are written without a word that would say so."""

YEAR = r"(?:19|20)\d\d"
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
MONTH = (
    "(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    "nov(?:ember)?|dec(?:ember)?)"
)
DAY_BEHIND = rf"\s+{MONTH.replace('?P<month>', '?:')}\b"
VENUE_YEAR = re.compile(
    r"(?P<venue>(?:[^\W\d_]|[0-9](?=D))[\w&./+\-: ()]{0,58}?(?:\([^()]{1,30}\))?)"
    rf"[\s,'’`@-]*(?:(?P<year>{YEAR})(?!\.?\d)|['’` -](?P<short>[0-3]\d|[89]\d)(?![-–\d]|{DAY_BEHIND}))"
    r"(?P<behind>[\s,]*.{0,40})",
    re.I,
)
YEAR_VENUE = re.compile(rf"(?P<year>{YEAR})[\s,]+(?P<venue>[^\W\d_][\w&./+\- ]{{1,50}})")
JOINT = re.compile(r"[A-Z]{2,}[A-Za-z]*/[A-Z]{2,}")
"""Conferences or societies that meet together: `IEA/AIE`, `ACM/IEEE`."""

ACRONYM = re.compile(r"[A-Z][A-Za-z-]*[A-Z][A-Za-z-]*")
UNNAMED = re.compile(r"(?i)(?:an?|by|this) |.*(?:^|\s)(?:at|by|from|in|of|on|since|the|to|until)$")
"""What no name begins or ends with: `An outstanding work in 2015`."""

DATES = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"(?P<year>{YEAR})[-./](?P<number>\d{{1,2}})(?:[-./](?P<day>\d{{1,2}}))?",
        rf"{MONTH}[.,'’\s]*(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+)?(?P<year>{YEAR})",
        rf"(?P<day>\d{{1,2}})\s+{MONTH}\.?,?\s+(?P<year>{YEAR})",
        rf"(?P<year>{YEAR})",
    )
)
SHORT_YEAR = re.compile(r"['’‘](?P<short>[0-3]\d|[89]\d)")
NOT_IN_NAMES = frozenset(
    """
    access acta actuators advanced advances ai analysis angewandte annals applications applied approach
    archives artificial arts available award benchmark best bioinformatics biology blog book brain bulletin
    cancer cell chemical chemie chemistry climate clinical code cognition collection coming communications
    comput computation computer computing conf conference control data deep demo design detection development
    devices discovery earth ecology economics education efficient electronics energy engineering environmental
    estimation evaluation expert findings framework frontiers fusion fuzzy generation graph graphics health
    image imaging industrial inference informatics information innovation int intelligence international it
    journal knowledge language large learning lecture letters library light linguistics machine magazine make
    management materials mathematics media medicine method methods mining model models multimedia music
    natural nature nets network networks neural neuroscience new notes official open optics optimization oral
    paper pattern perception physica physical physics poster preprint presentation press proc proceedings
    processing project proof psychology quantum quarterly recognition release remote report reports research
    review reviews robotics robust safety science sciences scientific security segmentation semantic sensing
    sensors signal society software soon speech spotlight statistics studies study survey symposium system
    systems talk tech technical technologies technology text theory topics tracking training trans
    transactions translation transport tutorial understanding university update video vision visual what why
    wiki workshop world
    """.split()
)
"""Words in the names of journals, fields and link labels that are hardly ever a person's."""

VENUE_WORD = re.compile(
    r"\b(?:Annals|Bulletin|Communications|Conference|Journal|Letters|Proceedings|Symposium|Transactions|Workshop)\b"
)
"""Words in the names of journals and of proceedings."""

NO_VENUE = re.compile(
    rf"{MONTH}\.?|spring|summer|fall|autumn|winter|openreview|github|blog(?: post)?|website|preprint|medium|twitter|"
    r"notion|online|(?:bio|med|chem|psy)rxiv(?:[-.:][-.\w]*)?|ssrn|researchgate|pubmed|semantic scholar|hal",
    re.I,
)
"""What stands where a venue does and is none."""

BEST = re.compile(r"(?i)(?<=\w),?\s+best (?:student )?paper(?: award)?(?: \S+)?$")

PRESENTED = re.compile(r"(?i)[\s(]+(?:oral|spotlight|poster|highlight|accepted)\)?$")
DATED = re.compile(rf"(?P<name>.+?)[\s,]+(?P<year>{YEAR})")
FIRST_YEAR_OF_ARXIV = 1991

BADGE = re.compile(r"img\.shields\.io/(?:static/v1\?|badge/)([^?\s]+)|badgen\.net/badge/([^?\s]+)", re.I)

NOTES = re.compile(r"(?i)(?:reading )?notes?\s?\d*(?: (?:from|by|on) \S.{0,40})?$")
"""What links to notes on a paper are called: `Reading notes by Ada`."""

CALL = re.compile(
    r"(?:an? )?(?:great|good|nice|interesting|excellent|must|worth|fun|short|classic|amazing|awesome) "
    r"(?:read(?:ing)?|paper|article|overview|intro(?:duction)?|summary|explanation|post)|"
    r"(?:read|see|click|check|view|download|get|available)"
    r"(?: (?:it|this|that|the|more|here|now|paper|article|pdf|full|on|out|online))*|"
    r"(?:this|that|the|their|its|same)(?: (?:paper|article|one|work|link|post|pdf|thesis))?"
)
"""What links are called that ask to be followed, or praise: `great read`, `this paper`."""


PRAISE = re.compile(
    r"(?i)(?:an? |the |this is )?(?:very |really |truly )?(?:great|good|nice|excellent|awesome|amazing|fantastic|"
    r"wonderful|superb|brilliant|must[- ]read|interesting|fun|highly recommended)\b[^:]*(?:!|\bmust[- ]read\W*)$"
    r"|[^:]*\b(?:must[- ]read|worth (?:a read|reading)|highly recommended)\W*$"
)
"""What is said of a paper in place of its title: `Great overview of lamps, must read!`"""


def word_count(text: str) -> int:
    """How many words a text has; scripts that write none count a word for two characters."""
    return len(text.split()) + len(UNSPACED.findall(text)) // 2


def without_emoji(text: str) -> str:
    return EMOJI.sub("", text)


@lru_cache(maxsize=8192)
def label(text: str) -> str | None:
    """The kind of link a link's text stands for; None where the text says more, such as a title."""
    if NOTES.match(text.strip(" []()")):
        return "other"
    word = " ".join(re.sub(r"[\[\](){}<>|:：*_`!.,-]+", " ", without_emoji(text)).lower().split())
    if not word:
        return "other"
    if CALL.fullmatch(word):
        return "other"
    plain = re.sub(r"\s*(?:\d+|v\d+|link|official|the)$", "", word) or word
    noted = re.fullmatch(
        r"(?:(?:un)?official )?(paper|code|pytorch|tensorflow|pdf|arxiv|github|project|website)\s*"
        r"(?:\([^()]{1,30}\)|[-–]\s?[\w ,+/-]{1,30})",
        text.strip(" []`").lower(),
    )
    if " & " in text:  # `Models & Data`
        both = [LABELS.get(part.strip()) for part in word.split("&")]
        return both[0] if all(both) else None
    known = LABELS.get(word) or LABELS.get(plain) or (noted and LABELS[noted[1]])  # `PyTorch (in construction)`
    return known or ("paper" if identifiers.arxiv_id(text) else None)


def is_address(text: str) -> bool:
    return text.strip().lower().startswith(("http://", "https://", "www."))


def badge(image: str, alt: str) -> str:
    """What a badge says: `ICLR-2026`; empty for counters of stars and for pictures."""
    found = BADGE.search(image)
    if not found:
        return ""
    parts = unquote(found[1] or found[2] or "").replace("--", "\0").replace("__", "\1").replace("\\", "")
    words = [part.replace("_", " ").replace("\0", "-").replace("\1", "_") for part in re.split(r"[-/]", parts)]
    message = words[:-1] if len(words) > 1 else words
    said = " ".join(" ".join(message).removesuffix(".svg").split())
    return re.sub(r"(?i)^(?:conference|journal|venue|publish(?:ed)?|accepted)\s+", "", said)


@lru_cache(maxsize=8192)
def date(text: str) -> Date | None:
    """The date that a text is, in whatever spelling; None where it says anything else."""
    text = text.strip(" .,()[]:")
    for pattern in DATES:
        if found := pattern.fullmatch(text):
            return _date(found)
    short = SHORT_YEAR.fullmatch(text)
    return Date(int(_century(short["short"]))) if short else None


def date_in(text: str) -> Date | None:
    """The first date in a text that is to the month or the day."""
    for pattern in DATES[:3]:
        if found := pattern.search(text):
            return _date(found)
    return None


def _date(found: re.Match[str]) -> Date | None:
    parts = found.groupdict()
    name = parts.get("month")
    month = MONTHS.index(name[:3].lower()) + 1 if name else int(parts.get("number") or 0) or None
    day = int(parts.get("day") or 0) or None
    for taken in ((month, day), (month, None), (None, None)):
        try:
            return Date(int(found["year"]), *taken)
        except ValueError:
            continue
    return None


@lru_cache(maxsize=8192)
def venue(text: str, *, bare: bool = False) -> tuple[str | None, int | None] | None:
    """A venue and a year that a text consists of; no venue for arXiv. `bare`: a name without a year is one too."""
    text = re.sub(r"^[Ii]n:?\s+", "", " ".join(text.split()).strip(" .,;:()[]{}*_"))
    text = PRESENTED.sub("", BEST.sub("", text))
    text += ")" * (text.count("(") - text.count(")"))
    if not text or len(text) > 100 or text.startswith("10."):
        return None
    if journal := list_journals.whole(text):
        return journal
    if found := YEAR_VENUE.fullmatch(text) or VENUE_YEAR.fullmatch(text):
        return _dated_venue(found)
    if identifiers.names_arxiv(text) or text.lower() == "preprint":
        return None, None
    if VENUES.fullmatch(text) or (VENUES.match(text) and len(text.split()) <= 3 and not text.endswith(":")):
        return text, None
    if not bare or len(text.split()) > 10 or NO_VENUE.fullmatch(text):
        return None
    dated = DATED.fullmatch(text)
    return (dated["name"], int(dated["year"])) if dated else (text, None)


def _dated_venue(found: re.Match[str]) -> tuple[str | None, int | None] | None:
    parts = found.groupdict()
    year = int(parts["year"] or _century(parts["short"]))
    name = re.sub(r"\(.*", "", re.split(r"\._?\s", parts["venue"])[-1]).strip(" ,'’`-._(:")
    name = PRESENTED.sub("", name)
    known = VENUES.search(name)
    if "://" in name or ("/" in name[:8] and not JOINT.match(name)):
        return None
    if identifiers.names_arxiv(name) and year < FIRST_YEAR_OF_ARXIV:
        return None, None  # `arXiv 1907`
    if identifiers.names_arxiv(name) or not name or NO_VENUE.fullmatch(name):
        return None, year
    is_acronym = ACRONYM.fullmatch(name) and re.search(r"['’]\d\d\b", found[0])
    if not known and (len(name.split()) > 6 or not (parts["year"] or is_acronym) or UNNAMED.match(name)):
        return None
    behind = (parts.get("behind") or "").strip(" ,()")
    return (f"{name} {behind}" if re.fullmatch(r"(?i)findings|workshops?", behind) else name), year


def _century(short: str) -> str:
    return f"{20 if short < '40' else 19}{short}"


def venue_and_date(text: str, *, bare: bool = False) -> tuple[str | None, Date] | None:
    """A venue with a date to the month or the day behind it: `arXiv 2024.07`; no venue for arXiv. `bare`: any name
    without a comma is one."""
    text = " ".join(text.split()).strip(" .,;:()[]{}*_")
    for pattern in (DATES[2], *DATES[:2]):  # `10 Apr 2025` before `Apr 2025`
        found = pattern.search(text)
        if not found or found.end() < len(text) or not found.start():
            continue
        name = text[: found.start()].rstrip(" ,.:-–")
        named, date = venue(name, bare=bare and "," not in name), _date(found)
        return (named[0], date) if named and date else None
    return None
