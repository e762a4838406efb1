"""The secrets that are in use now, for those who write things down and must not write these."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from supportdesk_gui.ui.program_parts import ProgramParts


def secrets_in_use(parts: ProgramParts) -> list[str]:
    """Keys of the engines, of their proxies and of shared indexes that were had in this run: what
    goes wrong with an engine may be told after another took its place. Only of parts that are made."""
    made = vars(parts)
    keepers = [parts.keys] if "keys" in made else []
    if "engine" in made:
        keepers.append(parts.engine.proxy_keys)
    if "index_in_use" in made:
        keepers.append(parts.index_in_use.secret)
    return [key for keeper in keepers for key in keeper.held]
