"""The data folder is its owner's alone, whatever it was before."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from supportdesk_gui.storage.data_folder import close_to_others, open_data_folder

pytestmark = pytest.mark.skipif(os.name != "posix", reason="no such modes here")


def _wide(root: Path) -> Path:
    root.mkdir(mode=0o755)
    (root / "backups").mkdir()
    file = root / "backups" / "desk-1-layout1.sqlite3"
    file.write_text("x")
    outside = root.with_name("outside.txt")
    outside.write_text("of somebody else")
    outside.chmod(0o644)
    (root / "link").symlink_to(outside)
    for path, mode in ((root, 0o755), (root / "backups", 0o777), (file, 0o664)):
        path.chmod(mode)
    return file


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_wide_modes_are_mended_and_what_is_linked_stays(tmp_path: Path) -> None:
    file = _wide(tmp_path / "data")
    folder = open_data_folder(str(tmp_path / "data"))
    assert close_to_others(folder) == []
    assert (_mode(folder.root), _mode(folder.backups), _mode(file)) == (0o700, 0o700, 0o600)
    assert _mode(tmp_path / "outside.txt") == 0o644


def test_what_cannot_be_mended_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = _wide(tmp_path / "data")
    folder = open_data_folder(str(tmp_path / "data"))

    def refuse(path: Path, mode: int) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "chmod", refuse)
    assert set(close_to_others(folder)) == {folder.backups, file}
