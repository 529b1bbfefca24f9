"""Authors in lists that are easily taken for something else. All samples are made up."""

from __future__ import annotations

import pytest

from conspectus import sources
from conspectus.cache import Cache
from conspectus.model.paper import Source

PDF = "[pdf](https://noses.example/a.pdf)"
LINKED = "[Noses of Tin](https://noses.example/a.pdf)"

LINES = {
    f"Noses of Tin. Wick & Oil, 2006. {PDF}": (["Wick", "Oil"], None, "2006"),
    f"Noses of Tin. Wick & O'Fay, IEEE Noses J. 2023 {PDF}": (["Wick", "O'Fay"], "IEEE Noses J", "2023"),
    f"Noses of Tin - Wick, Oil & Fay, ICLR 2023 {PDF}": (["Wick", "Oil", "Fay"], "ICLR", "2023"),
    f"Noses of Tin - Wick et al., FMCAD 2013 {PDF}": (["Wick"], "FMCAD", "2013"),
    f"{LINKED} - Wick & O'Fay, IEEE Noses J. 2023": (["Wick", "O'Fay"], "IEEE Noses J", "2023"),
    f"{LINKED} Wick & Oil": (["Wick", "Oil"], None, None),
    f"Noses of Tin, Smells & Tastes, ICLR 2021 {PDF}": ([], "ICLR", "2021"),
    f"{LINKED} (*Sensors & Actuators B*, 2021)": ([], "Sensors & Actuators B", "2021"),
    f"{LINKED}, *Sensors & Actuators B*, 2021": ([], "Sensors & Actuators B", "2021"),
    # the family's name first in the first name alone, as MLA has it
    f"{LINKED} *Wick, Ada, Bo Oil, and Cy Fay.* ICLR 2020": (["Ada Wick", "Bo Oil", "Cy Fay"], "ICLR", "2020"),
    f"{LINKED}. Wick, Ada B., Bo Oil, Cy Fay, et al. ICLR 2020": (["Ada B. Wick", "Bo Oil", "Cy Fay"], "ICLR", "2020"),
    f"{LINKED} (2020), ICLR, Wick, Ada, et al.": (["Ada Wick"], "ICLR", "2020"),
    f"{LINKED} (2020), arxiv, Wick, Ada, and Bo Oil": (["Ada Wick", "Bo Oil"], None, "2020"),
    f"{LINKED} (2020), Nature, Wick, Ada B., et al.": (["Ada B. Wick"], "Nature", "2020"),
    f"{LINKED} (2020), Journal of Noses, Wick, A., & Oil, B.": (["A. Wick", "B. Oil"], "Journal of Noses", "2020"),
    "**Noses of Tin** (2020), JNS, Wick, Ada, et al.": (["Ada Wick"], "JNS", "2020"),
    f"{LINKED} by Ada Wick, Bo Oil, 2012": (["Ada Wick", "Bo Oil"], None, "2012"),
    f"{LINKED}, by Ada Wick, Bo Oil-Fay, ICLR 2018": (["Ada Wick", "Bo Oil-Fay"], "ICLR", "2018"),
    f"Euro-Par 2022, {LINKED}": ([], "Euro-Par", "2022"),
    f"{LINKED}, Ada Wick, Wick 2004": (["Ada Wick"], None, "2004"),
    f"{LINKED}, Wick 2004": ([], None, "2004"),
    f"{LINKED}, Eurosys 2004": ([], "Eurosys", "2004"),
    f"{LINKED}, Bioinformatics 2004": ([], "Bioinformatics", "2004"),
    f"Noses of Tin. Li Na, José Oil, 王伟. {PDF}": (["Li Na", "José Oil", "王伟"], None, None),
    f"Li Na, José Oil, 王伟. {LINKED}. 2021": (["Li Na", "José Oil", "王伟"], None, "2021"),
    f"Li Na, José Oil, 王伟. Noses of Tin. ICRA 2021. {PDF}": (["Li Na", "José Oil", "王伟"], "ICRA", "2021"),
}


