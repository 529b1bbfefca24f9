"""Values of exports that cannot be what they stand for."""

from __future__ import annotations

from pathlib import Path

from conspectus import checks, pipeline
from conspectus.cache import Cache
from conspectus.project import Project


def test_each_file_is_reported_once_at_its_first_such_value(tmp_path: Path) -> None:
    content = tmp_path / "content"
    (content / "papers").mkdir(parents=True)
    (content / "survey.yaml").write_text("title: Lamps\n")
    entries = [f"@misc{{k{n}, title = {{A Lamp, {n}}}, year = {{in press}}, doi = {{none{n}}}}}\n" for n in range(99)]
    (content / "papers/refs.bib").write_text("".join(entries))
    (content / "papers/good.bib").write_text("@misc{good, title = {A Good Lamp}, year = 2020, doi = {10.1000/x}}\n")
    report = checks.check(pipeline.survey(Project(tmp_path), Cache(None)))
    (found,) = [each for each in report.diagnostics if each.check == "unread-value"]
    assert (found.severity, found.span.file, found.span.line) == ("note", "content/papers/refs.bib", 1)
    assert found.message == "`in press` is not a valid date; the date is left out (and 197 more in this file)"
    assert found.help == "write it as 2024, 2024-04 or 2024-04-22"
