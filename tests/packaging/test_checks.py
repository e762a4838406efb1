"""What the ``test`` verb runs its tests with: a keyring of their own, and Qt where it loads."""

import os
import shutil
import subprocess
import sys
from concurrent.futures import Future
from pathlib import Path
from types import SimpleNamespace

import pytest
from desk_steps import checks, needs


def test_tests_that_need_qt_are_left_out_where_qt_cannot_load(tmp_path):
    for name, text in {
        "test_pane.py": "def test_a(qtbot): ...",
        "test_icons.py": "def test_a():\n    from PySide6.QtGui import QIcon",
        "test_start.py": "from supportdesk_gui.app import run",
        "test_key.py": "command = ['-m', 'tests.ui.key_guide']",
        "test_layers.py": "FORBIDDEN = 'PySide6'",
        "test_text.py": "from supportdesk_gui.text import tokens",
    }.items():
        (tmp_path / name).write_text(text)
    left_out = {Path(option.partition("=")[2]).name for option in checks.ignoring_qt(tmp_path)}
    assert left_out == {"test_pane.py", "test_icons.py", "test_start.py", "test_key.py"}


def test_only_files_that_measure_time_are_looked_into_for_it(tmp_path):
    (tmp_path / "ui").mkdir()
    (tmp_path / "ui" / "test_timed.py").write_text("@pytest.mark.alone\ndef test_a(): ...")
    (tmp_path / "test_text.py").write_text("def test_a(): ...")
    assert checks.alone(tmp_path) == [str(tmp_path / "ui" / "test_timed.py")]


PLUGINS = ("pytest-qt", "hypothesispytest", "xdist", "timeout")  # dear to load, and not needed
TIMED = """
import pathlib, pytest
def run(name):
    with pathlib.Path("runs").open("a") as file: file.write(name)
    return pathlib.Path("runs").read_text().count(name)
@pytest.mark.alone
def test_kept(): run("k")
@pytest.mark.alone
def test_missed_once(): assert run("o") == 2
@pytest.mark.alone
def test_missed(): assert run("m") == 0
def test_other(): run("t")
"""


def test_bars_of_time_that_were_missed_are_measured_once_more(tmp_path, monkeypatch, capfd):
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_timed.py").write_text(TIMED)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(checks, "TOGETHER", ("-m", "not alone"))
    monkeypatch.setattr(needs, "LINUX", False)
    monkeypatch.setattr(needs, "for_window", lambda _: [])
    read: Future[None] = Future()
    read.set_result(None)
    environment = SimpleNamespace(root=tmp_path, python=sys.executable)
    bare = [word for name in PLUGINS for word in ("-p", f"no:{name}")]
    assert not checks.tests(environment, bare, read)
    assert (tmp_path / "runs").read_text() == "tkomom"
    assert "once more" in capfd.readouterr().err


@pytest.mark.skipif(not needs.LINUX, reason="the private session is made on Linux only")
def test_a_session_has_its_own_keyring_and_leaves_nothing_running():
    if {need.purpose for need in needs.for_tests()} & {"keyring tests"}:
        required = "keyring" in os.environ.get("SUPPORTDESK_REQUIRE", "")
        (pytest.fail if required else pytest.skip)("no keyring here")
    script = (
        "import keyring, os\n"
        "keyring.set_password('desk-test', 'who', 'größe')\n"
        "print(keyring.get_password('desk-test', 'who'), os.environ['DBUS_SESSION_BUS_ADDRESS'])\n"
        "raise SystemExit(7)"
    )
    command = [sys.executable, checks.SESSION, sys.executable, "-c", script]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 7, done.stderr
    assert done.stdout.startswith("größe unix:")
    again = "\n".join(line for line in script.splitlines() if "set_password" not in line)
    done = subprocess.run([*command[:-1], again], capture_output=True, text=True, check=False)
    assert done.stdout.startswith("None unix:")


SKIPPING = """
import pytest
@pytest.fixture
def keyring(): pytest.skip("no keyring here")
def test_kept(keyring): ...
@pytest.mark.skip(reason="no window here")
def test_shown(): ...
@pytest.mark.xfail
def test_known(): assert False
def test_other(): ...
"""


@pytest.mark.skipif(not needs.LINUX, reason="elsewhere there are tests that cannot run")
@pytest.mark.parametrize(("ci", "code"), [("true", 1), ("", 0)])
def test_in_ci_what_is_skipped_has_failed(tmp_path, ci, code):
    shutil.copy(Path(__file__).parents[1] / "conftest.py", tmp_path)
    (tmp_path / "test_skipping.py").write_text(SKIPPING)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:pytest-qt", "-p", "no:cacheprovider", tmp_path],
        env=os.environ | {"CI": ci}, cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == code, done.stdout
    words = ("test_kept may not be skipped in CI: Skipped: no keyring here", "no window here")
    assert all((word in done.stdout) == bool(ci) for word in words), done.stdout
    assert ("2 errors" if ci else "2 skipped") in done.stdout
    assert "1 xfailed" in done.stdout
