"""Checks the project: format, lint and types, then the tests in a private session."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

from . import display, needs
from .console import pass_through, run, say, step
from .environment import Environment

SESSION = Path(__file__).with_name("session.py")
NEEDS_QT = re.compile(
    r"^\s*(from|import) (PySide6|pytestqt|supportdesk_gui\.(ui|app))\b|\b(qtbot|qapp|tests\.ui)\b",
    re.MULTILINE,
)
WITHOUT_QT = ("-p", "no:pytest-qt", "-W", "ignore::pytest.PytestConfigWarning")  # its settings stay
# One process more than there are cores: tests wait for processes of their own, and for replies.
PROCESSES = min((os.cpu_count() or 1) + 1, 4)
TOGETHER = (f"--numprocesses={PROCESSES}", "--dist=worksteal", "-m", "not alone")
# What measures time against a bar is run by itself, when the processes of the others have ended.
ALONE = ("-m", "alone")
NOTHING_CHOSEN = 5  # pytest's exit code
STATIC = {
    "format": ("ruff", "format", "--check", "."),
    "lint": ("ruff", "check", "--output-format=concise", "."),
    "types": ("mypy", "--strict", "supportdesk_gui", "packaging"),
    "structure": ("pytest", "tests/structure"),
}


def static(environment: Environment, structure: bool) -> list[str]:
    """Run every check that starts no part of the program; returns those that failed."""
    names = [name for name in STATIC if structure or name != "structure"]
    os.chdir(environment.root)
    return [name for name in names if not _content(environment, name)]


def _content(environment: Environment, name: str) -> bool:
    with step(name):
        done = run([environment.python, "-m", *STATIC[name]])
    if done.returncode != 0:
        say(f"{done.stdout}{done.stderr}".rstrip())
    return done.returncode == 0


def tests(environment: Environment, arguments: Sequence[str]) -> bool:
    """Run pytest in a session of its own; True if it passed.

    What is here may not be skipped: pytest finds the words ``keyring`` and ``chromium`` in
    SUPPORTDESK_REQUIRE and fails instead.  In CI (``CI`` set) nothing may: tests/conftest.py.
    """
    os.chdir(environment.root)
    lacking = {need.purpose for need in needs.for_tests()}
    keyring = needs.LINUX and "keyring tests" not in lacking
    browser = needs.LINUX and "paste tests" not in lacking
    command: list[str | Path] = [environment.python, "-m", "pytest"]
    if keyring:
        command = [environment.python, SESSION, *command]
    without_qt: list[str] = []
    if needs.for_window(display.OFFSCREEN):
        without_qt = [*WITHOUT_QT, *ignoring_qt(environment.root / "tests")]
    required = os.environ.get("SUPPORTDESK_REQUIRE", "").split(",")
    required += ["keyring"] if keyring else []
    required += ["chromium"] if browser else []
    settings = {
        "QT_QPA_PLATFORM": display.OFFSCREEN,
        "SUPPORTDESK_REQUIRE": ",".join(sorted({word for word in required if word})),
    }
    timed = [
        one for one in alone(environment.root / "tests") if f"--ignore={one}" not in without_qt
    ]
    passes = {"tests": [*TOGETHER, *arguments]}
    if timed:
        passes["tests of time, alone"] = [*ALONE, *(arguments or timed)]
    codes = []
    for name, options in passes.items():
        with step(name):
            words = [*command, *options, *without_qt]
            codes.append(pass_through(words, os.environ | settings))
    return set(codes) <= {0, NOTHING_CHOSEN} and 0 in codes


def alone(folder: Path) -> list[str]:
    """The test files that measure time: to look into the others takes longer than to find these."""
    files = sorted(folder.rglob("test_*.py"))
    return [str(file) for file in files if "mark.alone" in file.read_text("utf-8")]


def ignoring_qt(folder: Path) -> list[str]:
    """Options that leave out the test files that need Qt, whose libraries are not here."""
    files = sorted(folder.rglob("test_*.py"))
    return [f"--ignore={file}" for file in files if NEEDS_QT.search(file.read_text("utf-8"))]
