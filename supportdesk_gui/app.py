"""The entrance to the window: arguments, data folder, loop; builds everything once.

Nothing slow is imported before the first picture stands: asyncio, qasync and all that talks or
learns come after it. What is built here is closed here, in reverse.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QEventLoop, QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication, QMessageBox

from supportdesk_gui.resources import resource
from supportdesk_gui.storage.data_folder import DataFolder, open_data_folder
from supportdesk_gui.ui.main_window import MainWindow
from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper
from supportdesk_gui.ui.theme import Theme

if TYPE_CHECKING:
    import asyncio

    from supportdesk_gui.storage.errors import StorageError
    from supportdesk_gui.ui.program import Program
    from supportdesk_gui.ui.single_instance import SingleInstance

_SLOW = frozenset(
    {
        "anthropic", "asyncio", "chromadb", "httpx2", "keyring", "numpy", "py3langid", "pydantic",
        "qasync", "wordllama",
    }
)  # fmt: skip
"""What must not be loaded before the first picture stands: each costs a part of a second."""
_PAINT_PATIENCE_MS = 1500


def run(arguments: Sequence[str]) -> int:
    """Open the window, or hand the files to the one that is open; the exit code."""
    gc.disable()  # what is imported stays: looking through it for garbage is a tenth of the start
    options = _parse(arguments)
    app = QApplication.instance() or QApplication(["supportdesk"])
    assert isinstance(app, QApplication)
    app.setApplicationName("SupportDesk")
    app.setDesktopFileName("supportdesk")
    app.setQuitOnLastWindowClosed(False)
    os.umask(0o077)
    try:
        folder = open_data_folder(options.home)
    except OSError as error:
        return _say_and_leave(_folder_words(error))
    settings = SettingsKeeper(folder.settings)
    if options.language is not None:
        settings.update(ui_language=options.language)
    if options.theme is not None:
        settings.update(theme=options.theme)
    window = MainWindow(settings, Theme(app, settings.value.theme))
    if not folder.in_use.exists():
        # Nobody else is there, most likely: the first picture need not wait for the certainty.
        _show(window)
    if options.until == "window":
        _say_painted()
        _let_go(app, window)
        return 0
    return _run(app, folder, window, options)


def _run(
    app: QApplication, folder: DataFolder, window: MainWindow, options: argparse.Namespace
) -> int:
    from supportdesk_gui.storage.errors import StorageError
    from supportdesk_gui.ui.single_instance import SingleInstance

    instance = SingleInstance(folder.root)
    if not instance.claim(options.files):
        return 0
    try:
        if options.use_copy:
            _use_copy(folder)
        return _furnish(app, folder, instance, window, options)
    except StorageError as error:
        import logging

        _start_log(folder)
        logging.getLogger("supportdesk").error("start failed: %s", error)
        return _say_what_failed(error, folder)
    finally:
        instance.close()


def _furnish(
    app: QApplication, folder: DataFolder, instance: SingleInstance, window: MainWindow,
    options: argparse.Namespace,
) -> int:  # fmt: skip
    from supportdesk_gui.ui.fonts import font, load_fonts
    from supportdesk_gui.ui.program import Program

    settings = window.settings
    load_fonts(settings.value.scale, install_translators(app, settings.value.ui_language))
    app.setFont(font("body"))
    program = Program(folder, settings, window.theme, window)
    instance.files_handed_over.connect(program.take_over)
    _show(window)
    _start_log(folder)
    if options.until == "painted":
        _say_painted()
        program.complete()
        program.close_stores()
        _let_go(app, window)
        return 0
    return _live(app, program, options)


def _show(window: MainWindow) -> None:
    """Show what the window holds now, and wait until that is painted."""
    loop = QEventLoop()
    window.painted.connect(loop.quit)
    # A window that starts minimised is not painted, and goes on all the same.
    patience = QTimer(loop)
    patience.timeout.connect(loop.quit)
    patience.start(_PAINT_PATIENCE_MS)
    window.show()
    loop.exec()


def _live(app: QApplication, program: Program, options: argparse.Namespace) -> int:
    """Run the loop until the window is closed and everything is kept."""
    import qasync

    loop: Any = qasync.QEventLoop(app)
    program.report_bugs(loop)
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

    def finalize(generator: object) -> None:
        if not loop.is_closed():
            loop.call_soon_threadsafe(loop.create_task, generator.aclose())  # type: ignore[attr-defined]

    sys.set_asyncgen_hooks(finalizer=finalize)


def install_translators(app: QApplication, language: str) -> str:
    """Speak `language`, or the system's where it is empty and one of ours; which it is."""
    wanted = language or _system_language()
    names = {"zh-Hant": "zh_TW", "zh-Hans": "zh_CN"}
    QLocale.setDefault(QLocale(names[wanted]) if wanted in names else QLocale("en_GB"))
    for translator in [child for child in app.children() if isinstance(child, QTranslator)]:
        app.removeTranslator(translator)
        translator.deleteLater()
    if wanted not in names:
        return wanted
    ours = QTranslator(app)
    if ours.load(str(resource("i18n", f"supportdesk_{wanted.replace('-', '_')}.qm"))):
        app.installTranslator(ours)
    theirs = QTranslator(app)
    place = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if theirs.load(f"qtbase_{names[wanted]}", place):
        app.installTranslator(theirs)
    QApplication.sendEvent(app, QEvent(QEvent.Type.LanguageChange))
    return wanted


