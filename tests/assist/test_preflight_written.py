"""Replies written by hand in six languages: good ones that no rule may warn about, and bad ones."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from supportdesk_gui.assist.flight import Flight
from supportdesk_gui.assist.preflight import Rule, State, preflight
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


_ALIKE = """Paul/Paula Paul/Pauline Daniel/Daniela Daniela/Daniel Julia/Julian Andrea/Andreas
Lena/Lenard Maria/Mariano Christian/Christina Christina/Christian Martin/Martina Robert/Roberta
Ana/Anastasia Lucía/Lucian Alexander/Alexandra Gabriel/Gabriele Victor/Victoria Johannes/Johanna"""
_SAME = """Alexander/Alex Alexandra/Alex Alex/Alexandra Christina/Chris Christian/Chris Daniel/Dan
Daniela/Dani John/Johnny Benjamin/Ben Martin/Martín Jean-Luc/Jean Jean-Luc/Jeanluc"""


def _greeted(requester: str, name: str, end: str = ",") -> bool:
    text = f"Hello {name}{end} We replace the shade free of charge."
    return "name" in _failed("en", requester, text)


def test_a_name_that_only_begins_like_the_requesters_is_another() -> None:
    alike = [one.split("/") for one in _ALIKE.split()]
    assert [one for one in alike if not _greeted(f"{one[0]} Adams", one[1])] == []
    assert _greeted("Paula", "Paul") and _greeted("Paula Adams", "Paul", "."), "no name cut short"


def test_a_short_name_is_the_requesters() -> None:
    same = [one.split("/") for one in _SAME.split()]
    assert [one for one in same if _greeted(f"{one[0]} Adams", one[1])] == []
    assert not _greeted("Wilhelmina Adams", "Wilh.") and not _greeted("Wilh. Adams", "Wilhelmina")
    assert not _greeted("josegarcia88", "Jose") and not _greeted("Maryann Adams", "Mary Ann")
