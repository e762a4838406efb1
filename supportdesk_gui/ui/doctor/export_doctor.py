"""Exports that wait for the agent: shown one by one, changed, imported or left out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from threading import Event
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimeZone, Signal

from supportdesk_gui.text.delimiters import IN_EXPORTS
from supportdesk_gui.tickets.importing.report import (
    AS_FOUND,
    Choice,
    Diagnosis,
    ImportFailure,
    RejectedRow,
    Shape,
)
from supportdesk_gui.ui.doctor.choice_dialog import ChoiceDialog
from supportdesk_gui.ui.doctor.column_proposal import ColumnProposal
from supportdesk_gui.ui.doctor.doctor_page import DoctorPage
from supportdesk_gui.ui.doctor.reading_words import (
    ENCODINGS,
    computer_zone_words,
    delimiter_words,
    encoding_words,
)
from supportdesk_gui.ui.doctor.verdicts import Change
from supportdesk_gui.ui.giving_way import GivingWay, NoLongerWanted
from supportdesk_gui.ui.inbox.import_words import failure_words
from supportdesk_gui.ui.jobs import Jobs
from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper

if TYPE_CHECKING:
    from supportdesk_gui.engine.errors import EngineError
    from supportdesk_gui.tickets.importing.survey import Survey
    from supportdesk_gui.ui.engine_in_use import EngineInUse
    from supportdesk_gui.ui.inbox.importing import Drop
    from supportdesk_gui.ui.theme import Theme

_JOB = "export doctor"


class ExportDoctor(QObject):
    """Outlives its page, which another language builds again."""

    shown = Signal()
    """There is something on the page."""
    emptied = Signal()
    """Nothing waits any more."""
    import_wanted = Signal(object, object, object, object)
    """A Diagnosis, the refused rows of its drop, the Drop, and what to do once it was read."""
    remedy_wanted = Signal(object)
    """An EngineError that something in the settings may put right."""

    def __init__(
        self, find_page: Callable[[], DoctorPage], find_engine: Callable[[], EngineInUse],
        jobs: Jobs, settings: SettingsKeeper, theme: Theme, parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._find_page, self._jobs, self._settings, self._theme = find_page, jobs, settings, theme
        self._drops: list[Drop] = []
        self._choice = AS_FOUND
        self._survey: Survey | None = None
        self._looks: dict[str, str] = {}
        self._is_over = Event()
        self._proposed: dict[int, str] = {}
        self._proposal = ColumnProposal(find_engine, jobs, theme, self)
        self._proposal.changed.connect(self._show_offer)
        self._proposal.came.connect(self._take_proposal)
        self._proposal.failed.connect(self._say_failure)

    # -- what waits --------------------------------------------------------------------------

    @property
    def current(self) -> Diagnosis | None:
        """The export on the page."""
        return self._drops[0].waiting[0] if self._drops else None

    def take(self, drop: Drop) -> None:
        """Show what waits in a drop, behind what waits already; a look back goes first."""
        if drop.instead_of:
            self._drops.insert(0, drop)
        else:
            self._drops.append(drop)
        if self._drops[0] is drop:
            self._show_first()
        self.shown.emit()

    def connect_page(self) -> None:
        """The page was built; it shows what waits."""
        page = self._find_page()
        page.import_wanted.connect(self.import_current)
        page.leave_wanted.connect(self.leave_current)
        page.findings.change_wanted.connect(self._ask)
        page.mapping.mapping_changed.connect(
            lambda columns: self._change(replace(self._choice, columns=columns))
        )
        page.mapping.look_wanted.connect(self._offer_to_look)
        self._show()

    def import_current(self) -> None:
        """The export on the page goes into the store as it is read now."""
        from supportdesk_gui.tickets.importing.choices import confirmed

        diagnosis = self.current
        if diagnosis is None:
            return
        self._remember(diagnosis)
        drop = self._drops[0]
        refused: tuple[RejectedRow, ...] = drop.refused
        drop.refused = ()
        del drop.waiting[0]
        is_last = not drop.waiting
        room = drop.room
        then = room.cleanup if is_last else lambda: None
        self.import_wanted.emit(confirmed(diagnosis), refused, drop, then)
        self._go_on(clean=False)

    def leave_current(self) -> None:
        """The export on the page is not imported."""
        if self._drops:
            del self._drops[0].waiting[0]
            self._go_on(clean=True)

    def close(self) -> None:
        """Let go of what was unpacked."""
        self._is_over.set()
        for drop in self._drops:
            drop.room.cleanup()
        self._drops.clear()

    def _go_on(self, *, clean: bool) -> None:
        drop = self._drops[0]
        if not drop.waiting:
            del self._drops[0]
            if clean:
                drop.room.cleanup()
        if self._drops:
            self._show_first()
        else:
            self._is_over.set()
            self.emptied.emit()

    def _show_first(self) -> None:
        from supportdesk_gui.tickets.importing.choices import choice_of, header_key

        diagnosis = self.current
        assert diagnosis is not None
        kept = self._settings.value.readings.get(header_key(diagnosis), {})
        self._choice, self._proposed = choice_of(kept), {}
        self._look()

    def _show(self) -> None:
        diagnosis = self.current
        if diagnosis is not None:
            waiting = sum(len(drop.waiting) for drop in self._drops) - 1
            is_stored = bool(self._drops[0].instead_of)
            self._find_page().show_export(
                diagnosis, self._survey, waiting, is_stored=is_stored,
                proposed=[at for at, name in self._proposed.items()
                          if at in diagnosis.columns.get(name, ())],
            )  # fmt: skip
            self._show_offer()

    # -- reading it whole ----------------------------------------------------------------------

    def _look(self) -> None:
        """Show what is known, and read the whole file to know the rest."""
        self._is_over.set()
        self._is_over, self._survey = Event(), None
        self._show()
        self._jobs.start(
            self._read_whole(self.current, self._is_over), name=_JOB,
            title=lambda: self.tr("Looking through the export"),
        )  # fmt: skip

    async def _read_whole(self, diagnosis: Diagnosis | None, is_over: Event) -> None:
        import asyncio

        from supportdesk_gui.tickets.importing.survey import survey

        if diagnosis is None:
            return
        own = self._settings.value.agent_email
        rest = GivingWay(lambda: not is_over.is_set())
        try:
            found = await asyncio.to_thread(survey, diagnosis, own, rest)
            self._looks = await asyncio.to_thread(_looks, diagnosis)
        except NoLongerWanted:
            return
        finally:
            is_over.set()
        if diagnosis is self.current:
            self._survey = found
            self._show()
            if found.failure is not None:
                text = failure_words(found.failure)
                self._find_page().notice.show_notice("broken", text)

    # -- changes -------------------------------------------------------------------------------

    def _ask(self, change: str) -> None:
        diagnosis = self.current
        if diagnosis is None:
            return
        if change == Change.SHAPE:
            other = Shape.TICKET if diagnosis.shape is Shape.MESSAGE else Shape.MESSAGE
            self._change(replace(self._choice, shape=other))
        elif change == Change.SOURCE:
            is_joined = diagnosis.source == diagnosis.continues
            self._change(replace(self._choice, stands_alone=is_joined))
        elif change == Change.REJECTS:
            self._show_rejects(diagnosis)
        else:
            self._ask_which(Change(change), diagnosis)

    def _ask_which(self, change: Change, diagnosis: Diagnosis) -> None:
        page = self._find_page()
        if change is Change.ENCODING:
            title, current = self.tr("How the file is encoded"), diagnosis.encoding
            options = [(name, self._look_words(name)) for name in self._encodings(diagnosis)]
        elif change is Change.DELIMITER:
            title, current = self.tr("What stands between the cells"), diagnosis.delimiter
            options = [(sign, delimiter_words(sign)) for sign in IN_EXPORTS]
        else:
            title, current = self.tr("Where its times are from"), diagnosis.time_zone
            options = _zones()
        dialog = ChoiceDialog(title, options, current, self._theme, page)
        name = {
            Change.ENCODING: "encoding",
            Change.DELIMITER: "delimiter",
            Change.ZONE: "time_zone",
        }
        # Other delimiters make other columns.
        before = replace(self._choice, columns=None, shape=None)
        base = before if change is Change.DELIMITER else self._choice
        dialog.chosen.connect(lambda value: self._change(replace(base, **{name[change]: value})))
        dialog.open()

    def _encodings(self, diagnosis: Diagnosis) -> list[str]:
        names = [diagnosis.encoding, *diagnosis.encodings, *(self._looks or ENCODINGS)]
        return list(dict.fromkeys(names))

    def _look_words(self, name: str) -> str:
        looks = self._looks.get(name, "")
        return f"{encoding_words(name)}:  {looks}" if looks else encoding_words(name)

    def _change(self, choice: Choice) -> None:
        diagnosis = self.current
        if diagnosis is not None:
            self._jobs.start(self._read_as(diagnosis, choice), name=_JOB)

    async def _read_as(self, diagnosis: Diagnosis, choice: Choice) -> None:
        import asyncio

        from supportdesk_gui.tickets.importing.choices import with_choice

        try:
            again = await asyncio.to_thread(with_choice, diagnosis, choice)
        except ImportFailure:
            text = self.tr("The file cannot be read like that; it stays as it was.")
            self._find_page().notice.show_notice("look", text)
            self._show()
            return
        if self.current is diagnosis:
            self._choice = choice
            self._drops[0].waiting[0] = again
            self._look()

    # -- what a model proposes -------------------------------------------------------------------

    def _show_offer(self) -> None:
        diagnosis = self.current
        if diagnosis is not None:
            self._find_page().mapping.show_offer(self._proposal.offer_words(diagnosis))

    def _offer_to_look(self) -> None:
        if self.current is not None:
            self._find_page().notice.clear()
            self._proposal.offer(self.current, self._find_page())

    def _take_proposal(self, asked: Diagnosis, meant: dict[int, str], model: str) -> None:
        """Fill the mapping in, of the same file and header; what was chosen stays."""
        from supportdesk_gui.assist.claude_columns import proposed

        now = self.current
        if now is None or (now.path, now.sheet, now.header) != (
            asked.path, asked.sheet, asked.header,
        ):  # fmt: skip
            return
        columns = proposed(now.columns, meant, is_chosen=self._choice.columns is not None)
        fresh = {
            at: name
            for at, name in meant.items()
            if at in columns.get(name, ()) and at not in now.columns.get(name, ())
        }
        notice = self._find_page().notice
        if not fresh:
            text = self.tr("{model} named no further column. Nothing was changed.")
            notice.show_notice("note", text.format(model=model))
            return
        self._proposed |= fresh
        text = self.tr(
            "{model} proposes {count} columns, which are marked. Look at them before you import."
        )
        if len(fresh) == 1:
            text = self.tr(
                "{model} proposes 1 column, which is marked. Look at it before you import."
            )
        notice.show_notice("note", text.format(model=model, count=len(fresh)))
        self._change(replace(self._choice, columns=columns))

    def _say_failure(self, error: EngineError) -> None:
        from supportdesk_gui.ui.engine_words import engine_remedy, fault_words, remedy_of
        from supportdesk_gui.ui.fault_sentences import Remedy

        again = remedy_of(error) is Remedy.AGAIN
        then = self._offer_to_look if again else lambda: self.remedy_wanted.emit(error)
        notice = self._find_page().notice
        notice.show_notice("broken", fault_words(error), engine_remedy(error), then)

    # -- what is kept ----------------------------------------------------------------------------

    def _remember(self, diagnosis: Diagnosis) -> None:
        from supportdesk_gui.tickets.importing.choices import WITHOUT_TEXT, header_key, kept_of

        key = header_key(diagnosis)
        if not key:
            return
        kept: dict[str, Any] = kept_of(self._choice)
        if not kept.get("columns"):  # what was guessed is confirmed now
            kept |= kept_of(Choice(columns=diagnosis.columns))
        if not diagnosis.has_message_text:
            kept = {name: value for name, value in kept.items() if name != "columns"}
            kept |= kept_of(self._choice) | {WITHOUT_TEXT: True}
        self._settings.update(readings={**self._settings.value.readings, key: kept})

    def _show_rejects(self, diagnosis: Diagnosis) -> None:
        from supportdesk_gui.tickets.importing.run import ImportReport
        from supportdesk_gui.ui.inbox.rejects_dialog import RejectsDialog

        if self._survey is not None:
            report = ImportReport(
                diagnosis.shown_name, rejects=self._survey.rejects, whole=self._survey.whole,
                rejected=self._survey.rejected,
            )  # fmt: skip
            RejectsDialog(report, self._find_page()).open()


def _looks(diagnosis: Diagnosis) -> dict[str, str]:
    from supportdesk_gui.tickets.importing.encodings import looks

    try:
        return looks(diagnosis.path, ENCODINGS) if diagnosis.encoding else {}
    except OSError:
        return {}


def _zones() -> list[tuple[str, str]]:
    names = sorted(bytes(name.data()).decode() for name in QTimeZone.availableTimeZoneIds())
    places = [name for name in names if "/" in name and not name.startswith(("Etc/", "posix/"))]
    return [("", computer_zone_words()), ("UTC", "UTC"), *((name, name) for name in places)]
