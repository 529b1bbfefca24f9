"""Every check: its code, what it means and what to do, as `conspectus check --explain` prints it."""

from __future__ import annotations

from collections.abc import Mapping

from conspectus.checks import CHECKS, Check
from reference.text import first_sentence

GROUPS: Mapping[str, str] = {"S": "Files", "P": "Papers", "T": "The taxonomy", "W": "What is written on pages"}
"""What the first letter of a code stands for."""

INTRODUCTION = """\
# Checks

`conspectus check` reports every mistake with its file, its line and what to do. The code in brackets leads to a section
of this page; `conspectus check --explain T012` prints the same text.

- An **error** stops `conspectus build`; the last good site stays.
- A **warning** does not, unless you say `--strict`.
- A **note** is for your information.

| code | name | severity | it means |
|---|---|---|---|
"""


def page() -> str:
    """The reference of checks."""
    rows = "".join(
        f"| [{each.code}](#{each.code.lower()}) | `{each.name}` | {each.severity} "
        f"| {first_sentence(each.documentation)} |\n"
        for each in CHECKS
    )
    return INTRODUCTION + rows + "".join(group(letter) for letter in GROUPS)


def group(letter: str) -> str:
    sections = "".join(section(each) for each in CHECKS if each.code.startswith(letter))
    return f"\n## {letter}: {GROUPS[letter]}\n{sections}"


def section(check: Check) -> str:
    head = f"### {check.code} {check.name} {{ #{check.code.lower()} }}"
    return f"\n{head}\n\n*{str(check.severity).capitalize()}.* {check.documentation}\n"
