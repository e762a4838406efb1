"""The engine's settings, the test of its connection, and what it has cost, as an agent sees them."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import aclosing
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from supportdesk_gui.assist.saved_replies import SavedReplies
from supportdesk_gui.engine.addresses import Address
from supportdesk_gui.engine.capabilities import Features
from supportdesk_gui.engine.claude import Claude
from supportdesk_gui.engine.connection import Doors, Rung, State, Step
from supportdesk_gui.engine.connection import test_connection as climb
from supportdesk_gui.engine.errors import EngineError, Fault
from supportdesk_gui.engine.kinds import new_profile
from supportdesk_gui.engine.ledger import Kind, Ledger, LedgerEntry
from supportdesk_gui.engine.request import EngineEvent, EngineRequest
from supportdesk_gui.policies.client import PolicyIndex
from supportdesk_gui.storage.data_folder import open_data_folder
from supportdesk_gui.storage.database import Database
from supportdesk_gui.storage.migrations import DESK_LAYOUTS
from supportdesk_gui.storage.settings import load_settings
from supportdesk_gui.ui.components.number_field import MoneyField, NumberField
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.engine_words import (
    Remedy,
    dollars,
    engine_remedy,
    engine_words,
    model_words,
    outcome_word,
)
from supportdesk_gui.ui.index_in_use import IndexInUse
from supportdesk_gui.ui.jobs import Jobs
from supportdesk_gui.ui.key_keeper import KeyKeeper
from supportdesk_gui.ui.settings.connection_words import report_text
from supportdesk_gui.ui.settings.facts_dialog import FactsDialog
from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper
from supportdesk_gui.ui.settings.settings_page import SettingsPage
from supportdesk_gui.ui.status_bar import StatusBar
from supportdesk_gui.ui.theme import Theme
from tests.claude.standin import Fault as Trouble
from tests.claude.standin import StandIn

KEY = "sk-ant-api03-not-the-stand-in-s"


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(tmp_path / "desk.sqlite3", DESK_LAYOUTS, tmp_path / "backups")
    yield database
    database.close()


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def ledger(database: Database) -> Ledger:
    return Ledger(database)


@pytest.fixture
def claude() -> Iterator[StandIn]:
    with StandIn() as standin:
        yield standin


Make = Callable[..., SettingsPage]


@pytest.fixture
def make(
    qtbot: QtBot,
    settings: SettingsKeeper,
    theme: Theme,
    jobs: Jobs,
    ledger: Ledger,
    database: Database,
    tmp_path: Path,
) -> Make:
    def make(keys: KeyKeeper | None = None, test: object = None) -> SettingsPage:
        folder = open_data_folder(str(tmp_path / "home"))
        owner = keys or KeyKeeper({})
        index = IndexInUse(settings, PolicyIndex(folder), jobs)
        saved = SavedReplies(database)
        page = SettingsPage(
            settings, folder, theme, owner, KeyKeeper({}), ledger, jobs, index, saved, list, test
        )  # type: ignore[arg-type]
        qtbot.addWidget(page)
        page.resize(1204, 720)
        page.show()
        return page

    return make


def _button(page: SettingsPage, name: str) -> QAbstractButton:
    found = page.findChild(QAbstractButton, name)
    assert isinstance(found, QAbstractButton), name
    return found


def _entry(**changes: object) -> LedgerEntry:
    values: dict[str, object] = {
        "at": int(time.time() * 1000), "kind": Kind.DRAFT, "ticket_id": 7, "version_id": 3,
        "model": "claude-sonnet-5-5", "host": "api.anthropic.com", "input": 100,
        "cache_read": 900, "output": 90, "micro_usd": 150_000, "request_id": "req_1",
    }  # fmt: skip
    return LedgerEntry(**{**values, **changes})  # type: ignore[arg-type]


# -- the form ----------------------------------------------------------------------------------


def test_the_engine_is_chosen_by_a_click(
    qtbot: QtBot, make: Make, settings: SettingsKeeper
) -> None:
    page = make()
    qtbot.mouseClick(_button(page, "radio_offline"), Qt.MouseButton.LeftButton)
    assert settings.value.engine == "offline"
    qtbot.mouseClick(_button(page, "radio_claude"), Qt.MouseButton.LeftButton)
    assert settings.value.engine == "claude"


def test_an_address_is_cleaned_and_a_wrong_one_is_not_kept(
    qtbot: QtBot, make: Make, settings: SettingsKeeper
) -> None:
    page = make()
    field = page.findChild(QLineEdit, "baseUrl")

    def typed(text: str) -> None:
        field.selectAll()
        qtbot.keyClicks(field, text)
        qtbot.keyClick(field, Qt.Key.Key_Return)

    typed("gateway.example.com/anthropic/v1/messages")
    assert settings.value.profile.address == "https://gateway.example.com/anthropic"
    assert field.text() == "https://gateway.example.com/anthropic"
    assert page.engine.form.address.note() == ""
    typed("see our wiki")
    assert settings.value.profile.address == "https://gateway.example.com/anthropic"
    assert "no address" in page.engine.form.address.note()
    typed("http://10.0.0.7:8000")
    assert settings.value.profile.address == "http://10.0.0.7:8000"
    assert "Without https" in page.engine.form.address.note()
    typed("https://api.anthropic.com")
    assert settings.value.profile.address == ""
    assert field.placeholderText() == "https://api.anthropic.com"


def test_an_address_of_the_environment_serves_and_is_not_kept(
    make: Make, settings: SettingsKeeper
) -> None:
    page = make(KeyKeeper({"ANTHROPIC_BASE_URL": "http://127.0.0.1:9"}))
    field = page.findChild(QLineEdit, "baseUrl")
    assert field.text() == "http://127.0.0.1:9" and not field.isEnabled()
    assert "ANTHROPIC_BASE_URL" in page.engine.form.address.note()
    assert settings.value.profile.address == ""


def test_a_retired_model_is_answered_with_its_date_and_a_click_takes_its_successor(
    qtbot: QtBot, make: Make, settings: SettingsKeeper
) -> None:
    page = make()
    field = page.engine.form.models["draft_model"]
    edit = page.findChild(QLineEdit, "draft_modelEdit")
    edit.selectAll()
    qtbot.keyClicks(edit, "claude-opus-4-1-20250805")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert settings.value.profile.draft_model == "claude-opus-4-1-20250805"
    assert "5 August 2026" in field.note() and "claude-opus-5-5" in field.note()
    successor = _button(page, "draft_modelSuccessor")
    assert successor.isVisible() and "claude-opus-5-5" in successor.text()
    successor.click()
    assert settings.value.profile.draft_model == "claude-opus-5-5"
    assert field.note() == "" and not successor.isVisible()


def test_an_unknown_model_is_taken_and_said_to_be_unpriced(
    qtbot: QtBot, make: Make, settings: SettingsKeeper
) -> None:
    page = make()
    edit = page.findChild(QLineEdit, "triage_modelEdit")
    edit.selectAll()
    qtbot.keyClicks(edit, " qwen3:8b ")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert settings.value.profile.triage_model == "qwen3:8b"
    assert "unpriced" in page.engine.form.models["triage_model"].note()
    edit.selectAll()
    qtbot.keyClick(edit, Qt.Key.Key_Delete)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert settings.value.profile.triage_model == edit.text() == "qwen3:8b"


def test_everything_applies_at_once_and_is_there_after_a_restart(
    make: Make, settings: SettingsKeeper, tmp_path: Path
) -> None:
    page = make()
    page.findChild(QComboBox, "draft_effort").setCurrentIndex(2)
    page.findChild(NumberField, "thinkingBudget").setValue(16_000)
    page.findChild(NumberField, "sureAbove").setValue(75)
    page.findChild(MoneyField, "dailyCap").setValue(5.5)
    page.findChild(NumberField, "requestsAtOnce").setValue(2)
    _button(page, "translateInbound").click()
    _button(page, "thinking").click()
    settings.save_now()
    kept = load_settings(tmp_path / "settings.json").settings
    assert kept == settings.value
    assert (kept.draft_effort, kept.thinking_budget, kept.sure_above) == ("high", 16_000, 75)
    assert (kept.daily_cap_cents, kept.requests_at_once) == (550, 2)
    assert (kept.translate_inbound, kept.thinking) == (False, False)
    assert not page.findChild(NumberField, "thinkingBudget").isEnabled()


def test_the_budget_stays_in_its_bounds(make: Make, settings: SettingsKeeper) -> None:
    budget = make().findChild(NumberField, "thinkingBudget")
    assert budget.value() == 8_000
    budget.setValue(10)
    assert settings.value.thinking_budget == 1_024
    budget.setValue(10**6)
    assert settings.value.thinking_budget == 64_000


def test_what_was_allowed_is_forgotten_by_a_click(make: Make, settings: SettingsKeeper) -> None:
    settings.update(consents={"claude": {"scope": "all"}})
    page = make()
    assert "1" in page.findChild(Paragraph, "allowedWords").words
    forget = _button(page, "forgetConsentsButton")
    forget.click()
    assert settings.value.consents == {}
    assert not forget.isEnabled()


def test_the_wheel_scrolls_and_changes_nothing(make: Make, settings: SettingsKeeper) -> None:
    page = make()
    before = settings.value
    for name in ("thinkingBudget", "triage_effort", "draft_model", "dailyCap"):
        widget = page.findChild(NumberField, name) or page.findChild(MoneyField, name)
        widget = widget or page.findChild(QComboBox, name)
        event = QWheelEvent(
            QPointF(5, 5), QPointF(widget.mapToGlobal(QPoint(5, 5))), QPoint(), QPoint(0, -120),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
            False,
        )  # fmt: skip
        QGuiApplication.sendEvent(widget, event)
    assert settings.value == before


@pytest.mark.parametrize("remedy", [Remedy.KEY, Remedy.ADDRESS, Remedy.MODELS, Remedy.CAP])
def test_a_notice_s_action_leads_to_its_field(qtbot: QtBot, make: Make, remedy: Remedy) -> None:
    page = make()
    page.activateWindow()
    page.show_spend()
    page.show_remedy(remedy)
    names = {
        Remedy.KEY: "apiKeyField", Remedy.ADDRESS: "baseUrl", Remedy.MODELS: "draft_model",
        Remedy.CAP: "dailyCap",
    }  # fmt: skip
    qtbot.waitUntil(lambda: QGuiApplication.focusObject() is not None)
    focus = QGuiApplication.focusObject()
    assert names[remedy] in {focus.objectName(), focus.parent().objectName()}
    assert not focus.visibleRegion().isEmpty(), "it is scrolled out of sight"


# -- the test of the connection ----------------------------------------------------------------


class Connection:
    """The program's door as far as a test of the connection needs one."""

    def __init__(self, claude: StandIn, ledger: Ledger, key: str = "") -> None:
        self.engine = Claude(Address(claude.url), key or claude.key)
        self._ledger = ledger

    async def send(self, request: EngineRequest, features: Features) -> AsyncGenerator[EngineEvent]:
        async with aclosing(self.engine.stream(request, features)) as events:
            async for event in events:
                yield event
        self._ledger.record(_entry(kind=Kind.TEST, micro_usd=100))

    def test(self) -> AsyncGenerator[Step]:
        models = ["claude-haiku-5-5", "claude-sonnet-5-5"]
        doors = Doors(self.send, self.engine.count_tokens, self.engine.look_at_batches)
        return climb(self.engine.address, models, doors)


