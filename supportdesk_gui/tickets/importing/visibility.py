"""Whether the requester can see a message, decided here for all exports.

A field that means privacy makes a message internal unless it says clearly that it is public: a note
shown as our answer costs more than an answer shown as a note. What was never sent is internal too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import Any

from supportdesk_gui.tickets.importing.free_text import is_sentence
from supportdesk_gui.tickets.importing.vendors import normalised
from supportdesk_gui.tickets.ticket import Visibility


class Meaning(StrEnum):
    """What a field says of a message."""

    PUBLIC = "public"
    PRIVATE = "private"
    AUDIENCE = "audience"
    """Who may read it, in words."""
    KIND = "kind"
    """What it is: a reply, a note, a draft."""
    WAY = "way"
    """How it came, where a note came no way."""
    NOTHING = ""


_NAMES = {
    Meaning.PUBLIC: "public, is public, jsd public, publicly visible, visible to customer, "
    "is visible to customer, customer visible, visible to requester, is published, öffentlich, ist öffentlich, público, público?, publique, pubblico, openbaar, "
    "公开, 是否公开, 公開, 是否公開, 공개, 공개 여부, публичный, für kunden sichtbar, kunde sichtbar, "
    "sichtbar für kunden, visible para el cliente, visible para cliente, visível para o cliente, "
    "visível para cliente, visible par le client, visible client, visibile al cliente, "
    "zichtbaar voor klant, видно клиенту, видим клиенту, widoczny dla klienta, publiczny, "
    "是否可见, 可见, 客户可见, 对客户可见, 客户是否可见, 是否對客戶可見, 客戶可見, 顧客に表示, 고객 공개",
    Meaning.PRIVATE: "private, is private, internal, is internal, note, is note, internal note, "
    "is internal note, private note, is private note, internal comment, is internal comment, "
    "private comment, is private comment, internal only, agent only, agents only, staff only, "
    "hidden, is hidden, draft, is draft, unsent, intern, ist intern, interne notiz, privat, interno, "
    "nota interna, privado, interne, privé, note interne, privato, 内部, 是否内部, 内部备注, 私有, "
    "內部, 是否內部, 內部備註, 非公開, 社内, 내부, 비공개, внутренний, nur intern, vertraulich, "
    "nicht öffentlich, interner kommentar, confidencial, solo interno, comentario interno, oculto, "
    "somente interno, comentário interno, confidentiel, commentaire interne, riservato, "
    "solo interna, commento interno, vertrouwelijk, alleen intern, приватный, скрытый, "
    "конфиденциально, внутренняя заметка, prywatny, wewnętrzny, poufne, 仅内部, 仅内部可见, 内部留言, "
    "内部评论, 保密, 是否保密, 是否私密, 私密, 僅內部, 內部留言, 社外秘, 内部メモ, 社内メモ, 내부 메모",
    Meaning.AUDIENCE: "visibility, comment visibility, note visibility, audience, sichtbarkeit, "
    "visibilidad, visibilidade, visibilité, visibilità, zichtbaarheid, 可见性, 可見性, 公開範囲, "
    "공개 범위, видимость, zugriff, acceso, acesso, accès, accesso, toegang, доступ, dostęp, "
    "widoczność, confidentialité, vertraulichkeit, 可见范围, 可見範圍, 公开范围, 权限, 權限, 公開設定",
    Meaning.KIND: "type, kind, message type, part type, comment type, article type, note type, "
    "event type, entry type, sub type, subtype, state, status, element, "
    "comment category, note category, message category, comment kind, sys class name, "
    "message status, typ, tipo, art, nachrichtentyp, 类型, 類型, 消息类型, 訊息類型, 種類, 유형, тип",
    Meaning.WAY: "channel, via, source type",
}
# Any name of these words alone with one of the first is called so: `is_confidential_comment`.
_NAMED = (
    (Meaning.PRIVATE, "internal confidential hidden hide secret restricted sensitive staffonly",
     "is flag note notes comment comments reply message only from to for the customer customers "
     "client clients requester user users end staff agent agents jsd by"),
    (Meaning.PRIVATE, "private", "is flag note notes comment comments only jsd"),
    (Meaning.PUBLIC, "public publicly published visible viewable external",
     "is flag note comment reply message to by for the customer customers client clients requester "
     "user users end portal in jsd on"),
    (Meaning.PUBLIC, "customer customers client clients requester portal",
     "is share shared with show shown sent send to for visible can see the in on"),
    (Meaning.AUDIENCE, "visibility access scope privacy audience permission permissions "
     "confidentiality sensitivity viewers readers",
     "comment note message reply level type is group who has can view see visible allowed by to"),
)  # fmt: skip
_UNSURE = frozenset(
    "audience zugriff acesso acceso accès accesso toegang доступ dostęp confidentialité "
    "vertraulichkeit 权限 權限 external secret restricted sensitive access scope privacy permission "
    "permissions confidentiality sensitivity viewers readers".split()
)
"""Words that name other things as well: what stands there has to say who can see a message."""
_SURE = frozenset(("visibility", "visible", "viewable"))
_AUDIENCES = frozenset("customer customers client clients requester portal".split())
_SEEN = frozenset("share shared show shown sent send visible see for".split())
_YES = frozenset(
    "true yes 1 1.0 t y x on ja wahr si sí sim vero oui vrai verdadero verdadeiro tak да "
    "是 真 對 对 はい 예 네".split()
)
_NO = frozenset(
    "false no 0 0.0 f n off nein falsch não nao falso non faux nee nie нет "
    "否 假 不 不是 いいえ 아니오 아니요".split()
)
_SAYS_NOTHING = frozenset(["-", "–", "n/a", "null", "nil", "none"])
_PUBLIC = frozenset(
    "public publicly external everyone everybody all anyone customer customers requester client "
    "visible published sent öffentlich extern público publico publica pública publique pubblico "
    "pubblica openbaar externo externe users alle kunde kunden todos todas cliente clientes tous "
    "tutti iedereen klant klanten все всем клиент клиенту wszyscy klient publiczny "
    "全部 客户 客戶 全員 顧客 전체 고객 公开 公開 所有人 공개 публичный публично".split()
)
_BETWEEN = frozenset("and the to for und et y reply comment".split())
_INTERNAL_WORDS = frozenset(
    "note notes internal draft drafts unsent scheduled unpublished underreview hidden notiz "
    "whisper whispers memo confidential restricted secret "
    "interne intern nota notas interna interno interni borrador brouillon entwurf rascunho bozza "
    "concept notitie notatka заметка черновик".split()
)
_TO_CUSTOMERS = frozenset("message messages reply replies chat conversation email mail".split())
_INTERNAL_PARTS = re.compile(
    "内部|內部|备注|備註|草稿|社内|下書き|メモ|非公开|非公開|내부|비공개|초안|임시"
)
_CLEAR = _INTERNAL_WORDS | frozenset(
    "private privat privado privada privé privée privato privata agent agents staff team teams "
    "admin admins employees only group role company organization me owner nobody".split()
)
_OF_PEOPLE = frozenset("group role company organization me owner admin admins employees".split())
_OF_NOTES = _INTERNAL_WORDS | frozenset("private comment comments message only".split())
_TIME = re.compile(r"\d{4}-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d")
"""When it was published."""
_SEAM = re.compile(r"[\W_]+")
_OWN_FLAG = "sd.public.comment"


@lru_cache(maxsize=4096)
def meaning_of(name: str) -> Meaning:
    """What a column or key of this name says of a message."""
    told = normalised(name)
    if found := _meanings().get(told):
        return found
    words = frozenset(told.split())
    for means, keys, beside in _NAMED:
        own = words & frozenset(keys.split())
        is_named = bool(own) and words <= own | frozenset(beside.split())
        if is_named and (own.isdisjoint(_AUDIENCES) or not words.isdisjoint(_SEEN)):
            return means
    return Meaning.NOTHING


@lru_cache(maxsize=1)
def _meanings() -> dict[str, Meaning]:
    return {name.strip(): means for means, names in _NAMES.items() for name in names.split(",")}


@lru_cache(maxsize=4096)
def _is_sure(name: str) -> bool:
    """Whether only what says who can see a message is called so."""
    words = frozenset(normalised(name).split())
    return words.isdisjoint(_UNSURE) or not words.isdisjoint(_SURE)


def visibility_of(told: Iterable[tuple[Meaning, str]]) -> Visibility:
    """By all that is said of a message; what is empty says nothing."""
    for means, value in told:
        word = value.strip().lower()
        if word and word not in _SAYS_NOTHING and _is_internal(means, word):
            return Visibility.INTERNAL
    return Visibility.PUBLIC


def is_unclear(means: Meaning, value: str) -> bool:
    """Whether a field that says who can see a message says nothing that is understood; the message
    is internal then."""
    word = value.strip().lower()
    if means in _BY_VALUE or not word or word in _SAYS_NOTHING:
        return False
    return _is_internal(means, word) and not _is_known(means, word)


_BY_VALUE = (Meaning.KIND, Meaning.WAY, Meaning.NOTHING)


def _is_known(means: Meaning, word: str) -> bool:
    if means is not Meaning.AUDIENCE and (word in _YES or word in _NO):
        return True
    if means is Meaning.PUBLIC and _TIME.match(word):
        return True
    words = frozenset(_SEAM.split(word))
    return not words.isdisjoint(_PUBLIC | _CLEAR) or _INTERNAL_PARTS.search(word) is not None


def _says_who_sees(means: Meaning, word: str) -> bool:
    """Whether a value says it under a name that may mean something else."""
    return _is_known(means, word) and frozenset(_SEAM.split(word)).isdisjoint(_OF_PEOPLE)


def _is_internal(means: Meaning, word: str) -> bool:
    if means is Meaning.PUBLIC:
        return word not in _YES and word not in _PUBLIC and not _TIME.match(word)
    if means is Meaning.PRIVATE:
        return word not in _NO and word not in _PUBLIC
    words = frozenset(_SEAM.split(word))
    if means is Meaning.AUDIENCE:
        return not words <= _PUBLIC | _BETWEEN
    if means is Meaning.WAY:  # not `Draft order`
        return words <= _OF_NOTES or _INTERNAL_PARTS.sub("", word) == ""
    if "private" in words:
        return words.isdisjoint(_TO_CUSTOMERS) or "note" in words
    return not words.isdisjoint(_INTERNAL_WORDS) or _INTERNAL_PARTS.search(word) is not None


def visibility_in(item: Mapping[str, Any], telling: frozenset[str] = frozenset()) -> Visibility:
    """Of a message that is a JSON object; `telling` are the keys that `telling_keys` found."""
    return visibility_of(
        told
        for name, value in item.items()
        for told in _said(meaning_of(name), name, value, telling)
    )


def says_unclearly(item: Mapping[str, Any], telling: frozenset[str] = frozenset()) -> bool:
    """Whether a JSON object says in words that are not understood who can see it."""
    return any(
        is_unclear(*told) for name, value in item.items()
        for told in _said(meaning_of(name), name, value, telling)
    )  # fmt: skip


def telling_keys(messages: Iterable[Mapping[str, Any]]) -> frozenset[str]:
    """The keys that may mean something else, where most values in these messages say who can see one,
    as with the columns of a table: there another value says so too, in words that are not known."""
    found: dict[str, list[bool]] = {}
    for item in messages:
        for name, value in item.items():
            means = meaning_of(name)
            word = _word(value).strip().lower() if means and means not in _BY_VALUE else ""
            if word and word not in _SAYS_NOTHING and not _is_sure(name):
                says = len(word) <= _LONGEST_SAID and _says_who_sees(means, word)
                found.setdefault(name, []).append(says)
    return frozenset(name for name, says in found.items() if 2 * sum(says) >= len(says))


def says_who_sees(item: Mapping[str, Any]) -> bool:
    """Whether a JSON object says of itself that it is public or internal."""
    return any(meaning_of(name) in (Meaning.PUBLIC, Meaning.PRIVATE, Meaning.AUDIENCE)
               and value not in (None, "") and (_is_sure(name) or _said(meaning_of(name), name, value))
               for name, value in item.items())  # fmt: skip


def _said(
    means: Meaning, name: str, value: Any, telling: frozenset[str] = frozenset()
) -> list[tuple[Meaning, str]]:
    if name == "properties":  # Jira's, of comments that its service desk keeps from customers
        own = [one.get("value") for one in value if isinstance(one, dict)
               and one.get("key") == _OWN_FLAG] if isinstance(value, list) else []  # fmt: skip
        return [said for one in own if isinstance(one, dict)
                for said in _said(Meaning.PRIVATE, "internal", one.get("internal"))]  # fmt: skip
    if not means:
        return []
    if isinstance(value, bool):
        return [(means, _word(value))] if means not in _BY_VALUE else []
    value = _word(value)
    if name in _MAY_BE_TEXT and len(value) > _LONGEST_FLAG:
        return []
    word = value.strip().lower()
    is_said = _is_sure(name) or name in telling or _says_who_sees(means, word)
    return [(means, value)] if is_said else []


def _word(value: Any) -> str:
    """What a JSON value says, in a word; who may see a message among several is the customer, if one
    of them is."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):  # Jira: the group that a comment is kept to
        names = (value.get(name) for name in ("value", "name", "type", "label", "title"))
        return _word(next((one for one in names if one), ""))
    if isinstance(value, list):
        words = [word for one in value if (word := _word(one).strip())]
        public = (one for one in words if not _is_internal(Meaning.AUDIENCE, one.lower()))
        return next(public, " ".join(words))
    return value if isinstance(value, str) else ""


