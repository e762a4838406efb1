"""Where the policies' vectors are kept, and what makes them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from supportdesk_gui.engine.addresses import address_from
from supportdesk_gui.policies.errors import PolicyIndexError
from supportdesk_gui.policies.vector_choice import Place
from supportdesk_gui.ui.components.buttons import default_button
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.components.radio_box import RadioBox
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.index_in_use import IndexInUse
from supportdesk_gui.ui.jobs import Jobs
from supportdesk_gui.ui.settings.form import Form
from supportdesk_gui.ui.settings.index_secret_form import IndexSecretForm
from supportdesk_gui.ui.settings.index_words import (
    away_words,
    fault_words,
    model_words,
    state_words,
)
from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper
from supportdesk_gui.ui.theme import Theme

_SAMPLES = {Place.CHROMA: "https://chroma.example.com", Place.QDRANT: "https://qdrant.example.com"}


class IndexSection(Form):
    """What is changed here applies at once; searches go on meanwhile."""

    def __init__(
        self, settings: SettingsKeeper, index: IndexInUse, jobs: Jobs, theme: Theme
    ) -> None:
        super().__init__()
        self._settings, self._index, self._jobs, self._theme = settings, index, jobs, theme
        self.add_head(self.tr("Policy index"))
        self.add_words(
            self.tr(
                "Policies are searched by their words and by vectors, which stand for what they "
                "mean. The texts stay on this computer. A server that a team shares holds vectors "
                "and fingerprints, no text, and whoever has the same policies need not make them "
                "again."
            )
        )
        self.add(self._places())
        self._server = _ServerFields(settings, index, jobs, theme)
        self.add(self._server)
        self._state = Paragraph("", "body", "text")
        self._state.setObjectName("indexState")
        self.add_row(self.tr("Now"), self._state)
        self._add_model()
        settings.changed.connect(self._follow)
        index.changed.connect(self._show_state)
        self._follow()

    def _places(self) -> RadioBox:
        items = [
            (Place.HERE.value, self.tr("On this computer"), self.tr("For you alone. Nothing to set up.")),
            (
                Place.CHROMA.value,
                self.tr("Chroma server"),
                self.tr("Started by “chroma run”. It has no authentication of its own."),
            ),
            (
                Place.QDRANT.value,
                self.tr("Qdrant"),
                self.tr("A server of yours, Qdrant Cloud, or a folder."),
            ),
        ]  # fmt: skip
        self.places = RadioBox(items, self._theme)
        self.places.setObjectName("indexPlace")
        self.places.setAccessibleName(self.tr("Where the vectors are"))
        self.places.chosen.connect(lambda value: self._settings.update(index_place=value))
        return self.places

    def _add_model(self) -> None:
        self.add_head(self.tr("What makes the vectors"))
        self.add_words(
            self.tr(
                "The embedder that comes with the program is quick and at its best in English. A "
                "folder with a model of your own (model.onnx and tokenizer.json) can take its "
                "place: until its vectors are whole, the ones before go on answering."
            )
        )
        self._model = Paragraph("", "body", "text")
        self._model.setObjectName("indexModel")
        self.add_row(self.tr("Embedder"), self._model)
        choose = default_button(self.tr("Choose a model’s folder"), self._theme, "folder")
        choose.setObjectName("chooseModelButton")
        choose.clicked.connect(self._choose_model)
        self._back = default_button(self.tr("Back to the built-in one"), self._theme, "undo-2")
        self._back.setObjectName("builtInModelButton")
        self._back.clicked.connect(lambda: self._settings.update(model_folder=""))
        self.add(_in_a_row(choose, self._back))
        self._fault = Paragraph("", "second", "danger")
        self._fault.setObjectName("modelFault")
        self.add(self._fault)
        self._say_fault("")

    def _choose_model(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a model’s folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.take_model)
        dialog.open()

    def take_model(self, folder: str) -> None:
        """Use the model of a folder, or say what it lacks."""

        async def look() -> None:
            fault = await self._index.try_model(folder)
            if fault is None:
                self._settings.update(model_folder=str(Path(folder)))
            self._say_fault("" if fault is None else fault_words(fault))

        self._say_fault("")
        self._jobs.start(look(), name="policy model", on_failure=self._worker_away)

    def _worker_away(self, error: Exception) -> bool:
        if isinstance(error, PolicyIndexError):
            self._say_fault(self.tr("The policy index does not run now. Start the program again."))
        return isinstance(error, PolicyIndexError)

    def _say_fault(self, text: str) -> None:
        self._fault.set_words(text)
        self._fault.setVisible(bool(text))

    def _follow(self, changed: object = None) -> None:
        value = self._settings.value
        self.places.choose(value.index_place)
        self._server.setVisible(value.index_place != Place.HERE)
        self._model.set_words(model_words(value.model_folder))
        self._back.setVisible(bool(value.model_folder))
        self._show_state()

    def _show_state(self) -> None:
        self._state.set_words(state_words(self._index.state))

    def set_narrow(self, narrow: bool) -> None:
        super().set_narrow(narrow)
        self._server.set_narrow(narrow)


class _ServerFields(Form):
    """Address, headers or key, and the test of a server."""

    def __init__(
        self, settings: SettingsKeeper, index: IndexInUse, jobs: Jobs, theme: Theme
    ) -> None:
        super().__init__()
        self._settings, self._index, self._jobs = settings, index, jobs
        self._column.setContentsMargins(0, 0, 0, 0)
        self._about = Paragraph("", "second")
        self._about.setObjectName("indexAbout")
        self.add(self._about)
        self.add_row(self.tr("Address"), self._address())
        self._secret = IndexSecretForm(index.secret, theme)
        self.add_row(self.tr("Headers or key"), self._secret)
        self._test = default_button(self.tr("Test"), theme, "plug-zap")
        self._test.setObjectName("testIndexButton")
        self._test.clicked.connect(self.start_test)
        self._found = Paragraph("", "second")
        self._found.setObjectName("indexTest")
        tested = QWidget()
        layout = QVBoxLayout(tested)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(_in_a_row(self._test))
        layout.addWidget(self._found)
        self.add_row("", tested)
        settings.changed.connect(self._follow)
        self._follow()

    def set_narrow(self, narrow: bool) -> None:
        super().set_narrow(narrow)
        self._column.setContentsMargins(0, 0, 0, 0)

    def start_test(self) -> None:
        """Reach the server as it is set now."""

        async def test() -> None:
            why = await self._index.test()
            if why is not None:
                self._say(away_words(why), "danger")
            else:
                self._say(self.tr("It works: the server is there and takes vectors."), "text2")

        self._keep()
        self._say(self.tr("Testing."), "text2")
        self._jobs.start(
            test(), name="policy place test", on_failure=self._worker_away, fills_page=True
        )

    def _worker_away(self, error: Exception) -> bool:
        if isinstance(error, PolicyIndexError):
            text = self.tr("The policy index does not run now. Start the program again.")
            self._say(text, "danger")
        return isinstance(error, PolicyIndexError)

    def _address(self) -> QWidget:
        self.field = QLineEdit()
        self.field.setObjectName("indexAddress")
        self.field.setAccessibleName(self.tr("Address"))
        self.field.setFont(font("body"))
        self.field.editingFinished.connect(self._keep)
        self._note = Paragraph("", "second", "danger")
        self._note.setObjectName("indexAddressNote")
        box = QWidget()
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.field)
        layout.addWidget(self._note)
        return box

    @property
    def _place(self) -> Place:
        return Place(self._settings.value.index_place)

    def _keep(self) -> None:
        """Keep what is an address; what is none is said, and not kept."""
        text = self.field.text().strip()
        if self._place is Place.HERE:
            return
        if self._place is Place.QDRANT and _is_folder(text):
            self._settings.update(qdrant_address=str(Path(text).expanduser()))
        elif (address := address_from(text)) is not None:
            url = address.url if text else ""
            self._settings.update(**{f"{self._place}_address": url})
        self._judge()

    def _judge(self) -> None:
        text = self.field.text().strip()
        address = address_from(text)
        note = ""
        if self._place is Place.QDRANT and _is_folder(text):
            note = ""
        elif address is None:
            note = self.tr(
                "This is no address of a server. One looks like https://gateway.example.com."
            )
        elif text and not address.is_encrypted:
            note = self.tr("Without https, headers and key can be read by others on the way there.")
        self._note.set_words(note)
        self._note.setVisible(bool(note))

    def _follow(self, changed: object = None) -> None:
        value, place = self._settings.value, self._place
        if place is Place.HERE:
            return
        address = value.chroma_address if place is Place.CHROMA else value.qdrant_address
        if not self.field.hasFocus() or not isinstance(changed, set) or "index_place" in changed:
            self.field.setText(address)
        self.field.setPlaceholderText(_SAMPLES[place])
        self._about.set_words(self._about_words(place))
        self._secret.show_place(place)
        self._secret.setEnabled("://" in address)
        self._test.setEnabled(True)
        self._say("", "text2")
        self._judge()

    def _about_words(self, place: Place) -> str:
        if place is Place.CHROMA:
            return self.tr(
                "A Chroma server lets in everybody who reaches it: let only your team reach it, or "
                "put a proxy in front that asks for headers. Enter those as Name: value."
            )
        return self.tr(
            "Qdrant Cloud needs a key, a server of your own may need one. A folder serves one "
            "program at a time."
        )

    def _say(self, text: str, ink: str) -> None:
        self._found.setProperty("role", ink)
        self._found.style().polish(self._found)
        self._found.set_words(text)
        self._found.setVisible(bool(text))


def _is_folder(text: str) -> bool:
    return bool(text) and "://" not in text and Path(text).expanduser().is_absolute()


def _in_a_row(*widgets: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch()
    return row