async def _until(condition: Callable[[], object], what: str) -> None:
    end = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < end, f"never: {what}"
        await asyncio.sleep(0.005)


def _shown(page: SettingsPage) -> str:
    ladder = page.ladder
    return "\n".join(label.text() for label in ladder.findChildren(QLabel) if label.isVisible())


async def test_the_ladder_is_climbed_and_says_that_all_works(
    make: Make, jobs: Jobs, claude: StandIn, ledger: Ledger, database: Database
) -> None:
    jobs.attach(asyncio.get_running_loop())
    connection = Connection(claude, ledger)
    page = make(test=connection.test)
    assert "no ticket" in _shown(page)
    _button(page, "testConnectionButton").click()
    assert _button(page, "stopTestButton").isVisible()
    await _until(lambda: len(page.ladder.steps) > 2, "the first steps, as they are known")
    await _until(lambda: not page.ladder.is_running(), "the end of the test")
    shown = _shown(page)
    assert "Ready. Everything works here." in shown
    assert "Sonnet 5.5 writes" in shown and "Haiku 5.5 writes" in shown and "Citations" in shown
    assert "not tried" not in shown
    database.submit(lambda _: None).result()
    assert f"cost {dollars(100 * len(claude.messages))}" in page.ladder._took()
    _button(page, "copyTestButton").click()
    copied = QGuiApplication.clipboard().text()
    assert "+ Sonnet 5.5 writes" in copied and claude.key not in copied
    await connection.engine.aclose()


