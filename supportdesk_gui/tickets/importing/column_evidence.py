"""What the first cells of columns say against their names, and of columns whose names say nothing.

A word for a state is no answer, a person's title no subject; a column of which every cell is a time or
an address is one of times or of addresses whatever it is called.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from supportdesk_gui.text.safe_html import html_to_text
from supportdesk_gui.tickets.importing.answer_names import says_answer
from supportdesk_gui.tickets.importing.column_names import COMMENTS
from supportdesk_gui.tickets.importing.column_times import are_only_times, are_times, begin, mean
from supportdesk_gui.tickets.importing.free_text import are_sentences, is_sentence
from supportdesk_gui.tickets.importing.role_words import FROM
from supportdesk_gui.tickets.importing.vendors import FIELD_OF, normalised

Columns = dict[str, tuple[int, ...]]

_STATES = frozenset(
    "yes no true false y n x none done fixed resolved unresolved solved unsolved open opened reopened "
    "closed pending duplicate invalid incomplete rejected accepted approved overdue breached late "
    "sent answered unanswered replied new active inactive unknown other cancelled canceled completed "
    "ja nein si sí sim oui non nee offen gelöst ungelöst erledigt geschlossen abierto cerrado resuelto "
    "aberto fechado resolvido ouvert fermé résolu да нет решено открыто закрыто "
    "是 否 有 无 無 已回复 未回复 已回覆 未回覆 已解决 未解决 已解決 未解決 已处理 未处理 はい いいえ 済 未 예 아니오 네".split()
).union(
    ("won't fix", "wont fix", "cannot reproduce", "can't reproduce", "not reproducible", "works for me",
     "not a bug", "no change required", "within sla", "on time", "sla met", "sla breached",
     "in progress", "not an issue")
)  # fmt: skip
_STAGES = ("stage", "pipeline stage")
_OF_SALES = frozenset(
    ("won", "lost", "closed won", "closed lost", "lead", "leads", "new lead", "prospect", "prospecting",
     "qualified", "qualification", "qualified lead", "marketing qualified lead",
     "sales qualified lead", "opportunity", "needs analysis", "discovery", "demo", "demo scheduled",
     "proposal", "proposal sent", "quote sent", "negotiation", "contract sent", "trial", "subscriber",
     "customer", "evangelist", "appointment scheduled", "qualified to buy",
     "presentation scheduled", "decision maker bought in", "gewonnen", "verloren", "angebot",
     "verhandlung", "interessent", "ganado", "perdido", "propuesta", "negociación", "gagné",
     "perdu", "proposition", "négociation", "赢单", "输单", "线索", "商机", "报价")
)  # fmt: skip
"""Stages of a sale or of a customer: of them nothing follows for a ticket."""
_ENOUGH_OF_SALES = 2
_FIGURES = re.compile(r"[\W\d_]*(?:(?:d|h|m|s|min|mins|hrs?|hours?|minutes?|days?|%)\b[\W\d_]*)*")
_LEAST_OF_PROSE = 30
_FEW, _OFTEN = 6, 3
_LONGEST = 80
_WORDS = re.compile(r"[^\W\d_]{2,}\W+[^\W\d_]{2,}|[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]{2,}")
_ENOUGH = 1000  # the search for words in one long run of letters takes its length squared
_QUESTIONS = frozenset(
    "question query 问题 問題 вопрос pregunta frage pergunta domanda 質問 질문".split()
)
_SURVEYS = frozenset("response answer antwort respuesta réponse resposta 回答 ответ 답변".split())
_TITLES = frozenset(
    "mr ms mrs miss mx dr prof sir madam herr frau sr sra srta m mme mlle sig dott pan pani г-н г-жа "
    "先生 女士 小姐 様 さん 님".split()
)
_OF_PLACES = frozenset(("city", "zip", "zip code", "postcode", "postal code", "country"))
_OF_TICKETS = frozenset(("open", "closed", "new", "pending", "solved", "resolved", "on hold"))
_SOLUTIONS = re.compile(
    r"solution|lösung|soluci[oó]n|soluzione|solução|oplossing|rozwiązanie|решение|çözüm|解決策|解[决決]方案"
)
_TELEPHONE = re.compile(r"\+?[\d\s()/.-]{7,20}")
_LINK = re.compile(r"(?:https?://|www\.)\S+")
_ADDRESS = re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+")
_MAILBOX = re.compile(r"[^<>@]{0,80}<?[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+>?")
_OTHER_TIMES = frozenset(
    "due birth birthday born order ordered delivery delivered delivers ship shipped shipping paid payment "
    "purchase purchased expires expiry expiration invoice sla first last next start resolved solved closed "
    "updated modified changed deleted removed trashed archived deadline arrival departure end until renewal warranty check hire read time "
    "completed finished fällig geburtsdatum geburtstag bestelldatum lieferdatum kaufdatum fecha_nacimiento "
    "vencimiento nacimiento compra pedido entrega naissance commande livraison travel trip appointment "
    "booking member membership since visit event meeting departing check-in checkin pickup termin reise cita".split()
)
_OTHER_TIMES_IN = re.compile(
    "到货|到貨|下单|下單|付款|支付|发货|發貨|收货|收貨|完成|更新|修改|关闭|關閉|出生|生日|预约|預約|予約|入住|到期|配送|예약|배송"
)
_OTHER_PEOPLE = frozenset(
    "agent agents assignee assigned owner to cc bcc recipient recipients shop store support staff admin "
    "handler operator employee author sender seller vendor supplier manager reply mailbox inbox by "
    "handled modified updated approver reviewer modifier editor rep reps representative sales team "
    "technician technicians tech account supervisor lead engineer invoice billing bearbeiter sachbearbeiter "
    "mitarbeiter verkäufer responsable asignado atendido 客服 坐席 处理人 担当 담당자".split()
)
_WEAK_CUSTOMERS = frozenset(
    ("created by", "submitter", "submitted by", "caller id", "requested by")
)
_INTERNAL = re.compile(
    r"\b(?:internal|agent|agents|staff|private|intern\w*|privad\w*)\b.*|.*(?:内部|內部|社内|내부).*"
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The columns as their cells have them. `is_unsure` where the text may be in another of them."""

    columns: Columns
    is_unsure: bool = False


