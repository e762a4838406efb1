"""The layout of what an import knows of drafts."""

from __future__ import annotations

# The newest version when the import began: by numbers, since a clock can be set back.
LAST_DRAFT = """
ALTER TABLE imports ADD COLUMN last_draft INTEGER NOT NULL DEFAULT 0;
UPDATE imports SET last_draft = coalesce(
    (SELECT max(id) FROM draft_versions WHERE created_at <= imports.at), 0);
"""
