"""Values in spellings that people and programs use, though no grammar has them. All are made up."""

from __future__ import annotations

import pytest

from conspectus import sources
from conspectus.cache import Cache
from conspectus.model.paper import Reading, Source


def parse(fields: str) -> Reading:
    return sources.parse(Source("x.bib", f"@article{{k, title={{T}}, {fields}}}\n".encode(), "d"), Cache(None))


@pytest.mark.parametrize(
    ("field", "people"),
    [
        ("Ada Lovel King Jr.", "King, Ada Lovel, Jr."),
        ("Ada Smithson III", "Smithson, Ada, III"),
        ("Ada M. Smithson, Jr.", "Smithson, Ada M., Jr."),
        ("Smithson, Ada, III", "Smithson, Ada, III"),
        ("李 华", "李, 华"),
        ("김 민준 and Wick, Ada", "김, 민준; Wick, Ada"),
        (r"\ifmmode \check{Z}\else \v{Z}\fi{}umar, S. and Wick, A.", "Žumar, S.; Wick, A."),
        ("family=Wick, given=Ada, given-i=A", "Wick, Ada"),
        ("family=Wick, given-i=A", "Wick, A"),
        ("Wick, A.; Oil, B.", "Wick, A.; Oil, B."),
        ("Wick A., Oil B.", "Wick, A.; Oil, B."),
        ("W&iacute;ck, A and &Ouml;l, B", "Wíck, A; Öl, B"),
        ("Wick, A. et al.", "Wick, A.; …"),
        ("García Márquez, Ada María", "García Márquez, Ada María"),
        (r"Bee, A and \'Etienne, B and \v{C}ech, C and \L{}uk, D", "Bee, A; Étienne, B; Čech, C; Łuk, D"),
        (r"Bee, Ann and \textbf{Wick,Ada} and \underline{O{\"i}l}, Bo", "Bee, Ann; Wick, Ada; Oïl, Bo"),
        (r"Bee$^{1,*}$, Ann and Wick$^\dagger$, Ada and Oil, Bo\textsuperscript{2}", "Bee, Ann; Wick, Ada; Oil, Bo"),
        ("Bee, Ann B and Smithson III, James H", "Bee, Ann B; Smithson, James H, III"),
        ("Bee, A. and Smithson {,} Jr., James B.", "Bee, A.; Smithson, James B., Jr."),
        (r"Wicka{\u\i}ski{\u\i}, V.", "Wickaĭskiĭ, V."),
    ],
)
def test_names(field: str, people: str) -> None:
    authors = parse(f"author={{{field}}}").records[0].work.authors
    assert authors
    assert "; ".join([*(person.inverted for person in authors.people), *["…"] * authors.others]) == people


@pytest.mark.parametrize(
    ("field", "doi", "told"),
    [
        (r"\url{https://doi.org/10.1000/x}", "10.1000/x", False),
        (r"\href{https://doi.org/10.1000/x}{10.1000/x}", "10.1000/x", False),
        (r"10.1000\slash x", "10.1000/x", False),
        (r"10.1000\/x", "10.1000/x", False),
        ("10.1000/\u200bx", "10.1000/x", False),
        ("DOI 10.1000/x", "10.1000/x", False),
        ("10.1000/x 10.1000/y", "10.1000/x", True),
    ],
)
def test_dois(field: str, doi: str, told: bool) -> None:
    reading = parse(f"doi={{{field}}}")
    assert (reading.records[0].work.doi, "names more than one DOI" in "".join(reading.remarks)) == (doi, told)


@pytest.mark.parametrize("title", ["Lamps if a<b and c>d", "vector<int> and <T>", "1 <b or 2> a"])
def test_signs_in_titles_are_no_elements(title: str) -> None:
    (record,) = sources.parse(
        Source("x.ris", f"TY  - JOUR\nTI  - {title}\nER  - \n".encode(), "d"), Cache(None)
    ).records
    assert record.work.title and record.work.title.as_text() == title


@pytest.mark.parametrize(
    ("year", "date"), [("2019年5月3日", "2019-05-03"), ("2019年5月", "2019-05"), ("2019년 5월", "2019-05")]
)
def test_dates_in_east_asian_scripts(year: str, date: str) -> None:
    reading = parse(f"year={{{year}}}")
    assert (str(reading.records[0].work.date), reading.remarks) == (date, ())


@pytest.mark.parametrize(
    ("encoding", "title", "remark"),
    [
        ("mac-roman", "Über Müllers Lämpchen, “fiancé” – ou presque", "read as mac-roman"),
        ("cp1252", "Über Müllers Lämpchen, “fiancé” – ou presque", "read as windows-1252"),
        ("cp1252", "Mikša’s Lamps… and Žižek’s", "read as windows-1252"),
        ("utf-16", "Über Lampen", "read as utf-16"),
    ],
)
def test_encodings(encoding: str, title: str, remark: str) -> None:
    text = f"@article{{k, title={{{title}}}, author={{Émile Müller}}}}\n"
    reading = sources.parse(Source("x.bib", text.encode(encoding), "d"), Cache(None))
    assert reading.remarks == (remark,)
    assert reading.records[0].work.title and reading.records[0].work.title.as_text() == title


