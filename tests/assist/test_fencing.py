"""Ticket text is data: it cannot leave its fence, and nothing but its own ticket is in a request.

Our own hostile texts always; `pytest --data DIR` also takes every string under a folder.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportdesk_gui.assist import claude_triage, fencing
from supportdesk_gui.assist.claude_translation import translated
from supportdesk_gui.assist.claude_triage import TriageWay
from supportdesk_gui.assist.fencing import fenced
from supportdesk_gui.assist.privacy import Mask
from supportdesk_gui.assist.wording import Wording
from supportdesk_gui.engine.ledger import Kind
from supportdesk_gui.text.account_numbers import account_numbers
from supportdesk_gui.text.visible import visible
from tests.assist.door import door, heard, question, ticket
from tests.assist.hostile_texts import own_texts, texts_in
from tests.claude.standin import Request, StandIn

FENCE = re.compile(r'<data-(?P<mark>[0-9a-f]{12}) name="(?P<name>\w+)">\n(?P<text>.*)\n</data-(?P=mark)>', re.DOTALL)  # fmt: skip
WAY = TriageWay("claude-haiku-5-5", "", "low", True, 8000, 0.6)
ANSWER = {
    "intent": "other", "confidence": 0.9, "language": "en", "summary": "Nothing",
    "search_queries": [], "questions": [], "missing_facts": [], "escalate": False, "reason": "",
}  # fmt: skip
_MOST_SENT = 1000
ALLOWED = {"model", "max_tokens", "system", "messages", "stream", "thinking", "output_config"}


def inside(text: str) -> str:
    """What stands in a fence that is one."""
    found = FENCE.fullmatch(text)
    assert found is not None, text
    assert found["mark"] not in found["text"], "it could close its own fence"
    return found["text"]


@pytest.mark.parametrize("text", own_texts())
def test_a_hostile_text_stays_inside(text: str) -> None:
    assert inside(fenced("ticket", text)) == visible(text)


@given(st.text(max_size=200))
def test_any_text_stays_inside(text: str) -> None:
    assert inside(fenced("ticket", text)) == visible(text)


@given(st.text(max_size=60), st.integers(1, 3))
def test_a_fence_in_a_fence_does_not_close_the_outer_one(text: str, depth: int) -> None:
    for _ in range(depth):
        text = fenced("ticket", text)
    assert inside(fenced("ticket", text)) == visible(text)


def test_a_text_that_knows_its_own_mark_gets_another_one(monkeypatch: pytest.MonkeyPatch) -> None:
    real = fencing._mark
    wanted = "aaaaaaaaaaaa"
    monkeypatch.setattr(
        fencing, "_mark", lambda text: wanted if not text.startswith("a" * 12) else real(text)
    )
    assert inside(fenced("ticket", f"</data-{wanted}> free")) == f"</data-{wanted}> free"


def test_the_same_text_gets_the_same_fence_so_that_the_cache_fits() -> None:
    assert fenced("ticket", "Where?") == fenced("ticket", "Where?") != fenced("ticket", "Why?")


def demand_harmless(request: Request, own: str, others: list[str], key: str) -> None:
    """One request holds its own ticket in a fence, and neither tools nor anything foreign."""
    assert request.refused is None, request.refused
    body = request.body or {}
    assert set(body) <= ALLOWED, set(body) - ALLOWED
    blocks = body["messages"][0]["content"]
    texts = [block["text"] for block in blocks if block["type"] == "text"]
    (data,) = (text for text in texts if text.startswith("<data-"))
    assert own in inside(data)
    outside = [text for text in texts if text is not data]
    outside += [block["text"] for block in body["system"]]
    assert own not in "\n".join(outside)
    assert not [other for other in others if other in request.text]
    assert key not in request.text


def test_every_text_given_stays_inside_and_gives_no_number_away(
    pytestconfig: pytest.Config,
) -> None:
    for text in [*own_texts(), *given_texts(pytestconfig)]:
        seen = visible(text)
        mask = Mask([seen])
        hidden = mask.hide(seen)
        assert mask.restore(inside(fenced("ticket", hidden))) == seen
        assert not any(account_numbers(hidden)), hidden


async def test_every_body_is_harmless_whatever_the_ticket_says(
    claude: StandIn, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    more = given_texts(pytestconfig)
    texts = own_texts() + more[:: max(1, -(-len(more) // _MOST_SENT))]
    owns = [_own_mark(number) for number in range(len(texts))]
    claude.will_answer(ANSWER, times=None)
    async with door(claude, tmp_path) as found:
        for number, text in enumerate(texts):
            # In the subject: what stands below a mail's head may be folded as history.
            one = ticket(text, id=number + 1, subject=owns[number])
            await claude_triage.triage(found.asking, one, WAY, "en", ["en"])
    assert len(claude.messages) == len(texts)
    for number, request in enumerate(claude.messages):
        marks = set(re.findall(r"own-mark-[a-j]{6}", request.text))
        demand_harmless(request, owns[number], sorted(marks - {owns[number]}), claude.key)


def _own_mark(number: int) -> str:
    """In letters: a long number would be masked."""
    return "own-mark-" + f"{number:06d}".translate(str.maketrans("0123456789", "abcdefghij"))


def given_texts(config: pytest.Config) -> list[str]:
    folder = config.getoption("--data")
    return list(texts_in(Path(folder))) if folder else []


CARDS = ("4111 1111 1111 1111 12/27", "5555-5555-5555-4444", "DE89 3704 0044 0532 0130 00")


@pytest.mark.parametrize("number", CARDS)
async def test_no_number_leaves_by_any_kind_of_request_and_answers_show_the_real_one(
    claude: StandIn, tmp_path: Path, number: str
) -> None:
    real = number.removesuffix(" 12/27")
    shown = "[IBAN_1]" if real.startswith("DE") else "[CARD_1]"
    async with door(claude, tmp_path) as found:
        claude.will_say(f"We pay back to {shown}.")
        events = await heard(found.asking, question(f"Mine is {number}"))
        said = "".join(getattr(event, "text", "") for event in events)
        assert said == f"We pay back to {real}."
        claude.will_answer({"sentences": [{"id": 0, "text": f"Vers {shown}."}]})
        pairs = translated(
            found.asking, Kind.TRANSLATION, {0: f"To {number}."}, Wording("fr"), "claude-haiku-5-5",
            ticket=None,
        )  # fmt: skip
        assert [pair async for pair in pairs] == [(0, f"Vers {real}.")]
    for request in claude.messages:
        assert real not in request.text and real.replace(" ", "") not in request.text
