"""Words of other letters as headers of mails have them: `=?UTF-8?B?5L2g5aW9?=`.

Exports of mail systems leave them as they are in subjects and names.
"""

from __future__ import annotations

import binascii
import re
from quopri import decodestring

from supportdesk_gui.tickets.importing.mail_charsets import decoded_text

_WORD = re.compile(r"=\?([\w.:+-]{2,40})(?:\*[\w-]+)?\?([bBqQ])\?([^?]*)\?=")
_BETWEEN_WORDS = re.compile(r"(\?=)\s+(?==\?)")


def decoded_words(text: str) -> str:
    """The text with all such words decoded."""
    if "=?" not in text:
        return text
    pieces: list[str] = []
    waiting, charset, at = b"", "", 0
    text = _BETWEEN_WORDS.sub(r"\1", text)
    for match in _WORD.finditer(text):
        between = text[at : match.start()]
        if waiting and (between or match[1].lower() != charset):
            pieces.append(decoded_text(waiting, charset))
            waiting = b""
        pieces.append(between)
        waiting += _word_bytes(match[2], match[3])  # a character may go on in the next word
        charset, at = match[1].lower(), match.end()
    if waiting:
        pieces.append(decoded_text(waiting, charset))
    return "".join([*pieces, text[at:]])


def _word_bytes(kind: str, word: str) -> bytes:
    if kind in "qQ":
        return decodestring(word.replace("_", " ").encode("utf-8", "replace"), header=True)
    try:
        return binascii.a2b_base64(word.encode("ascii", "replace") + b"==")
    except binascii.Error:
        return word.encode("utf-8", "replace")
