"""The right side of the Policies page: trial search over what needs care, or two tabs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

from supportdesk_gui.ui.components.tab_bar import TabBar
from supportdesk_gui.ui.fonts import scaled
from supportdesk_gui.ui.policies.care_view import CareView
from supportdesk_gui.ui.policies.trial_search import TrialSearch
from supportdesk_gui.ui.theme import Theme

_BOTH_FROM = 560
_SEARCH, _CARE = "search", "care"


class RightPane(QFrame):
    """Both below each other where there is height for it."""

    def __init__(
        self, search: TrialSearch, care: CareView, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._search, self._care = search, care
        self.tabs = TabBar(theme)
        self.tabs.setObjectName("policyTabs")
        self.tabs.setAccessibleName(self.tr("Trial search or what needs care"))
        self.tabs.set_tabs(
            [(_SEARCH, self.tr("Trial search"), ""), (_CARE, self.tr("Needs care"), "")]
        )
        self.tabs.set_filled(_CARE, True)
        self.tabs.chosen.connect(lambda _: self._fit())
        self._both = QSplitter(Qt.Orientation.Vertical)
        self._both.setChildrenCollapsible(False)
        self._both.addWidget(search)
        self._both.addWidget(care)
        self._both.setSizes([340, 300])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tabs)
        layout.addWidget(self._both, 1)

    def show_search(self) -> None:
        """Bring the trial search on view."""
        self.tabs.set_current(_SEARCH)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        tall = self.height() >= scaled(_BOTH_FROM)
        self.tabs.setVisible(not tall)
        self._search.setVisible(tall or self.tabs.current() == _SEARCH)
        self._care.setVisible(tall or self.tabs.current() == _CARE)
