"""Fetches the pinned uv from the Python package index, checked by its SHA-256.

pip does not install from ``uv.lock`` and a bare Debian has no pip anyway; the wheel of
uv is a zip file with one program in it, which needs nothing but this module.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import platform
import re
import shutil
import time
import urllib.error
import urllib.parse
import urllib.request
import zipfile
from dataclasses import dataclass
from html import unescape
from http.client import HTTPResponse
from pathlib import Path

from .console import Stop, reached

PINS = Path(__file__).with_name("uv_pins.json")
DEFAULT_INDEX = "https://pypi.org/simple"
JSON_INDEX = "application/vnd.pypi.simple.v1+json"
ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class Pin:
    """One wheel of uv: its version, file name and SHA-256 (hexadecimal)."""

    version: str
    file: str
    sha256: str


def pin_for_this_machine() -> Pin:
    """Return the wheel for this system and processor; raises Stop if there is none."""
    pins = json.loads(PINS.read_text("utf-8"))
    system = platform.system().lower()
    if system == "linux" and platform.libc_ver()[0] != "glibc":
        system = "musl"
    machine = platform.machine().lower()
    machine = {"amd64": "x86_64", "arm64": "aarch64"}.get(machine, machine)
    try:
        file, sha256 = pins["wheels"][f"{system}-{machine}"]
    except KeyError:
        raise Stop(f"SupportDesk has no packages for {system} on {machine}.") from None
    return Pin(pins["version"], file, sha256)


def fetch(folder: Path, pin: Pin) -> Path:
    """Return the path of uv below ``folder``, downloading it if it is not there yet.

    The program appears under its final name only when it is whole and its wheel had
    the pinned hash.  Raises Stop when the index cannot be reached or sends another file.
    """
    program = folder / (f"uv-{pin.version}" + (".exe" if os.name == "nt" else ""))
    if program.exists():
        return program
    folder.mkdir(parents=True, exist_ok=True)
    wheel = folder / f"{os.getpid()}.wheel"
    fresh = folder / f"{os.getpid()}.program"
    try:
        _download(pin, wheel)
        reached("uv-downloaded")
        _extract(wheel, fresh)
        reached("uv-extracted")
        fresh.replace(program)
    finally:
        wheel.unlink(missing_ok=True)
        fresh.unlink(missing_ok=True)
    _sweep(folder, program)
    return program


def _sweep(folder: Path, program: Path) -> None:
    """Remove what earlier, broken runs and older pins left behind."""
    for other in folder.iterdir():
        if other != program:
            other.unlink(missing_ok=True)


def _extract(wheel: Path, target: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        member = next(
            name for name in archive.namelist() if re.search(r"scripts/uv(\.exe)?$", name)
        )
        with archive.open(member) as packed, target.open("wb") as out:
            shutil.copyfileobj(packed, out)
            out.flush()
            os.fsync(out.fileno())
    target.chmod(0o755)


def _download(pin: Pin, target: Path) -> None:
    index = os.environ.get("UV_DEFAULT_INDEX") or os.environ.get("PIP_INDEX_URL") or DEFAULT_INDEX
    reason = ""
    for attempt in range(ATTEMPTS):
        time.sleep(attempt)
        try:
            address = _address(index, pin)
            digest = _save(address, target)
        except (OSError, ValueError) as error:  # URLError and timeouts are OSErrors
            reason = str(getattr(error, "reason", error))
            continue
        if digest == pin.sha256:
            return
        reason = f"{pin.file} has not the expected SHA-256 (a proxy changed it, or it broke off)"
    advice = "check the connection, or set UV_DEFAULT_INDEX to an index that you can reach"
    if "CERTIFICATE" in reason.upper():
        advice = "set SSL_CERT_FILE to the file with your network's certificates"
    raise Stop(f"uv could not be fetched from {_without_password(index)}: {reason}.\n  {advice}.")


def _save(address: str, target: Path) -> str:
    digest = hashlib.sha256()
    with _open(address) as answer, target.open("wb") as out:
        while piece := answer.read(1 << 20):
            digest.update(piece)
            out.write(piece)
    return digest.hexdigest()


def _address(index: str, pin: Pin) -> str:
    """Look the wheel up in the index's simple API, in its JSON or its HTML form."""
    page = index.rstrip("/") + "/uv/"
    with _open(page, f"{JSON_INDEX}, text/html;q=0.1") as answer:
        kind = answer.headers.get_content_type()
        text = answer.read().decode("utf-8")
    if kind == JSON_INDEX:
        links = [entry["url"] for entry in json.loads(text)["files"]]
    else:
        links = [unescape(link) for link in re.findall(r'href="([^"]+)"', text)]
    for link in links:
        path = urllib.parse.unquote(urllib.parse.urlsplit(link).path)
        if path.rsplit("/", 1)[-1] == pin.file:
            return str(urllib.parse.urljoin(page, link))
    raise ValueError(f"the index does not list {pin.file}")


def _open(address: str, accept: str = "*/*") -> HTTPResponse:
    """Open an address; a name and password in it travel as Basic authentication."""
    parts = urllib.parse.urlsplit(address)
    headers = {"Accept": accept, "User-Agent": "supportdesk-setup"}
    if parts.username is not None:
        pair = (
            f"{urllib.parse.unquote(parts.username)}:{urllib.parse.unquote(parts.password or '')}"
        )
        headers["Authorization"] = "Basic " + base64.b64encode(pair.encode()).decode()
        address = _without_password(address)
    request = urllib.request.Request(address, headers=headers)
    answer: HTTPResponse = urllib.request.urlopen(request, timeout=60)
    return answer


def _without_password(address: str) -> str:
    parts = urllib.parse.urlsplit(address)
    return urllib.parse.urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
