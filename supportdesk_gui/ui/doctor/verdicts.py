"""What the doctor has found, one finding a row: how sure it is, words, and what can be changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from supportdesk_gui.tickets.importing.report import Diagnosis, Kind, Notice, Shape
from supportdesk_gui.tickets.importing.survey import Survey
from supportdesk_gui.tickets.importing.table_tickets import has_answers
from supportdesk_gui.ui.doctor.reading_words import (
    computer_zone_words,
    delimiter_words,
    encoding_words,
    kind_words,
)
from supportdesk_gui.ui.inbox.import_words import joined_words, rejected_words
from supportdesk_gui.ui.inbox.notice_words import notice_words
from supportdesk_gui.ui.inbox.reject_words import reject_words
from supportdesk_gui.ui.inbox.wording import in_a_row

_TABLES = frozenset({Kind.TABLE, Kind.WORKBOOK})
_FOREIGN = re.compile(r"[^\W\d_]*[^\W\d_\x00-\x7f][^\W\d_]*")
_SAID_ELSEWHERE = frozenset(
    {Notice.UNSURE_ENCODING, Notice.NO_TIME_ZONE, Notice.UNKNOWN_TIME_ZONE, Notice.DAMAGED_ID}
)


class Mark(StrEnum):
    """How a finding stands: as it should, to be looked at, or in the way of a reply."""

    FINE = "fine"
    LOOK = "look"
    BROKEN = "broken"


class Change(StrEnum):
    """What the agent can do about a finding."""

    NOTHING = ""
    ENCODING = "encoding"
    DELIMITER = "delimiter"
    SHAPE = "shape"
    ZONE = "zone"
    REJECTS = "rejects"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Verdict:
    """One row: `detail` may be empty."""

    name: str
    mark: Mark
    title: str
    detail: str = ""
    change: Change = Change.NOTHING


def verdicts(diagnosis: Diagnosis, survey: Survey | None) -> list[Verdict]:
    """Every finding, from what the file is to what is missing; `survey` once all was read."""
    found = [_what(diagnosis)]
    found += _together(diagnosis)
    found += _source(diagnosis)
    if diagnosis.kind in {Kind.TABLE, Kind.JSON, Kind.JSON_LINES}:
        found.append(_encoding(diagnosis))
    if diagnosis.kind in _TABLES:
        found += _layout(diagnosis, survey)
        found += _unused(diagnosis)
    found += _damage(diagnosis, survey)
    if not diagnosis.has_message_text:
        found.append(_without_text(diagnosis))
    return found


def _without_text(diagnosis: Diagnosis) -> Verdict:
    detail = QCoreApplication.translate("Doctor", "subjects only; nothing a reply could rest on")
    if "reply" in diagnosis.columns:
        detail = QCoreApplication.translate(
            "Doctor", "answers, but nothing that customers wrote; nothing a reply could rest on"
        )
    if not diagnosis.has_tickets:
        detail = QCoreApplication.translate(
            "Doctor",
            "Choose the column that holds it; until then nothing can be imported. If there is none, make an export with description or comments, or copy a conversation in the helpdesk and paste it here.",
        )
    title = QCoreApplication.translate("Doctor", "No message text")
    return Verdict("text", Mark.BROKEN, title, detail)


def _what(diagnosis: Diagnosis) -> Verdict:
    kind = kind_words(diagnosis.kind)
    if diagnosis.kind is Kind.MAILS:
        text = QCoreApplication.translate("Doctor", "{count} files")
        return Verdict("kind", Mark.FINE, kind, text.format(count=f"{len(diagnosis.mails):,}"))
    title = f"{diagnosis.vendor}, {kind}" if diagnosis.vendor else kind
    if diagnosis.kind not in _TABLES:
        return Verdict("kind", Mark.FINE, title)
    used = len({place for places in diagnosis.columns.values() for place in places})
    text = QCoreApplication.translate("Doctor", "{count} columns, {used} of them used")
    detail = text.format(count=len(diagnosis.header), used=used)
    strange = {Notice.GUESSED_TEXT_COLUMN, Notice.NO_HEADER}
    if not used:
        strange.add(Notice.UNKNOWN_COLUMNS)
    told = next((notice for notice in diagnosis.notices if notice in strange), None)
    if told:
        text = QCoreApplication.translate("Doctor", "{columns}. {notice}")
        detail = text.format(columns=detail, notice=notice_words(told))
        return Verdict("kind", Mark.LOOK, title, detail)
    return Verdict("kind", Mark.FINE, title, detail)


def _together(diagnosis: Diagnosis) -> Iterator[Verdict]:
    beside = (*diagnosis.slices, *diagnosis.messages_in, *diagnosis.people_in)
    names = dict.fromkeys(one.shown_name for one in beside if one.path != diagnosis.path)
    if not names:
        return
    title = QCoreApplication.translate("Doctor", "Put together with what was dropped beside it")
    yield Verdict("joined", Mark.FINE, title, ", ".join(names))


def _source(diagnosis: Diagnosis) -> Iterator[Verdict]:
    if not diagnosis.continues:
        return
    if diagnosis.source == diagnosis.continues:
        text = QCoreApplication.translate("Doctor", "Taken for a newer export of “{source}”")
        detail = QCoreApplication.translate(
            "Doctor", "most of its tickets are there, with the same numbers and words"
        )
        if diagnosis.only_messages:
            text = QCoreApplication.translate("Doctor", "Put to the tickets of “{source}”")
            detail = QCoreApplication.translate("Doctor", "its messages name their numbers")
    else:
        text = QCoreApplication.translate("Doctor", "Kept apart from “{source}”")
        detail = QCoreApplication.translate(
            "Doctor", "its tickets stand beside those that have the same numbers"
        )
    title = text.format(source=diagnosis.continues)
    yield Verdict("source", Mark.LOOK, title, detail, Change.SOURCE)


def _encoding(diagnosis: Diagnosis) -> Verdict:
    unsure = Notice.UNSURE_ENCODING in diagnosis.notices
    words = list(
        dict.fromkeys(
            word for row in (diagnosis.header, *diagnosis.first_rows)
            for cell in row for word in _FOREIGN.findall(cell[:400])
        )
    )[:4]  # fmt: skip
    detail = ""
    if words:
        text = QCoreApplication.translate("Doctor", "reads as {words}")
        detail = text.format(words=", ".join(word[:20] for word in words))
    return Verdict(
        "encoding", Mark.LOOK if unsure else Mark.FINE, encoding_words(diagnosis.encoding), detail,
        Change.ENCODING,
    )  # fmt: skip


def _layout(diagnosis: Diagnosis, survey: Survey | None) -> Iterator[Verdict]:
    if diagnosis.kind is Kind.TABLE:
        title = delimiter_words(diagnosis.delimiter)
        yield Verdict("delimiter", Mark.FINE, title, "", Change.DELIMITER)
    title = QCoreApplication.translate("Doctor", "One row for each ticket")
    if diagnosis.shape is Shape.MESSAGE:
        title = QCoreApplication.translate("Doctor", "One row for each message")
        if has_answers(diagnosis.columns):
            title = QCoreApplication.translate("Doctor", "One row for each question and its answer")
    detail = ""
    if survey and survey.closed:
        text = QCoreApplication.translate("Doctor", "{closed} closed, {open} open or new")
        detail = text.format(closed=f"{survey.closed:,}", open=f"{survey.kept - survey.closed:,}")
    can_change = {"id", "body"} <= diagnosis.columns.keys()
    change = Change.SHAPE if can_change else Change.NOTHING
    yield Verdict("shape", Mark.FINE, title, detail, change)
    yield from _times(diagnosis)


def _unused(diagnosis: Diagnosis) -> Iterator[Verdict]:
    """Columns from which nothing is read although they may matter."""
    if diagnosis.likely_numbers and diagnosis.has_tickets:
        title = QCoreApplication.translate("Doctor", "No column is known as the ticket number")
        text = QCoreApplication.translate(
            "Doctor",
            "{columns}: different in each row. If this is the number, choose it; without it no ticket can be found by its number or opened in the helpdesk.",
        )
        detail = text.format(columns=_named(diagnosis, diagnosis.likely_numbers))
        yield Verdict("number", Mark.LOOK, title, detail)
    if diagnosis.unused_texts and diagnosis.has_message_text:
        title = QCoreApplication.translate("Doctor", "Texts that are not read")
        yield Verdict("unused", Mark.LOOK, title, _named(diagnosis, diagnosis.unused_texts))


def _named(diagnosis: Diagnosis, places: tuple[int, ...]) -> str:
    return ", ".join(diagnosis.header[place] for place in places)


def _times(diagnosis: Diagnosis) -> Iterator[Verdict]:
    if not diagnosis.columns.keys() & {"created", "updated", "sent", "solved"}:
        return
    if diagnosis.time_zone:
        text = QCoreApplication.translate("Doctor", "Times of {zone}")
        zones = dict.fromkeys((diagnosis.time_zone, *diagnosis.zones.values()))
        title = text.format(zone=", ".join(zones).replace("_", " "))
        yield Verdict("zone", Mark.FINE, title, "", Change.ZONE)
    elif Notice.NO_TIME_ZONE in diagnosis.notices:
        title = QCoreApplication.translate("Doctor", "No time zone in the file")
        if Notice.UNKNOWN_TIME_ZONE in diagnosis.notices:
            title = QCoreApplication.translate("Doctor", "The time zone in its header is not known")
        text = QCoreApplication.translate("Doctor", "taken from this computer: {zone}")
        detail = text.format(zone=computer_zone_words())
        yield Verdict("zone", Mark.LOOK, title, detail, Change.ZONE)


def _damage(diagnosis: Diagnosis, survey: Survey | None) -> Iterator[Verdict]:
    if Notice.DAMAGED_ID in diagnosis.notices or (survey and survey.damaged):
        title = QCoreApplication.translate("Doctor", "Numbers damaged by a spreadsheet")
        if survey and survey.damaged:
            text = QCoreApplication.translate(
                "Doctor", "{count} ticket numbers damaged by a spreadsheet"
            )
            if survey.damaged == 1:
                text = QCoreApplication.translate(
                    "Doctor", "1 ticket number damaged by a spreadsheet"
                )
            title = text.format(count=f"{survey.damaged:,}")
        detail = QCoreApplication.translate(
            "Doctor",
            "A spreadsheet does not keep all digits, so one number stands for many; kept as text, never used to join. Export again and do not open the file in between.",
        )
        yield Verdict("damaged", Mark.LOOK, title, detail)
    if survey and survey.joined:
        yield Verdict("joined", Mark.LOOK, joined_words(survey.joined).rstrip(".。"))
    if survey:
        yield from _repeats(survey)
    for notice in diagnosis.notices:
        if notice not in _SAID_ELSEWHERE and notice not in _OF_COLUMNS:
            yield Verdict(notice.replace(" ", "_"), Mark.LOOK, notice_words(notice))
    if survey and survey.attachments:
        title = QCoreApplication.translate("Doctor", "{count} attachments, by name only")
        if survey.attachments == 1:
            title = QCoreApplication.translate("Doctor", "1 attachment, by name only")
        yield Verdict("attachments", Mark.FINE, title.format(count=f"{survey.attachments:,}"))
    if survey and survey.rejected and diagnosis.has_tickets:
        yield _rejected(survey)


def _repeats(survey: Survey) -> Iterator[Verdict]:
    """Rows whose number, or whose everything, another row has."""
    if survey.repeated:
        title = QCoreApplication.translate("Doctor", "{count} rows repeat a ticket number")
        if survey.repeated == 1:
            title = QCoreApplication.translate("Doctor", "1 row repeats a ticket number")
        detail = QCoreApplication.translate("Doctor", "the last of each stays")
        yield Verdict("repeated", Mark.LOOK, title.format(count=f"{survey.repeated:,}"), detail)
    if survey.shared:
        title = QCoreApplication.translate(
            "Doctor", "{count} rows have the ticket number of another customer"
        )
        if survey.shared == 1:
            title = QCoreApplication.translate(
                "Doctor", "1 row has the ticket number of another customer"
            )
        detail = QCoreApplication.translate("Doctor", "a ticket of its own each, without a number")
        yield Verdict("shared", Mark.LOOK, title.format(count=f"{survey.shared:,}"), detail)
    if survey.alike:
        title = QCoreApplication.translate("Doctor", "{count} rows are the same as another")
        if survey.alike == 1:
            title = QCoreApplication.translate("Doctor", "1 row is the same as another")
        detail = QCoreApplication.translate(
            "Doctor", "without a number nothing tells them apart; each is taken once"
        )
        yield Verdict("alike", Mark.LOOK, title.format(count=f"{survey.alike:,}"), detail)


_OF_COLUMNS = frozenset({Notice.UNKNOWN_COLUMNS, Notice.GUESSED_TEXT_COLUMN, Notice.NO_HEADER})


def _rejected(survey: Survey) -> Verdict:
    title = in_a_row(rejected_words(survey)).rstrip(".。")
    line = QCoreApplication.translate("Doctor", "line {line}: {reason}")
    told = [
        line.format(line=f"{row.line:,}", reason=reject_words(row.reason))
        if row.line and not row.is_mail
        else f"{row.excerpt or row.file}: {reject_words(row.reason)}"
        for row in survey.rejects[:3]
    ]
    return Verdict("rejected", Mark.LOOK, title, "; ".join(told), Change.REJECTS)
