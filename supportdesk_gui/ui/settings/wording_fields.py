"""How translations are worded: terms from a file, and formal or familiar address by language."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QWidget

from supportdesk_gui.assist.wording import (
    FAMILIAR,
    FORMAL,
    MOST_TERMS,
    Glossary,
    GlossaryFault,
    GlossaryRefused,
    read_glossary,
)
from supportdesk_gui.ui.components.buttons import default_button, quiet_button
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.language_names import own_language_name
from supportdesk_gui.ui.settings.form import choice
from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper
from supportdesk_gui.ui.theme import Theme

_MOST_BYTES = 2_000_000


class AddressFields(QWidget):
    """Sie or du, for each language that has both."""

    def __init__(self, settings: SettingsKeeper) -> None:
        super().__init__()
        self._settings = settings
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        self._boxes = {}
        for place, code in enumerate(FORMAL):
            spoken = self.tr("Address in {language}").format(language=own_language_name(code))
            chosen = "familiar" if code in settings.value.familiar else "formal"
            items = [
                ("formal", _shown(code, FORMAL[code])),
                ("familiar", _shown(code, FAMILIAR[code])),
            ]
            box = choice(f"address_{code}", spoken, chosen, items)
            box.setFont(font("body", language=code))
            box.currentIndexChanged.connect(self._keep)
            self._boxes[code] = box
            grid.addWidget(box, place // 2, place % 2)

    def _keep(self) -> None:
        familiar = tuple(c for c, box in self._boxes.items() if box.currentData() == "familiar")
        self._settings.update(familiar=familiar)


class GlossaryField(QWidget):
    """How many terms there are, and where they come from."""

    def __init__(self, settings: SettingsKeeper, theme: Theme) -> None:
        super().__init__()
        self._settings = settings
        self._said = Paragraph("", "second", "text2")
        self._said.setObjectName("glossarySaid")
        load = default_button(self.tr("Import a glossary"), small=True, theme=theme)
        load.setObjectName("importGlossary")
        load.clicked.connect(self._choose)
        self._drop = quiet_button(self.tr("Remove all terms"), small=True, theme=theme)
        self._drop.setObjectName("removeGlossary")
        self._drop.clicked.connect(self._remove)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._said, 1)
        row.addWidget(load)
        row.addWidget(self._drop)
        self._show("")

    def take_file(self, path: Path) -> None:
        """Put the file's terms in the place of those there are; say what became of both."""
        try:
            if path.stat().st_size > _MOST_BYTES:
                self._show(self.tr("This file is too large for a glossary."))
                return
            found = read_glossary(path.read_bytes())
        except GlossaryRefused as refused:
            self._show(self._refusal(refused.fault))
        except OSError:
            self._show(self.tr("This file could not be read."))
        else:
            before = len(self._settings.value.glossary)
            self._settings.update(glossary=found.terms)
            self._show(" ".join([self._count(), *self._became(found, before)]))

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Import a glossary"), "", "(*.csv *.tsv *.txt)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.take_file(Path(name)))
        dialog.open()

    def _remove(self) -> None:
        self._settings.update(glossary={})
        self._show("")

    def _show(self, words: str) -> None:
        self._drop.setVisible(bool(self._settings.value.glossary))
        self._said.set_words(words or self._count())

    def _count(self) -> str:
        count = len(self._settings.value.glossary)
        return (
            self.tr("Terms: {count}.").format(count=f"{count:,}") if count else self.tr("No terms")
        )

    def _became(self, found: Glossary, before: int) -> list[str]:
        said = []
        if before:
            text = self.tr("The {before} from before are gone.")
            said.append(text.format(before=f"{before:,}"))
        if found.left_out:
            text = self.tr("Left out, too long or without a translation: {left}.")
            said.append(text.format(left=f"{found.left_out:,}"))
        if found.beyond:
            text = self.tr("Not read, beyond the {most} that are kept: {beyond}.")
            said.append(text.format(most=f"{MOST_TERMS:,}", beyond=f"{found.beyond:,}"))
        return said

    def _refusal(self, fault: GlossaryFault) -> str:
        if fault is GlossaryFault.NOT_TEXT:
            return self.tr("This is no text. Save it as CSV and try again.")
        if fault is GlossaryFault.NO_LANGUAGE:
            return self.tr("No column is named after a language: en, es, fr, de, zh-Hant, zh-Hans.")
        return self.tr("There is no term in this file.")


def _shown(code: str, word: str) -> str:
    return f"{own_language_name(code)}: {word}"
