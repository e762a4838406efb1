"""Reply languages and foreign tickets: sentence by sentence, side by side, never asked twice."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QAbstractButton, QWidget

from supportdesk_gui.assist.drafting import Origin
from supportdesk_gui.tickets.ticket import Message, Role
from tests.claude.standin import Fault, Request, StandIn
from tests.ui.claude_shop import SPANISH, Shop, of_kind, quiet, show
from tests.ui.running import draft, trigger, until

if TYPE_CHECKING:
    from supportdesk_gui.ui.program import Program

SAID = "Sentimos lo ocurrido. Le devolvemos 25 € hoy. Escríbanos si falta algo."
ENGLISH = "send back one Linden chair from order"


def given(request: Request) -> list[dict[str, Any]]:
    """The numbered texts of a translation's request."""
    (block,) = (request.body or {})["messages"][0]["content"]
    found = re.search(r"\n(\{.*\})\n</data-", block["text"], re.DOTALL)
    assert found is not None
    sentences: list[dict[str, Any]] = json.loads(found[1])["sentences"]
    return sentences


def languages_of(requests: list[Request]) -> set[str]:
    system = [(one.body or {})["system"][-1]["text"] for one in requests]
    return {re.search(r"give each one in (.*), under", text)[1] for text in system}  # type: ignore[index]


async def drafted(program: Program, claude: StandIn) -> int:
    claude.will_say(SAID, thinking="")
    await draft(program)
    await quiet(program)
    return program.inbox.reply.version_id


async def test_all_languages_come_in_parallel_and_chinese_is_two(
    claude: StandIn, shop: Shop
) -> None:
    async with shop.open(ticket=SPANISH) as program:
        version = await drafted(program, claude)
        assert languages_of(of_kind(claude, "translation")) == {"English"}
        claude.will_fail(Fault.SLOW_FIRST_BYTE, schema=True, times=4)
        trigger(program, "all_languages")
        await until(lambda: sum(one.held for one in claude.messages) == 4, "all at once")
        claude.release()
        await quiet(program)
        requests = of_kind(claude, "translation")
        assert len(requests) == 5, "what is there already is not asked for again"
        assert languages_of(requests) == {
            "English", "French", "German", "Traditional Chinese (Taiwan usage)",
            "Simplified Chinese (mainland usage)",
        }  # fmt: skip
        assert claude.most_at_once == 4
        for code in ("en", "fr", "de", "zh-Hant", "zh-Hans"):
            sentences = program.drafts.sentences(version, code)
            assert {item.origin for item in sentences} == {Origin.FRAME, Origin.TRANSLATED}
        hant, hans = (program.drafts.sentences(version, code) for code in ("zh-Hant", "zh-Hans"))
        assert [item.text for item in hant] != [item.text for item in hans]
        for request in requests:
            assert request.schema is not None and "search_result" not in request.text
            assert [item["text"] for item in given(request)] == SAID.replace(". ", ".|").split("|")


async def test_a_tab_fills_sentence_by_sentence(claude: StandIn, shop: Shop) -> None:
    async with shop.open(ticket=SPANISH, agent_language="es") as program:
        version = await drafted(program, claude)
        assert not of_kind(claude, "translation")
        view, steps = program.inbox.reply.other, []
        program.languages.came.connect(
            lambda id_, code, sentences, whole: steps.append(
                (sum(item.origin is Origin.TRANSLATED for item in sentences), whole)
            )
        )
        program.inbox.reply.head.setFocus()
        pieces = [{"id": n, "text": f"Satz {n}."} for n in (1, 2, 3)]
        claude.will_answer({"sentences": pieces}, thinking="", hold_after=5)
        program.inbox.reply.tabs.choose("de")
        await until(lambda: "Satz 1." in view.text(), "the first sentence")
        assert "Satz 3." not in view.text() and "Escríbanos" in view.text()
        claude.release()
        await until(lambda: "Satz 3." in view.text(), "the last one")
        await quiet(program)
        assert steps[-1] == (3, True)
        assert [count for count, _ in steps] == sorted(count for count, _ in steps)
        assert {count for count, _ in steps} == {0, 1, 2, 3}
        assert view.text().startswith("Guten Tag Lucía,\n\nSatz 1. Satz 2. Satz 3.")
        assert program.drafts.sentences(version, "de")[1].text == "Satz 1."


async def test_an_edited_sentence_asks_only_for_what_is_new(claude: StandIn, shop: Shop) -> None:
    async with shop.open(ticket=SPANISH, agent_language="de") as program:
        version = await drafted(program, claude)
        (before,) = of_kind(claude, "translation")
        assert len(given(before)) == 3
        reply = program.inbox.reply
        reply.tabs.choose("de")
        await quiet(program)
        assert len(of_kind(claude, "translation")) == 1, "a filled tab sends nothing"
        reply.tabs.choose("es")
        place = reply.text().index("25 €")
        cursor = reply.editor.textCursor()
        cursor.setPosition(place)
        cursor.setPosition(place + 4, cursor.MoveMode.KeepAnchor)
        cursor.insertText("30 €")
        reply.tabs.choose("de")
        await until(lambda: len(of_kind(claude, "translation")) == 2, "the second request")
        await quiet(program)
        (asked,) = given(of_kind(claude, "translation")[1])
        assert asked["text"] == "Le devolvemos 30 € hoy."
        kept = program.drafts.sentences(version, "de")
        assert {item.origin for item in kept} == {Origin.FRAME, Origin.TRANSLATED}
        assert "30 €" in reply.other.text()


