"""Knowledge gaps: what customers ask and no policy answers, grouped, with counts.

A gap is a ticket whose newest whole draft rests on no policy sentence: nothing that was found
fitted well enough, so the draft asks the customer or says so. Nothing more needs to be recorded;
a gap goes when a later draft finds its answer.
"""

from __future__ import annotations

from dataclasses import dataclass

from supportdesk_gui.storage.database import Database
from supportdesk_gui.text.tokens import grams

# Share of the rarer question's grams that two questions of one intent have in common.
_ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Gap:
    """Questions that ask the same: the first of them, its language, and the tickets."""

    question: str
    language: str
    tickets: tuple[int, ...]


class KnowledgeGaps:
    """Asks the window's database; on the thread that opened it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Gap]:
        """The gaps, the most frequent first."""
        rows = self._database.read(
            """SELECT t.id, coalesce(nullif(g.summary, ''), t.subject),
            coalesce(nullif(g.language, ''), t.language), coalesce(g.intent, '')
            FROM (SELECT ticket_id, max(id) AS id FROM draft_versions WHERE state = 'done'
                GROUP BY ticket_id) v
            JOIN tickets t ON t.id = v.ticket_id LEFT JOIN triages g ON g.ticket_id = t.id
            WHERE NOT EXISTS (SELECT 1 FROM citations c WHERE c.version_id = v.id)
            ORDER BY t.id"""
        )
        groups: list[tuple[tuple[str, str], set[str], list[tuple[int, str, str]]]] = []
        for ticket, question, language, intent in rows:
            own, kind = set(grams(question)), (intent, language)
            group = next((one for one in groups if one[0] == kind and _alike(one[1], own)), None)
            if group is None:
                groups.append((kind, own, [(ticket, question, language)]))
            else:
                group[2].append((ticket, question, language))
        gaps = [
            Gap(found[0][1], found[0][2], tuple(ticket for ticket, *_ in found))
            for *_, found in groups
        ]
        return sorted(gaps, key=lambda gap: -len(gap.tickets))


def _alike(ours: set[str], theirs: set[str]) -> bool:
    smaller = min(len(ours), len(theirs))
    return smaller > 0 and len(ours & theirs) / smaller >= _ALIKE
