"""The desktop's *Open with*: offers SupportDesk for ticket exports, to the current user only.

Linux: an entry in the user's applications. Windows: a ProgId below HKCU. What opens such a
file by default stays so; where nothing did, a desktop may take this. Files reach the window that is
open, or open one.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from .console import NEEDS_A_PERSON, Stop, run

MIME_TYPES = {
    ".csv": "text/csv",
    ".tsv": "text/tab-separated-values",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xlsm": "application/vnd.ms-excel.sheet.macroEnabled.12",
    ".xls": "application/vnd.ms-excel",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".json": "application/json",
    ".jsonl": "application/jsonl",
    ".ndjson": "application/x-ndjson",
    ".xml": "application/xml",
    ".zip": "application/zip",
    ".eml": "message/rfc822",
    ".mbox": "application/mbox",
    ".msg": "application/vnd.ms-outlook",
}
"""By the ending of the file, as freedesktop's shared MIME database and IANA have them."""
ENTRY = "supportdesk.desktop"  # the name that the window gives the desktop, see app.py
PROGID = "SupportDesk.Export"
_RESERVED = '"`$\\'
_PLAIN = re.compile(r"[\w./+@:,=-]+", re.ASCII)

Values = tuple[tuple[str, str, str], ...]
"""Key below HKCU, name of the value ("" is the default), and the value."""


def register(python: Path, env: Mapping[str, str]) -> str:
    """Offer SupportDesk, run by this interpreter; returns what was done."""
    if sys.platform == "win32":
        _write(windows_values(python))
        return "Explorer offers SupportDesk under Open with."
    folder = _applications(env)
    folder.mkdir(parents=True, exist_ok=True)
    fresh = folder / f"{ENTRY}.new"
    fresh.write_text(entry(python), "utf-8")
    fresh.replace(folder / ENTRY)
    return f"{folder / ENTRY}: the file manager offers SupportDesk under Open with.{_tell(folder)}"


def remove(env: Mapping[str, str]) -> str:
    """Offer it no more; returns what was done."""
    if sys.platform == "win32":
        _delete()
        return "Explorer offers SupportDesk no more."
    folder = _applications(env)
    (folder / ENTRY).unlink(missing_ok=True)
    return f"{folder / ENTRY} is gone.{_tell(folder)}"


def demand_possible() -> None:
    """Raise Stop where files are opened by app bundles alone."""
    if sys.platform == "darwin":
        raise Stop(
            "macOS opens files with app bundles only, and there is none of SupportDesk yet: drop "
            "files on its window, or say: supportdesk FILE...",
            NEEDS_A_PERSON,
        )


def entry(python: Path) -> str:
    """The desktop entry: it starts the program with the files that were chosen."""
    # A value of an entry is unescaped once before Exec's own quoting is read.
    command = f"{_quoted(str(python))} -m supportdesk_gui %F".replace("\\", "\\\\")
    return "\n".join(
        [
            "[Desktop Entry]",
            "Type=Application",
            "Version=1.1",
            "Name=SupportDesk",
            "GenericName=Customer support",
            "GenericName[zh_CN]=客户支持",
            "GenericName[zh_TW]=客戶支援",
            "Comment=Answer the tickets of an export",
            "Comment[zh_CN]=答复导出的工单",
            "Comment[zh_TW]=答覆匯出的客服單",
            f"TryExec={python}".replace("\\", "\\\\"),
            f"Exec={command}",
            "Icon=applications-office",
            "Terminal=false",
            "Categories=Office;",
            "StartupWMClass=supportdesk",
            f"MimeType={';'.join(MIME_TYPES.values())};",
            "",
        ]
    )


def windows_values(python: Path) -> Values:
    """What stands below HKCU: the ProgId, and its name in the list of each ending."""
    classes = "Software\\Classes\\"
    # The interpreter without a console of its own.
    command = f'"{python.with_name("pythonw.exe")}" -m supportdesk_gui "%1"'
    lists = [f"{classes}{ending}\\OpenWithProgids" for ending in MIME_TYPES]
    return (
        (classes + PROGID, "", "Ticket export"),
        (classes + PROGID, "FriendlyTypeName", "Ticket export"),
        (f"{classes}{PROGID}\\Application", "ApplicationName", "SupportDesk"),
        (f"{classes}{PROGID}\\shell\\open\\command", "", command),
        *((name, PROGID, "") for name in lists),
    )


def _quoted(text: str) -> str:
    """An argument of Exec: quoted where it must be, and its percent signs are no codes.

    xdg-open 1.1 of a session without a desktop finds no program whose name is quoted.
    """
    if _PLAIN.fullmatch(text):
        return text
    return (
        '"' + "".join("\\" * (sign in _RESERVED) + sign for sign in text).replace("%", "%%") + '"'
    )


def _applications(env: Mapping[str, str]) -> Path:
    data = env.get("XDG_DATA_HOME") or str(Path(env.get("HOME") or Path.home()) / ".local/share")
    return Path(data) / "applications"


def _tell(folder: Path) -> str:
    """Let the desktop's list of types be made again; a sentence where nothing can do that."""
    tool = shutil.which("update-desktop-database")
    if tool is None:
        return (
            " Where it does not appear: install desktop-file-utils and say this again "
            "(update-desktop-database is not here)."
        )
    run([tool, folder])
    return ""


def _write(values: Values) -> None:
    if sys.platform == "win32":
        import winreg

        for key, name, value in values:
            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, key) as opened:
                winreg.SetValueEx(opened, name, 0, winreg.REG_SZ, value)
        _refresh()


def _delete() -> None:
    if sys.platform == "win32":
        import winreg

        for key, name, _ in windows_values(Path("python.exe")):
            if name == PROGID:
                try:
                    access = winreg.KEY_SET_VALUE
                    with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key, 0, access) as opened:
                        winreg.DeleteValue(opened, name)
                except FileNotFoundError:
                    continue
        for inner in ("\\shell\\open\\command", "\\shell\\open", "\\shell", "\\Application", ""):
            try:
                winreg.DeleteKey(winreg.HKEY_CURRENT_USER, f"Software\\Classes\\{PROGID}{inner}")
            except FileNotFoundError:
                continue
        _refresh()


def _refresh() -> None:
    """Explorer looks again (SHCNE_ASSOCCHANGED)."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.shell32.SHChangeNotify(0x08000000, 0, None, None)
