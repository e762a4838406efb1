"""The headers of one mail: who wrote it, to whom, when, and which mails it answers.

Headers are read from the bytes: raw 8-bit ones are common, and a declared gb2312 is in truth
gb18030. Nothing here raises for what a mail holds.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import parseaddr

from supportdesk_gui.tickets.importing.encoded_words import decoded_words
from supportdesk_gui.tickets.importing.encodings import guesses
from supportdesk_gui.tickets.importing.mail_dates import sent_at
from supportdesk_gui.tickets.importing.mail_marks import Kept, kept_as

LONGEST_HEADER = 20_000
_OUTLOOK_FIRST = 22
_ID = re.compile(r"<([^<>\s]{1,400})>")
_ADDRESS = re.compile(r"[^\s<>,;:\"'()@]{1,64}@[^\s<>,;:\"'()@]{1,255}")
_IN_BRACKETS = re.compile(r"<\s*([^<>\s]{1,64}@[^<>\s]{1,255})\s*>")
_BEFORE_ADDRESS = re.compile(r"[\s<]*(?:\([^()]*\)?)?[\s<]*(?:\[?mailto:)?$")
_FOLD = re.compile(rb"\r?\n(?=[ \t])")
HEADER_END = re.compile(rb"\r?\n\r?\n|\n\r\n")
_REPLY = (
    r"re|aw|sv|vs|r|ref|rif|res|odp|odpověď|vá|ynt|antw|bls|отв|на|απ|σχετ|השב|رد|ตอบ(?:กลับ)?"
    r"|trả lời|răspuns|回复|回覆|答复|答覆|返信|답장|회신"
)
_FORWARD = (
    r"fwd?|wg|tr|enc|doorst|rv|vb|i|pd|vl|[iİı]lt|tov(?:ábbítás)?|trs|пер|пересл|πρθ|הועבר|redir"
    r"|إعادة توجيه|ส่งต่อ|chuyển tiếp|转发|轉寄|轉發|転送|전달"
)
_WROTE_TO_LIST = ("x-original-from", "x-original-sender")
_REPORTED_ID = re.compile(rb"(?im)^message-id:[ \t]*(<[^<>\s]{1,400}>)")
_FAILED_TO = re.compile(rb"(?im)^(?:final|original)-recipient:[^;\r\n]{0,40};([^\r\n]{1,400})")
_FORWARDED = re.compile(rf"\s*(?:(?:{_REPLY})\s*[:：]\s*)*(?:{_FORWARD})\s*[:：]", re.IGNORECASE)
_MAYBE_FORWARDED = re.compile(r"\s*vs\s*[:：]", re.IGNORECASE)
"""In Danish and Norwegian a mail that is passed on, in Finnish an answer."""
_FROM_IN_DANISH = re.compile(r"^[>*\s]*Fra\**\s*:", re.IGNORECASE | re.MULTILINE)
_BEFORE_TOPIC = re.compile(
    rf"^(?:\s*(?:{_REPLY}|{_FORWARD})(?:\[\d+\])?\s*[:：])+\s*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class MailHead:
    """What the headers say; `ids` are those of the mails before it, the oldest first.

    `answer_to` are the name and address that an answer is to go to, where they are told, or those
    of who wrote to a mailing list. `is_automatic`: no person wrote it, such as while they are away;
    `is_report`: it says what became of a mail, and is to those whom that went to. `kept`: whether it
    was sent at all, or thrown away. `conversation` is its number in Gmail or Outlook.
    """

    id: str
    ids: tuple[str, ...]
    sender: str
    address: str
    to: tuple[str, ...]
    subject: str
    sent_at: int | None
    answer_to: tuple[str, str] = ("", "")
    is_automatic: bool = False
    is_report: bool = False
    is_of_list: bool = False
    kept: Kept = Kept.AS_SENT
    conversation: str = ""


def head_of(data: bytes) -> MailHead:
    """The headers at the beginning of a mail."""
    end = HEADER_END.search(data)
    found: dict[str, list[bytes]] = {}
    for line in _FOLD.sub(b"", data[: end.start() if end else len(data)]).splitlines():
        header, colon, value = line.partition(b":")
        if colon and b" " not in header:
            found.setdefault(header.decode("latin-1").lower(), []).append(value.strip())

    def text(name: str) -> str:
        values = found.get(name)
        return decoded_header(values[0][:LONGEST_HEADER]) if values else ""

    before = _ID.findall(text("references")) + _ID.findall(text("in-reply-to"))
    own = _ID.search(text("message-id"))
    raw_from = _raw(found, "from") or _raw(found, "sender") or _raw(found, "return-path")
    name, address = _sender(raw_from)
    first = next((one for one in _WROTE_TO_LIST if _raw(found, one)), "reply-to")
    answer_name, answer_address = _sender(_raw(found, first))
    to = [decoded for header in ("to", "cc", "delivered-to") if (decoded := _raw(found, header))]
    is_report = "multipart/report" in text("content-type").lower()
    if is_report:
        before += _ID.findall(decoded_header(b" ".join(_REPORTED_ID.findall(data))))
        failed = _FAILED_TO.findall(data) + found.get("x-failed-recipients", [])
        to = [decoded_header(b" ".join(failed))] if failed else to
    return MailHead(
        own[1] if own else "",
        tuple(dict.fromkeys(before)),
        decoded_words(name).strip(' "'),
        _address(address),
        tuple(dict.fromkeys(one.lower() for text in to for one in _ADDRESS.findall(text))),
        " ".join(text("subject").split()),
        sent_at(text("date")) or sent_at(text("received").rpartition(";")[2]),
        (decoded_words(answer_name).strip(' "'), _address(answer_address)),
        is_report or _is_automatic(text), is_report, "list-id" in found,
        kept_as(list(found), text), text("x-gm-thrid") or _outlook_conversation(text("thread-index")),
    )  # fmt: skip


def _outlook_conversation(index: str) -> str:
    """What all mails of a conversation have in common: the 22 bytes of the first one."""
    try:
        first = binascii.a2b_base64(index.encode("ascii", "replace") + b"==")[:_OUTLOOK_FIRST]
    except binascii.Error:
        return ""
    return first.hex() if len(first) == _OUTLOOK_FIRST else ""


def _is_automatic(text: Callable[[str], str]) -> bool:
    """Whether somebody's mail program answers by itself; what a form sends is by its customer."""
    return (
        "auto-replied" in text("auto-submitted").lower()
        or "auto_reply" in text("precedence").lower()
        or bool(text("x-autoreply") or text("x-autorespond"))
    )


