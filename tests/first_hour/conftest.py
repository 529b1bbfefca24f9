"""A Python of its own with the wheel in it, as a newcomer has it: made once, and reached by nothing of the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment that says nothing of this checkout."""
    home = tmp_path_factory.mktemp("home")
    gone = ("VIRTUAL_ENV", "PYTHONPATH", "PYTHONHOME")
    known = {name: value for name, value in os.environ.items() if name not in gone}
    who = {"NAME": "Ada", "EMAIL": "ada@lamps.example"}
    git = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in who.items()}
    return {**known, **git, "HOME": str(home), "XDG_CACHE_HOME": str(home / ".cache")}


@pytest.fixture(scope="session")
def built(
    tmp_path_factory: pytest.TempPathFactory, plain: dict[str, str], missing: Callable[[str], None]
) -> Callable[..., Path]:
    """Makes a wheel, with these variables in the environment; without options it is made of the sdist."""
    requires = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["build-system"]["requires"]
    tools = tmp_path_factory.mktemp("tools")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--target", str(tools), "build", *requires]
    done = subprocess.run(pip, env=plain, capture_output=True, text=True, check=False)
    if done.returncode:
        missing(f"no package index can be reached: {done.stderr.strip()[-200:]}")

    def build(*options: str, **variables: str) -> Path:
        folder = tmp_path_factory.mktemp("dist")
        command = [sys.executable, "-m", "build", "--no-isolation", *options, "--outdir", str(folder), str(ROOT)]
        subprocess.run(command, env={**plain, **variables, "PYTHONPATH": str(tools)}, check=True, capture_output=True)
        return next(folder.glob("conspectus-*.whl"))

    return build


@pytest.fixture(scope="session")
def wheel(built: Callable[..., Path]) -> Path:
    """The wheel that the sdist gives, for what is missing in the sdist is missing in the wheel too."""
    return built()


@pytest.fixture(scope="session")
def python(tmp_path_factory: pytest.TempPathFactory, plain: dict[str, str], wheel: Path) -> Path:
    """The folder with the commands of a virtual environment that has the wheel and what it depends on."""
    folder = tmp_path_factory.mktemp("python")
    subprocess.run([sys.executable, "-m", "venv", str(folder)], env=plain, check=True)
    commands = folder / ("Scripts" if os.name == "nt" else "bin")
    install = [str(commands / "python"), "-m", "pip", "install", "--quiet", str(wheel)]
    subprocess.run(install, env=plain, check=True, capture_output=True)
    return commands
