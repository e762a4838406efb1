"""What is typed into the search field, and what it finds."""

from __future__ import annotations

import time
import weakref
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Thread

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from supportdesk_gui.assist.drafts import DraftStore
from supportdesk_gui.assist.tags import Sentiment, Tags
from supportdesk_gui.storage.database import Database
from supportdesk_gui.tickets.query import Chip, Order, TicketQuery, order_sql, to_sql
from supportdesk_gui.tickets.query_text import parse, without
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.tickets.ticket import Attachment, Intent, Role, Status, Triage
from tests.tickets.desk import bring, open_desk, said, tagged, ticket


def _day(text: str) -> int:
    return int(time.mktime(time.strptime(text, "%Y-%m-%d")))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    with open_desk(tmp_path_factory.mktemp("desk")) as database:
        _fill(database)
        yield database


@pytest.fixture(scope="module")
def store(desk: Database) -> TicketStore:
    return TicketStore(desk)


def test_a_file_with_the_agents_own_tags_is_sound(desk: Database) -> None:
    """As it is checked after a crash and before each copy."""
    assert desk.read("SELECT count(*) FROM own_tags")[0][0] and desk.read(
        "PRAGMA quick_check(1)"
    ) == [("ok",)]


def _fill(database: Database) -> None:
    store, drafts = TicketStore(database), DraftStore(database)
    photo = said("Me llegó rota", _day("2026-11-03"), attachments=(Attachment("foto.jpg"),))
    _, done = bring(
        store,
        [
            ticket("10480", said("No llegó mi pedido y necesito dinero.", _day("2026-11-01")),
                   requester="Lucía Pérez", email="lucia.perez@example.com", tags=("vip",)),
            ticket("10481", photo, requester="Marc", email="marc@lucia-shop.example"),
            ticket("10482", said("我的订单还没有收到，想退款", _day("2026-11-02")),
                   requester="陳美玲", url="https://desk.example/agent/tickets/10482?x=1"),
            ticket("10483", said("我的訂單在哪裡", _day("2026-10-31")), language="zh-Hant"),
            ticket("10484", said("It's order_A77 for me_and_you 🎉", _day("2026-11-04"))),
            ticket("10485", said("Rechnung fehlt", None), language="de"),
            ticket("10486", said("answered long ago", _day("2026-11-05")), status=Status.REPLIED),
            ticket("10487", said("for the boss", _day("2026-11-06")), status=Status.ESCALATED),
            ticket("10488", said("broken lid https://shop.example/p/3?x=10487"), said("We send another one.", None, Role.AGENT)),
            ticket("77", said("Where is 10486?")),
        ],
    )  # fmt: skip
    ids = dict(zip(range(10480, 10488), done.ids, strict=False))
    store.save_triage(ids[10480], Triage(Intent.REFUND, 0.9, "es", "Quiere su dinero"))
    store.save_triage(ids[10481], Triage(Intent.RETURN, 0.9, "es", ""))
    store.save_triage(ids[10482], Triage(Intent.REFUND, 0.9, "zh-Hans", "", escalate=True))
    drafts.save_text(drafts.start(ids[10481], "es", "agent")[1].result(), "Hola")
    own = {"Late parcel": "yes", "cause": "Delivery delay", "gift": "no", "Ärger": "Übergabe"}
    tags = {
        ids[10480]: Tags(1, True, Sentiment.NEGATIVE, "It took weeks.", own),
        ids[10486]: Tags(4, False, Sentiment.POSITIVE, "", {"cause": "price_up"}),
        ids[10485]: Tags(
            3,
            False,
            Sentiment.NEUTRAL,
            "",
            {'says "cancel"': "yes", "VAT=0": "yes", "VAT": "10 %", "fr «élan»": "yes"},
        ),
    }
    tagged(database, tags)
    tagged(database, {ids[10486]: Tags(5, False, Sentiment.POSITIVE, "", {"cause": "price"})})
    database.flush()


