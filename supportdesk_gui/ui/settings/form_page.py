"""A page that is a form below its title and its notice."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from supportdesk_gui.ui.fonts import font


def fill_form_page(page: QFrame, title: str, notice: QWidget, form: QWidget) -> None:
    """Place the parts of a page: the head with its title, what there is to say, the form."""
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(page_head(title))
    layout.addWidget(notice)
    layout.addWidget(scrolling(form), 1)


def page_head(title: str) -> QFrame:
    """The head of a page: 56 high, the title at the left."""
    head = QFrame()
    head.setProperty("card", "head")
    head.setFixedHeight(56)
    label = QLabel(title)
    label.setFont(font("title", text=title))
    inside = QHBoxLayout(head)
    inside.setContentsMargins(24, 0, 24, 0)
    inside.addWidget(label)
    return head


def scrolling(part: QWidget) -> QScrollArea:
    """A form that scrolls down and never sideways."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    fit_height(part)
    area.setWidget(part)
    return area


def fit_height(part: QWidget) -> None:
    """What scrolls is as high as its words are at its width; the width that they would like best
    makes more lines, and an end below which nothing stands."""
    part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
