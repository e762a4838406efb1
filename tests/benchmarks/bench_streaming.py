"""Streaming into the draft editor: what one flush costs at any length, and the longest stall.

And the marks of a text full of doubts, in processor time.
"""

from __future__ import annotations

import os
import statistics
import time
from typing import Any

from tests.benchmarks.figures import Figure

PIECE = "words "
PARAGRAPH = 400  # characters: a reply is not one line
PER_SECOND = 5000  # characters
_DOUBT = "We give you 25 € on top of it, and a voucher for the next order.\n\n"
_MOST_TURNS = 60
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
    doubts = 150 if quick else 1_500
    name = f"draft of {doubts * len(_DOUBT):,} characters with {doubts:,} doubts"
    stall = _mark(doubts)
    rows.append(Figure(f"{name}: longest stall while it is marked", "ms", stall, BAR_STALL_MS))
    return rows


def _mark(doubts: int) -> float:
    """Milliseconds of the longest turn in which marks and rows of the proof come on view."""
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtWidgets import QApplication, QWidget

    from supportdesk_gui.assist.proof import Mark, SentenceProof, Unsupported
    from supportdesk_gui.assist.proof_figures import ClaimKind
    from supportdesk_gui.ui.actions import Actions
    from supportdesk_gui.ui.jobs import Jobs
    from supportdesk_gui.ui.reply.proving import Proving
    from supportdesk_gui.ui.reply.reply_column import ReplyColumn
    from supportdesk_gui.ui.reply.reply_proof import ReplyProof
    from supportdesk_gui.ui.theme import Theme

    app = QApplication.instance() or QApplication(["bench"])
    assert isinstance(app, QApplication)
    nothing: Any = None  # no version is on view
    window, proving = QWidget(), Proving(Jobs(), nothing)
    column = ReplyColumn(Actions(window), Theme(app, "light"), window)
    proof = ReplyProof(
        column.editor, column.passages, column.rows, proving, nothing, nothing, nothing
    )
    column.resize(520, 690)
    window.show()
    column.editor.show_text(_DOUBT * doubts)
    QCoreApplication.processEvents()
    length = len(_DOUBT)
    proofs = [
        SentenceProof(at, at + length - 1, Mark.UNSUPPORTED, (),
                      (Unsupported(ClaimKind.AMOUNT, at + 11, at + 15),))
        for at in range(0, length * doubts, length)
    ]  # fmt: skip
    turns = []
    began = time.process_time()
    proving.marked.emit(_DOUBT * doubts, proofs)
    turns.append(time.process_time() - began)
    while len(column.editor.marks()) < doubts or len(turns) < _MOST_TURNS:
        began = time.process_time()
        QCoreApplication.processEvents()
        turns.append(time.process_time() - began)
    assert proof.parent() is column.editor
    return 1000 * max(turns)


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
