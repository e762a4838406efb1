"""Installs missing system packages on Debian and Ubuntu, with the person's consent."""

from __future__ import annotations

import os
import re
import shutil
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass

from .console import NEEDS_A_PERSON, Stop, reached, run, say, step
from .needs import Need, names

LOCK_SECONDS = 120


@dataclass(frozen=True, slots=True)
class Consent:
    """What the person allows: installing without a question, installing at all, doing at all."""

    yes: bool = False
    system: bool = True
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """What ``apt-get`` would do: packages in all, bytes to fetch, bytes on disk."""

    packages: int
    download: int
    disk: int


def is_here() -> bool:
    """Whether this system has ``apt-get``."""
    return sys.platform.startswith("linux") and shutil.which("apt-get") is not None


def provide(missing: Sequence[Need], consent: Consent) -> str | None:
    """Install what is missing if that is allowed; else say how to.

    Returns None when all of it is there now, else the command line that a person can
    run.  Raises Stop (exit code 3) when that line is refused or out of reach and
    something required is among it.
    """
    if not missing:
        return None
    if not is_here():
        # Not Debian: its packages have other names, the program may start all the same.
        say(f"Missing here: {names(missing)}. Install them if the program does not start.")
        return None
    prefix = _rights()
    known = _known(missing)
    if prefix is not None and consent.system and not consent.dry_run and len(known) < len(missing):
        with step("package lists (apt-get update)"):
            _update(prefix)
        known = _known(missing)
    packages = _packages(missing, known)
    line = _line(packages, update=len(known) < len(missing))
    plan = _plan(packages) if len(known) == len(missing) else None
    _announce(missing, packages, plan)
    if consent.dry_run:
        say(f"Would run: {line}")
        return line
    if not consent.system or prefix is None or not _agreed(consent):
        return _refuse(missing, line)
    with step(f"system packages ({len(packages)} asked for)"):
        _install([*prefix, *_noninteractive()], packages)
    reached("packages-installed")
    return None


def _refuse(missing: Sequence[Need], line: str) -> str:
    required = [need for need in missing if need.required]
    if required:
        raise Stop(f"Missing: {names(required)}. Install with:\n  {line}", NEEDS_A_PERSON)
    say(f"Going on without {names(missing)}. Install with:\n  {line}")
    return line


def _rights() -> list[str] | None:
    """The words before ``apt-get`` that make it root; None if nobody here may be root."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    if run(["sudo", "-n", "true"]).returncode == 0:
        return ["sudo", "-n"]
    return ["sudo"] if _at_a_terminal() else None


def _at_a_terminal() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()


def _agreed(consent: Consent) -> bool:
    """Ask at a terminal; without one being root (or allowed to be) is consent enough."""
    if consent.yes or not _at_a_terminal():
        return True
    say("Install them now? [Y/n] ")
    return sys.stdin.readline().strip().lower() in ("", "y", "yes")


def _known(missing: Sequence[Need]) -> dict[str, str]:
    """For each missing thing the package name that this distribution has."""
    asked = sorted({name for need in missing for name in need.packages})
    found = set()
    for block in re.split(r"\n(?=\S)", run(["apt-cache", "policy", *asked]).stdout):
        name, _, rest = block.partition(":\n")
        if "Candidate:" in rest and "Candidate: (none)" not in rest:
            found.add(name)
    choices = {need.what: [p for p in need.packages if p in found] for need in missing}
    return {what: choice[0] for what, choice in choices.items() if choice}


def _packages(missing: Sequence[Need], known: dict[str, str]) -> list[str]:
    # An unknown name is left as it is: the oldest one is provided by its successors.
    return sorted({known.get(need.what, need.packages[-1]) for need in missing})


def _line(packages: Sequence[str], update: bool) -> str:
    sudo = "" if os.geteuid() == 0 else "sudo "
    first = f"{sudo}apt-get update && " if update else ""
    return f"{first}{sudo}apt-get install -y --no-install-recommends {' '.join(packages)}"


def _plan(packages: Sequence[str]) -> Plan | None:
    """Ask apt what it would install; None when it cannot tell (a broken dpkg run)."""
    options = ["install", "-y", "--no-install-recommends"]
    simulated = run(["apt-get", "-s", *options, *packages])
    fetched = run(["apt-get", "--print-uris", "-qq", *options, *packages])
    if simulated.returncode != 0 or fetched.returncode != 0:
        return None
    chosen = re.findall(r"^Inst (\S+) (?:\[\S+\] )?\((\S+)", simulated.stdout, re.MULTILINE)
    shown = run(["apt-cache", "show", *(f"{name}={version}" for name, version in chosen)])
    kilobytes = re.findall(r"^Installed-Size: (\d+)", shown.stdout, re.MULTILINE)
    sizes = re.findall(r"^'\S+' \S+ (\d+) ", fetched.stdout, re.MULTILINE)
    return Plan(len(chosen), sum(map(int, sizes)), 1024 * sum(map(int, kilobytes)))


def _announce(missing: Sequence[Need], packages: Sequence[str], plan: Plan | None) -> None:
    purposes = ", ".join(dict.fromkeys(need.purpose for need in missing))
    say(f"System packages needed ({purposes}):\n  {' '.join(packages)}")
    if plan:
        fetch, disk = plan.download / 1e6, plan.disk / 1e6
        say(f"  {plan.packages} in all, {fetch:.1f} MB to fetch, {disk:.0f} MB on disk")


def _noninteractive() -> list[str]:
    return ["env", "DEBIAN_FRONTEND=noninteractive"]


def _update(prefix: Sequence[str]) -> None:
    """Read the package lists; another apt that holds them is waited for."""
    deadline = time.monotonic() + LOCK_SECONDS
    while True:
        done = run([*prefix, "apt-get", "update", "-qq"])
        if "lists/lock" not in done.stderr or time.monotonic() > deadline:
            return  # a failure shows as packages without a candidate
        time.sleep(2)


def _install(prefix: Sequence[str], packages: Sequence[str]) -> None:
    """Install; mend a dpkg run that was broken off, and renew stale lists, once."""
    command = [*prefix, "apt-get", "install", "-y", "-qq", "--no-install-recommends"]
    command += ["-o", f"DPkg::Lock::Timeout={LOCK_SECONDS}", *packages]
    if run(command).returncode == 0:
        return
    run([*prefix, "dpkg", "--configure", "-a"])
    run([*prefix, "apt-get", "install", "-y", "-qq", "--fix-broken"])
    _update(prefix)
    done = run(command)
    if done.returncode != 0:
        words = "\n  ".join((done.stderr or done.stdout).strip().splitlines()[-4:])
        line = _line(packages, update=True)
        raise Stop(f"apt-get failed. Try it yourself:\n  {line}\n  {words}", NEEDS_A_PERSON)
