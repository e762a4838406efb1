"""A chip that has less room than its words."""

from __future__ import annotations

from supportdesk_gui.ui.components.chip import Chip
from supportdesk_gui.ui.theme import Theme


def test_a_long_name_is_cut_short_and_its_count_stays(theme: Theme) -> None:
    chip = Chip("", theme)
    chip.set_words("Parcels of the whole week 1,204", "Parcels of the whole week {count}")
    assert chip.fitting(chip.sizeHint().width()) == "Parcels of the whole week 1,204"
    cut = chip.fitting(120)
    assert cut.startswith("Par") and cut.endswith("… 1,204"), cut
    chip.show_whole(False)
    assert chip.fitting(80).endswith("…")