@pytest.mark.parametrize("line", LINES)
def test_people_are_told_from_venues(line: str) -> None:
    reading = sources.parse(Source("README.md", f"## Noses\n\n- {line}\n".encode(), "d"), Cache(None))
    (work,) = (record.work for record in reading.records)
    title = work.title.source if work.title else ""
    assert title == ("Noses of Tin, Smells & Tastes" if "Smells" in line else "Noses of Tin")
    assert ([person.name for person in work.people], work.venue, work.date and str(work.date)) == LINES[line]


NAMED = {
    "*J. Neurosci.* 2019": ("J. Neurosci.", None),
    "*Nat. Commun.* 2019": ("Nat. Commun.", None),
    "*J. Ecol. 2019*": ("J. Ecol.", None),
    "*J. Biol. Chem.*, 2019": ("J. Biol. Chem.", None),
    "*Proc. Natl. Acad. Sci.* 2019": ("Proc. Natl. Acad. Sci.", None),
    "*J. Waxol. Oilol.*, 2019": ("J. Waxol. Oilol.", None),
    "IEEE Trans. Pattern Anal. Mach. Intell., 2019": ("IEEE Trans. Pattern Anal. Mach. Intell.", None),
    "J. Exp. Biol., 2019": ("J. Exp. Biol.", None),
    "J. Invertebr. Pathol. 12(3), 45-67, 2019": ("J. Invertebr. Pathol.", "12"),
    "J Exp Biol. 2019;12:1-9.": ("J Exp Biol", "12"),
}


@pytest.mark.parametrize("journal", NAMED)
@pytest.mark.parametrize("people", ["J. Frost and B. Snow, ", "J. Frost, B. Snow. ", "Frost J., Snow B., "])
def test_abbreviated_names_of_journals_are_no_people(people: str, journal: str) -> None:
    line = f"- {LINKED} - {people}{journal}"
    reading = sources.parse(Source("README.md", f"## Noses\n\n{line}\n".encode(), "d"), Cache(None))
    (work,) = (record.work for record in reading.records)
    assert [person.family for person in work.people] == ["Frost", "Snow"]
    assert ((work.venue, work.volume), str(work.date)) == (NAMED[journal], "2019")


def test_names_like_those_of_journals_are_people() -> None:
    line = f"- {LINKED} - *J. Plant, Ann Roy, A. J. Bull, Nat Chin*, 2019"
    reading = sources.parse(Source("README.md", f"## Noses\n\n{line}\n".encode(), "d"), Cache(None))
    (work,) = (record.work for record in reading.records)
    assert [person.family for person in work.people] == ["Plant", "Roy", "Bull", "Chin"]


@pytest.mark.parametrize("journal", ["Lamp Syst. Biol., 2019", "Lamp. Struct. Dev., 2019"])
def test_the_end_of_a_name_is_no_journal(journal: str) -> None:
    line = f"- {LINKED}, *A. Frost, B. Snow*, {journal}"
    reading = sources.parse(Source("README.md", f"## Noses\n\n{line}\n".encode(), "d"), Cache(None))
    (work,) = (record.work for record in reading.records)
    assert [person.family for person in work.people] == ["Frost", "Snow"]
    assert work.venue not in ("Syst. Biol.", "Struct. Dev.")


def test_an_arxiv_number_is_no_year() -> None:
    line = "- J. Frost. Waxing half of the moon. arXiv:1901.00021, 2019."
    reading = sources.parse(Source("README.md", f"## Noses\n\n{line}\n".encode(), "d"), Cache(None))
    (work,) = (record.work for record in reading.records)
    assert (work.arxiv, str(work.date)) == ("1901.00021", "2019")


def test_an_initial_before_a_family_name_ends_no_title() -> None:
    line = f"- Noses of Tin and of Brass, R. Al-Wick et al {PDF}"
    reading = sources.parse(Source("README.md", f"## Noses\n\n{line}\n".encode(), "d"), Cache(None))
    (work,) = (record.work for record in reading.records)
    assert not (work.title and work.title.source.endswith(", R"))