def _system_language() -> str:
    locale = QLocale.system()
    if locale.language() != QLocale.Language.Chinese:
        return "en"
    traditional = locale.script() == QLocale.Script.TraditionalChineseScript
    return "zh-Hant" if traditional else "zh-Hans"


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="supportdesk", description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", metavar="FILE", help="ticket exports to read")
    parser.add_argument("--home", metavar="DIR", help="keep all data there")
    parser.add_argument("--language", choices=["", "en", "zh-Hant", "zh-Hans"])
    parser.add_argument("--theme", choices=["system", "light", "dark"])
    parser.add_argument(
        "--tour", nargs="?", const="", metavar="DIR",
        help="do the main job once in the real window, print it, save pictures to DIR, and leave",
    )  # fmt: skip
    parser.add_argument(
        "--screenshots", metavar="DIR", help="save the pictures of the manual to DIR"
    )
    parser.add_argument("--demo", metavar="NAME", help="show a part of the work by itself")
    parser.add_argument(
        "--use-copy", action="store_true",
        help="put the newest copy in the place of a damaged database, which is kept",
    )  # fmt: skip
    parser.add_argument("--until", choices=["window", "painted"], help=argparse.SUPPRESS)
    return parser.parse_args(list(arguments))


def _say_painted() -> None:
    """For tests and benchmarks: when it was, and what had been loaded that must not be."""
    print(time.time_ns(), *sorted(_SLOW & set(sys.modules)), flush=True)


def _start_log(folder: DataFolder) -> None:
    """Warnings and faults of the program itself; never ticket text."""
    import logging
    from logging.handlers import RotatingFileHandler

    try:
        handler = RotatingFileHandler(folder.log, maxBytes=1_000_000, backupCount=2, delay=True)
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    log = logging.getLogger("supportdesk")
    log.addHandler(handler)
    log.setLevel(logging.INFO)


def _folder_words(error: OSError) -> str:
    text = QApplication.translate(
        "Start",
        "The data folder cannot be written: {place}. Check its permissions, or start with --home DIR.",
    )
    return text.format(place=error.filename or "")


def _say_what_failed(error: StorageError, folder: DataFolder) -> int:
    from supportdesk_gui.storage.errors import DatabaseDamaged, StorageError
    from supportdesk_gui.ui.storage_words import newest_copy, storage_words

    text = storage_words(error, folder)
    if not isinstance(error, DatabaseDamaged) or newest_copy(folder) is None:
        return _say_and_leave(text)
    way_out = QApplication.translate("Start", "Start with --use-copy to take it.")
    print(f"{text} {way_out}", file=sys.stderr)
    if not _is_seen() or not _chooses_copy(text):
        return 1
    try:
        _use_copy(folder)
    except StorageError as another:
        return _say_what_failed(another, folder)
    words = QApplication.translate("Start", "The copy is in its place. Start SupportDesk again.")
    return _say_and_leave(words)


def _chooses_copy(text: str) -> bool:
    box = QMessageBox(QMessageBox.Icon.Warning, "SupportDesk", text)
    box.addButton(QMessageBox.StandardButton.Close)
    words = QApplication.translate("Start", "Use the copy")
    use = box.addButton(words, QMessageBox.ButtonRole.AcceptRole)
    box.exec()
    return box.clickedButton() is use


def _use_copy(folder: DataFolder) -> None:
    """Put the newest copy in the database's place; nothing happens where there is none.

    Raises StorageError's kinds.
    """
    from supportdesk_gui.storage.backup import put_back
    from supportdesk_gui.ui.storage_words import newest_copy

    if copy := newest_copy(folder):
        put_back(copy, folder.desk_database)


def _say_and_leave(text: str) -> int:
    """Before there is a window: a box where somebody can see it, and the terminal."""
    print(text, file=sys.stderr)
    if _is_seen():
        box = QMessageBox(QMessageBox.Icon.Warning, "SupportDesk", text)
        box.exec()
    return 1


def _is_seen() -> bool:
    return QApplication.platformName() not in {"offscreen", "minimal"}
