"""Who talks to whom: every socket that a program and its children open, as far as this system lets
one look.

Python's own sockets are seen by an audit hook in each process (a `sitecustomize` on PYTHONPATH,
which the policy worker keeps). Those of Qt and of native libraries are seen where the program has
a network namespace of its own: the kernel counts there whatever tries to leave, and lists what
listens.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

_HOOK = """
import json, os, sys
def _tell(event, arguments):
    if event in ("socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo"):
        address = arguments[1] if event != "socket.getaddrinfo" else arguments[:2]
        if isinstance(address, (str, bytes)):
            return
        with open(os.path.join({place!r}, "sockets-%d" % os.getpid()), "a") as file:
            file.write(json.dumps([event, *map(str, tuple(address)[:2])]) + "\\n")
sys.addaudithook(_tell)
with open(os.path.join({place!r}, "sockets-%d" % os.getpid()), "a") as file:
    file.write(json.dumps(["started", " ".join(sys.orig_argv)]) + "\\n")
"""
_COUNTERS = {
    "Tcp": ("ActiveOpens", "PassiveOpens"), "Udp": ("OutDatagrams",), "Ip": ("OutNoRoutes", "OutRequests"),
    "Tcp6": (), "Udp6": ("OutDatagrams",), "Ip6": ("OutNoRoutes",),
}  # fmt: skip
_LISTENS = "0A"


@dataclass(slots=True)
class Watched:
    """What was seen of one run. `addresses` are (event, host, port) of Python's sockets;
    `counted` what the kernel counted in the namespace, None where there was none."""

    code: int = 0
    said: str = ""
    errors: str = ""
    processes: list[str] = field(default_factory=list)
    addresses: set[tuple[str, ...]] = field(default_factory=set)
    listening: set[str] = field(default_factory=set)
    counted: dict[str, int] | None = None

    @classmethod
    def of(cls, kept: dict[str, Any]) -> Watched:
        """What was kept as JSON."""
        addresses = {tuple(one) for one in kept["addresses"]}
        return cls(**{**kept, "addresses": addresses, "listening": set(kept["listening"])})


def namespace() -> list[str]:
    """The command before a command that gives it a network of its own; empty where that is not
    permitted."""
    command = ["unshare", "--map-root-user", "--net"]
    try:
        done = subprocess.run([*command, "true"], capture_output=True, timeout=20, check=False)
    except OSError:
        return []
    return command if done.returncode == 0 else []


def hooked(place: Path, environment: dict[str, str]) -> dict[str, str]:
    """The environment in which each Python writes down in `place` what its sockets do."""
    place.mkdir()
    (place / "sitecustomize.py").write_text(_HOOK.format(place=str(place)), "utf-8")
    paths = [str(place), environment.get("PYTHONPATH", "")]
    return environment | {"PYTHONPATH": ":".join(path for path in paths if path)}


def seen_in(place: Path) -> Watched:
    """What the processes wrote down there."""
    watched = Watched()
    for file in place.glob("sockets-*"):
        for line in file.read_text("utf-8").splitlines():
            event, *rest = json.loads(line)
            if event == "started":
                watched.processes.append(rest[0])
            else:
                watched.addresses.add((event, *rest))
    return watched


def watch(
    command: Sequence[str], environment: dict[str, str], place: Path, seconds: float
) -> Watched:
    """Run a command to its end and look at all its sockets, in a network of its own where that is
    permitted."""
    variables, inside = hooked(place, environment), namespace()
    listening: set[str] = set()
    counted: dict[str, int] | None = None
    end = time.monotonic() + seconds
    with (
        (place / "said").open("wb") as said,
        (place / "errors").open("wb") as errors,
        subprocess.Popen(
            [*inside, *command], env=variables, cwd=place, stdin=subprocess.DEVNULL,
            stdout=said, stderr=errors,
        ) as process,
    ):  # fmt: skip
        try:
            while process.poll() is None:
                assert time.monotonic() < end, "it does not come to its end"
                # unshare becomes the command: its /proc/…/net is that of the namespace.
                if inside and _is_apart(process.pid):
                    listening |= _listening(process.pid)
                    counted = _counted(process.pid) or counted
                time.sleep(0.05)
        finally:
            process.kill()
    return replace(
        seen_in(place),
        code=process.returncode,
        said=(place / "said").read_text("utf-8"),
        errors=(place / "errors").read_text("utf-8", errors="replace"),
        listening=listening,
        counted=counted,
    )


def _is_apart(pid: int) -> bool:
    """Whether a process has its own network by now."""
    try:
        return Path(f"/proc/{pid}/ns/net").readlink() != Path("/proc/self/ns/net").readlink()
    except OSError:
        return False


def _listening(pid: int) -> set[str]:
    found = set()
    for name in ("tcp", "tcp6"):
        try:
            lines = Path(f"/proc/{pid}/net/{name}").read_text("ascii").splitlines()[1:]
        except OSError:
            continue
        found |= {line.split()[1] for line in lines if line.split()[3] == _LISTENS}
    return found


def _counted(pid: int) -> dict[str, int]:
    """The kernel's counters that are not 0 when anything was tried; {} where it has just ended."""
    try:
        rows = Path(f"/proc/{pid}/net/snmp").read_text("ascii").splitlines()
        six = Path(f"/proc/{pid}/net/snmp6").read_text("ascii").split()
    except OSError:
        return {}
    values = dict(zip(six[::2], map(int, six[1::2]), strict=True))
    for names, figures in zip(rows[::2], rows[1::2], strict=True):
        kind, *words = names.replace(":", "").split()
        values |= {
            f"{kind}{word}": int(one) for word, one in zip(words, figures.split()[1:], strict=True)
        }
    wanted = [f"{kind}{name}" for kind, names in _COUNTERS.items() for name in names]
    return {name: values.get(name, 0) for name in wanted}


def python(*arguments: str) -> list[str]:
    """The command line of this Python."""
    return [sys.executable, *arguments]