async def test_a_fault_of_one_tab_leaves_the_draft_and_says_what_is_missing(
    claude: StandIn, shop: Shop
) -> None:
    async with shop.open(ticket=SPANISH, agent_language="es") as program:
        await drafted(program, claude)
        text = program.inbox.reply.text()
        claude.will_fail(Fault.REFUSED_KEY, schema=True)
        program.inbox.reply.tabs.choose("fr")
        notice = program.inbox.reply.notice
        await until(lambda: "key was refused" in notice.text(), "the sentence")
        assert program.inbox.reply.text() == text
        program.inbox.reply.tabs.choose("es")
        program.inbox.reply.tabs.choose("fr")
        await quiet(program)
        version = program.inbox.reply.version_id
        assert all(
            item.origin is not Origin.UNTRANSLATED
            for item in program.drafts.sentences(version, "fr")
        )


def press_again(bar: QWidget) -> None:
    """Click *Try again*."""
    button = bar.findChild(QAbstractButton, "noticeAction")
    assert button is not None and button.text() == "Try again"
    button.click()


async def test_trying_again_fills_the_tab_and_translates_the_ticket_and_drafts_nothing(
    claude: StandIn, shop: Shop
) -> None:
    async with shop.open(ticket=SPANISH, agent_language="en") as program:
        version = await drafted(program, claude)
        reply, page = program.inbox.reply, program.inbox
        claude.will_fail(Fault.SERVER_ERROR, times=4, schema=True)
        reply.tabs.choose("fr")
        await until(lambda: "fault of its own" in reply.notice.text(), "the sentence")
        press_again(reply.notice)
        await until(lambda: program.drafts.sentences(version, "fr"), "the tab")
        await quiet(program)
        assert {item.origin for item in program.drafts.sentences(version, "fr")} == {
            Origin.FRAME, Origin.TRANSLATED,
        }  # fmt: skip
        assert reply.notice.text() == "" and reply.version_id == version
        claude.will_fail(Fault.SERVER_ERROR, times=4, schema=True)
        trigger(program, "original")
        await until(lambda: "fault of its own" in page.notice.text(), "the other sentence")
        press_again(page.notice)
        assert page.notice.text() == ""
        await until(lambda: SPANISH not in page.ticket.shown_text(0), "the translation")
        assert page.notice.text() == ""
        assert len(of_kind(claude, "draft")) == 1


async def test_a_foreign_ticket_is_translated_once_and_its_original_is_one_key_away(
    claude: StandIn, shop: Shop
) -> None:
    async with shop.open("opened", SPANISH) as program:
        pane, ticket = program.inbox.ticket, program.inbox.current_ticket()
        assert ticket is not None
        last = ticket.messages[-1].position
        await quiet(program)
        mine = [one for one in of_kind(claude, "translation") if SPANISH in one.text]
        assert len(mine) == 1 and languages_of(mine) == {"English"}
        assert SPANISH not in pane.shown_text(last) and pane.shown_text(last)
        trigger(program, "original")
        assert SPANISH in pane.shown_text(0) + pane.shown_text(last)
        trigger(program, "original")
        assert SPANISH not in pane.shown_text(last)
        await show(program, ENGLISH)
        await quiet(program)
        count = len(of_kind(claude, "translation"))
        await show(program, SPANISH)
        await until(lambda: SPANISH not in pane.shown_text(last), "the kept translation")
        await quiet(program)
        assert len(of_kind(claude, "translation")) == count, "nothing is sent again"
        assert not [one for one in of_kind(claude, "translation") if ENGLISH in one.text]
    async with shop.open("opened", SPANISH) as program:
        await until(lambda: SPANISH not in program.inbox.ticket.shown_text(last), "it is kept")
        await quiet(program)
        mine = [one for one in of_kind(claude, "translation") if SPANISH in one.text]
        assert len(mine) == 1, "nor after a restart"
        more = Message(len(ticket.messages), Role.REQUESTER, "¿Hay noticias de mi pedido?")
        changed = replace(ticket, messages=(*ticket.messages, more))
        import_id = program.tickets.start_import("Sample shop", "", 2_000_000_000).result()
        program.tickets.upsert(import_id, [changed]).result()
        program.tickets.finish_import(import_id).result()
        await show(program, ENGLISH)
        trigger(program, "triage")  # as an import does in its end
        await quiet(program)
        await show(program, SPANISH)
        await until(
            lambda: [one for one in of_kind(claude, "translation") if "noticias" in one.text],
            "the changed ticket to be asked for",
        )
        await quiet(program)


async def test_nobody_translates_without_being_allowed_to(claude: StandIn, shop: Shop) -> None:
    async with shop.open("never", SPANISH) as program:
        await quiet(program)
        assert not claude.requests
        trigger(program, "original")  # the agent's own wish
        await until(lambda: of_kind(claude, "translation"), "the translation")
        await quiet(program)


async def test_a_pasted_foreign_ticket_is_translated_once_its_language_is_known(
    claude: StandIn, shop: Shop
) -> None:
    text = "Buenos días, la lámpara que compré llegó rota y quisiera cambiarla por otra."
    async with shop.open("opened") as program:
        await quiet(program)
        program.intake.paste("", text)
        await until(
            lambda: [one for one in of_kind(claude, "translation") if "lámpara" in one.text],
            "the translation",
        )
        await quiet(program)
        assert text not in program.inbox.ticket.shown_text(0)
        assert len([one for one in of_kind(claude, "triage") if "lámpara" in one.text]) == 1
