"""Places in a text as Python counts them, and as Qt does: signs beyond the first plane take two."""

from __future__ import annotations

from bisect import bisect_left

_WIDE = "\uffff"


class Places:
    """Both ways of counting, for one text; without such signs (emoji) they are the same."""

    def __init__(self, text: str) -> None:
        wide = [] if text.isascii() else [at for at, sign in enumerate(text) if sign > _WIDE]
        self._wide = wide
        self._wide_units = [at + before for before, at in enumerate(wide)]

    def units(self, character: int) -> int:
        """Where Qt has the place that Python calls `character`."""
        return character + bisect_left(self._wide, character)

    def characters(self, units: int) -> int:
        """Where Python has the place that Qt calls `units`."""
        return units - bisect_left(self._wide_units, units)