def is_forward(subject: str, text: Callable[[], str]) -> bool:
    """Whether a mail passes another one on, by its subject; where that may be an answer as well, by
    the language of what stands below."""
    if _MAYBE_FORWARDED.match(subject):
        return _FROM_IN_DANISH.search(text()) is not None
    return _FORWARDED.match(subject) is not None


def topic(subject: str) -> str:
    """What a mail is about: its subject without the signs of answers and of passing on."""
    return _BEFORE_TOPIC.sub("", subject)


def _address(text: str) -> str:
    return text.strip().lower() if "@" in text else ""


def _sender(header: str) -> tuple[str, str]:
    """Name and address, also where signs in the name would have to be in quotes and are not."""
    in_brackets = list(_IN_BRACKETS.finditer(header))
    try:
        name, address = parseaddr(header)
    except RecursionError:  # brackets in brackets without end
        name, address = "", ""
    is_one = "@" in address and len(address.split()) == 1
    if is_one and (not in_brackets or any(one[1].endswith(address) for one in in_brackets)):
        return name, address
    found = in_brackets[0] if in_brackets else _ADDRESS.search(header)
    if not found:
        return name, address
    address = found[1].rpartition(":")[2] if in_brackets else found[0].strip("[]")
    return _BEFORE_ADDRESS.sub("", header[: found.start()]), address


def _raw(found: dict[str, list[bytes]], name: str) -> str:
    """A header with its encoded words as they are, for commas inside them part no names."""
    values = found.get(name)
    return text_of(values[0][:LONGEST_HEADER]) if values else ""


def decoded_header(value: bytes) -> str:
    """The text of a header: encoded words decoded, raw bytes by what they look like."""
    return decoded_words(text_of(value))


def text_of(value: bytes) -> str:
    """The text of raw bytes by what they look like."""
    if value.isascii():
        return value.decode("ascii")
    return value.decode(guesses(value, whole=True)[0].encoding, "replace")
