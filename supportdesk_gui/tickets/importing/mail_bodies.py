"""The text of one mail, and what is attached to it by name.

Nothing here raises for what a mail holds.
"""

from __future__ import annotations

import email.message
import re
from binascii import a2b_base64
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from html import escape, unescape

from supportdesk_gui.text.safe_html import html_to_text
from supportdesk_gui.tickets.importing.mail_charsets import decoded_text
from supportdesk_gui.tickets.importing.mails import (
    HEADER_END,
    LONGEST_HEADER,
    decoded_header,
    text_of,
)
from supportdesk_gui.tickets.ticket import Attachment

MOST_BYTES = 33_554_432
_MOST_PARTS = 500
_DEEPEST = 20
_ATTACHED = frozenset({"attachment"})
_MOST_COMPARED = 200_000
_GRAM, _SAMPLES = 8, 32
_SAME, _MOSTLY = 0.6, 0.8
"""Which share of one text has to stand in another one that is to be taken for the same, and for one
that holds it."""
_LINK = re.compile(r"https?://\S+|mailto:\S+|\[\d{1,3}\]")
"""An address, which only one of both forms may spell out, or the number of one in a list below."""
_MARKUP = re.compile(r"<[^<>]*>")
_BASE64 = re.compile(r"(?:[A-Za-z0-9+/]+={0,2}[ \t]*\r?\n)+(?=\s*[^\sA-Za-z0-9+/=]|\s*\S+[ \t]\S)")
"""Lines in base64 above one that is none."""
_BESIDE_LETTERS = re.compile(r"[\W_]+")
_STAND_IN = re.compile(r"\bhtml\b", re.IGNORECASE)
_LONGEST_STAND_IN = 400


@dataclass(frozen=True, slots=True)
class _Words:
    """What one part of a mail says."""

    text: str
    is_html: bool = False

    @property
    def plain(self) -> str:
        """Without markup."""
        return (html_to_text(self.text) if self.is_html else self.text).strip()


def body_of(data: bytes) -> tuple[str, tuple[Attachment, ...]]:
    """The text of a mail, HTML where a part of it has no plain one, and what is attached to it;
    behind it the text of mails that are attached."""
    try:
        mail = message_from_bytes(data[:MOST_BYTES])
        files: list[Attachment] = []
        words = _words(mail, files)
        if mail.get_content_type() != "multipart/report":  # which has our own words
            words += [_Words(one) for part in _parts(mail) if (one := _attached(part))]
    except (RecursionError, ValueError, LookupError, AttributeError, TypeError, IndexError):
        end = HEADER_END.search(data)  # so broken that only its letters are left
        return text_of(data[end.end() if end else 0 :][:1_000_000]), ()
    return _joined(words).replace("\0", "\ufffd"), tuple(files)


def chosen(plain: str, html: str) -> str:
    """The body of a mail that has it in both forms: the plain one, unless that says less."""
    return _joined(_said_once([_Words(plain), _Words(html, is_html=True)], are_forms=True))


def _joined(words: list[_Words]) -> str:
    """As one body: HTML if a part of it is."""
    if not any(one.is_html for one in words):
        return "\n\n".join(one.text.strip() for one in words if one.text.strip())
    return "\n\n".join(
        one.text.strip() if one.is_html
        else f"<p>{escape(one.text.strip())}</p>".replace("\n", "<br>")
        for one in words if one.text.strip()
    )  # fmt: skip


def _attached(part: email.message.Message) -> str:
    """Who wrote a mail that is attached to another, what about, and its text."""
    inner = part.get_payload()
    is_mail = part.get_content_type() == "message/rfc822"
    mail = inner[0] if is_mail and isinstance(inner, list) and inner else None
    if not isinstance(mail, email.message.Message):
        return ""
    words = "\n\n".join(text for one in _words(mail, []) if (text := one.plain))
    names = (
        str(mail[name] or "").encode("utf-8", "surrogateescape") for name in ("from", "subject")
    )
    told = [" ".join(decoded_header(name[:LONGEST_HEADER]).split()) for name in names]
    return f"{': '.join(one for one in told if one)}\n\n{words}" if words else ""


def _words(part: email.message.Message, files: list[Attachment], depth: int = 0) -> list[_Words]:
    """What a part says and those in it, each thing once; `files` takes what is attached."""
    if depth > _DEEPEST or len(files) > _MOST_PARTS:
        return []
    if not _holds_parts(part):
        return _words_of_leaf(part, files)
    words: list[_Words] = []
    for one in list(part.get_payload())[:_MOST_PARTS]:
        if isinstance(one, email.message.Message):
            words += _words(one, files, depth + 1)
    are_forms = part.get_content_type() == "multipart/alternative"
    return _said_once(words[:_MOST_PARTS], are_forms=are_forms)


