"""Knowledge made from tickets: groups, what is written of them, what is kept, merged, compared."""

from __future__ import annotations

import asyncio
import json
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path

import pytest

from supportdesk_gui.assist.knowledge.by_model import KnowledgeWay, estimate
from supportdesk_gui.assist.knowledge.checks import without_people
from supportdesk_gui.assist.knowledge.document import (
    NotValid,
    demand_valid,
    knowledge_of,
    schema,
)
from supportdesk_gui.assist.knowledge.entries import Entry, EntryKind, Receipt, Rest, TicketWords
from supportdesk_gui.assist.knowledge.making import begin, write
from supportdesk_gui.assist.knowledge.merging import Fate, compared, identity, merged
from supportdesk_gui.assist.knowledge.store import KnowledgeStore
from supportdesk_gui.engine.errors import EngineError
from supportdesk_gui.engine.errors import Fault as Problem
from supportdesk_gui.policies.grouping import Asking, groups
from supportdesk_gui.resources import resource
from supportdesk_gui.storage.data_folder import DataFolder
from supportdesk_gui.storage.forgotten import Forgotten
from supportdesk_gui.tickets.forgetting import Forgetting
from tests.assist.knowledge_desk import LANGUAGES, answer, knowledge_desk, texts
from tests.claude.standin import Fault, StandIn
from tests.tickets.desk import open_desk


def test_the_sample_set_fits_the_published_schema_and_a_wrong_one_does_not() -> None:
    from jsonschema import Draft202012Validator

    Draft202012Validator.check_schema(schema())
    sample = json.loads(resource("knowledge", "sample.json").read_text(encoding="utf-8"))
    demand_valid(sample)
    assert all(sample[kind.value] for kind in EntryKind)
    assert all(set(one["answer"]) == {"en", "es", "fr", "de"} for one in sample["faq"])
    for entry in (entry for kind in EntryKind for entry in sample[kind.value]):
        assert entry["passages"] and not entry["unproven"] and not entry["apart"]
    for wrong in ({"coverage": 2}, {"intent": "nonsense"}, {"answer": {}}, {"more": 1}):
        with pytest.raises(NotValid):
            demand_valid({**sample, "faq": [{**sample["faq"][0], **wrong}]})


def test_texts_of_one_matter_come_together_whatever_their_language() -> None:
    asked = [
        Asking(text, language, "logistics")
        for number in range(6)
        for text, language in (
            (f"My parcel {number} was never delivered", "en"),
            (f"Mein Paket {number} wurde nie geliefert", "de"),
            (f"I want to change the delivery address of order {number}", "en"),
            (f"Quiero cambiar la dirección de entrega del pedido {number}", "es"),
        )
    ]
    found = groups(asked, 2)
    assert found == groups(asked, 2)
    assert len({found[place] for place in range(24) if place % 4 < 2}) == 1
    assert found[0] != found[2] == found[3]
    kinds = groups([replace(one, kind=str(place % 3)) for place, one in enumerate(asked)], 1)
    assert len(set(kinds)) == 3


def test_five_thousand_texts_are_grouped() -> None:
    words = "parcel refund invoice lamp chair broken late address coupon return".split()
    asked = [
        Asking(
            f"{words[n % 10]} {words[n * 7 % 9]} {words[n * 3 % 8]} {n % 50}", "en", words[n % 3]
        )
        for n in range(5000)
    ]
    found = groups(asked, 40)
    assert len(found) == 5000 and 3 < max(found) + 1 <= 40


