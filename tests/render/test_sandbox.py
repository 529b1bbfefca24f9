"""A survey's own templates run in a sandbox: they may come from a stranger with the checkout."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

from conspectus.model.site import Page
from conspectus.render import TemplateMistake
from made_up_pages import ANY

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


REACHING = [
    "{{ (['x']|map(attribute='__class__.__mro__.1.__subclasses__')|first)() }}",
    "{{ ['x']|selectattr('__class__')|first }}",
    "{{ ['x']|rejectattr('__class__.x', 'none')|first }}",
    "{{ (['x']|groupby('__class__')|first).grouper.__mro__ }}",
    "{{ ['x']|sort(attribute='__class__')|first|attr('__class__') }}",
    "{{ (['x']|map('attr', '__class__')|first).mro() }}",
]
"""What reaches for an attribute by a filter, which looks it up in the environment of the page, not the template."""

OURS = {
    "layouts/base.html": '{% extends "layouts/base.html" %}',
    "partials/a.html": '{% include "partials/a.html" %}',
    "macros/a.html": '{% from "macros/a.html" import light with context %}{{ light() }}',
}
"""What a survey may replace, and how a page of the package's makes use of it."""


@pytest.mark.parametrize("replaced", OURS)
@pytest.mark.parametrize("source", [*HOSTILE, *REACHING])
def test_what_a_page_of_ours_takes_from_the_survey_stays_in_the_sandbox(
    desk: Any, tmp_path: Path, source: str, replaced: str
) -> None:
    ours = tmp_path / "ours"
    desk.folders = [desk.folder, ours]
    desk.write("pages/ours.html", OURS[replaced], ours)
    macro = f"{{% macro light() %}}{source}{{% endmacro %}}" if replaced.startswith("macros/") else source
    desk.write(replaced, macro)
    values = [1, 2]
    try:
        shown = desk.renderer().page(Page("lamps/", ANY, "pages/ours.html", lambda: values)).data.decode()
    except TemplateMistake:
        shown = ""
    assert values == [1, 2]
    assert "class" not in shown and "uid=" not in shown and "0x" not in shown


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


ENDLESS = [
    "{% for a in range(100000) %}{% for b in range(100000) %}{% endfor %}{% endfor %}",
    "{% for a in range(9999) %}{% set b = range(99999)|sum %}{% endfor %}",
    "{% macro m(n) %}{{ m(n + 1) }}{% endmacro %}{{ m(1) }}",
    "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
    "{% for a in [1] recursive %}{{ loop([1]) }}{% endfor %}",
    "{{ 'a' * 10 ** 10 }}",
    "{{ [1] * 10 ** 10 }}",
    "{{ 9 ** 9 ** 9 }}",
    "{% set n = namespace(x='aa') %}{% for a in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
    "{% set n = namespace(x='aa') %}{% for a in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}",
    "{% set n = namespace(x=['aa']) %}{% for a in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}",
    "{% set n = namespace(x='aa') %}{% for a in range(60) %}"
    "{% set y %}{{ n.x }}{{ n.x }}{% endset %}{% set n.x = y %}{% endfor %}",
    "{{ 'a'|center(10 ** 10) }}",
    "{{ 'a'.ljust(10 ** 10) }}",
    "{{ 'a'|indent(10 ** 10, true) }}",
    "{{ '%10000000000d'|format(1) }}",
    "{{ '%10000000000d' % 1 }}",
    "{{ '{:>10000000000}'.format(1) }}",
    "{{ '%*d'|format(10 ** 10, 1) }}",
    "{% for a in range(999) %}{{ 'a' * 999999 }}{% endfor %}",
]
"""What would take for ever, or all memory."""


@pytest.mark.parametrize("source", ENDLESS)
@pytest.mark.parametrize("is_inside", [False, True])
def test_a_template_that_never_ends_is_a_mistake(desk: Any, source: str, is_inside: bool) -> None:
    desk.folders = [desk.folder, PACKAGED]
    if is_inside:
        desk.write("partials/endless.html", source)
        source = "{{ page|partial('partials/endless.html') }}"
    start = time.process_time()
    with pytest.raises(TemplateMistake):
        desk.text(source, [1, 2])
    assert time.process_time() - start < 10
