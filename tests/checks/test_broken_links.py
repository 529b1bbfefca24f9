"""Links from page to page: which of them lead nowhere, or to where something was."""

from __future__ import annotations

import re

import pytest

from conspectus.cache import Cache
from conspectus.model.identifiers import slug
from conspectus.pipeline import compile
from conspectus.project import Project
from conspectus.render.markdown import Markdown
from conspectus.text import Prose
from conspectus.text.headings import SHELL_IDS, headings, ids

PAGE = """\
# A page

Right: [1](topics/burners/) [2](/papers/wick) [3](#part-two) [4](pages/about/#about) [5](new/) [6](feed.xml)
[7](topics/burners/feed.xml) [8](assets/x.css) [9](images/lamp.svg) [10](https://lamps.example) [11](./#x) [12](#fn:1)
[13](papers/index.html) [14](topics/burners/2/../)

## Part two

Wrong: [a](topics/burnres/ "x")
[b](about.md)
[c](wick)
[d](topics/old-burners/)
[e](pages/about/#abuot)
[f](#prat-two)
[g](notes/bell-log.md)
[h](x/y/z)
"""

HELPS = [
    "did you mean `topics/burners/`?",
    "write `pages/about/`",
    "write `papers/wick/`",
    "write `topics/burners/`",
    "did you mean `about`?",
    "did you mean `part-two`?",
    "write `papers/bell-log/`",
    "correct it, or delete the link",
]


def test_links_that_lead_nowhere_are_reported_with_what_was_meant(survey: Project) -> None:
    content = survey.root / "content"
    (content / "pages" / "links.md").write_text(PAGE)
    with (content / "pages" / "about.md").open("a") as file:
        file.write("\n## More\n\n## About\n")
    topic = content / "taxonomy" / "topic.yaml"
    topic.write_text(re.sub(r"( +)- id: burners\n", r"\g<0>\1  was: [old-burners]\n", topic.read_text()))
    report = compile(survey, Cache(None)).report
    found = [each for each in report.diagnostics if each.check == "broken-link"]
    assert [(each.span.line, each.help) for each in found] == list(enumerate(HELPS, 9))


@pytest.mark.parametrize(
    "text",
    [
        "# One\n\n## One\n\n###Two `code` *and* more ##\n",
        "Set\n===\n\nagain\n-----\n\nno heading, - but\n\n    # code\n",
        "```\n# code\n```\n# A [link](x)\n\n## Über größe\n\n# 灯\n",
        "# content\n\n# conspectus-x\n",
    ],
)
def test_headings_have_the_ids_that_they_have_on_the_page(text: str) -> None:
    made = re.findall(r'<h\d id="([^"]+)"', Markdown("/").block(Prose(text), 2, SHELL_IDS))
    assert list(ids(map(slug, headings(text)), SHELL_IDS)) == made
