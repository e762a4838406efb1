"""Languages as people head a column with them: de, de-AT, German, Deutsch, 德语, target_de."""

from __future__ import annotations

import re
from functools import cache

from supportdesk_gui.text.languages import LANGUAGES, locale_language
from supportdesk_gui.text.plain import plain

_NAMES = {
    "en": "english englisch anglais ingles inglese 英语 英文",
    "es": "spanish spanisch espagnol espanol castellano 西班牙语 西班牙文 西语 西文",
    "fr": "french franzosisch francais frances 法语 法文",
    "de": "german deutsch allemand aleman 德语 德文",
    "zh-Hans": "chinese chinesisch chinois chino 中文 汉语 简体 简体中文 中文简体 简中 simplified "
    "simplifiedchinese chinesesimplified chinesischvereinfacht vereinfachteschinesisch "
    "chinoissimplifie chinosimplificado",
    "zh-Hant": "繁体 繁体中文 中文繁体 繁中 traditional traditionalchinese chinesetraditional "
    "chinesischtraditionell traditionelleschinesisch chinoistraditionnel chinotradicional",
}
_BESIDE = frozenset("target translation term text lang language source zielsprache".split())
_PARTS = re.compile(r"[^\W_]+")


def named_language(name: str) -> str:
    """The program's code of the language that a name or locale means; empty for none of ours."""
    code = locale_language(name)
    if code in LANGUAGES:
        return code
    parts = [part for part in _PARTS.findall(plain(name)) if part not in _BESIDE]
    if len(parts) > 1 and len(parts[-1]) == 2:  # Deutsch (AT)
        parts = parts[:1] if parts[0] in _codes() else parts
    found = _codes().get("".join(parts), "")
    if found or not parts or parts == _PARTS.findall(plain(name)):
        return found
    code = locale_language("-".join(parts))
    return code if code in LANGUAGES else ""


@cache
def _codes() -> dict[str, str]:
    return {name: code for code, names in _NAMES.items() for name in names.split()}
