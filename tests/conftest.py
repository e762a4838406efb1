"""How every test runs: coroutines in Qt's loop, and nothing may be left over or complained about.

Off screen unless the environment names a platform: a machine without a display would otherwise
abort the whole run instead of failing one test.
"""

from __future__ import annotations

import gc
import inspect
import os
import sys
from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.worker_nursery import Nursery

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_SECONDS = 240.0  # how slow the machine may be; what must be fast is measured where it is
_GARBAGE = 50_000
_TURNS = 60


def pytest_addoption(parser: pytest.Parser) -> None:
    text = "a folder of hostile texts, each taken for a ticket"
    parser.addoption("--data", default="", metavar="DIR", help=text)


def pytest_configure() -> None:
    """Collect garbage on this thread only, as the program does: it may hold Qt objects."""
    gc.disable()


def pytest_runtest_logfinish() -> None:
    """Widgets go now that are to go later: outside a loop of Qt's they would stay, and cost."""
    core = sys.modules.get("PySide6.QtCore")
    if core is not None and core.QCoreApplication.instance() is not None:
        core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)
    if gc.get_count()[0] > _GARBAGE:
        gc.collect()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.pluginmanager.hasplugin("pytest-qt"):
        return
    from pytestqt.qtbot import QtBot

    for wait in (QtBot.waitUntil, QtBot.waitSignal):
        wait.__kwdefaults__["timeout"] = 60_000  # not the 5 s of a quiet machine
    for item in items:
        if item.get_closest_marker("qt_log_level_fail") is None:
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
        # The offscreen platform says so whenever a window gets a minimum size.
        item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints"))


def pytest_sessionfinish() -> None:
    """The off-screen clipboard is a static that outlives Python: what Python put there crashes it."""
    gui = sys.modules.get("PySide6.QtGui")
    if gui is not None and gui.QGuiApplication.instance() is not None:
        gui.QGuiApplication.clipboard().clear()


@pytest.fixture(scope="session")
def qapp_cls() -> type:
    """The program's own kind of application, for pytest-qt."""
    from supportdesk_gui.ui.application import Application

    return Application


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    from tests.worker_nursery import Nursery

    nursery = Nursery()
    yield nursery
    nursery.close()


@pytest.fixture
def forked_workers(nursery: Nursery, monkeypatch: pytest.MonkeyPatch) -> None:
    """Policy workers are forked from one process that has read their libraries."""
    from supportdesk_gui.policies.worker_process import WorkerProcess

    if sys.platform == "linux":
        monkeypatch.setattr(WorkerProcess, "_started", staticmethod(nursery.start))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In CI on Linux all that the tests need is there: what is skipped has failed."""
    report = yield
    expected = hasattr(report, "wasxfail")
    if report.skipped and not expected and os.environ.get("CI") and sys.platform == "linux":
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} may not be skipped in CI: {reason}"
    return report


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run `async def test_*` by qasync on pytest-qt's application, or, where Qt's libraries are
    missing, those that need no window on asyncio's own loop."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    names = inspect.signature(pyfuncitem.obj).parameters
    arguments = {name: pyfuncitem.funcargs[name] for name in names}
    if not pyfuncitem.config.pluginmanager.hasplugin("pytest-qt"):
        import asyncio

        asyncio.run(asyncio.wait_for(pyfuncitem.obj(**arguments), _SECONDS))
        return True
    app = pyfuncitem._request.getfixturevalue("qapp")
    app.setQuitOnLastWindowClosed(False)
    run_in_qt(pyfuncitem.obj, arguments)
    return True


def run_in_qt(test: Any, arguments: dict[str, Any]) -> None:
    """Run a coroutine to its end in Qt's loop; it may neither be complained about nor leave tasks."""
    import asyncio

    from supportdesk_gui.ui.window_loop import run_in_window

    complaints: list[dict[str, Any]] = []

    async def guarded() -> set[str]:
        from supportdesk_gui.app import close_generators_in

        loop = asyncio.get_running_loop()
        close_generators_in(loop)  # as the program does: qasync itself would leave them open
        loop.set_exception_handler(lambda _, context: complaints.append(context))
        async with asyncio.timeout(_SECONDS):
            await test(**arguments)
        # Callbacks of what has just ended run in the next turns of the loop; generators that a
        # broken stream left are closed there one after the other, each by a task of its own.
        own = asyncio.current_task()
        idle = 0
        for _ in range(_TURNS):
            await asyncio.sleep(0)
            idle = 0 if asyncio.all_tasks() - {own} else idle + 1
            if idle > 2:
                break
        return {task.get_name() for task in asyncio.all_tasks() if task is not own}

    hooks = sys.get_asyncgen_hooks()
    try:
        left = run_in_window(guarded())
    finally:
        sys.set_asyncgen_hooks(*hooks)
    assert not complaints, f"the loop complained: {complaints}"
    assert not left, f"tasks left over: {sorted(left)}"
