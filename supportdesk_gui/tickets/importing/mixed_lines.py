"""Files of UTF-8 to which a spreadsheet has added lines in Windows text: each line as it was written."""

from __future__ import annotations

import codecs

from supportdesk_gui.tickets.importing.regional_encodings import is_western

_MOST_LINES = 2000
_LONGEST = 65_536


def _as_written(error: UnicodeError) -> tuple[str, int]:
    """What stands for bytes that are no UTF-8: a letter where their whole line is Windows text, else
    U+FFFD."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    if _Line.of(error.object, error.start):
        return error.object[error.start : error.start + 1].decode(
            "cp1252", "replace"
        ), error.start + 1
    return "\ufffd", error.end


class _Line:
    """The line that was looked at last, as most have more than one byte that cannot be decoded."""

    _known: tuple[bytes, int, int, bool] = (b"", 0, 0, False)

    @classmethod
    def of(cls, data: bytes, at: int) -> bool:
        """Whether the line around this place is Windows text; one that is too long is not looked at."""
        known, begin, end, is_windows = cls._known
        if known is data and begin <= at < end:
            return is_windows
        begin = data.rfind(b"\n", max(0, at - _LONGEST), at) + 1
        end = data.find(b"\n", at, at + _LONGEST)
        end = min(len(data), at + _LONGEST) if end < 0 else end
        line = data[max(begin, at - _LONGEST) : end]
        is_windows = len(line) < _LONGEST and not _has_letters_of_utf8(line) and _is_windows(line)
        cls._known = data, max(begin, at - _LONGEST), end, is_windows
        return is_windows


codecs.register_error("supportdesk.lines", _as_written)


def errors_for(encoding: str) -> str:
    """How a decoder of this encoding is to deal with what it cannot decode."""
    return "supportdesk.lines" if encoding in ("utf-8", "utf-8-sig") else "replace"


def are_mixed(sample: bytes, whole: bool) -> bool:
    """Whether lines are either UTF-8 or Windows text, and there are both."""
    lines = sample.splitlines()
    told = [line for line in (lines if whole else lines[:-1]) if not line.isascii()][:_MOST_LINES]
    others = [line for line in told if not _is_utf8(line)]
    return 0 < len(others) < len(told) and all(map(_is_windows, others))


def _is_windows(line: bytes) -> bool:
    """Not where a letter of UTF-8 was cut in two."""
    return is_western(line) and b"\xc3" not in line and b"\xc2" not in line


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _has_letters_of_utf8(line: bytes) -> bool:
    return any(char > "\x7f" for char in line.decode("utf-8", "ignore"))