async def test_without_a_model_the_policy_sentence_answers_and_says_so(
    claude: StandIn, tmp_path: Path
) -> None:
    async with knowledge_desk(claude, tmp_path) as desk:
        steps = await desk.made_by(desk.policy(("en", "de")))
        assert steps[-1].done == steps[-1].total >= 2 and not claude.messages
        (run,) = desk.store.runs()
        assert (run.state, run.engine, run.tickets, run.left) == ("done", "offline", 28, 0)
        found = merged(desk.store.entries(run.id), "en")
        knowledge = knowledge_of(run, found, desk.store.numbers())
        demand_valid(knowledge.document)
        faq = [one for one in found if one.kind is EntryKind.FAQ]
        returns = next(one for one in faq if one.intent == "return")
        assert returns.written_by == "policy"
        assert "30 days" in returns.body("en") and "30 Tagen" in returns.body("de")
        assert returns.heading("de") == "Wie lange Sie zurückgeben können"
        assert len(returns.receipts) == 14 and returns.rests[0].file == "returns.md"
        assert all(one.kind in set(EntryKind) for one in found)


async def test_a_model_writes_all_languages_at_once_and_every_entry_has_its_receipts(
    claude: StandIn, tmp_path: Path
) -> None:
    disagreeing = [{"ticket": "t3", "why": "Told 14 days"}, {"ticket": "t77", "why": "?"}]
    said = answer()
    said["faq"][0]["disagreeing"] = disagreeing
    claude.will_answer(said, times=None)
    async with knowledge_desk(claude, tmp_path, lost=0) as desk:
        await desk.made_by(desk.model())
        (run,) = desk.store.runs()
        found = merged(desk.store.entries(run.id), "en")
        document = knowledge_of(run, found, desk.store.numbers()).document
        demand_valid(document)
        assert run.state == "done" and run.micro_usd and {e.kind for e in found} == set(EntryKind)
        faq, template, rule = (found[place] for place in range(3))
        assert {e.kind for e in (faq, template, rule)} == set(EntryKind)
        value = document["faq"][0]  # type: ignore[index]
        assert value["disagreeing"][0]["why"] == "Told 14 days" and not value["unproven"]
        assert "R-" in value["tickets"][0] and value["passages"][0]["file"] == "returns.md"
        assert document["refund_rules"][0]["outcome"] == "full_refund"  # type: ignore[index]
        assert document["templates"][0]["placeholders"] == [  # type: ignore[index]
            {"name": "order_id", "type": "order_number"}
        ]
        requests = [one.body or {} for one in claude.messages]
        assert all(one.refused is None for one in claude.messages)
        assert all(one["max_tokens"] == 2000 for one in requests)
        assert all("ana1@" not in one.text and "Lopes1" not in one.text for one in claude.messages)
        assert {entry.kind for entry in desk.door.entries()} == {"knowledge"}
        reads = [entry.cache_read for entry in desk.door.entries()]
        assert len(reads) == 1 or sum(read > 0 for read in reads) == len(reads) - 1


async def test_what_no_policy_says_is_told_to_the_engine_once_and_marked(
    claude: StandIn, tmp_path: Path
) -> None:
    wrong = answer()
    wrong["faq"][0]["answer"] = texts(
        "You can return an item within 90 days of delivery.",
        "Sie können innerhalb von 90 Tagen nach der Lieferung zurückgeben.",
        "Puede devolver en el plazo de 60 días desde la entrega.",
    )
    wrong["templates"][0]["text"] = texts("Thank you.", "Danke. Gut.", "Gracias.")
    claude.will_answer(wrong, times=None)
    async with knowledge_desk(claude, tmp_path, returns=6, lost=0) as desk:
        await desk.made_by(desk.model())
        found = desk.store.entries(desk.store.runs()[0].id)
        faq = next(one for one in found if one.kind is EntryKind.FAQ)
        assert {one.language for one in faq.unproven} == {"en", "de"}
        assert "90 days" in faq.unproven[0].sentence and faq.apart == ("es",)
        assert not [one for one in found if one.kind is EntryKind.TEMPLATE]
        first, second = claude.messages
        assert "checks found" in second.text and "checks found" not in first.text
        assert "not three" in second.text and "no passage says this" in second.text


