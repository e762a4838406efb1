"""Files on their way into the store: unpacked, understood, read at once or shown to the agent first."""

from __future__ import annotations

import time
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import AbstractContextManager, aclosing, closing, nullcontext, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from supportdesk_gui.tickets.importing.report import (
    Diagnosis,
    ImportFailure,
    RejectedRow,
    rejected_for,
)
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.ui.jobs import Jobs
from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper

if TYPE_CHECKING:
    from concurrent.futures import Future
    from tempfile import TemporaryDirectory

    from supportdesk_gui.tickets.import_undo import Undone
    from supportdesk_gui.tickets.importing.reading_process import ReadingProcess
    from supportdesk_gui.tickets.importing.run import ImportProgress, ImportReport
    from supportdesk_gui.tickets.ticket import Ticket


_SHOW_EVERY_SECONDS = 1.0
MOST_NAMED = 3
"""Files of a drop that have a notice each, where they hold no tickets."""
_PAINTING_SECONDS = 0.12
"""The inbox is arranged and painted for the first time, in two turns, while no thread reads on."""
_SAYING_SECONDS = 0.02


@dataclass(slots=True)
class Drop:
    """What was dropped together: exports with an open question, and files that are none.

    `room` holds what was unpacked, until the last of them is dealt with. `instead_of` is the
    import that the agent looks at afterwards; importing once more takes its place. `unread` are
    those that are read without a question, as long as they are not. `run` is the
    first import of the drop, 0 before it; `imports` are those that stay, which are undone together.
    `report` is what became of all its files up to now, `said` the Words of its notice; `broken`
    counts the files that broke off; one that was stopped `goes_back`. `reading` is a process that
    comes up for its first large file while that is looked at, unless it `is_over`.
    """

    room: TemporaryDirectory[str]
    waiting: list[Diagnosis] = field(default_factory=list)
    unread: list[Diagnosis] = field(default_factory=list)
    refused: tuple[RejectedRow, ...] = ()
    instead_of: int = 0
    run: int = 0
    paths: Sequence[Path] = ()
    imports: list[int] = field(default_factory=list)
    report: ImportReport | None = None
    said: Callable[[], str] | None = None
    broken: int = 0
    goes_back: bool = False
    reading: ReadingProcess | None = None
    is_over: bool = False

    def its_reading(self) -> AbstractContextManager[ReadingProcess | None]:
        """That process, ended in the end; none where there is none, or it was given away."""
        reading, self.reading = self.reading, None
        return closing(reading) if reading is not None else nullcontext()


@dataclass(frozen=True, slots=True)
class Stopped:
    """A drop that was not read to its end: what was `undone` of the file that was being read, how
    many files of the drop stay, and how many were not read."""

    undone: Undone | None
    stay: int = 0
    unread: int = 0