def _found(store: TicketStore, text: str, chip: Chip = Chip.OPEN) -> list[str]:
    for order in Order:
        query = TicketQuery(text, chip, order)
        assert store.count(query) == len(store.ids(query))
    rows = store.rows(store.ids(TicketQuery(text, chip)))
    return [row.external_id for row in rows]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("pedido", ["10480"]),
        ("ped", ["10480"]),
        ("pedi dinero", []),
        ("pedido din", ["10480"]),
        ("llego", ["10481", "10480"]),
        ("LLEGÓ ", ["10481", "10480"]),
        ("vip", ["10480"]),
        ("退款", ["10482"]),
        ("订单", ["10482", "10483"]),
        ("訂單", ["10482", "10483"]),
        ("款", ["10482"]),
        ("我的订单还没", ["10482"]),
        ("订单 退款", ["10482"]),
        ("陳", ["10482"]),
        ("10483", ["10483"]),
        ("order_A77", ["10484"]),
        ("me_and", ["10484"]),
        ("🎉", ["10484"]),
        ("order 🎉", ["10484"]),
        ('"you 🎉"', ["10484"]),
        ("😡", []),
        ("(10482)", ["10482"]),
        ("Ticket no. 10486", ["10486"]),
        ("工单号：10483", ["10483"]),
        ("#10482.", ["10482"]),
        ("it's", ["10484"]),
        ("marc@lucia-shop.example", ["10481"]),
        ("!?", []),
        ('"', []),
        ("nothing like it", []),
        ("NOT pedido", []),
        ('"mi pedido"', ["10480"]),
        ('"MI PEDIDÓ y"', ["10480"]),
        ('"pedido mi"', []),
        ('"pedido mi', ["10480"]),
        ("“llegó mi” dinero", ["10480"]),
        ('"订单还没有"', ["10482"]),
        ('"訂單在哪"', ["10483"]),
        ('"没有订单"', []),
        ('"order_A77 for"', ["10484"]),
        ('llego -"mi pedido"', ["10481"]),
        ("llego -dinero", ["10481"]),
        ("订单 -退款", ["10483"]),
        ("-llego -订单 -me -rechnung", ["77", "10488"]),
    ],
)
def test_words(store: TicketStore, text: str, names: list[str]) -> None:
    assert _found(store, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("intent:refund", ["10482", "10480"]),
        ("INTENT:Refund", ["10482", "10480"]),
        ("intent:nonsense", []),
        ("intent:refund lang:es", ["10480"]),
        ("lang:zh", ["10482", "10483"]),
        ("lang:zh-tw", ["10483"]),
        ("lang:de", ["10485"]),
        ("is:drafted", ["10481"]),
        ("is:undrafted rechnung", ["10485"]),
        ("is:untriaged 订单", ["10483"]),
        ("is:waiting pedido", ["10480"]),
        ("is:open pedido", ["10480"]),
        ("is:nonsense", []),
        ("is:replied", ["10486"]),
        ("is:escalated", ["10487"]),
        ("is:new intent:refund", ["10482", "10480"]),
        ("from:lucia", ["10481", "10480"]),
        ('from:"lucía pérez"', ["10480"]),
        ('from:"Lucia Perez"', ["10480"]),
        ('from:"lucía pé', ["10480"]),
        ("from:陳美", ["10482"]),
        ("from:pedido", []),
        ("has:attachment", ["10481"]),
        ("has:attachments intent:refund", []),
        ("has:wings", []),
        ("before:2026-11-02", ["10480", "10483"]),
        ("after:2026-11-03", ["10484", "10481"]),
        ("after:2026-11-01 before:2026-11-03", ["10482", "10480"]),
        ("before:2026-11", ["10483"]),
        ("before:yesterday", []),
        ("before:2026-02-30", []),
        ('-"no llegó mi', ["10484", "10481", "10482", "10483", "77", "10488", "10485"]),
        ("intent:refund 退款 from:陳", ["10482"]),
        ("intent: lang: pedido", ["10480"]),
        ("intent:ref lang：es", ["10480"]),
        ("is:answered", ["10488"]),
        ("is:waiting intent:refund", ["10482", "10480"]),
        ("has:draft", ["10481"]),
        ('from:"marc@lucia-shop.example"', ["10481"]),
        ('from:"lucia-shop.example"', ["10481"]),
        ('from:"marc@lucia-shop.exampl"', []),
        ('from:"shop.example"', []),
        ('from:"MARC"', ["10481"]),
        ('from:"lucía"', []),
        ('from:"marc" -has:address', []),
        ("from:陳美玲 -has:address", ["10482"]),
        ("-intent:refund lang:es", ["10481"]),
        ("lang:es -has:attachment", ["10480"]),
        ("intent:refund -from:陳", ["10480"]),
        ("intent:refund -lang:zh", ["10480"]),
        ("-after:2026-10-31 -before:2026-01", ["77", "10488", "10485"]),
    ],
)
def test_fields(store: TicketStore, text: str, names: list[str]) -> None:
    assert _found(store, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("satisfaction:1", ["10480"]),
        ("satisfaction:4", []),  # it was tagged again
        ("satisfaction:5 sentiment:pos", ["10486"]),  # answered: tags are asked for by name
        ("sentiment:negative", ["10480"]),
        ("sentiment:p lang:de", []),
        ("escalate:yes", ["10482", "10480"]),  # by tags, and by triage
        ("escalate:no pedido", []),
        ("-escalate:yes 订单", ["10483"]),
        ("tag:late", ["10480"]),
        ('tag:"LATE PARCEL"', ["10480"]),
        ('tag:"late"', []),  # in quotation marks the whole name
        ("tag:gift", []),  # it says no
        ("tag:gift=no", ["10480"]),
        ("tag:cause", ["10486", "10480"]),
        ("tag:cause=delay", ["10480"]),
        ("tag:ärger=übergabe", ["10480"]),
        ('tag:"cause=delivery delay"', ["10480"]),
        ("tag:cause=%", []),
        ('tag:"says "cancel""', ["10485"]),
        ("tag:“says “cancel””", ["10485"]),
        ("tag:says", ["10485"]),
        ('tag:"fr "Élan"" lang:de', ["10485"]),
        ("tag:VAT=0", ["10485"]),
        ('tag:"vat=0"', ["10485"]),  # the whole name of one
        ("tag:VAT=1", ["10485"]),
        ("tag:VAT=2", []),
        ('-tag:"VAT=0" pedido', ["10480"]),
        ("-tag:late pedido", []),
    ],
)
def test_tags_are_fields(store: TicketStore, text: str, names: list[str]) -> None:
    assert _found(store, text) == names


