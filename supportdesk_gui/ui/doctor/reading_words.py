"""Words for how a file can be read: kinds, encodings, delimiters, zones, and our fields."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QTimeZone

from supportdesk_gui.tickets.importing.report import Kind

ENCODINGS = (
    "utf-8", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "big5", "cp932", "cp949", "cp1252",
    "cp1251", "koi8-u", "mac_roman", "cp1250", "iso8859-2", "cp1253", "cp1254", "cp1255", "cp1256",
    "cp874", "cp866", "iso8859-5",
)  # fmt: skip
_NAMES = {
    "utf-8": "UTF-8", "utf-8-sig": "UTF-8", "utf-16": "UTF-16", "utf-16-le": "UTF-16 LE",
    "utf-16-be": "UTF-16 BE", "utf-32": "UTF-32", "gb18030": "GB 18030 (GBK)", "big5": "Big5",
    "koi8-u": "KOI8-U", "mac_roman": "Mac OS Roman", "cp932": "Shift JIS", "cp949": "EUC-KR", "cp1252": "Windows-1252", "cp1251": "Windows-1251",
    "cp1250": "Windows-1250", "iso8859-2": "ISO 8859-2", "cp1253": "Windows-1253", "cp1254": "Windows-1254",
    "cp1255": "Windows-1255", "cp1256": "Windows-1256", "cp874": "Windows-874", "cp866": "DOS 866",
    "iso8859-5": "ISO 8859-5",
}  # fmt: skip


def encoding_words(name: str) -> str:
    """What people call an encoding."""
    return _NAMES.get(name, name)


def kind_words(kind: Kind) -> str:
    """What a file is, without its vendor."""
    words = {
        Kind.TABLE: QCoreApplication.translate("Doctor", "Table (CSV)"),
        Kind.WORKBOOK: QCoreApplication.translate("Doctor", "Excel workbook"),
        Kind.JSON: "JSON",
        Kind.JSON_LINES: "JSON Lines",
        Kind.XML: "XML",
        Kind.MAILS: QCoreApplication.translate("Doctor", "Mails"),
    }
    return words[kind]


def delimiter_words(delimiter: str) -> str:
    """What stands between the cells."""
    words = {
        ",": QCoreApplication.translate("Doctor", "Commas between the cells"),
        ";": QCoreApplication.translate("Doctor", "Semicolons between the cells"),
        "\t": QCoreApplication.translate("Doctor", "Tabs between the cells"),
        "|": QCoreApplication.translate("Doctor", "Bars between the cells"),
        "，": QCoreApplication.translate("Doctor", "Full-width commas between the cells"),
    }
    return words.get(delimiter) or QCoreApplication.translate(
        "Doctor", "“{sign}” between the cells"
    ).format(sign=delimiter)


def computer_zone_words() -> str:
    """The zone of this computer and how far it is ahead: `Europe/Madrid, +01:00`."""
    name = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")
    offset = datetime.now().astimezone().strftime("%z")
    ahead = f"{offset[:3]}:{offset[3:5]}"
    return f"{name.replace('_', ' ')}, {ahead}" if name else ahead


def field_words() -> dict[str, str]:
    """Our fields in the order in which they are offered, with their names."""
    return {
        "id": QCoreApplication.translate("Doctor", "Ticket number"),
        "subject": QCoreApplication.translate("Doctor", "Subject"),
        "body": QCoreApplication.translate("Doctor", "Message text"),
        "reply": QCoreApplication.translate("Doctor", "Reply that was sent"),
        "comment": QCoreApplication.translate("Doctor", "Comment"),
        "customer": QCoreApplication.translate("Doctor", "Requester"),
        "email": QCoreApplication.translate("Doctor", "E-mail"),
        "status": QCoreApplication.translate("Doctor", "Status"),
        "priority": QCoreApplication.translate("Doctor", "Priority"),
        "created": QCoreApplication.translate("Doctor", "Received"),
        "updated": QCoreApplication.translate("Doctor", "Changed"),
        "solved": QCoreApplication.translate("Doctor", "Solved"),
        "tags": QCoreApplication.translate("Doctor", "Tags"),
        "channel": QCoreApplication.translate("Doctor", "Channel"),
        "language": QCoreApplication.translate("Doctor", "Language"),
        "agent": QCoreApplication.translate("Doctor", "Agent"),
        "url": QCoreApplication.translate("Doctor", "Link"),
        "attachment": QCoreApplication.translate("Doctor", "Attachment"),
        "message_id": QCoreApplication.translate("Doctor", "Message number"),
        "answered": QCoreApplication.translate("Doctor", "Answers message number"),
        "sent": QCoreApplication.translate("Doctor", "Message sent"),
        "author": QCoreApplication.translate("Doctor", "Author"),
        "author_email": QCoreApplication.translate("Doctor", "Author’s e-mail"),
        "author_id": QCoreApplication.translate("Doctor", "Author’s number"),
        "author_type": QCoreApplication.translate("Doctor", "Author’s role"),
        "requester_id": QCoreApplication.translate("Doctor", "Requester’s number"),
        "public": QCoreApplication.translate("Doctor", "Public or not"),
        "private": QCoreApplication.translate("Doctor", "Internal or not"),
        "message_type": QCoreApplication.translate("Doctor", "Kind of message"),
        "direction": QCoreApplication.translate("Doctor", "Incoming or not"),
    }
