"""The text of the bytes of a mail, by the charset that it declares where that can be true.

Strict UTF-8 comes first, for no other text reads as it by chance; then what is declared, a few
broken bytes aside; then what the bytes look like. Japanese of ISO-2022 is read as Windows writes it.
"""

from __future__ import annotations

import codecs
import re

from supportdesk_gui.tickets.importing.encodings import SAMPLE, codec_name, guesses

_CALLED = {
    "iso-8859-8-i": "iso8859-8", "iso-8859-8-e": "iso8859-8", "iso-8859-6-i": "iso8859-6",
    "iso-8859-6-e": "iso8859-6", "x-sjis": "cp932", "windows-31j": "cp932", "ms_kanji": "cp932",
    "x-ms-cp932": "cp932", "cp943": "cp932", "cp943c": "cp932", "sjis": "cp932", "x-euc-jp": "euc_jp",
    "x-gbk": "gb18030", "gb_2312-80": "gb18030", "x-gb18030": "gb18030", "euc-cn": "gb18030",
    "big5": "big5hkscs", "big5-hkscs": "big5hkscs", "x-x-big5": "big5hkscs", "x-big5": "big5hkscs",
    "cn-big5": "big5hkscs", "ksc5601": "cp949", "ks_c_5601-1989": "cp949", "korean": "cp949",
    "windows-949": "cp949", "x-windows-949": "cp949", "tis-620": "cp874", "iso-8859-11": "cp874",
    "windows-874": "cp874", "unicode-1-1-utf-8": "utf-8", "x-unicode20utf8": "utf-8",
    "utf8mb4": "utf-8", "utf-8mb4": "utf-8", "x-mac-roman": "mac_roman", "x-mac-ce": "mac_latin2",
    "x-mac-cyrillic": "mac_cyrillic", "x-user-defined": "", "ansi_x3.4-1968": "utf-8",
    "ascii": "utf-8",
}  # fmt: skip
_SISTERS = {
    "iso8859-1": "cp1252", "iso8859-2": "cp1250", "iso8859-6": "cp1256", "iso8859-7": "cp1253",
    "iso8859-8": "cp1255", "iso8859-9": "cp1254", "iso8859-13": "cp1257", "iso8859-15": "cp1252",
}  # fmt: skip
"""What Windows writes where it calls it by the name of the standard, by the codec's own name: it has
letters and marks where the standard has control characters."""
_CONTROLS = re.compile(rb"[\x80-\x9f]")
_IN_A_ROW = re.compile(rb"[\x80-\x9f\xa1-\xff]{3,}")
_DIFFERENT, _LEAST_HIGH = 3, 6
"""No Western text has as many different ones in a row, but for a word of capitals, and nearly any
other has."""
_MANY_BYTES = frozenset({"gb18030", "cp932", "big5hkscs", "cp949", "euc_jp", "utf-8"})
_WESTERN = "cp1252"
_SURELY_UTF8 = 3
_LEAST, _LEAST_WESTERN = 0.5, 0.3
_PREFIX = re.compile(r"^(?:x-|cp-(?=\d)|windows-?(?=\d))")
_ESCAPE = re.compile(rb"\x1b(\$\([DOPQC]|\$[@AB]|\([BJIH]|\.[AF]|N)")
_ROW_END = re.compile(rb"([\r\n]+)")
_OF_ASCII, _OF_ROMAN, _OF_KANA, _OF_JIS = b"(B", (b"(J", b"(H"), b"(I", (b"$@", b"$B")


def decoded_text(data: bytes, charset: str) -> str:
    """The text of these bytes, in the declared charset where it can be that."""
    name = _codec(charset)
    if _ESCAPE.search(data) and (name.startswith("iso2022_jp") or name in ("", "utf-8")):
        return _japanese(data)
    if name and data.isascii():
        return data.decode(name, "replace")
    if _is_utf8(data, name):
        return data.decode("utf-8")
    if name in _SISTERS and _CONTROLS.search(data):
        name = _SISTERS[name]
    if name and not (name == _WESTERN and _is_hardly_western(data)):
        text = data.decode(name, "replace")
        if _is_mostly_read(text, name):
            return text
    found = guesses(data[:SAMPLE], whole=len(data) <= SAMPLE)
    if name == _WESTERN:
        western = max((one.score for one in found if one.encoding == name), default=0.0)
        if found[0].score < _LEAST or western > _LEAST_WESTERN:
            return data.decode(name, "replace")
    return data.decode(found[0].encoding, "replace")


