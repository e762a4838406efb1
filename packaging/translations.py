"""Brings the translations of the window up to date: `python packaging/translations.py`.

Reads every literal that the code says through `tr()` into `resources/i18n/*.ts` (Qt Linguist's
files; what nobody says any more leaves them), then makes the `.qm` files that the window loads.
New sentences stand in the `.ts` files as unfinished until somebody translates them. Prints how
many are missing; exits 1 while there are any.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "i18n"
LANGUAGES = {"zh_Hant": "zh_TW", "zh_Hans": "zh_CN"}
"""The window's languages beside English: the file's name, and what Qt Linguist calls it."""


def main() -> int:
    """Update and release all languages; the exit code."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    missing = sum(update(name, FOLDER) for name in LANGUAGES)
    print(f"{missing} sentences are not translated" if missing else "everything is translated")
    return 1 if missing else 0


def update(name: str, folder: Path) -> int:
    """Bring one language up to date below `folder`; the number of sentences it lacks."""
    ts = folder / f"supportdesk_{name}.ts"
    options = ["-no-obsolete", "-locations", "none", "-source-language", "en"]
    _run("pyside6-lupdate", *sources(), "-ts", ts, *options, "-target-language", LANGUAGES[name])
    _run("pyside6-lrelease", ts, "-qm", ts.with_suffix(".qm"))
    return len(re.findall(r'<translation[^>]*type="unfinished"', ts.read_text(encoding="utf-8")))


def sources() -> list[Path]:
    """The files that speak to people."""
    package = ROOT / "supportdesk_gui"
    return [package / "app.py", *sorted((package / "ui").rglob("*.py"))]


def _run(tool: str, *arguments: str | Path) -> None:
    # Beside the Python that runs this: the tools belong to the environment's PySide6.
    command = [Path(sys.executable).parent / tool, *arguments]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    raise SystemExit(main())
