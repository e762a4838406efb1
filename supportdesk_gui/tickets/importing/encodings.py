"""Which encoding the bytes of an export are in, decided by evidence and never by a declaration.

Byte order mark, then strict UTF-8, then scored candidates: gb18030 takes nearly any East Asian
bytes without an error, so that a decoder's consent proves nothing. What counts is whether the
characters it gives are those that people write.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from supportdesk_gui.text.delimiters import IN_EXPORTS
from supportdesk_gui.tickets.importing.regional_encodings import regional
from supportdesk_gui.tickets.importing.vendors import FIELD_OF, normalised

SAMPLE = 262_144
_SCORED = 24_000
_CLOSE = 0.12
_LEAST_SOUND, _FEWEST_PLAIN = 0.85, 4
_NAMES = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "cp936": "gb18030",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "utf-8",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
}
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WORD = re.compile(r"[^\s,;|\"']{1,40}")
_CELL_END = re.compile(f"[{re.escape(''.join(IN_EXPORTS))}\r\n]")
_CHINESE = frozenset(
    "的一是不了在有我他这這个個们們来來到时時大地为為子中你说說生国國年着就那和要她出也得里裡后後"
    "自以会會家可下而过過天去能对對小多然于心学學么麼之都好看起发發当當没沒成只如事把还還用第样樣"
    "道想作种種开開请請问問单單订訂货貨退款物流收快递遞换換发票商品客服谢謝您吗嗎什给給已已经經"
    "联聯系繫件号號日月期状态態题題编編号号容内標标建立主描述創创"
)
_HANGUL = frozenset(
    "이다는을의에가고하지한기로도사은를어리나서인자그아대니시해정스요습문주제일수"
    "안녕세배송환불상품되었않까"
)
_LATIN = frozenset("äöüßéèàçñáíóúêôîâûëïãõåøæìòùÄÖÜÉÈÀÇÑÁÍÓÚÊÔÎÂÅØœŒ¿¡«»’‘“”„–—…€£§°ºª·•")
_CYRILLIC = re.compile(r"(?<![A-Za-z])[а-яёіїєґ]+(?![A-Za-z])", re.IGNORECASE)
_FREQUENT_CYRILLIC = frozenset("оеаинтсрвл")
_RARE_CYRILLIC = frozenset("жхцчшщъэюф")
_ACCENTED = re.compile(r"[^\W\d_\x00-\x7f]")
_ENDS = b"\t\n\r,;"
_PLAIN = bytes([9, 10, 13, *range(32, 127)])
_FREQUENT_FIRST = (("gb2312", 0xD7), ("big5", 0xC6), ("cp932", 0x97))
_PUNCTUATION = frozenset("，。！？、：；（）《》「」『』“”‘’…—　【】～￥")


@dataclass(frozen=True, slots=True)
class Guess:
    """An encoding and how much speaks for it, 0 to 1 and a little more for a known header."""

    encoding: str
    score: float


def codec_name(declared: str) -> str:
    """The codec that reads what is declared: gb2312 is in truth nearly always gb18030."""
    name = declared.strip().lower()
    return _NAMES.get(name, name)


def guesses(sample: bytes, whole: bool = False) -> tuple[Guess, ...]:
    """The encodings that these first bytes of a file may be in, best first; never empty.

    `whole` says that the sample is the whole file, so that its end is no broken character.
    """
    for mark, name in _MARKS:
        if sample.startswith(mark):
            return (Guess(name, 1.0),)
    wide = _without_mark(sample)
    if wide:
        return (Guess(wide, 0.9),)
    if _is_utf8(sample, whole):
        return (Guess("utf-8", 1.0),)
    damaged = _damaged_utf8(sample)
    found = [damaged] if damaged else []
    found += [Guess(name, _score(sample, name, judge, whole)) for name, judge in _JUDGES.items()]
    found.sort(key=lambda guess: -guess.score)
    likely = tuple(guess for guess in found if guess.score > 0.15) or (Guess("cp1252", 0.0),)
    own = regional(sample, likely[0].encoding, likely[0].score)
    return (Guess(own, likely[0].score + 2 * _CLOSE), *likely) if own else likely


def looks(path: Path, names: Sequence[str]) -> dict[str, str]:
    """How the first words beyond ASCII look in each of these encodings; names without any left
    out. Raises OSError."""
    with path.open("rb") as file:
        sample = file.read(_SCORED * 2)
    found = {}
    for name in names:
        if name.startswith("utf-16") and b"\0" not in sample:
            continue  # no file in it has none: spaces and line ends hold one each
        text = sample.decode(name, "replace").replace("\0", "")
        words = dict.fromkeys(_WORD.findall(text))
        told = [word[:16] for word in words if not word.isascii()][:4]
        if told or sample.isascii():
            found[name] = ", ".join(told)
    return found


def is_close(found: tuple[Guess, ...]) -> bool:
    """Whether the second candidate is nearly as good as the first."""
    return len(found) > 1 and found[0].score - found[1].score < _CLOSE


def _without_mark(sample: bytes) -> str:
    """UTF-16 that does not say so: its line ends, commas and digits have a NUL beside them, and all
    of it reads as text, which no other encoding does when its bytes are taken two by two."""
    if b"\0" not in sample:
        return ""
    plain = sample.replace(b"\0", b"")
    ends = len(plain) - len(plain.translate(None, _ENDS))
    if len(sample) - len(plain) < ends and not plain.translate(None, _PLAIN):
        return ""  # a stray NUL or two in a plain file
    even = sample[: min(len(sample), _SCORED) // 2 * 2]
    found = {name: _wide(even.decode(name, "replace")) for name in ("utf-16-le", "utf-16-be")}
    best = max(found, key=lambda name: found[name])
    return best if found[best] >= _LEAST_SOUND else ""


def _wide(text: str) -> float:
    """The share of characters that people write; the bytes of other texts taken two by two give
    any of the 60,000 there are, and a line end or a comma only where a stray NUL stood."""
    plain = [char for char in text if char.isascii()]
    if len(plain) < _FEWEST_PLAIN or len(set(plain)) < 2:
        return 0.0
    return sum(map(_is_written, text)) / len(text)


def _is_written(char: str) -> bool:
    code = ord(char)
    if code < 0x80:
        return char.isprintable() or char in "\t\r\n"
    if code < 0x2000 or code > 0xFFFF:  # alphabets; emoji, whose halves have to fit
        return char.isprintable()
    if 0x4E00 <= code < 0xA000:
        return any(_is_frequent(char, codec, last) for codec, last in _FREQUENT_FIRST)
    if 0xAC00 <= code < 0xD7A4:
        return _is_frequent(char, "euc_kr", 0xC8)
    if code == 0x2020:  # two spaces of another encoding
        return False
    return 0x2000 < code < 0x2800 or 0x3000 <= code < 0x3100 or 0xFF00 <= code < 0xFFF0


def _is_frequent(char: str, codec: str, last: int) -> bool:
    """Whether it stands among the first of that character set, which has the frequent ones there."""
    code = char.encode(codec, "ignore")
    return len(code) == 2 and code[0] <= last


def _is_utf8(sample: bytes, whole: bool) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample, final=whole)
    except UnicodeDecodeError:
        return False
    return True


def _damaged_utf8(sample: bytes) -> Guess | None:
    text = sample.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = sum(1 for char in text if char > "\x7f" and char != "\ufffd")
    return Guess("utf-8", 1.0 - broken / sound) if sound > 4 * broken else None


def _score(sample: bytes, name: str, judge: Callable[[str], float], whole: bool) -> float:
    try:
        text = codecs.getincrementaldecoder(name)().decode(sample, final=whole)
    except UnicodeDecodeError:
        text = sample.decode(name, "replace")
        if text.count("\ufffd") * 200 > len(text):
            return 0.0
    header = text[:4000].split("\n", 1)[0]
    names = (normalised(cell.strip("\"' ")) for cell in _CELL_END.split(header))
    hits = sum(1 for cell in names if not cell.isascii() and cell in FIELD_OF)
    strange = "".join(char for char in text if char > "\x7f")[:_SCORED]
    if not strange:
        return 0.0
    return judge(text) + min(0.5, 0.25 * hits) - strange.count("\ufffd") / len(strange)


def _strange(text: str) -> str:
    return "".join([char for char in text if char > "\x7f"])[:_SCORED]


def _plausible(text: str, codec: str, low: int, high: int, common: frozenset[str]) -> float:
    strange = _strange(text)
    level = frequent = 0
    for char in strange:
        if char in _PUNCTUATION:
            level += 1
            continue
        code = char.encode(codec, "ignore")
        level += len(code) == 2 and low <= code[0] <= high
        frequent += char in common
    share = level / len(strange)
    return 0.5 * share + 0.5 * min(1.0, 4 * frequent / len(strange))


def _chinese_simplified(text: str) -> float:
    return _plausible(text, "gb2312", 0xB0, 0xD7, _CHINESE)


def _chinese_traditional(text: str) -> float:
    return _plausible(text, "big5", 0xA4, 0xC6, _CHINESE)


def _japanese(text: str) -> float:
    strange = _strange(text)
    kana = sum("\u3041" <= char <= "\u30fe" for char in strange)
    half = sum("\uff61" <= char <= "\uff9f" for char in strange)
    kanji = sum("\u4e00" <= char <= "\u9fff" or char in _PUNCTUATION for char in strange)
    if half > kana or not kana:
        return 0.1 * kanji / len(strange)
    return (kana + kanji) / len(strange) * min(1.0, 0.5 + 2 * kana / len(strange))


def _korean(text: str) -> float:
    strange = _strange(text)
    hangul = sum("\uac00" <= char <= "\ud7a3" for char in strange)
    frequent = sum(char in _HANGUL for char in strange)
    return 0.5 * hangul / len(strange) + 0.5 * min(1.0, 4 * frequent / len(strange))


def _western(text: str) -> float:
    runs = re.findall(r"[^\x00-\x7f]+", text[: 4 * _SCORED])
    if not runs:
        return 0.0
    good = sum(len(run) <= 2 and all(char in _LATIN for char in run) for run in runs)
    return 0.95 * good / len(runs) * _even_case(text)


def _macintosh(text: str) -> float:
    """Less than Windows text where both are as likely, as curly marks alone are."""
    return 0.85 * _western(text)


def _even_case(text: str) -> float:
    """The share of accented letters that are small among small letters and large among large."""
    found = list(_ACCENTED.finditer(text, 0, 4 * _SCORED))
    even = 0
    for match in found:
        before = text[max(0, match.start() - 2) : match.start()]
        large = match.group().isupper()
        even += not (before[-1:].islower() if large else before.isalpha() and before.isupper())
    return even / len(found) if found else 1.0


def _cyrillic(text: str) -> float:
    """Words in even case, of frequent letters: KOI8-R read as Windows text has neither."""
    strange = _strange(text)
    words = _CYRILLIC.findall(text, 0, 4 * _SCORED)
    even = sum(len(word) for word in words if word[1:].islower() or word.isupper())
    whole = sum(len(word) for word in words if len(word) > 2)
    letters = "".join(words).lower()
    usual = sum((char in _FREQUENT_CYRILLIC) - (char in _RARE_CYRILLIC) for char in letters)
    share = even / len(strange) * min(1.0, 3 * whole / len(strange))
    return share * min(1.0, max(0.0, 1.8 * usual / len(strange)))


_JUDGES: dict[str, Callable[[str], float]] = {
    "gb18030": _chinese_simplified,
    "big5": _chinese_traditional,
    "cp932": _japanese,
    "cp949": _korean,
    "cp1252": _western,
    "cp1251": _cyrillic,
    "koi8-u": _cyrillic,  # KOI8-R too: they differ in four letters where that draws lines
    "mac_roman": _macintosh,
}
