"""*Open with*: what the desktop is told, in a home of its own, and that it reads it so."""

import configparser
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from desk_steps import open_with, verbs

ROOT = Path(__file__).resolve().parents[2]
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="freedesktop's entries")


def offered(home: Path, python: Path) -> configparser.SectionProxy:
    open_with.register(python, {"HOME": str(home)})
    entry = configparser.RawConfigParser(interpolation=None, delimiters=("=",))
    entry.optionxform = str
    entry.read(home / ".local/share/applications/supportdesk.desktop", "utf-8")
    return entry["Desktop Entry"]


@linux
def test_the_file_manager_is_offered_the_program_and_it_is_taken_back(tmp_path):
    home, odd = tmp_path / "home", tmp_path / 'a "b" $c 100% \\d' / "python"
    entry = offered(home, odd)
    told = entry["Exec"].replace("\\\\", "\\")  # as a reader of the entry takes it
    assert told.endswith('" -m supportdesk_gui %F')
    quoted = told[1 : -len('" -m supportdesk_gui %F')]
    for sign in '"$\\':
        quoted = quoted.replace(f"\\{sign}", sign)
    assert quoted.replace("%%", "%") == str(odd)
    assert set(entry["MimeType"].split(";")) == {*open_with.MIME_TYPES.values(), ""}
    plain = offered(home, Path(sys.executable))  # again: in the place of the first
    assert plain["TryExec"] == sys.executable
    assert plain["Exec"] == f"{sys.executable} -m supportdesk_gui %F"
    folder = home / ".local/share/applications"
    assert [file.name for file in folder.glob("*.desktop*")] == ["supportdesk.desktop"]
    if tool := shutil.which("desktop-file-validate"):
        assert not subprocess.check_output([tool, folder / "supportdesk.desktop"])
    if shutil.which("update-desktop-database") and (gio := shutil.which("gio")):
        env = {"PATH": os.environ["PATH"], "HOME": str(home), "LC_ALL": "C"}
        said = subprocess.check_output([gio, "mime", "text/csv"], env=env, text=True)
        assert "supportdesk.desktop" in said
    open_with.remove({"HOME": str(home)})
    assert not list(folder.glob("*.desktop"))
    open_with.remove({"HOME": str(home)})  # nothing left: nothing to do


def test_windows_is_told_of_the_same_endings():
    values = open_with.windows_values(Path("C:/desk/.venv/Scripts/python.exe"))
    command = next(value for key, _, value in values if key.endswith("command"))
    assert "pythonw.exe" in command and command.endswith('-m supportdesk_gui "%1"')
    lists = {key.split("\\")[2] for key, name, _ in values if name == open_with.PROGID}
    assert lists == set(open_with.MIME_TYPES)
    assert all(key.startswith("Software\\Classes\\") for key, _, _ in values)
    shown = (ROOT / "supportdesk_gui/ui/file_choosing.py").read_text("utf-8")
    assert all(f"*{ending}" in shown for ending in open_with.MIME_TYPES)


def test_the_verb_takes_nothing_else_and_a_mac_is_told_why(monkeypatch, capsys):
    assert verbs.main(["open-with", "--dry-run", "--remove"]) == (
        0 if sys.platform != "darwin" else 3
    )
    assert verbs.main(["open-with", "all"]) == 2
    monkeypatch.setattr(sys, "platform", "darwin")
    assert verbs.main(["open-with"]) == 3
    assert "supportdesk FILE" in capsys.readouterr().err
