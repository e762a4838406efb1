"""The names of the pages that are always there."""

from __future__ import annotations

PAGES = {
    "inbox": "inbox", "review": "review_page", "policies": "policies", "knowledge": "knowledge", "insights": "insights",
    "tagging": "tagging", "comparing": "comparing", "settings": "settings_page", "welcome": "welcome",
}  # fmt: skip
"""The pages that are always there, by name: which part each one is."""
WHEN_SHOWN = ("insights", "tagging", "comparing", "settings")
"""Those that are made when they are first shown: together they take half the time of all."""
