"""Whom a reply speaks to by name: in its greeting, or set off by commas; in six languages.

Greetings of all languages are known in each, for "Hi Daniel，" stands before Chinese too. What
speaks to nobody by name ("Dear Valued Customer", "Merry Christmas!", 女士您好) gives nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from supportdesk_gui.text.everyday_names import is_first_name
from supportdesk_gui.text.person_names import CHINESE_TITLE, NO_NAMES, SURNAMES, TITLE
from supportdesk_gui.text.plain import plain
from supportdesk_gui.text.sentences import split_sentences

_GREETING_SENTENCES = 3
_GREETING = (
    r"hi|hiya|hello|hey|dear|greetings|good (?:morning|afternoon|evening|day)|welcome(?: back)?|"
    r"thanks(?: again)?|(?:many|thank you|thanks)(?: (?:very|so) much| thanks)?|thank you|sorry|"
    r"apologies|congratulations|hola|saludos|buen[oa]?s?(?: d[ií]as?| tardes| noches)?|estimad[oa]s?|"
    r"querid[oa]s?|apreciad[oa]s?|distinguid[oa]s?|(?:muchas |mil )?gracias|bienvenid[oa]|disculpe|"
    r"bonjour|bonsoir|rebonjour|salut|coucou|chers?|ch[eè]res?|merci(?: beaucoup)?|bienvenue|"
    r"hallo|moin(?: moin)?|servus|gr[uü]ezi|gr[uü](?:ß|ss) (?:gott|dich|sie)|liebe[rs]?|"
    r"(?:schönen )?guten (?:tag|morgen|abend)|(?:sehr )?(?:geehrte|verehrte)[rs]?|werte[rs]?|"
    r"(?:vielen |herzlichen |besten )?dank|danke(?: schön| sehr)?"
)
_BESIDE = (
    r"there|again|back|all|my|de nuevo|otra vez|nuevamente|encore|[aà] nouveau|wieder|nochmals?|"
    r"noch einmal|mein[er]?|mi|ma|mon"
)
_PARTICLES = r"(?:de|del|de la|van|von|der|den|le|la|da|dos|al|el|y|ter|zu|O')"
_WORD = r"[A-ZÀ-ÖØ-ÞŠŽŁĆŃŞİÇĞĐ][\w'’-]*\.?"
_NAME = rf"{_WORD}(?:[ \t]+(?:{_PARTICLES}[ \t]+)*{_WORD}){{0,4}}"
_TITLES = rf"(?:{TITLE}[ \t]+(?:(?:and|und|y|et|&)[ \t]+)?)*"
_ENDS = r"(?=[ \t]*(?:[,.!:;…—–，：；！。、-]|\n|$|您好|你好)|[ \t]+(?:and|und|y|e|et)[ \t]|[ \t]+&[ \t]+[A-Z][\w'’-]+[ \t]*[,.!:\n])"
_GREETED = re.compile(
    rf"(?:^|[\s¡¿(,.!，。！])(?i:(?:{_GREETING})(?:,?[ \t]+(?:{_BESIDE}|{_GREETING}))*)[,，]?[ \t]+"
    rf"({_TITLES})({_NAME}){_ENDS}"
)
# "hello daniel,": small letters are a name where the word is hardly anything else.
_SMALL = re.compile(
    rf"^\W*(?i:(?:{_GREETING})(?:[ \t]+(?:{_BESIDE}))*),?[ \t]+([a-zà-ÿ][\w'’-]+)(?=[ \t]*[,.!:\n，！])"
)
_FIRST = re.compile(rf"^\W*({_TITLES})({_NAME})[,，][ \t]")
_LAST = re.compile(rf",[ \t]+({_TITLES})({_NAME})[ \t]*[.!?…]+\s*$")
_ALONE = re.compile(rf"^\s*({_TITLES})({_NAME})[ \t]*(?:您好|你好)")
_PART = re.compile(r"[^\W\d_][\w'’-]*")
_THANKS = re.compile(
    r"^\W*(?:thank|many thanks|gracias|merci|dank|danke|vielen dank|sorry|apolog|disculp)"
)
# A phrase with one of these names nobody, whatever else stands in it.
_NOBODY = NO_NAMES | frozenset(
    plain(
        """valued customers guest guests client clients shopper buyer friend friends member members
        subscriber user users reader readers folks people ladies gentlemen merry happy season seasons
        holiday holidays new year birthday weekend sirs staff support service everybody madame
        clienta clientas usuario usuaria usuarios amigo amiga amigos comprador compradora senores feliz
        felices navidad ano pascua pascuas fiestas ami amis amie clientes clientele joyeux joyeuse joyeuses
        bonne bonnes annee fetes paques tous toutes messieurs mesdames kundschaft kundinnen freunde
        freund freundin freundinnen familie family kollege kollegin kollegen frohe frohes schone
        schones gute gutes weihnachten ostern neues jahr neujahr interessent interessentin besteller
        grusse gruss leute alle gemeinsam team-kollegen nochmals unfortunately however regarding your order
        pedido commande bestellung order ticket nachricht message mensaje frage anfrage"""
    ).split()
) - {"don"}
_HAN = r"\u3400-\u9fff"
_CHINESE_TITLE = rf"{CHINESE_TITLE}|老板|主任|博士|女生|君|总"
_HELLO = r"您好|你好|早上好|上午好|中午好|下午好|晚上好|早安|午安|晚安"
_DEAR = r"亲爱的|尊敬的|敬爱的|尊贵的|嗨|哈喽|哈啰|哈罗|致"
_ROLE = (
    r"顾客|客户|客人|客官|买家|用户|会员|朋友|各位|大家|亲亲|贵客|贵宾|老师们|同学们|女士们|先生们|伙伴|"
    r"女士|先生|小姐|贵司|团队|宝宝|宝贝|亲|这位|尊敬的|亲爱的|的|和|或|/|再次|又|您|你|们"
)
_CHINESE_GREETED = re.compile(
    rf"^[\s“\"]*(?:(?:{_HELLO})[,，、!！。 ]*)?(?P<dear>{_DEAR})?[,， ]*(?P<name>[{_HAN}]{{1,8}}?)"
    rf"(?P<title>{_CHINESE_TITLE})?(?P<end>[ \t]*(?:{_HELLO})|[,，:：!！。、\n]|$)"
)
_CHINESE_LAST = re.compile(
    rf"[,，](?P<name>[{_HAN}]{{1,4}}?)(?P<title>{_CHINESE_TITLE})[ ]*[。!！~～]*\s*$"
)
_ROLES_BEFORE = re.compile(rf"^(?:{_ROLE})+")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A name at characters `start` to `end`; `words` are its parts in plain spelling, without a
    title; `titled` where one stands before it or behind."""

    words: tuple[str, ...]
    start: int
    end: int
    titled: bool = False


