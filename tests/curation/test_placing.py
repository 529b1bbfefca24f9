"""What a curator asks for comes true, by the least that has to be written."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from conspectus.curation import placing
from conspectus.project import Project
from conspectus.yaml_edit import EditError
from made_up_desk import Desk, lines, stands

Edit = Callable[[str, str, str], None]

SUN, BELL = "A Sun Valve for *Unattended* Lights <b>& Buoys</b>", "What the Bell Wrote Down"


def test_a_paper_is_pinned_and_keeps_its_places(survey: Project) -> None:
    draft = Desk(survey).place("sun-valve", "fog")
    assert lines(draft) == ["+        papers:", f"+          - sun-valve  # {SUN}"]
    assert stands(draft, "sun-valve") == ["fog"] or "watch" in stands(draft, "sun-valve")


def test_where_the_record_decides_the_category_is_added_there(survey: Project) -> None:
    draft = Desk(survey).place("wick", "fog")
    assert lines(draft) == ["-  place: {topic: [burners]}", "+  place: {topic: [burners, fog]}"]
    assert stands(draft, "wick") == ["burners", "fog"]


def test_an_exception_goes(survey: Project, edit: Edit) -> None:
    edit(
        "taxonomy/topic.yaml",
        "        title: Fog signals\n",
        "        title: Fog signals\n        except: [bell-log]\n",
    )
    draft = Desk(survey).place("bell-log", "fog")
    assert lines(draft) == ["-        except: [bell-log]", "+        papers:", f"+          - bell-log  # {BELL}"]
    assert stands(draft, "bell-log") == ["watch", "fog"]


def test_alone_means_in_the_record(survey: Project) -> None:
    draft = Desk(survey).only("bell-log", "lenses")
    assert lines(draft) == ["+  place: {topic: [lenses]}"]
    assert stands(draft, "bell-log") == ["lenses"]


def test_alone_replaces_what_the_record_said(survey: Project) -> None:
    draft = Desk(survey).only("wick", "fog")
    assert lines(draft) == ["-  place: {topic: [burners]}", "+  place: {topic: [fog]}"]
    assert stands(draft, "wick") == ["fog"]


def test_a_paper_without_a_record_gets_one(survey: Project) -> None:
    desk = Desk(survey)
    id = next(paper.id for paper in desk.survey.library.papers if paper.work.doi == "10.99999/lens.2022")
    draft = desk.only(id, "watch")
    assert [edit.path for edit in draft.edits] == ["content/papers/curated.yaml"]
    assert lines(draft) == [
        f"+- id: {id}  # A Stepped Fresnel Lens of Rügen Glass",
        "+  doi: 10.99999/lens.2022",
        "+  place: {topic: [watch]}",
    ]
    assert stands(draft, id) == ["watch"]


def test_a_paper_known_by_its_title_alone_gets_a_record_with_it(survey: Project) -> None:
    desk = Desk(survey)
    id = next(paper.id for paper in desk.survey.library.papers if str(paper.title).startswith("Fog Horns"))
    assert stands(desk.only(id, "lenses"), id) == ["lenses"]


def test_what_others_wrote_begins_no_line_of_its_own(survey: Project) -> None:
    title = "A\u2028- id: b\x85\u202e # c {x}"
    (survey.content / "papers/evil.bib").write_text(f"@misc{{k, title={{{title}}}, doi={{10.99999/evil}}}}\n", "utf-8")
    desk = Desk(survey)
    id = next(paper.id for paper in desk.survey.library.papers if paper.work.doi == "10.99999/evil")
    assert len(lines(desk.only(id, "fog"))) == 3
    assert len(lines(desk.place(id, "fog"))) == 2


def test_a_pin_goes_with_the_title_beside_it_and_no_other_comment(survey: Project, edit: Edit) -> None:
    papers = f"    papers:\n      - bell-log  # {BELL}\n      - wick  # see below\n      # of interest\n"
    edit("taxonomy/topic.yaml", "    papers: [bell-log]\n", papers)
    assert lines(Desk(survey).remove("bell-log", "watch")) == [f"-      - bell-log  # {BELL}"]
    edit("taxonomy/topic.yaml", "      - wick  # see below\n      # of interest\n", "")
    assert lines(Desk(survey).remove("bell-log", "watch")) == ["-    papers:", f"-      - bell-log  # {BELL}"]


def test_a_pin_stands_as_the_others_do(survey: Project, edit: Edit) -> None:
    assert lines(Desk(survey).place("sun-valve", "watch")) == [
        "-    papers: [bell-log]",
        "+    papers: [bell-log, sun-valve]",
    ]
    edit("taxonomy/topic.yaml", "    papers: [bell-log]\n", "    papers:\n    - bell-log\n")
    assert lines(Desk(survey).place("sun-valve", "watch")) == [f"+    - sun-valve  # {SUN}"]


def test_a_pin_is_taken_away(survey: Project) -> None:
    draft = Desk(survey).remove("bell-log", "watch")
    assert lines(draft) == ["-    papers: [bell-log]"]
    assert stands(draft, "bell-log") == ["fog"]


def test_what_a_rule_took_is_excepted(survey: Project) -> None:
    draft = Desk(survey).remove("sun-valve", "acetylene")
    assert lines(draft) == ["+    except:", f"+      - sun-valve  # {SUN}"]
    assert stands(draft, "sun-valve", "fuel") == []


def test_what_the_record_said_is_taken_back_and_the_rule_kept_off(survey: Project) -> None:
    draft = Desk(survey).remove("wick", "burners")
    excepted = ["+        except:", "+          - wick  # Trimming the Wick in O(log n) Nights"]
    assert lines(draft) == ["-  place: {topic: [burners]}", *excepted]
    assert "burners" not in stands(draft, "wick")


def test_a_paper_is_not_taken_from_where_it_is_not(survey: Project) -> None:
    with pytest.raises(EditError, match="wick is not in light") as error:
        Desk(survey).remove("wick", "light")
    assert error.value.hint == "it is in burners, a subtopic"


def test_a_summary_is_set_and_taken_away(survey: Project) -> None:
    desk = Desk(survey)
    draft = placing.summarized(desk.draft, desk.paper("bell-log"), "Bells go unheard in snow.")
    assert lines(draft)[-1] == "+  summary: Bells go unheard in snow."
    draft = placing.summarized(desk.draft, desk.paper("bell-log"), "")
    assert lines(draft) == ["-  summary: A log of 12,000 strokes shows which weather goes unheard."]


def test_placing_twice_changes_nothing_more(survey: Project) -> None:
    desk = Desk(survey)
    assert not desk.place("bell-log", "watch").edits
    assert not desk.place("wick", "burners").edits
    assert not desk.only("wick", "burners").edits