def _is_hardly_western(data: bytes) -> bool:
    rows = _IN_A_ROW.findall(data)
    if not any(len(set(row)) >= _DIFFERENT for row in rows):
        return False
    return sum(map(len, rows)) >= _LEAST_HIGH


def _codec(charset: str) -> str:
    """The codec that reads what is declared; empty where there is none."""
    declared = charset.strip(" \"'").lower()
    known = _CALLED.get(declared, codec_name(declared))
    for name in (known, codec_name(_PREFIX.sub("", known)), _PREFIX.sub("cp", known)):
        try:
            return _CALLED.get(name, codecs.lookup(name).name) if name else ""
        except (LookupError, ValueError):
            continue
    return ""


def _is_utf8(data: bytes, name: str) -> bool:
    """Whether it is UTF-8, whatever is declared: a sign or two of Chinese or Russian may read so."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    if name in ("", "utf-8", _WESTERN, "iso8859-15"):
        return True
    if name.startswith(("utf", "iso2022")) or name == "hz":
        return False
    return sum(char > "\x7f" for char in text) >= _SURELY_UTF8


def _is_mostly_read(text: str, name: str) -> bool:
    """Whether a charset is right but for a few broken bytes: what many bytes make one sign of does
    not read by chance, of UTF-8 not even half."""
    broken = text.count("\ufffd")
    if not broken:
        return True
    if name not in _MANY_BYTES:
        return False
    sound = sum(char > "\x7f" for char in text) - broken
    return sound >= broken * (1 if name == "utf-8" else 8)


def _japanese(data: bytes) -> str:
    """ISO-2022-JP with the signs that Windows adds to it and half-width letters."""
    told: list[str] = []
    mode = _OF_ASCII
    for at, part in enumerate(_ESCAPE.split(data)):
        if at % 2:
            mode = part
            continue
        for place, row in enumerate(_ROW_END.split(part)):
            if place % 2 and mode not in _OF_ROMAN:  # which a line may end in
                mode = _OF_ASCII  # a line begins in it, whatever was forgotten
            told.append(_of_row(row, mode))
    return "".join(told)


def _of_row(row: bytes, mode: bytes) -> str:
    if mode == _OF_ASCII or mode in _OF_ROMAN:
        if not row.isascii():
            return decoded_text(row, "utf-8")
        text = row.decode("ascii")
        return text.replace("\\", "¥") if mode in _OF_ROMAN else text  # but ~, for links have it
    if mode == _OF_KANA:
        return bytes(byte | 0x80 if 0x20 < byte < 0x60 else byte for byte in row).decode(
            "cp932", "replace"
        )
    if mode not in _OF_JIS:
        codec = "iso2022_jp_2" if mode in (b"$A", b"$(C", b".A", b".F", b"N") else "iso2022_jp_2004"
        codec = "iso2022_jp_1" if mode == b"$(D" else codec
        return (b"\x1b" + mode + row).decode(codec, "replace")
    shifted = bytearray()
    at = 0
    while at < len(row):
        pair = row[at : at + 2]
        if len(pair) == 2 and all(0x21 <= byte <= 0x7E for byte in pair):
            shifted += _shifted(pair[0], pair[1])
            at += 2
        else:
            shifted.append(row[at])
            at += 1
    return shifted.decode("cp932", "replace")


def _shifted(row: int, cell: int) -> bytes:
    """A sign of JIS, by row and cell, as Shift-JIS has it."""
    first = (row - 0x21) // 2 + (0x81 if row < 0x5F else 0xC1)
    if row % 2:
        return bytes((first, cell + (0x1F if cell < 0x60 else 0x20)))
    return bytes((first, cell + 0x7E))
