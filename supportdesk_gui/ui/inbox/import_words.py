"""What became of an import, in words: the sentence of the notice, and a reason for each row."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from supportdesk_gui.tickets.importing.run import ImportReport
