"""The offline engine over a real policy index: triage, drafts, language tabs."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import pytest

from supportdesk_gui.assist.drafting import (
    Citation,
    DraftCitation,
    DraftEnd,
    DraftEvent,
    DraftPassages,
    DraftRequest,
    DraftText,
    Frame,
    Origin,
    SentenceIn,
    Stance,
)
from supportdesk_gui.assist.drafts import DraftState, DraftVersion
from supportdesk_gui.assist.offline import OfflineEngine
from supportdesk_gui.policies.client import PolicyIndex
from supportdesk_gui.storage.data_folder import open_data_folder
from supportdesk_gui.tickets.ticket import Intent, Message, Role, Ticket

T = TypeVar("T")

POLICIES = {
    "en/parcels.md": """# Parcels

## Lost parcels

If your parcel is lost, we refund the full amount or send the order again, as you prefer.
Parcels that were opened cannot be refunded.

## Invoices

You find your invoice in your account after dispatch.
""",
    "es/parcels.md": """# Paquetes

## Paquetes perdidos

Si su paquete se ha perdido, le reembolsamos el importe completo o lo enviamos de nuevo.
Los paquetes abiertos no se pueden reembolsar.

## Facturas

Encontrará la factura en su cuenta después del envío.
""",
    "zh-Hant/parcels.md": """# 包裹

## 遺失的包裹

如果您的包裹遺失，我們會全額退款，或依您的意願重新寄送訂單。
已拆封的包裹無法退款，請您見諒並保留原包裝。

## 發票

