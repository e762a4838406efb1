"""Replies written by hand in six languages: good ones that no rule may warn about, and bad ones."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from supportdesk_gui.assist.preflight import Flight, Rule, State, preflight
from supportdesk_gui.assist.proof import Proof
from supportdesk_gui.tickets.ticket import Attachment, Message, Role, Ticket

_FILES = (Attachment("shade.jpg"), Attachment("invoice.pdf"))


@cache
def _written() -> dict[str, Any]:
    file = Path(__file__).with_name("preflight_written.json")
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return found


def _failed(language: str, requester: str, text: str, letter: str = "") -> set[str]:
    letter = letter or _written()["tickets"][language]
    said = Message(0, Role.REQUESTER, letter, attachments=_FILES)
    ticket = Ticket("Zendesk", "10482", "", (said,), requester=requester, language=language,
                    email="buyer@mail.example", id=1)  # fmt: skip
    flight = Flight(ticket, None, language)
    proof = Proof((), ticket, language)
    found = preflight(text, flight, proof.mark(text))
    return {one.rule.value for one in found.checks if one.state is State.FAILED}


@pytest.mark.parametrize("rule", [one.value for one in Rule])
def test_a_good_reply_gets_no_warning(rule: str) -> None:
    warned = [
        (one, failed) for one in _written()["good"].get(rule, []) if (failed := _failed(*one))
    ]
    assert not warned


@pytest.mark.parametrize("rule", [one.value for one in Rule])
def test_a_bad_reply_gets_its_warning(rule: str) -> None:
    missed = [one for one in _written()["bad"].get(rule, []) if rule not in _failed(*one)]
    assert not missed
