"""A session bus and a gnome-keyring of its own for a few lines of Python."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
_PATIENCE = 50.0
_TOOLS = ("dbus-run-session", "gnome-keyring-daemon")


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    missing = [tool for tool in _TOOLS if shutil.which(tool) is None]
    if missing:
        reason = f"needs {', '.join(missing)} (apt-get install dbus gnome-keyring)"
        if "keyring" in os.environ.get("SUPPORTDESK_REQUIRE", ""):
            pytest.fail(reason)
        pytest.skip(reason)
    yield tmp_path
    end_daemons_of(tmp_path)


def processes_of(home: Path) -> list[Path]:
    """The processes that have this HOME, in /proc."""
    found = []
    for process in Path("/proc").iterdir():
        try:
            environment = (process / "environ").read_bytes() if process.name.isdigit() else b""
        except OSError:
            continue
        if f"HOME={home}".encode() in environment.split(b"\0"):
            found.append(process)
    return found


def end_daemons_of(home: Path) -> None:
    """The daemon outlives its bus; it is known by the HOME that only this test has.

    It takes its folder along: who looks at the files of `home` waits for its end.
    """
    end = time.monotonic() + _PATIENCE
    while daemons := [one for one in processes_of(home) if _is_daemon(one)]:
        assert time.monotonic() < end, "the keyring's daemon does not end"
        for process in daemons:
            with suppress(OSError):
                os.kill(int(process.name), signal.SIGTERM)
        time.sleep(0.02)


def _is_daemon(process: Path) -> bool:
    try:
        return (process / "comm").read_text().startswith("gnome-keyr")
    except OSError:
        return False


def files_of(home: Path) -> dict[Path, bytes]:
    """All files below `home` with what is in them, while others may write there and remove some."""
    found = {}
    for folder, _, names in os.walk(home):
        for name in names:
            path = Path(folder, name)
            with suppress(OSError):  # gone meanwhile, or a socket
                found[path] = path.read_bytes()
    return found


def environment(home: Path) -> dict[str, str]:
    """All that a process in the session knows of its surroundings."""
    return {
        "PATH": os.environ["PATH"], "HOME": str(home), "XDG_DATA_HOME": str(home / "data"),
        "XDG_RUNTIME_DIR": str(home), "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
    }  # fmt: skip


def in_session(command: Sequence[str], *, unlock: bool = True) -> list[str]:
    """The command line that runs `command` on a bus of its own, with an unlocked keyring."""
    daemon = "printf %s pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1"
    unlocked = ["sh", "-c", f'{daemon}; exec "$@"', "sh"] if unlock else []
    return ["dbus-run-session", "--", *unlocked, *command]


def run(home: Path, code: str, *, unlock: bool = True, bus: bool = True, **variables: str) -> str:
    """What `code` prints, in a session of its own; the keyring is unlocked unless told."""
    command = [sys.executable, "-c", code]
    done = subprocess.run(
        in_session(command, unlock=unlock) if bus else command,
        env=environment(home) | variables,
        capture_output=True, text=True, timeout=50, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()
