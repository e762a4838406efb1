"""One writer in order, nothing half done, layouts with backups, and every fault by its type."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import stat
import tempfile
import threading
import time
import weakref
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest

from supportdesk_gui.storage import log_copying
from supportdesk_gui.storage.backup import backups, put_back
from supportdesk_gui.storage.database import Database
from supportdesk_gui.storage.errors import (
    DatabaseDamaged,
    DatabaseLocked,
    DatabaseTooNew,
    DiskFull,
    FolderReadOnly,
    StorageError,
)
from supportdesk_gui.storage.writing import Act

NOTES = "CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);"
COLOUR = "ALTER TABLE notes ADD COLUMN colour TEXT NOT NULL DEFAULT '';"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Database]:
    database = _open(tmp_path)
    yield database
    database.close()


def _open(folder: Path, *layouts: str, patience: float = 5.0) -> Database:
    return Database(folder / "desk.sqlite3", layouts or (NOTES,), folder / "backups", patience)


def _write(database: Database, text: str, at_end: Act | None = None) -> Future[None]:
    def work(connection: sqlite3.Connection) -> None:
        connection.execute("INSERT INTO notes (text) VALUES (?)", [text])

    return database.submit(work, at_end=at_end)


def _texts(database: Database) -> list[str]:
    return [row[0] for row in database.read("SELECT text FROM notes ORDER BY id")]


def test_writes_happen_in_order_and_are_seen_by_the_reader(desk: Database) -> None:
    for number in range(50):
        _write(desk, str(number))
    desk.flush()
    assert _texts(desk) == [str(number) for number in range(50)]


def test_the_writer_lets_go_of_what_is_written(desk: Database) -> None:
    class Owner:
        def settle(self, _: Future[None]) -> None:
            """A part of the window: its last reference may not be dropped by another thread."""

    owner, gone = Owner(), threading.Event()
    weakref.finalize(owner, gone.set)
    saved = _write(desk, "kept")
    saved.add_done_callback(owner.settle)
    saved.result()
    del owner, saved
    assert gone.wait(60), "it is kept until something else is written"


def test_what_fails_half_way_leaves_nothing(desk: Database) -> None:
    def half(connection: sqlite3.Connection) -> None:
        connection.execute("INSERT INTO notes (text) VALUES ('half')")
        raise ValueError("half way")

    with pytest.raises(ValueError, match="half way"):
        desk.submit(half).result()
    _write(desk, "next").result()
    assert _texts(desk) == ["next"]


def test_what_shares_a_transaction_is_on_disk_together_or_not_at_all(desk: Database) -> None:
    counted: list[int] = []

    def count(connection: sqlite3.Connection) -> None:
        counted.append(connection.execute("SELECT count(*) FROM notes").fetchone()[0])

    held = threading.Event()
    desk.submit(lambda _: held.wait())
    first, twice = _write(desk, "first", count), _write(desk, "first", count)
    rows = [_write(desk, f"row {number}", count) for number in range(2)]
    typed = _write(desk, "typed")
    rest = _write(desk, "rest", count)
    held.set()
    for future in (first, twice):
        with pytest.raises(sqlite3.IntegrityError):
            future.result()
    typed.result()
    assert all(future.done() for future in rows)
    rest.result()  # nothing that follows it brings it to its end
    assert _texts(desk) == ["row 0", "row 1", "typed", "rest"]
    assert counted == [2, 4]


def test_our_own_fault_is_not_called_a_damaged_database(desk: Database) -> None:
    _write(desk, "once").result()
    with pytest.raises(sqlite3.IntegrityError):
        _write(desk, "once").result()


def test_the_reader_can_change_nothing(desk: Database) -> None:
    with pytest.raises(StorageError):
        desk.read("INSERT INTO notes (text) VALUES ('x') RETURNING id")
    assert _texts(desk) == []


def test_only_the_owner_can_read_the_file(desk: Database) -> None:
    assert stat.S_IMODE(desk.path.stat().st_mode) == 0o600


def test_what_comes_after_closing_is_refused_not_left_waiting(tmp_path: Path) -> None:
    database = _open(tmp_path)
    late = _write(database, "in time")
    database.close()
    late.result(timeout=0)
    with pytest.raises(StorageError):
        _write(database, "too late").result(timeout=60)
    database.close()


def test_a_newer_layout_is_made_with_a_backup_of_the_older(tmp_path: Path) -> None:
    database = _open(tmp_path)
    _write(database, "before").result()
    database.close()
    database = _open(tmp_path, NOTES, COLOUR)
    assert database.was_updated
    assert database.read("SELECT text, colour FROM notes") == [("before", "")]
    database.close()
    (kept,) = backups("desk", tmp_path / "backups")
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    copy = sqlite3.connect(kept)
    assert copy.execute("SELECT * FROM notes").fetchall() == [(1, "before")]
    copy.close()


def test_the_newest_five_backups_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    layouts = [NOTES] + [f"CREATE TABLE t{number} (x);" for number in range(11)]
    for count in range(1, len(layouts) + 1):
        monkeypatch.setattr(time, "time", lambda day=count: 1_790_000_000 + day * 90_000)
        _open(tmp_path, *layouts[:count]).close()
    kept = [path.name.split("-layout")[1] for path in backups("desk", tmp_path / "backups")]
    assert kept == [f"{number}.sqlite3" for number in range(7, 12)]


def test_many_layouts_at_once_make_one_backup_of_what_the_agent_had(tmp_path: Path) -> None:
    _open(tmp_path).close()
    _open(tmp_path, NOTES, *(f"CREATE TABLE t{number} (x);" for number in range(11))).close()
    (kept,) = backups("desk", tmp_path / "backups")
    assert kept.name.endswith("-layout1.sqlite3")


def test_a_layout_that_fails_leaves_the_older_one_whole(tmp_path: Path) -> None:
    database = _open(tmp_path)
    _write(database, "kept").result()
    database.close()
    broken = "CREATE TABLE more (x); INSERT INTO nowhere VALUES (1);"
    with pytest.raises(sqlite3.OperationalError):
        _open(tmp_path, NOTES, broken)
    database = _open(tmp_path)
    assert _texts(database) == ["kept"]
    assert database.read("SELECT name FROM sqlite_master WHERE name = 'more'") == []
    database.close()


def test_a_database_of_a_later_version_is_left_alone(tmp_path: Path) -> None:
    _open(tmp_path, NOTES, COLOUR).close()
    with pytest.raises(DatabaseTooNew) as found:
        _open(tmp_path)
    assert found.value.version == 2
    _open(tmp_path, NOTES, COLOUR).close()


def test_a_file_that_is_no_database_is_damaged(tmp_path: Path) -> None:
    (tmp_path / "desk.sqlite3").write_bytes(b"not a database at all" * 500)
    with pytest.raises(DatabaseDamaged):
        _open(tmp_path)
    assert (tmp_path / "desk.sqlite3").read_bytes().startswith(b"not a database")


def test_a_damaged_page_is_found_by_verify(tmp_path: Path) -> None:
    _fill_and_damage(tmp_path)
    database = _open(tmp_path)
    with pytest.raises(DatabaseDamaged):
        database.verify().result(timeout=60)
    database.close()


def test_a_run_that_was_cut_off_is_checked_when_it_opens_again(tmp_path: Path) -> None:
    _fill_and_damage(tmp_path)
    log = tmp_path / "desk.sqlite3-wal"
    log.write_bytes(b"the rest of a log that nobody could close")
    with pytest.raises(DatabaseDamaged):
        _open(tmp_path)


def test_a_sound_database_verifies(desk: Database) -> None:
    _write(desk, "sound").result()
    assert desk.verify().result(timeout=60) is None


def test_a_sound_database_is_copied_when_the_newest_copy_is_a_day_old(tmp_path: Path) -> None:
    database = _open(tmp_path)
    _write(database, "one").result()
    database.verify().result(timeout=60)
    database.close()
    assert backups("desk", tmp_path / "backups") == [], "a database is not copied on its first day"
    database = _open(tmp_path)
    for _ in range(2):
        database.verify().result(timeout=60)
    (first,) = backups("desk", tmp_path / "backups")
    old = first.rename(first.with_name("desk-20200101-000000-layout1.sqlite3"))
    os.utime(old, (1, 1))
    database.verify().result(timeout=60)
    database.close()
    assert len(backups("desk", tmp_path / "backups")) == 2


def test_a_copy_that_a_killed_run_began_does_not_stay(tmp_path: Path) -> None:
    database = _open(tmp_path)
    _write(database, "one").result()
    database.close()
    folder = tmp_path / "backups"
    folder.mkdir()
    for name in ("desk-20260101-000000-layout1.part", "desk-20260101-000000-layout1.part-journal"):
        (folder / name).write_bytes(b"half of it")
    (folder / "policies-20260101-000000-layout1.part").touch()  # the policy worker's
    database = _open(tmp_path)
    database.verify().result(timeout=60)
    database.close()
    found = [path.name for path in folder.iterdir() if path not in backups("desk", folder)]
    assert len(backups("desk", folder)) == 1
    assert found == ["policies-20260101-000000-layout1.part"]


def test_closing_does_not_leave_a_check_behind(tmp_path: Path) -> None:
    database = _open(tmp_path)
    _write(database, "kept").result()
    checked = database.verify()
    database.close()
    assert checked.done()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["desk.sqlite3"]


def test_a_long_log_comes_into_the_file_beside_the_writer(
    desk: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log_copying, "LONG_BYTES", 0)
    _write(desk, "much").result()
    beside = f"file:{desk.path}?immutable=1"  # which looks at no log

    def in_the_file() -> list[tuple[str]]:
        with (
            contextlib.suppress(sqlite3.DatabaseError),  # nothing is there yet, or half of it
            contextlib.closing(sqlite3.connect(beside, uri=True)) as connection,
        ):
            return connection.execute("SELECT text FROM notes").fetchall()
        return []

    until = time.monotonic() + 60
    while in_the_file() != [("much",)]:
        assert time.monotonic() < until, "nobody copies the log"
    desk.rewrite().result()


def test_who_closes_does_not_wait_until_nobody_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log_copying, "LONG_BYTES", 0)
    monkeypatch.setattr(log_copying, "_QUIET_SECONDS", 0.0)
    monkeypatch.setattr(log_copying, "_PAUSE_SECONDS", 0.0)
    database = _open(tmp_path)
    _write(database, "much").result()
    time.sleep(0.3)  # it is copied, and the thread waits for more
    monkeypatch.setattr(log_copying, "_QUIET_SECONDS", 60.0)
    begun = time.monotonic()
    database.close()
    assert time.monotonic() - begun < 30


def test_works_that_wait_share_an_end_as_long_as_they_are_short(desk: Database) -> None:
    held, ends = threading.Event(), list[int]()

    def end(connection: sqlite3.Connection) -> None:
        ends.append(connection.execute("SELECT count(*) FROM notes").fetchone()[0])

    desk.submit(lambda _: held.wait())
    written = [_write(desk, f"{number}", end) for number in range(9)]
    slow = desk.submit(lambda _: time.sleep(0.3), at_end=end)
    written.append(_write(desk, "after it", end))
    held.set()
    for one in (*written, slow):
        one.result()
    assert ends == [9, 10]


def test_a_copy_is_put_back_without_the_log_of_the_damaged_file(tmp_path: Path) -> None:
    """As after a crash: beside the file lies a log that SQLite would read into the copy."""
    database = _open(tmp_path)
    _write(database, "copied").result()
    database.close()
    copy = shutil.copy(tmp_path / "desk.sqlite3", tmp_path / "copy.sqlite3")
    database = _open(tmp_path)
    _write(database, "later").result()
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    for name in ("desk.sqlite3", "desk.sqlite3-wal"):
        shutil.copy(tmp_path / name, crashed / name)
    database.close()
    aside = put_back(Path(copy), crashed / "desk.sqlite3")
    database = _open(crashed)
    assert _texts(database) == ["copied"]
    database.close()
    old = sqlite3.connect(aside)
    assert old.execute("SELECT text FROM notes").fetchall() == [("copied",), ("later",)]
    old.close()


def test_a_copy_that_cannot_be_put_back_leaves_the_old_file(tmp_path: Path) -> None:
    _open(tmp_path).close()
    before = (tmp_path / "desk.sqlite3").read_bytes()
    with pytest.raises(StorageError):
        put_back(tmp_path / "gone.sqlite3", tmp_path / "desk.sqlite3")
    assert (tmp_path / "desk.sqlite3").read_bytes() == before


def test_a_last_step_that_fails_leaves_the_old_file_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _open(tmp_path).close()
    before = (tmp_path / "desk.sqlite3").read_bytes()
    copy = shutil.copy(tmp_path / "desk.sqlite3", tmp_path / "copy.sqlite3")
    replace = Path.replace

    def refuse(path: Path, to: Path) -> Path:
        if path.suffix == ".part":
            raise PermissionError(13, "held by another program", str(path))
        return replace(path, to)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(StorageError):
        put_back(Path(copy), tmp_path / "desk.sqlite3")
    assert (tmp_path / "desk.sqlite3").read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy.sqlite3", "desk.sqlite3"]


def _fill_and_damage(folder: Path) -> None:
    database = _open(folder)
    for number in range(400):
        _write(database, f"{number} " + "x" * 500)
    database.close()
    path = folder / "desk.sqlite3"
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 2 // 4096 * 4096)
        file.write(os.urandom(4096))


def test_another_program_that_writes_makes_it_locked(tmp_path: Path) -> None:
    database = _open(tmp_path, patience=0.05)
    other = sqlite3.connect(tmp_path / "desk.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseLocked):
        _write(database, "waits").result()
    other.execute("ROLLBACK")
    other.close()
    _write(database, "goes").result()
    assert _texts(database) == ["goes"]
    database.close()


def test_a_database_held_by_another_program_cannot_be_opened(tmp_path: Path) -> None:
    _open(tmp_path).close()
    other = sqlite3.connect(tmp_path / "desk.sqlite3", isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(DatabaseLocked):
        _open(tmp_path, patience=0.05)
    other.execute("COMMIT")
    other.close()
    _open(tmp_path).close()


def test_a_full_disk_keeps_what_was_there_and_goes_on_when_there_is_room(desk: Database) -> None:
    _write(desk, "before").result()
    _limit_pages(desk, "(SELECT 1)")
    with pytest.raises(DiskFull):
        _write(desk, "x" * 100_000).result()
    assert _texts(desk) == ["before"]
    _limit_pages(desk, "1000000")
    _write(desk, "after").result()
    assert _texts(desk) == ["before", "after"]


def _limit_pages(database: Database, pages: str) -> None:
    """As SQLite meets a disk without room: it refuses to make the file longer."""
    number = "1" if pages.startswith("(") else pages

    def work(connection: sqlite3.Connection) -> None:
        connection.execute(f"PRAGMA max_page_count = {number}")

    database.submit(work).result()


def test_readers_are_not_kept_waiting_by_a_long_write(desk: Database) -> None:
    _write(desk, "seen").result()
    begun, go_on = threading.Event(), threading.Event()

    def long(connection: sqlite3.Connection) -> None:
        connection.execute("INSERT INTO notes (text) VALUES ('unseen')")
        begun.set()
        go_on.wait(60)

    running = desk.submit(long)
    assert begun.wait(60)
    assert _texts(desk) == ["seen"]
    go_on.set()
    running.result()
    assert _texts(desk) == ["seen", "unseen"]


@pytest.mark.skipif(os.name != "posix", reason="folders without write permission, as on POSIX")
def test_a_folder_that_cannot_be_written_says_so() -> None:
    folder = Path(tempfile.mkdtemp())  # pytest's own is closed to other users
    try:
        _open(folder).close()
        (folder / "desk.sqlite3").chmod(0o444)
        folder.chmod(0o555)
        assert _as_nobody(lambda: _open(folder).close()) == "FolderReadOnly"
        folder.chmod(0o755)  # root could do without: everybody else has to be let in
        (folder / "desk.sqlite3").unlink()
        folder.chmod(0o555)
        assert _as_nobody(lambda: _open(folder).close()) == "FolderReadOnly"
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)
    assert issubclass(FolderReadOnly, StorageError)


def _as_nobody(work: Callable[[], None]) -> str:
    """The name of what `work` raises in a child without root's rights."""
    receiving, sending = os.pipe()
    child = os.fork()
    if not child:
        said = "nothing"
        try:
            if os.getuid() == 0:
                os.setgid(65534)
                os.setuid(65534)
            work()
        except BaseException as error:
            said = type(error).__name__
        os.write(sending, said.encode())
        os._exit(0)
    os.close(sending)
    with os.fdopen(receiving) as answer:
        said = answer.read()
    os.waitpid(child, 0)
    return said
