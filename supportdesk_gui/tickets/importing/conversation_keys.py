"""The column by which rows of messages belong to one conversation, where no helpdesk calls it so."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from supportdesk_gui.tickets.importing.people import role_named
from supportdesk_gui.tickets.importing.reply_chains import names_rows, with_answered
from supportdesk_gui.tickets.importing.role_words import FROM, FROM_ADDRESS, TO
from supportdesk_gui.tickets.importing.talks import is_talk, may_name_tickets, says_message
from supportdesk_gui.tickets.importing.vendors import normalised
from supportdesk_gui.tickets.ticket import Role

_OF = "(?:de |del |de la |da |do |della |du |des )?"
_CALLED = re.compile(
    "(?:chat|session|thread|case|conversation|dialog(?:ue)?|issue|enquiry|inquiry|ticket|request|"
    "incident|reference|ref|parent|related ticket|parent ticket|support case)"
    "(?: (?:id|no|nr|number|num|key|ref|reference|code|uuid|#))?|"
    "(?:ticket|vorgangs?|fall|anfragen?|gesprächs?|chat|konversations|zaak|gespreks|ärende|sags|saks)"
    "[ -]?(?:nr|nummer|id)|"
    f"(?:número|numero|numéro|nº|n°|id) {_OF}(?:caso|conversación|conversa|conversation|conversazione|"
    "solicitud|consulta|chat|chamado|protocolo|atendimento|demande|ticket|dossier|richiesta|pratica)|"
    "chamado|protocolo|(?:(?:nr|numer|id) )?(?:zgłoszeni[ae]|sprawy|rozmowy|wątku)|"
    "(?:номер|id|№) (?:тикета|заявки|диалога|чата|обращения|запроса|разговора)|"
    "číslo (?:tiketu|požadavku|konverzace)|(?:talep|bilet|görüşme|sohbet) (?:no|numarası|id)|"
    "(?:会话|會話|对话|對話|聊天|咨询|諮詢|工单|工單) ?(?:id|编号|編號|号|號)|"
    "(?:お?問い?合わ?せ|会話|チケット|受付|スレッド|チャット) ?(?:番号|id|no)|"
    "(?:문의|티켓|대화|상담|채팅) ?(?:번호|id)|"
    "رقم (?:التذكرة|المحادثة|الطلب)|מספר (?:פנייה|שיחה|קריאה)"
)
_KEY = re.compile(r"(?=.*\d)[^\s,;]{1,64}")
_MIXED = re.compile(r"(?=.*\d)(?=.*[^\W\d_])\S+|\d{4,}")
_DAY = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}")
_SAYS_WHO = ("author", "author_email", "author_id", "author_type", "direction", "message_type")
_MAKER = "created by id"
_OWN = frozenset({"id", "#", "key", "number"})

_Columns = dict[str, tuple[int, ...]]


def with_key(header: Sequence[str], columns: _Columns, rows: Sequence[Sequence[str]]) -> _Columns:
    """The columns of a table with texts and their writers, where another one tells which of them
    are one conversation: by its name and its cells, or by whose rows they are. The number of a row
    itself is that of the message then."""
    names = [normalised(name) for name in header]
    columns = _with_sides(names, columns, rows)
    has_ends = not (FROM | FROM_ADDRESS).isdisjoint(names) and not TO.isdisjoint(names)
    is_told = has_ends or not columns.keys().isdisjoint(_SAYS_WHO)
    maker = -1 if is_told or not says_message(header, columns) else _place(names, _MAKER)
    if "body" not in columns or not (is_told or maker >= 0):
        return columns
    own = columns.get("id", ())
    if own and (names[own[0]] not in _OWN or not _is_each_once(rows, own[0])):
        return columns
    taken = {place for places in columns.values() for place in places}
    free = [place for place, name in enumerate(names) if name and place not in taken]
    keys = [place for place in free if _are_keys(rows, place)]
    called = (
        place for place in keys
        if _CALLED.fullmatch(names[place])
        and not (own and may_name_tickets(names[place]) and names_rows(rows, own[0], place))
    )  # fmt: skip
    found = next((at for at in called if _is_of_talks(header, columns, rows, at)), None)
    if found is None and not own:
        found = next((place for place in keys if _groups_talks(rows, place, columns)), None)
    if found is None:
        return with_answered(header, columns, rows)
    numbered = {"message_id": own} if own and "message_id" not in columns else {}
    made = {"author_id": (maker,)} if maker >= 0 else {}
    return {**columns, **numbered, **made, "id": (found,)}


def _with_sides(names: Sequence[str], columns: _Columns, rows: Sequence[Sequence[str]]) -> _Columns:
    """Where a column that names customers elsewhere says in each row which side wrote it, and both
    sides did, as `from` with `user` and `operator` does. Whoever is called a requester is one."""
    if "author_type" in columns or len(columns.get("customer", ())) != 1:
        return columns
    if names[columns["customer"][0]] not in FROM:
        return columns
    roles = {role_named(cell) for cell in _cells(rows, columns["customer"][0])}
    if None in roles or not {Role.REQUESTER, Role.AGENT} <= roles:
        return columns
    kept = {field: at for field, at in columns.items() if field != "customer"}
    return {**kept, "author_type": columns["customer"]}


def _place(names: Sequence[str], name: str) -> int:
    return names.index(name) if name in names else -1


def _is_of_talks(
    header: Sequence[str], columns: _Columns, rows: Sequence[Sequence[str]], place: int
) -> bool:
    """Whether rows with the same value are one talk, where they may be tickets below another one."""
    are_messages = "message_id" in columns and "id" not in columns
    if are_messages or not may_name_tickets(normalised(header[place])):
        return True
    talks: dict[str, list[Sequence[str]]] = defaultdict(list)
    for key, row in zip(_cells(rows, place), rows, strict=True):
        talks[key].append(row)
    pairs = [pair for talk in talks.values() for pair in pairwise(talk)]
    return is_talk(header, columns, pairs, [talk for talk in talks.values() if len(talk) > 1])


def _cells(rows: Sequence[Sequence[str]], place: int) -> list[str]:
    return [row[place].strip() if place < len(row) else "" for row in rows]


def _is_each_once(rows: Sequence[Sequence[str]], place: int) -> bool:
    cells = _cells(rows, place)
    return len(set(cells)) == len(cells)


def _are_keys(rows: Sequence[Sequence[str]], place: int) -> bool:
    cells = _cells(rows, place)
    fit = sum(bool(_KEY.fullmatch(cell)) and not _DAY.match(cell) for cell in cells)
    return bool(cells) and 10 * fit >= 9 * len(cells)


def _groups_talks(
    rows: Sequence[Sequence[str]], place: int, columns: Mapping[str, Sequence[int]]
) -> bool:
    """Whether rows with the same value are by one customer and by us, wherever a value comes again."""
    if not {"author", "author_type"} <= columns.keys():
        return False
    talks: dict[str, list[tuple[Role | None, str]]] = defaultdict(list)
    writers, kinds = _cells(rows, columns["author"][0]), _cells(rows, columns["author_type"][0])
    for key, writer, kind in zip(_cells(rows, place), writers, kinds, strict=True):
        if not _MIXED.fullmatch(key):
            return False
        talks[key].append((role_named(kind), writer))
    asking = [{who for role, who in talk if role is Role.REQUESTER} for talk in talks.values()]
    both = [
        talk
        for talk, who in zip(talks.values(), asking, strict=True)
        if who and len(talk) > len(who)
    ]
    return len(talks) > 1 and bool(both) and all(len(who) == 1 for who in asking)