def test_rows_say_what_tickets_are_tagged_with(store: TicketStore) -> None:
    row = store.rows(store.ids(TicketQuery("satisfaction:1")))[0]
    own = ("cause: Delivery delay", "Late parcel", "Ärger: Übergabe")
    assert (row.sentiment, row.own_tags) == ("negative", own)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("#10487", ["10487"]),
        (" #10486 ", ["10486"]),
        ("#99999", []),
        ("https://desk.example/agent/tickets/10482?x=1", ["10482"]),
        ("https://desk.example/agent/tickets/10487", ["10487"]),
        ("https://desk.example/#/10486", ["10486"]),
        ("https://desk.example/agent", []),
        ("https://elsewhere.example/orders/10482", []),  # a ticket of another site
        ("https://desk.example/list?page=77&x=10487", []),  # no numbers of tickets
        ("https://shop.example/p/3?x=10487", ["10488"]),  # it stands in a text
        ("https://desk.example/agent/tickets/10482?page=77", ["10482"]),  # the path decides
        ("https://desk.example/77/tickets/10482/", ["10482"]),
        ("https://desk.example/ticket.php?id=10482", ["10482"]),
        ("desk.example/agent/tickets/10482", ["10482"]),
        ("HTTPS://Desk.Example/agent/tickets/10487/#note", ["10487"]),
        ("desk.example/agent/tickets/99999", []),
        ("10486", ["10486", "77"]),
        ("10483 ", ["10483"]),
        ("77", ["77"]),
    ],
)
def test_a_number_or_an_address_goes_to_its_ticket(
    store: TicketStore, text: str, names: list[str]
) -> None:
    assert _found(store, text) == names


