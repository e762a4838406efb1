"""The walk through the real window with Claude: a stand-in answers over real HTTP."""

from __future__ import annotations

from supportdesk_gui.assist.drafts import DraftState
from tests.claude.standin import Cited, StandIn
from tests.ui.claude_shop import SPANISH, Shop
from tests.ui.running import draft, until


async def test_a_draft_streams_with_citations_figures_and_the_agents_own_language(
    claude: StandIn, shop: Shop
) -> None:
    claude.will_say(
        "Lamentamos mucho que su pedido no haya llegado. ",
        Cited("Le devolvemos el importe completo.", ((0, 0, 1),)),
        " Responda a este mensaje y lo preparamos.",
    )
    async with shop.open(ticket=SPANISH) as program:
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
