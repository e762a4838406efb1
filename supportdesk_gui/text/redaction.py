"""Takes secrets out of text that is written down or shown: logs, reports of faults."""

from __future__ import annotations

import re
from collections.abc import Iterable

REDACTED = "[secret]"
_NAME = re.compile(r"^\s*[\w-]+\s*[:=]")
_SHORTEST = 6
"""Shorter ones are words that stand anywhere."""
_KEYS = re.compile(r"\bsk-[\w-]{8,}|\b(?:AKIA|ASIA)[A-Z0-9]{16}\b|\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*")
_NAMED = re.compile(
    r"""(?ix)(?P<name>\b(?:proxy-)?authorization|\bx-api-key|\bapi[-_]?key|\bx-[\w-]*token|\bset-cookie|\bcookie
    |\b[\w-]*(?:secret|password|passwd|token))
    (?P<between>["']?\s*[:=]\s*(?:b?["'])?(?:(?:bearer|basic|token)\s+)?)(?P<value>[^\s"',;}\])]+)"""
)
_BEARER = re.compile(r"(?i)\b(bearer|basic)\s+[\w.~+/=-]{8,}")
_PERSONAL = re.compile(r"[\w.+-]@[\w-]+\.\w|\d(?:\W{0,3}\w){12}")
_IN_ADDRESS = re.compile(r"(?i)(\b[a-z][a-z0-9+.-]*://[^\s/:@]*):[^\s/@]+@")


def redacted(text: str, secrets: Iterable[str] = ()) -> str:
    """`text` without these secrets in any spelling, and without what looks like one.

    A secret of several lines (headers, AWS's keys) is also known by each line's value.
    """
    for form in sorted(_forms(secrets), key=len, reverse=True):
        text = text.replace(form, REDACTED)
    text = _KEYS.sub(REDACTED, text)
    text = _NAMED.sub(_without_value, text)
    text = _BEARER.sub(rf"\1 {REDACTED}", text)
    return _without_people(_IN_ADDRESS.sub(rf"\1:{REDACTED}@", text))


def _without_people(text: str) -> str:
    """Without e-mail addresses, card numbers and IBANs, should a library's message hold one."""
    if not _PERSONAL.search(text):
        return text
    from supportdesk_gui.text.account_numbers import account_numbers
    from supportdesk_gui.text.contact_data import email_addresses
    from supportdesk_gui.text.personal import without_overlaps
    from supportdesk_gui.text.plain import plain

    found = without_overlaps([*account_numbers(text), *email_addresses(plain(text))])
    for one in reversed(found):
        text = f"{text[: one.start]}[{one.kind}]{text[one.end :]}"
    return text


def _without_value(found: re.Match[str]) -> str:
    # Counts ("input_tokens=12") are no secrets.
    if found["name"].lower().endswith("token") and found["value"].isdigit():
        return found[0]
    return f"{found['name']}{found['between']}{REDACTED}"


def _forms(secrets: Iterable[str]) -> set[str]:
    """The secrets as they are, and as addresses, JSON, repr and headers spell them."""
    from base64 import b64encode
    from json import dumps
    from urllib.parse import quote, quote_plus

    found: set[str] = set()
    for secret in secrets:
        lines = [_NAME.sub("", line, count=1).strip() or line for line in secret.splitlines()]
        for part in {secret, *lines, *(line.split()[-1] for line in lines if line)}:
            encoded = part.encode("utf-8", "surrogatepass")
            found |= {
                part, quote(encoded, safe=""), quote_plus(encoded), dumps(part)[1:-1],
                dumps(part, ensure_ascii=False)[1:-1], repr(part)[1:-1],
                repr(encoded)[2:-1],
                b64encode(encoded).decode(), part[::-1],
            }  # fmt: skip
    return {form for form in found if len(form) >= _SHORTEST}
