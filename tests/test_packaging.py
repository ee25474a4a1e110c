"""The wheel holds all it needs: built, installed in a new environment, run from another folder."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from planner import __version__

ROOT = Path(__file__).parent.parent
START_SCREENS = """
import asyncio
import planner
from planner.commands.session import Session
from planner.commands.terminal import desk_of
from screens.app import PlannerApp

async def start():
    with Session("trips.sqlite3") as session:
        app = PlannerApp(desk_of(session))
        async with app.run_test() as pilot:
            await pilot.pause()
            print(planner.__file__, *app.css_path, sep="\\n")

asyncio.run(start())
"""


@dataclass(frozen=True)
class Installed:
    """An environment of its own with the wheel in it, and a folder that holds nothing of ours."""

    wheel: Path
    environment: Path
    elsewhere: Path

    def run(self, program: str, *arguments: str) -> str:
        """Return what a program of the environment prints, run from elsewhere."""
        return output_of([str(self.environment / "bin" / program), *arguments], cwd=self.elsewhere)


def output_of(command: list[str], cwd: Path) -> str:
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    environment["TMPDIR"] = str(cwd)
    done = subprocess.run(  # noqa: S603 - our own Python and what we installed
        command, cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Build and install the wheel; what it depends on is borrowed from where the tests run."""
    folder = tmp_path_factory.mktemp("packaging")
    elsewhere = folder / "elsewhere"
    elsewhere.mkdir()
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    # Built with the Hatchling that is installed here: a test fetches nothing.
    build = ["wheel", "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", str(folder)]
    output_of([*pip, *build, str(ROOT)], elsewhere)
    (wheel,) = folder.glob("*.whl")
    environment = folder / "environment"
    venv.create(environment, with_pip=False, symlinks=True)
    python = str(environment / "bin" / "python")
    install = ["--python", python, "install", "--no-deps", "--no-index", "--no-compile"]
    output_of([*pip, *install, str(wheel)], elsewhere)
    # Only now: pip must not see the checkout that is installed beside the dependencies.
    (site_packages,) = environment.glob("lib/python*/site-packages")
    borrowed = f"{sysconfig.get_path('purelib')}\n{sysconfig.get_path('platlib')}\n"
    (site_packages / "borrowed.pth").write_text(borrowed)
    return Installed(wheel, environment, elsewhere)


def test_every_file_of_the_three_packages_is_in_the_wheel(installed: Installed) -> None:
    written = {
        path.relative_to(ROOT).as_posix()
        for package in ("planner", "screens", "db")
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    packed = {
        name for name in zipfile.ZipFile(installed.wheel).namelist() if "dist-info" not in name
    }
    assert packed == written | {"planner.tcss"}


@pytest.mark.parametrize(
    "kind", ["planner.tcss", "db/*.sqlite3", "db/migrations/*.sql", "planner/data/*.json"]
)
def test_what_is_read_at_run_time_is_in_the_wheel(installed: Installed, kind: str) -> None:
    assert any(Path(name).match(kind) for name in zipfile.ZipFile(installed.wheel).namelist())


def test_the_installed_program_tells_its_version(installed: Installed) -> None:
    assert installed.run("planner", "--version") == f"planner {__version__}\n"


def test_the_installed_program_shows_the_sample(installed: Installed) -> None:
    printed = installed.run("planner", "--db", "sample.sqlite3", "demo")
    assert "Paris, London and Iqaluit" in printed


def test_the_installed_screens_open_with_their_style_sheet(installed: Installed) -> None:
    origins = installed.run("python", "-c", START_SCREENS).splitlines()
    assert len(origins) == 2
    assert all(str(installed.environment) in origin for origin in origins), origins