async def test_the_step_that_fails_is_named_with_what_to_do(
    make: Make, jobs: Jobs, claude: StandIn, ledger: Ledger
) -> None:
    jobs.attach(asyncio.get_running_loop())
    connection = Connection(claude, ledger, key=KEY)
    page = make(test=connection.test)
    page.show_remedy(Remedy.TEST)
    await _until(lambda: not page.ladder.is_running(), "the end of the test")
    shown = _shown(page)
    assert "Not ready. What fails: key." in shown
    assert "The key was refused." in shown and "What to do: Check the key." in shown
    assert "not tried" in shown and KEY not in shown
    # Another engine: what was found is true no more.
    page.engine.form.profiles.box.chosen.emit("offline")
    assert page.ladder.steps == [] and "offline engine needs no connection" in _shown(page)
    assert not _button(page, "testConnectionButton").isEnabled()
    await connection.engine.aclose()


async def test_a_test_can_be_stopped_and_the_socket_closes(
    make: Make, jobs: Jobs, claude: StandIn, ledger: Ledger
) -> None:
    jobs.attach(asyncio.get_running_loop())
    claude.will_fail(Trouble.SLOW_FIRST_BYTE)
    connection = Connection(claude, ledger)
    page = make(test=connection.test)
    page.ladder.start()
    await _until(lambda: claude.messages, "a request")
    _button(page, "stopTestButton").click()
    await _until(lambda: claude.messages[0].went_away, "the socket closed")
    await _until(lambda: not jobs.running("connection test"), "the job's end")
    assert not page.ladder.is_running() and "Stopped." in _shown(page)
    assert _button(page, "testConnectionButton").isVisible()
    claude.forget()
    page.ladder.start()
    await _until(lambda: not page.ladder.is_running(), "the end of the test")
    assert "Ready." in _shown(page)
    await connection.engine.aclose()


