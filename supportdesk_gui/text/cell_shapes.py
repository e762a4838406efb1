"""What a text looks like, without what it says: Ana Vidal, 12.03.1980 is `Xxx Xxxxx, 99.99.9999`.

Letters become x and X, figures 9, characters 字, kana か, hangul 한. Words that are ordinary in a
helpdesk stay, as long as nothing beside them may be a name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from functools import cache

from supportdesk_gui.text.everyday_names import name_key, words
from supportdesk_gui.text.person_names import NO_NAMES
from supportdesk_gui.text.plain import plain

FEW = 4
"""Words of a text that may be a name as a whole."""
WORD = re.compile(r"[^\W\d_]+")
TOKEN = re.compile(r"\S+")
_LANGUAGE = re.compile(r"(?:en|de|es|fr|it|pt|nl|pl|ru|tr|ar|ja|ko|zh)(?:[-_][A-Za-z]{2,4})?")
_HAN = re.compile("[\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]")
_KANA = re.compile("[\u3040-\u30ff\u31f0-\u31ff]")
_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7ff]")
# What helpdesks write into their own fields.
_FIELD_WORDS = """
    open opened new closed solved resolved done pending waiting awaiting answered replied hold deleted spam
    high low normal medium urgent critical trivial minor blocker inbound outbound incoming outgoing
    email mail phone web chat sms form api portal widget voice call true false yes no none null
    bug incident task story change feature customer contact reporter
    offen geschlossen neu wartend erledigt gelöst hoch niedrig mittel dringend abierto abierta cerrado cerrada
    nuevo nueva pendiente resuelto alta baja media urgente ouvert fermé nouveau résolu haute basse moyenne
    aberto fechado novo aperto chiuso nuovo otwarty zamknięty ja nein sí oui
    已解决 已解決 已关闭 已關閉 处理中 處理中 待处理 待處理 新 是 否 高 中 低 紧急 緊急 一般"""
_ALSO_NAMES = frozenset("don dona mai mann lieber".split())


def shape(text: str, known: Collection[str] = (), hidden: Collection[range] = ()) -> str:
    """The shape of a text that `unfolded` gave. `known` are more words that may stay, in the
    spelling of `word_key`; nothing stays in the places that are `hidden`."""
    tokens = list(TOKEN.finditer(text))
    stays = _staying([token[0] for token in tokens], known)
    pieces, at = [], 0
    for token, stay in zip(tokens, stays, strict=True):
        is_hidden = any(token.start() < one.stop and one.start < token.end() for one in hidden)
        whole = token[0] if stay and not is_hidden else "".join(map(_sign, token[0]))
        pieces += [text[at : token.start()], whole]
        at = token.end()
    return "".join([*pieces, text[at:]])


def unfolded(text: str) -> str:
    """A text on one line, each sign in its usual form, so that no letter passes for another sign."""
    return " ".join(unicodedata.normalize("NFKC", text).split())


@cache
def word_key(word: str) -> str:
    """A word as `shape` compares it."""
    return name_key(plain(word))


def is_ordinary(word: str, known: Collection[str] = ()) -> bool:
    """Whether a word of letters is one that every helpdesk writes, and nobody's name."""
    key = word_key(word)
    return key in _ordinary() or key in known


def _staying(tokens: list[str], known: Collection[str]) -> list[bool]:
    """Which tokens may stay: a few words only as a whole, of more those that are not in one run
    of capitals with an unknown one: in Thomas Mann both go."""
    if len(tokens) == 1 and _LANGUAGE.fullmatch(tokens[0]):
        return [True]
    stays = [_stays(token, known) for token in tokens]
    told = [at for at, token in enumerate(tokens) if WORD.search(token)]
    if len(told) <= FEW:
        return stays if all(stays[at] for at in told) else [False] * len(tokens)
    allowed, run = list(stays), list[int]()
    for at, token in enumerate([*tokens, ""]):
        first = WORD.search(token)
        if first and first[0][0].isupper():
            run.append(at)
            continue
        if not all(stays[one] for one in run):
            for one in run:
                allowed[one] = False
        run = []
    return allowed


def _stays(token: str, known: Collection[str]) -> bool:
    said = WORD.findall(token)
    has_more = "@" in token or any(sign.isnumeric() for sign in WORD.sub("", token))
    return bool(said) and not has_more and all(is_ordinary(word, known) for word in said)


@cache
def _ordinary() -> frozenset[str]:
    usual = {word_key(word) for word in (*NO_NAMES, *words("ordinary"))}
    fields = {word_key(word) for word in _FIELD_WORDS.split()}
    return frozenset((usual - words("everyday") - _ALSO_NAMES) | fields)


@cache
def _sign(sign: str) -> str:
    for pattern, other in ((_HAN, "字"), (_KANA, "か"), (_HANGUL, "한")):
        if pattern.match(sign):
            return other
    kind = unicodedata.category(sign)
    if kind[0] == "N":
        return "9"
    if kind[0] in "LM" or kind == "Co":
        return "X" if sign.isupper() else "x"
    return sign
