"""Mails that were not sent, and those that were thrown away, by the marks of the mail program.

Gmail lists the labels in a header of its exports, Thunderbird keeps bits in one, Outlook marks what
it saves unsent, and a Maildir has letters at the end of a file's name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from enum import StrEnum


class Kept(StrEnum):
    """What a mail is where it lies; the values are words for a ticket's status."""

    AS_SENT = ""
    DRAFT = "draft"
    DELETED = "deleted"
    SPAM = "spam"


_LABELS = {
    label: kept
    for kept, labels in (
        (Kept.DRAFT, "drafts, [gmail]/drafts, entwürfe, borradores, brouillons, rascunhos, bozze, concepten, "
         "utkast, kladder, luonnokset, wersje robocze, koncepty, piszkozatok, taslaklar, mesaje nefinalizate, "
         "черновики, чернетки, πρόχειρα, المسودات, טיוטות, 草稿, 下書き, 임시보관함, thư nháp, draf"),
        (Kept.DELETED, "trash, bin, [gmail]/trash, papierkorb, papelera, corbeille, lixeira, cestino, prullenbak, "
         "papperskorgen, papirkurv, papirkurven, roskakori, kosz, koš, kuka, çöp kutusu, coș de gunoi, корзина, "
         "кошик, κάδος, المهملات, אשפה, 已删除邮件, 垃圾桶, 垃圾箱, 回收站, ゴミ箱, 휴지통, thùng rác, sampah"),
        (Kept.SPAM, "spam, [gmail]/spam, junk, спам, 垃圾邮件, 垃圾郵件, 迷惑メール, 스팸함"),
    )
    for label in labels.split(", ")
}  # fmt: skip
_EXPUNGED = 0x8  # in Thunderbird's X-Mozilla-Status
_MAILDIR = re.compile(r"[:;!]2,([A-Za-z]{0,20})$")
_HEX = re.compile(r"[0-9a-fA-F]{1,8}")


def kept_as(names: Sequence[str], text: Callable[[str], str]) -> Kept:
    """What a mail is by its headers: their names in small letters and in order, and their text.

    The mailbox's own stand above those that the mail came with, and what came was sent.
    """
    came = names.index("received") if "received" in names else len(names)
    labels = text("x-gmail-labels").split(",") if "x-gmail-labels" in names[:came] else []
    found = {_LABELS.get(one.strip(' "').lower(), Kept.AS_SENT) for one in labels}
    is_unsent = text("x-unsent") == "1" or "x-mozilla-draft-info" in names
    if Kept.DRAFT in found or (is_unsent and "received" not in names):
        return Kept.DRAFT
    bits = text("x-mozilla-status") if "x-mozilla-status" in names[:came] else ""
    is_expunged = _HEX.fullmatch(bits) is not None and bool(int(bits, 16) & _EXPUNGED)
    if Kept.DELETED in found or is_expunged:
        return Kept.DELETED
    return Kept.SPAM if Kept.SPAM in found else Kept.AS_SENT


def kept_under(file_name: str) -> Kept:
    """What a mail is by the name of its file in a Maildir."""
    found = _MAILDIR.search(file_name)
    letters = found[1] if found else ""
    if "D" in letters:
        return Kept.DRAFT
    return Kept.DELETED if "T" in letters else Kept.AS_SENT
