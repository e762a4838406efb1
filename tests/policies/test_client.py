"""The index as the window uses it: a real worker process, its deaths, and life without it."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import sys
import time
from contextlib import aclosing, closing, suppress
from pathlib import Path

import pytest

from supportdesk_gui.own_process import environment
from supportdesk_gui.policies.client import PolicyIndex
from supportdesk_gui.policies.document import FileState, IndexNotice, PolicyFile, ReadFailure
from supportdesk_gui.policies.errors import PolicyIndexClosed, TextsUnusable, WorkerUnavailable
from supportdesk_gui.storage.data_folder import DataFolder
from tests.policies.shop import data_folder, in_loop, write_shop

MONEY = "When do I get my money back?"
# So many are read for many seconds: a busy test kills the worker in the midst of them.
_SECONDS_OF_RULES = 40_000


@pytest.fixture(autouse=True)
def _quick_restarts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PolicyIndex, "restarts", (0.1, 0.2))


def _large(folder: Path, name: str, rules: int) -> Path:
    path = folder / "en" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        "\n\n".join(f"## Rule {n}\n\nRule {n} costs {n * 7} euros." for n in range(rules))
    )
    return path


def _kill(index: PolicyIndex) -> None:
    """End the worker, where there is one."""
    if index.worker_pid is not None:
        with suppress(ProcessLookupError):
            os.kill(index.worker_pid, signal.SIGKILL)


async def _until(index: PolicyIndex, wanted: IndexNotice | FileState) -> PolicyFile | IndexNotice:
    async with aclosing(index.changes()) as changes:
        async for change in changes:
            if change is wanted or (isinstance(change, PolicyFile) and change.state is wanted):
                return change
    raise AssertionError(f"closed before {wanted}")


async def _add_until_read(
    index: PolicyIndex, paths: list[Path], kills: int = 0
) -> list[PolicyFile]:
    """Add files and wait until one is being read; so many workers are killed while they read."""
    killed: set[int] = set()
    async with aclosing(index.changes()) as changes:
        adding = asyncio.ensure_future(index.add(paths))  # the listener is there before it
        async for change in changes:
            if not isinstance(change, PolicyFile) or change.state is not FileState.READING:
                continue
            # What a dead one said before is still told.
            if kills and index.worker_pid is not None and index.worker_pid not in killed:
                killed.add(index.worker_pid)
                _kill(index)
            if len(killed) == kills:
                break
    return await adding


def test_files_are_indexed_searched_and_removed(tmp_path: Path) -> None:
    folder, source = data_folder(tmp_path), write_shop(tmp_path)

    async def act(index: PolicyIndex) -> None:
        waiting = await index.add([source])
        assert len(waiting) == 6 and {file.state for file in waiting} == {FileState.WAITING}
        await index.settled()
        files = {file.name: file for file in index.files() if file.language == "en"}
        assert files["returns.md"].state is FileState.INDEXED
        assert files["returns.md"].passages == 2 and files["returns.md"].family == "returns.md"
        assert files["sale.md"].effective_until == "2020-01-31" and files["goodwill.md"].internal

        result = await index.search(MONEY, "zh-Hant")
        assert result.hits[0].passage.heading == "退貨 › 何時收到退款"
        assert not result.lexical_only and result.hits[0].sentences
        english = (await index.search(MONEY, "en")).hits[0].passage
        found = await index.parallel(english.hash, 0, 20, "de")
        assert found is not None and found.text.startswith("Wir erstatten")
        assert index.where_now(english)[1].startswith("# Returns")
        # Halves of characters and a page of words are no words that end the worker.
        assert not (await index.search("\ud800" + MONEY, "en")).lexical_only
        assert not (await index.search(MONEY + "退" * 200_000, "en")).lexical_only

        await index.remove(files["returns.md"].id)
        left = [hit.passage.file for hit in (await index.search(MONEY, "en")).hits]
        assert str(source / "en" / "returns.md") not in left

    _, said = in_loop(folder, act)
    states = [one.state for one in said if isinstance(one, PolicyFile) and one.name == "sale.md"]
    assert states == [FileState.WAITING, FileState.READING, FileState.INDEXED]
    notices = {one for one in said if isinstance(one, IndexNotice)}
    assert (
        notices <= {IndexNotice.IDLE, IndexNotice.CONFLICTS_SOUGHT} and IndexNotice.IDLE in notices
    )


@pytest.mark.alone
def test_searches_are_answered_while_a_large_file_is_indexed(tmp_path: Path) -> None:
    folder, source = data_folder(tmp_path), write_shop(tmp_path)

    async def act(index: PolicyIndex) -> list[float]:
        await index.add([source])
        await index.settled()
        await index.add([_large(tmp_path, "large.md", 1200)])
        times: list[float] = []
        progress: list[int] = []

        async def listen() -> None:
            async with aclosing(index.changes()) as changes:
                async for change in changes:
                    if isinstance(change, PolicyFile):
                        progress.append(change.done)
                    if change is IndexNotice.IDLE:
                        return

        listener = asyncio.ensure_future(listen())
        while not listener.done():
            began = time.perf_counter()
            result = await index.search(MONEY, "en")
            times.append(time.perf_counter() - began)
            assert result.hits[0].passage.heading == "Returns › When the money comes back"
        assert any(progress)
        return times

    times, _ = in_loop(folder, act)
    assert len(times) > 10
    assert sorted(times)[len(times) // 2] < 0.25


@pytest.mark.usefixtures("forked_workers")
def test_a_worker_killed_while_it_indexes_goes_on_where_it_was(tmp_path: Path) -> None:
    folder, source = data_folder(tmp_path), write_shop(tmp_path)

    async def act(index: PolicyIndex) -> None:
        await index.add([source])
        await index.settled()
        await _add_until_read(index, [_large(tmp_path, "large.md", 2000)], kills=1)
        down = await index.search(MONEY, "en")
        assert down.lexical_only
        assert down.hits[0].passage.heading == "Returns › When the money comes back"
        await index.settled()
        assert {file.state for file in index.files()} == {FileState.INDEXED}
        result = await index.search("rule 1999", "en")
        assert not result.lexical_only and "Rule 1999" in result.hits[0].passage.heading

    _, said = in_loop(folder, act)
    assert IndexNotice.WORKER_RESTARTED in said
    with closing(sqlite3.connect(folder.policies_database)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        counts = connection.execute("SELECT count(*), count(DISTINCT heading) FROM passages")
        assert counts.fetchone() == (2010, 2010)


@pytest.mark.usefixtures("forked_workers")
def test_a_file_that_kills_the_worker_twice_is_left_alone(tmp_path: Path) -> None:
    folder = data_folder(tmp_path)
    large = _large(tmp_path, "large.md", _SECONDS_OF_RULES)

    async def act(index: PolicyIndex) -> None:
        await _add_until_read(index, [large], kills=2)
        failed = await _until(index, FileState.FAILED)
        assert isinstance(failed, PolicyFile)
        assert failed.failure is ReadFailure.CRASHED_READER
        await index.settled()
        # It is given another chance when the agent asks for it.
        _large(tmp_path, "large.md", 3)
        await index.reindex(failed.id)
        await index.settled()
        assert index.files()[0].state is FileState.INDEXED

    in_loop(folder, act)


@pytest.mark.usefixtures("forked_workers")
def test_several_such_files_end_neither_the_index_nor_each_other(tmp_path: Path) -> None:
    folder = data_folder(tmp_path)
    bad = [_large(tmp_path, f"bad-{number}.md", _SECONDS_OF_RULES) for number in range(2)]
    good = _large(tmp_path, "good.md", 3)

    async def act(index: PolicyIndex) -> None:
        await _add_until_read(index, [*bad, good], kills=4)
        await index.settled()
        files = {file.name: file for file in index.files()}
        assert {files[path.name].failure for path in bad} == {ReadFailure.CRASHED_READER}
        assert files["good.md"].state is FileState.INDEXED
        assert not (await index.search("rule 2", "en")).lexical_only

    in_loop(folder, act)


@pytest.mark.usefixtures("forked_workers")
def test_a_file_that_is_stopped_says_so_and_the_next_one_is_read(tmp_path: Path) -> None:
    folder = data_folder(tmp_path)
    large, waiting = (
        _large(tmp_path, "large.md", _SECONDS_OF_RULES),
        _large(tmp_path, "waiting.md", 3),
    )
    small = _large(tmp_path, "small.md", 3)

    async def act(index: PolicyIndex) -> None:
        first, second, _ = await _add_until_read(index, [large, waiting, small])
        await index.stop(second.id)
        await index.stop(first.id)
        await index.settled()
        files = {file.name: file for file in index.files()}
        for stopped in ("large.md", "waiting.md"):
            assert files[stopped].failure is ReadFailure.STOPPED
            assert files[stopped].passages == 0
        assert files["small.md"].state is FileState.INDEXED

        await index.reindex(second.id)
        await index.settled()
        assert {file.name: file.passages for file in index.files()}["waiting.md"] == 3

    in_loop(folder, act)


_IMPATIENT = """
import sys
from supportdesk_gui.policies import index, worker
from supportdesk_gui.policies.index import Index
worker.Index = lambda folder: Index(folder, most_seconds=1.0)
sys.exit(worker.run_worker(__import__("pathlib").Path(sys.argv[1])))
"""


def test_a_file_that_takes_too_long_is_given_up_with_its_thread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = data_folder(tmp_path)
    # Seconds of work beside milliseconds of it: a busy machine lets the small one through too.
    large, small = _large(tmp_path, "large.md", 40_000), _large(tmp_path, "small.md", 3)
    monkeypatch.setattr(
        "supportdesk_gui.policies.worker_process.command",
        lambda _, root: [sys.executable, "-c", _IMPATIENT, root],
    )

    async def act(index: PolicyIndex) -> None:
        await index.add([large, small])
        await index.settled()
        states = {file.name: (file.state, file.failure) for file in index.files()}
        assert states == {
            "large.md": (FileState.FAILED, ReadFailure.TOO_SLOW),
            "small.md": (FileState.INDEXED, None),
        }
        assert (await index.search("rule 2", "en")).hits

    _, said = in_loop(folder, act)
    assert IndexNotice.LEXICAL_ONLY not in said


@pytest.mark.usefixtures("forked_workers")
def test_pages_are_counted_while_a_pdf_is_read(tmp_path: Path) -> None:
    from tests.policies.test_readers import make_pdf

    folder = data_folder(tmp_path)
    long = tmp_path / "long.pdf"
    # A page more than passages, which are counted too.
    pages = [[f"Rule {n} costs {n} euros."] * 40 for n in range(399)]
    long.write_bytes(make_pdf([*pages, []]))

    async def act(index: PolicyIndex) -> None:
        await index.add([long])
        await index.settled()

    _, said = in_loop(folder, act)
    pages = [one.done for one in said if isinstance(one, PolicyFile) and one.total == 400]
    assert len(pages) > 1 and pages == sorted(pages)


async def _kill_each(index: PolicyIndex) -> None:
    """As soon as it is there: the deaths before one that was whole do not count."""
    while True:
        _kill(index)
        await asyncio.sleep(0.01)


@pytest.mark.usefixtures("forked_workers")
def test_after_three_deaths_the_words_alone_answer(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder, source = data_folder(tmp_path), write_shop(tmp_path)

    async def build(index: PolicyIndex) -> None:
        await index.add([source])
        await index.settled()

    in_loop(folder, build)

    async def act(index: PolicyIndex) -> None:
        killing = asyncio.ensure_future(_kill_each(index))
        await _until(index, IndexNotice.LEXICAL_ONLY)
        killing.cancel()
        await index.settled()
        result = await index.search("Wann kommt das Geld zurück?", "de")
        assert result.lexical_only
        assert result.hits[0].passage.heading == "Rückgabe › Wann das Geld zurückkommt"
        with pytest.raises(WorkerUnavailable):
            await index.add([source])

    _, said = in_loop(folder, act)
    assert said[-1] is IndexNotice.LEXICAL_ONLY
    assert caplog.text.count("worker ended") >= 3


@pytest.mark.usefixtures("forked_workers")
def test_closing_in_the_middle_loses_nothing(tmp_path: Path) -> None:
    folder = data_folder(tmp_path)
    large = _large(tmp_path, "large.md", 1200)

    async def act(index: PolicyIndex) -> None:
        await _add_until_read(index, [large])
        waiting = asyncio.ensure_future(index.search("rule", "en"))
        await asyncio.sleep(0)
        began = time.perf_counter()
        await index.aclose()
        assert time.perf_counter() - began < 5, "it had to be ended"
        with pytest.raises(PolicyIndexClosed):
            await waiting
        with pytest.raises(PolicyIndexClosed):
            await index.add([large])

    in_loop(folder, act)
    assert not [state for state in _states(folder) if state == FileState.FAILED]

    async def again(index: PolicyIndex) -> None:
        await index.settled()

    in_loop(folder, again)
    assert _states(folder) == [FileState.INDEXED]


_NEVER_LOADED = """
import sys, threading
from supportdesk_gui.policies import vector_upkeep, worker
vector_upkeep.load_library = threading.Event().wait
sys.exit(worker.run_worker(__import__("pathlib").Path(sys.argv[1])))
"""


def test_closing_while_the_worker_starts_ends_it_at_once_and_damages_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, source = data_folder(tmp_path), write_shop(tmp_path)

    async def build(index: PolicyIndex) -> None:
        await index.add([source])
        await index.settled()

    async def close(index: PolicyIndex) -> float:
        began = time.perf_counter()
        await index.aclose()
        return time.perf_counter() - began

    in_loop(folder, build)
    with monkeypatch.context() as patch:
        patch.setattr(
            "supportdesk_gui.policies.worker_process.command",
            lambda _, root: [sys.executable, "-c", _NEVER_LOADED, root],
        )
        seconds, _ = in_loop(folder, close)
    assert seconds < 5, "it waited for the library"
    _, said = in_loop(folder, PolicyIndex.settled)
    assert IndexNotice.REBUILDING not in said


@pytest.mark.usefixtures("forked_workers")
def test_a_fresh_start_over_damaged_vectors_is_no_alarm_and_searches_wait_for_it(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder, source = data_folder(tmp_path), write_shop(tmp_path)

    async def build(index: PolicyIndex) -> None:
        await index.add([source])
        await index.settled()

    in_loop(folder, build)
    (folder.vectors / "chroma.sqlite3").write_bytes(b"no database at all " * 500)
    with closing(sqlite3.connect(folder.policies_database)) as connection, connection:
        # As a worker leaves it that was killed: nothing says that the folder changed.
        connection.execute("UPDATE facts SET value = 0 WHERE name = 'vectors_sizes'")
    result, said = in_loop(folder, lambda index: index.search(MONEY, "en"))
    assert not result.lexical_only
    assert result.hits[0].passage.heading == "Returns › When the money comes back"
    assert IndexNotice.REBUILDING in said
    assert not [one for one in caplog.records if one.levelname == "WARNING"]


def _states(folder: DataFolder) -> list[str]:
    with closing(sqlite3.connect(folder.policies_database)) as connection:
        return [row[0] for row in connection.execute("SELECT state FROM files")]


@pytest.mark.usefixtures("forked_workers")
def test_texts_that_cannot_be_opened_are_a_typed_failure(tmp_path: Path) -> None:
    folder = data_folder(tmp_path)
    folder.policies_database.mkdir()

    async def act(index: PolicyIndex) -> None:
        with pytest.raises(TextsUnusable) as caught:
            await index.add([write_shop(tmp_path)])
        assert caught.value.notice is IndexNotice.FOLDER_READ_ONLY
        assert (await index.search(MONEY, "en")).hits == ()
        assert index.files() == []

    _, said = in_loop(folder, act)
    assert IndexNotice.FOLDER_READ_ONLY in said and IndexNotice.LEXICAL_ONLY in said


def test_the_worker_sees_no_keys_and_no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ANTHROPIC_API_KEY", "HTTPS_PROXY", "https_proxy", "MY_SECRET", "ALL_PROXY"):
        monkeypatch.setenv(name, "value-that-must-not-pass")

    assert "value-that-must-not-pass" not in environment().values()
    assert environment()["PATH"] == os.environ["PATH"]


def test_importing_the_client_loads_nothing_heavy() -> None:
    import subprocess

    heavy = [
        "chromadb",
        "numpy",
        "asyncio",
        "tokenizers",
        "wordllama",
        "opencc",
        "py3langid",
        "markdown_it",
    ]
    code = f"import supportdesk_gui.policies.client, sys; print(set({heavy}) & set(sys.modules))"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "set()"


def test_it_works_in_qts_loop(tmp_path: Path, qapp: object) -> None:
    from PySide6.QtWidgets import QApplication

    from supportdesk_gui.ui.window_loop import WindowLoop

    folder, source = data_folder(tmp_path), write_shop(tmp_path)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    loop = WindowLoop(application)

    async def act() -> str:
        index = PolicyIndex(folder)
        await index.start()
        await index.add([source])
        await index.settled()
        result = await index.search(MONEY, "en")
        await index.aclose()
        return result.hits[0].passage.heading

    try:
        assert loop.run_until_complete(act()) == "Returns › When the money comes back"
    finally:
        loop.close()
        asyncio.set_event_loop(None)