def test_a_number_goes_to_its_ticket_in_the_digits_of_any_script(tmp_path: Path) -> None:
    with open_desk(tmp_path) as database:
        store = TicketStore(database)
        names = ("10482", "١٠٤٨٣", "۱۰۴۸۴", "१०४८५", "１０４８６")
        bring(store, [ticket(name, "lamp", status=Status.REPLIED) for name in names])
        for at, number in enumerate(range(10482, 10487)):
            for digits in (
                "0123456789",
                "٠١٢٣٤٥٦٧٨٩",
                "۰۱۲۳۴۵۶۷۸۹",
                "०१२३४५६७८९",
                "０１２３４５６７８９",
            ):
                typed = str(number).translate(str.maketrans("0123456789", digits))
                for text in (f"#{typed}", typed, f"Ticket #{typed}"):
                    assert _found(store, text) == [names[at]], text


@pytest.mark.parametrize(
    "line",
    [
        "Ticket #10482: printer on fire", "[#10482] Re: printer on fire", "Printer on fire (#10482)",
        "Re: [Ticket#10482] printer", "Printer on fire #10482", "2026-11-01 12:33 #10482 Printer open",
        "Ticket 10482: printer", "Anfrage 10482 – Drucker brennt", "Case 10482 - printer",
        "Ticket number 10482 printer on fire", "工单10482：打印机着火了", "【工单#10482】打印机着火了",
        "Заявка № 10482: принтер", "تذكرة #١٠٤٨٢: الطابعة", "Order #10483, ticket #10482: lamp",
    ],
)  # fmt: skip
def test_a_line_with_the_number_of_one_ticket_goes_to_it(lines: TicketStore, line: str) -> None:
    assert parse(line).unknown == ()
    assert _found(lines, line) == ["10482"]


def test_a_letter_in_a_line_is_part_of_the_number(lines: TicketStore) -> None:
    for line in ("[SUP-12] printer on fire", "SUP-12: printer", "[JIRA] (sup-12) printer on fire"):
        assert _found(lines, line) == ["SUP-12"], line


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("lamp #777", ["10490"]),  # two tickets have this number
        ("lamp #10482 #10483", []),
        ("order #10483", ["10490"]),
        ("order no. 10483", ["10490"]),
        ("我的订单#10483", []),
        ("https://desk.example/#10482 lamp", []),
        ("lamp 10482", []),
        ("ticket 10482 days", []),
        ("lang:es Ticket #10482: lamp", []),
    ],
)
def test_other_words_with_a_number_are_searched_for(
    lines: TicketStore, typed: str, found: list[str]
) -> None:
    assert _found(lines, typed) == found


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TicketStore]:
    with open_desk(tmp_path_factory.mktemp("lines")) as database:
        store = TicketStore(database)
        replied = [
            ticket(name, "shade", status=Status.REPLIED) for name in ("10482", "10483", "SUP-12")
        ]
        others = [ticket("777", "shade"), ticket("777", "shade", source="Elsewhere")]
        bring(store, [*replied, *others, ticket("10490", "order no 10483, lamp 777")])
        yield store


def test_pages_of_a_query_give_what_it_finds(store: TicketStore) -> None:
    for text in ("10486", '"mi pedido"', "-llego", "订单", ""):
        query = TicketQuery(text, Chip.ALL)
        found: list[int] = []
        at: int | None = 0
        while at is not None:
            ids, at, _ = store.page(query, 2, at)
            found += ids
        assert found == store.ids(query)


def test_counts_come_from_a_thread_and_follow_what_is_written(store: TicketStore) -> None:
    queries = [TicketQuery(chip=chip) for chip in Chip] + [TicketQuery('"mi pedido"')]
    told: SimpleQueue[tuple[TicketQuery, int]] = SimpleQueue()
    for _ in range(3):
        store.counts.ask(queries, lambda *counted: told.put(counted))
        found = dict(told.get(timeout=60) for _ in queries)
        assert found == {query: store.count(query) for query in queries}
        (ticket_id,) = store.ids(TicketQuery("10485", Chip.ALL))
        store.set_status([ticket_id], Status.SKIPPED).result()
    store.undo().result()
    store.undo().result()
    store.undo().result()
    asked: SimpleQueue[tuple[TicketQuery, int]] = SimpleQueue()
    for _ in range(50):  # the newest question counts
        store.counts.ask([TicketQuery("lamp"), *queries], lambda *counted: asked.put(counted))
    store.counts.ask([TicketQuery("last")], lambda *counted: told.put(counted))
    assert told.get(timeout=60) == (TicketQuery("last"), 0)


