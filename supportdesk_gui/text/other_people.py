"""People in a text who are not its reader: a neighbour, a daughter, whoever took the parcel.

Known by a word of kin or company before them, a title or a greeting; as a first name; or by a
capital that the ticket writes too. German nouns have capitals as well: there, and where a sentence
begins, it takes what only people do. A capital that no ticket writes is a product or a place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from supportdesk_gui.text.chinese_people import chinese_in_both, has_chinese, introduced_chinese
from supportdesk_gui.text.everyday_names import is_first_name, name_key, words
from supportdesk_gui.text.naming_contexts import introduced, is_german
from supportdesk_gui.text.people_do import does_what_people_do
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


def other_people(text: str, language: str, also: Sequence[str] = ()) -> Iterator[tuple[int, int]]:
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
    latin |= _known_by_sight(text, language, also)
    small = {word for word in latin if _is_written_small(word, text, bare)}
    found = [
        match.span()
        for match in _LATIN.finditer(text)
        if plain(match[0]) in latin - small
        or (plain(match[0]) in small and _has_own_capital(text, match))
    ]
    while found:
        start, end = found.pop(0)
        while found and text[end : found[0][0]] in {" ", "-"}:
            end = found.pop(0)[1]
        yield start, end
    chinese |= set(chinese_in_both(bare, plain("\n".join(also))))
    for name in chinese:
        yield from (match.span() for match in re.finditer(re.escape(name), bare))


def _is_written_small(word: str, text: str, bare: str) -> bool:
    """Whether the text has the word without a capital, too: then it may be no name."""
    return any(
        text[match.start()].islower()
        for match in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", bare)
    )


def _has_own_capital(text: str, match: re.Match[str]) -> bool:
    """Whether the word has its capital not from the sentence that it begins, unless it is spoken
    to: "Rosa, ..."."""
    return not _begins(text, match) or text[match.end() : match.end() + 1] in {",", "!"}


def _named(text: str, language: str) -> Iterator[str]:
    """Whom a text itself makes somebody, by the word before."""
    yield from introduced(text)
    bare = plain(text)
    if has_chinese(text):
        yield from introduced_chinese(bare)
        yield from (match[1] for match in _KIN_CHINESE.finditer(bare))
    last, named = 0, brands(bare)
    for match in _LATIN.finditer(text):
        of_kin = _KIN.search(plain(text[max(0, match.start() - 40) : match.start()]))
        goes_on = last and match.start() == last + 1
        if any(start <= match.start() < end for start, end in named):
            continue
        if (of_kin or goes_on) and _may_name(match[0]):
            yield match[0]
            last = match.end()


def _known_by_sight(text: str, language: str, also: Sequence[str]) -> set[str]:
    """Words of the text, in plain spelling, that name people by what they are or do."""
    bare, said = plain(text), "\n".join(also)
    both = f"{bare}\n{plain(said)}"
    nouns = has_chinese(text) or language.startswith("de") or is_german(bare)
    # What the ticket writes with a capital, where a sentence begins and within one.
    capitals, within = set[str](), set[str]()
    for match in _LATIN.finditer(said):
        capitals.add(plain(match[0]))
        if not _begins(said, match):
            within.add(plain(match[0]))
    found, last, named = set[str](), 0, brands(bare)
    for match in _LATIN.finditer(text):
        word, begins = plain(match[0]), _begins(text, match)
        if any(start <= match.start() < end for start, end in named) or not _may_name(word):
            continue
        goes_on = last and match.start() == last + 1 and (not nouns or word in capitals)
        does = word in capitals or not (nouns or begins)
        is_known = (
            goes_on
            or is_first_name(word)
            or (not nouns and (word in within or (word in capitals and not begins)))
            or (does and does_what_people_do(word, both))
        )
        if is_known:
            found.add(word)
            last = match.end()
    return found


def _begins(text: str, match: re.Match[str]) -> bool:
    """Whether a word begins a sentence, where every one has a capital."""
    return bool(_BEGINS.search(text[max(0, match.start() - 8) : match.start()]))


def _may_name(word: str) -> bool:
    """Whether a word with a capital is none of a helpdesk's own."""
    bare = plain(word)
    key = name_key(bare)
    if bare in NO_NAMES or key in words("no people") or key in words("ordinary"):
        return False
    return len(key) > 1
