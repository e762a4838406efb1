"""Which messages are of one conversation, where each tells only which other it answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from supportdesk_gui.tickets.importing.talks import is_talk, may_name_tickets
from supportdesk_gui.tickets.importing.vendors import normalised
from supportdesk_gui.tickets.ticket_numbers import names_one

_OF_MESSAGES = frozenset(
    "message id;msg id;tweet id;post id;comment id;reply id;"
    "消息id;消息 id;消息编号;訊息編號;メッセージid;메시지 id".split(";")
)
_OWN = _OF_MESSAGES | {"id", "#", "number", "status id", "mail id", "email id"}
_ANSWERED = frozenset(
    "in reply to;in reply to id;in reply to message id;in reply to status id;in reply to tweet id;"
    "in reply to post id;in response to;in response to id;in response to tweet id;"
    "in response to message id;reply to;reply to id;reply to message id;replied to;replied to id;"
    "parent;parent id;parent message;parent message id;parent comment id;parent post id;"
    "parent tweet id;quoted message id;previous message id;antwort auf;en respuesta a;"
    "en réponse à;em resposta a;in risposta a;ответ на;返信先;返信先id;回复消息id;回覆訊息id".split(
        ";"
    )
)
_Columns = dict[str, tuple[int, ...]]


def with_answered(
    header: Sequence[str], columns: _Columns, rows: Sequence[Sequence[str]]
) -> _Columns:
    """The columns of a table of messages with numbers of their own, where a further column has the
    numbers of others among them: those that they answer."""
    names = [normalised(name) for name in header]
    if "status" in columns:  # a ticket below another one
        return columns
    own = next((place for place, name in enumerate(names) if name in _OWN), -1)
    if own < 0 or columns.get("id", (own,))[0] != own:
        return columns
    numbers = [_number(row, own) for row in rows]
    if not all(map(names_one, numbers)) or len({*numbers}) < len(numbers):
        return columns
    is_message = names[own] in _OF_MESSAGES
    row_of = dict(zip(numbers, rows, strict=True))
    for place, name in enumerate(names):
        told = [_number(row, place) for row in rows] if name in _ANSWERED else []
        known = row_of.keys() & told
        is_known = known and 2 * len(known) >= len({*told} - {""})
        if (
            place != own
            and is_known
            and (
                is_message
                or not may_name_tickets(name)
                or _are_talks(header, columns, row_of, told)
            )
        ):
            kept = {field: at for field, at in columns.items() if field != "id" and at != (place,)}
            return {**kept, "message_id": (own,), "answered": (place,)}
    return columns


def names_rows(rows: Sequence[Sequence[str]], own: int, place: int) -> bool:
    """Whether most of the numbers in a column are those that other rows have themselves."""
    told = {_number(row, place) for row in rows} - {""}
    return 2 * len({_number(row, own) for row in rows} & told) >= len(told) > 0


def _are_talks(
    header: Sequence[str],
    columns: _Columns,
    row_of: Mapping[str, Sequence[str]],
    told: Sequence[str],
) -> bool:
    answered = dict(zip(row_of, told, strict=True))
    chains = ReplyChains()
    for own, other in answered.items():
        chains.put((own, other), {"message_id": 0, "answered": 1 if other in row_of else 0})
    talks: dict[str, list[Sequence[str]]] = {}
    for own, row in row_of.items():
        talks.setdefault(chains.first(own), []).append(row)
    joined = {first: talk for first, talk in talks.items() if len(talk) > 1}
    pairs = [(row_of[other], row_of[own]) for own, other in answered.items() if other in row_of]
    begin = all(answered[first] not in row_of for first in joined)
    return is_talk(header, columns, pairs, [*joined.values()], begin=begin)


class ReplyChains:
    """The messages that were told so far, each by the first one of its conversation."""

    def __init__(self) -> None:
        self._before: dict[str, str] = {}

    def put(self, row: Sequence[str], places: Mapping[str, int]) -> str:
        """Note what this row answers; the number of the first message of its conversation, as far as
        that is known by now. "" for a row that has no number and answers none."""
        own, answered = _number(row, places["message_id"]), _number(row, places["answered"])
        first = self.first(answered) if names_one(answered) else ""
        if not names_one(own):
            return first
        if first and own not in self._before and first != own:
            self._before[own] = first
        return self.first(own)

    def first(self, number: str) -> str:
        """The number of the first message of the conversation that this one belongs to."""
        passed = []
        while number in self._before:
            passed.append(number)
            number = self._before[number]
        for one in passed[:-1]:  # so that long conversations are not walked through again and again
            self._before[one] = number
        return number


def _number(row: Sequence[str], place: int) -> str:
    """The number in a cell; 3 where a column with empty cells was read as figures and is 3.0."""
    return row[place].strip().removesuffix(".0") if place < len(row) else ""
