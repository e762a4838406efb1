"""The walk through the real window with Claude: a stand-in answers over real HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from supportdesk_gui.assist.drafts import DraftState
from tests.claude.standin import Cited, Fault, Request, StandIn
from tests.ui.running import draft, open_sample_shop, running, until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from supportdesk_gui.ui.program import Program
    from supportdesk_gui.ui.theme import Theme

QUESTION = "No llegó mi pedido y necesito dinero."


@pytest.fixture
def claude(monkeypatch: pytest.MonkeyPatch) -> Iterator[StandIn]:
    with StandIn() as standin:
        monkeypatch.setenv("ANTHROPIC_API_KEY", standin.key)
        monkeypatch.setenv("ANTHROPIC_BASE_URL", standin.url)
        yield standin


@asynccontextmanager
async def shop_with_claude(home: Path, theme: Theme, allowed: str = "") -> AsyncIterator[Program]:
    """The sample shop with Claude at work, and the ticket of the question on view."""
    async with running(home, theme) as program:
        if allowed:
            answer(program, allowed)
        await until(lambda: program.engine.claude is not None, "Claude")
        await open_sample_shop(program)
        program.inbox.list.show_search(QUESTION)
        await until(
            lambda: (
                (ticket := program.inbox.current_ticket()) and QUESTION in ticket.messages[0].text
            ),
            "the ticket",
        )
        yield program


def answer(program: Program, allowed: str) -> None:
    key = program.model_triage._key() if program.engine.claude else ""
    host = program.keys.base_url.removeprefix("http://")
    key = key or f"{host} {program.settings.value.triage_model}"
    program.settings.update(consents={key: {"allowed": allowed, "tickets": 400}})


def drafts_of(claude: StandIn) -> list[Request]:
    return [
        one
        for one in claude.messages
        if "output_config" not in one.body or "format" not in one.body["output_config"]
    ]


async def test_a_draft_streams_with_citations_figures_and_the_agents_own_language(
    tmp_path: Path, claude: StandIn, theme: Theme
) -> None:
    claude.will_say(
        "Lamentamos mucho que su pedido no haya llegado. ",
        Cited("Le devolvemos el importe completo.", ((0, 0, 1),)),
        " Responda a este mensaje y lo preparamos.",
    )
    async with shop_with_claude(tmp_path, theme, "never") as program:
        await draft(program)
        reply = program.inbox.reply
        text = reply.text()
        assert text.startswith("Hola, Lucía:\n\nLamentamos mucho")
        assert text.endswith("Un saludo")
        version = program.drafts.version(reply.version_id)
        assert version is not None and version.state is DraftState.DONE
        assert version.engine == "claude-sonnet-5-5"
        (cited,) = version.citations
        assert text[cited.start : cited.end] == "Le devolvemos el importe completo."
        assert program.drafts.snapshot(cited.passage_hash) is not None
        foot = reply.copy_row._foot.text()
        assert "claude-sonnet-5-5" in foot and "$0." in foot and "tokens" in foot
        assert program.drafts.sentences(version.id, "en")
        assert not program.drafts.sentences(version.id, "de"), "tabs are filled on demand"
        assert program.ledger.today().requests == 2
        reply.tabs.choose("de")
        await until(lambda: program.drafts.sentences(version.id, "de"), "German")


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (Fault.REFUSED_KEY, "key was refused"),
        (Fault.NO_CREDIT, "no credit"),
        (Fault.TOO_LARGE, "longer than"),
        (Fault.HTML_PAGE, "no engine"),
        (Fault.EMPTY_BODY, "no engine"),
        (Fault.DROP_MID_STREAM, "connection was lost"),
        (Fault.ERROR_EVENT, "busy"),
        (Fault.END_WITHOUT_STOP, "connection was lost"),
        (Fault.GARBAGE, "cannot be read"),
        (Fault.MAX_TOKENS, "cut off"),
    ],
)
async def test_a_fault_is_a_sentence_and_the_next_request_works(
    tmp_path: Path, claude: StandIn, theme: Theme, fault: Fault, words: str
) -> None:
    async with shop_with_claude(tmp_path, theme, "never") as program:
        claude.will_fail(fault, stream=True, schema=False)
        await draft(program)
        notice = program.inbox.reply.notice
        await until(lambda: words in notice.text(), f"{words!r}, not {notice.text()!r}")
        entry = program.ledger.entries(1)[0]
        assert entry.outcome != "done"
        claude.will_say("Sentimos la espera. Le respondemos hoy.")
        await draft(program)
        assert "Sentimos la espera" in program.inbox.reply.text()