def by_evidence(
    header: Sequence[str], columns: Mapping[str, tuple[int, ...]], rows: Sequence[Sequence[str]],
    *, of_vendor: bool,
) -> Evidence:  # fmt: skip
    """The columns of a table by what stands in them; a helpdesk's own (`of_vendor`) are as they are
    called, but for those that are empty."""
    return _Columns(header, columns, rows).settled(of_vendor)


def _is_no_text(name: str, cells: Sequence[str]) -> bool:
    """Whether a column cannot be what a customer wrote: notes among agents, answers, addresses or
    times."""
    called = normalised(name)
    if _INTERNAL.fullmatch(called) or says_answer(called):
        return True
    return _holds_no_text(cells)


def _holds_no_text(cells: Sequence[str]) -> bool:
    told = [cell.strip() for cell in cells]
    links = sum(bool(_LINK.fullmatch(one) or _MAILBOX.fullmatch(one)) for one in told)
    return bool(told) and (2 * links > len(told) or are_only_times(told))


def are_prose(cells: Sequence[str]) -> bool:
    """Whether cells, of which some may be empty, are mostly sentences of some length, and not the same
    few in all rows, addresses or data."""
    told = [cell for cell in cells if cell]
    if not told or 2 * len({*told}) < len(told) or _holds_no_text(told):
        return False
    worth = sum(len(cell) * (1 if cell.isascii() else 2) for cell in told) / len(told)
    is_data = any(cell[0] in "{[" for cell in told)
    words = (cell if " " in cell or not cell.isascii() else "" for cell in told)
    return worth >= _LEAST_OF_PROSE and not is_data and are_sentences(words)


def longest_text(
    header: Sequence[str], rows: Sequence[Sequence[str]], columns: Columns
) -> int | None:
    """The place of the column that is likeliest to hold what customers wrote; None where none does."""
    taken = {place for places in columns.values() for place in places}
    best, most = None, 0.0
    for place, name in enumerate(header):
        cells = [row[place] for row in rows if place < len(row) and row[place].strip()]
        if place in taken or not cells or _is_no_text(name, cells):
            continue
        worth = sum(2 if not cell.isascii() else 1 for cell in cells) / len(cells)
        length = worth * sum(map(len, cells)) / len(cells)
        wordy = sum(_WORDS.search(cell[:_ENOUGH]) is not None for cell in cells) / len(cells)
        if wordy >= 0.5 and length >= 12 and length > most:
            best, most = place, length
    return best


