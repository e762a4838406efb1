"""The sample shop: tickets and policies to try the program on, and a busy night made from them.

Everything comes out of resources/sample_shop; the same seed always gives the same night.
"""

from __future__ import annotations

import json
import random
import re
import unicodedata
from calendar import timegm
from pathlib import Path
from time import strptime
from typing import Any

from supportdesk_gui.resources import resource
from supportdesk_gui.text.folding import folded_spans
from supportdesk_gui.tickets.ticket import Attachment, Message, Role, Ticket, Visibility

SOURCE = "Sample shop"
STRIKE_TAG = "carrier-strike"
STRIKE_TICKETS = 37
_LANGUAGES = ("en", "es", "fr", "de", "zh-Hant", "zh-Hans")
_NIGHT = 14 * 3600
_FIRST_GROWN_ID = 20001
_ADDRESS = "https://marlow-pine.helpdesk.example/tickets/"
_DOMAINS = {
    "en": "postbox.example",
    "es": "correo.example",
    "fr": "courrier.example",
    "de": "mailkasten.example",
    "zh-Hant": "xinxiang.example",
    "zh-Hans": "youxiang.example",
}


def sample_tickets(now: int) -> list[Ticket]:
    """The written tickets, moved in time so that the shop's last export was made at `now`."""
    shop = _read("tickets.json")
    shift = now - _seconds(shop["as_of"])
    return [_written_ticket(item, shift) for item in shop["tickets"]]


def grown_tickets(now: int, count: int = 300, seed: int = 37) -> list[Ticket]:
    """A night's worth of `count` new tickets from the 14 hours before `now`, oldest first.

    37 of them (all, when `count` is smaller) ask about one matter, the carriers' strike in
    France, and carry its tag.
    """
    growth = _read("growth.json")
    chance = random.Random(seed)
    strikes = min(STRIKE_TICKETS, count)
    matters = ["strike"] * strikes + [
        list(growth["matters"])[place % len(growth["matters"])] for place in range(count - strikes)
    ]
    chance.shuffle(matters)
    times = sorted(now - 60 - chance.randrange(_NIGHT - 60) for _ in range(count))
    orders = chance.sample(range(48000, 99999), count)
    return [
        _grown_ticket(growth, chance, place, matter, times[place], f"MP-{orders[place]}")
        for place, matter in enumerate(matters)
    ]


def sample_policies() -> list[Path]:
    """The shop's policy documents in all six languages, sorted by language and name."""
    root = resource("sample_shop", "policies")
    return [path for code in _LANGUAGES for path in sorted((root / code).glob("*.md"))]


def _read(name: str) -> dict[str, Any]:
    shop: dict[str, Any] = json.loads(resource("sample_shop", name).read_text(encoding="utf-8"))
    return shop


def _seconds(text: str) -> int:
    return timegm(strptime(text, "%Y-%m-%dT%H:%M:%SZ"))


def _written_ticket(item: dict[str, Any], shift: int) -> Ticket:
    return Ticket(
        source=SOURCE,
        external_id=item["id"],
        subject=item["subject"],
        messages=tuple(
            _written_message(place, comment, shift)
            for place, comment in enumerate(item["comments"])
        ),
        requester=item["requester"]["name"],
        email=item["requester"]["email"],
        url=item["url"],
        external_status=item["status"],
        priority=item["priority"],
        channel=item["channel"],
        language=item["language"],
        tags=tuple(item["tags"]),
        created_at=_seconds(item["created_at"]) + shift,
        updated_at=_seconds(item["updated_at"]) + shift,
    )


def _written_message(place: int, comment: dict[str, Any], shift: int) -> Message:
    return Message(
        position=place,
        role=Role(comment["author"]["role"]),
        text=comment["body"],
        visibility=Visibility.PUBLIC if comment["public"] else Visibility.INTERNAL,
        author=comment["author"]["name"],
        sent_at=_seconds(comment["created_at"]) + shift,
        attachments=tuple(
            Attachment(file["name"], file["content_type"], file["size"])
            for file in comment["attachments"]
        ),
        folded=folded_spans(comment["body"]),
    )


def _grown_ticket(
    growth: dict[str, Any],
    chance: random.Random,
    place: int,
    matter: str,
    sent_at: int,
    order: str,
) -> Ticket:
    code = _LANGUAGES[place % len(_LANGUAGES)]
    texts = growth["strike"] if matter == "strike" else growth["matters"][matter]
    facts = {
        "order": order,
        "product": chance.choice(growth["products"][code]),
        "date": chance.choice(growth["dates"][code]),
        "tracking": f"MPX{chance.randrange(10**9):09d}",
        "name": chance.choice(growth["names"][code]),
    }
    text = _filled(chance.choice(texts[code]), facts)
    external_id = str(_FIRST_GROWN_ID + place)
    message = Message(
        0, Role.REQUESTER, text, author=facts["name"], sent_at=sent_at, folded=folded_spans(text)
    )
    return Ticket(
        source=SOURCE,
        external_id=external_id,
        subject=_filled(chance.choice(growth["subjects"][matter][code]), facts),
        messages=(message,),
        requester=facts["name"],
        email=f"{_mailbox(facts['name'], place)}@{_DOMAINS[code]}",
        url=_ADDRESS + external_id,
        external_status="new",
        priority=chance.choice(("normal", "normal", "normal", "high", "low")),
        channel=chance.choice(("email", "email", "form", "chat")),
        language=code,
        tags=(STRIKE_TAG,) if matter == "strike" else (matter,),
        created_at=sent_at,
        updated_at=sent_at,
    )


def _filled(template: str, facts: dict[str, str]) -> str:
    return re.sub(r"\{(\w+)\}", lambda match: facts[match[1]], template)


def _mailbox(name: str, place: int) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z]+", plain)
    return ".".join([*words, str(place + 1)]) if words else f"kehu.{place + 1}"