async def test_a_door_that_opens_to_nobody_says_why(make: Make, jobs: Jobs) -> None:
    jobs.attach(asyncio.get_running_loop())

    async def test() -> AsyncGenerator[Step]:
        raise EngineError(Fault.NO_KEY)
        yield

    page = make(test=test)
    page.ladder.start()
    await _until(lambda: not page.ladder.is_running(), "the end of the test")
    assert "Claude needs an API key." in _shown(page)


def test_a_report_tells_what_fails_and_no_key() -> None:
    error = EngineError(Fault.NOT_PERMITTED, "no access", status=403, model="claude-opus-5-5")
    steps = [
        Step(Rung.ADDRESS, State.WORKS), Step(Rung.KEY, State.FAILS, 12, error),
        Step(Rung.MODEL, State.NOT_TRIED, model="claude-opus-5-5"),
    ]  # fmt: skip
    assert report_text("https://gateway.example.com", steps).splitlines() == [
        "https://gateway.example.com",
        "+ Address answers",
        "! Key is accepted, This key may not use claude-opus-5-5. 403: no access. "
        "What to do: Choose a model. (12 ms)",
        "- Opus 5.5 writes, not tried",
    ]


# -- spend -------------------------------------------------------------------------------------


def test_today_stands_against_its_cap_by_kind_and_by_day(
    make: Make, ledger: Ledger, settings: SettingsKeeper
) -> None:
    for changes in ({}, {}, {"kind": Kind.TRIAGE, "micro_usd": 50}, {"micro_usd": None}):
        ledger.record(_entry(**changes)).result()
    page = make()
    page.show_spend()
    said, kinds, days = page.spend.overview.texts()
    assert said == "$0.30 of $2.00 today"
    assert kinds == [
        ["Drafts", "3", "3,000", "90 %", "270", "1", "$0.30"],
        ["Triage", "1", "1,000", "90 %", "90", "", "$0.000050"],
        ["Together", "4", "4,000", "90 %", "360", "1", "$0.30"],
    ]
    assert [day[1:] for day in days] == [["4", "1", "$0.30"]]
    assert "1 of today’s requests" in page.findChild(Paragraph, "spendUnpriced").words
    settings.update(daily_cap_cents=1_000)
    assert page.spend.overview.texts()[0] == "$0.30 of $10.00 today"


