"""People in a text who are not its reader: a neighbour, a daughter, whoever took the parcel.

Known by a word of kin or company before them, a title or a greeting, and by a capital within a
sentence. German nouns have capitals too: there it takes the word before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from supportdesk_gui.text.chinese_people import has_chinese, introduced_chinese
from supportdesk_gui.text.everyday_names import name_key, words
from supportdesk_gui.text.naming_contexts import introduced, is_german
from supportdesk_gui.text.person_names import NO_NAMES, SURNAMES, brands
from supportdesk_gui.text.plain import plain

_KIN = re.compile(
    r"\b(?:husband|wife|partner|spouse|son|daughter|child|neighbou?r|mother|father|mum|mom|dad|brother|sister|friend|"
    r"boyfriend|girlfriend|colleague|cousin|aunt|uncle|grandmother|grandfather|grandson|granddaughter|nephew|niece|flatmate|"
    r"roommate|boss|assistant|secretary|landlord|concierge|driver|courier|technician|"
    r"marido|espos[oa]|mujer|hij[oa]|vecin[oa]|madre|padre|herman[oa]|amig[oa]|pareja|novi[oa]|companer[oa]|ti[oa]|prim[oa]|"
    r"abuel[oa]|suegr[oa]|sobrin[oa]|porter[oa]|repartidor|"
    r"mari|epou(?:x|se)|femme|fils|fille|voisine?|mere|pere|frere|soeur|amie?|compagne|compagnon|collegue|cousine|tante|oncle|"
    r"gardienne?|livreur|"
    r"mann|frau|ehemann|ehefrau|gatt(?:e|in)|sohn|tochter|nachbar(?:in|n)?|mutter|vater|bruder|schwester|freund(?:in)?|"
    r"partnerin|kolleg(?:e|en|in)|onkel|oma|opa|neffen?|nichte|mitbewohner(?:in)?|mieter(?:in)?|hausmeister(?:in)?|fahrer(?:in)?)"
    r",? (?:called |named |namens |llamad[oa] )?$"
    r"|(?:邻居|女儿|儿子|丈夫|妻子|太太|先生|老公|老婆|妈妈|爸爸|姐姐|妹妹|哥哥|弟弟|朋友|同事|室友) ?$"
)
_KIN_CHINESE = re.compile(
    r"(?:邻居|女儿|儿子|丈夫|妻子|太太|先生|老公|老婆|妈妈|爸爸|母亲|父亲|姐姐|妹妹|哥哥|弟弟|朋友|同事|室友|房东|管理员)"
    rf"([{SURNAMES}][\u4e00-\u9fff]{{1,2}}?)(?=[^\u4e00-\u9fff]|[已在收签取的说和有是]|$)"
)
_CAPITAL = "[A-ZÀ-ÖØ-ÞČĆĐĞİŁŃŘŚŞŠŹŻŽ]"
_LATIN = re.compile(rf"(?<![\w@./-]){_CAPITAL}[^\W\d_A-Z]+(?:['’-][^\W\d_]{{2,}})*(?![\w@/])")
_BEGINS = re.compile(r"(?:^|[.!?:;\n\]>•*…]|[¡¿\"“„«(–—-])[ \t\"“«]*$")


def other_people(text: str, language: str, also: Iterable[str] = ()) -> Iterator[tuple[int, int]]:
    """The places in a text of a `language` that name people; `also` are texts that name some of
    them, such as the ticket that it answers."""
    latin, chinese = set[str](), set[str]()
    for one in (text, *also):
        for name in _named(one, language):
            if has_chinese(name):
                chinese.add(plain(name))
            else:
                latin |= {plain(word) for word in _LATIN.findall(name) if _may_name(word)}
    bare = plain(text)
    latin -= {word for word in latin if _is_written_small(word, text, bare)}
    found = [match.span() for match in _LATIN.finditer(text) if plain(match[0]) in latin]
    while found:
        start, end = found.pop(0)
        while found and text[end : found[0][0]] in {" ", "-"}:
            end = found.pop(0)[1]
        yield start, end
    for name in chinese:
        yield from (match.span() for match in re.finditer(re.escape(name), bare))


def _is_written_small(word: str, text: str, bare: str) -> bool:
    """Whether the text has the word without a capital, too: then it is no name."""
    return any(
        text[match.start()].islower()
        for match in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", bare)
    )


def _named(text: str, language: str) -> Iterator[str]:
    yield from introduced(text)
    bare = plain(text)
    is_chinese = has_chinese(text)
    if is_chinese:
        yield from introduced_chinese(bare)
        yield from (match[1] for match in _KIN_CHINESE.finditer(bare))
    last, named = 0, brands(bare)
    nouns = is_chinese or language.startswith("de") or is_german(bare)
    for match in _LATIN.finditer(text):
        before = text[max(0, match.start() - 40) : match.start()]
        of_kin = _KIN.search(plain(before))
        within = not nouns and not _BEGINS.search(before[-8:])
        goes_on = last and match.start() == last + 1
        if any(start <= match.start() < end for start, end in named):
            continue
        if (of_kin or within or goes_on) and _may_name(match[0]):
            yield match[0]
            last = match.end()


def _may_name(word: str) -> bool:
    """Whether a word with a capital is none of a helpdesk's own."""
    bare = plain(word)
    key = name_key(bare)
    if bare in NO_NAMES or key in words("no people") or key in words("ordinary"):
        return False
    return len(key) > 1
