"""What a newcomer has and types: a list and a library, both made up, and a runner for a script of commands."""

from __future__ import annotations

import re
import subprocess
import time
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

AWESOME = """\
# Awesome Sea Lamps

A made-up list of papers about lamps at sea.

## Oil
- [Oil for All of Us](https://arxiv.org/abs/2404.00001) - Ada van Wick, 2024.
- [Lamps of Brass and Oil](https://arxiv.org/abs/2404.00002) [[code](https://github.com/ada/brass)]

## Clockwork
### Bearings
| Paper | Venue | Year |
|---|---|---|
| [Bearings that Never Rust](https://doi.org/10.99999/sea.7) | Journal of Light | 2023 |
| [Turning a Lens with a Weight](https://arxiv.org/abs/2401.00009) | LampConf | 2024 |

## Contributing
Send a pull request.
"""

ZOTERO = """\
<rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#"
 xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:bib="http://purl.org/net/biblio#" xmlns:foaf="http://xmlns.com/foaf/0.1/">
    <bib:Article rdf:about="#item_1">
        <z:itemType>journalArticle</z:itemType>
        <bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>van Wick</foaf:surname>
            <foaf:givenName>Ada</foaf:givenName></foaf:Person></rdf:li></rdf:Seq></bib:authors>
        <dc:title>Trimming Wicks by Moonlight</dc:title>
        <dc:date>2021-09-01</dc:date>
    </bib:Article>
    <rdf:Description rdf:about="#item_2">
        <z:itemType>preprint</z:itemType>
        <dc:title>Wicks of Woven Glass</dc:title>
        <dc:date>2024</dc:date>
        <dc:identifier><dcterms:URI><rdf:value>http://arxiv.org/abs/2404.14469</rdf:value></dcterms:URI></dc:identifier>
    </rdf:Description>
    <z:Collection rdf:about="#collection_1">
        <dc:title>Trimming</dc:title><dcterms:hasPart rdf:resource="#item_1"/>
    </z:Collection>
    <z:Collection rdf:about="#collection_2">
        <dc:title>Materials</dc:title><dcterms:hasPart rdf:resource="#item_2"/>
    </z:Collection>
</rdf:RDF>
"""

MORE = "@article{salt, title = {Salt in the Wick}, author = {Salter, Bo}, year = 2022, journal = {Journal of Light}}\n"


class Hour(NamedTuple):
    """What a script of commands came to: the survey's folder, how many commands, how many seconds, and all output."""

    folder: Path
    commands: int
    seconds: float
    output: str


def run(script: Path, folder: Path, environment: Mapping[str, str]) -> Hour:
    """Run a script's commands in a folder, one after the other. AssertionError where one fails."""
    start, commands, output = time.monotonic(), 0, ""
    for line in script.read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        commands += 1
        if line.startswith("cd "):
            folder = folder / line.removeprefix("cd ")
        elif line.startswith("conspectus serve"):
            assert b"<h1" in look(line, folder, environment)
        else:
            done = subprocess.run(
                ["bash", "-c", line], cwd=folder, env=environment, capture_output=True, text=True, check=False
            )
            output += f"$ {line}\n{done.stdout}{done.stderr}"
            assert done.returncode == 0, output
    return Hour(folder, commands, time.monotonic() - start, output)


def look(line: str, folder: Path, environment: Mapping[str, str]) -> bytes:
    """The front page of the preview that a command starts, which is ended then."""
    with subprocess.Popen(line.split(), cwd=folder, env=environment, stdout=subprocess.PIPE, text=True) as served:
        assert served.stdout is not None
        try:
            address = re.search(r"http://\S+", served.stdout.readline())
            assert address is not None
            with urllib.request.urlopen(address[0], timeout=30) as answer:  # noqa: S310 - our own server
                front: bytes = answer.read()
        finally:
            served.terminate()  # not SIGINT, which a shell has its background commands ignore
        try:
            assert served.wait(30) == 0
        finally:
            served.kill()
    return front
