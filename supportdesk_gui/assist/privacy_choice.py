"""What is masked before it leaves, as the agent's settings say."""

from __future__ import annotations

from supportdesk_gui.assist.privacy import PrivacyChoice, PrivacyLevel
from supportdesk_gui.assist.private_patterns import PrivatePattern
from supportdesk_gui.storage.settings import Settings


def privacy_choice(settings: Settings) -> PrivacyChoice:
    """The level, the agent's own patterns, and the agent, whom customers write to by name."""
    known = [one for one in (settings.agent_name, settings.agent_email) if one.strip()]
    patterns = [PrivatePattern(name, text) for name, text in settings.private_patterns.items()]
    return PrivacyChoice(PrivacyLevel(settings.privacy), tuple(patterns), tuple(known))