def test_a_list_that_was_taken_out_hears_no_more_counts_and_no_thread_holds_it(
    store: TicketStore,
) -> None:
    class TakenOut:
        def __init__(self) -> None:
            self.heard: list[TicketQuery] = []
            self.told, self.go_on, self.gone = Event(), Event(), Event()

        def hear(self, query: TicketQuery, _count: int) -> None:
            self.heard.append(query)
            self.told.set()
            self.go_on.wait(60)

    listener = TakenOut()
    heard, gone, go_on = listener.heard, listener.gone, listener.go_on
    weakref.finalize(listener, gone.set)
    store.counts.ask([TicketQuery("lamp"), TicketQuery("shade")], listener.hear)
    assert listener.told.wait(60)
    forgetting = Thread(target=store.counts.forget)
    forgetting.start()
    assert not gone.is_set() and forgetting.is_alive(), "it is being told"
    go_on.set()
    forgetting.join()
    before = len(heard)
    del listener
    assert gone.wait(60), "the thread waits for another question"
    told: SimpleQueue[TicketQuery] = SimpleQueue()
    store.counts.ask([TicketQuery("chair")], lambda query, _: told.put(query))
    assert told.get(timeout=60) == TicketQuery("chair")
    store.counts.find(TicketQuery("chair"), lambda _: told.put(TicketQuery("found")))
    assert told.get(timeout=60) == TicketQuery("found")
    assert len(heard) == before


def test_the_chip_holds_beside_words(store: TicketStore) -> None:
    assert _found(store, "ago") == []
    assert _found(store, "ago", Chip.ALL) == ["10486"]
    assert _found(store, "is:skipped", Chip.ALL) == []


def test_what_was_typed_is_taken_apart() -> None:
    parsed = parse('intent:refund  lamp from:"a b" -has:attachment "so it is" -shade is:')
    assert [(term.name, term.value, term.is_out) for term in parsed.terms] == [
        ("intent", "refund", False), ("from", "a b", False), ("has", "attachment", True),
        ("", "so it is", False), ("", "shade", True),
    ]  # fmt: skip
    assert parsed.words.split() == ["lamp"]
    for text in (
        "#12",
        "＃12",
        "#12.",
        "[#12]",
        "(#12):",
        "#１２",
        "Ticket #12",
        "工单#12",
        "ticket # 12",
    ):
        assert parse(text).jump == "#12", text
    for text in (
        "12", "(12)", "12.", "Ticket 12", "ticket no. 12", "Ticket Nr. 12", "ticket number: 12", "工单 12",
        "工单号：12", "客服單 12", "チケット 12", "заявка № 12", "demande n° 12", "“12”", "「12」", "ID: 12", "id:12",
        "№12", "１２", "Ticket №１２",
    ):  # fmt: skip
        assert (parse(text).number, parse(text).unknown) == ("12", ()), text
    for text in ("refund 12", "order 12", "12 lamps", "ticket 5 days late", "lang:es 12", "-12"):
        assert parse(text).number == "", text
    assert [parse(text).number for text in ("(ABC-12)", "ticket abc-12:")] == ["ABC-12", "abc-12"]
    assert parse("Re: [Ticket #12]").jump == "#12"
    assert parse("lamp #12").jump == ""
    assert parse("##12").jump == "##12"
    assert parse("see https://x.example/1").jump == ""
    assert parse("notintent:refund").terms == ()
    assert parse("意图 lang：es “我 的” is：open").words.strip() == "意图"
    text = "lang:fr  reembolso"
    assert without(text, parse(text).terms[0]) == "reembolso"


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("intent:ref lang:es lamp", ()),
        ("intent:nonsense is:re has:att", ("intent:nonsense",)),
        ("before:2026-1 after:yesterday", ("after:yesterday",)),
        ("before:202 after:2026- before:2026-0 before:2026-02- after:2026-11-0", ()),
        ("before:2026-02-30 after:2026-13", ("before:2026-02-30", "after:2026-13")),
        ("after:2026-00-01 before:2026-11-0x", ("after:2026-00-01", "before:2026-11-0x")),
        ("lang:e lang:zh- lang:es_MX lang:english -lang:中文", ("lang:english", "-lang:中文")),
        ("subject:lamp Re: Fwd:lamp 12:30 https://a.example/b", ("subject:",)),
        ("is:nonsense -has:wings", ("is:nonsense", "-has:wings")),
    ],
)
def test_what_is_no_field_is_known(text: str, unknown: tuple[str, ...]) -> None:
    assert parse(text).unknown == unknown


