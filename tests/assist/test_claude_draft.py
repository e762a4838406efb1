"""A draft by Claude: what it is asked, and what becomes of its text and citations."""

from __future__ import annotations

from contextlib import aclosing
from pathlib import Path
from typing import Any

from supportdesk_gui.assist import claude_draft
from supportdesk_gui.assist.claude_draft import DraftWay
from supportdesk_gui.assist.drafting import (
    DraftCitation,
    DraftEnd,
    DraftEvent,
    DraftPassages,
    DraftRequest,
    DraftText,
    DraftWaiting,
    Fact,
    Frame,
    Stance,
)
from supportdesk_gui.assist.material import Material
from supportdesk_gui.policies.document import Hit, Passage
from supportdesk_gui.tickets.ticket import Intent, Triage
from tests.assist.door import door, ticket
from tests.claude.standin import Cited, Fault, Pace, StandIn

TEXT = "We refund within 14 days. You send the item back first."
POLICY = tuple(
    Passage(n, f"{n:x}" * 32, TEXT, f"p/{n}.md", "Refunds", 0, len(TEXT), "en") for n in (1, 2)
)
FRAME = Frame("Hello {name},", "Kind regards")


async def written(claude: StandIn, home: Path, **more: Any) -> list[DraftEvent]:
    one = ticket("Where is my money?", name="Ana Ruiz")
    known = Triage(Intent.REFUND, 0.9, "en", "Wants money")
    request = DraftRequest(one, known, "en", FRAME, version_id=3, **more)
    hits = (Hit(POLICY[0], 1.0, 1.0, 1.0),)
    material = Material(hits, POLICY, True, False)
    way = DraftWay("claude-sonnet-5-5", "low")
    async with (
        door(claude, home) as found,
        aclosing(claude_draft.draft(found.asking, material, request, way)) as events,
    ):
        return [event async for event in events]


def text_of(events: list[DraftEvent]) -> str:
    return "".join(event.text for event in events if isinstance(event, DraftText))


async def test_the_body_has_rules_passages_in_sentences_the_ticket_and_the_task(
    claude: StandIn, tmp_path: Path
) -> None:
    await written(claude, tmp_path, stance=Stance.DECLINE)
    body = claude.messages[0].body or {}
    *sources, data, task = body["messages"][0]["content"]
    assert [one["type"] for one in sources] == ["search_result"] * 2
    assert [len(one["content"]) for one in sources] == [2, 2]
    assert all(one["citations"] == {"enabled": True} for one in sources)
    assert "cache_control" not in sources[0]
    assert sources[1]["cache_control"] == {"type": "ephemeral", "ttl": "1h"}
    assert data["cache_control"] == {"type": "ephemeral", "ttl": "5m"}
    assert "Where is my money?" in data["text"] and "Decline" in task["text"]
    assert body["system"][-1]["cache_control"] == {"type": "ephemeral", "ttl": "1h"}
    assert TEXT[:20] not in str(body["system"]) and "format" not in body["output_config"]
    assert body["thinking"] == {"type": "between_tools"} and "tools" not in body


async def test_passages_come_first_then_text_in_its_frame_then_the_figures(
    claude: StandIn, tmp_path: Path
) -> None:
    claude.will_say("  Sorry. ", Cited("We refund within 14 days.", ((0, 0, 1),)), " Bye.")
    events = await written(claude, tmp_path)
    assert isinstance(events[0], DraftPassages) and isinstance(events[-1], DraftEnd)
    text = text_of(events)
    assert text == "Hello Ana,\n\nSorry. We refund within 14 days. Bye.\n\nKind regards"
    (cited,) = (event.citation for event in events if isinstance(event, DraftCitation))
    assert text[cited.start : cited.end] == "We refund within 14 days."
    assert cited.passage_hash == POLICY[0].hash
    assert TEXT[cited.cited_start : cited.cited_end] == "We refund within 14 days."
    end = events[-1]
    usage = claude.messages[0].usage
    assert end.output_tokens == usage["output_tokens"] and end.engine == "claude-sonnet-5-5"
    assert end.answered and (end.micro_usd or 0) > 0
    assert 0 < end.seconds_to_first_text <= end.seconds