def test_neither_surname_nor_home_of_a_customer_nor_a_part_of_a_word_is_taken_for_another() -> None:
    summary = "I am Will García, +34 600 123 456, Calle Mayor 12, 28013 Madrid."
    asked = TicketWords(
        1, "1", "en", "return", "Return", summary, "Call us.",
        ("Will García", "w@example.com"),
    )  # fmt: skip
    said = (
        "Mr García of Calle Mayor 12, 28013 Madrid, +34 600 123 456 or W@example.com, calls "
        "+34 911 222 333. Whoever is Willing may return it."
    )
    entry = Entry(
        EntryKind.FAQ, "return", {"question": {"en": "Will García?"}, "answer": {"en": said}}
    )
    found = without_people(entry, [asked]).texts
    assert found["question"]["en"] == "{{customer_name}}?"
    assert found["answer"]["en"] == (
        "Mr {{customer_name}} of {{address}}, {{phone}} or {{customer_email}}, calls "
        "+34 911 222 333. Whoever is Willing may return it."
    )


async def test_nothing_of_a_single_customer_gets_into_an_entry(
    claude: StandIn, tmp_path: Path
) -> None:
    said = answer()
    said["faq"][0]["question"] = texts(
        "Can Ana Lopes1 return MP-10001?", "Ana Lopes1?", "¿MP-10001?"
    )
    claude.will_answer(said, times=None)
    async with knowledge_desk(claude, tmp_path, returns=5, lost=0) as desk:
        await desk.made_by(desk.model())
        found = desk.store.entries(desk.store.runs()[0].id)
        headings = [text for one in found for text in one.texts.get("question", {}).values()]
        assert headings and "Can {{customer_name}} return {{order_id}}?" in headings
        kept = json.dumps(desk.database.read("SELECT value FROM knowledge_entries"))
        assert "Lopes1" not in kept and "MP-10001" not in kept


async def test_a_stop_keeps_what_is_done_and_what_is_left_goes_on(
    claude: StandIn, tmp_path: Path
) -> None:
    async with knowledge_desk(claude, tmp_path, returns=36, lost=36) as desk:
        claude.will_answer(answer(), times=2)
        claude.will_answer(answer(), hold_after=1, times=None)
        writer, words = desk.model(at_once=1), desk.store.newest_words(200).result()
        run_id = await begin(desk.store, desk.index, writer, words)
        async with aclosing(write(desk.store, writer, run_id)) as found:
            async for step in found:
                if step.done == 2:
                    break
        (run,) = desk.store.runs()
        assert run.state == "stopped" and run.done == 2 and run.left == run.groups - 2 > 0
        kept = desk.store.entries(run.id)
        assert kept
        claude.forget()
        claude.release()
        claude.will_answer(answer(), times=None)
        before = len(claude.messages)
        await desk.gone_on(desk.model(), run.id)
        (run,) = desk.store.runs()
        assert (run.state, run.left) == ("done", 0)
        assert len(claude.messages) - before == run.groups - 2
        assert desk.store.entries(run.id)[: len(kept)] == kept


def test_who_goes_on_with_a_run_is_named_beside_who_began_it(tmp_path: Path) -> None:
    with open_desk(tmp_path) as database:
        store = KnowledgeStore(database)
        run_id = store.begin("offline", ["en"], []).result()
        for engine in ("offline", "claude-sonnet-5-5", "claude-sonnet-5-5"):
            store.written_by(run_id, engine).result()
        (run,) = store.runs()
        assert run.engine == "offline, claude-sonnet-5-5"


async def test_one_bad_answer_costs_one_group_and_a_refused_key_ends_all(
    claude: StandIn, tmp_path: Path
) -> None:
    async with knowledge_desk(claude, tmp_path, returns=36, lost=0) as desk:
        claude.will_answer("no JSON at all", times=2)
        claude.will_answer(answer(), stop_reason="max_tokens")  # cut: asked for again, shorter
        claude.will_answer(answer(), times=None)
        await desk.made_by(desk.model(at_once=1))
        (run,) = desk.store.runs()
        assert run.state == "done" and run.failed == 1 and run.done == run.groups - 1
        assert sum("longer than there is room for" in one.text for one in claude.messages) == 1
        claude.will_fail(Fault.REFUSED_KEY)
        with pytest.raises(EngineError) as caught:
            await desk.made_by(desk.model(at_once=1))
        assert caught.value.fault is Problem.KEY_REFUSED
        assert desk.store.runs()[0].state == "stopped"


