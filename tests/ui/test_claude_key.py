"""The key is nowhere but in the keyring and in the requests, after everything was done with it."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.claude.standin import StandIn
from tests.storage.keyring_session import (
    ROOT,
    end_daemons_of,
    environment,
    files_of,
    home,
    in_session,
    processes_of,
)
from tests.ui.watching import hooked, seen_in

__all__ = ["home"]


def is_python(process: Path) -> bool:
    return b"supportdesk_gui" in (process / "cmdline").read_bytes() or (
        b"key_guide" in (process / "cmdline").read_bytes()
    )


def files_with(home: Path, key: str) -> list[Path]:
    """Files that hold the key, as bytes or as some systems write text."""
    forms = [key.encode(), key.encode("utf-16-le"), key[::-1].encode()]
    return [path for path, data in files_of(home).items() if any(form in data for form in forms)]


def open_to_others(folder: Path) -> dict[str, str]:
    """What anybody but its owner may do anything with: folders 0700, files 0600 and no more."""
    found = {}
    for place, _, names in os.walk(folder):
        for path in (Path(place), *(Path(place, name) for name in names)):
            with suppress(FileNotFoundError):  # of a database at work
                mode = path.lstat().st_mode
                if mode & 0o077 or (stat.S_ISREG(mode) and mode & 0o100):
                    found[str(path)] = oct(mode)
    return found


@contextmanager
def program(
    home: Path, claude: StandIn, keyring: bool = True, **more: str
) -> Iterator[subprocess.Popen[str]]:
    """The program in a session of its own, with these variables more."""
    command = [sys.executable, "-m", "tests.ui.key_guide", str(home / "desk")]
    variables = environment(home) | {
        "QT_QPA_PLATFORM": "offscreen", "ANTHROPIC_BASE_URL": claude.url, **more,
    }  # fmt: skip
    with subprocess.Popen(
        in_session(command) if keyring else command,
        env=variables, cwd=ROOT, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    ) as running:  # fmt: skip
        try:
            yield running
        finally:
            running.kill()


def done(running: subprocess.Popen[str]) -> str:
    """Wait until it has done everything; where its key came from."""
    assert running.stdout is not None
    said = []
    for line in running.stdout:
        said.append(line)
        if line.startswith("READY"):
            return line.split()[1]
    raise AssertionError("".join(said))


def tell(running: subprocess.Popen[str], line: str) -> None:
    assert running.stdin is not None
    running.stdin.write(line + "\n")
    running.stdin.flush()


def leave(running: subprocess.Popen[str]) -> None:
    tell(running, "")
    assert running.stdout is not None
    said = running.stdout.read()
    assert running.wait(60) == 0, said


def test_a_key_of_the_environment_is_kept_nowhere_and_goes_to_the_configured_address_alone(
    claude: StandIn, tmp_path: Path
) -> None:
    old = tmp_path / "desk" / "old"  # of a folder that was copied by somebody careless
    old.mkdir(parents=True)
    old.joinpath("notes.txt").write_text("x")
    for path, mode in ((old.parent, 0o755), (old, 0o775), (old / "notes.txt", 0o644)):
        path.chmod(mode)
    watched = tmp_path / "watched"
    variables = hooked(watched, {"PYTHONPATH": str(ROOT), "ANTHROPIC_API_KEY": claude.key})
    with program(tmp_path, claude, keyring=False, **variables) as running:
        assert done(running) == "environment"
        assert not open_to_others(tmp_path / "desk")
        family = processes_of(tmp_path)
        children = [one for one in family if int(one.name) != running.pid]
        assert [one for one in children if b"--policy-worker" in (one / "cmdline").read_bytes()]
        for process in family:
            assert claude.key.encode() not in (process / "cmdline").read_bytes()
        for process in children:
            assert claude.key.encode() not in (process / "environ").read_bytes()
        assert not files_with(tmp_path, claude.key), "while it runs"
        leave(running)
    assert not files_with(tmp_path, claude.key)
    assert not open_to_others(tmp_path / "desk")
    host = claude.url.removeprefix("http://")
    named = {path.name for path in files_with(tmp_path, host)}
    assert {"export.csv", "settings.json"} <= named, "what is kept would have been found"
    log = (tmp_path / "desk" / "supportdesk.log").read_text("utf-8")
    assert "RuntimeError: refused [secret]" in log
    assert list((tmp_path / "desk" / "backups").iterdir()), "a copy was looked through too"
    demand_used(claude)
    seen, port = seen_in(watched), host.rpartition(":")[2]
    assert any("--policy-worker" in one for one in seen.processes), "the worker was watched too"
    assert {one[2] for one in seen.addresses if one[0] == "socket.connect"} == {port}
    assert {one[1] for one in seen.addresses} <= {"127.0.0.1", "localhost", "b'127.0.0.1'"}


def test_a_key_that_was_typed_is_in_the_keyring_alone_and_found_again(
    claude: StandIn, home: Path
) -> None:
    with program(home, claude) as running:
        tell(running, f"  {claude.key} \r")
        assert done(running) == "vault"
        demand_clean(home, claude.key)
        leave(running)
    end_daemons_of(home)
    assert not files_with(home, claude.key)
    demand_used(claude)
    sent = len(claude.requests)
    with program(home, claude) as running:
        assert done(running) == "vault"
        demand_clean(home, claude.key)
        leave(running)
    end_daemons_of(home)
    assert not files_with(home, claude.key)
    assert len(claude.requests) > sent


def demand_clean(home: Path, key: str) -> None:
    """Neither in files nor in arguments nor in any environment."""
    assert not files_with(home, key)
    family = [one for one in processes_of(home) if is_python(one)]
    assert len(family) >= 2, "the program and its worker"
    for process in family:
        assert key.encode() not in (process / "cmdline").read_bytes()
        assert key.encode() not in (process / "environ").read_bytes()


def demand_used(claude: StandIn) -> None:
    """Everything was asked for, and the key was in no body."""
    assert len(claude.messages) >= 8
    assert not [one for one in claude.requests if claude.key in one.text]