_AWAY = {
    name: status
    for status, names in (
        ("deleted", "deleted, is deleted, trashed, is trashed, in trash, trash, removed, is removed, "
         "soft deleted, gelöscht, eliminado, excluído, supprimé, eliminato, verwijderd, удалено, "
         "删除, 已删除, 是否删除, 已刪除, 是否刪除, 削除, 削除済み, 삭제됨"),
        ("spam", "spam, is spam, junk, is junk, marked as spam, 垃圾邮件, 垃圾郵件, 迷惑メール, 스팸"),
        ("archived", "archived, is archived, archiviert, archivado, arquivado, archivé, archiviato, "
         "gearchiveerd, 已归档, 已歸檔, アーカイブ済み, 보관됨"),
    )
    for name in names.split(", ")
}  # fmt: skip
_AWAY_SINCE = {"deleted at": "deleted", "trashed at": "deleted", "archived at": "archived"}


def away_columns(header: Sequence[str]) -> tuple[tuple[int, str], ...]:
    """The columns that say whether a ticket was deleted, is spam or lies in an archive, and which."""
    return tuple(
        (place, status) for place, name in enumerate(header)
        if (status := away_status(name))
    )  # fmt: skip


@lru_cache(maxsize=4096)
def away_status(name: str) -> str:
    """What a ticket is where a field of this name says yes, or since when; else empty."""
    told = normalised(name)
    return _AWAY.get(told) or _AWAY_SINCE.get(told, "")