出貨後您可以在帳戶中找到發票，並可隨時下載電子檔。
""",
}
FRAME = Frame("Hola, {name}:", "Un saludo,\nMarlow & Pine")
LOST = Ticket(
    "s",
    "7",
    "Pedido MP-48213",
    (Message(0, Role.REQUESTER, "No llegó mi pedido y necesito dinero."),),
    id=3,
    requester="Lucía Fernández",
)


Ask = Callable[[Callable[[PolicyIndex], Awaitable[T]]], T]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask[Any]]:
    """Runs coroutines over one index, whose policies are read."""
    root: Path = tmp_path_factory.mktemp("shop")
    for name, text in POLICIES.items():
        path = root / "policies" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    index = PolicyIndex(open_data_folder(str(root / "home")))

    async def fill() -> None:
        await index.start()
        await index.add([root / "policies"])
        await index.settled()

    with asyncio.Runner() as runner:
        runner.run(fill())
        yield lambda work: runner.run(work(index))
        runner.run(index.aclose())


async def _filled(
    engine: OfflineEngine, version: DraftVersion, language: str, frame: Frame
) -> tuple[SentenceIn, ...]:
    async with aclosing(engine.fill_language(version, language, frame, {})) as steps:
        return [sentences async for sentences in steps][-1]


async def _draft(engine: OfflineEngine, request: DraftRequest) -> list[DraftEvent]:
    async with aclosing(engine.draft(request)) as written:
        return [event async for event in written]


def _drafted(ask: Ask[list[DraftEvent]], ticket: Ticket, **asked: object) -> list[DraftEvent]:
    async def work(index: PolicyIndex) -> list[DraftEvent]:
        engine = OfflineEngine(index, pause=0)
        triage = await engine.triage(ticket)
        request = DraftRequest(ticket, triage, triage.language, FRAME)
        return await _draft(engine, replace(request, **asked))  # type: ignore[arg-type]

    return ask(work)


def _text(events: list[DraftEvent]) -> str:
    return "".join(event.text for event in events if isinstance(event, DraftText))


def _citations(events: list[DraftEvent]) -> list[Citation]:
    return [event.citation for event in events if isinstance(event, DraftCitation)]


def _version(events: list[DraftEvent], language: str) -> DraftVersion:
    return DraftVersion(
        1, 3, language, "offline", _text(events), DraftState.DONE, 0, b"", tuple(_citations(events))
    )


def test_triage_sees_intent_language_and_the_customers_own_sentence(ask: Ask[Any]) -> None:
    triage = ask(lambda index: OfflineEngine(index).triage(LOST))
    assert triage.intent is Intent.REFUND
    assert triage.confidence >= 0.95
    assert triage.language == "es"
    assert triage.summary == "No llegó mi pedido y necesito dinero."
    assert triage.search_queries[0].language == "es"
    assert "necesito dinero" in triage.search_queries[0].text
    assert not triage.escalate
    assert triage.milliseconds > 0


def test_the_newest_message_decides_and_thanks_do_not(ask: Ask[Any]) -> None:
    asked = Message(0, Role.REQUESTER, "Please send me the invoice for my order.")
    answered = Message(1, Role.AGENT, "Here it is.")
    thanks = replace(LOST, subject="", messages=(asked, answered))
    more = Message(2, Role.REQUESTER, "The lamp is broken, I want my money back.")
    threat = Message(3, Role.REQUESTER, "Otherwise my lawyer will write to you.")

    async def work(index: PolicyIndex) -> None:
        engine = OfflineEngine(index)
        assert (await engine.triage(thanks)).intent is Intent.INVOICE
        grown = await engine.triage(replace(thanks, messages=(asked, answered, more, threat)))
        assert grown.intent is Intent.REFUND
        assert grown.escalate
        assert grown.reason == threat.text

    ask(work)


def test_a_draft_is_passages_text_proof_and_end(ask: Ask[Any]) -> None:
    events = _drafted(ask, LOST)
    assert isinstance(events[0], DraftPassages)
    assert isinstance(events[-1], DraftEnd)
    assert events[-1].answered
    assert 0 < events[-1].seconds_to_first_text <= events[-1].seconds
    text = _text(events)
    assert text.startswith("Hola, Lucía:\n\n")
    assert text.endswith("\n\nUn saludo,\nMarlow & Pine")
    (cited,) = _citations(events)
    passages = {hit.passage.hash: hit.passage for hit in events[0].hits}
    source = passages[cited.passage_hash].text[cited.cited_start : cited.cited_end]
    assert text[cited.start : cited.end] == source
    assert source.startswith("Si su paquete se ha perdido, le reembolsamos")


def test_pieces_are_small_and_the_proof_follows_its_sentence(ask: Ask[Any]) -> None:
    events = _drafted(ask, LOST)
    pieces = [event.text for event in events if isinstance(event, DraftText)]
    assert max(map(len, pieces)) <= 6
    length = 0
    for event in events:
        if isinstance(event, DraftText):
            length += len(event.text)
        if isinstance(event, DraftCitation):
            assert event.citation.end == length


def test_no_frame_no_greeting_and_the_wish_is_a_sentence(ask: Ask[Any]) -> None:
    events = _drafted(ask, LOST, frame=Frame(), wish="El cupón llega aparte")
    text = _text(events)
    assert "Lucía" not in text
    assert " El cupón llega aparte. " in text
    assert text.count("\n") == 0


def test_declining_takes_a_sentence_that_declines(ask: Ask[Any]) -> None:
    request = _text(_drafted(ask, LOST, stance=Stance.DECLINE))
    assert "no se pueden reembolsar" in request
    asking = _text(_drafted(ask, LOST, stance=Stance.ASK))
    assert "¿Podría" in asking


def test_without_a_policy_it_asks_and_claims_nothing(ask: Ask[Any]) -> None:
    voltage = replace(
        LOST, messages=(Message(0, Role.REQUESTER, "¿Sirve la bombilla con 110 voltios?"),)
    )
    events = _drafted(ask, replace(voltage, subject="Voltaje"))
    assert isinstance(events[-1], DraftEnd)
    assert not events[-1].answered
    assert not _citations(events)
    assert "?" in _text(events)


def test_a_policy_in_another_language_stays_as_it_is(ask: Ask[Any]) -> None:
    german = Message(0, Role.REQUESTER, "Mein Paket ist nie angekommen, ich will mein Geld zurück.")
    events = _drafted(ask, replace(LOST, messages=(german,), subject=""))
    text = _text(events)
    assert "If your parcel is lost, we refund the full amount" in text
    assert "Es tut uns leid" in text
    assert len(_citations(events)) == 1


def test_other_languages_come_from_frames_and_parallel_passages(ask: Ask[Any]) -> None:
    events = _drafted(ask, LOST, wish="El cupón llega aparte")

    async def work(index: PolicyIndex) -> None:
        engine = OfflineEngine(index)
        frame = Frame("{name} 您好：", "敬上\nMarlow & Pine")
        filled = await _filled(engine, _version(events, "es"), "zh-Hant", frame)
        whole = "".join(one.text + one.gap for one in filled)
        assert whole.startswith("Lucía 您好：\n\n")
        assert whole.endswith("敬上\nMarlow & Pine")
        assert "如果您的包裹遺失，我們會全額退款" in whole
        assert [one.id for one in filled] == list(range(len(filled)))
        origins = {one.source: one.origin for one in filled}
        assert origins["El cupón llega aparte."] is Origin.UNTRANSLATED
        assert list(origins.values()).count(Origin.PARALLEL) == 1
        assert all(one.source in _text(events) for one in filled)
        # A Chinese sentence touches the next one; a Spanish one left in between does not.
        assert "。El cupón llega aparte. " in whole

    ask(work)


def test_simplified_is_not_made_of_traditional(ask: Ask[Any]) -> None:
    events = _drafted(ask, LOST)

    async def work(index: PolicyIndex) -> None:
        filled = await _filled(OfflineEngine(index), _version(events, "es"), "zh-Hans", FRAME)
        marked = [one for one in filled if one.origin is Origin.UNTRANSLATED]
        assert len(marked) == 1
        assert marked[0].text == marked[0].source

    ask(work)


def test_what_the_agent_typed_at_the_end_is_kept(ask: Ask[Any]) -> None:
    typed = (
        "Hola, Lucía:\n\nGracias por escribirnos al respecto.\n\nHe añadido un cupón de 5 euros."
    )
    version = DraftVersion(1, 3, "es", "offline", typed, DraftState.DONE, 0, b"")

    async def work(index: PolicyIndex) -> None:
        filled = await _filled(OfflineEngine(index), version, "en", Frame("Hi {name},", "Bye"))
        assert [one.text for one in filled] == [
            "Hi Lucía,",
            "Thank you for writing to us about this.",
            "He añadido un cupón de 5 euros.",
        ]
        assert filled[-1].origin is Origin.UNTRANSLATED

    ask(work)


def test_a_reader_may_stop_in_the_middle(ask: Ask[Any]) -> None:
    async def work(index: PolicyIndex) -> str:
        engine = OfflineEngine(index)
        triage = await engine.triage(LOST)
        text = ""
        async with aclosing(engine.draft(DraftRequest(LOST, triage, "es", FRAME))) as events:
            async for event in events:
                if isinstance(event, DraftText):
                    text += event.text
                if len(text) > 20:
                    break
        return text

    assert ask(work).startswith("Hola, Lucía:")


def test_a_draft_starts_from_the_saved_reply_that_fits(ask: Ask[Any]) -> None:
    """Its words stand as they are in our frame; what nothing fills is a blank; the policy is cited."""
    saved = (
        "Hola, Ana:\n\nSentimos que su paquete se haya perdido. Si su paquete se ha perdido, le reembolsamos "
        "el importe completo. El número de caso es {{carrier.case_number}}.\n\nSaludos"
    )
    events = _drafted(ask, LOST, saved=saved, saved_title="Perdido", wish="Le escribo mañana")
    text = _text(events)
    assert text.startswith("Hola, Lucía:\n\nSentimos que su paquete se haya perdido. Si su")
    assert text.endswith(
        "El número de caso es [case number]. Le escribo mañana.\n\nUn saludo,\nMarlow & Pine"
    )
    (cited,) = _citations(events)
    assert text[cited.start : cited.end].startswith("Si su paquete se ha perdido, le reembolsamos")
    assert isinstance(events[-1], DraftEnd) and events[-1].answered
    # A reply that says nothing of the policy is followed by its sentence.
    other = _drafted(ask, LOST, saved="Sentimos la espera.", saved_title="Espera")
    assert "Sentimos la espera. Si su paquete se ha perdido" in _text(other)
    assert len(_citations(other)) == 1
