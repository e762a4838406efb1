"""Several engines: set up in the settings, switched from the status bar, each with its own key."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QMenu

from supportdesk_gui.engine.connection import State
from supportdesk_gui.storage.profiles import Profile
from supportdesk_gui.ui.engine_menu import EngineMenu
from supportdesk_gui.ui.program import Program
from tests.claude.servers import PICKY, VLLM
from tests.claude.standin import StandIn
from tests.storage.keyring_session import home
from tests.ui.claude_shop import SPANISH, Shop, quiet
from tests.ui.running import draft, trigger, until

__all__ = ["home"]


def _switch(program: Program, name: str) -> None:
    """As the menu over the status bar does it."""
    _pick(EngineMenu(program.settings, lambda: None, program.window), name)


def _notices(program: Program) -> str:
    return " ".join(str(one.text) for one in program.window.notice.said())


def _pick(menu: QMenu, name: str) -> None:
    (action,) = [one for one in menu.actions() if one.objectName() == name]
    action.trigger()
    menu.close()


def _type(program: Program, name: str, text: str) -> None:
    field = program.window.findChild(QLineEdit, name)
    field.setText(text)
    field.editingFinished.emit()


async def test_a_second_engine_is_added_tested_used_switched_and_removed(
    claude: StandIn, shop: Shop
) -> None:
    with StandIn(server=VLLM, key="sk-own-0123456789") as own:
        async with shop.open(ticket=SPANISH) as program:
            trigger(program, "page_settings")
            form = program.settings_page.engine.form
            _pick(form.profiles.kinds_menu(), "add_vllm")
            await until(lambda: program.settings.value.profile.kind == "vllm", "the profile")
            assert program.keys.key == "", "the environment's key is the standard engine's"
            _type(program, "baseUrl", own.url)
            _type(program, "engineName", "Our own")
            program.settings.update_profile(
                **dict.fromkeys(("triage_model", "stronger_model", "draft_model",
                                 "translation_model"), "qwen3:8b")
            )  # fmt: skip
            note = form.models["draft_model"].note()
            assert "cost nothing" in note
            await until(lambda: program.engine.claude is not None, "the engine")
            bar = program.window.findChild(QAbstractButton, "engineLabel")
            assert bar.text() == "Our own, qwen3:8b"
            program.settings_page.ladder.start()
            ladder = program.settings_page.ladder
            await until(lambda: not ladder.is_running(), "the end of the test")
            assert (
                "What takes the place" in program.settings_page.engine.ladder._summary._words.words
            )
            assert [one for one in ladder.steps if one.state is State.FAILS]
            found = program.settings.value.profile.found[f"{own.url} qwen3:8b"]
            assert found["citations"] is False and found["schema"] is True
            assert program.settings.value.profile.tested
            choices = form.models["draft_model"].box
            assert choices.findText("claude-opus-5-5") >= 0, "what the server says it has"
            assert choices.currentText() == "qwen3:8b"
            words = [label.text() for label in form.profiles.findChildren(QLabel)]
            assert any("Tested on" in text for text in words)

            trigger(program, "page_inbox")
            own.will_say("Se lo enviamos otra vez. [P1.1]", contains="qwen3:8b")
            before = len(claude.messages)
            await draft(program)
            await quiet(program)
            assert len(claude.messages) == before
            assert "Se lo enviamos otra vez." in program.inbox.reply.editor.toPlainText()
            assert "[P1" not in program.inbox.reply.editor.toPlainText()
            version = program.drafts.version(program.inbox.reply.version_id)
            assert version.citations and version.engine == "qwen3:8b"
            assert program.ledger.entries()[0].micro_usd == 0
            sent = [one for one in own.messages if "search_result" in one.text]
            assert all("cite it" in one.text for one in sent), "only the test may try it"

            _switch(program, "engine_claude")
            await until(lambda: program.engine.claude is not None
                        and program.engine.current().host in claude.url, "Claude")  # fmt: skip
            assert program.keys.key == claude.key
            assert bar.text() == "Claude API, Sonnet 5.5"
            _switch(program, "engine_offline")
            assert program.engine.claude is None and bar.text() == "Offline"

            program.settings.update(engine=program.settings.value.profiles[1].id)
            _pick(form.profiles.remove_menu(), "removeEngineAction")
            assert [one.id for one in program.settings.value.profiles] == ["claude"]
            assert program.settings.value.engine == "claude"


async def test_what_an_engine_refuses_is_said_once_and_kept(claude: StandIn, shop: Shop) -> None:
    with StandIn(server=PICKY) as picky:
        async with shop.open(ticket=SPANISH) as program:
            program.keys.base_url = ""
            program.settings.update_profile(address=picky.url)
            await until(lambda: program.engine.claude is not None
                        and program.engine.current().host in picky.url, "the engine")  # fmt: skip
            picky.will_say("Se lo enviamos otra vez. [P1.1]", contains="You draft")
            await draft(program)
            await quiet(program)
            assert "Se lo enviamos" in program.inbox.reply.editor.toPlainText()
            said = _notices(program)
            assert "does not take this here" in said and "citations" in said
            profile = program.settings.value.profile
            row = profile.found[f"{picky.url} claude-sonnet-5-5"]
            assert row["citations"] is False and row["caching"] is False
            program.window.notice.clear()
            refused = len([one for one in picky.messages if one.refused])
            await draft(program)
            await quiet(program)
            assert len([one for one in picky.messages if one.refused]) == refused
            assert "does not take" not in _notices(program)


async def test_what_is_found_at_the_environment_s_address_holds_for_this_run(
    claude: StandIn, shop: Shop
) -> None:
    async with shop.open() as program:
        steps = [step async for step in program.engine.test()]
        assert State.WORKS in {step.state for step in steps}
        program.settings.save_now()
        assert claude.url not in program.folder.settings.read_text("utf-8")
        assert program.settings.value.profile == Profile()


@pytest.mark.usefixtures("qapp")
def test_each_engine_s_key_has_an_entry_of_its_own_and_the_old_one_stays(
    home: Path,
) -> None:
    from tests.ui.test_key_keeper import _said

    said = _said(
        home,
        """
