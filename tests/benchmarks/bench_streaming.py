"""Streaming into the draft editor: what one flush costs at any length, and the longest stall."""

from __future__ import annotations

import os
import statistics
import time

from tests.benchmarks.figures import Figure

PIECE = "words "
PARAGRAPH = 400  # characters: a reply is not one line
PER_SECOND = 5000  # characters
BAR_FLUSH_MS, BAR_STALL_MS = 1.0, 33.0


def figures(quick: bool) -> list[Figure]:
    """At 5,000, 20,000 and 100,000 characters; at 5,000 alone when quick."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    rows = []
    for length in (5_000,) if quick else (5_000, 20_000, 100_000):
        flush, stall = _stream(length)
        name = f"draft of {length:,} characters"
        rows.append(Figure(f"{name}: one flush at its end, median", "ms", flush, BAR_FLUSH_MS))
        rows.append(Figure(f"{name}: longest stall", "ms", stall, BAR_STALL_MS))
    return rows


def _stream(length: int) -> tuple[float, float]:
    from PySide6.QtCore import QCoreApplication, QEventLoop
    from PySide6.QtWidgets import QApplication

    from supportdesk_gui.ui.fonts import load_fonts
    from supportdesk_gui.ui.reply.draft_editor import DraftEditor
    from supportdesk_gui.ui.theme import Theme

    app = QApplication.instance() or QApplication(["bench"])
    assert isinstance(app, QApplication)
    load_fonts()
    editor = DraftEditor(Theme(app, "light"))
    editor.resize(700, 600)
    editor.show()
    editor.begin_stream()
    costs, stalls = [], []
    shown, began, last = 0, time.perf_counter(), time.perf_counter()
    while shown < length:
        due = min(length, int((time.perf_counter() - began) * PER_SECOND))
        while shown < due:
            new_paragraph = shown % PARAGRAPH < len(PIECE)
            editor.append_piece(PIECE + "\n\n" if new_paragraph else PIECE)
            shown += len(PIECE)
        before = time.perf_counter()
        editor.flush()
        costs.append((time.perf_counter() - before) * 1000)
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 16)
        now = time.perf_counter()
        stalls.append((now - last) * 1000)
        last = now
        time.sleep(max(0.0, 0.016 - (now - before)))
        last = time.perf_counter()
    assert len(editor.toPlainText()) >= length
    tail = costs[-max(20, len(costs) // 5) :]
    return statistics.median(tail), max(stalls)
