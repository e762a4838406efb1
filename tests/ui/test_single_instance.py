"""One program per data folder, wherever a later start has its temporary files."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from supportdesk_gui.ui import single_instance
from supportdesk_gui.ui.single_instance import SingleInstance


def test_a_start_with_another_temporary_folder_meets_the_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    monkeypatch.setattr(single_instance, "_PATIENCE_MS", 50)  # one thread: it cannot answer
    (tmp_path / "data").mkdir()
    first, second = SingleInstance(tmp_path / "data"), SingleInstance(tmp_path / "data")
    assert first.claim([])
    with tempfile.TemporaryDirectory() as other:  # a socket's path may have a hundred letters
        monkeypatch.setenv("TMPDIR", other)
        assert not second.claim(["a.csv"])
        first.close()
        assert second.claim([]), "it has ended"
        second._server.close()  # killed: the file stays
        assert (tmp_path / "data" / ".in-use").exists() and first.claim([])
        first.close()
        assert not (tmp_path / "data" / ".in-use").exists()


def test_a_copy_of_a_folder_that_is_in_use_is_a_desk_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    monkeypatch.setattr(single_instance, "_PATIENCE_MS", 50)
    (tmp_path / "data").mkdir()
    first = SingleInstance(tmp_path / "data")
    assert first.claim([])
    shutil.copytree(tmp_path / "data", tmp_path / "copy")
    copy = SingleInstance(tmp_path / "copy")
    assert copy.claim(["a.csv"])
    first.close()
    copy.close()
