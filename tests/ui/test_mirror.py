"""A language tab beside the draft: what disagrees is marked, what was typed stays."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QTextEdit

from supportdesk_gui.assist.drafting import Origin
from tests.claude.standin import StandIn
from tests.ui.claude_shop import SPANISH, Shop, of_kind, quiet
from tests.ui.running import draft, until
from tests.ui.test_claude_languages import given

if TYPE_CHECKING:
    from supportdesk_gui.ui.program import Program
    from supportdesk_gui.ui.reply.sentence_row import SentenceRow

SAID = "Sentimos lo ocurrido. Le devolvemos 25 € hoy. No hace falta que devuelva la lámpara."
RIGHT = (
    "Es tut uns leid. ", "Wir erstatten Ihnen heute 25 €. ",
    "Sie müssen die Lampe nicht zurücksenden.",
)  # fmt: skip


def answer(*sentences: str, first: int = 1) -> dict[str, object]:
    return {
        "sentences": [{"id": first + n, "text": text.strip()} for n, text in enumerate(sentences)]
    }


def row(program: Program, words: str) -> SentenceRow:
    """The row whose sentence holds these words."""
    from supportdesk_gui.ui.reply.sentence_row import SentenceRow

    return next(
        one
        for one in program.inbox.reply.other.findChildren(SentenceRow)
        if one.sentence is not None and words in one.sentence.text
    )


def field(one: SentenceRow) -> QTextEdit:
    found = one.findChild(QTextEdit)
    assert isinstance(found, QTextEdit)
    return found


def change_draft(program: Program, old: str, new: str) -> None:
    editor = program.inbox.reply.editor
    place = program.inbox.reply.text().index(old)
    cursor = editor.textCursor()
    cursor.setPosition(place)
    cursor.setPosition(place + len(old), cursor.MoveMode.KeepAnchor)
    cursor.insertText(new)


async def test_what_disagrees_is_marked_and_what_was_typed_is_never_written_over(
    claude: StandIn, shop: Shop
) -> None:
    async with shop.open(ticket=SPANISH, agent_language="de") as program:
        claude.will_say(SAID, thinking="")
        wrong = ("Wir erstatten Ihnen heute 52 €.", "Sie müssen die Lampe zurücksenden.")
        claude.will_answer(answer(RIGHT[0], *wrong), thinking="")
        await draft(program)
        await quiet(program)
        reply = program.inbox.reply
        view = reply.other
        reply.tabs.choose("de")
        await until(lambda: len(view.doubts()) == 2, "two marks")
        amount, denial = row(program, "52 €"), row(program, "Lampe")
        assert amount.words == "Amount: “25 €” in the draft, “52 €” here"
        assert denial.words == "The draft says “not”, this does not"
        assert amount.words in field(amount).accessibleDescription()
        assert amount.words in amount.accessibleName()
        assert row(program, "Es tut uns leid").words == ""

        typed = field(denial)
        typed.setFocus()
        typed.selectAll()
        QTest.keyClicks(typed, "Die Lampe brauchen Sie nicht einzusenden.")
        await until(lambda: len(view.doubts()) == 1, "one mark less")
        assert "Die Lampe brauchen Sie nicht einzusenden." in view.text()

        reply.tabs.choose("es")
        change_draft(program, "25 €", "30 €")
        claude.will_answer(answer("Wir erstatten Ihnen heute 30 €.", first=2), thinking="")
        claude_had = len(of_kind(claude, "translation"))
        reply.tabs.choose("de")
        await until(lambda: "30 €" in view.text(), "the changed sentence")
        await quiet(program)
        requests = of_kind(claude, "translation")[claude_had:]
        (asked,) = [one for request in requests for one in given(request)]
        assert asked["text"] == "Le devolvemos 30 € hoy.", "one edited sentence sends one sentence"
        assert view.doubts() == ()
        kept = program.drafts.sentences(reply.version_id, "de")
        assert (
            kept[3].text == "Die Lampe brauchen Sie nicht einzusenden."
            and kept[3].origin is Origin.TYPED
        )

        # The draft's sentence changes under what was typed: it stays, and says that it differs.
        reply.tabs.choose("es")
        change_draft(program, "No hace falta que devuelva", "Devuelva hasta el 3 de mayo")
        reply.tabs.choose("de")
        await until(view.doubts, "the mark")
        await quiet(program)
        assert "Die Lampe brauchen Sie nicht einzusenden." in view.text()
        assert len(of_kind(claude, "translation")) == claude_had + 1
        stale = row(program, "Die Lampe brauchen")
        claude.will_answer(
            answer("Bitte senden Sie die Lampe bis zum 3. Mai.", first=3), thinking=""
        )
        again = stale.findChild(QAbstractButton, f"translateAgain{stale.objectName()[-1]}")
        assert again is not None and not again.isHidden()
        again.click()
        await until(lambda: "3. Mai" in view.text(), "the new translation")
        await until(lambda: not view.doubts(), "nothing to be marked")
        await quiet(program)
    async with shop.open(ticket=SPANISH, agent_language="de") as program:
        reply = program.inbox.reply
        reply.tabs.choose("de")
        assert "30 €" in reply.other.text() and "3. Mai" in reply.other.text()


async def test_typing_while_the_rest_comes_is_kept(claude: StandIn, shop: Shop) -> None:
    async with shop.open(ticket=SPANISH, agent_language="es") as program:
        claude.will_say(SAID, thinking="")
        await draft(program)
        await quiet(program)
        reply, view = program.inbox.reply, program.inbox.reply.other
        claude.will_answer(answer(*RIGHT), thinking="", hold_after=5)
        reply.tabs.choose("de")
        await until(lambda: "Es tut uns leid" in view.text(), "the first sentence")
        pending = row(program, "No hace falta")
        assert field(pending).isReadOnly() and "Being translated" in pending.accessibleName()
        first = field(row(program, "Es tut uns leid"))
        first.setFocus()
        first.selectAll()
        QTest.keyClicks(first, "Tut mir leid.")
        claude.release()
        await until(lambda: "zurücksenden" in view.text(), "the last sentence")
        await quiet(program)
        assert "Tut mir leid. Wir erstatten" in view.text()
        assert not field(pending).isReadOnly()
        kept = program.drafts.sentences(reply.version_id, "de")
        assert [one.origin for one in kept if one.text == "Tut mir leid."] == [Origin.TYPED]


async def test_terms_and_address_are_in_the_prompt_and_belong_to_the_translation(
    claude: StandIn, shop: Shop
) -> None:
    terms = {"lamp": {"es": "lámpara", "de": "Leuchte"}, "chair": {"es": "silla", "de": "Sessel"}}
    async with shop.open(ticket=SPANISH, agent_language="de", glossary=terms) as program:
        claude.will_say(SAID, thinking="")
        await draft(program)
        await quiet(program)
        (first,) = of_kind(claude, "translation")
        rules = (first.body or {})["system"][-1]["text"]
        assert "lámpara = Leuchte" in rules and "Sessel" not in rules
        assert "formal way (Sie)" in rules
        reply = program.inbox.reply
        reply.tabs.choose("de")
        await quiet(program)
        assert len(of_kind(claude, "translation")) == 1, "nothing has changed"
        reply.tabs.choose("es")
        program.settings.update(familiar=("de",))
        reply.tabs.choose("de")
        await until(lambda: len(of_kind(claude, "translation")) == 2, "a new translation")
        await quiet(program)
        second = of_kind(claude, "translation")[1]
        assert "familiar way (du)" in (second.body or {})["system"][-1]["text"]
        assert len(given(second)) == 3
    with contextlib.suppress(AttributeError):
        claude.release()
