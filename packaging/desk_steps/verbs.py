"""The verbs of the runner: set this machine up, then hand over to the program."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from . import apt, checks, display, needs, open_with
from .console import FAILED, NEEDS_A_PERSON, Stop, pass_through, say, step
from .environment import Environment

ROOT = Path(__file__).resolve().parents[2]
ABORTED = 134
USAGE = """\
python3 packaging/desk.py [verb] [options] [-- arguments]

verbs
  run          set up and open the window; without a display, the tour (default)
  test         everything that checks the program; arguments go to pytest.
               With --claude URL [--key KEY] [--data DIR] instead: the product tour
               through the window against that server, which must refuse nothing
  check        format, lint, types and structure only
  bench        measure speed; arguments go to tests/benchmarks/bench.py
  eval         measure quality: eval --data DIR
  eval-engine  measure an engine: eval-engine --data DIR [--claude URL] [--key KEY]
  screenshots  draw the window into DIR (default build/screenshots)
  demo         show one part: demo NAME
  open-with    offer the program for ticket exports in the file manager, to this user;
               open-with --remove takes that back

options
  --yes        install system packages without asking
  --no-system  never install system packages
  --dry-run    say what would be done, do nothing

exit codes: 0 done, 1 failed, 2 wrong use, 3 the system lacks something (said above)"""


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked for: a verb, what it is allowed to do, and the program's arguments."""

    verb: str
    consent: apt.Consent
    arguments: tuple[str, ...]


def main(words: Sequence[str]) -> int:
    """Carry out the command line and return the exit code."""
    order = read(words)
    if order is None:
        say(USAGE)
        return 0 if {"-h", "--help"} & set(words) else 2
    try:
        return VERBS[order.verb](order)
    except Stop as stop:
        say(str(stop))
        return stop.code
    except OSError as error:  # a full disk, a folder that may not be written
        say(f"The set-up broke off: {error}. Running it again goes on from here.")
        return FAILED
    except KeyboardInterrupt:
        say("Stopped. Running it again goes on from here.")
        return 130


def read(words: Sequence[str]) -> Order | None:
    """Sort the words into verb, options and arguments; None if there is no such verb.

    Everything after ``--`` and every unknown word after the verb is the program's.
    """
    before, after = list(words), []
    if "--" in before:
        at = before.index("--")
        before, after = before[:at], before[at + 1 :]
    consent = apt.Consent(
        yes="--yes" in before, system="--no-system" not in before, dry_run="--dry-run" in before
    )
    rest = [word for word in before if word not in ("--yes", "--no-system", "--dry-run")]
    verb = rest.pop(0) if rest and not rest[0].startswith("-") else "run"
    if verb not in VERBS or (rest and rest[0] in ("-h", "--help")):
        return None
    return Order(verb, consent, (*rest, *after))


def run(order: Order) -> int:
    """Open the window; without a display do the main job in it all the same, offscreen."""
    environment, platform = _set_up(order)
    if order.consent.dry_run:
        return 0
    tour = ["--tour"] if platform == display.OFFSCREEN else []
    return _show(environment, platform, [*tour, *order.arguments])


def demo(order: Order) -> int:
    """Show one part of the program by name."""
    if not order.arguments:
        raise Stop("Which demo? Say: python3 packaging/desk.py demo NAME", 2)
    environment, platform = _set_up(order)
    if order.consent.dry_run:
        return 0
    return _show(environment, platform, ["--demo", *order.arguments])


def screenshots(order: Order) -> int:
    """Draw the window offscreen, the same on every machine."""
    environment, _ = _set_up(order, [display.OFFSCREEN])
    if order.consent.dry_run:
        return 0
    folder, *rest = order.arguments or (str(ROOT / "build" / "screenshots"),)
    code = _show(environment, display.OFFSCREEN, ["--screenshots", folder, *rest])
    # What only a model at work brings: its words come from the stand-in of the tests.
    settings = _program_environment() | {"QT_QPA_PLATFORM": display.OFFSCREEN}
    settings["PYTHONPATH"] = str(ROOT)
    command: list[str | Path] = [environment.python, "-m", "tests.ui.reply_pictures", folder]
    return code or pass_through(command, settings)


def offer(order: Order) -> int:
    """Offer the program in the file manager, or take that back."""
    if order.arguments not in ((), ("--remove",)):
        raise Stop("Say: python3 packaging/desk.py open-with [--remove]", 2)
    open_with.demand_possible()
    if order.arguments:
        say("Would take it back." if order.consent.dry_run else open_with.remove(os.environ))
        return 0
    environment, _ = _set_up(order)
    if order.consent.dry_run:
        say("Would offer SupportDesk under Open with.")
    else:
        say(open_with.register(environment.python, os.environ))
    return 0


def bench(order: Order) -> int:
    """Measure speed."""
    return _module(order, "tests.benchmarks.bench")


def evaluate(order: Order) -> int:
    """Measure quality on labelled data."""
    return _module(order, "tests.benchmarks.evaluate")


def evaluate_engine(order: Order) -> int:
    """Measure an engine's triage and drafts on labelled data; its answers cost money."""
    return _module(order, "tests.benchmarks.eval_engine")


