"""A newcomer's first hour, from nothing but the wheel to a public site: from an awesome list, and from a Zotero export.

Run with `-s` to see how many commands and seconds it takes.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import threading
import urllib.request
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

import made_up_newcomer as newcomer
import made_up_workflow as workflow

HERE = Path(__file__).parent

pytestmark = pytest.mark.xdist_group("first hour")  # what they begin with takes a minute, and is made once


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory, plain: dict[str, str], python: Path) -> dict[str, newcomer.Hour]:
    """Both surveys, as the commands of a newcomer leave them."""
    environment = {**plain, "PATH": f"{python}{os.pathsep}{plain['PATH']}"}
    hours = {}
    for name in ("awesome_list", "zotero"):
        folder = tmp_path_factory.mktemp(name)
        (folder / "README.md").write_text(newcomer.AWESOME, "utf-8")
        (folder / "library").mkdir()
        (folder / "library/wicks.rdf").write_text(newcomer.ZOTERO, "utf-8")
        (folder / "more.bib").write_text(newcomer.MORE, "utf-8")
        hours[name] = newcomer.run(HERE / f"{name}.txt", folder, environment)
        print(f"\n{name}: {hours[name].commands} commands, {hours[name].seconds:.0f} seconds")
    return hours


@pytest.fixture(scope="module")
def deployed(begun: dict[str, newcomer.Hour], python: Path) -> Path:
    """The site of the awesome list's survey as the workflow builds it, in a Python that lacks Conspectus at first."""
    folder = begun["awesome_list"].folder
    remove = [str(python / "python"), "-m", "pip", "uninstall", "--quiet", "--yes", "conspectus"]
    subprocess.run(remove, check=True, capture_output=True)
    ran = workflow.run(folder, python, "push")
    assert [step.name for step in ran] == ["Install", "Check", "Build"]
    assert ran[-1].code == 0, ran[-1].output
    return folder / "_site"


def test_the_same_checkout_gives_the_same_bytes_each_time(wheel: Path, built: Callable[..., Path]) -> None:
    assert built("--wheel").read_bytes() == wheel.read_bytes()


