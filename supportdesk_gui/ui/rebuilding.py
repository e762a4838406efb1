"""The window in another language or another size of text, at once.

One clean path: every page is built again. Tickets, drafts, the writer of drafts, imports and the
policies live outside the pages and go on; what only the pages know is carried over.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from supportdesk_gui.ui.fonts import set_scale
from supportdesk_gui.ui.inbox.inbox_view import show_view, view_of
from supportdesk_gui.ui.on_view import OnView
from supportdesk_gui.ui.page_names import PAGES, WHEN_SHOWN

if TYPE_CHECKING:
    from supportdesk_gui.ui.program import Program


def rebuild(program: Program) -> None:
    """Build all pages of the running program again, and show what was on view."""
    window, settings = program.window, program.settings.value
    before, page = OnView.of(window, program.carried), window.page
    program.carried = before
    made = [name for name in WHEN_SHOWN if window.has_page(name)]
    section = program.settings_page.section() if "settings" in made else 0
    shown = view_of(program.inbox)
    notices = window.notice.said()
    program.inbox.save_now()
    program.let_pages_go((*PAGES.values(), "doctor_page"))
    program.reviewing.let_page_go()
    _speak(settings.ui_language, settings.scale)
    window.build_again()
    program.complete_pages()
    for name in made:  # what was typed there is filled in again
        window.make_page(name)
    if "doctor" in vars(program):
        program.furnish_doctor()
    program.policies.refresh()
    show_view(program.inbox, shown)
    if "settings" in made:
        program.settings_page.sections.choose(section)
    window.show_page(page)
    for notice in notices:
        window.notice.say(notice)
    before.fill(window)
    # Scroll bars have their range once a page has its place, which is when it is first shown.
    settle = partial(QTimer.singleShot, 0, window, lambda: before.settle(window))
    window.pages.currentChanged.connect(lambda _: settle())
    settle()
    before.focus_again(window)


def _speak(language: str, scale: int) -> None:
    from supportdesk_gui.app import install_translators

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    set_scale(scale, install_translators(app, language))
