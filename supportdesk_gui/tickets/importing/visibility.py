"""Whether the requester can see a message, decided here for all exports.

A field that means privacy makes a message internal unless it says clearly that it is public: a note
shown as our answer costs more than an answer shown as a note. What was never sent is internal too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from supportdesk_gui.tickets.importing import privacy_words as said
from supportdesk_gui.tickets.importing.customer_kinds import tells_of_customers
from supportdesk_gui.tickets.importing.free_text import is_sentence
from supportdesk_gui.tickets.importing.privacy_words import Meaning
from supportdesk_gui.tickets.importing.salesforce_mails import UNSENT, is_mail_state
from supportdesk_gui.tickets.importing.vendors import normalised
from supportdesk_gui.tickets.ticket import Visibility

_TIME = re.compile(r"\d{4}-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d")
"""When it was published."""
_SEAM = re.compile(r"[\W_]+")
_SIGNS = re.compile(r"[?？!:：*/|&]")
_CAMEL = re.compile(r"(?<=[a-zß-ÿ0-9])(?=[A-ZÀ-Þ])")
_OWN_FLAG = "sd.public.comment"


@lru_cache(maxsize=4096)
def meaning_of(name: str) -> Meaning:
    """What a column or key of this name says of a message."""
    told = _called(name)
    if found := _meanings().get(told):
        return found
    words = frozenset(told.split())
    for means, keys, beside in said.NAMED:
        own = words & frozenset(keys.split())
        is_named = bool(own) and words <= own | frozenset(beside.split())
        if is_named and (own.isdisjoint(said.NOT_ALONE) or not words.isdisjoint(said.BESIDE)):
            return means
    return Meaning.AUDIENCE if _names_both(words - said.EITHER) else Meaning.NOTHING


def _called(name: str) -> str:
    """A name without the signs of a question, or of two names in one."""
    return " ".join(_SIGNS.sub(" ", normalised(name)).split())


def _names_both(words: frozenset[str]) -> bool:
    """Whether a column is called by its two values: `Public/Private`."""
    public = {word for word in words if _says_public(word)}
    internal = {word for word in words if said.INTERNAL.fullmatch(word) or _is_private(word)}
    return bool(public and internal) and words == public | internal


@lru_cache(maxsize=1)
def _meanings() -> dict[str, Meaning]:
    return {name.strip(): means for means, names in said.NAMES.items() for name in names.split(",")}


@lru_cache(maxsize=4096)
def _is_sure(name: str) -> bool:
    """Whether only what says who can see a message is called so."""
    words = frozenset(_called(name).split())
    return words.isdisjoint(said.UNSURE) or not words.isdisjoint(said.SURE)


def visibility_of(told: Iterable[tuple[Meaning, str]], *, by_us: bool = True) -> Visibility:
    """By all that is said of a message; what is empty says nothing. Only our own can be unsent, or
    lack the mark of the public ones."""
    for means, value in told:
        if (by_us or means not in _OF_OURS) and _hides(means, value[:_LONGEST_TOLD]):
            return Visibility.INTERNAL
    return Visibility.PUBLIC


_OF_OURS = (Meaning.SENT, Meaning.TICKED)


@lru_cache(maxsize=4096)
def _hides(means: Meaning, value: str) -> bool:
    word = _plain(value)
    if means is Meaning.TICKED:
        return not word or _is_internal(Meaning.PUBLIC, word)
    return bool(word) and word not in said.SAYS_NOTHING and _is_internal(means, word)


def _plain(value: str) -> str:
    """In small letters, with the seams of `InternalNote` as spaces."""
    value = value.strip()
    seen = _CAMEL.sub(" ", value) if len(value) <= _LONGEST_SAID else value
    return seen.lower().replace("i\u0307", "i")  # as a Turkish capital becomes


def is_unclear(means: Meaning, value: str) -> bool:
    """Whether a field that says who can see a message says nothing that is understood; the message
    is internal then."""
    word = _plain(value)
    if means in _BY_VALUE or not word or word in said.SAYS_NOTHING:
        return False
    return _is_internal(means, word) and not _is_known(means, word)


_BY_VALUE = (Meaning.KIND, Meaning.WAY, Meaning.EVENT, Meaning.SENT, Meaning.CODED, Meaning.NOTHING)


def _is_known(means: Meaning, word: str) -> bool:
    if means is not Meaning.AUDIENCE and (word in said.YES or word in said.NO):
        return True
    if means in (Meaning.PUBLIC, Meaning.SENT) and _TIME.match(word):
        return True
    return _tells(word)


def _tells(word: str) -> bool:
    """Whether a value has a word for who can see a message."""
    words = _words(word)
    return any(map(_says_public, words)) or not words.isdisjoint(said.CLEAR) or _is_hidden(word)


def _says_who_sees(means: Meaning, word: str) -> bool:
    """Whether a value says it under a name that may mean something else."""
    return _is_known(means, word) and _words(word).isdisjoint(said.OF_PEOPLE)


def _is_internal(means: Meaning, word: str) -> bool:
    if means is Meaning.PUBLIC:
        return word not in said.YES and not _says_public(word) and not _TIME.match(word)
    if means is Meaning.PRIVATE:
        return word not in said.NO and not _says_public(word)
    if means is Meaning.SENT:
        return word in said.NO
    if means is Meaning.CODED:
        return word in _NOTE_CODES
    words = _words(word)
    if means is Meaning.AUDIENCE:
        return not _is_for_all(words) and not said.BOTH_SIDES.fullmatch(word)
    if means is Meaning.KIND:
        return _is_note(word, words)
    return _is_only_note(word, words, means)


_NOTE_CODES = UNSENT.union(note for _, _, note in said.CODES)


@lru_cache(maxsize=1024)
def _words(word: str) -> frozenset[str]:
    return frozenset(_SEAM.split(word)) - {""}


def _says_public(word: str) -> bool:
    return word in said.PUBLIC or said.SAYS_PUBLIC.fullmatch(word) is not None


def _is_private(word: str) -> bool:
    return said.PRIVATE.fullmatch(word) is not None


def _is_hidden(word: str) -> bool:
    return said.HIDDEN_PARTS.search(word) is not None or any(
        stem.fullmatch(one)
        for stem in (said.INTERNAL, said.DRAFT, said.PRIVATE, said.NOTE)
        for one in _words(word)
    )  # fmt: skip


def _is_for_all(words: frozenset[str]) -> bool:
    public = {word for word in words if _says_public(word)}
    notes = {word for word in words if public and said.NOTE.fullmatch(word)}
    return words <= public | notes | said.BETWEEN


def _is_note(word: str, words: frozenset[str]) -> bool:
    """Whether the kind of a message is one that customers do not see."""
    is_note = any(map(said.NOTE.fullmatch, words))
    if any(map(_is_private, words)):  # a private message is one to somebody
        return is_note or not any(map(said.TO_CUSTOMERS.fullmatch, words))
    if said.HIDDEN_PARTS.search(word) or any(
        said.INTERNAL.fullmatch(one) or said.DRAFT.fullmatch(one) for one in words
    ):
        return True
    if is_note:
        return words.isdisjoint(said.FOR_CUSTOMERS) and not any(map(_says_public, words))
    return not words.isdisjoint(said.ONLY) and not words.isdisjoint(said.OURS)


def _is_only_note(word: str, words: frozenset[str], means: Meaning) -> bool:
    """Whether something is wholly called a note; `Draft order` is not, nor is a `Note 5`."""
    if not words:
        return False
    if not said.HIDDEN_PARTS.sub("", word).strip() or all(map(said.DRAFT.fullmatch, words)):
        return True
    is_hidden = {one for one in words if said.INTERNAL.fullmatch(one) or _is_private(one)}
    notes = {one for one in words if said.NOTE.fullmatch(one)}
    beside = {one for one in words if said.COMMENT.fullmatch(one)}
    if not words <= is_hidden | notes | beside | said.ADDED | said.ONLY | said.OURS:
        return False
    if notes or (means is Meaning.WAY and is_hidden and not beside):
        return True
    return bool(is_hidden and beside) and not (
        "message" in beside and all(map(_is_private, is_hidden))
    )


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
            if word and word not in said.SAYS_NOTHING and not _is_sure(name):
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
    return value.strip().lower() in said.YES or _TIME.match(value) is not None


_MAY_BE_TEXT = frozenset({"note", "internal_note", "private_note", "draft", "comment"})
_LONGEST_FLAG, _LONGEST_SAID, _LONGEST_TOLD = 8, 40, 200
_FLAGS = {"public": Meaning.PUBLIC, "private": Meaning.PRIVATE, "message_type": Meaning.KIND}
_BESIDE = frozenset({"channel", "status", "direction", "author_type", ""})


def privacy_columns(
    header: Sequence[str], columns: Mapping[str, Sequence[int]], rows: Sequence[Sequence[str]]
) -> tuple[tuple[Meaning, int], ...]:
    """The columns of a table of messages that say who can see one: as they are mapped, and by their
    names where they are nothing else and their first values do not speak against it, or by values
    that no other column has."""
    field_of = {place: field for field, places in columns.items() for place in places}
    found = []
    for place, name in enumerate(header):
        field = field_of.get(place, "")
        if field not in _FLAGS and field not in _BESIDE:
            continue
        told = [_plain(row[place][:_LONGEST_TOLD]) for row in rows if place < len(row)]
        coded = Meaning.CODED if is_mail_state(header, name) else Meaning.NOTHING
        means = _FLAGS.get(field) or coded or meaning_of(name)
        if means in _BY_VALUE or field in _FLAGS or _tell_it(means, name, told):
            means = _meant(means, told)
            is_kind = means in _KINDS and _is_kind_of_customer(means, place, columns, rows)
            found += [(means, place)] if means and not is_kind else []
    return tuple(found)


_KINDS = (Meaning.KIND, Meaning.WAY, Meaning.EVENT)


def _is_kind_of_customer(
    means: Meaning, place: int, columns: Mapping[str, Sequence[int]], rows: Sequence[Sequence[str]]
) -> bool:
    (who,) = columns.get("author_type", ())[:1] or (place,)
    told = [(_plain(row[place][:_LONGEST_TOLD]), row[who]) for row in rows
            if max(place, who) < len(row)]  # fmt: skip
    hidden = {word for word, _ in told if _hides(means, word)}
    return tells_of_customers(told, hidden, is_event=means is Meaning.EVENT)


def _tell_it(means: Meaning, name: str, told: Sequence[str]) -> bool:
    """Whether the cells of a column fit a name that may say who can see a message: they are no texts,
    and where it may mean something else, most are words for that."""
    told = [word for word in told if word and word not in said.SAYS_NOTHING]
    fit = sum(len(word) <= _LONGEST_SAID and (
        not is_sentence(word) or _is_known(means, word) if _is_sure(name)
        else _says_who_sees(means, word)) for word in told)  # fmt: skip
    return 2 * fit >= len(told)


def _meant(means: Meaning, told: Sequence[str]) -> Meaning:
    """What a column says by its values, where its name is that of many things."""
    words = {word for word in told if word and word not in said.SAYS_NOTHING}
    if means is Meaning.PUBLIC:
        return Meaning.TICKED if words and words <= said.MARKS and "" in told else means
    if means is Meaning.SENT:
        return means if words <= said.YES | said.NO else Meaning.NOTHING
    if means in (Meaning.KIND, Meaning.EVENT):
        if any(must <= words or (may and must & words and words <= may)
               for must, may, _ in said.CODES):  # fmt: skip
            return Meaning.CODED
        if any(
            _is_for_all(_words(word)) and any(map(_says_openly, _words(word))) for word in words
        ):
            return Meaning.AUDIENCE if all(map(_is_all_of_it, words)) else means
    if means is Meaning.NOTHING and any(
        " " in word and _is_only_note(word, _words(word), Meaning.EVENT) for word in words
    ):
        return Meaning.EVENT
    return means


def _is_all_of_it(word: str) -> bool:
    """Whether a value says who can see a message and nothing else; `Private customers` does not."""
    stems = (said.INTERNAL, said.PRIVATE, said.NOTE, said.COMMENT, said.TO_CUSTOMERS)
    known = said.ONLY | said.OURS | said.BETWEEN
    return all(
        one in known or _says_openly(one) or any(stem.fullmatch(one) for stem in stems)
        for one in _words(word)
    )


def _says_openly(word: str) -> bool:
    return said.SAYS_PUBLIC.fullmatch(word) is not None or word in said.OUTSIDE
