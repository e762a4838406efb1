"""What the agent should know of an export that can be read all the same, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from supportdesk_gui.tickets.importing.report import Notice


def notice_words(notice: Notice) -> str:
    """What the agent should know of a file that was read all the same."""
    words = {
        Notice.DAMAGED_ID: QCoreApplication.translate(
            "Import",
            "Some numbers have more digits than a spreadsheet keeps, and it has damaged them. Export again and do not open the file in between.",
        ),
        Notice.GUESSED_TEXT_COLUMN: QCoreApplication.translate(
            "Import", "The column of the message text was guessed."
        ),
        Notice.NO_HEADER: QCoreApplication.translate(
            "Import", "The file has no header; columns were guessed."
        ),
        Notice.FULL_WIDTH_COMMAS: QCoreApplication.translate(
            "Import", "Full-width commas part the columns: look whether a text was cut at one."
        ),
        Notice.UNSURE_ENCODING: QCoreApplication.translate(
            "Import", "The encoding was guessed; look whether names read right."
        ),
        Notice.UNDECODABLE_BYTES: QCoreApplication.translate(
            "Import", "Some characters could not be read and show as �."
        ),
        Notice.ONLY_SNIPPETS: QCoreApplication.translate(
            "Import", "This export holds only the first words of each message."
        ),
        Notice.LOST_ZEROS: QCoreApplication.translate(
            "Import",
            "Some numbers seem to have lost their leading zeros in a spreadsheet. Export again and do not open the file in between.",
        ),
        Notice.UNKNOWN_COLUMNS: QCoreApplication.translate(
            "Import", "None of its columns is known."
        ),
    }
    return words.get(notice) or _unsure_words(notice)


def _unsure_words(notice: Notice) -> str:
    words = {
        Notice.UNKNOWN_TIME_ZONE: QCoreApplication.translate(
            "Import",
            "The time zone in its header is not known here; this computer’s is taken.",
        ),
        Notice.NO_TIME_ZONE: QCoreApplication.translate(
            "Import", "Its times name no time zone; this computer’s is taken."
        ),
        Notice.UNSURE_DATE_ORDER: QCoreApplication.translate(
            "Import",
            "Days and months could not be told apart with certainty: look whether the dates are right.",
        ),
        Notice.HIDDEN_SHEET: QCoreApplication.translate(
            "Import",
            "A hidden sheet of this workbook holds tickets too and is not read. Unhide it in the spreadsheet and drop the file again.",
        ),
        Notice.READ_HIDDEN_SHEET: QCoreApplication.translate(
            "Import", "Its tickets stand in a hidden sheet."
        ),
        Notice.UNSURE_VISIBILITY: QCoreApplication.translate(
            "Import",
            "Of some messages it is not clear whether the customer can see them; they count as internal notes.",
        ),
        Notice.UNKNOWN_WRITERS: QCoreApplication.translate(
            "Import",
            "Only numbers say who wrote: messages by others than the first writer count neither as the customer’s nor as answers. Drop the file again with the tickets and the list of people.",
        ),
    }
    return words.get(notice) or _more_notice_words(notice)


def _more_notice_words(notice: Notice) -> str:
    words = {
        Notice.OTHER_NUMBERS: QCoreApplication.translate(
            "Import",
            "Its ticket numbers are written another way than before, and count as the same.",
        ),
        Notice.WRAPPED_ROWS: QCoreApplication.translate(
            "Import", "Each row stood in a single cell, and was taken apart into its columns."
        ),
        Notice.LISTS_ORDERS: QCoreApplication.translate(
            "Import", "This looks like a list of orders, not of tickets."
        ),
        Notice.LISTS_PRODUCTS: QCoreApplication.translate(
            "Import", "This looks like a list of products, not of tickets."
        ),
        Notice.LISTS_REVIEWS: QCoreApplication.translate(
            "Import", "This looks like a list of reviews, not of tickets."
        ),
        Notice.LISTS_ARTICLES: QCoreApplication.translate(
            "Import", "This looks like a list of help articles, not of tickets."
        ),
        Notice.LISTS_SAVED_REPLIES: QCoreApplication.translate(
            "Import",
            "This looks like a list of saved replies, not of tickets. Settings › Writing reads them.",
        ),
        Notice.LISTS_RATINGS: QCoreApplication.translate(
            "Import", "This looks like a list of ratings, not of tickets."
        ),
        Notice.BESIDE_MAILS: QCoreApplication.translate(
            "Import", "Files that a mail program keeps beside its mails were left out."
        ),
    }
    return words[notice]
