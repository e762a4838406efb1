"""The secrets that are in use now, for those who write things down and must not write these."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from supportdesk_gui.ui.program_parts import ProgramParts


def secrets_in_use(parts: ProgramParts) -> list[str]:
    """Keys of the engine, of its proxy and of a shared index; only of parts that are made."""
    made = vars(parts)
    keepers = [parts.keys] if "keys" in made else []
    if "engine" in made:
        keepers.append(parts.engine.proxy_keys)
    if "index_in_use" in made:
        keepers.append(parts.index_in_use.secret)
    return [keeper.key for keeper in keepers if keeper.key]
