"""How a company's replies are built, for each kind of ticket, as the agent set it."""

from __future__ import annotations

import hashlib

from supportdesk_gui.storage.settings import Settings
from supportdesk_gui.tickets.ticket import Intent


def sentences_of(settings: Settings, intent: Intent) -> tuple[str, ...]:
    """What each sentence of a reply to this kind of ticket is for; empty for the usual three."""
    text = settings.house_styles.get(intent.value, "")
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def style_hash(settings: Settings, intent: Intent, language: str) -> bytes:
    """Tells whether a reply would be built and framed now as it was then."""
    parts = [*sentences_of(settings, intent), "", *settings.frame_texts(language)]
    text = "\0".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(text, digest_size=16).digest()
