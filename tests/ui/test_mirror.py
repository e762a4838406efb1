"""A language tab beside the draft: what disagrees is marked, what was typed stays."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QTextEdit, QWidget

from supportdesk_gui.assist.drafting import Origin
from tests.claude.standin import Fault, StandIn
from tests.ui.claude_shop import SPANISH, Shop, of_kind, quiet, show
from tests.ui.running import draft, running, trigger, until
from tests.ui.test_claude_languages import given

if TYPE_CHECKING:
    from pathlib import Path

    from supportdesk_gui.ui.program import Program
    from supportdesk_gui.ui.reply.sentence_row import SentenceRow
    from supportdesk_gui.ui.theme import Theme

TYPED = "Die Lampe brauchen Sie nicht einzusenden."
FOLLOWED = "No tiene que enviar la lámpara."
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


def type_over(one: SentenceRow, words: str) -> None:
    typed = field(one)
    typed.setFocus()
    typed.selectAll()
    typed.insertPlainText(words)


def press(part: QWidget, words: str) -> None:
    """Click the button on view with those words."""
    buttons = [one for one in part.findChildren(QAbstractButton) if one.text() == words]
    (button,) = [one for one in buttons if not one.isHidden()]
    button.click()


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

        # F8 goes from one to the next, then to what is unproven in the draft.
        for one in (amount, denial):
            trigger(program, "next_unproven")
            assert one.has_focus() and reply.tabs.current() == "de"
        trigger(program, "next_unproven")
        assert reply.tabs.current() == "es"
        reply.tabs.choose("de")

        # Copying it asks once; the pair is one click away.
        QGuiApplication.clipboard().setText("before")
        trigger(program, "copy")
        assert "Amount: “25 €” in the draft, “52 €” here" in reply.notice.text()
        assert QGuiApplication.clipboard().text() == "before"
        press(reply.notice, "Show the pair")
        assert field(amount).hasFocus() or not program.window.isActiveWindow()
        trigger(program, "copy")
        press(reply.notice, "Copy anyway")
        trigger(program, "copy")
        assert "52 €" in QGuiApplication.clipboard().text()
        assert "Amount" not in reply.notice.text(), "asked a second time"

        # What is typed here is asked for in the draft: that sentence, and no other.
        claude.will_answer(answer(FOLLOWED, first=0), thinking="", contains=TYPED)
        had = len(of_kind(claude, "translation"))
        type_over(denial, TYPED)
        assert "Being translated into the draft" in denial.accessibleName()
        assert SAID.rpartition(". ")[2] in reply.text(), "nothing is changed before it is there"
        await until(lambda: FOLLOWED in reply.text(), "the draft's sentence")
        await quiet(program)
        (request,) = of_kind(claude, "translation")[had:]
        assert [one["text"] for one in given(request)] == [TYPED]
        assert "give each one in Spanish" in (request.body or {})["system"][-1]["text"]
        assert len(view.doubts()) == 1 and TYPED in view.text()
        assert denial.accessibleName() == TYPED
        reply.editor.undo()
        assert FOLLOWED not in reply.text(), "one step of undo"
        reply.editor.redo()

        # Typed a second time it is asked for again: the agent never wrote the draft's sentence.
        second = "Die Lampe behalten Sie."
        claude.will_answer(answer("Quédese con ella.", first=0), thinking="", contains=second)
        claude.will_answer(answer(FOLLOWED, first=0), thinking="", contains=TYPED)
        type_over(denial, second)
        assert "Being translated into the draft" in denial.accessibleName()
        await until(lambda: "Quédese con ella." in reply.text(), "the draft's sentence")
        await quiet(program)
        assert FOLLOWED not in reply.text() and denial.accessibleName() == second
        type_over(denial, TYPED)
        await until(lambda: FOLLOWED in reply.text(), "the draft's sentence")
        await quiet(program)

        # The draft is typed in: its other side asks for the changed sentence by itself.
        reply.tabs.choose("es")
        claude.will_answer(answer("Wir erstatten Ihnen heute 30 €.", first=2), thinking="")
        had = len(of_kind(claude, "translation"))
        change_draft(program, "25 €", "30 €")
        await until(lambda: len(of_kind(claude, "translation")) > had, "the request")
        await quiet(program)
        reply.tabs.choose("de")
        await until(lambda: "30 €" in view.text(), "the changed sentence")
        await quiet(program)
        (request,) = of_kind(claude, "translation")[had:]
        assert [one["text"] for one in given(request)] == ["Le devolvemos 30 € hoy."]
        assert view.doubts() == ()

        # A sentence of the draft that the agent wrote stays until they say otherwise.
        had = len(of_kind(claude, "translation"))
        amount = row(program, "30 €")
        type_over(amount, "Sie bekommen heute 30 €.")
        assert "You changed the draft's sentence: it stays" in amount.accessibleName()
        reply.tabs.choose("es")
        QGuiApplication.clipboard().setText("before")
        trigger(program, "copy")
        said = "Not translated into the draft: “Sie bekommen heute 30 €.”"
        await until(lambda: said in reply.notice.text(), "the question")
        assert QGuiApplication.clipboard().text() == "before"
        reply.tabs.choose("de")
        claude.will_answer(answer("Hoy recibe 30 €.", first=0), thinking="")
        press(amount, "Translate into the draft")
        await until(lambda: "Hoy recibe 30 €." in reply.text(), "the draft's sentence")
        await quiet(program)
        assert len(of_kind(claude, "translation")) == had + 1
        assert amount.accessibleName() == "Sie bekommen heute 30 €."

        # The draft's sentence changes under what was typed: it stays, and says that it differs.
        reply.tabs.choose("es")
        change_draft(program, FOLLOWED, "Devuelva la lámpara hasta el 3 de mayo.")
        reply.tabs.choose("de")
        await until(view.doubts, "the mark")
        await quiet(program)
        (overtaken,) = reply.mirror.doubts("de")
        assert overtaken.is_overtaken and not reply.mirror.doubts("es")
        assert TYPED in view.text() and len(of_kind(claude, "translation")) == had + 1
        claude.will_answer(
            answer("Bitte senden Sie die Lampe bis zum 3. Mai.", first=3), thinking=""
        )
        press(row(program, TYPED), "Translate again")
        await until(lambda: "3. Mai" in view.text(), "the new translation")
        await until(lambda: not view.doubts(), "nothing to be marked")
        await quiet(program)
    async with shop.open(ticket=SPANISH, agent_language="de") as program:
        reply = program.inbox.reply
        assert "Hoy recibe 30 €. Devuelva" in reply.text()
        reply.tabs.choose("de")
        assert "Sie bekommen heute 30 €." in reply.other.text() and "3. Mai" in reply.other.text()


async def test_a_copy_waits_for_what_is_on_its_way_and_a_failure_is_tried_again(
    claude: StandIn, shop: Shop
) -> None:
    async with shop.open(ticket=SPANISH, agent_language="de") as program:
        claude.will_say(SAID, thinking="")
        claude.will_answer(answer(*RIGHT), thinking="")
        await draft(program)
        await quiet(program)
        reply = program.inbox.reply
        reply.tabs.choose("de")
        await until(lambda: "Lampe" in reply.other.text(), "the tab")
        claude.will_fail(Fault.REFUSED_KEY, contains=TYPED)
        lamp = row(program, "Lampe")
        type_over(lamp, TYPED)
        await until(lambda: "key was refused" in reply.notice.text(), "the sentence")
        assert "Not translated into the draft" in lamp.accessibleName()
        reply.notice.clear()
        reply.tabs.choose("es")
        QGuiApplication.clipboard().setText("before")
        trigger(program, "copy")
        assert f"Not translated into the draft: “{TYPED}”." in reply.notice.text()
        assert QGuiApplication.clipboard().text() == "before", "what was typed is not in it"
        press(reply.notice, "Show the pair")
        assert reply.tabs.current() == "de"
        claude.will_answer(answer(FOLLOWED, first=0), thinking="", contains=TYPED)
        press(lamp, "Translate into the draft")
        reply.tabs.choose("es")
        trigger(program, "copy")
        assert QGuiApplication.clipboard().text() == "before"
        await until(lambda: reply.notice.text().startswith("In no policy"), "the question")
        assert FOLLOWED in reply.text(), "asked of the draft as it was before"
        await quiet(program)


async def test_without_an_engine_what_is_typed_is_marked_and_the_draft_stays(
    sample_shop: Path, theme: Theme
) -> None:
    async with running(sample_shop, theme) as program:
        program.settings.update(agent_language="de")
        await show(program, SPANISH)
        await draft(program)
        reply = program.inbox.reply
        before = reply.text()
        reply.tabs.choose("de")
        await until(reply.other.text, "the tab")
        first = row(program, "Guten Tag")
        type_over(first, "Hallo!")
        assert "Not translated into the draft: needs an engine" in first.accessibleName()
        await quiet(program)
        assert reply.text() == before


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
        QGuiApplication.clipboard().setText("before")
        trigger(program, "copy")
        await until(lambda: "Not translated: “" in reply.notice.text(), "the question")
        assert QGuiApplication.clipboard().text() == "before", "two languages in one reply"
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
        # Without an engine what was paid for stays, in whatever wording, and is not paid for anew.
        program.settings.update(engine="offline")
        await until(lambda: not program.engine.current().host, "no engine")
        paid = reply.other.text()
        for familiar in (("de",), ()):
            program.settings.update(familiar=familiar)
            reply.tabs.choose("es")
            reply.tabs.choose("de")
            await quiet(program)
            assert reply.other.text() == paid
        program.settings.update(engine="claude", familiar=("de",))
        await until(lambda: program.engine.current().host, "the engine")
        reply.tabs.choose("es")
        reply.tabs.choose("de")
        await quiet(program)
        assert reply.other.text() == paid and len(of_kind(claude, "translation")) == 2
    with contextlib.suppress(AttributeError):
        claude.release()
