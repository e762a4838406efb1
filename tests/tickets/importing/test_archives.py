"""Files, folders and zip archives in any mixture; archives that lie harm nothing."""

from __future__ import annotations

import io
import os
import sys
import zipfile
from pathlib import Path

import pytest

from supportdesk_gui.storage.errors import DiskFull
from supportdesk_gui.tickets.importing import parts
from supportdesk_gui.tickets.importing.doctor import FailureReason, Kind, examine_all, read_tickets
from supportdesk_gui.tickets.importing.parts import Gathered, gather
from supportdesk_gui.tickets.ticket import Ticket

TABLE = "Ticket ID,Subject,Description\n7,Lamp,It is broken\n"


def _gathered(folder: Path, *paths: Path) -> Gathered:
    room = folder / "room"
    room.mkdir(exist_ok=True)
    return gather(paths, room)


def _zip(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def test_what_is_in_folders_and_archives_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "exports"
    (folder / "deep").mkdir(parents=True)
    (folder / "deep" / "a.csv").write_text(TABLE)
    (folder / ".hidden").write_text("x")
    inner = _zip(tmp_path / "inner.zip", {"b.json": b'[{"id": 8, "subject": "Chair"}]'})
    outer = _zip(
        folder / "all.zip",
        {"__MACOSX/x": b"x", "in/inner.zip": inner.read_bytes(), "notes.bin": b"\x7fELF" * 99},
    )
    found = _gathered(tmp_path, folder)
    assert [part.name for part in found.parts] == [
        "exports/all.zip › in/inner.zip › b.json",
        "exports/all.zip › notes.bin",
        "exports/deep/a.csv",
    ]
    diagnoses, failures = examine_all(found.parts)
    assert {one.kind for one in diagnoses} == {Kind.JSON, Kind.TABLE}
    assert [(one.name, one.reason) for one in failures] == [
        (f"exports/{outer.name} › notes.bin", FailureReason.BINARY)
    ]


def test_what_cannot_be_opened_below_a_folder_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "exports"
    deep = folder.joinpath(*"abcdefghij")
    deep.mkdir(parents=True)
    (deep / "t.csv").write_text(TABLE)
    (folder / "top.csv").write_text(TABLE)
    shut = folder / "shut"
    shut.mkdir()
    shut.chmod(0)
    told = {f"exports/{'/'.join('abcdefghi')}": FailureReason.TOO_DEEP}
    if os.access(shut, os.R_OK):  # who may do everything
        shut.chmod(0o700)
        (shut / "again.csv").write_text(TABLE)
    else:
        told["exports/shut"] = FailureReason.UNREADABLE
    if hasattr(os, "mkfifo"):  # nobody writes to it: opening it would take for ever
        os.mkfifo(folder / "pipe.csv")
        told["exports/pipe.csv"] = FailureReason.UNREADABLE
    found = _gathered(tmp_path, folder)
    assert {one.name: one.reason for one in found.failures} == told
    assert "exports/top.csv" in [part.name for part in found.parts]
    shut.chmod(0o700)


def test_names_in_an_archive_lead_nowhere(tmp_path: Path) -> None:
    path = _zip(tmp_path / "a.zip", {"../../up.csv": TABLE.encode(), "/abs.csv": TABLE.encode()})
    found = _gathered(tmp_path, path)
    assert [part.path.parent for part in found.parts] == [tmp_path / "room"] * 2
    assert not (tmp_path.parent / "up.csv").exists()
    diagnoses, _ = examine_all(found.parts)
    items = [item for item in read_tickets(diagnoses[0]) if isinstance(item, Ticket)]
    assert items[0].external_id == "7"


def test_an_archive_that_grows_beyond_measure_is_left_alone(tmp_path: Path) -> None:
    bomb = _zip(tmp_path / "bomb.zip", {"big.csv": b"0" * 60_000_000, "a.csv": TABLE.encode()})
    found = _gathered(tmp_path, bomb)
    assert [one.reason for one in found.failures] == [FailureReason.TOO_BIG]
    assert [part.name for part in found.parts] == ["bomb.zip › a.csv"]
    assert [file.suffix for file in (tmp_path / "room").iterdir()] == [".csv"]


def test_archives_in_archives_end_somewhere(tmp_path: Path) -> None:
    data = TABLE.encode()
    for depth in range(9):
        name = f"{depth}.zip" if depth else "a.csv"
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w") as archive:
            archive.writestr(name, data)
        data = held.getvalue()
        (tmp_path / f"deep{depth}.zip").write_bytes(data)
    inside = _gathered(tmp_path, tmp_path / "deep3.zip")
    assert [one.name for one in inside.parts] == ["deep3.zip › 3.zip › 2.zip › 1.zip › a.csv"]
    assert not inside.failures
    beyond = _gathered(tmp_path, tmp_path / "deep8.zip")
    assert [one.reason for one in beyond.failures] == [FailureReason.TOO_DEEP]
    assert beyond.failures[0].name.endswith("2.zip › 1.zip")


def test_archives_of_archives_of_archives_stay_within_bounds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "_MOST_FILES", 20)
    data = TABLE.encode()
    for depth in range(4):
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w") as archive:
            for place in range(6):
                archive.writestr(f"{place}.zip" if depth else f"{place}.csv", data)
        data = held.getvalue()
    (tmp_path / "wide.zip").write_bytes(data)
    found = _gathered(tmp_path, tmp_path / "wide.zip")
    assert len(list((tmp_path / "room").iterdir())) == 20
    reasons = {one.reason for one in found.failures}
    assert reasons == {FailureReason.TOO_BIG}, "each that is left out is told"


def test_damaged_locked_and_empty_archives_are_told(tmp_path: Path) -> None:
    whole = _zip(tmp_path / "whole.zip", {"a.csv": TABLE.encode() * 40}).read_bytes()
    (tmp_path / "cut.zip").write_bytes(whole[: len(whole) // 2])
    at = whole.index(b"a.csv") + 5
    (tmp_path / "worn.zip").write_bytes(whole[:at] + b"\xff" * 9 + whole[at + 9 :])
    flags = whole.index(b"PK\x01\x02") + 8
    (tmp_path / "locked.zip").write_bytes(whole[:flags] + b"\x01" + whole[flags + 1 :])
    _zip(tmp_path / "none.zip", {})
    reasons = {}
    for name in ("cut", "worn", "locked", "none"):
        found = _gathered(tmp_path, tmp_path / f"{name}.zip")
        assert not found.parts
        reasons[name] = found.failures[0].reason
    assert reasons == {
        "cut": FailureReason.DAMAGED, "worn": FailureReason.DAMAGED,
        "locked": FailureReason.LOCKED, "none": FailureReason.EMPTY_FILE,
    }  # fmt: skip


def test_chinese_names_in_an_archive_read_right(tmp_path: Path) -> None:
    path = _zip(tmp_path / "a.zip", {"XXXX.csv": TABLE.encode()})
    path.write_bytes(path.read_bytes().replace(b"XXXX.csv", "工单".encode("gb18030") + b".csv"))
    assert _gathered(tmp_path, path).parts[0].name == "a.zip › 工单.csv"


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full")
def test_a_full_disk_is_no_fault_of_the_archive(tmp_path: Path) -> None:
    path, room = _zip(tmp_path / "a.zip", {"a.csv": TABLE.encode()}), tmp_path / "room"
    room.mkdir()
    (room / "00001.csv").symlink_to("/dev/full")
    with pytest.raises(DiskFull):
        gather([path], room)
