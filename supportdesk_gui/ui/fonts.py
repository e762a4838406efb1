"""Fonts by role; the Chinese family follows the language of the text, not of the window.

Sizes are in pixels at scale 100; Inter is shipped for Linux, Windows and macOS have their own.
"""

from __future__ import annotations

import sys
from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from supportdesk_gui.resources import resource

_SIZES = {
    "display": (28, 600), "figure": (20, 600), "title": (16, 600), "reply": (14, 400),
    "body": (13, 400), "second": (12, 400), "label": (11, 400), "code": (10, 600),
}  # fmt: skip
_LINES = {
    "display": 36, "figure": 26, "title": 22, "reply": 23, "body": 20, "second": 18, "label": 16,
    "code": 14,
}  # fmt: skip
_LATIN = {
    "win32": ["Segoe UI Variable Text", "Segoe UI"],
    "darwin": [".AppleSystemUIFont", "Helvetica Neue"],
}
_TRADITIONAL = ["Microsoft JhengHei UI", "PingFang TC", "Noto Sans CJK TC", "Noto Sans TC"]
_SIMPLIFIED = ["Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC"]
_LAST = ["WenQuanYi Zen Hei", "Droid Sans Fallback", "DejaVu Sans"]


class _Scale:
    """The one setting that fonts depend on; `set_scale` forgets the fonts made before."""

    percent = 100
    chinese = "zh-Hans"


def load_fonts(scale: int = 100, ui_language: str = "") -> None:
    """Make the shipped faces known; once, before the first window."""
    if sys.platform not in _LATIN:
        for name in ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf"):
            QFontDatabase.addApplicationFont(str(resource("fonts", name)))
    set_scale(scale, ui_language)


def set_scale(percent: int, ui_language: str = "") -> None:
    """All sizes times `percent`; Chinese of unknown script follows the window's language."""
    _Scale.percent = percent
    _Scale.chinese = "zh-Hant" if ui_language in {"zh-Hant", "zh_TW", "zh_Hant"} else "zh-Hans"
    _font.cache_clear()
    QApplication.setFont(font("body"))


def font(role: str, *, weight: int = 0, language: str = "", text: str = "") -> QFont:
    """The font of a role (`body`, `title` …) for text in `language`.

    Without a language, `text` is looked at for characters that only one Chinese script has.
    """
    if not language:
        language = _script_of(text) if text and not text.isascii() else _Scale.chinese
    return QFont(_font(role, weight, language == "zh-Hant"))


def line_height(role: str) -> int:
    """The height of a line of running text in pixels."""
    return round(_LINES[role] * _Scale.percent / 100)


def scaled(pixels: int) -> int:
    """A width that text has to fit in, at the size of text in use."""
    return round(pixels * _Scale.percent / 100)


@lru_cache(maxsize=128)
def _font(role: str, weight: int, traditional: bool) -> QFont:
    size, usual = _SIZES[role]
    face = QFont()
    latin = _LATIN.get(sys.platform, ["Inter"])
    first, second = (_TRADITIONAL, _SIMPLIFIED) if traditional else (_SIMPLIFIED, _TRADITIONAL)
    face.setFamilies([*latin, *first, *second, *_LAST])
    face.setPixelSize(round(size * _Scale.percent / 100))
    face.setWeight(QFont.Weight(weight or usual))
    face.setFeature(QFont.Tag.fromString("tnum"), 1)
    return face


_ONLY_TRADITIONAL = frozenset(
    "這個們來說時後會沒還問題為對過點樣開關無學麼請謝訂單貨發換裡產實質電話嗎讓經動關係應該錢寄"
)


def _script_of(text: str) -> str:
    return "zh-Hant" if _ONLY_TRADITIONAL.intersection(text[:200]) else "zh-Hans"