def test_a_wheel_has_every_template_compiled(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    templates = [name for name in names if re.match(r"conspectus/templates/(?!assets/)", name)]
    compiled = [name for name in names if re.match(r"conspectus/render/precompiled/[\d.]+/template_\w+\.py$", name)]
    assert len(compiled) == len(templates) > 40


def metadata(wheel: Path) -> str:
    """What a wheel says of itself."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        return archive.read(name).decode()


def test_a_release_names_its_repository_and_any_other_wheel_none(wheel: Path, built: Callable[..., Path]) -> None:
    assert "\nProject-URL" not in metadata(wheel)
    assert "](docs/tutorial.md)" in metadata(wheel)
    released = metadata(built("--wheel", CONSPECTUS_REPOSITORY="https://code.example/ada/conspectus"))
    addresses = dict(
        re.findall(r"^Project-URL: (\w+), https://code\.example/ada/conspectus(.*)$", released, re.MULTILINE)
    )
    assert addresses == {
        "Homepage": "",
        "Documentation": "/blob/HEAD/docs/index.md",
        "Source": "",
        "Changelog": "/blob/HEAD/CHANGELOG.md",
        "Issues": "/issues",
    }
    links = re.findall(r"\]\(([^)]+)\)", released)
    assert len(links) > 20 and not [link for link in links if not link.startswith("https://")]


def test_man_pages_are_installed_where_man_looks(python: Path) -> None:
    pages = {page.name for page in (python.parent / "share/man/man1").iterdir()}
    assert {"conspectus.1", "conspectus-new.1", "conspectus-serve.1"} <= pages


@pytest.mark.parametrize("name", ["awesome_list", "zotero"])
def test_no_command_has_anything_to_complain_about(begun: dict[str, newcomer.Hour], name: str) -> None:
    output = begun[name].output
    assert not re.findall(r"^.*(?:warning|error)\b.*$", output, re.MULTILINE), output
    # Neither list has the authors of all papers, and the note says by which command they are looked up.
    assert set(re.findall(r"^note\[(\w+)\]", output, re.MULTILINE)) <= {"P008"}, output


def test_the_exports_have_every_paper(begun: dict[str, newcomer.Hour]) -> None:
    bibtex = {name: (hour.folder / "site/data/papers.bib").read_text("utf-8") for name, hour in begun.items()}
    assert {name: len(re.findall(r"^@", text, re.MULTILINE)) for name, text in bibtex.items()} == {
        "awesome_list": 4,
        "zotero": 3,
    }


def test_git_has_what_was_written_by_hand_alone(begun: dict[str, newcomer.Hour]) -> None:
    for hour in begun.values():
        listed = subprocess.run(["git", "ls-files"], cwd=hour.folder, check=True, capture_output=True, text=True).stdout
        assert not re.search(r"^(site|_site|content/\.schemas)/", listed, re.MULTILINE)


@pytest.fixture(scope="module")
def address(deployed: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a plain web server has the site, below a path."""
    root = tmp_path_factory.mktemp("www")
    shutil.copytree(deployed, root / "repo")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Requests are not logged."""


def test_every_link_of_the_deployed_site_leads_somewhere_below_its_path(address: str, deployed: Path) -> None:
    links: set[str] = set()
    for page in deployed.rglob("*.html"):
        links.update(re.findall(r'\s(?:href|src|data-bundle)="(/[^"#?]*)', page.read_text("utf-8")))
    assert len(links) > 40
    assert not [link for link in links if not link.startswith("/repo/")]
    for link in sorted(links - {"/repo/pagefind/"}):
        with urllib.request.urlopen(address + link, timeout=30) as answer:  # noqa: S310 - our own server
            assert answer.status == 200


def test_the_deployed_site_can_be_searched_and_knows_its_address(deployed: Path) -> None:
    assert (deployed / "pagefind/pagefind.js").is_file()
    assert f"{workflow.SITE}/" in (deployed / "sitemap.xml").read_text("utf-8")
    assert (deployed / "assets").is_dir()


def proposed(folder: Path, branch: str, edit: tuple[str, str]) -> None:
    """Check out what GitHub checks out for a pull request that edits the taxonomy: its merge into main."""
    git = partial(subprocess.run, cwd=folder, check=True, capture_output=True)
    who = ["-c", "user.name=Ada", "-c", "user.email=ada@lamps.example"]
    path = folder / "content/taxonomy/topic.yaml"
    git(["git", "checkout", "-q", "-b", branch, "main"])
    text = path.read_text("utf-8")
    assert edit[0] in text
    path.write_text(text.replace(*edit), "utf-8")
    git(["git", *who, "commit", "-qam", "Edit"])
    git(["git", "checkout", "-q", "--detach", "main"])
    git(["git", *who, "merge", "-q", "--no-ff", "-m", "Merge", branch])


@pytest.mark.usefixtures("deployed")
@pytest.mark.parametrize(
    ("branch", "edit", "code", "summary"),
    [
        ("better", ("title: Oil", "title: Oil lamps"), 0, ""),
        ("worse", ("id: oil", "id: fuel"), 1, "/topics/oil/"),
    ],
)
def test_a_pull_request_shows_what_changes_and_fails_for_a_lost_address(
    begun: dict[str, newcomer.Hour], python: Path, branch: str, edit: tuple[str, str], code: int, summary: str
) -> None:
    folder = begun["awesome_list"].folder
    proposed(folder, branch, edit)
    shown = folder.parent / "summary.md"
    shown.write_text("")
    ran = workflow.run(folder, python, "pull_request", is_installed=True)
    assert [step.name for step in ran] == ["Check", "Build", "Summarize the changes"]
    assert ran[-1].code == code, ran[-1].output
    assert shown.read_text()
    assert summary in shown.read_text()
