"""The pictures of the README and the tutorial, taken with Chromium: `make pictures`.

The tutorial's are taken while somebody follows it, each at the image that shows it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from examples_in_the_manual import Reader

ROOT = Path(__file__).resolve().parents[1]
TUTORIAL = ROOT / "docs" / "tutorial.md"
FRONT = ROOT / ".github" / "screenshot.png"
PAGES = {"tutorial-front": "", "tutorial-paper": "papers/2306.99902/", "tutorial-table": "topics/bleaching/"}
"""The pictures of the tutorial, and the pages that they show."""

WIDTH, HEIGHT, COLORS = 1280, 760, 64


def main() -> None:
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as home, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        with preview(Reader.at(Path(home), ROOT)) as address:
            take(browser, address, FRONT, hidden="#conspectus-bar")
        follow(browser, Reader.at(Path(home), Path(home)))
        browser.close()


def follow(browser: Browser, reader: Reader) -> None:
    """Do what the tutorial says, and take each picture where it stands."""
    pieces = re.split(r"!\[[^\]]*\]\(assets/([\w-]+)\.png\)", TUTORIAL.read_text("utf-8"))
    for text, name in zip(pieces[::2], pieces[1::2], strict=False):
        reader.follow(text)
        with preview(reader) as address:
            take(browser, address + PAGES[name], ROOT / "docs" / "assets" / f"{name}.png")


@contextmanager
def preview(reader: Reader) -> Iterator[str]:
    """The address of a preview of the survey in the reader's folder."""
    program = shutil.which("conspectus", path=reader.environment["PATH"]) or "conspectus"
    command = [program, "serve", "--port", "0"]
    with subprocess.Popen(  # noqa: S603 - our own command
        command, cwd=reader.folder, env=reader.environment, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None  # noqa: S101 - a pipe is asked for
        line = next(line for line in process.stdout if line.startswith("Serving "))
        yield line.split()[1]
        process.terminate()


def take(browser: Browser, address: str, path: Path, hidden: str = "") -> None:
    """A picture of the top of a page, in few colors, without the element that `hidden` selects."""
    page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
    page.goto(address)
    page.wait_for_timeout(500)  # milliseconds, for the fonts
    if hidden:
        page.locator(hidden).evaluate("bar => bar.remove()")
    image = Image.open(BytesIO(page.screenshot())).convert("RGB")
    image.quantize(COLORS, dither=Image.Dither.NONE).save(path, optimize=True)
    page.close()
    print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
