"""The flow as a whole: one build, whatever the cache holds and whatever was edited before."""

from __future__ import annotations

import functools
import shutil
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conspectus.cache import Cache
from conspectus.curation.categories import with_paper
from conspectus.derived import digest
from conspectus.pipeline import Compiled, Snapshot, build, compile, read
from conspectus.project import Project
from conspectus.yaml_edit import Draft

SURVEY = Path(__file__).parent / "survey"


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def edit_title(root: Path, choice: int) -> None:
    path = root / "content/papers/records.yaml"
    path.write_text(path.read_text("utf-8").replace("Bell Wrote", f"Bell Rang {choice}"), "utf-8")


def edit_rule(root: Path, choice: int) -> None:
    path = root / "content/taxonomy/topic.yaml"
    path.write_text(path.read_text("utf-8").replace("any: [lens", f"any: [carriage{choice}, lens"), "utf-8")


def drop_or_restore_listing(root: Path, choice: int) -> None:
    name = "content/papers/daily-2024-07-10-lamps.txt"
    if (root / name).exists():
        (root / name).unlink()
    else:
        shutil.copy(SURVEY / name, root / name)


def add_record(root: Path, choice: int) -> None:
    text = f"- id: extra-{choice}\n  title: An Extra Fog Bell Number {choice}\n  date: 2024\n"
    (root / f"content/papers/extra-{choice}.yaml").write_text(text, "utf-8")


def edit_prose(root: Path, choice: int) -> None:
    with (root / "content/pages/about.md").open("a", encoding="utf-8") as file:
        file.write(f"\nA later word, {choice}.\n")


def edit_image(root: Path, choice: int) -> None:
    path = root / "content/images/lamp.svg"
    path.write_text(path.read_text("utf-8").replace('viewBox="0 0 3', f'viewBox="0 0 {choice + 1}3'), "utf-8")


def edit_template(root: Path, choice: int) -> None:
    assets = root / "templates" / "assets" / "css"
    assets.mkdir(parents=True, exist_ok=True)
    (assets / f"own-{choice}.css").write_text("p { color: inherit }\n", "utf-8")


