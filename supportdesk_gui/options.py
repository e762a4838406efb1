"""What can be said on the command line."""

from __future__ import annotations

from collections.abc import Sequence


class Options:
    """The defaults are those of a start without any arguments."""

    files: Sequence[str] = ()
    """Ticket exports to read."""
    home: str | None = None
    language: str | None = None
    theme: str | None = None
    tour: str | None = None
    screenshots: str | None = None
    demo: str | None = None
    use_copy: bool = False


def parse(arguments: Sequence[str]) -> Options:
    """Read the arguments; SystemExit with an explanation where they are wrong."""
    if not arguments:  # nearly always: argparse would be a part of the start
        return Options()
    import argparse

    parser = argparse.ArgumentParser(
        prog="supportdesk", description="The window of a support agent: tickets, policies, replies."
    )
    parser.add_argument("files", nargs="*", metavar="FILE", help="ticket exports to read")
    parser.add_argument("--home", metavar="DIR", help="keep all data there")
    parser.add_argument("--language", choices=["", "en", "zh-Hant", "zh-Hans"])
    parser.add_argument("--theme", choices=["system", "light", "dark"])
    parser.add_argument(
        "--tour", nargs="?", const="", metavar="DIR",
        help="do the main job once in the real window, print it, save pictures to DIR, and leave",
    )  # fmt: skip
    parser.add_argument(
        "--screenshots", metavar="DIR", help="save the pictures of the manual to DIR"
    )
    parser.add_argument("--demo", metavar="NAME", help="show a part of the work by itself")
    parser.add_argument(
        "--use-copy", action="store_true",
        help="put the newest copy in the place of a damaged database, which is kept",
    )  # fmt: skip
    return parser.parse_args(list(arguments), Options())
