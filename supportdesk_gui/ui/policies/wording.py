"""Words of the Policies page: states, and the reason and remedy where a file failed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, Qt

from supportdesk_gui.policies.document import (
    FileState,
    IndexNotice,
    Passage,
    PolicyFile,
    ReadFailure,
)
from supportdesk_gui.ui.language_names import listed_languages

_SHEETS = (".xlsx", ".xlsm", ".csv", ".tsv")


def passage_place(passage: Passage) -> str:
    """File name, page or row, and headings of a passage."""
    name = Path(passage.file).name
    if passage.page is not None:
        sheet = name.lower().endswith(_SHEETS)
        row = QCoreApplication.translate("Policies", "row {number}")
        page = QCoreApplication.translate("Policies", "page {number}")
        name = f"{name} › {(row if sheet else page).format(number=passage.page)}"
    return f"{name} › {passage.heading}" if passage.heading else name


def state_words(file: PolicyFile) -> str:
    """What is so with a file, in a few words."""
    if file.state is FileState.FAILED:
        return failure_words(file.failure or ReadFailure.DAMAGED)
    if file.state is FileState.READING:
        if file.total:
            text = QCoreApplication.translate("Policies", "Reading, {done} of {total}")
            return text.format(done=file.done, total=file.total)
        return QCoreApplication.translate("Policies", "Reading")
    if file.state is FileState.WAITING:
        return QCoreApplication.translate("Policies", "Waiting")
    if has_ended(file):
        text = QCoreApplication.translate("Policies", "Ended {date}")
        return text.format(date=_day_words(file.effective_until))
    if file.effective_until:
        text = QCoreApplication.translate("Policies", "Until {date}")
        return text.format(date=_day_words(file.effective_until))
    if file.read_at:
        form = QCoreApplication.translate(
            "Policies", "d MMM", "the format of a date, day and month"
        )
        day = QLocale().toString(QDateTime.fromSecsSinceEpoch(file.read_at).date(), form)
        return QCoreApplication.translate("Policies", "Read {date}").format(date=day)
    return QCoreApplication.translate("Policies", "Read")


def has_ended(file: PolicyFile) -> bool:
    """Whether the rules of a file hold no more."""
    today = QDate.currentDate().toString(Qt.DateFormat.ISODate)
    return bool(file.effective_until) and file.effective_until < today


def internal_word() -> str:
    """What a file says that no customer may read."""
    return QCoreApplication.translate("Policies", "Internal")


def marked_words(languages: Sequence[str], untold: Sequence[str], *, internal: bool) -> str:
    """Where else a passage was marked, and in which languages the agent has to look."""
    if not languages:
        said = QCoreApplication.translate("Policies", "The passage is internal now.")
        if not internal:
            said = QCoreApplication.translate("Policies", "Customers may read the passage now.")
    else:
        said = QCoreApplication.translate(
            "Policies", "The passage is internal now, in {languages} too."
        )
        if not internal:
            said = QCoreApplication.translate(
                "Policies", "Customers may read the passage now, in {languages} too."
            )
        said = said.format(languages=listed_languages(languages))
    if untold:
        look = QCoreApplication.translate(
            "Policies", "In {languages} this policy is divided differently: look there yourself."
        )
        said = f"{said} {look.format(languages=listed_languages(untold))}"
    return said


def conflict_word() -> str:
    """What a file says that contradicts another."""
    return QCoreApplication.translate("Policies", "Conflict")


def used_words(drafts: int) -> str:
    """How many drafts of the last seven days rest on something; empty for none."""
    if not drafts:
        return ""
    many = QCoreApplication.translate("Policies", "used in {count} drafts this week")
    one = QCoreApplication.translate("Policies", "used in 1 draft this week")
    return one if drafts == 1 else many.format(count=drafts)


def _day_words(iso: str) -> str:
    day = QDate.fromString(iso, Qt.DateFormat.ISODate)
    form = QCoreApplication.translate("Policies", "d MMM yyyy", "the format of a date")
    return QLocale().toString(day, form) if day.isValid() else iso


def failure_words(failure: ReadFailure) -> str:
    """Why a file could not be read, and what to do."""
    words = {
        ReadFailure.MISSING: QCoreApplication.translate(
            "Policies", "The file is gone. Add it again from its new place."
        ),
        ReadFailure.EMPTY: QCoreApplication.translate(
            "Policies", "The file is empty. Read it again when it has text."
        ),
        ReadFailure.TOO_LARGE: QCoreApplication.translate(
            "Policies", "The file is too large. Split it, or save the text alone."
        ),
        ReadFailure.NO_TEXT: QCoreApplication.translate(
            "Policies", "It holds no text. Pages that are pictures need text recognition first."
        ),
        ReadFailure.PASSWORD: QCoreApplication.translate(
            "Policies", "A password protects it. Save a copy without one."
        ),
        ReadFailure.DAMAGED: QCoreApplication.translate(
            "Policies", "The file is damaged. Save it again where it was made."
        ),
        ReadFailure.UNKNOWN_KIND: QCoreApplication.translate(
            "Policies",
            "Not a kind that can be read. Markdown, text, HTML, PDF, Word, Excel, CSV and JSON can.",
        ),
        ReadFailure.NOT_READABLE: QCoreApplication.translate(
            "Policies", "You may not read this file. Check its permissions."
        ),
        ReadFailure.CRASHED_READER: QCoreApplication.translate(
            "Policies", "Reading it failed twice. Save it in another format."
        ),
        ReadFailure.DISK_FULL: QCoreApplication.translate(
            "Policies", "The disk is full. Make room, then read it again."
        ),
        ReadFailure.STOPPED: QCoreApplication.translate(
            "Policies", "Stopped. Read it again when you like."
        ),
        ReadFailure.BAD_NAME: QCoreApplication.translate(
            "Policies", "Its name has characters that cannot be read. Rename it and add it again."
        ),
        ReadFailure.TOO_SLOW: QCoreApplication.translate(
            "Policies", "It took too long to read. Split it, or save the text alone."
        ),
    }
    return words[failure]


def notice_words(notice: IndexNotice) -> str:
    """What happened to the index and what it means for the agent; empty when nothing to say."""
    words = {
        IndexNotice.WORKER_RESTARTED: QCoreApplication.translate(
            "Policies", "The policy index was restarted. Nothing is lost."
        ),
        IndexNotice.LEXICAL_ONLY: QCoreApplication.translate(
            "Policies", "The policy index does not start. Policies are searched by words only."
        ),
        IndexNotice.NO_EMBEDDER: QCoreApplication.translate(
            "Policies", "No embedder for this computer. Policies are searched by words only."
        ),
        IndexNotice.REBUILDING: QCoreApplication.translate(
            "Policies", "The policy index was damaged and is made again from the stored texts."
        ),
        IndexNotice.REBUILT: QCoreApplication.translate(
            "Policies", "The policy index is whole again."
        ),
        IndexNotice.TEXTS_SET_ASIDE: QCoreApplication.translate(
            "Policies", "The stored policy texts were damaged and put aside. Add the files again."
        ),
        IndexNotice.TOO_NEW: QCoreApplication.translate(
            "Policies", "A later version of the program made this index. Update to use it."
        ),
        IndexNotice.FOLDER_READ_ONLY: QCoreApplication.translate(
            "Policies", "The data folder cannot be written. Check its permissions."
        ),
        IndexNotice.DISK_FULL: QCoreApplication.translate(
            "Policies", "The disk is full. Make room, then read the files again."
        ),
        IndexNotice.SHARED_AWAY: QCoreApplication.translate(
            "Policies", "The shared index does not answer. Policies are searched by words only."
        ),
        IndexNotice.SHARED_BACK: QCoreApplication.translate(
            "Policies", "The shared index is back. Policies are searched by meaning again."
        ),
        IndexNotice.MODEL_UNUSABLE: QCoreApplication.translate(
            "Policies",
            "The embedder’s model cannot be used, see the settings. Policies are searched by words "
            "only.",
        ),
    }
    return words.get(notice, "")
