"""Who made the knowledge, in words."""

from __future__ import annotations

from supportdesk_gui.assist.knowledge.store import Run
from supportdesk_gui.ui.knowledge.wording import made_words
from supportdesk_gui.ui.theme import Theme


def test_two_that_wrote_are_named_both(theme: Theme) -> None:
    run = Run(1, 0, "offline, claude-sonnet-5-5", ("en",), 9, "done", 2, 2, 0, 30_000)
    assert made_words(run).startswith("made by the policies alone, Sonnet 5.5, ")
