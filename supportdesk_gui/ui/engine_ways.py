"""What the settings say of each task for Claude, and how many drafts the next hour will bring."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from supportdesk_gui.assist.claude_engine import Ways
    from supportdesk_gui.engine.ledger import Ledger
    from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper

_DRAFTS_AN_HOUR = 60  # an agent's pace: more drafts than that are not expected of a queue
_HOUR = 3600.0
_EXPECTED_SECONDS = 60.0


class TaskWays:
    """Asked for each task, so that a changed setting holds at once."""

    def __init__(
        self, settings: SettingsKeeper, ledger: Ledger, waiting: Callable[[], int]
    ) -> None:
        """`waiting` says how many tickets are open."""
        self._settings, self._ledger, self._waiting = settings, ledger, waiting
        self._expected, self._expected_until = 0, 0.0

    def ways(self, profile_id: str) -> Ways:
        """Models, efforts and words for a profile's tasks."""
        from supportdesk_gui.assist.claude_draft import DraftWay
        from supportdesk_gui.assist.claude_engine import Ways
        from supportdesk_gui.assist.claude_triage import TriageWay
        from supportdesk_gui.assist.wording import wording_in

        value = self._settings.value
        found = [one for one in value.profiles if one.id == profile_id]
        profile = found[0] if found else value.profile
        return Ways(
            TriageWay(
                profile.triage_model, profile.stronger_model, value.triage_effort, value.thinking,
                value.thinking_budget, value.sure_above / 100,
            ),
            DraftWay(profile.draft_model, value.draft_effort),
            profile.translation_model,
            value.agent_language,
            lambda language: wording_in(value, language),
        )  # fmt: skip

    def expected_drafts(self) -> int:
        """What the next hour will bring: as many as the last one, or the queue at a good pace."""
        from supportdesk_gui.engine.ledger import Kind

        now = time.monotonic()
        if now >= self._expected_until:  # a forecast of an hour holds for a minute
            lately = self._ledger.count_since(Kind.DRAFT, _HOUR)
            self._expected = max(lately, min(self._waiting(), _DRAFTS_AN_HOUR))
            self._expected_until = now + _EXPECTED_SECONDS
        return self._expected
