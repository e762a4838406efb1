"""What the runner says and how it ends: one line per step, one sentence per error."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

FAILED = 1
NEEDS_A_PERSON = 3
BREAK_AT = "SUPPORTDESK_BREAK_AT"


class Stop(Exception):
    """The run cannot go on: a sentence for the person and the exit code."""

    def __init__(self, sentence: str, code: int = FAILED) -> None:
        super().__init__(sentence)
        self.code = code


def say(line: str) -> None:
    """Print one line for the person; on stderr, so that stdout is the program's own."""
    print(line, file=sys.stderr, flush=True)


@contextmanager
def step(title: str) -> Iterator[None]:
    """Print the title and the seconds that the block took; nothing when it raised.

    At a terminal the title comes first as well: somebody waits there.
    """
    if sys.stderr.isatty():
        say(f"     ...  {title}")
    started = time.monotonic()
    yield
    say(f"{time.monotonic() - started:6.1f} s  {title}")


def reached(point: str) -> None:
    """Mark a point at which a break must do no harm; the tests break it there."""
    if os.environ.get(BREAK_AT) != point:
        return
    if os.name == "posix":
        os.kill(os.getpid(), signal.SIGKILL)
    os._exit(137)


def quietly(command: Sequence[str | Path], env: Mapping[str, str] | None = None) -> str:
    """Run a command and return its output; raises Stop with its last words if it fails."""
    done = run(command, env)
    if done.returncode != 0:
        words = (done.stderr.strip() or done.stdout.strip()).splitlines()[-6:]
        line = shlex.join(str(part) for part in command)
        raise Stop(f"This command failed: {line}\n  " + "\n  ".join(words))
    return done.stdout


def run(
    command: Sequence[str | Path], env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a command with its output captured as text, whatever its exit code."""
    return subprocess.run(
        [str(part) for part in command],
        env=env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )


def pass_through(command: Sequence[str | Path], env: Mapping[str, str] | None = None) -> int:
    """Run a command on this terminal and return its exit code (128 + n for signal n)."""
    with subprocess.Popen([str(part) for part in command], env=env) as child:
        while True:
            try:
                code = child.wait()
            except KeyboardInterrupt:
                continue  # Ctrl+C reached the child as well: it decides how to end
            return code if code >= 0 else 128 - code
