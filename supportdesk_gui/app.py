"""The entrance to the window: arguments, data folder, loop; builds everything once.

Nothing slow is imported before the first picture stands: asyncio, qasync and all that talks or
learns come after it. What is built here is closed here, in reverse.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QEventLoop, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QMessageBox

from supportdesk_gui.resources import resource
from supportdesk_gui.storage.data_folder import DataFolder, open_data_folder
from supportdesk_gui.storage.errors import StorageError
from supportdesk_gui.ui.fonts import font, load_fonts
from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper
from supportdesk_gui.ui.single_instance import SingleInstance
from supportdesk_gui.ui.theme import Theme

if TYPE_CHECKING:
    import asyncio

    from supportdesk_gui.ui.program import Program

_SLOW = frozenset(
    {
        "anthropic", "asyncio", "chromadb", "httpx2", "keyring", "numpy", "py3langid", "pydantic",
        "qasync", "wordllama",
    }
)  # fmt: skip
"""What must not be loaded before the first picture stands: each costs a part of a second."""

_log = logging.getLogger("supportdesk")


def run(arguments: Sequence[str]) -> int:
    """Open the window, or hand the files to the one that is open; the exit code."""
    options = _parse(arguments)
    app = QApplication.instance() or QApplication(["supportdesk"])
    assert isinstance(app, QApplication)
    app.setApplicationName("SupportDesk")
    app.setDesktopFileName("supportdesk")
    app.setQuitOnLastWindowClosed(False)
    try:
        folder = open_data_folder(options.home)
    except OSError as error:
        return _say_and_leave(_folder_words(error))
    _start_log(folder)
    instance = SingleInstance(folder.root)
    if not instance.claim(options.files):
        return 0
    try:
        return _run(app, folder, instance, options)
    except StorageError as error:
        _log.error("start failed: %s", error)
        return _say_and_leave(_storage_words(error, folder))
    finally:
        instance.close()


def _run(
    app: QApplication, folder: DataFolder, instance: SingleInstance, options: argparse.Namespace
) -> int:
    settings = SettingsKeeper(folder.settings)
    if options.language is not None:
        settings.update(ui_language=options.language)
    if options.theme is not None:
        settings.update(theme=options.theme)
    install_translators(app, settings.value.ui_language)
    load_fonts(settings.value.scale, settings.value.ui_language)
    app.setFont(font("body"))
    theme = Theme(app, settings.value.theme)
    from supportdesk_gui.ui.program import Program

    program = Program(folder, settings, theme)
    instance.files_handed_over.connect(program.take_over)
    program.window.show()
    _wait_for_first_paint(app, program)
    if options.until == "painted":
        print(time.time_ns(), *sorted(_SLOW & set(sys.modules)))
        program.complete()
        program.close_stores()
        return 0
    return _live(app, program, options)


def _wait_for_first_paint(app: QApplication, program: Program) -> None:
    loop = QEventLoop()
    program.window.painted.connect(loop.quit)
    loop.exec()


def _live(app: QApplication, program: Program, options: argparse.Namespace) -> int:
    """Run the loop until the window is closed and everything is kept."""
    import qasync

    loop: Any = qasync.QEventLoop(app)
    program.report_bugs(loop)
    program.complete()
    code: int = 0
    with loop:
        _close_generators_in(loop)
        if options.tour is not None or options.screenshots is not None or options.demo is not None:
            from supportdesk_gui.ui.tour import guide

            code = loop.run_until_complete(program.live(options.files, guide(program, options)))
        else:
            code = loop.run_until_complete(program.live(options.files))
    _let_go(app, program)
    return code


def _let_go(app: QApplication, program: Program) -> None:
    """Destroy the window and all pictures while the application still lives.

    Left to the interpreter's end, Qt's own destructors run after QApplication's and crash.
    """
    import shiboken6

    from supportdesk_gui.ui.icons import pixmap

    app.removeEventFilter(program.window.actions_table)
    shiboken6.delete(program.window)
    pixmap.cache_clear()
    if app.platformName() in {"offscreen", "minimal"}:
        # These platforms keep the clipboard in a static that outlives Python, and nobody pastes.
        app.clipboard().clear()


def _close_generators_in(loop: asyncio.AbstractEventLoop) -> None:
    """qasync installs no hooks for asynchronous generators that a reader left behind."""

    def finalize(generator: object) -> None:
        if not loop.is_closed():
            loop.call_soon_threadsafe(loop.create_task, generator.aclose())  # type: ignore[attr-defined]

    sys.set_asyncgen_hooks(finalizer=finalize)


def install_translators(app: QApplication, language: str) -> None:
    """Speak `language`, or the system's where it is empty and one of ours."""
    wanted = language or _system_language()
    names = {"zh-Hant": "zh_TW", "zh-Hans": "zh_CN"}
    QLocale.setDefault(QLocale(names[wanted]) if wanted in names else QLocale("en_GB"))
    for translator in app.findChildren(QTranslator):
        app.removeTranslator(translator)
        translator.deleteLater()
    if wanted not in names:
        return
    ours = QTranslator(app)
    if ours.load(str(resource("i18n", f"supportdesk_{wanted.replace('-', '_')}.qm"))):
        app.installTranslator(ours)
    theirs = QTranslator(app)
    place = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if theirs.load(f"qtbase_{names[wanted]}", place):
        app.installTranslator(theirs)
    QApplication.sendEvent(app, QEvent(QEvent.Type.LanguageChange))


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
    parser.add_argument("--until", choices=["painted"], help=argparse.SUPPRESS)
    return parser.parse_args(list(arguments))


def _start_log(folder: DataFolder) -> None:
    """Warnings and faults of the program itself; never ticket text."""
    from logging.handlers import RotatingFileHandler

    try:
        handler = RotatingFileHandler(folder.log, maxBytes=1_000_000, backupCount=2, delay=True)
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    _log.addHandler(handler)
    _log.setLevel(logging.INFO)
    os.umask(0o077)


def _folder_words(error: OSError) -> str:
    text = QApplication.translate(
        "Start",
        "The data folder cannot be written: {place}. Check its permissions, or start with --home DIR.",
    )
    return text.format(place=error.filename or "")


def _storage_words(error: StorageError, folder: DataFolder) -> str:
    from supportdesk_gui.ui.storage_words import storage_words

    return storage_words(error, Path(folder.root))


def _say_and_leave(text: str) -> int:
    """Before there is a window: a box where somebody can see it, and the terminal."""
    print(text, file=sys.stderr)
    if QApplication.platformName() not in {"offscreen", "minimal"}:
        box = QMessageBox(QMessageBox.Icon.Warning, "SupportDesk", text)
        box.exec()
    return 1
