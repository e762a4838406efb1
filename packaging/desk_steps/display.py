"""Which display there is: found by knocking at its socket, before Qt aborts over it."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Mapping

OFFSCREEN = "offscreen"


def platforms(env: Mapping[str, str]) -> list[str]:
    """Return the Qt platforms that can open a window here, best first; empty without one.

    ``native`` stands for macOS and Windows, where the window system is always there.
    """
    if not sys.platform.startswith("linux"):
        return ["native"]
    chosen = env.get("QT_QPA_PLATFORM", "").partition(":")[0].partition(";")[0]
    if chosen:
        return [] if chosen in (OFFSCREEN, "minimal") else [chosen]
    found = []
    if _wayland_answers(env):
        found.append("wayland")
    if _x11_answers(env.get("DISPLAY", "")):
        found.append("xcb")
    return found


def _wayland_answers(env: Mapping[str, str]) -> bool:
    name = env.get("WAYLAND_DISPLAY", "")
    path = os.path.join(env.get("XDG_RUNTIME_DIR", ""), name)
    return bool(name) and os.path.isabs(path) and _answers(socket.AF_UNIX, path)


def _x11_answers(display: str) -> bool:
    """Knock at ``[host]:number[.screen]``: the socket file, the abstract one, or TCP."""
    host, colon, rest = display.rpartition(":")
    number = rest.partition(".")[0]
    if not colon or not number.isdigit():
        return False
    if host and host != "unix":
        return _answers(socket.AF_INET, (host, 6000 + int(number)))
    path = f"/tmp/.X11-unix/X{number}"
    return _answers(socket.AF_UNIX, path) or _answers(socket.AF_UNIX, "\0" + path)


def _answers(family: socket.AddressFamily, address: str | tuple[str, int]) -> bool:
    try:
        with socket.socket(family, socket.SOCK_STREAM) as knock:
            knock.settimeout(2)
            knock.connect(address)
    except OSError:
        return False
    return True
