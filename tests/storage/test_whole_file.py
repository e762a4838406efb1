"""Files that the agent saves: whole or not there, and no part of one stays behind for ever."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from supportdesk_gui.storage.whole_file import whole_file, whole_table

_SAVING = """
import sys
from pathlib import Path
from supportdesk_gui.storage.whole_file import whole_file

with whole_file(Path(sys.argv[1])) as file:
    file.write(b"half of it")
    file.flush()
    print("begun", flush=True)
    sys.stdin.read()
"""


def _saving(path: Path) -> subprocess.Popen[bytes]:
    """Another program that has begun to save a file, and goes on when its input ends."""
    other = subprocess.Popen(
        [sys.executable, "-c", _SAVING, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert other.stdout is not None and other.stdout.readline().strip() == b"begun"
    return other


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_what_a_killed_program_left_is_removed_by_the_next_file_that_is_saved(
    tmp_path: Path,
) -> None:
    (tmp_path / "other.csv").write_text("before")
    killed = _saving(tmp_path / "other.csv")
    killed.send_signal(signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
    killed.communicate()
    (left,) = tmp_path.glob(".*")
    assert left.read_bytes() == b"half of it"
    for name in (".hidden", "tickets.csv.supportdesk-part", ".folder.supportdesk-part"):
        (tmp_path / name).mkdir() if "folder" in name else (tmp_path / name).touch()
    (tmp_path / ".former.csv.supportdesk-part").touch()  # as a former version named it
    with whole_table(tmp_path / "tickets.csv") as file:
        file.write("whole")
    assert _names(tmp_path) == [
        ".folder.supportdesk-part", ".hidden", "other.csv", "tickets.csv",
        "tickets.csv.supportdesk-part",
    ]  # fmt: skip
    assert (tmp_path / "other.csv").read_text() == "before"
    assert (tmp_path / "tickets.csv").read_text("utf-8-sig") == "whole"


@pytest.mark.parametrize("name", ["tickets.csv", "other.csv"])
def test_what_another_program_is_writing_stays(tmp_path: Path, name: str) -> None:
    other = _saving(tmp_path / "tickets.csv")
    with whole_file(tmp_path / name) as file:
        file.write(b"ours")
    assert (tmp_path / name).read_bytes() == b"ours"
    other.communicate()
    assert other.returncode == 0
    assert (tmp_path / "tickets.csv").read_bytes() == b"half of it"
    assert _names(tmp_path) == sorted({name, "tickets.csv"})


def test_a_link_named_like_a_part_leads_to_somebody_elses_file(tmp_path: Path) -> None:
    (tmp_path / "precious").write_text("kept")
    link = tmp_path / ".x.supportdesk-part"
    link.symlink_to("precious")
    with whole_file(tmp_path / "tickets.csv") as file:
        file.write(b"ours")
    assert link.is_symlink() and link.read_text() == "kept"


def test_a_file_whose_writing_fails_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "tickets.csv"
    path.write_text("before")
    with pytest.raises(ZeroDivisionError), whole_table(path) as file:
        file.write("half")
        raise ZeroDivisionError
    assert _names(tmp_path) == ["tickets.csv"] and path.read_text() == "before"