def test_the_list_reads_on_as_it_is_scrolled_and_new_requests_come_on_top(
    qtbot: QtBot, make: Make, ledger: Ledger
) -> None:
    for number in range(5_000):
        future = ledger.record(_entry(ticket_id=number))
    future.result()
    page = make()
    page.show_spend()
    page.spend.show_part("requests")
    model, view = page.spend.model, page.spend.view
    assert 0 < model.rowCount() < 1_000, "all of it was read at once"
    begun = time.process_time()
    while model.rowCount() < 5_000:
        before = model.rowCount()
        view.scrollToBottom()
        QGuiApplication.processEvents()
        qtbot.waitUntil(lambda before=before: model.rowCount() > before)  # type: ignore[misc]
    assert time.process_time() - begun < 5
    top = view.rowAt(10)
    shown = model.index(top, 0).data(Qt.ItemDataRole.UserRole).id
    ledger.record(_entry(outcome=Fault.REFUSAL, is_partial=True)).result()
    page.spend.refresh()
    qtbot.waitUntil(lambda: model.rowCount() == 5_001)
    first = [model.index(0, column).data() for column in range(model.columnCount())]
    assert first[1:3] == ["Drafts", "Sonnet 5.5"]
    assert first[-2:] == ["about $0.15", "Refusal"]
    assert model.index(top + 1, 0).data(Qt.ItemDataRole.UserRole).id == shown


def test_the_list_is_saved_as_csv(
    qtbot: QtBot, make: Make, ledger: Ledger, jobs: Jobs, tmp_path: Path
) -> None:
    page = make()
    page.show_spend()
    page.spend.show_part("requests")
    assert not _button(page, "exportLedgerButton").isEnabled()
    ledger.record(_entry()).result()
    page.spend.refresh()
    qtbot.waitUntil(_button(page, "exportLedgerButton").isEnabled)


async def test_a_file_that_is_chosen_is_written(
    make: Make, ledger: Ledger, jobs: Jobs, tmp_path: Path
) -> None:
    jobs.attach(asyncio.get_running_loop())
    ledger.record(_entry())
    page = make()
    path = tmp_path / "requests.csv"
    page.spend.save_as(path)
    await _until(lambda: not jobs.running("export requests"), "the file")
    assert "req_1" in path.read_text(encoding="utf-8-sig")


def test_the_forecast_is_labelled_and_follows_volumes_and_models(
    make: Make, ledger: Ledger, settings: SettingsKeeper
) -> None:
    page = make()
    page.show_spend()
    page.spend.show_part("forecast")
    forecast = page.spend.forecast
    assert forecast.texts()[-1] == ["Together", "", "", "$300", "$5,151", "$96.22"]
    shown = [label.words for label in forecast.findChildren(Paragraph)]
    assert "Haiku 5.5, assumed" in shown and "Sonnet 5.5, assumed" in shown
    words = page.findChild(Paragraph, "forecastDisagreement").words
    assert "$1,800, not $180" in words
    page.findChild(NumberField, "volume_intent").setValue(10_000)
    assert forecast.texts()[0][3:] == ["$18.00", "$405", "$2.70"]
    settings.update_profile(draft_model="qwen3:8b")
    assert forecast.texts()[1][-1] == "unpriced"
    for _ in range(50):
        future = ledger.record(_entry(kind=Kind.TRIAGE, micro_usd=100))
    future.result()
    forecast.refresh()
    shown = [label.words for label in forecast.findChildren(Paragraph)]
    assert "Haiku 5.5, measured over 50 requests" in shown
    assert forecast.texts()[0][2:] == ["1,000, 90", "$18.00", "$405", "$1.00"]


