"""Whose a mail is, and what it answers, where its headers leave that to others.

What a form sends names its customer in the text; Gmail and Outlook number their conversations.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from supportdesk_gui.tickets.importing.clipboard_roles import house_of, is_automatic, is_service
from supportdesk_gui.tickets.importing.mail_threads import Ours
from supportdesk_gui.tickets.importing.mails import MailHead, topic

_NAMED = (
    r"(?:your |full |customer |contact )?name|nombre(?: completo)?|nom(?: complet)?|nome(?: completo)?"
    r"|naam|navn|namn|nimi|vor- und nachname|imię(?: i nazwisko)?|jméno|имя|姓名|您的姓名|名前|お名前|氏名|이름"
)
_MAIL = (
    r"(?:your |customer |contact )?e-?mail(?:[ -]?(?:address|adresse|id))?|correo(?: electrónico)?"
    r"|courriel|adresse e-?mail|endereço de e-?mail|indirizzo e-?mail|e-mailadres|e-?postadress"
    r"|邮箱|电子邮箱|电子邮件|郵箱|電子郵件|電子信箱|メールアドレス|メール|이메일|эл\. почта|электронная почта"
)
_FIELD = r"^[>*\s]*(?:{labels})[ \t*]*[:：][ \t*]*(?:\n[ \t]*)?"
_NAME_FIELD = re.compile(_FIELD.format(labels=_NAMED) + r"([^\n@:：]{1,100})$", re.I | re.M)
_MAIL_FIELD = re.compile(
    _FIELD.format(labels=_MAIL) + r"<?(?:mailto:)?([^\s<>:,;]{1,64}@[^\s<>:,;]{1,255})", re.I | re.M
)
_LONGEST_FORM = 20_000


def as_filled_in(head: MailHead, text: str, ours: Ours) -> MailHead:
    """The mail by the customer whose name and one address stand in the fields of a form, where a
    robot sent it that nobody can answer."""
    if not is_form(head):
        return head
    text = text[:_LONGEST_FORM]
    names = {one.strip(" *\t") for one in _NAME_FIELD.findall(text)}
    addresses = {one.strip("*.)").lower() for one in _MAIL_FIELD.findall(text)}
    if len(names) != 1 or len(addresses) != 1:
        return head
    address = addresses.pop()
    houses, own = {*map(house_of, head.to)} - {""}, house_of(head.address)
    to_us = any(map(ours.has, head.to)) if ours.address else own in houses
    is_theirs = address not in head.to and house_of(address) not in houses | {own or "-"}
    if not to_us or not is_theirs or ours.seems(address) or is_service(address):
        return head
    return replace(head, sender=names.pop(), address=address)


def is_form(head: MailHead) -> bool:
    """Whether a robot sent a mail that answers none and is itself to be answered nowhere."""
    is_answer = bool(head.ids or head.answer_to[1] or head.is_automatic)
    return is_automatic(head.address) and not is_answer


def answering(heads: Iterable[MailHead]) -> dict[int, str]:
    """The Message-ID of the mail that others answer which name none, by their places.

    Their subjects say that they are answers, and the mail program has given them the number of a
    conversation in which but one mail is none.
    """
    opened: dict[str, set[str]] = {}
    answers: list[tuple[int, str]] = []
    for place, head in enumerate(heads):
        if head.conversation and not head.ids:
            if topic(head.subject) == head.subject:
                opened.setdefault(head.conversation, set()).add(head.id)
            else:
                answers.append((place, head.conversation))
    first = {name: ids.copy().pop() for name, ids in opened.items() if len(ids) == 1}
    return {place: first[name] for place, name in answers if first.get(name)}
