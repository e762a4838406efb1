"""What the agent chose for a file: applied, and remembered for the next one with this header."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from supportdesk_gui.tickets.importing.doctor import examined_again
from supportdesk_gui.tickets.importing.lasting_names import lasting_name
from supportdesk_gui.tickets.importing.other_lists import NOTICE_OF
from supportdesk_gui.tickets.importing.own_exports import OWN
from supportdesk_gui.tickets.importing.report import (
    TABLES,
    Choice,
    Diagnosis,
    Notice,
    Shape,
)
from supportdesk_gui.tickets.importing.table_tickets import time_zone
from supportdesk_gui.tickets.importing.vendors import trimmed

_NO_TICKETS = frozenset(NOTICE_OF.values())
_ASKED = _NO_TICKETS | {
    Notice.GUESSED_TEXT_COLUMN, Notice.UNKNOWN_COLUMNS, Notice.NO_HEADER, Notice.UNSURE_ENCODING,
}  # fmt: skip
WITHOUT_TEXT = "without_text"


def header_key(diagnosis: Diagnosis) -> str:
    """A name for a header, the same for tomorrow's export; empty where there is none."""
    if diagnosis.kind not in TABLES or not any(diagnosis.header):
        return ""
    told = "\x1f".join(trimmed(name) for name in diagnosis.header)
    return hashlib.blake2b(told.encode(), digest_size=10).hexdigest()


def view_of(diagnosis: Diagnosis) -> str:
    """A name for the view that a table was exported from, by its file and its header; empty where
    there is none. The same name with other columns is another view; what this program has written
    is none of a helpdesk's."""
    key = header_key(diagnosis) if diagnosis.vendor != OWN else ""
    return f"{lasting_name(diagnosis.shown_name).casefold()} {diagnosis.sheet} {key}" if key else ""


def has_question(diagnosis: Diagnosis, remembered: Mapping[str, Any] | None = None) -> bool:
    """Whether the agent should look before anything is stored."""
    kept = remembered or {}
    if not diagnosis.has_tickets:
        return True
    if not diagnosis.has_message_text:
        return not kept.get(WITHOUT_TEXT)
    if diagnosis.kind not in TABLES:
        return not _NO_TICKETS.isdisjoint(diagnosis.notices)
    return not kept and not _ASKED.isdisjoint(diagnosis.notices)


def confirmed(diagnosis: Diagnosis) -> Diagnosis:
    """As the agent has it read after a look: what was asked then is a guess no longer."""
    return replace(diagnosis, notices=tuple(one for one in diagnosis.notices if one not in _ASKED))


def with_remembered(
    diagnoses: Sequence[Diagnosis], remembered: Mapping[str, Mapping[str, Any]]
) -> list[Diagnosis]:
    """The diagnoses as the agent has them read since the last file with the same header."""
    return [
        with_choice(one, choice_of(kept)) if (kept := remembered.get(header_key(one))) else one
        for one in diagnoses
    ]


def with_choice(diagnosis: Diagnosis, choice: Choice) -> Diagnosis:
    """The file read as chosen; what was dropped with it stays with it. Raises ImportFailure."""
    again = examined_again(diagnosis, choice)
    slices = tuple(examined_again(one, choice) for one in diagnosis.slices)
    is_apart = choice.stands_alone
    if is_apart is None:
        is_apart = bool(diagnosis.apart)
    source = (diagnosis.apart if is_apart else diagnosis.continues) or again.source
    unsure = Notice.UNSURE_DATE_ORDER
    if unsure in again.notices and unsure not in diagnosis.notices:  # the tickets there have told
        told = tuple(one for one in again.notices if one is not unsure)
        again = replace(again, day_first=diagnosis.day_first, notices=told)
    unclear = [Notice.UNSURE_VISIBILITY for one in (again, *slices, *diagnosis.messages_in)
               if Notice.UNSURE_VISIBILITY in one.notices]  # fmt: skip
    return replace(
        again,
        notices=tuple(dict.fromkeys((*again.notices, *unclear))),
        source=source,
        continues=diagnosis.continues,
        apart=diagnosis.apart,
        number_form=diagnosis.number_form,
        slices=tuple(
            replace(one, messages_in=diagnosis.messages_in, people_in=diagnosis.people_in)
            for one in slices
        ),
        messages_in=diagnosis.messages_in,
        people_in=diagnosis.people_in,
        has_message_text=again.has_message_text
        or any(one.has_message_text for one in diagnosis.messages_in),
    )


def choice_of(kept: Mapping[str, Any]) -> Choice:
    """A choice out of what was remembered; what makes no sense any more is left out."""
    columns = kept.get("columns")
    zone = kept.get("time_zone")
    shape = kept.get("shape")
    return Choice(
        time_zone=zone if isinstance(zone, str) and time_zone(zone) else "",
        columns=_columns(columns) if isinstance(columns, dict) else None,
        shape=Shape(shape) if shape in list(Shape) else None,
    )


def kept_of(choice: Choice) -> dict[str, Any]:
    """What to remember of a choice: encoding and delimiter belong to the one file."""
    kept: dict[str, Any] = {}
    if choice.columns is not None:
        kept["columns"] = {field: list(places) for field, places in choice.columns.items()}
    if choice.time_zone:
        kept["time_zone"] = choice.time_zone
    if choice.shape:
        kept["shape"] = choice.shape.value
    return kept


def _columns(columns: Mapping[str, Any]) -> dict[str, tuple[int, ...]]:
    return {
        str(field): tuple(place for place in places if type(place) is int and 0 <= place < 10_000)
        for field, places in columns.items()
        if isinstance(places, list)
    }