def spoken_to(text: str) -> list[Spoken]:
    """Everyone whom a reply speaks to by name, in their order."""
    found: dict[int, Spoken] = {}
    for number, (start, end) in enumerate(split_sentences(text)):
        sentence = text[start:end]
        ones = list(_latin(sentence, number, bool(text[end:].strip())))
        ones += _chinese(plain(sentence), number)
        for one in ones:
            found.setdefault(
                start + one.start, Spoken(one.words, start + one.start, start + one.end, one.titled)
            )
    return [found[start] for start in sorted(found)]


def _latin(sentence: str, number: int, goes_on: bool) -> list[Spoken]:
    found = []
    if number < _GREETING_SENTENCES:
        # "Thanks, Anna" at the very end is who writes.
        if goes_on or not _THANKS.search(plain(sentence)):
            found += [_spoken(sentence, one, 1, 2) for one in _GREETED.finditer(sentence)]
        small = _SMALL.search(sentence)
        if small and is_first_name(plain(small[1])):
            found.append(Spoken((plain(small[1]),), *small.span(1)))
    for pattern in (*((_FIRST, _ALONE) if number < _GREETING_SENTENCES else ()), _LAST):
        match = pattern.search(sentence)
        one = _spoken(sentence, match, 1, 2) if match else None
        if one is None or (pattern is _LAST and not _is_set_off(sentence[: one.start])):
            continue
        if pattern is _ALONE or one.titled or is_first_name(one.words[0]):
            found.append(one)
    return [one for one in found if one is not None]


def _is_set_off(before: str) -> bool:
    """Whether a sentence stands before a last name, and no row of names or things."""
    words = _PART.findall(before.rsplit(",", 2)[-2] if before.count(",") else before)
    return len(words) > 1 and not words[-1][0].isupper()


def _spoken(text: str, match: re.Match[str], title: int, name: int) -> Spoken | None:
    parts = list(_PART.finditer(match[name]))
    if any(_is_nobody(plain(part[0])) for part in parts):
        return None
    words = [part for part in parts if part[0][0].isupper()]
    start = match.start(name)
    return Spoken(
        tuple(plain(part[0]) for part in words), start + words[0].start(), start + words[-1].end(),
        bool(match[title].strip()),
    )  # fmt: skip


def _is_nobody(word: str) -> bool:
    return (
        word in _NOBODY or word.removesuffix("s") in _NOBODY or word.removesuffix("'s") in _NOBODY
    )


def _chinese(bare: str, number: int) -> list[Spoken]:
    found = []
    patterns = (
        (_CHINESE_GREETED, _CHINESE_LAST) if number < _GREETING_SENTENCES else (_CHINESE_LAST,)
    )
    for pattern in patterns:
        match = pattern.search(bare)
        if match is None:
            continue
        given = match.groupdict()
        at, name = match.start("name"), match["name"]
        roles = _ROLES_BEFORE.match(name)
        if roles:
            at, name = at + roles.end(), name[roles.end() :]
        title = match["title"] or ""
        hello = (given.get("end") or "").strip() and any(
            one in given["end"] for one in _HELLO.split("|")
        )
        if name and len(name) <= 4 and _is_name(name, title, bool(hello), bool(given.get("dear"))):
            found.append(Spoken((name,), at, at + len(name), bool(title)))
    return found


def _is_name(name: str, title: str, hello: bool, dear: bool) -> bool:
    if re.search("[吗呢吧了么是有在们]", name):
        return False
    if title:
        return len(name) <= 3 or name[0] in SURNAMES
    if name[0] in "小阿老" and len(name) == 2:
        return hello or dear
    return len(name) > 1 and (dear or (hello and (name[0] in SURNAMES or len(name) == 2)))