class Importing(QObject):
    """Files become tickets, drop after drop; `asked` brings those that the agent should look at
    first. What reads files is a job that waits for those before it."""

    stored = Signal(bool)
    """Tickets are in the store; True for the first of an import."""
    ended = Signal(object, object)
    """An ImportReport and its Drop."""
    taken_back = Signal(object)
    """An import that did not come to its end is gone again; the Stopped."""
    failed = Signal(object)
    """An ImportFailure: a file that holds no tickets."""
    asked = Signal(object)
    """A Drop with at least one export that waits."""

    def __init__(
        self, store: TicketStore, jobs: Jobs, settings: SettingsKeeper, unpacked: Path,
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        """`unpacked` is a folder of the agent's own: no ticket text lies anywhere else."""
        super().__init__(parent)
        self._store, self._jobs, self._settings = store, jobs, settings
        self._unpacked = unpacked
        self._left = list(unpacked.iterdir()) if unpacked.is_dir() else []

    async def make_ready(self) -> None:
        """Load what reads files where there are no tickets, for one comes next. Remove what was unpacked
        by a run that was killed, and write words anew that a former version indexed; where the window
        closes before its end, or another program holds the database, the next start goes on."""
        import asyncio
        import shutil

        from supportdesk_gui.storage.errors import DatabaseLocked

        if self._store.is_empty():
            await asyncio.to_thread(_load)
        for room in self._left:
            await asyncio.to_thread(shutil.rmtree, room, ignore_errors=True)
        with suppress(DatabaseLocked):
            while await self._jobs.wrapped(self._store.fold_some_words()):
                pass

    async def take_back_unfinished(self, say: Callable[[Exception], bool]) -> bool:
        """Imports that a crash cut off go; whether there were any.

        A full disk, which `say` is told of, leaves them to the next start.
        """
        try:
            return await self._jobs.wrapped(self._store.drop_unfinished_imports()) > 0
        except Exception as error:
            if not say(error):
                raise
            return False

    async def take(self, paths: Sequence[Path]) -> None:
        """Read files, folders and archives; what has an open question waits for the agent."""
        import asyncio

        from supportdesk_gui.storage.errors import StorageError

        await self.in_turn()
        try:
            room = self._room()
        except StorageError:
            self.taken_back.emit(Stopped(None))
            raise
        drop = Drop(room, paths=paths)
        try:
            sources = [source for source, _ in self._store.newest_sources()]
            found, failures = await asyncio.to_thread(
                self._understood, drop, Path(room.name), sources
            )
            self._refuse(drop, paths, found, failures)
            await self._read_all(drop, found)
        except BaseException as error:
            drop.unread += drop.waiting  # nobody is asked
            drop.waiting = []
            if isinstance(error, asyncio.CancelledError | StorageError) and not drop.goes_back:
                self.taken_back.emit(_stopped(drop))
            raise
        finally:
            drop.is_over = True
            with drop.its_reading():  # where nothing is read, or not yet
                pass
            if not drop.waiting:
                room.cleanup()
        if drop.waiting:
            self.asked.emit(drop)

    def look_at(self, report: ImportReport) -> None:
        """Show how an export was read that is in the store already."""
        if report.diagnosis is not None:
            found = report.diagnosis
            drop = Drop(self._room(), [found], instead_of=report.import_id, paths=[found.path])
            self.asked.emit(drop)

    async def read(
        self,
        diagnosis: Diagnosis,
        refused: Sequence[RejectedRow],
        drop: Drop,
    ) -> None:
        """Read one export of a drop into the store, and say how it ended."""
        from supportdesk_gui.tickets.importing.run import import_export, is_large

        own_address = self._settings.value.agent_email
        with drop.its_reading() if is_large([diagnosis.path]) else nullcontext() as reading:
            importing = import_export(
                diagnosis, self._store, own_address, refused, run=drop.run,
                instead_of=drop.instead_of, reading=reading,
                has_more=any(
                    one.source == diagnosis.source for one in (*drop.unread, *drop.waiting)
                ),
                taken_back=partial(self.await_taken_back, drop=drop),
            )  # fmt: skip
            await self._follow(importing, drop)

    async def _follow(
        self, importing: AsyncGenerator[ImportProgress | ImportReport, None], drop: Drop
    ) -> None:
        import asyncio

        from supportdesk_gui.tickets.importing.run import ImportProgress

        shown_at = 0.0
        async with aclosing(importing) as steps:
            async for step in steps:
                if not isinstance(step, ImportProgress):
                    await self._end(step, drop)
                    continue
                self._jobs.progress("import", step.done, step.total)
                if step.stored and time.monotonic() - shown_at > _SHOW_EVERY_SECONDS:
                    self.stored.emit(not shown_at)
                    if not shown_at and step.done < step.total:
                        await asyncio.sleep(_PAINTING_SECONDS)
                    shown_at = time.monotonic()

    async def in_turn(self) -> None:
        """Wait for what was dropped before, and until what is undone is gone: else its tickets
        would count as known."""
        await self._jobs.in_turn(after="undo import")

    def await_taken_back(self, undone: Future[Undone], drop: Drop | None = None) -> None:
        """An import is being undone, since it did not come to its end: say when it is gone."""
        if drop is not None:
            drop.goes_back = True
        self._jobs.start(
            self._await_taken_back(undone, drop),
            name="undo import",
            title=lambda: QCoreApplication.translate("Intake", "Taking back the import"),
            goes_through=True,
        )

    async def _await_taken_back(self, undone: Future[Undone], drop: Drop | None) -> None:
        gone = await self._jobs.wrapped(undone)
        self.stored.emit(False)
        self.taken_back.emit(_stopped(drop, gone) if drop is not None else Stopped(gone))

    async def _end(self, report: ImportReport, drop: Drop) -> None:
        """What is said last and the list are arranged and painted apart: both take longer than a
        frame."""
        import asyncio

        if report.import_id:
            drop.run = drop.run or report.import_id
            drop.imports[:] = [one for one in drop.imports if one != drop.instead_of]
            drop.imports.append(report.import_id)
        self.ended.emit(report, drop)
        try:
            if not drop.unread:
                await asyncio.sleep(_SAYING_SECONDS)
        finally:
            self.stored.emit(False)

    def _room(self) -> TemporaryDirectory[str]:
        from tempfile import TemporaryDirectory

        from supportdesk_gui.storage.errors import DatabaseMoved, typed

        try:
            self._unpacked.mkdir(mode=0o700, exist_ok=True)
            return TemporaryDirectory(dir=self._unpacked, ignore_cleanup_errors=True)
        except FileNotFoundError as error:
            raise DatabaseMoved(str(self._unpacked)) from error
        except OSError as error:
            raise typed(error) from error

    async def _read_all(self, drop: Drop, found: Sequence[Diagnosis]) -> None:
        from supportdesk_gui.tickets.importing.choices import has_question, header_key

        readings = self._settings.value.readings
        for one in found:
            is_asked = has_question(one, readings.get(header_key(one)))
            (drop.waiting if is_asked else drop.unread).append(one)
        while drop.unread:
            refused, drop.refused = drop.refused, ()
            await self.read(drop.unread.pop(0), refused, drop)

    def _understood(
        self, drop: Drop, room: Path, sources: Sequence[str]
    ) -> tuple[list[Diagnosis], list[ImportFailure]]:
        _load()
        from supportdesk_gui.tickets.importing.choices import with_remembered
        from supportdesk_gui.tickets.importing.doctor import examine_all
        from supportdesk_gui.tickets.importing.parts import gather
        from supportdesk_gui.tickets.importing.reading_process import ReadingProcess
        from supportdesk_gui.tickets.importing.run import is_large
        from supportdesk_gui.tickets.importing.same_source import with_sources

        def told(numbers: Sequence[str], in_any_form: bool) -> list[Ticket]:
            return self._store.known_numbers(numbers, in_any_form=in_any_form).result()

        gathered = gather(drop.paths, room)
        if any(is_large([part.path]) for part in gathered.parts) and not drop.is_over:
            with suppress(OSError):  # where none can be started, it only takes longer
                drop.reading = ReadingProcess()
        if drop.is_over:  # since it was started, perhaps
            with drop.its_reading():
                pass
        found, failures = examine_all(gathered.parts)
        readings = self._settings.value.readings
        read = with_remembered(found, readings)
        return with_sources(read, sources, told), gathered.failures + failures

    def _refuse(
        self,
        drop: Drop,
        paths: Sequence[Path],
        found: Sequence[Diagnosis],
        failures: Sequence[ImportFailure],
    ) -> None:
        """A few files that were dropped themselves are told by name; many are listed, and members of
        a folder."""
        names = {path.name for path in paths}
        own = [failure for failure in failures if failure.name in names]
        others = [failure for failure in failures if failure.name not in names]
        if not found and len(others) == 1:
            own, others = [*own, *others], []
        if len(own) > MOST_NAMED:
            own, others = [], [*own, *others]
        for failure in own:
            self.failed.emit(failure)
        rows = [RejectedRow(one.name, 0, rejected_for(one.reason), "") for one in others]
        if found:
            drop.refused = tuple(rows)
        elif rows:
            from supportdesk_gui.tickets.importing.run import ImportReport

            name = ", ".join(dict.fromkeys(path.name for path in paths[: MOST_NAMED + 1]))
            if len(paths) > MOST_NAMED:
                name = ""
            report = ImportReport(name, rejects=rows, rejected=len(rows), files=0)
            self.ended.emit(report, drop)


def _load() -> None:
    """What reads files, and what is called next on the window's thread: a fifth of a second, beside it."""
    import supportdesk_gui.tickets.importing.choices
    import supportdesk_gui.tickets.importing.parts
    import supportdesk_gui.tickets.importing.reading_process
    import supportdesk_gui.tickets.importing.run
    import supportdesk_gui.tickets.importing.same_source  # noqa: F401


def _stopped(drop: Drop, undone: Undone | None = None) -> Stopped:
    return Stopped(undone, len(drop.imports), len(drop.unread))
