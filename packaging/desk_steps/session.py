"""Runs a command beside a private, unlocked keyring: ``session.py COMMAND...``.

Started by the runner inside ``dbus-run-session``.  The keyring lies in a temporary
folder and ends with the command (left alone, the daemon would outlive its bus).
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time

ASK = "--session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner"
READY_SECONDS = 10


def main(command: list[str]) -> int:
    """Return the command's exit code; the command runs even if the keyring does not."""
    with tempfile.TemporaryDirectory() as home:
        places = {"HOME": home, "XDG_DATA_HOME": home, "XDG_RUNTIME_DIR": home}
        keyring = subprocess.Popen(
            ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
            env=os.environ | places,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            keyring.communicate(b"only for tests", timeout=0.1)
        except subprocess.TimeoutExpired:
            _wait_until_ready()
        try:
            return subprocess.run(command, check=False).returncode
        finally:
            keyring.kill()
            keyring.wait()


def _wait_until_ready() -> None:
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline:
        question = ["dbus-send", *ASK.split(), "string:org.freedesktop.secrets"]
        answer = subprocess.run(question, capture_output=True, text=True, check=False)
        if "boolean true" in answer.stdout:
            return
        time.sleep(0.05)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
