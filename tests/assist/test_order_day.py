"""A draft rests on the policies that were in force when the order was placed."""

from __future__ import annotations

import datetime
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path

import pytest

from supportdesk_gui.assist.claude_draft import DraftWay
from supportdesk_gui.assist.claude_engine import ClaudeEngine, Ways
from supportdesk_gui.assist.claude_triage import TriageWay
from supportdesk_gui.assist.drafting import DraftPassages, DraftRequest, DraftText
from supportdesk_gui.assist.engines import Engine
from supportdesk_gui.assist.offline import OfflineEngine
from supportdesk_gui.assist.order_day import order_day, rules_day
from supportdesk_gui.policies.client import PolicyIndex
from supportdesk_gui.storage.data_folder import open_data_folder
from supportdesk_gui.tickets.ticket import Intent, Message, Role, Ticket, Triage
from tests.assist.door import door
from tests.claude.standin import StandIn

TODAY = datetime.date.today()
RULES = {
    "old.md": "---\neffective_until: 2020-06-30\n---\n# Returns\n\n"
    "You can return a lamp within 14 days of delivery.",
    "new.md": "---\neffective_from: 2020-07-01\n---\n# Returns\n\n"
    "You can return a lamp within 60 days of delivery.",
}
WAYS = Ways(
    TriageWay("claude-haiku-5-5", "", "low", False, 0, 0.6), DraftWay("claude-sonnet-5-5", "low"),
    "claude-haiku-5-5", "en",
)  # fmt: skip


def asks(*texts: str, sent_at: int | None = None) -> Ticket:
    messages = tuple(
        Message(n, Role.REQUESTER, text, sent_at=sent_at) for n, text in enumerate(texts)
    )
    return Ticket("s", "7", "Return", messages, id=3, language="en")


def test_the_newest_message_that_names_a_day_decides() -> None:
    day = datetime.date(2020, 3, 3)
    assert order_day(asks("I ordered on 3 March 2020.", "Any news?"), "en", TODAY) == day
    corrected = asks("I ordered on 9 May 2020.", "Sorry, I ordered on 3 March 2020.")
    assert order_day(corrected, "en", TODAY) == day
    both = "I ordered on 3 March 2020. I ordered again on 9 May 2020."
    assert order_day(asks(both), "en", TODAY) is None


def test_figures_are_read_as_the_customers_language_writes_them() -> None:
    ticket = asks("Ich habe die Lampe am 3/4/2020 bestellt.")
    assert order_day(ticket, "de", TODAY) == datetime.date(2020, 4, 3)
    assert order_day(ticket, "en", TODAY) is None


def test_a_day_without_a_year_is_that_of_its_message() -> None:
    sent = int(datetime.datetime(2020, 4, 1, tzinfo=datetime.UTC).timestamp())
    assert order_day(asks("I ordered on 3 March.", sent_at=sent), "en", TODAY) == datetime.date(
        2020, 3, 3
    )


async def _drafted(engine: Engine, ticket: Ticket, day: str) -> tuple[str, set[str]]:
    """The draft's text and the names of the files it rests on."""
    known = Triage(Intent.RETURN, 0.9, "en", "How many days to return the lamp?")
    request = DraftRequest(ticket, known, "en", rules_day=day)
    text, files = "", set()
    async with aclosing(engine.draft(request)) as events:
        async for event in events:
            if isinstance(event, DraftText):
                text += event.text
            elif isinstance(event, DraftPassages):
                files = {Path(hit.passage.file).name for hit in event.hits}
    return text, files


@pytest.mark.usefixtures("forked_workers")
async def test_offline_and_claude_drafts_rest_on_what_was_in_force(
    claude: StandIn, tmp_path: Path
) -> None:
    source = tmp_path / "rules"
    source.mkdir()
    for name, text in RULES.items():
        (source / name).write_text(text)
    before = asks("I ordered a lamp on 3 March 2020. How many days do I have to return the lamp?")
    later = asks("I ordered a lamp on 3 March 2021. How many days do I have to return the lamp?")
    index = PolicyIndex(open_data_folder(str(tmp_path / "home")))
    await index.start()
    try:
        await index.add([source])
        await index.settled()
        assert rules_day(before, "en", index.files, TODAY) == "2020-03-03"
        assert rules_day(later, "en", index.files, TODAY) == "", "the rules are those of today"
        old_only = [replace(file, effective_until="") for file in index.files()][1:]
        assert rules_day(before, "en", lambda: old_only, TODAY) == ""

        offline = OfflineEngine(index, pause=0)
        text, files = await _drafted(offline, before, "2020-03-03")
        assert "within 14 days" in text and files == {"old.md"}
        text, files = await _drafted(offline, before, "")
        assert "within 60 days" in text and files == {"new.md"}
        async with door(claude, tmp_path) as found:
            for drafts in (0, 1000):  # passages alone, and the whole corpus in the cache
                engine = ClaudeEngine(found.asking, index, lambda: WAYS, lambda n=drafts: n)
                _, files = await _drafted(engine, before, "2020-03-03")
                assert files == {"old.md"}
        sent = [str((one.body or {})["messages"]) for one in claude.messages]
        assert len(sent) == 2
        assert all("14 days" in one and "60 days" not in one for one in sent)
    finally:
        await index.aclose()


@pytest.mark.parametrize("sent_at", [-(10**18), 10**18])
def test_a_message_of_an_impossible_time_is_taken_for_todays(sent_at: int) -> None:
    ticket = asks("I ordered on 3 March 2020.", sent_at=sent_at)
    assert order_day(ticket, "en", TODAY) == datetime.date(2020, 3, 3)