from supportdesk_gui.storage.api_key import account_of, find_vault
keys.keep("sk-ant-old")
until(lambda: keys.source is Source.VAULT)
assert account_of("claude") == "anthropic"
keys.turn_to(account_of("a1"), str.strip)
until(lambda: keys.looked)
print(repr(keys.key))
keys.keep("sk-second")
until(lambda: keys.source is Source.VAULT)
keys.turn_to(account_of("claude"), str.strip)
until(lambda: keys.key)
print(keys.key)
keys.turn_to(account_of("a1"), str.strip)
until(lambda: keys.key)
print(keys.key, keys.key_of("anthropic").result(60), keys.key_of("engine:b2").result(60) == "")
keys.forget()
keys.turn_to(account_of("claude"), str.strip)
until(lambda: keys.key)
print(keys.key, find_vault("engine:a1").read() == "", find_vault().read())
""",
    )
    assert said == [
        "''", "sk-ant-old", "sk-second sk-ant-old True", "sk-ant-old True sk-ant-old",
    ]  # fmt: skip


@pytest.mark.usefixtures("qapp")
def test_without_a_vault_each_engine_s_key_lasts_for_the_run() -> None:
    from supportdesk_gui.ui.key_keeper import KeyKeeper, Source

    keys = KeyKeeper({"ANTHROPIC_API_KEY": "sk-ant-lent"})
    assert keys.source is Source.ENVIRONMENT
    keys.turn_to("engine:a1", str.strip)
    assert keys.key == "" and keys.source is Source.NONE
    keys.keep("sk-second")
    keys.turn_to("engine:b2", str.strip)
    assert keys.key == ""
    assert keys.key_of("anthropic").result(60) == "sk-ant-lent", "whoever is in use"
    assert keys.key_of("engine:a1").result(60) == "sk-second"
    assert keys.key_of("engine:c3").result(60) == ""
    keys.turn_to("engine:a1", str.strip)
    assert keys.key == "sk-second" and keys.source is Source.RUN
    keys.close()