class _Columns:
    def __init__(
        self, header: Sequence[str], columns: Mapping[str, tuple[int, ...]],
        rows: Sequence[Sequence[str]],
    ) -> None:  # fmt: skip
        self._names = [normalised(name) for name in header]
        self._found: Columns = dict(columns)
        self._rows = rows
        self._is_unsure = False

    def settled(self, of_vendor: bool) -> Evidence:
        if not of_vendor:
            self._drop_states()
            self._turn_survey()
            self._drop_form_fields()
        self._choose_text(of_vendor)
        if not of_vendor:
            self._drop_makers()
        self._find_times()
        if not of_vendor:
            self._find_address()
        return Evidence(self._found, self._is_unsure)

    def _at(self, field: str) -> int:
        return next(iter(self._found.get(field, ())), -1)

    def _name(self, place: int) -> str:
        return self._names[place] if 0 <= place < len(self._names) else ""

    def _cells(self, place: int) -> list[str]:
        cells = (row[place].strip() for row in self._rows if -1 < place < len(row))
        return [cell for cell in cells if cell]

    def _free(self) -> list[int]:
        taken = {place for places in self._found.values() for place in places}
        return [place for place in range(len(self._names)) if place not in taken]

    def _drop_states(self) -> None:
        """No answers but states, counts or times, all of them; no comments but how many."""
        cells = self._cells(self._at("reply"))
        name = self._name(self._at("reply"))
        if (cells and "agent" not in name and _are_states(cells)) or (
            _SOLUTIONS.search(name) and not are_sentences(cells)
        ):
            del self._found["reply"]
        for field in ("body", "comment"):
            places = self._found.get(field, ())
            said = tuple(at for at in places if not self._counts_comments(at))
            if said != places:
                self._found[field] = said
            if places and not said:
                del self._found[field]

    def _counts_comments(self, place: int) -> bool:
        cells = self._cells(place)
        is_named = self._names[place].rstrip(" 0123456789") in COMMENTS
        return is_named and bool(cells) and all(map(_is_state, cells))

    def _turn_survey(self) -> None:
        """The same question in each row: what answers it is the customer's."""
        body, reply = self._at("body"), self._at("reply")
        asked = self._cells(body)
        if reply < 0 or len(asked) < 2 or len({*asked}) > 1 or self._name(body) not in _QUESTIONS:
            return
        if self._names[reply] in _SURVEYS and len({*self._cells(reply)}) > 1:
            self._found["body"] = self._found.pop("reply")
            self._found.setdefault("subject", (body,))
            self._is_unsure = True

    def _drop_form_fields(self) -> None:
        """`Title` of a person, `Number` of a telephone, `Stage` of a sale, `Source` of a text, `Von` a
        day or a town."""
        titles = [cell.rstrip(".").lower() for cell in self._cells(self._at("subject"))]
        if titles and all(title in _TITLES for title in titles):
            del self._found["subject"]
        whom = self._at("customer")
        if self._name(whom) in FROM and begin(self._cells(whom), self._names):
            del self._found["customer"]
        sources = self._cells(self._at("channel"))
        if 2 * sum(bool(_LINK.fullmatch(one)) or is_sentence(one) for one in sources) > len(
            sources
        ):
            del self._found["channel"]
        numbers = self._cells(self._at("id"))
        if self._name(self._at("id")) in ("number", "no", "nr", "#") and numbers:
            told = [_TELEPHONE.fullmatch(one) and sum(map(str.isdigit, one)) > 6 for one in numbers]
            if all(told) and any(one[0] in "+0" or not one.isdecimal() for one in numbers):
                del self._found["id"]
        if self._name(self._at("status")) in _STAGES and self._are_of_sales(self._at("status")):
            del self._found["status"]
        if self._name(self._at("status")) == "state" and _OF_PLACES & {*self._names}:
            states = {cell.casefold() for cell in self._cells(self._at("status"))}
            if not states & _OF_TICKETS:
                del self._found["status"]

    def _are_of_sales(self, place: int) -> bool:
        told = {" ".join(cell.casefold().replace("-", " ").split()) for cell in self._cells(place)}
        of_sales = told & _OF_SALES
        return bool(told) and (of_sales == told or len(of_sales) >= _ENOUGH_OF_SALES)

    def _choose_text(self, of_vendor: bool) -> None:
        """Which of several columns that are called a text is the text."""
        body = self._at("body")
        others = [
            at for at in self._free()
            if FIELD_OF.get(self._names[at]) == "body" and self._cells(at)
            and not self._counts_comments(at)
        ]  # fmt: skip
        if body < 0 or not others:
            return
        other = max(others, key=lambda at: len(self._cells(at)))
        if not self._cells(body):
            self._found["body"] = (other,)
        elif not of_vendor and self._are_forms(body, other):
            if any(b and not a for a, b in self._pairs(body, other)):
                self._found["body"] = (body, other)
        elif not of_vendor and self._differ(body, other):
            asked = next((at for at in (body, other) if self._names[at] in _QUESTIONS), -1)
            if asked >= 0 and "subject" not in self._found:
                self._found["subject"], self._found["body"] = (
                    (asked,),
                    (other if asked == body else body,),
                )
            elif self._fill_up(body, other):
                self._found["body"] = (body, other)
            else:
                self._is_unsure = True

    def _pairs(self, one: int, other: int) -> list[tuple[str, str]]:
        most = max(one, other)
        return [(row[one].strip(), row[other].strip()) for row in self._rows if len(row) > most]

    def _fill_up(self, one: int, other: int) -> bool:
        pairs = self._pairs(one, other)
        return not any(a and b for a, b in pairs) and any(b for _, b in pairs)

    def _are_forms(self, one: int, other: int) -> bool:
        """Whether two columns say the same where both say something, as HTML and plain do."""
        same = [_is_same(a, b) for a, b in self._pairs(one, other) if a and b]
        return 2 * sum(same) > len(same)

    def _differ(self, one: int, other: int) -> bool:
        """Whether two columns are no two forms of the same text, as HTML and plain are."""
        pairs = [(a, b) for a, b in self._pairs(one, other) if b]
        strange = sum(not (a and _is_same(a, b)) for a, b in pairs)
        return 2 * strange > len(pairs)

    def _drop_makers(self) -> None:
        """`Created by` names agents where they are those of the tickets, or few for many tickets."""
        place = self._at("customer")
        if place < 0 or self._name(place) not in _WEAK_CUSTOMERS:
            return
        makers, agents = {*self._cells(place)}, {*self._cells(self._at("agent"))}
        if makers & agents or (len(self._rows) > 3 and 2 * len(makers) <= len(self._rows)):
            del self._found["customer"]

    def _find_times(self) -> None:
        """The column of times that come first in each row, where none is called so."""
        named = next((self._at(name) for name in ("created", "sent") if name in self._found), -1)
        if named >= 0 and (not (cells := self._cells(named)) or are_times(cells, 0.5)):
            return
        fit = {
            at: cells for at in self._free()
            if not _OTHER_TIMES & {*self._names[at].split()}
            and not _OTHER_TIMES_IN.search(self._names[at]) and (cells := self._cells(at))
            and 2 * len(cells) >= len(self._rows) and are_only_times(cells)
        }  # fmt: skip
        if not fit:
            return
        best = min(fit, key=lambda at: (-len(fit[at]), mean(fit[at]), at))
        self._found["created"] = (best,)

    def _find_address(self) -> None:
        """The one column of addresses of others than ourselves."""
        if not self._found.keys().isdisjoint(("email", "author_email")):
            return
        asking = self._cells(self._at("customer"))
        if 2 * sum("@" in one for one in asking) > len(asking):
            return  # theirs are told there
        fit = []
        for at in self._free():
            cells, is_others = self._cells(at), _OTHER_PEOPLE & {*self._names[at].split()}
            if cells and not is_others and all(map(_ADDRESS.fullmatch, cells)):
                fit += [at] if self._are_of_customers(cells) else []
        if len(fit) == 1:
            self._found["email"] = (fit[0],)

    def _are_of_customers(self, addresses: Sequence[str]) -> bool:
        """Whether addresses are of many people and no fewer than those who are told to ask."""
        people = len({one.lower() for one in addresses})
        asking = {one.casefold() for one in self._cells(self._at("customer"))}
        is_all = 2 * len(addresses) >= len(self._rows)
        return is_all and 2 * people > len(addresses) and people >= len(asking)


def _are_states(cells: Sequence[str]) -> bool:
    if any(map(is_sentence, cells)):
        return False
    if all(map(_is_state, cells)):
        return True
    told = [cell.casefold().rstrip(".!") for cell in cells]
    return len(cells) >= _FEW and _OFTEN * len({*told}) <= len(cells)


def _is_state(cell: str) -> bool:
    told = cell.casefold().rstrip(".!")
    return told in _STATES or (len(told) < _LONGEST and _FIGURES.fullmatch(told) is not None)


def _is_same(one: str, other: str) -> bool:
    plain = [
        "".join((html_to_text(text) if "<" in text else text).split()).casefold()
        for text in (one, other)
    ]
    return plain[0] in plain[1] or plain[1] in plain[0]