def says_away(value: object) -> bool:
    """Whether such a field says so."""
    if not isinstance(value, str):
        return value is True
    return value.strip().lower() in _YES or _TIME.match(value) is not None


_MAY_BE_TEXT = frozenset({"note", "internal_note", "private_note", "draft", "comment"})
_LONGEST_FLAG = 8
_LONGEST_SAID = 40


_FLAGS = {"public": Meaning.PUBLIC, "private": Meaning.PRIVATE, "message_type": Meaning.KIND}
_BESIDE = frozenset({"channel", "status", ""})


def privacy_columns(
    header: Sequence[str], columns: Mapping[str, Sequence[int]], rows: Sequence[Sequence[str]]
) -> tuple[tuple[Meaning, int], ...]:
    """The columns of a table of messages that say who can see one: as they are mapped, and by their
    names where they are nothing else and their first values do not speak against it."""
    field_of = {place: field for field, places in columns.items() for place in places}
    return tuple(
        (means, place)
        for place, name in enumerate(header)
        if (field := field_of.get(place, "")) in _FLAGS or field in _BESIDE
        if (means := _FLAGS.get(field) or meaning_of(name))
        if means in _BY_VALUE or field in _FLAGS or _tell_it(means, name, rows, place)
    )


def _tell_it(means: Meaning, name: str, rows: Sequence[Sequence[str]], place: int) -> bool:
    """Whether the cells of a column fit a name that may say who can see a message: they are no texts,
    and where it may mean something else, most are words for that."""
    cells = (row[place].strip().lower() for row in rows if place < len(row))
    told = [word for word in cells if word and word not in _SAYS_NOTHING]
    fit = sum(len(word) <= _LONGEST_SAID and (
        not is_sentence(word) or _is_known(means, word) if _is_sure(name)
        else _says_who_sees(means, word)) for word in told)  # fmt: skip
    return 2 * fit >= len(told)
