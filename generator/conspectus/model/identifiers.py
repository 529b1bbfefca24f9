"""Identifiers of works: arXiv ids, DOIs, web addresses, our own ids, and the key that titles are compared by."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from conspectus.text.folding import folded

ARCHIVES = frozenset(
    """
    acc-phys adap-org alg-geom ao-sci astro-ph atom-ph bayes-an chao-dyn chem-ph cmp-lg comp-gas cond-mat cs
    dg-ga funct-an gr-qc hep-ex hep-lat hep-ph hep-th math math-ph mtrl-th nlin nucl-ex nucl-th patt-sol
    physics plasm-ph q-alg q-bio quant-ph solv-int supr-con
    """.split()
)
"""The archives that arXiv's ids were numbered in before April 2007."""

ARXIV = re.compile(
    r"""(?ix)
    (?: (?:https?://)? (?:www\.|export\.)? (?:
            (?:arxiv\.org|xxx\.lanl\.gov)/(?:abs|pdf|html|format|ps|src|e-print)/
          | (?:ar5iv\.org|ar5iv\.labs\.arxiv\.org)/(?:abs|html)/
          | alphaxiv\.org/(?:abs|pdf|overview)/
          | (?:huggingface\.co|hf\.co)/papers/
          | (?:dx\.)?doi\.org/10\.48550/arxiv\.
        )
      | (?:doi:\s*)? 10\.48550/arxiv\.
      | arxiv\s+(?:e-?|pre)?prints?[\s,:]*(?:arxiv:\s*)?
      | arxiv:?\s*
    )?
    (?: (?P<yy>\d\d)(?P<mm>\d\d)\.(?P<number>\d{4,5})
      | (?P<archive>[a-z]+(?:-[a-z]+)?)(?:\.[a-z]{2}(?:-[a-z]+)?)?/(?P<oyy>\d\d)(?P<omm>\d\d)(?P<onumber>\d{3})
    )
    (?:v[1-9]\d*)? (?:\.pdf)? (?:\s*\[[a-z.\-]+\])? /? (?:[?\#]\S*)?
    """
)

ARXIV_NAME = re.compile(r"(?i)\W*(?:corr|arxiv(?:\.org)?(?:\s+(?:e-?|pre)?prints?)?|computing research repository)\b")

DOI_PREFIX = re.compile(
    r"(?i)(?:doi:\s*)?(?:https?://)?(?:(?:dx\.|www\.)?doi\.org|doi\.acm\.org|doi\.ieeecomputersociety\.org)/|doi:?\s*"
)
DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/[^\s\"{}\\^|`\x00-\x20\x7f-\U0010ffff]+")
ARXIV_DOI = "10.48550/arxiv."
BIORXIV = re.compile(r"(10\.(?:1101|64898)/(?:\d{4}\.\d\d\.\d\d\.)?\d{6,8})v\d+(?:\.[a-z.-]+)?")
"""What bioRxiv and medRxiv add to a DOI in their addresses: the version, and what page it is."""

SAFE_ID = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,118}[A-Za-z0-9_-])?")
UNSAFE_IN_URL = re.compile(r"[\s<>\"\\^`{|}]")
RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?")

PLAIN_OF_ASCII = re.compile("[^a-z0-9+]+")


def arxiv_id(text: str) -> str | None:
    """The bare arXiv id in any spelling of it: `2404.14469`, `hep-th/9901001`, without version.

    Takes the id with or without `arXiv:`, version and `.pdf`, the addresses of its pages, its DOI and `arXiv preprint
    arXiv:…`. Rules as in arXiv's identifier scheme: four digits until 1412, five from 1501, numbered from 1; before
    April 2007 an archive, whose subject class is dropped and whose missing hyphen is put back.
    """
    found = ARXIV.fullmatch(text.strip())
    if not found:
        return None
    if found["archive"]:
        return _old_arxiv_id(found["archive"].lower(), found["oyy"], found["omm"], found["onumber"])
    yy, mm, number = found["yy"], found["mm"], found["number"]
    month = f"{yy}{mm}"
    known = "0704" <= month < "9101" and "01" <= mm <= "12" and int(number) > 0
    return f"{month}.{number}" if known and len(number) == (4 if month <= "1412" else 5) else None


