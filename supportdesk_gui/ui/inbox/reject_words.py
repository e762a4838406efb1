"""Why a row, a mail or a file among others was not read, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from supportdesk_gui.tickets.importing.report import RejectReason


def reject_words(reason: RejectReason) -> str:
    """Why one row could not be read."""
    words = {
        RejectReason.EMPTY: QCoreApplication.translate("Import", "the row is empty"),
        RejectReason.NO_CONTENT: QCoreApplication.translate("Import", "no number, subject or text"),
        RejectReason.TOO_MANY_CELLS: QCoreApplication.translate(
            "Import", "more cells than the header"
        ),
        RejectReason.BROKEN_QUOTES: QCoreApplication.translate(
            "Import", "quotation marks do not match"
        ),
        RejectReason.TOO_LONG: QCoreApplication.translate("Import", "the row is too long"),
        RejectReason.BEFORE_HEADER: QCoreApplication.translate(
            "Import", "stands before the header"
        ),
        RejectReason.NOT_JSON: QCoreApplication.translate("Import", "not JSON"),
        RejectReason.TOO_DEEP: QCoreApplication.translate("Import", "is nested too deeply"),
        RejectReason.NOT_A_TICKET: QCoreApplication.translate("Import", "not a ticket"),
        RejectReason.CUT_OFF: QCoreApplication.translate(
            "Import", "the file ends in the middle of it"
        ),
        RejectReason.NO_EXPORT: QCoreApplication.translate("Import", "holds no tickets"),
        RejectReason.UNREADABLE_MAIL: QCoreApplication.translate(
            "Import", "the mail cannot be read"
        ),
        RejectReason.UNSENT: QCoreApplication.translate("Import", "a draft that was not sent"),
        RejectReason.NO_TICKET: QCoreApplication.translate(
            "Import", "its ticket is not in the export"
        ),
        RejectReason.NO_ROW: QCoreApplication.translate("Import", "stands above the list"),
    }
    return words.get(reason) or _odd_words(reason)


def _odd_words(reason: RejectReason) -> str:
    words = {
        RejectReason.HEADER_AGAIN: QCoreApplication.translate("Import", "the header once more"),
        RejectReason.OTHER_HEADER: QCoreApplication.translate(
            "Import", "the header of another list in this file"
        ),
        RejectReason.BELOW_OTHER_HEADER: QCoreApplication.translate(
            "Import", "belongs to another list in this file: try that as a file of its own"
        ),
        RejectReason.NOT_IN_LIST: QCoreApplication.translate(
            "Import", "a sum or a note below the list"
        ),
        RejectReason.TOO_FEW_CELLS: QCoreApplication.translate(
            "Import", "fewer cells than the header"
        ),
        RejectReason.LOCKED: QCoreApplication.translate("Import", "has a password"),
        RejectReason.DAMAGED: QCoreApplication.translate(
            "Import", "is damaged; make this export again"
        ),
        RejectReason.TOO_BIG: QCoreApplication.translate(
            "Import", "unpacks to more than an export holds"
        ),
        RejectReason.UNREADABLE: QCoreApplication.translate("Import", "cannot be opened"),
    }
    return words.get(reason) or _file_words(reason)


def _file_words(reason: RejectReason) -> str:
    words = {
        RejectReason.EMPTY_FILE: QCoreApplication.translate(
            "Import", "is empty; make this export again"
        ),
        RejectReason.HALF_FILE: QCoreApplication.translate(
            "Import", "breaks off in the middle; make this export again"
        ),
        RejectReason.BROKEN_JSON: QCoreApplication.translate(
            "Import", "is neither valid JSON nor XML; make this export again"
        ),
        RejectReason.BINARY: QCoreApplication.translate("Import", "is not a text file"),
        RejectReason.OTHER_FORMAT: QCoreApplication.translate("Import", "is no ticket export"),
        RejectReason.ONLY_PEOPLE: QCoreApplication.translate(
            "Import", "lists people; drop it together with the tickets and their comments"
        ),
        RejectReason.ONLY_ORDERS: QCoreApplication.translate("Import", "lists orders, no tickets"),
        RejectReason.ONLY_PRODUCTS: QCoreApplication.translate(
            "Import", "lists products, no tickets"
        ),
        RejectReason.ONLY_REVIEWS: QCoreApplication.translate(
            "Import", "lists reviews, no tickets"
        ),
        RejectReason.ONLY_ARTICLES: QCoreApplication.translate(
            "Import", "lists help articles, no tickets"
        ),
        RejectReason.ONLY_SAVED_REPLIES: QCoreApplication.translate(
            "Import", "lists saved replies, which Settings › Writing reads"
        ),
        RejectReason.ONLY_RATINGS: QCoreApplication.translate(
            "Import", "lists ratings, no tickets"
        ),
    }
    return words[reason]
