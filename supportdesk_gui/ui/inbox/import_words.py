"""What became of an import, in words: the notice, the advice, and a reason for each row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from supportdesk_gui.tickets.import_changes import Became, ImportChanges
from supportdesk_gui.tickets.importing.report import (
    Diagnosis,
    FailureReason,
    ImportFailure,
    Notice,
)
from supportdesk_gui.ui.inbox.notice_words import notice_words
from supportdesk_gui.ui.inbox.reject_words import reject_words
from supportdesk_gui.ui.inbox.wording import as_of_words, in_a_row

if TYPE_CHECKING:
    from supportdesk_gui.tickets.importing.run import ImportReport
    from supportdesk_gui.tickets.importing.survey import Survey


def report_words(report: ImportReport) -> str:
    """How many tickets came, and what the agent should know of the file."""
    read = report.added + report.changed + report.unchanged
    if not report.files:
        return _none_words(report)
    came = QCoreApplication.translate("Import", "{count} tickets read from {file}.")
    if report.files > 1:
        came = QCoreApplication.translate("Import", "{count} tickets read from {files} files.")
    elif read == 1:
        came = QCoreApplication.translate("Import", "1 ticket read from {file}.")
    counts = {"count": f"{read:,}", "files": f"{report.files:,}"}
    parts = [came.format(file=report.name, **counts)]
    parts += [_taken_for_words(one) for one in report.diagnoses if one.continues][:1]
    if report.changes is not None and not (report.changes.is_first and not report.changes.left):
        parts.append(changes_words(report.changes))
    if report.changes is not None and report.changes.twice:
        parts.append(_twice_words(report.changes.twice))
    parts += rejected_words(report)
    parts += _repeats(report)
    told = (notice for one in report.diagnoses for notice in one.notices)
    notices = [one for one in told if one is not Notice.NO_TIME_ZONE]
    parts += [notice_words(notice) for notice in notices[:1]]
    return in_a_row(parts)


def _taken_for_words(diagnosis: Diagnosis) -> str:
    """Which source it was taken for, against its name."""
    text = QCoreApplication.translate(
        "Import", "Most of them are those of “{source}”, so it counts as a newer export of that."
    )
    if diagnosis.source != diagnosis.continues:
        text = QCoreApplication.translate(
            "Import",
            "Its ticket numbers are other tickets in “{source}”, so it is kept apart as “{own}”.",
        )
    elif diagnosis.only_messages:
        text = QCoreApplication.translate(
            "Import", "Its messages were put to the tickets of “{source}”."
        )
    return text.format(source=diagnosis.continues, own=diagnosis.source)


def rejected_words(report: ImportReport | Survey) -> Iterator[str]:
    """Rows and files that could not be read, and mails; why, where it is one file."""
    files = sum(row.is_file for row in report.rejects)
    mails = sum(row.is_mail for row in report.rejects)
    if mails and files + mails == len(report.rejects):
        mails = report.rejected - files  # also those of which nothing more is kept
    if rows := report.rejected - files - mails:
        text = QCoreApplication.translate("Import", "{count} rows could not be read.")
        if rows == 1:
            text = QCoreApplication.translate("Import", "1 row could not be read.")
        yield text.format(count=f"{rows:,}")
    if mails:
        text = QCoreApplication.translate("Import", "{count} mails were not read.")
        if mails == 1:
            text = QCoreApplication.translate("Import", "1 mail was not read.")
        yield text.format(count=f"{mails:,}")
    if files:
        text = QCoreApplication.translate("Import", "{count} other files were not read.")
        if files == 1:
            text = QCoreApplication.translate("Import", "{file} was not read: it {reason}.")
        one = next(row for row in report.rejects if row.is_file)
        yield text.format(count=f"{files:,}", file=one.file, reason=reject_words(one.reason))


def joined_words(count: int) -> str:
    """How many lines of a file were taken for parts of the row before."""
    if count == 1:
        return QCoreApplication.translate(
            "Import", "1 line went on with the text of the row before it, and was put there."
        )
    text = QCoreApplication.translate(
        "Import", "{count} lines went on with the text of the row before them, and were put there."
    )
    return text.format(count=f"{count:,}")


def _repeats(report: ImportReport) -> Iterator[str]:
    """Rows whose number, or whose everything, another row has."""
    if report.joined:
        yield joined_words(report.joined)
    if report.repeated:
        text = QCoreApplication.translate(
            "Import", "{count} rows repeat a ticket number; the last of each stays."
        )
        if report.repeated == 1:
            text = QCoreApplication.translate(
                "Import", "1 row repeats a ticket number; the last of each stays."
            )
        yield text.format(count=f"{report.repeated:,}")
    if report.alike:
        text = QCoreApplication.translate(
            "Import", "{count} rows without a number are the same as another; each is taken once."
        )
        if report.alike == 1:
            text = QCoreApplication.translate(
                "Import", "1 row without a number is the same as another; it is taken once."
            )
        yield text.format(count=f"{report.alike:,}")
    if report.shared:
        text = QCoreApplication.translate(
            "Import",
            "{count} rows have the ticket number of another customer; each is a ticket of its own, without a number.",
        )
        if report.shared == 1:
            text = QCoreApplication.translate(
                "Import",
                "1 row has the ticket number of another customer; it is a ticket of its own, without a number.",
            )
        yield text.format(count=f"{report.shared:,}")


def _none_words(report: ImportReport) -> str:
    text = QCoreApplication.translate("Import", "None of {count} files in {file} holds tickets.")
    if not report.name:
        text = QCoreApplication.translate("Import", "None of {count} files holds tickets.")
    return text.format(count=f"{report.rejected:,}", file=report.name)


def changes_words(changes: ImportChanges) -> str:
    """What a newer export changed, in one sentence, and how many tickets left the queue for it."""
    counts = changes.counts
    told = {
        QCoreApplication.translate("Import", "{count} new"): counts.get(Became.ADDED, 0),
        QCoreApplication.translate("Import", "{count} written to again"): counts.get(
            Became.WRITTEN, 0
        ) + counts.get(Became.REOPENED, 0),
        QCoreApplication.translate("Import", "{count} answered or closed elsewhere"): counts.get(
            Became.ANSWERED, 0
        ) + counts.get(Became.CLOSED, 0),
        QCoreApplication.translate("Import", "{count} gone from the view"): counts.get(
            Became.GONE, 0
        ),
        QCoreApplication.translate("Import", "{count} changed otherwise"): counts.get(
            Became.CHANGED, 0
        ),
        QCoreApplication.translate("Import", "{count} as before"): counts.get(Became.SAME, 0),
    }  # fmt: skip
    said = [text.format(count=f"{count:,}") for text, count in told.items() if count]
    between = QCoreApplication.translate("Import", ", ", "between parts of a list")
    words = QCoreApplication.translate("Import", "{as_of}: {changes}.").format(
        as_of=as_of_words(changes.as_of), changes=between.join(said)
    )
    words = words[0].upper() + words[1:]
    left = [left_words(changes.left)] if changes.left else []
    return in_a_row([words, *left, *([older_words()] if changes.is_older else [])])


def _twice_words(count: int) -> str:
    """Tickets that came as mails and in an export."""
    if count == 1:
        return QCoreApplication.translate(
            "Import",
            "1 of them looks like a ticket that you have already, from mails or another export: look before you answer both.",
        )
    text = QCoreApplication.translate(
        "Import",
        "{count} of them look like tickets that you have already, from mails or another export: look before you answer both.",
    )
    return text.format(count=f"{count:,}")


def left_words(count: int) -> str:
    """Open tickets that may be answered elsewhere, or stand in another export."""
    if count == 1:
        return QCoreApplication.translate(
            "Import",
            "1 open ticket of the export before is not in it, and nothing shows whether it is answered, so it stays.",
        )
    text = QCoreApplication.translate(
        "Import",
        "{count} open tickets of the export before are not in it, and nothing shows whether they are answered, so they stay.",
    )
    return text.format(count=f"{count:,}")


def older_words() -> str:
    """What an export says that is older than what is there."""
    return QCoreApplication.translate(
        "Import", "A newer export of this view was read before: look whether it is the right file."
    )


def became_words(became: Became) -> str:
    """What became of tickets in an import, below their number."""
    words = {
        Became.WRITTEN: QCoreApplication.translate("Import", "The customer has written again"),
        Became.REOPENED: QCoreApplication.translate("Import", "Opened again"),
        Became.ADDED: QCoreApplication.translate("Import", "New"),
        Became.ANSWERED: QCoreApplication.translate("Import", "Answered elsewhere"),
        Became.CLOSED: QCoreApplication.translate("Import", "Closed elsewhere"),
        Became.GONE: QCoreApplication.translate("Import", "Gone from the view"),
        Became.CHANGED: QCoreApplication.translate("Import", "Changed otherwise"),
        Became.SAME: QCoreApplication.translate("Import", "As before"),
    }
    return words[became]


def left_out_words(count: int) -> str:
    """How many tickets were left out for good reason."""
    if count == 1:
        return QCoreApplication.translate(
            "Import", "1 ticket of somebody who asked to be forgotten was left out."
        )
    text = QCoreApplication.translate(
        "Import", "{count} tickets of people who asked to be forgotten were left out."
    )
    return text.format(count=count)


def failure_words(failure: ImportFailure) -> str:
    """Why a file gives no ticket at all, and what to do."""
    words = {
        FailureReason.MISSING: QCoreApplication.translate(
            "Import", "{file} is not there any more."
        ),
        FailureReason.UNREADABLE: QCoreApplication.translate(
            "Import",
            "{file} cannot be read. Check its permissions, and whether another program holds it.",
        ),
        FailureReason.DIRECTORY: QCoreApplication.translate(
            "Import", "{file} is a folder that cannot be opened."
        ),
        FailureReason.EMPTY_FILE: QCoreApplication.translate(
            "Import", "{file} is empty. Make the export again."
        ),
        FailureReason.BINARY: QCoreApplication.translate(
            "Import", "{file} is not a text file. Export as CSV or JSON."
        ),
        FailureReason.OTHER_FORMAT: QCoreApplication.translate(
            "Import",
            "{file} is no ticket export. CSV, Excel, JSON, XML and mails (.eml, .mbox, .msg) can be read.",
        ),
        FailureReason.HALF_FILE: QCoreApplication.translate(
            "Import", "{file} breaks off in the middle. Make the export again."
        ),
        FailureReason.BROKEN_JSON: QCoreApplication.translate(
            "Import", "{file} is neither valid JSON nor XML. Make the export again."
        ),
        FailureReason.TOO_DEEP: QCoreApplication.translate(
            "Import", "{file} is nested too deeply to be an export."
        ),
        FailureReason.NO_TICKETS: QCoreApplication.translate(
            "Import", "No tickets in {file}. Look whether it is the right export."
        ),
    }
    found = words.get(failure.reason) or _unpacked_words(failure.reason)
    return found.format(file=failure.name)


def _unpacked_words(reason: FailureReason) -> str:
    words = {
        FailureReason.ONLY_PEOPLE: QCoreApplication.translate(
            "Import", "{file} lists people. Drop it together with the tickets and their comments."
        ),
        FailureReason.ONLY_ORDERS: QCoreApplication.translate(
            "Import", "{file} lists orders, no tickets, and was left out."
        ),
        FailureReason.ONLY_PRODUCTS: QCoreApplication.translate(
            "Import",
            "{file} lists products, no tickets, and was left out.",
        ),
        FailureReason.ONLY_REVIEWS: QCoreApplication.translate(
            "Import", "{file} lists reviews, no tickets, and was left out."
        ),
        FailureReason.ONLY_ARTICLES: QCoreApplication.translate(
            "Import", "{file} lists help articles, no tickets, and was left out."
        ),
        FailureReason.ONLY_SAVED_REPLIES: QCoreApplication.translate(
            "Import",
            "{file} lists saved replies, no tickets, and was left out. Settings › Writing reads them.",
        ),
        FailureReason.ONLY_RATINGS: QCoreApplication.translate(
            "Import", "{file} lists ratings, no tickets, and was left out."
        ),
        FailureReason.LOCKED: QCoreApplication.translate(
            "Import", "{file} has a password. Save it without one."
        ),
        FailureReason.TOO_BIG: QCoreApplication.translate(
            "Import", "{file} unpacks to more than an export holds, and was left alone."
        ),
        FailureReason.DAMAGED: QCoreApplication.translate(
            "Import", "{file} is damaged. Make the export again."
        ),
    }
    return words[reason]
