"""Checks the project: format, lint and types, then the tests in a private session."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

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
# Whoever else uses the machine at that moment may take a bar away once, hardly twice.
MISSED = ("--last-failed", "--last-failed-no-failures=none")
SOME_FAILED, NOTHING_CHOSEN = 1, 5  # pytest's exit codes
STATIC = {
    "format": ("ruff", "format", "--check", "."),
    "lint": ("ruff", "check", "--output-format=concise", "."),
    "types": ("mypy", "--strict", "supportdesk_gui", "packaging"),
    "structure": ("pytest", "tests/structure"),
}


def static(environment: Environment, names: Iterable[str] = tuple(STATIC)) -> list[str]:
    """Run checks that start no part of the program, all of them; returns those that failed."""
    os.chdir(environment.root)
    failed = []
    for name in names:
        with step(name):
            done = _done(environment, name)
        if not _is_good(done):
            failed.append(name)
    return failed


def everything(environment: Environment, arguments: Sequence[str]) -> list[str]:
    """Run the checks and the tests, the structure's among them; returns what failed.

    The types take one core for many seconds and are read beside the tests, which wait for replies
    now and then; they are done before the tests of time.
    """
    failed = static(environment, ["format", "lint"])
    with ThreadPoolExecutor(1) as thread:
        types = thread.submit(_done, environment, "types")
        if not tests(environment, arguments, types):
            failed.append("tests")
    return failed if _is_good(types.result()) else [*failed, "types"]


def _done(environment: Environment, name: str) -> CompletedProcess[str]:
    return run([environment.python, "-m", *STATIC[name]])


def _is_good(done: CompletedProcess[str]) -> bool:
    """Whether a check found nothing; what it found is said."""
    if done.returncode != 0:
        say(f"{done.stdout}{done.stderr}".rstrip())
    return done.returncode == 0


def tests(environment: Environment, arguments: Sequence[str], beside: Future[Any]) -> bool:
    """Run pytest in a session of its own; True if it passed.

    The tests of time wait for what runs ``beside`` the others.  What is here may not be skipped:
    pytest finds the words ``keyring`` and ``chromium`` in SUPPORTDESK_REQUIRE and fails instead.
    In CI (``CI`` set) nothing may: tests/conftest.py.
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
    with tempfile.TemporaryDirectory() as shared:  # what is dear to make serves all: tests/once.py
        settings["SUPPORTDESK_SHARED"] = shared

        def passed(name: str, *options: str) -> int:
            with step(name):
                return pass_through([*command, *options, *without_qt], os.environ | settings)

        codes = [passed("tests", *TOGETHER, *arguments)]
        wait([beside])
        if timed:
            options = [*ALONE, *(arguments or timed)]
            code = passed("tests of time, alone", *options)
            if code == SOME_FAILED:
                code = passed("bars of time that were missed, once more", *options, *MISSED)
            codes.append(code)
    return set(codes) <= {0, NOTHING_CHOSEN} and 0 in codes


def alone(folder: Path) -> list[str]:
    """The test files that measure time: to look into the others takes longer than to find these."""
    files = sorted(folder.rglob("test_*.py"))
    return [str(file) for file in files if "mark.alone" in file.read_text("utf-8")]


def ignoring_qt(folder: Path) -> list[str]:
    """Options that leave out the test files that need Qt, whose libraries are not here."""
    files = sorted(folder.rglob("test_*.py"))
    return [f"--ignore={file}" for file in files if NEEDS_QT.search(file.read_text("utf-8"))]
