"""The sentences around the policy sentence, written once in six languages by hand.

They promise nothing: no number, no date. Each kind has variants in the same order in every
language (`resources/reply_frames/<language>.json`), so that a sentence found in one language is
known in all of them.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache

from supportdesk_gui.assist.drafting import Frame, Stance
from supportdesk_gui.resources import resource
from supportdesk_gui.storage.settings import Settings
from supportdesk_gui.text.naming_contexts import CLOSINGS
from supportdesk_gui.text.plain import plain
from supportdesk_gui.tickets.ticket import Intent

FRAME_LANGUAGES = ("en", "es", "fr", "de", "zh-Hant", "zh-Hans")
_FALLBACK = "en"
_SPACE = re.compile(r"\s+")
_NAME = re.compile(r"[ ,，]*\{name\}")
_GREETING_WORDS = re.compile(
    r"^(?:hello|hi|hey|dear|good (?:morning|afternoon|evening|day)|hola|estimad[oa]s?|querid[oa]|"
    r"buen[oa]s(?: d[ií]as| tardes| noches)?|bonjour|bonsoir|ch[eè]re?|salut|hallo|liebe[rs]?|"
    r"guten (?:tag|morgen|abend)|sehr geehrte[rs]?|moin|尊敬的|親愛的|亲爱的)(?!\w)|(?:您好|你好)",
    re.IGNORECASE,
)
_GREETING_ENDS = tuple(",:!，：！")
_CLOSING_LINES = 5
_CLOSING_WIDTH = 60
_SENTENCE_ENDS = tuple(".?。？")
_SIGNED_LINES, _FEW = 12, 4
_FIRST_LINE = re.compile(r"[^\n]*(?:\n\s*)+")
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_GAP = re.compile(r"\n[^\S\n]*\n\s*")
_PARAGRAPH_ENDS = re.compile(r"\s*\n[^\S\n]*\n|\s*$")
_PARAGRAPH_BEGINS = re.compile(r"\n[^\S\n]*\n\s*$")
# In plain spelling; what signs may follow on its line. Thanks with a full stop are a sentence.
_FORMULA = re.compile(
    rf"(?!\s*(?:thank|merci|(?:muchas )?gracias|danke|\w+en dank).*\.\s*$)\s*(?:{CLOSINGS}|hochachtungsvoll|(?:reciba )?un cordial saludo|bien cordialement|"
    r"此致|敬祝|顺祝|顺颂|祝好|祝您|祝你|谨启|敬上)(?:[ ,!.，！。–-]{0,3}"
    r"|[,，–-] ?[^\s.?!,，。]+(?: [^\s.?!,，。]+){0,2}|(?<=[祝您你颂])[^.,，。]{1,10})\s*"
)


def frame_language(language: str) -> str:
    """The language that frames are taken in: the one asked for, or English."""
    return language if language in FRAME_LANGUAGES else _FALLBACK


def frame_in(settings: Settings, language: str) -> Frame:
    """Greeting and closing in a language; empty where the helpdesk adds its own."""
    texts = settings.frame_texts(language)
    return Frame(texts.greeting, texts.closing)


def opening(language: str, trouble: str, seed: int) -> str:
    """The first sentence: an apology for the kind of trouble, or thanks where there is none."""
    return _sentence(language, f"apology.{trouble}" if trouble else "thanks", seed)


def next_step(language: str, intent: Intent, stance: Stance, trouble: str, seed: int) -> str:
    """The last sentence after an answer, which promises nothing."""
    if stance is Stance.ASK:
        return question(language, intent, seed)
    kind = "decline" if stance is Stance.DECLINE else intent.value
    if kind == Intent.EXCHANGE and trouble in {"damaged", "wrong"}:
        kind = "photo"
    return _sentence(language, f"next.{kind}", seed)


def await_reply(language: str, seed: int) -> str:
    """The last sentence after a question."""
    return _sentence(language, "next.reply", seed)


def question(language: str, intent: Intent, seed: int) -> str:
    """A question to the customer that brings an answer closer."""
    return _sentence(language, f"question.{intent.value}", seed)


def same_sentence(sentence: str, source: str, target: str) -> str | None:
    """The frame sentence in another language; None if it is none, or there is none there."""
    place = _places(frame_language(source)).get(_plain(sentence))
    if place is None or target not in FRAME_LANGUAGES:
        return None
    kind, variant = place
    return _frames(target)[kind][variant]


def is_frame_sentence(sentence: str, language: str) -> bool:
    """Whether the sentence is one of ours in that language."""
    return _plain(sentence) in _places(frame_language(language))


def named(greeting: str, name: str) -> str:
    """The greeting with the name in it; without a name its place closes up."""
    if name or "{name}" not in greeting:
        return greeting.replace("{name}", name)
    return _NAME.sub("", greeting, count=1).lstrip(" ,，")


def is_greeting(paragraph: str) -> bool:
    """Whether a paragraph is nothing but a greeting."""
    line = paragraph.strip()
    short = "\n" not in line and len(line) <= _CLOSING_WIDTH
    return short and (line.endswith(_GREETING_ENDS) or bool(_GREETING_WORDS.search(line)))


def is_closing(paragraph: str) -> bool:
    """Whether a paragraph is a closing formula and names: short lines that say nothing."""
    lines = paragraph.strip().split("\n")
    return len(lines) <= _CLOSING_LINES and all(
        len(line) <= _CLOSING_WIDTH and not line.rstrip().endswith(_SENTENCE_ENDS) for line in lines
    )


def name_in(greeting: str) -> str:
    """The name that a finished greeting holds; empty where it holds none."""
    bare = _GREETING_WORDS.sub("", greeting.strip())
    bare = _GREETING_WORDS.sub("", bare.strip())
    name = bare.strip(" ,，:：!！.。、;；¡-–—")
    return name if len(name) <= 40 else ""


def _sentence(language: str, kind: str, seed: int) -> str:
    variants = _frames(frame_language(language))[kind]
    return variants[seed % len(variants)]


def _plain(sentence: str) -> str:
    return _SPACE.sub(" ", sentence).strip()


@lru_cache(maxsize=8)
def _frames(language: str) -> dict[str, list[str]]:
    path = resource("reply_frames", f"{language}.json")
    frames: dict[str, list[str]] = json.loads(path.read_text(encoding="utf-8"))
    return frames


@lru_cache(maxsize=8)
def _places(language: str) -> dict[str, tuple[str, int]]:
    """Where each sentence of a language stands: its kind and its number among the variants."""
    return {
        _plain(sentence): (kind, number)
        for kind, variants in _frames(language).items()
        for number, sentence in enumerate(variants)
    }


def without_frame(text: str) -> str:
    """The text between greeting and closing, its paragraphs an empty line apart."""
    start, end = body_of(text)
    parts = re.split(r"\n\s*\n", text[start:end].strip())
    return "\n\n".join(part for part in parts if part.strip())


def body_of(text: str) -> tuple[int, int]:
    """Where what lies between greeting and closing begins and ends, without the space around it.

    A greeting is a line of its own, and so is a closing formula, with what signs it below or
    behind it. Where no formula is known, the last paragraph is one if it looks like it.
    """
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    first = _FIRST_LINE.match(text, start, end)
    greets = bool(first and _greets(first))
    if first and greets:
        start = first.end()
    closing = _closing_at(text, start, end, may_be_first=greets)
    return start, start + len(text[start:closing].rstrip())


def as_paragraph(text: str, at: int, said: str) -> tuple[int, str]:
    """Where in a reply to put what is `said` so that it is a paragraph of its own, and with what
    space around it: at the paragraph border behind `at`, between greeting and closing."""
    start, end = body_of(text)
    at = min(max(at, start), end)
    if text[:at].strip() and not _PARAGRAPH_BEGINS.search(text, 0, at):
        border = _PARAGRAPH_ENDS.search(text, at, end)
        at = border.start() if border else end
    before = "\n\n"[min(2, _line_ends(text[:at][::-1])) :] if text[:at].strip() else ""
    behind = "\n\n"[min(2, _line_ends(text[at:])) :] if text[at:].strip() else ""
    return at, f"{before}{said.strip()}{behind}"


def _greets(first: re.Match[str]) -> bool:
    """Whether the first line is a greeting; where no empty line parts it from the text, it has to
    begin and end as one."""
    line = first[0].strip()
    if not is_greeting(line):
        return False
    is_apart = first[0].count("\n") > 1
    words = bool(_GREETING_WORDS.search(line))
    return is_apart or (words and (line.endswith(_GREETING_ENDS) or len(line.split()) <= _FEW))


def _closing_at(text: str, start: int, end: int, *, may_be_first: bool) -> int:
    """Where the closing begins; `end` where there is none. A text that nobody is greeted by is no
    closing alone."""
    lines = [(one.start(), one[0]) for one in _LINE.finditer(text, start, end)]
    for number in range(max(not may_be_first, len(lines) - _SIGNED_LINES), len(lines)):
        below = (line for _, line in lines[number + 1 :])
        if _FORMULA.fullmatch(plain(lines[number][1])) and all(map(_signs, below)):
            return lines[number][0]
    last = max((one.end() for one in _GAP.finditer(text, start, end)), default=start)
    return last if last > start and is_closing(text[last:end]) else end


def _signs(line: str) -> bool:
    """Whether a line below a closing formula says nothing: a name, a company, a telephone."""
    line = line.strip()
    return len(line) <= _CLOSING_WIDTH and (
        not line.endswith(_SENTENCE_ENDS) or len(line.split()) <= _FEW
    )


def _line_ends(text: str) -> int:
    """How many line ends the space at the beginning of a text holds."""
    return text[: len(text) - len(text.lstrip())].count("\n")
