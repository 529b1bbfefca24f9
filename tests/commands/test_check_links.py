"""`check --links`: which links of a survey are asked for, each with its places."""

from __future__ import annotations

from conspectus.cache import Cache
from conspectus.commands.linking import external
from conspectus.pipeline import read
from conspectus.project import Project


def test_links_are_taken_from_records_prose_and_settings_each_with_all_its_places(survey: Project) -> None:
    content = survey.root / "content"
    (content / "pages" / "about.md").write_text(
        "[a](https://code.example/wick) ![b](https://lamps.example/b.png) [c](topics/)\n\n<https://lamps.example/auto>\n"
    )
    (content / "notes" / "wick.md").write_text(
        "[d](https://arxiv.org/abs/2311.00001) [e](https://doi.org/10.1145/1.2)\n"
    )
    topic = content / "taxonomy" / "topic.yaml"
    topic.write_text(f"about: See [f](https://lamps.example/topics).\n{topic.read_text('utf-8')}", "utf-8")
    found = external(read(survey, Cache(None)).survey)
    places = {
        url: [f"{span.file.removeprefix('content/')}:{span.line}" for span in spans] for url, spans in found.items()
    }
    assert places["https://code.example/wick"] == ["pages/about.md:1", "papers/records.yaml:2"]
    assert places["https://lamps.example/auto"] == ["pages/about.md:3"]
    assert places["https://lamps.example/topics"] == ["taxonomy/topic.yaml:1"]
    assert places["https://github.com/keepers/lamps"] == ["survey.yaml:1"]
    assert not [url for url in places if "arxiv.org" in url or "doi.org" in url or url.startswith("topics")]
