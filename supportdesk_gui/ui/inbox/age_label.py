"""How old the data of the list is: that of the newest export, all views in the tooltip."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QSizePolicy

from supportdesk_gui.ui.components.elided import ElidedLabel
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.inbox.wording import as_of_words

_MOST = 8


class AgeLabel(ElidedLabel):
    """*as of 08:02*; empty where no export was read."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("dataAge")
        self.setFont(font("label"))
        self.setProperty("role", "text3")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def show_views(self, views: Sequence[tuple[str, str, int]]) -> None:
        """Source, file and age of each view's newest export, newest data first."""
        self.setText(as_of_words(views[0][2]) if views else "")
        lines = [f"{source}, {file}: {as_of_words(as_of)}" for source, file, as_of in views[:_MOST]]
        self.setToolTip("\n".join(lines))
        self.setAccessibleName(self.text())
