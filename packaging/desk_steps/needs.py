"""What the program needs from the system, and what of it this machine lacks.

The tables hold the shared libraries that PySide6-Essentials 6.11 does not bring itself
(read from the ELF headers of its wheel), each with its Debian and Ubuntu packages:
the first name that the distribution knows is taken (``t64``: Debian 13, Ubuntu 24.04).
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import ssl
import struct
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from .console import run

LINUX = sys.platform.startswith("linux")
QT = {
    "libEGL.so.1": ("libegl1",),
    "libGL.so.1": ("libgl1",),
    "libX11.so.6": ("libx11-6",),
    "libbrotlidec.so.1": ("libbrotli1",),
    "libdbus-1.so.3": ("libdbus-1-3",),
    "libfontconfig.so.1": ("libfontconfig1",),
    "libfreetype.so.6": ("libfreetype6",),
    "libglib-2.0.so.0": ("libglib2.0-0t64", "libglib2.0-0"),
    "libgssapi_krb5.so.2": ("libgssapi-krb5-2",),
    "libgthread-2.0.so.0": ("libglib2.0-0t64", "libglib2.0-0"),
    "libstdc++.so.6": ("libstdc++6",),
    "libxkbcommon.so.0": ("libxkbcommon0",),
    "libz.so.1": ("zlib1g",),
    "libzstd.so.1": ("libzstd1",),
}
OF_PLATFORM = {
    "xcb": {
        "libX11-xcb.so.1": ("libx11-xcb1",),
        "libxcb-cursor.so.0": ("libxcb-cursor0",),
        "libxcb-icccm.so.4": ("libxcb-icccm4",),
        "libxcb-image.so.0": ("libxcb-image0",),
        "libxcb-keysyms.so.1": ("libxcb-keysyms1",),
        "libxcb-randr.so.0": ("libxcb-randr0",),
        "libxcb-render-util.so.0": ("libxcb-render-util0",),
        "libxcb-render.so.0": ("libxcb-render0",),
        "libxcb-shape.so.0": ("libxcb-shape0",),
        "libxcb-shm.so.0": ("libxcb-shm0",),
        "libxcb-sync.so.1": ("libxcb-sync1",),
        "libxcb-util.so.1": ("libxcb-util1",),
        "libxcb-xfixes.so.0": ("libxcb-xfixes0",),
        "libxcb-xkb.so.1": ("libxcb-xkb1",),
        "libxcb.so.1": ("libxcb1",),
        "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0",),
    },
    "wayland": {
        "libwayland-client.so.0": ("libwayland-client0",),
        "libwayland-cursor.so.0": ("libwayland-cursor0",),
        "libwayland-egl.so.1": ("libwayland-egl1",),
    },
}
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
_PROBE = """
import ctypes, sys
for name in sys.argv[1:]:
    try: ctypes.CDLL(name)
    except OSError: print(name)
"""


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that is missing: what it is, its packages (first known wins), what it is for."""

    what: str
    packages: tuple[str, ...]
    purpose: str
    required: bool = True


def for_setup() -> list[Need]:
    """What is missing before anything can be fetched."""
    missing = []
    if importlib.util.find_spec("venv") is None:
        missing.append(Need("the venv module", ("python3-venv",), "Python environment"))
    if not _certificates_are_here():
        missing.append(Need("certificates", ("ca-certificates",), "download of the packages"))
    return missing


def for_window(platform: str) -> list[Need]:
    """The libraries that Qt lacks for its window on ``xcb``, ``wayland`` or ``offscreen``."""
    if not LINUX:
        return []
    table = QT | OF_PLATFORM.get(platform, {})
    missing = unloadable(sys.executable, table)
    return [Need(name, table[name], "window") for name in missing]


def for_fonts() -> list[Need]:
    """A font with Chinese characters, if there is none: boxes would stand in their place."""
    if not LINUX or any(has_chinese(file) for file in _large_fonts()):
        return []
    return [Need("a Chinese font", ("fonts-droid-fallback",), "Chinese text", required=False)]


def for_tests() -> list[Need]:
    """What the tests of the keyring and of pasting into a web page lack."""
    missing: list[Need] = []
    if not LINUX:
        return missing
    if not (shutil.which("dbus-daemon") and shutil.which("dbus-send")):
        missing.append(Need("D-Bus", ("dbus",), "keyring tests", required=False))
    if not shutil.which("gnome-keyring-daemon"):
        missing.append(Need("a keyring", ("gnome-keyring",), "keyring tests", required=False))
    if not any(shutil.which(name) for name in BROWSERS):
        missing.append(Need("a browser", ("chromium",), "paste tests", required=False))
    return missing


def unloadable(python: str | Path, libraries: Iterable[str | Path]) -> list[str]:
    """Return those libraries that cannot be loaded, tried in a process of their own."""
    answer = run([python, "-S", "-c", _PROBE, *libraries])
    return answer.stdout.split()


def _certificates_are_here() -> bool:
    if not LINUX:
        return True  # Python brings or asks the system for them
    paths = ssl.get_default_verify_paths()
    # cafile and capath are already None where nothing stands at that path.
    return paths.cafile is not None or bool(paths.capath and os.listdir(paths.capath))


def _large_fonts() -> Iterator[Path]:
    """Font files of at least 1 MB: none with the Chinese characters is smaller."""
    for folder in FONT_FOLDERS:
        for file in Path(folder).expanduser().rglob("*.[toTO][tT][fcFC]"):
            if file.stat().st_size >= 1_000_000:
                yield file


def has_chinese(file: Path) -> bool:
    """Whether bit 59 (CJK ideographs) of ulUnicodeRange in the font's OS/2 table is set.

    Layout: OpenType 1.9, tables "Table Directory", "TTC Header" and "OS/2".
    """
    try:
        with file.open("rb") as font:
            start = 0
            head = font.read(16)
            if head[:4] == b"ttcf":
                start = struct.unpack_from(">I", head, 12)[0]
            font.seek(start + 4)
            count = struct.unpack(">H", font.read(2))[0]
            font.seek(start + 12)
            tables = font.read(16 * count)
            entries = (tables[at : at + 16] for at in range(0, len(tables), 16))
            offset = next(struct.unpack_from(">I", e, 8)[0] for e in entries if e[:4] == b"OS/2")
            font.seek(offset + 46)
            return bool(struct.unpack(">I", font.read(4))[0] >> 27 & 1)
    except (OSError, struct.error, StopIteration):
        return False


def names(missing: Sequence[Need]) -> str:
    """The missing things in one line, as a person would list them."""
    return ", ".join(need.what for need in missing)
