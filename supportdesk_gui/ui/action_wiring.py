"""What the actions of the window do, whatever page is on view."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from supportdesk_gui.ui.program import Program


def connect_actions(program: Program) -> None:
    """Connect those of the window that stands; once for each that is built."""
    act = program.window.actions_table.action
    act("open").triggered.connect(program.files.choose_files)
    act("open_folder").triggered.connect(program.files.choose_folder)
    act("paste").triggered.connect(program.files.paste)
    act("sample_shop").triggered.connect(program.open_sample_shop)
    act("triage").triggered.connect(program.intake.triage)
    act("export_doctor").triggered.connect(program.show_doctor)
    act("undo_import").triggered.connect(program.intake.undo_last)
    act("last_import").triggered.connect(program.intake.show_last_changes)
    act("forget_requester").triggered.connect(program.requesters.ask)
    act("toggle_theme").triggered.connect(
        lambda: program.choose_theme("light" if program.theme.is_dark else "dark")
    )
    act("next_pane").triggered.connect(program.next_pane)
    act("make_knowledge").triggered.connect(lambda: program.knowledge.head.make_or_stop())
    act("export_knowledge").triggered.connect(lambda: program.knowledge.head.open_export())
    act("next_entry").triggered.connect(lambda: program.knowledge.step(1))
    act("previous_entry").triggered.connect(lambda: program.knowledge.step(-1))
    act("try_question").triggered.connect(lambda: program.policies.search_field().setFocus())
    act("keep_on_top").triggered.connect(
        lambda: program.settings.update(keep_on_top=not program.settings.value.keep_on_top)
    )