@pytest.mark.parametrize(
    ("encoding", "title", "author"),
    [
        ("gb18030", "海带森林与其守护者的研究综述", "王小明"),
        ("big5", "海帶森林與其守護者的研究綜述", "王小明"),
        ("cp932", "昆布の森とその守り人に関する研究", "山田太郎"),
        ("euc_jp", "昆布の森とその守り人に関する研究", "山田太郎"),
        ("cp949", "다시마 숲과 그 지킴이에 관한 연구", "김철수"),
        ("cp1251", "Водоросли северных морей и их хранители", "Иванов, Пётр"),
        ("koi8_r", "Водоросли северных морей и их хранители", "Иванов, Пётр"),
        ("cp1253", "Τα δάση των φυκών και οι φύλακές τους", "Παπαδόπουλος, Γιώργος"),
        ("tis_620", "การศึกษาป่าสาหร่ายและผู้ดูแล", "สมชาย"),
    ],
)
def test_an_encoding_of_another_alphabet_is_guessed_and_told(encoding: str, title: str, author: str) -> None:
    data = f"@article{{k,\n title={{{title}}},\n author={{{author}}},\n}}\n".encode(encoding)
    reading = sources.parse(Source("x.bib", data, "d"), Cache(None))
    assert reading.remarks == (
        f"read as {encoding}, guessed from its letters; if they look wrong, save the file as UTF-8",
    )
    assert reading.records[0].work.title and reading.records[0].work.title.as_text() == title


@pytest.mark.parametrize("encoding", ["gbk", "cp1251", "shift-jis"])
def test_too_few_letters_of_an_unknown_encoding_are_told(encoding: str) -> None:
    title = "Русские лампы" if encoding == "cp1251" else "灯的研究"
    reading = sources.parse(Source("x.bib", f"@misc{{k, title={{{title}}}}}\n".encode(encoding), "d"), Cache(None))
    assert reading.remarks == ("read as windows-1252; letters look wrong: save the file as UTF-8",)


@pytest.mark.parametrize("title", ["Über Öl", "Ça c’était l’été", "10 Å\u00a0thick, 2 Å² wide, “unit Å”", "Â» und Ä…"])
def test_letters_that_were_read_in_another_encoding_are_told(title: str) -> None:
    text = f"@misc{{a,\n title={{{title}}}}}\n"
    remarks = sources.parse(Source("x.bib", text.encode(), "d"), Cache(None)).remarks
    assert remarks == ()
    if "Å" not in title and "Â" not in title:
        doubled = sources.parse(Source("x.bib", text.encode().decode("cp1252").encode(), "d"), Cache(None))
        assert doubled.remarks[0].startswith("line 2: `")
        assert "looks like UTF-8 that was read in another encoding" in doubled.remarks[0]


@pytest.mark.parametrize(
    "table",
    [
        "Title|Authors|Year\nLamps|Ada Wick|2020\n",
        "Titel;Autoren;Jahr\nLamps;Wick, Ada;2020\n",
        "Título,Autores,Año\nLamps,Ada Wick,2020\n",
        "标题,作者,年份\nLamps,Ada Wick,2020\n",
        "Lamps that we know,,\n\nTitle,Authors,Year\nLamps,Ada Wick,2020\n",
    ],
)
def test_tables(table: str) -> None:
    reading = sources.parse(Source("x.csv", table.encode(), "d"), Cache(None))
    (work,) = [record.work for record in reading.records]
    assert (work.title and work.title.source, str(work.date), reading.remarks) == ("Lamps", "2020", ())
    assert work.authors and [person.inverted for person in work.authors.people] == ["Wick, Ada"]


def test_fields_that_another_entry_has() -> None:
    text = (
        "@book{a, title={Lamps}, publisher={xdata=press-publisher}, author={xdata=press-author-2 and Wick, A}}\n"
        "@xdata{press, publisher={Oil Press}, author={Bee, B and Cee, C}}\n"
        "@book{b, title={Wicks}, publisher={xdata=none-publisher}, author={Wick, A}}\n"
    )
    reading = sources.parse(Source("x.bib", text.encode(), "d"), Cache(None))
    first, second = (record.work for record in reading.records)
    assert first.authors and [person.family for person in first.authors.people] == ["Cee", "Wick"]
    assert (first.publisher, second.publisher) == ("Oil Press", None)
    assert reading.remarks == ("line 3: `b` refers to `none` under xdata, which is not in this file",)


def test_keywords_have_no_braces() -> None:
    assert parse("keywords={{LAMP}, oil {X}, salt}").records[0].work.keywords == ("LAMP", "oil X", "salt")
