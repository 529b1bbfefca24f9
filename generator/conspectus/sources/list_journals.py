"""Abbreviated names of journals, which look like names of people: `J. Neurosci.`, `Proc. Natl. Acad. Sci.`"""

from __future__ import annotations

import re

PLACES = "Am Amer Aust Br Can Chin Eur Indian Int Ital Jpn Scand"
"""What stands before the `J.` of a journal, and begins others."""

STEMS = frozenset(
    """
    Abstr Acad Acta Adv Agric Algebr Anal Anat Angew Anim Annu Anthropol Appl Aquat Arch Artif Assoc Astron
    Astrophys Atmos Behav Biochem Bioinform Biol Biomech Biomed Biophys Biotechnol Breed Chem Clin Cogn Comb
    Commun Comp Comput Conf Conserv Contemp Criminol Cryptol Curr Dev Dyn Ecol Econ Econom Econometr Educ
    Electron Endocrinol Ent Entomol Environ Epidemiol Ethol Evol Exp Exper Finan Geogr Geol Geophys Hortic
    Hydrol Immunol Inf Infect Inform Instrum Intell Invertebr Lett Linguist Manag Mater Math Meas Mech Med
    Meteorol Methodol Microbiol Mol Nat Natl Netw Neural Neurobiol Neurol Neurophysiol Neurosci Nutr Oceanogr
    Oncol Optim Ornithol Parasitol Pathol Pharmacol Philos Phil Phys Physiol Proc Psychiatr Psychol Psychon
    Pract Q Quant Rec Res Rev Robot Sci Secur Sens Sensory Signal Soc Sociol Softw Stat Struct Surg Syst Technol
    Theor Toxicol Trans Trop Turbul Univ Vet Virol Zool
    """.split()
)
"""Shortened words of the names of journals; none is a family's name in common use."""

FULL = frozenset(
    f"{PLACES} A Ann B Brain Bull C Cell D E Eng Expert Found Front Insect J Learn Mach Methods Mind Model Organ "
    "Pattern Plant R Remote Rob Roy S U".split()
)
"""What stands among them and does not tell a journal by itself: the others' words, some of them also families' names,
and letters as in `Proc. R. Soc. B`."""

UNDOTTED = frozenset(f"J Nat Proc Ann {PLACES}".split())
"""With what a journal begins that is written without periods: `J Exp Biol`."""

YEAR = r"(?:19|20)\d\d"
BEGINS = "|".join(sorted({*STEMS, *PLACES.split(), "Ann", "Bull", "Front", "J"}))
FIRST = rf"(?<![\w.’'-])(?:(?:ACM|IEEE|IET|SIAM) )?(?:{BEGINS})\.?"
WORD = rf"(?:of|the|&|{'|'.join(sorted(STEMS | FULL))})\.?(?![\w’'-])"
SHORT = re.compile(rf"{FIRST}(?: {WORD}){{1,7}}(?!\.?\s+[^\W\d_])(?:[\s,.;:()–-]*\d[\d\s,.;:()–-]{{0,40}})?")
"""A journal in a text, all of whose words are known, with its volume, pages and year."""

WHOLE = re.compile(rf"(?P<name>{FIRST}(?: (?:of|the|&|[A-Z][a-zA-Z]*\.?)){{1,7}})[\s,(]*(?P<year>{YEAR})?[).]*")
DETAILS = re.compile(r"[\s,;:(]+\d.*", re.DOTALL)


def whole(text: str) -> tuple[str, int | None] | None:
    """The journal that a text is, and the year behind it; None where it is anything else. No family's name has a word
    with a period before it that is not an initial."""
    found = WHOLE.fullmatch(" ".join(text.split()).strip(" ,;:()*_"))
    if not found or not _is_short(found["name"], known=False):
        return None
    return _ended(found["name"]), int(found["year"]) if found["year"] else None


def search(text: str) -> tuple[re.Match[str], str] | None:
    """The first journal in a text with what is said of its issue, and its name; None where there is none."""
    for found in SHORT.finditer(text):
        if _begins(text[max(0, found.start() - 60) : found.start()], found[0]) and _is_short(
            name := DETAILS.sub("", found[0]).strip(" ,;:(")
        ):
            return found, _ended(name)
    return None


def _begins(lead: str, name: str) -> bool:
    """Whether a name begins behind this lead, and is not the end of one: `Lamps Syst. Biol.`, `, Lamp. Struct. Dev.`"""
    lead = lead.rstrip(" *_")
    if re.split(r"[ .]", name, maxsplit=1)[0] in UNDOTTED:
        return True
    return not lead or (not lead[-1].isalnum() and not re.search(r"(?:^|[,;:(\n]\s*)[^\W\d_]{3,}\.$", lead))


def _is_short(name: str, *, known: bool = True) -> bool:
    """Whether one of its last words is a shortened one, or, if not all are `known`, one in its midst has a period."""
    words = name.split()
    if not ("." in name.rstrip(".") or words[0] in UNDOTTED):
        return False
    inside = not known and any(len(word) > 4 and word.endswith(".") for word in words[1:-1])
    return inside or any(word.rstrip(".") in STEMS for word in words[1:][-2:])


def _ended(name: str) -> str:
    """A name whose words end with periods ends with one."""
    bare = name.rstrip(".")
    last = re.split("[. ]+", bare)[-1]
    return f"{bare}." if "." in bare and (last in STEMS or (name != bare and len(last) > 1)) else bare
