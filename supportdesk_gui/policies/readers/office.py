"""What Word and Excel files have in common: a zip that is looked at before it is unpacked."""

from __future__ import annotations

import io
import zipfile

from supportdesk_gui.policies.document import ReadFailure
from supportdesk_gui.policies.readers.reading import UnreadableDocument

_OLD_CONTAINER = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# Unpacked XML takes some ten times its size in memory; pictures are never unpacked.
MOST_XML_BYTES = 100_000_000


def check_package(data: bytes, wanted: str) -> None:
    """Refuse what is no Office package with a member `wanted`.

    Raises UnreadableDocument: PASSWORD for an encrypted file, TOO_LARGE for a small file that
    unpacks to a huge one, DAMAGED for anything else, a file of before 2007 included.
    """
    if data.startswith(_OLD_CONTAINER):
        locked = _ENCRYPTED in data
        raise UnreadableDocument(ReadFailure.PASSWORD if locked else ReadFailure.DAMAGED)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members = package.infolist()
    except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError) as error:
        raise UnreadableDocument(ReadFailure.DAMAGED) from error
    if any(member.flag_bits & 1 for member in members):
        raise UnreadableDocument(ReadFailure.PASSWORD)
    if wanted not in {member.filename for member in members}:
        raise UnreadableDocument(ReadFailure.DAMAGED)
    xml = (member.file_size for member in members if member.filename.endswith((".xml", ".rels")))
    if sum(xml) > MOST_XML_BYTES:
        raise UnreadableDocument(ReadFailure.TOO_LARGE)
