"""Building by command."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from conspectus.project import Project
from conspectus.publish import PublishError, journal

Run = Callable[..., Result]
Held = Callable[[Path], dict[str, bytes]]


def spoil(survey: Project) -> None:
    with (survey.papers / "records.yaml").open("a", encoding="utf-8") as file:
        file.write("- id: stray\n  title: Stray\n  place: {topic: [lenzes]}\n")


def test_it_says_what_it_built_and_how_to_look_at_it(run: Run, survey: Project) -> None:
    done = run("build", "--no-search")
    assert done.exit_code == 0
    assert "papers in site." in done.stdout and "conspectus serve" in done.stdout
    htmls = [path.read_text("utf-8") for path in survey.out.rglob("*.html")]
    pages = sum('http-equiv="refresh"' not in html for html in htmls)
    assert pages < len(htmls) and f"Built {pages} pages and " in done.stdout
    assert (survey.out / "index.html").is_file()
    assert not (survey.out / "pagefind").exists()


def test_where_nothing_changed_it_says_so_with_the_same_mistakes(run: Run, survey: Project, held: Held) -> None:
    with (survey.content / "taxonomy/fuel.yaml").open("a", encoding="utf-8") as file:
        file.write("  - id: unused\n    match: {any: [zzzzqx]}\n")
    first = run("build", "--no-search")
    state = (survey.out / "index.html").stat()
    again = run("build", "--no-search")
    assert first.stdout.startswith("Built ") and again.stdout == first.stdout.replace("Built", "Nothing changed:")
    assert first.stderr == again.stderr and "warning" in again.stderr
    assert (survey.out / "index.html").stat() == state
    before = held(survey.out)
    assert run("build", "--no-search", "--strict").exit_code == 1
    assert held(survey.out) == before


@pytest.mark.skipif(not journal.IS_POSSIBLE, reason="the system has no handles of folders")
def test_a_change_that_was_broken_off_is_completed_before_anything_else(
    run: Run, survey: Project, held: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ended(*arguments: object) -> None:
        raise KeyboardInterrupt

    run("build", "--no-search")
    before, note = held(survey.out), survey.content / "notes/wick.md"
    note.parent.mkdir(exist_ok=True)
    note.write_text("More of it.\n", "utf-8")
    monkeypatch.setattr("conspectus.publish.staging.PART", 1)
    with monkeypatch.context() as patched:
        patched.setattr(journal, "_put", ended)
        assert run("build", "--no-search").exit_code == 130
    assert held(survey.out) == before
    spoil(survey)
    done = run("build", "--no-search")
    assert done.exit_code == 1
    assert "was ended while it changed site; that is completed now." in done.stderr
    assert "More of it." in (survey.out / "papers/wick/index.html").read_text("utf-8")
    assert not (survey.root / ".site.conspectus").exists()


def test_it_builds_anywhere_from_anywhere(
    run: Run, survey: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("build", "--no-search", "--project", survey.root, "--out", "here", "--base-url", "https://a.example/b")
    assert done.exit_code == 0
    assert 'href="/b/' in (tmp_path / "here/index.html").read_text("utf-8")
    assert not survey.out.exists()


def test_a_folder_below_the_survey_is_in_it(run: Run, survey: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(survey.papers)
    assert run("build", "--no-search").exit_code == 0
    assert (survey.out / "index.html").is_file()


def test_with_a_mistake_nothing_is_written_and_the_line_is_told(run: Run, survey: Project, held: Held) -> None:
    run("build", "--no-search")
    before = held(survey.out)
    spoil(survey)
    done = run("build", "--no-search")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "error[T012] unknown-category" in done.stderr
    assert "content/papers/records.yaml:" in done.stderr
    assert held(survey.out) == before


def test_strict_builds_with_no_warning(run: Run, survey: Project) -> None:
    with (survey.content / "taxonomy/fuel.yaml").open("a", encoding="utf-8") as file:
        file.write("  - id: whale\n    title: Whale oil\n")
    loose = run("build", "--no-search")
    assert loose.exit_code == 0
    assert "warning[" in loose.stderr
    assert run("build", "--no-search", "--strict").exit_code == 1


@pytest.mark.parametrize(
    "error, said",
    [
        (PublishError("the folder holds what we did not write"), "the folder holds what we did not write"),
        (PublishError("it cannot be written to", "name another folder"), "help: name another folder; site"),
        (OSError(28, "No space left on device", "site/a.html"), "No space left on device: site/a.html"),
        (OSError(28, "No space left on device", "site/a.html"), "help: make room on the disk; site"),
        (MemoryError(), "not built: there is not enough memory"),
    ],
)
def test_what_else_goes_wrong_is_told_without_a_traceback(
    run: Run, monkeypatch: pytest.MonkeyPatch, error: Exception, said: str
) -> None:
    def fail(*arguments: object, **options: object) -> None:
        raise error

    monkeypatch.setattr("conspectus.pipeline.build", fail)
    done = run("build")
    assert done.exit_code == 1
    assert said in done.stderr
    assert "was left unchanged" in done.stderr
    assert isinstance(done.exception, SystemExit)


def test_a_command_that_gets_too_little_memory_says_so(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*arguments: object, **options: object) -> None:
        raise MemoryError

    monkeypatch.setattr("conspectus.pipeline.compile", fail)
    done = run("check")
    assert done.exit_code == 1
    assert "there is not enough memory; allow it more" in done.stderr


def test_a_broken_template_is_reported_with_its_code_and_nothing_is_written(run: Run, survey: Project) -> None:
    own = survey.root / "templates" / "pages"
    own.mkdir(parents=True)
    (own / "paper.html").write_text("<p>\n{{ page.titel }}\n", "utf-8")
    (own / "home.html").write_text("{% if %}", "utf-8")
    for command in (("build", "--no-search"), ("check",)):
        done = run(*command)
        assert done.exit_code == 1
        assert "error[W003] broken-template: " in done.output
        assert "templates/pages/paper.html:2:1" in done.output and "templates/pages/home.html:1:1" in done.output
        assert done.output.count("error[W003]") == 2
    assert not survey.out.exists()


def test_it_is_quiet_in_a_pipe(survey: Project, program: Callable[..., subprocess.CompletedProcess[str]]) -> None:
    done = program("build", "--no-search", cwd=survey.root)
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 1
    assert "\x1b" not in done.stdout + done.stderr
    assert "rendering" not in done.stderr
