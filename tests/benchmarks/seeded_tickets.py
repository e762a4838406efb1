"""Tickets of invented people, with what is personal in them listed beside; the same for each seed.

The texts come from `seeded_sentences.json`, the values from `seeded_values.py`; neither knows what
the program looks for.
"""

from __future__ import annotations

import json
import random
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from supportdesk_gui.tickets.ticket import Message, Role, Ticket
from tests.benchmarks import seeded_values as values

LANGUAGES = ("en", "es", "fr", "de", "zh-Hans", "zh-Hant")
NAME = "name"
STRUCTURED = ("phone", "mail", "address", "order", "tracking", "card", "iban", "born", "id")


@dataclass(frozen=True, slots=True)
class Seed:
    """A personal value, at characters `start` to `end` of the customer's message."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Seeded:
    """A ticket and what in it is personal; `clean` are its sentences in which nothing is."""

    language: str
    ticket: Ticket
    seeds: tuple[Seed, ...]
    clean: tuple[str, ...]


def seeded_tickets(seed: int, each: int) -> list[Seeded]:
    """`each` tickets a language."""
    dice = random.Random(seed)
    return [_ticket(language, dice, number) for language in LANGUAGES for number in range(each)]


def tickets_written_otherwise() -> list[Seeded]:
    """Tickets by another hand, who had not read what the program looks for."""
    path = Path(__file__).parent / "otherwise_written.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_otherwise(json.loads(line), number) for number, line in enumerate(lines)]


def _otherwise(row: dict[str, Any], number: int) -> Seeded:
    text, seeds, behind = row["text"], [], dict[str, int]()
    for kind, value in row["personal"]:
        start = text.index(value, behind.get(value, 0))
        behind[value] = start + len(value)
        seeds.append(Seed(kind, start, behind[value]))
    said = (
        Message(0, Role.REQUESTER, text, author=row["requester"]),
        Message(1, Role.AGENT, "…", author=row["agent"]),
    )
    ticket = Ticket("written", str(number), "", said, id=number + 1, requester=row["requester"])
    return Seeded(row["language"], ticket, tuple(seeds), ())


def _ticket(language: str, dice: random.Random, number: int) -> Seeded:
    said = _sentences()[language]
    person, agent = _person(language, dice), _person(language, dice)
    fields = {**person, **{f"agent_{name}": value for name, value in agent.items()}}
    lines: list[str] = []
    greeting = dice.choice(said["greetings"])
    lines += [_filled(greeting, fields)] if greeting else []
    body = [_filled(one, fields) for one in dice.sample(said["names"], dice.randrange(1, 3))]
    if language in values.ROMANISED and "romanised" in person and dice.random() < 0.7:
        body.append(_filled("({romanised})", fields))
    for kind in dice.sample(STRUCTURED, dice.randrange(2, 5)):
        made = _value(kind, language, person, dice)
        sentence = dice.choice(said["structured"][kind])
        body.append(sentence.replace("{" + kind + "}", _marked(kind, made)))
    clean = tuple(dice.sample(said["clean"], 3))
    body += clean
    dice.shuffle(body)
    lines += body
    lines.append(_filled(dice.choice(said["closings"]), fields))
    text, seeds = _read("\n".join(lines))
    header = person.get("header", person["full"])
    messages = (
        Message(0, Role.REQUESTER, text, author=header),
        Message(1, Role.AGENT, "…", author=agent["full"]),
    )
    ticket = Ticket(
        "Seeded", str(number + 1), clean[0], messages, id=number + 1, requester=header,
        email=values.mail(person.get("latin", ""), dice), language=language,
    )  # fmt: skip
    return Seeded(language, ticket, seeds, clean)


def _value(kind: str, language: str, person: dict[str, str], dice: random.Random) -> str:
    if kind == "address":
        return dice.choice(values.ADDRESSES[language])
    if kind == "mail":
        return values.mail(person.get("latin", ""), dice)
    if kind in {"phone", "born"}:
        return str({"phone": values.phone, "born": values.born}[kind](language, dice))
    if kind == "id":
        return values.identity(language, dice)
    makers = {
        "order": values.order,
        "tracking": values.tracking,
        "card": values.card,
        "iban": values.iban,
    }
    return makers[kind](dice)  # fmt: skip


def _person(language: str, dice: random.Random) -> dict[str, str]:
    """A name in all the ways that a text may write it; `header` as the helpdesk knows it."""
    if language.startswith("zh"):
        return _chinese(language, dice)
    first, last = dice.choice(values.FIRST[language]), dice.choice(values.LAST[language])
    if language == "es":
        last = f"{last} {dice.choice(values.LAST[language])}"
    full = f"{first} {last}"
    genitive = f"{first}s" if first[-1] not in "sxzß" else f"{first}'"
    return {
        "full": full, "first": first, "last": last, "FULL": full.upper(), "full_lower": full.lower(),
        "first_lower": first.lower(), "full_plain": _plain(full, language), "first_plain": _plain(first, language),
        "first_possessive": f"{first}'s", "last_possessive": f"{last}s'", "first_genitive": genitive,
        "initials": ".".join(word[0] for word in full.replace("-", " ").split()) + ".",
        "initial": f"{first[0]}.", "last_initial": f"{last[0]}.", "title": "Mrs", "latin": full,
        "header": dice.choice([full, full, full, full.upper(), f"{last}, {first}", _plain(full, language)]),
    }  # fmt: skip


def _chinese(language: str, dice: random.Random) -> dict[str, str]:
    title = dice.choice(["女士", "小姐", "先生"])
    if dice.random() < 0.4:
        full, latin = dice.choice(values.ROMANISED[language])
        last = full[:2] if full[:2] in {"欧阳", "歐陽"} else full[0]
        header = dice.choice([full, full, latin])
        return {"full": full, "last": last, "romanised": latin, "latin": latin, "title_zh": title, "header": header}  # fmt: skip
    last, first = dice.choice(values.LAST[language]), dice.choice(values.FIRST[language])
    return {"full": last + first, "last": last, "title_zh": title}


def _plain(text: str, language: str) -> str:
    if language == "de":
        for sign, pair in zip("äöüßÄÖÜ", ("ae", "oe", "ue", "ss", "Ae", "Oe", "Ue"), strict=True):
            text = text.replace(sign, pair)
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()


def _filled(sentence: str, fields: dict[str, str]) -> str:
    for name, value in fields.items():
        told = name not in {"title", "title_zh", "initial", "last_initial"}
        sentence = sentence.replace("{" + name + "}", _marked_name(name, value) if told else value)
    return sentence


def _marked_name(field: str, value: str) -> str:
    """What of a name must not be left: the ending of a genitive may be."""
    bare = value
    if field.endswith("_possessive"):
        bare = value[:-2]
    if field.endswith("_genitive"):
        bare = value[:-1]
    return _marked(NAME, bare) + value[len(bare) :]


def _marked(kind: str, value: str) -> str:
    return f"\ue001{kind}\ue002{value}\ue003"


def _read(marked: str) -> tuple[str, tuple[Seed, ...]]:
    """The text without its marks, and where they stood."""
    text, seeds = "", []
    for part in re.split("(\ue001[^\ue003]*\ue003)", marked):
        if part.startswith("\ue001"):
            kind, _, value = part[1:-1].partition("\ue002")
            seeds.append(Seed(kind, len(text), len(text) + len(value)))
            text += value
        else:
            text += part
    return text, tuple(seeds)


@cache
def _sentences() -> dict[str, dict[str, Any]]:
    path = Path(__file__).with_name("seeded_sentences.json")
    loaded: dict[str, dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return loaded