def test_the_status_bar_tells_the_day_s_spend_and_leads_to_it(
    qtbot: QtBot, jobs: Jobs, theme: Theme
) -> None:
    bar = StatusBar(jobs, theme)
    qtbot.addWidget(bar)
    bar.resize(1_000, 28)
    bar.show()
    bar.show_spend(120_000, 200, 0)
    spend = bar.findChild(QAbstractButton, "spendLabel")
    assert spend.text() == "Today $0.12 of $2.00"
    bar.show_spend(120_000, 200, 3)
    assert spend.text() == "Today $0.12 of $2.00  + 3 unpriced"
    with qtbot.waitSignal(bar.spend_wanted):
        qtbot.mouseClick(spend, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(bar.engine_wanted):
        engine = bar.findChild(QAbstractButton, "engineLabel")
        bar.show_engine("Claude")
        qtbot.mouseClick(engine, Qt.MouseButton.LeftButton)


# -- words -------------------------------------------------------------------------------------


@pytest.mark.parametrize("fault", list(Fault))
def test_every_fault_has_its_sentence_its_remedy_and_its_word(fault: Fault) -> None:
    error = EngineError(
        fault, "the engine's own words", model="claude-opus-4-1", successor="claude-opus-5-5",
        retired_on="2026-08-05", cap_cents=200,
    )  # fmt: skip
    said = engine_words(error)
    assert said.endswith(".") and "{" not in said and "own words" not in said
    assert engine_remedy(error)
    assert outcome_word(fault) != fault
    others = {engine_words(EngineError(other)) for other in Fault if other is not fault}
    assert said not in others


def test_sentences_name_what_the_agent_needs() -> None:
    retired = EngineError(
        Fault.RETIRED_MODEL, model="claude-opus-4-1-20250805", successor="claude-opus-5-5",
        retired_on="2026-08-05",
    )  # fmt: skip
    assert "claude-opus-4-1-20250805 was retired on 5 August 2026" in engine_words(retired)
    assert "claude-opus-5-5" in engine_words(retired)
    assert "$2.00" in engine_words(EngineError(Fault.CAP_REACHED, cap_cents=200))
    unpriced = engine_words(EngineError(Fault.CAP_REACHED, "unpriced", cap_cents=200))
    assert "without a known price" in unpriced
    assert "for 8 s" in engine_words(EngineError(Fault.RATE_LIMITED, retry_after=8.2))
    assert "kept" in engine_words(EngineError(Fault.KEY_REFUSED))
    refusal = EngineError(Fault.REFUSAL)
    assert "discarded" in engine_words(refusal, text_stays=False)
    assert "stays" in engine_words(refusal, text_stays=True)
    assert engine_words(refusal) == "The engine does not answer this ticket."


def test_models_and_sums_are_said_as_people_say_them() -> None:
    assert model_words("claude-haiku-5-5") == "Haiku 5.5"
    assert model_words("us.anthropic.claude-haiku-4-5-20251001-v1:0") == "Haiku 4.5"
    assert model_words("claude-sonnet-5") == "Sonnet 5"
    assert model_words("qwen3:8b") == "qwen3:8b"
    said = [dollars(value) for value in (0, 12, 150, 12_345, 1_234_567_890)]
    assert said == ["$0.00", "$0.000012", "$0.0001", "$0.01", "$1,234.57"]


def test_engine_facts_stand_in_a_table_with_source_and_date(
    qtbot: QtBot, make: Make, settings: SettingsKeeper
) -> None:
    own = new_profile("a1", "ollama", "Mine")
    settings.update(profiles=(*settings.value.profiles, own))
    page = make()
    _button(page, "engineFactsButton").click()
    dialog = page.window().findChild(FactsDialog, "factsDialog")
    assert dialog is not None and dialog.isVisible()
    rows = {row[0].splitlines()[0]: row for row in dialog.own.texts()}
    assert set(rows) == {"Haiku 5.5", "Sonnet 5.5", "qwen3:8b"}
    assert "above 100,000" in rows["Haiku 5.5"][3] and "October 2026" in rows["Haiku 5.5"][6]
    assert rows["qwen3:8b"][3] == "runs on this computer: nothing"
    assert rows["qwen3:8b"][1] == rows["qwen3:8b"][6] == "not verified"
    compared = [row[0].splitlines()[0] for row in dialog.compared.texts()]
    assert compared == ["Opus 4.1", "GPT-4o", "Gemini 1.5 Flash"]
    assert all("Not verified." in row[6] for row in dialog.compared.texts())
    labels = [one for one in dialog.findChildren(QLabel) if one.isVisible() and one.wordWrap()]
    cut = []
    for width in range(1000, 1300, 20):
        dialog.resize(width, 640)
        QApplication.processEvents()
        cut += [one.text() for one in labels if one.height() < one.heightForWidth(one.width())]
    assert labels and not cut, "each row is as high as its words"
    dialog.close()
