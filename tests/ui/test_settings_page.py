"""What is changed in the settings applies at once and is there again after a restart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from supportdesk_gui.assist.saved_replies import SavedReplies
from supportdesk_gui.engine.ledger import Ledger
from supportdesk_gui.policies.client import PolicyIndex
from supportdesk_gui.storage.data_folder import open_data_folder
from supportdesk_gui.storage.database import Database
from supportdesk_gui.storage.migrations import DESK_LAYOUTS
from supportdesk_gui.storage.settings import load_settings
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.index_in_use import IndexInUse
from supportdesk_gui.ui.jobs import Jobs
from supportdesk_gui.ui.key_keeper import KeyKeeper
from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper
from supportdesk_gui.ui.settings.settings_page import SettingsPage
from supportdesk_gui.ui.theme import Theme


@pytest.fixture
def page(
    qtbot: QtBot, settings: SettingsKeeper, theme: Theme, jobs: Jobs, tmp_path: Path
) -> Iterator[SettingsPage]:
    folder = open_data_folder(str(tmp_path))
    database = Database(folder.desk_database, DESK_LAYOUTS, folder.backups)
    keys = KeyKeeper({})
    index = IndexInUse(settings, PolicyIndex(folder), jobs)
    saved = SavedReplies(database)
    page = SettingsPage(
        settings, folder, theme, keys, KeyKeeper({}), Ledger(database), jobs, index, saved, list
    )
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    page.sections.choose(1)
    yield page
    keys.close()
    index.close()
    database.close()


def test_what_is_typed_is_saved(
    qtbot: QtBot, page: SettingsPage, settings: SettingsKeeper, tmp_path: Path
) -> None:
    closing = page.findChild(QLineEdit, "closing_de")
    closing.selectAll()
    qtbot.keyClicks(closing, "Bis bald")
    settings.save_now()
    kept = load_settings(tmp_path / "settings.json").settings
    assert kept.frames["de"].closing == "Bis bald"
    assert "Bis bald" in page.findChild(Paragraph, "framePreview_de").words


def test_a_helpdesk_that_signs_leaves_the_closing_out(
    page: SettingsPage, settings: SettingsKeeper
) -> None:
    assert "Un saludo" in page.findChild(Paragraph, "framePreview_es").words
    page.findChild(QCheckBox, "helpdeskAddsSignature").click()
    assert settings.value.frame_texts("es").closing == ""
    assert "Un saludo" not in page.findChild(Paragraph, "framePreview_es").words


def test_languages_of_a_reply_and_of_the_agent(
    page: SettingsPage, settings: SettingsKeeper
) -> None:
    page.findChild(QCheckBox, "replyLanguage_fr").click()
    assert "fr" not in settings.value.reply_languages
    assert "de" in settings.value.reply_languages
    agent = page.findChild(QComboBox, "agentLanguage")
    agent.setCurrentIndex(agent.findData("zh-Hant"))
    assert settings.value.agent_language == "zh-Hant"


def test_the_look_is_announced(qtbot: QtBot, page: SettingsPage, settings: SettingsKeeper) -> None:
    theme = page.findChild(QComboBox, "theme")
    with qtbot.waitSignal(page.theme_chosen) as chosen:
        theme.setCurrentIndex(theme.findData("dark"))
    assert chosen.args == ["dark"]
    language = page.findChild(QComboBox, "uiLanguage")
    with qtbot.waitSignal(settings.changed) as changed:
        language.setCurrentIndex(language.findData("zh-Hans"))
    assert changed.args == [{"ui_language"}]


@pytest.mark.parametrize("width", [432, 700, 1400])
def test_nothing_is_cut_off_at_any_width(qtbot: QtBot, page: SettingsPage, width: int) -> None:
    page.resize(width, 700)
    page.show()
    for place in range(6):
        page.sections.choose(place)

        def cut_off() -> list[str]:
            return [
                label.text()
                for label in page.findChildren(QLabel)
                if label.isVisible() and label.mapTo(page, label.rect().topRight()).x() > width
            ]

        qtbot.waitUntil(lambda: not cut_off())


def test_every_control_can_be_driven_from_outside(page: SettingsPage) -> None:
    for kind in (QLineEdit, QComboBox, QCheckBox):
        for control in page.findChildren(kind):
            assert control.objectName() and control.accessibleName(), control
            assert control.focusPolicy() != Qt.FocusPolicy.NoFocus


def test_a_glossary_is_imported_and_the_address_is_chosen(
    page: SettingsPage, settings: SettingsKeeper, tmp_path: Path
) -> None:
    from supportdesk_gui.ui.settings.wording_fields import GlossaryField

    (field,) = page.findChildren(GlossaryField)
    said = page.findChild(Paragraph, "glossarySaid")
    remove = page.findChild(QAbstractButton, "removeGlossary")
    file = tmp_path / "terms.csv"
    file.write_text("term;de;fr\nlamp;Leuchte;lampe\nsofa;Couch;\n", encoding="utf-8")
    field.take_file(file)
    assert said.words == "Terms: 2." and not remove.isHidden()
    many = "".join(f"t{number};x\n" for number in range(2001))
    file.write_bytes(f"sep=;\nBegriff;Deutsch\nlamp;Lämpchen\nsofa;\n{many}".encode("cp1252"))
    field.take_file(file)
    assert said.words == (
        "Terms: 2,000. The 2 from before are gone. Left out, too long or without a translation: 1. "
        "Not read, beyond the 2,000 that are kept: 2."
    )
    file.write_text("term;de;fr\nlamp;Leuchte;lampe\nsofa;Couch;\n", encoding="utf-8")
    field.take_file(file)
    file.write_bytes(b"a,b\n1,2\n")
    field.take_file(file)
    assert said.words.startswith("No column is named after a language")
    field.take_file(tmp_path / "gone.csv")
    assert said.words == "This file could not be read."
    address = page.findChild(QComboBox, "address_de")
    address.setCurrentIndex(address.findData("familiar"))
    settings.save_now()
    kept = load_settings(tmp_path / "settings.json").settings
    assert kept.glossary == {"lamp": {"de": "Leuchte", "fr": "lampe"}, "sofa": {"de": "Couch"}}
    assert kept.familiar == ("de",)
    remove.click()
    assert settings.value.glossary == {} and said.words == "No terms" and remove.isHidden()
