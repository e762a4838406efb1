"""From pane to pane of a page: F6; and the focus in panes that are placed elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


class Pane(NamedTuple):
    """A part of a page, and what in it takes the focus."""

    part: QWidget
    field: QWidget


def pane_after(panes: Sequence[Pane]) -> Pane:
    """The one behind that with the focus; the first where none has it."""
    focus = QApplication.focusWidget()
    held = [
        place
        for place, pane in enumerate(panes)
        if focus is not None and (pane.part is focus or pane.part.isAncestorOf(focus))
    ]
    return panes[(held[0] + 1) % len(panes) if held else 0]


def first_field(part: QWidget) -> QWidget:
    """The first on view in `part` that Tab would reach, or `part` itself."""
    field = part.nextInFocusChain()
    while field is not None and field is not part:
        by_tab = bool(field.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if by_tab and part.isAncestorOf(field) and field.isVisible() and field.isEnabled():
            return field
        field = field.nextInFocusChain()
    return part


@contextmanager
def focus_kept(panes: Sequence[QWidget]) -> Iterator[QWidget | None]:
    """Place panes elsewhere without the one with the focus, which is given, losing it."""
    focus = panes[0].window().focusWidget() if panes else None
    held = [pane for pane in panes if focus is not None and pane.isAncestorOf(focus)]
    yield held[0] if held else None
    if focus is not None and held:
        focus.setFocus(Qt.FocusReason.OtherFocusReason)