async def test_who_is_forgotten_leaves_the_receipts(claude: StandIn, tmp_path: Path) -> None:
    async with knowledge_desk(claude, tmp_path, returns=1, lost=3) as desk:
        await desk.made_by(desk.policy(("en",)))
        (run,) = desk.store.runs()
        before = merged(desk.store.entries(run.id), "en")
        assert {one.intent for one in before} == {"return", "logistics"}
        goes = next(r.ticket_id for e in before if e.intent == "return" for r in e.receipts)
        folder = DataFolder(tmp_path)
        forgetting = Forgetting(desk.database, Forgotten(tmp_path / "forgotten.json"), folder)
        await asyncio.to_thread(forgetting.forget, goes)
        after = merged(desk.store.entries(run.id), "en")
        assert {one.intent for one in after} == {"logistics"}
        rows = desk.database.read(
            "SELECT count(*) FROM knowledge_group_tickets WHERE ticket_id = ?", [goes]
        )
        assert rows == [(0,)] and goes not in desk.store.numbers()


def entry(question: str, said: str, *tickets: int, quote: str = "") -> Entry:
    rests = (Rest("a.md", "A", quote, "0" * 64),) if quote else ()
    named = {"question": {"en": question}, "answer": {"en": said}}
    return Entry(EntryKind.FAQ, "return", named, rests, tuple(Receipt(one) for one in tickets))


def test_what_says_the_same_is_one_entry_in_whatever_order_it_came() -> None:
    small = entry("How long can I return an item?", "30 days.", 3)
    large = entry("How long can I return items?", "Within 30 days.", 1, 2, quote="Q")
    other = entry("Where is my invoice?", "In your account.", 4)
    one, two = merged([small, large, other], "en"), merged([other, large, small], "en")
    assert [(e.body("en"), len(e.receipts)) for e in one] == [
        ("Within 30 days.", 3), ("In your account.", 1)
    ]  # fmt: skip
    assert [e.id for e in one] == [e.id for e in two] and len({e.id for e in one}) == 2


def test_a_second_run_shows_what_is_new_changed_and_gone() -> None:
    kept, changed, gone = (
        entry("How long can I return an item?", "30 days.", 1),
        entry("Where is my invoice?", "In your account.", 2, quote="Invoices"),
        entry("Do you deliver to Norway?", "No.", 3),
    )
    before = merged([kept, changed, gone], "en")
    later = [kept, entry("How do I get the bill?", "By e-mail.", 2, quote="Invoices"),
             entry("Is there a shop?", "Yes.", 9)]  # fmt: skip
    now = merged(later, "en", before)
    fates = {one.entry.heading("en"): one.fate for one in compared(now, before)}
    assert fates == {
        "How long can I return an item?": Fate.SAME, "How do I get the bill?": Fate.CHANGED,
        "Is there a shop?": Fate.NEW, "Do you deliver to Norway?": Fate.GONE,
    }  # fmt: skip
    ids = {identity(one): one.id for one in now}
    assert merged(later, "en", ids=ids) == now  # also without the run before
    was = next(one for one in compared(now, before) if one.fate is Fate.CHANGED)
    assert was.before is not None and was.before.body("en") == "In your account."


async def test_the_estimate_is_near_what_it_costs(claude: StandIn, tmp_path: Path) -> None:
    claude.will_answer(answer(), times=None)
    async with knowledge_desk(claude, tmp_path, returns=30, lost=30) as desk:
        await desk.made_by(desk.model())
        (run,) = desk.store.runs()
        way = KnowledgeWay("claude-sonnet-5-5", "low", LANGUAGES, 4)
        guessed = estimate(way, run.groups, run.tickets)
        assert guessed and run.micro_usd and 0.4 < guessed / run.micro_usd < 2.5
    assert estimate(replace(way, model="somebodys-model"), 3, 30) is None