def _said_once(words: list[_Words], *, are_forms: bool) -> list[_Words]:
    """Without the HTML that the plain parts hold already, or the plain ones that HTML holds. Some
    are empty, some a footer, and some only say that there is HTML. Those that call themselves forms
    of one text need only have its words, as a table that is written in lines has."""
    words = [one for one in words if one.text.strip()]
    html = [one for one in words if one.is_html]
    if not html or len(html) == len(words):
        return words
    if sum(len(one.text) for one in words) > _MOST_COMPARED:
        return [one for one in words if not one.is_html]
    plain = [one for one in words if not one.is_html]
    if _seem_the_same(plain, html):
        return plain
    in_plain, in_html = _grams(plain), _grams(html)
    if not in_html or len(in_html & in_plain) >= len(in_html) * _SAME:
        return plain
    if len(in_html & in_plain) >= len(in_plain) * _MOSTLY or _stands_in(plain):
        return html
    return plain if are_forms and _share_words(plain, html) else words


def _share_words(plain: list[_Words], html: list[_Words]) -> bool:
    """Whether nearly every word of the HTML stands in the plain text, which says little more."""
    told, said = _each_word(html), _each_word(plain)
    return len(told & said) >= max(len(told) * _MOSTLY, len(said) / 2)


def _each_word(words: list[_Words]) -> set[str]:
    text = _LINK.sub(" ", " ".join(one.plain for one in words)).casefold()
    return set(_BESIDE_LETTERS.split(text)) - {""}


def _seem_the_same(plain: list[_Words], html: list[_Words]) -> bool:
    """Whether a few samples of the HTML all over it stand in the plain text, as nearly always."""
    said = _letters(" ".join(one.text for one in plain))
    markup = " ".join(one.text[max(0, one.text.lower().find("<body")) :] for one in html)
    told = _letters(unescape(_MARKUP.sub("", markup)))
    step = max(1, (len(told) - _GRAM) // _SAMPLES)
    samples = [told[at : at + _GRAM] for at in range(0, max(1, len(told) - _GRAM), step)]
    return sum(one in said for one in samples) >= len(samples) * _MOSTLY


def _letters(text: str) -> str:
    return _BESIDE_LETTERS.sub("", _LINK.sub(" ", text)).casefold()


def _grams(words: list[_Words]) -> set[str]:
    """Every few letters in a row, links aside: they tell whether a text stands in another one,
    however its lines are wrapped."""
    letters = _letters(" ".join(one.plain for one in words))
    return {letters[at : at + _GRAM] for at in range(max(1, len(letters) - _GRAM + 1))} - {""}


def _stands_in(plain: list[_Words]) -> bool:
    """Whether it only says that the mail is written in HTML."""
    text = " ".join(one.text for one in plain)
    return len(text) <= _LONGEST_STAND_IN and _STAND_IN.search(text) is not None


def _words_of_leaf(part: email.message.Message, files: list[Attachment]) -> list[_Words]:
    kind = part.get_content_type()
    if kind.startswith("multipart/"):  # its boundary is nowhere to be found
        kind = "text/plain"
    name = _file_name(part)
    attached = part.get_content_disposition() in _ATTACHED
    if kind == "message/rfc822" or attached or (name and not kind.startswith("text/")):
        size = len(part.get_payload(decode=True) or b"") if not part.is_multipart() else 0
        files.append(Attachment(name or kind, kind, size))
    elif kind in ("text/plain", "text/html"):
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes):
            charset = str(part.get_content_charset() or "")
            encoded, footer = _parted(part)
            text = decoded_text(encoded or payload, charset)
            below = [_Words(decoded_text(footer, charset))] if footer else []
            return [_Words(text, kind == "text/html"), *below]
    elif not part.is_multipart():
        files.append(Attachment(name or kind, kind))
    return []


def _parted(part: email.message.Message) -> tuple[bytes, bytes]:
    """What a part in base64 says, and what a gateway has written below it as it is; empty where
    nothing is written there."""
    raw = part.get_payload()
    if not isinstance(raw, str) or "base64" not in str(part["content-transfer-encoding"]).lower():
        return b"", b""
    end = _BASE64.match(raw)
    footer = raw[end.end() :].strip() if end else ""
    if end is None or not footer:
        return b"", b""
    letters = "".join(end[0].split()).rstrip("=")
    whole = letters[: len(letters) // 4 * 4 if len(letters) % 4 == 1 else len(letters)]
    try:
        encoded = a2b_base64(whole + "=" * (-len(whole) % 4))
    except ValueError:
        return b"", b""
    return encoded, footer.encode("utf-8", "surrogateescape")


def _holds_parts(part: email.message.Message) -> bool:
    return part.is_multipart() and part.get_content_maintype() != "message"


def _parts(part: email.message.Message, depth: int = 0) -> Iterator[email.message.Message]:
    """The leaves of a mail."""
    if depth > _DEEPEST:
        return
    if not _holds_parts(part):
        yield part
        return
    for one in part.get_payload():
        if isinstance(one, email.message.Message):
            yield from _parts(one, depth + 1)


def _file_name(part: email.message.Message) -> str:
    try:
        name = part.get_filename() or ""
    except (LookupError, ValueError, TypeError):
        return ""
    raw = name.encode("utf-8", "surrogateescape")
    return decoded_header(raw)[:200].rpartition("/")[2].rpartition("\\")[2]