def test_a_whole_name_is_sought_a_few_hundred_at_a_time_among_those_that_share_a_word(
    tmp_path: Path,
) -> None:
    """Comparing 20,000 of them took more than a second."""
    rows = [
        ticket(f"{at}", said("lamp", 1_800_000_000 - at), requester="Maria Lopez")
        for at in range(700)
    ]
    rows[650] = ticket("650", said("lamp", 1_799_999_350), requester="María")
    with open_desk(tmp_path) as database:
        store = TicketStore(database)
        bring(store, rows)
        one = TicketQuery('from:"maria"', Chip.ALL)
        found, then, _ = store.page(one, 500)
        assert found == [] and then is not None
        while then is not None and not found:
            found, then, _ = store.page(one, 500, then)
        assert found == store.ids(one) and len(found) == store.count(one) == 1
        assert store.ticket(found[0]).external_id == "650"
        everybody = store.ids(TicketQuery(chip=Chip.ALL))
        assert store.found_of(one, everybody) == set(found)
        others = TicketQuery('lamp -from:"Maria"', Chip.ALL)
        assert store.ids(others) == [each for each in everybody if each not in found]
        assert store.ids(TicketQuery('from:"lopez maria"', Chip.ALL)) == []


def test_more_phrases_than_anybody_writes_are_counted_and_left_out() -> None:
    asked = parse(" ".join(f'"phrase {place}" -word{place}' for place in range(2_500)) + " lamp")
    assert (len(asked.terms), asked.left_out, asked.words.split()) == (50, 4_950, ["lamp"])
    assert parse('"odd lamp" -blue').left_out == 0


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    text=st.text(max_size=40)
    | st.lists(st.sampled_from('intent: lang: is: from: before: " * ( ) - ^ : # NEAR AND'.split()))
    .map("".join)
)  # fmt: skip
def test_nothing_that_can_be_typed_is_an_error(store: TicketStore, text: str) -> None:
    for order in (Order.NEWEST, Order.URGENT):
        store.ids(TicketQuery(text, Chip.ALL, order), 5)


@pytest.mark.parametrize("chip", list(Chip))
@pytest.mark.parametrize("order", list(Order))
def test_the_list_is_read_from_an_index_and_never_sorted(
    desk: Database, chip: Chip, order: Order
) -> None:
    query = TicketQuery(chip=chip, order=order)
    where, parameters = to_sql(query)
    sql = f"EXPLAIN QUERY PLAN SELECT t.id {where} ORDER BY {order_sql(query)} LIMIT 500"
    plan = " ".join(str(row[3]) for row in desk.read(sql, parameters))
    assert "INDEX tickets_" in plan
    # The few drafted ones have one index for all orders.
    assert ("TEMP B-TREE" in plan) == (chip is Chip.DRAFTED and order is Order.URGENT)


def test_a_field_and_signs_without_words_find_nothing(store: TicketStore) -> None:
    assert store.ids(TicketQuery('intent:refund ":', Chip.ALL)) == []


@pytest.mark.parametrize(
    ("part", "finds"), [("-none", True), ("from:nobody", False), ("is:open", True)]
)
def test_a_long_text_that_was_pasted_is_searched_for(
    store: TicketStore, part: str, finds: bool
) -> None:
    assert (store.count(TicketQuery(f"{part} " * 1200, Chip.ALL)) > 0) is finds
