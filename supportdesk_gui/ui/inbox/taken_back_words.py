"""What became of an import that was taken back, or that did not come to its end, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from supportdesk_gui.ui.inbox.wording import in_a_row

if TYPE_CHECKING:
    from supportdesk_gui.tickets.imports import CutOff
    from supportdesk_gui.ui.inbox.importing import Stopped


def taken_back_words(count: int, kept: int) -> str:
    """How many tickets are as they were before an import, and how many of them stay."""
    if count == 1:
        text = QCoreApplication.translate("Import", "The import was taken back: 1 ticket.")
        if kept:
            text = QCoreApplication.translate(
                "Import",
                "The import was taken back. Its ticket stays, since you have worked on it.",
            )
        return text
    text = QCoreApplication.translate("Import", "The import was taken back: {count} tickets.")
    if not count:
        text = QCoreApplication.translate(
            "Import", "The import was taken back. It had changed no ticket."
        )
    if kept:
        more = QCoreApplication.translate(
            "Import", "{kept} of them stay, since you have worked on them."
        )
        if kept == 1:
            more = QCoreApplication.translate(
                "Import", "1 of them stays, since you have worked on it."
            )
        text = in_a_row([text, more])
    return text.format(count=f"{count:,}", kept=f"{kept:,}")


def stopped_words(stopped: Stopped) -> str:
    """What is gone again of a drop, what of it is there, and what was not read."""
    is_gone = stopped.undone is not None and stopped.undone.touched > 0
    parts = [QCoreApplication.translate("Import", "Reading was stopped.")]
    if stopped.undone is not None and is_gone:
        parts = [taken_back_words(*stopped.undone)]
    if stopped.stay:
        text = QCoreApplication.translate("Import", "{count} files that were read before stay.")
        if stopped.stay == 1:
            text = QCoreApplication.translate("Import", "1 file that was read before stays.")
        parts.append(text.format(count=f"{stopped.stay:,}"))
    elif not is_gone:
        parts.append(QCoreApplication.translate("Import", "No ticket was taken in."))
    if stopped.unread:
        text = QCoreApplication.translate("Import", "{count} files were not read.")
        if stopped.unread == 1:
            text = QCoreApplication.translate("Import", "1 file was not read.")
        parts.append(text.format(count=f"{stopped.unread:,}"))
    return in_a_row(parts)


def cut_off_words(cut_off: CutOff) -> str:
    """What became of an import that the end of the program broke off, and what to do."""
    if cut_off.was_read:
        text = QCoreApplication.translate(
            "Import",
            "The program ended while it read {file}. What it had read of it was taken back: drop the file again, and others that you dropped with it.",
        )
        if not cut_off.name:
            text = QCoreApplication.translate(
                "Import",
                "The program ended while it took tickets in. They were taken back: bring them in again.",
            )
    else:
        text = QCoreApplication.translate(
            "Import",
            "The program ended while it took back an import of {file}. It is taken back now.",
        )
        if not cut_off.name:
            text = QCoreApplication.translate(
                "Import", "The program ended while it took back an import. It is taken back now."
            )
    return text.format(file=cut_off.name)