def _old_arxiv_id(archive: str, yy: str, mm: str, number: str) -> str | None:
    if archive not in ARCHIVES:
        archive = next((name for name in sorted(ARCHIVES) if name.replace("-", "") == archive), "")
    year = int(yy) + (1900 if yy >= "91" else 2000)
    known = archive and "01" <= mm <= "12" and (year, int(mm)) <= (2007, 3) and int(number) > 0
    return f"{archive}/{yy}{mm}{number}" if known else None


def placeholder(arxiv: str | None, doi: str | None, url: str) -> str:
    """What stands for a title as long as only an identifier is known."""
    return f"arXiv:{arxiv}" if arxiv else f"doi:{doi}" if doi else url


def is_placeholder(title: str) -> bool:
    """Whether a title only stands for one that is not known yet."""
    if " " in title:
        return False
    name, _, rest = title.partition(":")
    known = {"arXiv": arxiv_id, "doi": doi}.get(name, lambda _: http_url(title))
    return known(rest) is not None


def names_arxiv(venue: str) -> bool:
    """Whether what is given as a journal is in fact arXiv: `CoRR`, `arXiv preprint arXiv:2404.14469`."""
    return bool(ARXIV_NAME.match(venue))


def doi(text: str) -> str | None:
    """A DOI in lower case and without resolver; None for anything else, and for the DOIs arXiv gives its preprints.

    Form as Crossref states it (2015-08-11), widened by the characters of older DOIs such as `<`; trailing punctuation
    that belongs to a sentence is taken off, and so is the version that bioRxiv has in its addresses.
    """
    text = text.strip()
    prefix = DOI_PREFIX.match(text)
    if prefix:
        text = text[prefix.end() :]
        if "/" in prefix[0]:
            text = unquote(re.split(r"[?#]", text, maxsplit=1)[0])
    text = text.lower()
    end, unopened = len(text), text.count(")") - text.count("(")
    while end and (text[end - 1] in ".,;:" or (text[end - 1] == ")" and unopened > 0)):
        end -= 1
        unopened -= text[end] == ")"
    text = text[:end]
    if versioned := BIORXIV.fullmatch(text):
        text = versioned[1]
    return text if DOI.fullmatch(text) and not text.startswith(ARXIV_DOI) else None


@lru_cache(maxsize=65536)
def http_url(text: str) -> str | None:
    """An http or https address with a host, scheme and host in lower case; None for everything else.

    Refused: white space and characters that never stand in an address, names and passwords before the host.
    """
    text = text.strip()
    if len(text) > 2000 or not text.isprintable() or UNSAFE_IN_URL.search(text):
        return None
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not host or "@" in parts.netloc or host.strip(".") != host:
        return None
    return parts._replace(scheme=parts.scheme.lower(), netloc=parts.netloc.lower()).geturl()


def slug(text: str, longest: int = 80) -> str:
    """The text as a piece of an address: `a-z`, `0-9` and single hyphens, cut between words; may be empty."""
    text = re.sub(r"['’]", "", folded(text))
    text = re.sub(r"[^a-z0-9]+", "-", text).strip("-")
    if len(text) <= longest:
        return text
    head = text[: longest + 1]
    return (head.rpartition("-")[0] or head[:longest]).strip("-")


def safe_id_help(id: str, example: str) -> str:
    """What to write instead of an id that is not safe; `example` where nothing is left of it."""
    if RESERVED.fullmatch(id):
        return f"Windows keeps this name for a device; choose another, such as `{slug(id)}-1`"
    return f"letters, digits, hyphens and dots only: `{slug(id) or example}`"


def readable(id: str) -> str:
    """An id or a file's name as a heading: `kv-cache` as `Kv cache`."""
    words = " ".join(re.split(r"[-_\s]+", id.strip("-_ ")))
    return words[:1].upper() + words[1:] or id


def normal_title(title: str) -> str:
    """The letters, digits and signs such as ∞ and + of a plain title, without case and accents; titles merge by it."""
    if title.isascii():
        return PLAIN_OF_ASCII.sub("", title.lower())
    return "".join(
        c for c in folded(title) if c.isalnum() or (unicodedata.category(c)[0] in "MS" and c not in "`´^¨~|<>=$")
    )


def is_safe_id(text: str) -> bool:
    """Whether an id can be a piece of an address and a folder's name on every system."""
    return bool(SAFE_ID.fullmatch(text)) and ".." not in text and not RESERVED.fullmatch(text)
