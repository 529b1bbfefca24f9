"""What a survey begins with: a clone of a list, a library with slips, no address. All papers here are made up."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from conspectus.commands import group


def test_a_clone_of_a_list_begins_with_its_papers_and_leaves_other_files_out(tmp_path: Path) -> None:
    clone = tmp_path / "awesome"
    (clone / "docs").mkdir(parents=True)
    (clone / "README.md").write_text("# Lamps\n\n## Oil\n\n- Oil for All. [pdf](https://lamps.example/a.pdf)\n")
    (clone / "CONTRIBUTING.md").write_text("# Contributing\n\nSend a pull request.\n")
    (clone / "mkdocs.yml").write_text("site_name: Lamps\n")
    (clone / "docs/empty.bib").write_text("")
    done = CliRunner().invoke(group, ["new", str(tmp_path / "lamps"), "--from", str(clone)])
    assert done.exit_code == 0, done.output
    assert [line.partition(":")[0] for line in done.stdout.splitlines() if line.startswith("skipped")] == [
        f"skipped {clone / name}" for name in ("CONTRIBUTING.md", "docs/empty.bib", "mkdocs.yml")
    ]
    assert [path.name for path in (tmp_path / "lamps/content/papers").iterdir()] == ["README.md"]
    topic = (tmp_path / "lamps/content/taxonomy/topic.yaml").read_text()
    assert "# Made from how README.md is divided." in topic and "\nabout:" not in topic


def test_an_address_is_answered_with_what_to_save(tmp_path: Path) -> None:
    for address in ("https://github.com/lamps/oil", "github.com/lamps/oil"):
        done = CliRunner().invoke(group, ["new", str(tmp_path / "lamps"), "--from", address])
        assert done.exit_code == 2 and "save the page, such as the README.md of a repository" in done.stderr


def test_a_warning_on_a_file_is_told_once_and_titles_without_braces(tmp_path: Path) -> None:
    library = tmp_path / "lamps.bib"
    library.write_text(
        "@misc{a, title = {Oil for {Whales}}, author = {Ada Wick}, year = 2020}\n"
        "@misc{b, title = {Oil for {Whales}}, author = {Ada Wick}, year = 2020}\n"
        "@misc{c, title = {Open\n"
    )
    done = CliRunner().invoke(group, ["new", str(tmp_path / "lamps"), "--from", str(library)])
    assert done.exit_code == 0, done.output
    assert done.stderr.count("cannot be read") == 1
    assert "title Oil for Whales" in done.stdout and "{" not in done.stdout
