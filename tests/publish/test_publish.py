"""Publishing: the site is whole at any time, what did not change stays the same file, and nothing else is touched."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.publish.conftest import pages, without_exchange

from conspectus.model.site import Output
from conspectus.publish import PublishError, publish
from conspectus.publish.present import MANIFEST
from conspectus.publish.workplace import Workplace, workplace


def test_the_folder_holds_what_was_given_and_nothing_else(desk: Any) -> None:
    desk.put(desk.site())
    assert pages(desk) == {output.path: output.data for output in desk.site()}
    assert (desk.out / ".nojekyll").read_bytes() == b""
    assert desk.beside() == ["site"]


@pytest.mark.parametrize("name", [".git", ".git/site", ".HG/x"])
def test_no_site_is_written_into_a_folder_of_version_control(tmp_path: Path, name: str) -> None:
    with pytest.raises(PublishError, match="belongs to version control"):
        publish(lambda site, write: [], tmp_path / name, progress=print)
    assert list(tmp_path.iterdir()) == []


def test_a_page_that_is_gone_is_removed_with_its_folder(desk: Any) -> None:
    desk.put(desk.site(4))
    desk.put(desk.site(2))
    assert pages(desk) == {output.path: output.data for output in desk.site(2)}
    assert not (desk.out / "papers/lamp-3").exists()


def test_only_what_changed_is_written(desk: Any) -> None:
    desk.put(desk.site())
    before = {path: (desk.out / path).stat().st_ino for path in desk.held()}
    desk.put(desk.site(front="another"))
    same = {path for path in desk.held() if (desk.out / path).stat().st_ino == before[path]}
    assert set(desk.held()) - same == {"index.html"}


def test_a_build_that_changes_nothing_touches_nothing(desk: Any) -> None:
    desk.put(desk.site(), search=True)
    before = {path: path.stat() for path in [desk.out, *desk.out.rglob("*")]}
    assert desk.put(desk.site(), search=True) == []
    assert {path: path.stat().st_mtime_ns for path in [desk.out, *desk.out.rglob("*")]} == {
        path: state.st_mtime_ns for path, state in before.items()
    }
    assert desk.out.stat().st_ino == before[desk.out].st_ino


def test_a_damaged_file_is_made_good(desk: Any) -> None:
    desk.put(desk.site(), search=True)
    good = desk.held()
    (desk.out / "index.html").write_text("edited by hand")
    (desk.out / "papers/lamp-1/index.html").unlink()
    (desk.out / "pagefind/pagefind.js").write_text("edited by hand")
    desk.put(desk.site(), search=True)
    assert desk.held() == good


def test_where_another_site_was_before_makes_no_difference(desk: Any, tmp_path: Path) -> None:
    desk.put([*desk.site(6, "old"), Output("gone.html", b"")], search=True)
    desk.put(desk.site(), search=True)
    desk.put(desk.site(), search=True, out=tmp_path / "cold")
    assert desk.held() == desk.held(tmp_path / "cold")


def broken(outputs: list[Output]) -> Iterator[Output]:
    yield from outputs
    raise RuntimeError("a template is wrong")


def test_when_rendering_fails_the_last_good_site_stays(desk: Any) -> None:
    desk.put(desk.site())
    before = desk.held()
    with pytest.raises(RuntimeError, match="template"):
        desk.put(broken(desk.site(1, "half")))
    assert desk.held() == before
    assert desk.beside() == ["site"]


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
@pytest.mark.parametrize("renames", [0, 1])
def test_a_swap_that_is_broken_off_leaves_the_last_good_site(
    desk: Any, monkeypatch: pytest.MonkeyPatch, error: BaseException, renames: int
) -> None:
    without_exchange(monkeypatch)
    desk.put(desk.site())
    before = desk.held()
    rename, done = Path.rename, []

    def failing(path: Path, target: Path) -> Path:
        done.append(path)
        if len(done) == renames + 1:
            raise error
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises((PublishError, KeyboardInterrupt)):
        desk.put(desk.site(front="new"))
    assert desk.held() == before
    assert desk.beside() == ["site"]


def test_what_a_killed_build_left_is_mended(desk: Any) -> None:
    desk.put(desk.site())
    before = desk.held()
    place = Workplace.beside(desk.out)
    (place.new / "papers").mkdir(parents=True)
    (place.new / "papers/half.html").write_text("half")
    desk.out.rename(place.old)  # killed between the two renames of a swap
    with pytest.raises(RuntimeError):
        desk.put(broken([]))
    assert desk.held() == before
    assert desk.beside() == ["site"]


def test_a_folder_that_is_not_ours_is_refused(desk: Any) -> None:
    desk.out.mkdir(parents=True)
    (desk.out / "thesis.tex").write_text("ten years of work")
    with pytest.raises(PublishError, match=r"thesis\.tex"):
        desk.put(desk.site())
    assert desk.held() == {"thesis.tex": b"ten years of work"}


def test_a_file_of_somebody_elses_in_our_folder_is_not_deleted(desk: Any) -> None:
    desk.put(desk.site())
    (desk.out / "topics/thesis.tex").write_text("ten years of work")
    with pytest.raises(PublishError, match=r"topics/thesis\.tex"):
        desk.put(desk.site(front="new"))
    assert (desk.out / "topics/thesis.tex").read_text() == "ten years of work"
    assert (desk.out / "index.html").read_text() == "front"


@pytest.mark.parametrize("manifest", ["{}", "not json", '{"files": 3, "indexed": "", "index": ""}', "[]"])
def test_what_only_looks_like_our_manifest_opens_no_folder(desk: Any, manifest: str) -> None:
    desk.out.mkdir(parents=True)
    (desk.out / MANIFEST).write_text(manifest)
    (desk.out / "thesis.tex").write_text("ten years of work")
    with pytest.raises(PublishError):
        desk.put(desk.site())


def test_a_file_in_the_place_of_the_folder_is_refused(desk: Any) -> None:
    desk.out.parent.mkdir()
    desk.out.write_text("a file")
    with pytest.raises(PublishError, match="is a file"):
        desk.put(desk.site())
    assert desk.out.read_text() == "a file"


def test_hidden_files_at_the_top_are_kept(desk: Any) -> None:
    (desk.out / ".git/objects").mkdir(parents=True)
    (desk.out / ".git/objects/1").write_text("a commit")
    (desk.out / ".gitignore").write_text("*\n!.gitignore\n")
    desk.put(desk.site())
    desk.put(desk.site(front="another"))
    assert (desk.out / ".gitignore").read_text() == "*\n!.gitignore\n"
    assert (desk.out / ".git/objects/1").read_text() == "a commit"
    assert (desk.out / "index.html").read_text() == "another"


@pytest.mark.parametrize("papers", [4, 60])  # few files differ, or many: changed in place, or swapped
def test_a_hidden_folder_that_a_build_wrote_goes_when_no_page_is_in_it(desk: Any, papers: int) -> None:
    hidden = [Output(".lamps/x/index.html", b"a page"), Output(".lamps/index.html", b"another")]
    desk.put([*desk.site(papers), *hidden])
    desk.put([*desk.site(papers), hidden[0]])
    assert (desk.out / ".lamps/x/index.html").exists() and not (desk.out / ".lamps/index.html").exists()
    desk.put(desk.site(papers))
    assert not (desk.out / ".lamps").exists()


def test_a_file_of_somebody_elses_in_a_hidden_folder_that_a_build_wrote_is_told_of(desk: Any) -> None:
    desk.put([*desk.site(), Output(".lamps/index.html", b"a page")])
    (desk.out / ".lamps/mine").write_text("mine")
    with pytest.raises(PublishError, match=r"did not write: \.lamps/mine"):
        desk.put(desk.site())
    assert (desk.out / ".lamps/mine").read_text() == "mine"


def test_what_a_file_manager_leaves_is_no_obstacle(desk: Any) -> None:
    desk.put(desk.site())
    (desk.out / "topics/.DS_Store").write_text("")
    (desk.out / "Thumbs.db").write_text("")
    desk.put(desk.site(front="another"))
    assert pages(desk) == {output.path: output.data for output in desk.site(front="another")}


def test_a_link_to_the_folder_stays_a_link(desk: Any, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    desk.out.parent.mkdir()
    desk.out.symlink_to(tmp_path / "there")
    desk.put(desk.site())
    desk.put(desk.site(front="another"))
    assert desk.out.is_symlink()
    assert pages(desk, tmp_path / "there") == {output.path: output.data for output in desk.site(front="another")}


def test_a_link_within_the_folder_is_not_written_through(desk: Any, tmp_path: Path) -> None:
    desk.put(desk.site())
    (tmp_path / "secret").write_text("front")
    (desk.out / "index.html").unlink()
    (desk.out / "index.html").symlink_to(tmp_path / "secret")
    desk.put(desk.site(front="front"))
    assert not (desk.out / "index.html").is_symlink()
    assert (tmp_path / "secret").read_text() == "front"


@pytest.mark.parametrize(
    "path",
    [
        "../a",
        "a/../../b",
        "/etc/passwd",
        "a//b",
        "",
        ".",
        "a/",
        "a\\b",
        "c:/x",
        "a\0b",
        "a\nb",
        "pagefind/x.js",
        MANIFEST,
        ".gitignore",
        ".git/config",
        "a" * 501,
    ],
)
def test_a_path_that_leaves_the_site_is_refused(desk: Any, path: str) -> None:
    with pytest.raises(PublishError):
        desk.put([Output(path, b"")])
    assert not desk.out.exists()
    assert list(desk.out.parent.iterdir()) == []


@pytest.mark.parametrize("paths", [("a", "a"), ("a", "a/b"), ("a/b", "a"), ("a/b", "a/b/c")])
@pytest.mark.parametrize("before", [True, False])
def test_two_pages_for_one_place_are_refused(desk: Any, paths: tuple[str, str], before: bool) -> None:
    if before:
        desk.put([Output(paths[0], b"x")])
    with pytest.raises(PublishError, match="rename"):
        desk.put([Output(path, b"x") for path in paths])


def test_two_builds_do_not_meet(desk: Any) -> None:
    desk.put(desk.site())
    with workplace(desk.out), pytest.raises(PublishError, match="another build"):
        desk.put(desk.site(front="new"))
    desk.put(desk.site(front="new"))
    assert (desk.out / "index.html").read_text() == "new"


def test_a_killed_build_holds_no_lock(desk: Any) -> None:
    script = f"""
        import os
        from pathlib import Path
        from conspectus.publish.workplace import workplace
        with workplace(Path({str(desk.out)!r})) as place:
            (place.new / "half.html").write_text("half")
            os._exit(9)
    """
    assert subprocess.run([sys.executable, "-c", textwrap.dedent(script)]).returncode == 9
    assert (desk.out.parent / ".site.conspectus/.gitignore").read_text() == "*\n"
    desk.put(desk.site())
    assert pages(desk) == {output.path: output.data for output in desk.site()}
    assert desk.beside() == ["site"]


def test_a_site_of_one_page_needs_no_more(desk: Any) -> None:
    desk.put([desk.paper(1)])
    assert pages(desk) == {desk.paper(1).path: desk.paper(1).data}
