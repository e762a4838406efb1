"""What becomes of a job that an engine did not answer."""

from __future__ import annotations

from collections.abc import Callable

from supportdesk_gui.engine.errors import EngineError


def told_by(tell: Callable[[EngineError], object]) -> Callable[[Exception], bool]:
    """For `Jobs.start`'s `on_failure`: an engine's fault is told when the job has ended, so that who
    tries again at once is heard. Any other is not dealt with."""

    def deal_with(error: Exception) -> bool:
        if isinstance(error, EngineError):
            tell(error)
        return isinstance(error, EngineError)

    return deal_with
