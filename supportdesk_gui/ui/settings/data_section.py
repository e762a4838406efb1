"""Where everything is kept, and the copies of the database."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QWidget

from supportdesk_gui.storage.data_folder import DataFolder
from supportdesk_gui.ui.components.buttons import default_button
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.settings.form import Form
from supportdesk_gui.ui.theme import Theme


class DataSection(Form):
    """The data folder with its size; backups are made before a change of the layout."""

    def __init__(self, folder: DataFolder, theme: Theme) -> None:
        super().__init__()
        self._folder = folder
        self.add_head(self.tr("Data folder"))
        place = Paragraph(str(folder.root), "body", "text")
        place.setObjectName("dataFolder")
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.add(place)
        text = self.tr("Tickets, drafts and policies are kept here and nowhere else.")
        self.add_words(text)
        show = default_button(self.tr("Show the folder"), theme, "folder")
        show.setObjectName("showDataFolderButton")
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder.root))))
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(show)
        layout.addStretch()
        self.add(row)
        self.add_head(self.tr("Backups"))
        self.add_words(self.tr("Before a new version changes the database, a copy of it is kept."))
        self._backups = Paragraph("", "body", "text")
        self._backups.setObjectName("backups")
        self.add(self._backups)

    def refresh(self) -> None:
        """Look at the folder of backups again."""
        copies = sorted(self._folder.backups.glob("*.sqlite3"))
        if not copies:
            self._backups.set_words(self.tr("None yet: no version has changed the database."))
            return
        size = QLocale().formattedDataSize(sum(copy.stat().st_size for copy in copies))
        text = self.tr("Copies: {count}, together {size}; the newest is {name}.")
        self._backups.set_words(text.format(count=len(copies), size=size, name=copies[-1].name))
