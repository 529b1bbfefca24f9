"""Topics and pages that a query leads to, by the site's own script."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(not shutil.which("node"), reason="there is no Node")

SCRIPT = Path(__file__).parents[2] / "templates" / "assets" / "js" / "places.js"
PROGRAM = """
const { places } = await import(process.argv[1]);
const [said, queries] = JSON.parse(process.argv[2]);
console.log(JSON.stringify(queries.map((query) => places(query, { places: said }).map(({ title }) => title))));
"""
AUTHORS = ("Ada K. Perch", "J. J. Fender", "Jörg Bollard", "J. Bollard")
PLACES = [{"title": name, "url": f"authors/#{name}"} for name in AUTHORS] + [{"title": "Lamps", "url": "topics/lamps/"}]
FOUND: dict[str, list[str]] = {
    "Bollard J": ["J. Bollard", "Jörg Bollard"],
    "J. Bollard": ["J. Bollard", "Jörg Bollard"],
    "Perch, A. K.": ["Ada K. Perch"],
    "J. J. Fender": ["J. J. Fender"],
    "Bollard J, Perch A. Lenses. J. Harbors.": [],
    "lamps": ["Lamps"],
    "l": [],
}


def test_initials_lead_to_those_who_have_them() -> None:
    said = json.dumps([PLACES, list(FOUND)])
    command = ["node", "--input-type=module", "-e", PROGRAM, SCRIPT.as_uri(), said]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found = [sorted(titles) for titles in json.loads(done.stdout)]
    assert dict(zip(FOUND, found, strict=True)) == FOUND