async def test_a_cited_passage_that_was_not_on_view_joins_it_before_its_proof(
    claude: StandIn, tmp_path: Path
) -> None:
    claude.will_say(Cited("Send it back.", ((1, 1, 2),)))
    events = await written(claude, tmp_path)
    kinds = [type(event) for event in events]
    proof = kinds.index(DraftCitation)
    joined = events[proof - 1]
    assert isinstance(joined, DraftPassages)
    assert [hit.passage.hash for hit in joined.hits] == [item.hash for item in POLICY]


async def test_shredded_and_tiny_pieces_give_the_same_draft(
    claude: StandIn, tmp_path: Path
) -> None:
    said = ("Größe 🙂 您好。", Cited("We refund within 14 days.", ((0, 0, 1),)))
    claude.will_say(*said)
    whole = await written(claude, tmp_path)
    claude.pace = Pace(characters=1)
    claude.will_say(*said)
    claude.will_fail(Fault.SHREDDED)
    shredded = await written(claude, tmp_path)
    assert text_of(whole) == text_of(shredded)
    proofs = [[e.citation for e in events if isinstance(e, DraftCitation)] for events in (whole, shredded)]  # fmt: skip
    assert proofs[0] == proofs[1] and len(proofs[0]) == 1


async def test_without_a_citation_no_policy_answers(claude: StandIn, tmp_path: Path) -> None:
    claude.will_say("Could you send a picture?")
    end = (await written(claude, tmp_path))[-1]
    assert isinstance(end, DraftEnd) and not end.answered


async def test_a_wait_is_said(claude: StandIn, tmp_path: Path) -> None:
    claude.will_fail(Fault.RATE_LIMITED, seconds=0.01)
    events = await written(claude, tmp_path)
    (waiting,) = (event for event in events if isinstance(event, DraftWaiting))
    assert (waiting.seconds, str(waiting.fault)) == (0.01, "rate_limited")


async def test_what_to_say_and_what_to_shorten_are_data(claude: StandIn, tmp_path: Path) -> None:
    await written(claude, tmp_path, wish="Offer a voucher", shorten="The long reply.")
    body = claude.messages[0].body or {}
    texts = [one["text"] for one in body["messages"][0]["content"] if one["type"] == "text"]
    names = [text.partition("\n")[0] for text in texts[:-1]]
    assert ['name="ticket">' in names[0], 'name="draft">' in names[1], 'name="agent">' in names[2]] == [True] * 3  # fmt: skip
    assert "voucher" not in texts[-1] and "half the words" in texts[-1]


async def test_a_saved_reply_is_data_and_style_stands_behind_all_that_is_kept(
    claude: StandIn, tmp_path: Path
) -> None:
    await written(claude, tmp_path)
    await written(claude, tmp_path, saved="Sorry for {{x}}.", style=("Thanks", "Solution"))
    plain, steered = ((one.body or {})["messages"][0]["content"] for one in claude.messages)
    assert steered[: len(plain) - 1] == plain[:-1], "the cached beginning is the same"
    saved, task = steered[len(plain) - 1 :]
    assert 'name="saved"' in saved["text"] and "Sorry for" not in task["text"]
    assert "1. Thanks 2. Solution" in task["text"]


async def test_missing_facts_may_stand_as_blanks_and_filled_ones_are_the_agents_word(
    claude: StandIn, tmp_path: Path
) -> None:
    known = Triage(
        Intent.REFUND, 0.9, "en", "Wants money", missing_facts=("tracking status", "stock")
    )
    material = Material((), POLICY, True, False)
    one = ticket("Where is my money?")
    for facts in ((), (Fact("stock", "none left"),)):
        request = DraftRequest(one, known, "en", FRAME, facts=facts)
        async with (
            door(claude, tmp_path) as found,
            aclosing(
                claude_draft.draft(
                    found.asking, material, request, DraftWay("claude-sonnet-5-5", "low")
                )
            ) as events,
        ):
            assert [event async for event in events]
    texts = [
        [part["text"] for part in (request.body or {})["messages"][0]["content"] if "text" in part]
        for request in claude.messages
    ]
    first, second = ("\n".join(one) for one in texts)
    assert "tracking status\nstock" in first and "square brackets" in first
    assert "stock: none left" in second and "tracking status\nstock" not in second
    assert "square brackets" in second, "one is still missing"
