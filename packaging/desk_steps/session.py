"""Runs a command beside a private message bus and keyring: ``session.py COMMAND...``.

The keyring is unlocked, lies in a temporary folder and ends with the command, as the
bus does: neither touches the bus or the keyring of the person at this machine.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

ASK = "--session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner"
BUS = ("dbus-daemon", "--session", "--nofork", "--nopidfile", "--nosyslog", "--print-address=1")
KEYRING = ("gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets")
READY_SECONDS = 60


def main(command: Sequence[str]) -> int:
    """Return the command's exit code; the command runs even if the keyring does not."""
    with tempfile.TemporaryDirectory() as home, _daemon(BUS, os.environ) as bus:
        assert bus.stdout is not None
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()
        places = {"HOME": home, "XDG_DATA_HOME": home, "XDG_RUNTIME_DIR": home}
        with _daemon(KEYRING, os.environ | places) as keyring:
            assert keyring.stdin is not None
            keyring.stdin.write(b"only for tests")
            keyring.stdin.close()
            _wait_until_ready(keyring)
            return subprocess.run(command, check=False).returncode


@contextmanager
def _daemon(command: Sequence[str], env: Mapping[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """Start a daemon, kill it at the end; what it says about its limits is of no use here."""
    pipe, null = subprocess.PIPE, subprocess.DEVNULL
    process = subprocess.Popen(command, env=env, stdin=pipe, stdout=pipe, stderr=null)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def _wait_until_ready(keyring: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline and keyring.poll() is None:
        question = ["dbus-send", *ASK.split(), "string:org.freedesktop.secrets"]
        answer = subprocess.run(question, capture_output=True, text=True, check=False)
        if "boolean true" in answer.stdout:
            return
        time.sleep(0.05)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
