"""The engine's form, and beside it the test of its connection."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QWidget

from supportdesk_gui.engine.kinds import address_of
from supportdesk_gui.engine.ledger import Kind, Ledger
from supportdesk_gui.storage.profiles import MODELS, OFFLINE
from supportdesk_gui.ui.engine_words import dollars
from supportdesk_gui.ui.jobs import Jobs
from supportdesk_gui.ui.key_keeper import KeyKeeper
from supportdesk_gui.ui.settings.connection_ladder import ConnectionLadder, Test
from supportdesk_gui.ui.settings.engine_form import EngineForm
from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper
from supportdesk_gui.ui.theme import Theme

_ABOUT = frozenset(
    {
        "engine", "address", "region", "aws_profile", "proxy", "proxy_user", "ca_file", *MODELS,
    }
)  # fmt: skip
_LADDER_BELOW = 956  # the page without the list of sections, of a window 1240 wide


class EngineSection(QWidget):
    """`test` makes the steps of *Test connection* for the settings as they are then."""

    def __init__(
        self, settings: SettingsKeeper, keys: KeyKeeper, proxy_keys: KeyKeeper, ledger: Ledger,
        jobs: Jobs, test: Test | None, theme: Theme,
    ) -> None:  # fmt: skip
        super().__init__()
        self._settings, self._keys, self._ledger, self._test = settings, keys, ledger, test
        self.form = EngineForm(settings, keys, proxy_keys, theme)
        self.key_form = self.form.key_form
        self.ladder = ConnectionLadder(test, self._cost, jobs, theme)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.form, 600)
        self._layout.addWidget(self.ladder, 420)
        settings.changed.connect(self._begin_anew)
        self._source = keys.source
        keys.changed.connect(self._follow_key)
        self._begin_anew({"engine"})

    def set_width(self, width: int) -> None:
        """The ladder beside the form, or below it."""
        below = width < _LADDER_BELOW
        direction = QBoxLayout.Direction
        self._layout.setDirection(direction.TopToBottom if below else direction.LeftToRight)
        self.ladder.set_below(below)

    def set_narrow(self, narrow: bool) -> None:
        """Labels above what they name."""
        self.form.set_narrow(narrow)
        self.ladder.set_narrow(narrow)

    def _follow_key(self) -> None:
        if self._keys.source is not self._source:
            self._source = self._keys.source
            self._begin_anew({"engine"})

    def _begin_anew(self, changed: set[str]) -> None:
        """What was found is true no more once the engine is another."""
        if not _ABOUT & changed:
            return
        value = self._settings.value
        test = self._test if value.engine != OFFLINE else None
        address = address_of(value.profile, self._keys.base_url)
        self.ladder.set_test(test, address.url if address is not None else "")

    def _cost(self, since_ms: int) -> str:
        tests = self._ledger.cost_since(Kind.TEST, since_ms)
        return self.tr("unpriced") if tests.unpriced else dollars(tests.micro_usd)
