"""How the program starts another process of itself: for the policies, and for reading a large file."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_PACKAGE_PARENT = Path(__file__).resolve().parents[1]
# All that such a process may know of its surroundings: no keys, no proxies, nothing unforeseen.
_KEPT_NAMES = """
    PATH HOME USER LOGNAME LANG LANGUAGE TZ TMPDIR TEMP TMP SYSTEMROOT SYSTEMDRIVE WINDIR
    COMSPEC PATHEXT APPDATA LOCALAPPDATA PROGRAMDATA USERPROFILE VIRTUAL_ENV LD_LIBRARY_PATH
    DYLD_LIBRARY_PATH PYTHONHOME PYTHONPATH PYTHONDONTWRITEBYTECODE PYTHONPYCACHEPREFIX
    NUMBER_OF_PROCESSORS
"""
_KEPT = frozenset(_KEPT_NAMES.split())


def environment() -> dict[str, str]:
    """Its environment: allowed names only, and libraries told to stay offline."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name.upper() in _KEPT or name.startswith("LC_")
    }
    paths = [str(_PACKAGE_PARENT), *filter(None, [kept.get("PYTHONPATH")])]
    return kept | {
        "PYTHONPATH": os.pathsep.join(paths),
        "PYTHONUTF8": "1",
        "HF_HUB_OFFLINE": "1",
        "ANONYMIZED_TELEMETRY": "False",
        "TOKENIZERS_PARALLELISM": "false",
        # A product takes a millisecond; a second thread for it waits for a busy core far longer.
        "OPENBLAS_NUM_THREADS": "1",
    }


def command(*arguments: str) -> list[str]:
    """Its command line (__main__.py reads it); a frozen build is its own interpreter."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *arguments]
    return [sys.executable, "-m", "supportdesk_gui", *arguments]
