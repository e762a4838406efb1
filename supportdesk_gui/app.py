"""The entrance to the window: arguments, data folder, loop; builds everything once.

Nothing slow is imported before the first picture stands: asyncio, qasync and all that talks or
learns come after it. What is built here is closed here, in reverse.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import AsyncGenerator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from supportdesk_gui.options import Options, parse
from supportdesk_gui.quick_qt import QuickEnums
from supportdesk_gui.storage.data_folder import DataFolder, data_folder, open_data_folder
from supportdesk_gui.ui.application import Application
from supportdesk_gui.ui.fonts import load_fonts
from supportdesk_gui.ui.main_window import MainWindow
from supportdesk_gui.ui.program import Program
from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper
from supportdesk_gui.ui.theme import Theme

if TYPE_CHECKING:
    import asyncio

_SLOW = frozenset(
    {
        "anthropic", "asyncio", "chromadb", "httpx2", "keyring", "numpy", "py3langid", "pydantic",
        "qasync", "wordllama",
    }
)  # fmt: skip
"""What must not be loaded before the first picture stands: each costs a part of a second."""
_PAINT_PATIENCE_MS = 1500
_GIVEN = ("ANTHROPIC_API_KEY", "ANTHROPIC_BASE_URL")
"""What the environment gives a program (ui/key_keeper.py), also one that opens again."""
_translators: list[QTranslator] = []


def run(arguments: Sequence[str]) -> int:
    """Open the window, or hand the files to the one that is open; the exit code."""
    options = parse(arguments)
    # Fusion is named here: from Python the style would come with all the enums of QStyle.
    app = QApplication.instance() or Application(["supportdesk", "-style", "fusion"])
    assert isinstance(app, Application)
    app.setApplicationName("SupportDesk")
    app.setDesktopFileName("supportdesk")
    app.setQuitOnLastWindowClosed(False)
    os.umask(0o077)
    try:
        if _was_moved_while_open(options):
            return 0
        folder = open_data_folder(options.home)
    except OSError as error:
        from supportdesk_gui.ui.failed_start import say_folder

        return say_folder(error)
    settings = SettingsKeeper(folder.settings)
    if options.language is not None:
        settings.update(ui_language=options.language)
    if options.theme is not None:
        settings.update(theme=options.theme)
    return _open(app, folder, settings, options)


def _was_moved_while_open(options: Options) -> bool:
    """Whether a window is open on a folder that is gone from its place: it has the files now and
    says so. A folder that was made here would stand in the way of the one that comes back. Raises
    OSError where nobody may look."""
    folder = data_folder(options.home)
    if folder.root.exists():
        return False
    from supportdesk_gui.ui.single_instance import SingleInstance

    return SingleInstance(folder.root).hand_over(options.files)


def _open(app: Application, folder: DataFolder, settings: SettingsKeeper, options: Options) -> int:
    """Show the window as soon as it may, make sure that it is the only one, and live."""
    given = {name: os.environ[name] for name in _GIVEN if name in os.environ}
    program = None if options.use_copy else _early_picture(app, folder, settings)
    from supportdesk_gui.ui.single_instance import SingleInstance

    instance = SingleInstance(folder.root)
    options.files = (*options.files, *app.waiting_files())
    if not instance.claim(options.files):
        if program is not None:
            program.close_stores()
            _let_go(app, program.window)
        return 0
    try:
        program = program or _picture_of_only_one(app, folder, settings, options)
        if program.window.page == "inbox":
            program.furnish_inbox()
            _paint(program.window)
        instance.files_handed_over.connect(program.take_over)
        app.hand_files_to(program.take_over)
        _start_log(folder, program)
        if os.environ.get("SUPPORTDESK_UNTIL") == "painted":
            program.complete()
            program.close_stores()
            _let_go(app, program.window)
            return 0
        code = _live(app, program, options)
        while program.opens_again:
            before, program = program, _open_again(app, folder, program, given)
            instance.files_handed_over.disconnect(before.take_over)
            instance.files_handed_over.connect(program.take_over)
            app.hand_files_to(program.take_over)
            options.files = before.late_files
            code = _live(app, program, options)
        return code
    except Exception as error:
        if not _is_of_storage(error):
            raise
        return _say_storage(error, folder)
    finally:
        instance.close()


def _open_again(
    app: QApplication, folder: DataFolder, before: Program, given: dict[str, str]
) -> Program:
    """A new program on the same folder, whose database may be another one now."""
    # No process is started before the new keeper has taken them out again.
    os.environ.update(given)
    program = _first_picture(app, folder, SettingsKeeper(folder.settings))
    _start_log(folder, program)
    # Where there is no keyring, what was typed is nowhere else.
    program.keys.take_over(before.keys)
    program.engine.proxy_keys.take_over(before.engine.proxy_keys)
    program.index_in_use.secret.take_over(before.index_in_use.secret)
    if before.restoring.restored is not None:
        program.restoring.say(before.restoring.restored)
    return program


def _early_picture(
    app: QApplication, folder: DataFolder, settings: SettingsKeeper
) -> Program | None:
    """The picture before it is certain that this start is the only one.

    None where that is unlikely, and where the database fails: only who is alone may say that.
    """
    if folder.in_use.exists():
        return None
    try:
        return _first_picture(app, folder, settings)
    except Exception as error:
        if not _is_of_storage(error):
            raise
        return None


def _picture_of_only_one(
    app: QApplication, folder: DataFolder, settings: SettingsKeeper, options: Options
) -> Program:
    if options.use_copy:
        from supportdesk_gui.ui.failed_start import use_copy

        use_copy(folder)
    return _first_picture(app, folder, settings)


def _first_picture(app: QApplication, folder: DataFolder, settings: SettingsKeeper) -> Program:
    """Build what the first page needs, show it, and wait until it is painted."""
    with QuickEnums():
        load_fonts(settings.value.scale, install_translators(app, settings.value.ui_language))
        folder.finish_put_back()
        program = Program(folder, settings, Theme(app, settings.value.theme))
        _paint(program.window)
    program.hide_key()
    return program


def _paint(window: MainWindow) -> None:
    """Show the window and wait until all that it holds now is painted."""
    loop = QEventLoop()
    window.painted.connect(loop.quit)
    # A window that starts minimised is not painted, and goes on all the same.
    patience = QTimer(loop)
    patience.timeout.connect(loop.quit)
    patience.start(_PAINT_PATIENCE_MS)
    window.tell_paint()
    window.show()
    loop.exec()
    if os.environ.get("SUPPORTDESK_UNTIL"):
        _say_painted()


def _live(app: QApplication, program: Program, options: Options) -> int:
    """Run the loop until the window is closed and everything is kept."""
    from supportdesk_gui.ui.window_loop import WindowLoop

    loop = WindowLoop(app)
    program.faults.report(loop)
    program.complete()
    code: int = 0
    with loop:
        close_generators_in(loop)
        if options.tour is not None or options.screenshots is not None or options.demo is not None:
            from supportdesk_gui.ui.tour import guide

            code = loop.run_until_complete(program.live(options.files, guide(program, options)))
        else:
            code = loop.run_until_complete(program.live(options.files))
    app.removeEventFilter(program.window.actions_table)
    _let_go(app, program.window)
    return code


def _let_go(app: QApplication, window: MainWindow) -> None:
    """Destroy the window and all pictures while the application still lives.

    Left to the interpreter's end, Qt's own destructors run after QApplication's and crash.
    """
    import shiboken6

    from supportdesk_gui.ui.icons import pixmap

    shiboken6.delete(window)
    pixmap.cache_clear()
    if app.platformName() in {"offscreen", "minimal"}:
        # These platforms keep the clipboard in a static that outlives Python, and nobody pastes.
        app.clipboard().clear()


def close_generators_in(loop: asyncio.AbstractEventLoop) -> None:
    """qasync installs no hooks for asynchronous generators that a reader left behind."""

    async def finish(generator: AsyncGenerator[object]) -> None:
        # In a coroutine of its own: a bare aclose() as a task knows of no running library.
        await generator.aclose()

    def finalize(generator: AsyncGenerator[object]) -> None:
        if not loop.is_closed():
            loop.call_soon_threadsafe(lambda: loop.create_task(finish(generator)))

    sys.set_asyncgen_hooks(finalizer=finalize)


def install_translators(app: QApplication, language: str) -> str:
    """Speak `language`, or the system's where it is empty and one of ours; which it is."""
    from PySide6.QtCore import QLocale

    wanted = language or _system_language()
    names = {"zh-Hant": "zh_TW", "zh-Hans": "zh_CN"}
    QLocale.setDefault(QLocale(names[wanted]) if wanted in names else QLocale("en_GB"))
    while _translators:  # findChildren() costs more than all the rest of this
        app.removeTranslator(before := _translators.pop())
        before.deleteLater()
    if wanted not in names:
        return wanted
    from PySide6.QtCore import QEvent, QLibraryInfo

    from supportdesk_gui.resources import resource

    ours = QTranslator(app)
    if ours.load(str(resource("i18n", f"supportdesk_{wanted.replace('-', '_')}.qm"))):
        app.installTranslator(ours)
    _translators.append(ours)
    theirs = QTranslator(app)
    place = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if theirs.load(f"qtbase_{names[wanted]}", place):
        app.installTranslator(theirs)
    _translators.append(theirs)
    QApplication.sendEvent(app, QEvent(QEvent.Type.LanguageChange))
    return wanted


def _system_language() -> str:
    from PySide6.QtCore import QLocale

    locale = QLocale.system()
    if not locale.name().startswith("zh"):
        return "en"
    traditional = locale.script() == QLocale.Script.TraditionalChineseScript
    return "zh-Hant" if traditional else "zh-Hans"


def _say_painted() -> None:
    """For tests and benchmarks: when it was, and what had been loaded that must not be."""
    print(time.time_ns(), *sorted(_SLOW & set(sys.modules)), flush=True)


def _start_log(folder: DataFolder, program: Program | None) -> None:
    from supportdesk_gui.storage.program_log import start_log
    from supportdesk_gui.ui.secrets_in_use import secrets_in_use

    start_log(folder.log, lambda: secrets_in_use(program) if program is not None else ())


def _is_of_storage(error: Exception) -> bool:
    from supportdesk_gui.storage.errors import StorageError

    return isinstance(error, StorageError)


def _say_storage(error: Exception, folder: DataFolder) -> int:
    import logging

    from supportdesk_gui.ui.failed_start import say_storage

    _start_log(folder, None)
    logging.getLogger("supportdesk").error("start failed: %s", error)
    return say_storage(error, folder)