EDITS = [edit_title, edit_rule, drop_or_restore_listing, add_record, edit_prose, edit_image, edit_template]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 3)), min_size=1, max_size=5))
def test_a_warm_build_equals_a_cold_one_after_any_edits(edits: list[tuple[object, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "survey"
        shutil.copytree(SURVEY, root)
        warm, project = Cache(Path(folder) / "cache"), Project(root)
        build(project, warm, Path(folder) / "warm", pagefind=False)
        for edit, choice in edits:
            edit(root, choice)  # type: ignore[operator]
            build(project, warm, Path(folder) / "warm", pagefind=False)
        build(project, Cache(None), Path(folder) / "cold", pagefind=False)
        assert files(Path(folder) / "warm") == files(Path(folder) / "cold")


def test_two_builds_in_two_places_give_the_same_bytes(survey: Project, tmp_path: Path) -> None:
    build(Project(SURVEY), Cache(None), tmp_path / "one")
    build(survey, Cache(None), tmp_path / "two")
    one, two = files(tmp_path / "one"), files(tmp_path / "two")
    assert any(path.startswith("pagefind/") for path in one)
    assert one == two


def test_no_page_knows_the_machine_it_was_made_on(survey: Project, tmp_path: Path) -> None:
    build(survey, Cache(None), tmp_path / "site", pagefind=False)
    for path, data in files(tmp_path / "site").items():
        assert str(tmp_path).encode() not in data, path


def test_a_mistake_leaves_the_last_good_site_as_it_was(survey: Project, tmp_path: Path) -> None:
    out = tmp_path / "site"
    assert not build(survey, Cache(None), out, pagefind=False).report.fails()
    before = files(out)
    records = survey.papers / "records.yaml"
    records.write_text(
        records.read_text("utf-8") + "- id: stray\n  title: Stray\n  place: {topic: [lenzes]}\n", "utf-8"
    )
    last = len(records.read_text("utf-8").splitlines())
    report = build(survey, Cache(None), out, pagefind=False).report
    assert [(d.code, d.span.line) for d in report.diagnostics if d.severity == "error"] == [("T012", last)]
    assert files(out) == before


def test_all_mistakes_of_all_files_come_in_one_report(survey: Project) -> None:
    (survey.papers / "broken.yaml").write_text("- id: [\n", "utf-8")
    (survey.papers / "cut.txt").write_text("94.2CVMar 12Code\nA title with nobody behind it\n", "utf-8")
    with (survey.content / "taxonomy/topic.yaml").open("a", encoding="utf-8") as file:
        file.write("  - id: light\n    titel: Again\n")
    names = {diagnostic.check for diagnostic in compile(survey, Cache(None)).report.diagnostics}
    assert {"broken-yaml", "duplicate-id", "unknown-key"} <= names
    assert names & {"broken-listing", "unknown-format"}


@pytest.mark.parametrize("base, root", [("", "/"), ("https://keepers.example/repo", "/repo/")])
def test_a_site_knows_the_path_it_stands_under(survey: Project, base: str, root: str) -> None:
    text = survey.settings_file.read_text("utf-8")
    survey.settings_file.write_text("\n".join(line for line in text.splitlines() if "base_url" not in line), "utf-8")
    assert compile(survey, Cache(None), base).site.shell.root == root


def pinned(survey: Project, *papers: str) -> Draft:
    """A draft in which the category for fog lists some papers."""
    draft = Draft.of(survey)
    for paper in papers:
        listed = functools.partial(with_paper, category="fog", key="papers", paper=paper, names=paper.__eq__)
        draft = draft.edited("content/taxonomy/topic.yaml", listed)
    return draft


def places(snapshot: Snapshot) -> dict[str, object]:
    return dict(snapshot.survey.placing.placements)


def rendered(compiled: Compiled) -> dict[str, bytes]:
    return {page.path: compiled.renderer.page(page).data for page in compiled.site.pages}


def test_drafts_of_one_snapshot_are_as_from_scratch_and_see_nothing_of_each_other(survey: Project) -> None:
    cache = Cache(None)
    before = read(survey, cache)
    was = places(before)
    drafts = [pinned(survey), pinned(survey, "sun-valve"), pinned(survey, "wick", "sun-valve")]
    expected = [places(read(draft, cache)) for draft in drafts]
    assert len({str(found) for found in expected}) == 3
    drafted = [read(draft, cache, previous=before) for draft in drafts]
    assert [places(snapshot) for snapshot in drafted] == expected
    assert places(before) == was
    assert places(read(survey, cache, previous=drafted[1])) == was
    assert places(read(drafts[2], cache, previous=drafted[1])) == expected[2]


def test_so_it_is_with_drafts_that_are_read_at_once(survey: Project) -> None:
    cache = Cache(None)
    before = read(survey, cache)
    drafts = [pinned(survey, "sun-valve"), pinned(survey, "wick")] * 4
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda draft: places(read(draft, cache, previous=before)), drafts))
    assert found == [places(read(draft, cache)) for draft in drafts[:2]] * 4
    assert places(read(survey, cache, previous=before)) == places(before)


def test_so_it_is_with_sites_that_are_compiled_and_looked_at_at_once(survey: Project) -> None:
    cache = Cache(None)
    before = compile(survey, cache)
    drafts = [pinned(survey, "sun-valve"), pinned(survey, "wick")] * 2
    with ThreadPoolExecutor(4) as threads:
        looking = threads.submit(rendered, before)
        found = list(threads.map(lambda draft: rendered(compile(draft, cache, previous=before)), drafts))
        assert looking.result() == rendered(compile(survey, cache))
    expected = [rendered(compile(draft, cache)) for draft in drafts[:2]]
    assert found == expected * 2
    assert expected[0] != expected[1]


def test_what_lists_repeat_has_an_address_that_says_all_it_is_made_from(survey: Project) -> None:
    def addressed(compiled: Compiled) -> dict[str, str]:
        for page in compiled.site.pages:
            compiled.renderer.page(page)
        rendered = compiled.renderer.partials.rendered.items()
        texts: dict[str, str] = {}
        for (template, _), partial in rendered:
            assert texts.setdefault(digest(template, partial.view), partial.text) == partial.text
        return texts

    before = addressed(compile(survey, Cache(None)))
    assert len(before) > 20
    assert addressed(compile(survey, Cache(None))) == before
    edit_title(survey.root, 1)
    after = addressed(compile(survey, Cache(None)))
    assert before.keys() - after.keys() and before.keys() & after.keys()
