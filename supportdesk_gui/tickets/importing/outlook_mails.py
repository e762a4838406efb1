"""Mails as Outlook saves them (.msg)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from supportdesk_gui.tickets.importing.mail_bodies import chosen
from supportdesk_gui.tickets.importing.mail_marks import Kept
from supportdesk_gui.tickets.importing.mails import MailHead, head_of
from supportdesk_gui.tickets.importing.report import FailureReason, ImportFailure
from supportdesk_gui.tickets.ticket import Attachment

_MOST_BYTES = 67_108_864
_FLAGS, _UNSENT = 0x0E07, 0x8  # PidTagMessageFlags
_MARK = "__properties_version1.0".encode("utf-16-le")


def is_outlook_mail(path: Path) -> bool:
    """Whether an OLE file holds a mail and no sheet."""
    if path.suffix.lower() == ".msg":
        return True
    if path.suffix.lower() in (".xls", ".doc", ".ppt") or path.stat().st_size > _MOST_BYTES:
        return False
    return _MARK in path.read_bytes()


def outlook_head(path: Path) -> MailHead:
    """Its headers. Raises ImportFailure where it cannot be read."""
    mail = _loaded(path)
    names = {str(name).lower(): str(value) for name, value in mail.message_headers.items()}
    names.setdefault("from", str(mail.sender or ""))
    names.setdefault("subject", str(mail.subject or ""))
    lines = [f"{name}: {' '.join(value.split())}" for name, value in names.items()]
    head = head_of("\r\n".join([*lines, "", ""]).encode("utf-8", "replace"))
    if head.sent_at is None and mail.sent_date is not None:
        head = replace(head, sent_at=int(mail.sent_date.timestamp()))
    flags = mail.properties.int_prop_value(_FLAGS)
    return replace(head, kept=Kept.DRAFT) if (flags or 0) & _UNSENT else head


def outlook_body(path: Path) -> tuple[str, tuple[Attachment, ...]]:
    """Its text, HTML where it has no plain one, and what is attached to it."""
    mail = _loaded(path)
    files = [
        Attachment(str(one.file_name or "")[:200], str(one.mime_type or ""), int(one.size or 0))
        for one in mail.attachments
    ]
    return chosen(str(mail.body or ""), str(mail.html_body or "")), tuple(files)


def _loaded(path: Path) -> Any:
    if path.stat().st_size > _MOST_BYTES:
        raise ImportFailure(FailureReason.TOO_BIG, path)
    from oxmsg import Message

    try:
        mail = Message.load(str(path))
        _ = mail.message_headers, mail.sender, mail.subject, mail.sent_date
        _ = mail.properties.int_prop_value(_FLAGS)
        _ = mail.body, mail.html_body, list(mail.attachments)
    except Exception as error:  # its parser fails in many ways, all of which mean the same
        raise ImportFailure(FailureReason.DAMAGED, path) from error
    return mail
