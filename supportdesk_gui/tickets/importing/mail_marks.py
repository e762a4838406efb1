"""Mails that were not sent, and those that were thrown away, by the marks of the mail program.

Gmail lists the labels in a header of its exports, Thunderbird keeps bits in one, Apple's program
below the mail, Outlook marks what it saves unsent, and a Maildir has letters at the end of a file's name. Thunderbird's mark of drafts
stays in mails that are sent later: there the folder has the last word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from enum import StrEnum


class Kept(StrEnum):
    """What a mail is where it lies; the values are words for a ticket's status.

    *Like a draft*: it was one, and `lying_in` tells whether it still is.
    """

    AS_SENT = ""
    DRAFT = "draft"
    LIKE_DRAFT = "like a draft"
    DELETED = "deleted"
    SPAM = "spam"


_LABELS = {
    label: kept
    for kept, labels in (
        (Kept.DRAFT, "drafts, [gmail]/drafts, entwürfe, borradores, brouillons, rascunhos, bozze, concepten, "
         "utkast, kladder, templates, unsent messages, outbox, entw&apw-rfe, luonnokset, wersje robocze, koncepty, piszkozatok, taslaklar, mesaje nefinalizate, "
         "черновики, чернетки, πρόχειρα, المسودات, טיוטות, 草稿, 下書き, 임시보관함, thư nháp, draf"),
        (Kept.DELETED, "trash, bin, [gmail]/trash, papierkorb, papelera, corbeille, lixeira, cestino, prullenbak, "
         "papperskorgen, papirkurv, papirkurven, roskakori, kosz, koš, kuka, çöp kutusu, coș de gunoi, корзина, "
         "кошик, κάδος, المهملات, אשפה, 已删除邮件, 垃圾桶, 垃圾箱, 回收站, ゴミ箱, 휴지통, thùng rác, sampah"),
        (Kept.SPAM, "spam, [gmail]/spam, junk, спам, 垃圾邮件, 垃圾郵件, 迷惑メール, 스팸함"),
    )
    for label in labels.split(", ")
}  # fmt: skip
_SENT = frozenset(
    "sent,sent items,sent messages,sent mail,gesendet,gesendete objekte,gesendete elemente,enviados,"
    "elementos enviados,envoyés,messages envoyés,éléments envoyés,envoy&aok-s,posta inviata,inviati,"
    "verzonden,verzonden items,skickat,sendt,lähetetyt,wysłane,odeslané,отправленные,已发送,已傳送,送信済み"
    .split(",")
)  # fmt: skip
_STEPS = re.compile(r"[/\\›]")
_EXPUNGED = 0x8  # in Thunderbird's X-Mozilla-Status
_MAILDIR = re.compile(r"[:;!]2,([A-Za-z]{0,20})$")
_APPLE = re.compile(rb"<key>flags</key>\s*<integer>(\d{1,19})</integer>")
_APPLE_DELETED, _APPLE_DRAFT, _APPLE_JUNK = 1 << 1, 1 << 6, 1 << 24
_HEX = re.compile(r"[0-9a-fA-F]{1,8}")


def kept_as(names: Sequence[str], text: Callable[[str], str]) -> Kept:
    """What a mail is by its headers: their names in small letters and in order, and their text.

    The mailbox's own stand above those that the mail came with, and what came was sent.
    """
    came = names.index("received") if "received" in names else len(names)
    labels = text("x-gmail-labels").split(",") if "x-gmail-labels" in names[:came] else []
    found = {_LABELS.get(one.strip(' "').lower(), Kept.AS_SENT) for one in labels}
    has_come = "received" in names
    if Kept.DRAFT in found or (text("x-unsent") == "1" and not has_come):
        return Kept.DRAFT
    bits = text("x-mozilla-status") if "x-mozilla-status" in names[:came] else ""
    is_expunged = _HEX.fullmatch(bits) is not None and bool(int(bits, 16) & _EXPUNGED)
    if Kept.DELETED in found or is_expunged:
        return Kept.DELETED
    if "x-mozilla-draft-info" in names and not has_come:
        return Kept.LIKE_DRAFT
    return Kept.SPAM if Kept.SPAM in found else Kept.AS_SENT


def kept_by_apple(below: bytes) -> Kept:
    """What a mail is by the marks that Apple's program keeps below it."""
    found = _APPLE.search(below)
    flags = int(found[1]) if found else 0
    for flag, kept in (
        (_APPLE_DRAFT, Kept.DRAFT), (_APPLE_DELETED, Kept.DELETED), (_APPLE_JUNK, Kept.SPAM),
    ):  # fmt: skip
        if flags & flag:
            return kept
    return Kept.AS_SENT


def lying_in(kept: Kept, name: str, *, is_boxed: bool) -> Kept:
    """What a mail is, of which its headers tell `kept`, in a file of that name, with the folders
    above; `is_boxed` where that holds several."""
    found = _MAILDIR.search(name)
    letters = found[1] if found else ""
    if "D" in letters:
        return Kept.DRAFT
    if "T" in letters:
        return Kept.DELETED
    if kept is not Kept.LIKE_DRAFT:
        return kept
    folders = {one.strip().lower().partition(".")[0] for one in _STEPS.split(name)}
    if any(_LABELS.get(one) is Kept.DRAFT for one in folders):
        return Kept.DRAFT
    return Kept.AS_SENT if is_boxed or not folders.isdisjoint(_SENT) else Kept.DRAFT
