"""Languages as people call them, in a column's head or a cell: de, de-AT, German, Deutsch, 德语, target_de."""

from __future__ import annotations

import re
from functools import cache, lru_cache

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
_OF_CUSTOMERS = {
    "en": "eng inglesa 英語 영어 английский الإنجليزية engels angielski inglês engelska engelsk",
    "es": "spa esp spagnolo spaans スペイン語 스페인어 испанский الإسبانية hiszpański espanhol",
    "fr": "fra fre francese frans フランス語 프랑스어 французский الفرنسية francuski francês",
    "de": "deu ger tedesco duits alemão ドイツ語 독일어 немецкий الألمانية niemiecki",
    "zh-Hans": "zho chi cmn cinese chinees chinês 中国語 漢語 普通话 중국어 китайский الصينية mandarin",
    "zh-Hant": "繁體 繁體中文 正體中文 中文繁體 粤语 粵語 cantonese yue chinesetaiwan chinesehongkong "
    "chinesemacau taiwanesemandarin 中文台灣 中文台湾 中文香港",
    "pt": "por portuguese português portugués portugais portugiesisch portoghese portugees brazilian "
    "葡萄牙语 葡萄牙語 葡萄牙文 ポルトガル語 포르투갈어 португальский البرتغالية",
    "it": "ita italian italiano italienisch italien italiaans 意大利语 義大利語 義大利文 イタリア語 이탈리아어 "
    "итальянский الإيطالية",
    "nl": "nld dut dutch nederlands niederländisch néerlandais neerlandés holandés holandês olandese "
    "flemish vlaams 荷兰语 荷蘭語 荷蘭文 オランダ語 네덜란드어 нидерландский",
    "pl": "pol polish polski polnisch polonais polaco polonês polacco pools 波兰语 波蘭語 波蘭文 ポーランド語 폴란드어 "
    "польский",
    "sv": "swe swedish svenska schwedisch suédois sueco svedese zweeds 瑞典语 瑞典語 瑞典文 スウェーデン語 스웨덴어 шведский",
    "da": "dan danish dansk dänisch danois danés danese deens 丹麦语 丹麥語 丹麥文 デンマーク語 덴마크어 датский",
    "no": "nor nob norwegian norsk norwegisch norvégien noruego norvegese bokmål 挪威语 挪威語 挪威文 ノルウェー語 "
    "노르웨이어 норвежский",
    "fi": "fin finnish suomi finnisch finnois finlandés finlandese 芬兰语 芬蘭語 芬蘭文 フィンランド語 핀란드어 финский",
    "tr": "tur turkish türkçe türkisch turc turco turks 土耳其语 土耳其語 土耳其文 トルコ語 터키어 турецкий",
    "cs": "ces cze czech čeština česky tschechisch tchèque checo ceco 捷克语 捷克語 捷克文 チェコ語 체코어 чешский",
    "hu": "hun hungarian magyar ungarisch hongrois húngaro ungherese 匈牙利语 匈牙利語 ハンガリー語 헝가리어 венгерский",
    "ro": "ron rum romanian română rumänisch roumain rumano 罗马尼亚语 羅馬尼亞語 ルーマニア語 루마니아어 румынский",
    "vi": "vie vietnamese tiếngviệt vietnamesisch vietnamien vietnamita 越南语 越南語 越南文 ベトナム語 베트남어 "
    "вьетнамский",
    "id": "ind indonesian bahasaindonesia indonesia indonesisch indonésien indonesio 印尼语 印尼語 印尼文 インドネシア語 "
    "인도네시아어",
    "ja": "jpn japanese 日本語 日语 日語 日文 japanisch japonais japonés japonês giapponese japans 일본어 японский "
    "اليابانية",
    "ko": "kor korean 한국어 韩语 韓語 韩文 韓文 韓国語 koreanisch coréen coreano koreaans корейский الكورية",
    "ru": "rus russian русский russisch russe ruso russo 俄语 俄語 俄文 ロシア語 러시아어 الروسية",
    "uk": "ukr ukrainian українська ukrainisch ukrainien ucraniano ucraino 乌克兰语 烏克蘭語 ウクライナ語 우크라이나어 "
    "украинский",
    "ar": "ara arabic العربية عربي arabisch arabe árabe arabo 阿拉伯语 阿拉伯語 阿拉伯文 アラビア語 아랍어 арабский",
    "fa": "fas per persian farsi فارسی persisch persan persa 波斯语 波斯語 ペルシア語 페르시아어 персидский",
    "he": "heb hebrew עברית hebräisch hébreu hebreo ebraico 希伯来语 希伯來語 ヘブライ語 히브리어 иврит",
    "el": "ell gre greek ελληνικά griechisch grec griego greco 希腊语 希臘語 ギリシャ語 그리스어 греческий",
    "hi": "hin hindi हिन्दी हिंदी 印地语 印地語 ヒンディー語 힌디어 хинди",
    "th": "tha thai ไทย ภาษาไทย thailändisch thaï tailandés 泰语 泰語 泰文 タイ語 태국어 тайский",
}
_LOCALE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
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


@lru_cache(maxsize=1024)
def spoken_language(told: str) -> str:
    """The code of the language that an export tells of a ticket, whichever customers write: of
    `Spanish`, `French (France)`, `pt_BR`, `日本語`. What means none that is known stays as it stands."""
    told = told.strip()
    if not told:
        return ""
    words = _PARTS.findall(plain(told))
    known = (_spoken().get(name) for name in ("".join(words), *words))
    if code := next(filter(None, known), ""):
        return code
    return locale_language(told) if _LOCALE.fullmatch(told) else told


@cache
def _spoken() -> dict[str, str]:
    others = {
        "".join(_PARTS.findall(plain(name))): code
        for code, names in _OF_CUSTOMERS.items()
        for name in names.split()
    }
    return {**others, **_codes()}
