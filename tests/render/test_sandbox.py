"""A survey's own templates run in a sandbox: they may come from a stranger with the checkout."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from conspectus.render import TemplateMistake

PACKAGED = Path(__file__).parents[2] / "templates"

HOSTILE = [
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ ''|attr('__class__') }}",
    "{{ ['']|map(attribute='__class__')|join }}",
    "{{ '{0.__class__.__mro__}'.format('') }}",
    "{{ '%s'|format(shell.__class__.__init__.__globals__) }}",
    "{{ joiner.__init__.__globals__ }}",
    "{{ gettext.__globals__ }}",
    "{{ self.__init__.__globals__ }}",
    "{{ page.clear() }}",
    "{% set _ = page.append(1) %}",
    "{{ lipsum() }}",
    "{{ range(10 ** 9)|list }}",
    "{{ (''|prose).__class__ }}",
    "{% macro m() %}{% endmacro %}{{ m.__globals__ }}{{ m._func.__globals__ }}",
]


@pytest.mark.parametrize("source", HOSTILE)
def test_a_template_of_the_surveys_own_cannot_leave_the_sandbox(desk: Any, source: str) -> None:
    desk.folders = [desk.folder, PACKAGED]
    values = [1, 2]
    with pytest.raises(TemplateMistake):
        desk.text(source, values)
    assert values == [1, 2]


@pytest.mark.parametrize(
    "source", ["{{ page|join(', ') }}", "{% for a in page %}{{ loop.index }}{% endfor %}", "{{ range(3)|list }}"]
)
def test_what_templates_need_is_allowed(desk: Any, source: str) -> None:
    desk.folders = [desk.folder]
    plain = desk.text(source, [1, 2])
    desk.folders = [desk.folder, PACKAGED]
    assert desk.text(source, [1, 2]) == plain