def check(order: Order) -> int:
    """Format, lint, types and structure; needs nothing from the system but certificates."""
    environment = Environment(ROOT)
    _provide(environment, [], order.consent)
    if order.consent.dry_run:
        return 0
    environment.prepare()
    return _verdict(checks.static(environment))


def test(order: Order) -> int:
    """Check everything that can be checked here and end with what could not."""
    if any(word.partition("=")[0] == "--claude" for word in order.arguments):
        return _module(order, "tests.claude.tour")
    environment = Environment(ROOT)
    window = [replace(need, required=False) for need in needs.for_window(display.OFFSCREEN)]
    wishes = [*window, *needs.for_fonts(), *needs.for_tests()]
    line = _provide(environment, wishes, order.consent)
    if order.consent.dry_run:
        return 0
    environment.prepare()
    failed = checks.everything(environment, order.arguments)
    missing = [*needs.for_window(display.OFFSCREEN), *needs.for_tests()]
    if missing and os.environ.get("CI"):
        failed.append("tests that CI may not leave out")
    code = _verdict(failed)
    if missing:
        _say_left_out(missing, line)
    return code


def _say_left_out(missing: Sequence[needs.Need], line: str | None) -> None:
    """The last lines: what was not run, and the line that enables it."""
    parts: dict[str, list[str]] = {}
    for need in missing:
        parts.setdefault(need.purpose, []).append(need.what)
    lines = [f"  {purpose}: without {', '.join(whats)}" for purpose, whats in parts.items()]
    say("\n".join(["Not run:", *lines, "To run all tests:"]))
    say(f"  {line or 'install those and start the tests again'}")


def _verdict(failed: Sequence[str]) -> int:
    if failed:
        say(f"Failed: {', '.join(failed)} (see above).")
    return FAILED if failed else 0


def _provide(
    environment: Environment, wishes: Sequence[needs.Need], consent: apt.Consent
) -> str | None:
    """Install what is missing from the system; returns the line that a person could run."""
    steps = environment.missing()
    line = apt.provide([*(needs.for_setup() if steps else []), *wishes], consent)
    if consent.dry_run:
        for sentence in steps:
            say(f"Would {sentence}")
        if not steps and line is None:
            say("Nothing to set up: all of it is here.")
    return line


def _set_up(order: Order, candidates: Sequence[str] = ()) -> tuple[Environment, str]:
    """Make the program ready to start; returns the Qt platform to start it on."""
    found = candidates or display.platforms(os.environ) or [display.OFFSCREEN]
    lacking = {name: needs.for_window(name) for name in found if name != "native"}
    platform = next((name for name in found if not lacking.get(name)), found[0])
    environment = Environment(ROOT)
    _provide(environment, [*lacking.get(platform, []), *needs.for_fonts()], order.consent)
    if not order.consent.dry_run and environment.prepare():
        _load_platform(environment, platform)
    return environment, platform


def _load_platform(environment: Environment, platform: str) -> None:
    """Try Qt's own platform plugin: where it does not load, Qt would end the program."""
    if not needs.LINUX:
        return
    plugins = environment.folder.glob(f"lib/python3*/site-packages/PySide6/**/libq{platform}.so")
    if needs.unloadable(environment.python, plugins):
        ask = f"ldd {environment.folder}/lib/python3*/site-packages/PySide6/Qt/plugins/platforms/"
        raise Stop(
            f"Qt cannot load its {platform} plugin: a system library is missing.\n"
            f"  This names it: {ask}libq{platform}.so | grep 'not found'",
            NEEDS_A_PERSON,
        )


def _show(environment: Environment, platform: str, arguments: Sequence[str]) -> int:
    """Start the program; an abort of Qt becomes a sentence."""
    chosen = {} if platform == "native" else {"QT_QPA_PLATFORM": platform}
    if "QT_QPA_PLATFORM" in os.environ:
        chosen = {}
    command: list[str | Path] = [environment.python, "-m", "supportdesk_gui", *arguments]
    code = pass_through(command, _program_environment() | chosen)
    if code == ABORTED and platform not in (display.OFFSCREEN, "native"):
        say("Qt gave up (see above). Without a window: QT_QPA_PLATFORM=offscreen, same command.")
    return code


def _module(order: Order, name: str) -> int:
    """Run a module of the tests offscreen, from wherever the words were typed."""
    environment, _ = _set_up(order, [display.OFFSCREEN])
    if order.consent.dry_run:
        return 0
    with step(name):
        settings = {"QT_QPA_PLATFORM": display.OFFSCREEN} | _program_environment()
        settings["PYTHONPATH"] = str(ROOT)
        command: list[str | Path] = [environment.python, "-m", name, *order.arguments]
        return pass_through(command, settings)


def _program_environment() -> dict[str, str]:
    # Windows would print Chinese in a code page that has none.
    return {"PYTHONUTF8": "1"} | dict(os.environ)


VERBS: dict[str, Callable[[Order], int]] = {
    "run": run,
    "test": test,
    "check": check,
    "bench": bench,
    "eval": evaluate,
    "eval-engine": evaluate_engine,
    "screenshots": screenshots,
    "demo": demo,
    "open-with": offer,
}
