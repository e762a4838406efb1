"""Which drafts of the last days rest on which passages and files of the policies."""

from __future__ import annotations

import json
import time
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from supportdesk_gui.storage.database import Database

_DAYS = 7
# Drafts are looked through from the newest on: more than an agent writes in a week.
_MOST_VERSIONS = 3000


@dataclass(frozen=True, slots=True)
class PolicyUse:
    """The tickets whose drafts of the last seven days cite a passage, by hash and by file."""

    by_passage: dict[str, set[int]] = field(default_factory=dict)
    by_file: dict[str, set[int]] = field(default_factory=dict)

    def of_passages(self, hashes: Iterable[str]) -> int:
        """How many tickets have a draft that rests on any of these passages."""
        return len(set().union(*(self.by_passage.get(one, set()) for one in hashes)))

    def of_files(self, paths: Iterable[str]) -> int:
        """How many tickets have a draft that rests on any of these files."""
        return len(set().union(*(self.by_file.get(one, set()) for one in paths)))


def policy_use(database: Database) -> PolicyUse:
    """What the drafts of the last seven days rest on; on the thread that opened the database."""
    rows = database.read(
        """SELECT DISTINCT c.passage_hash, v.ticket_id
        FROM (SELECT id, ticket_id, created_at FROM draft_versions ORDER BY id DESC LIMIT ?) v
        JOIN citations c ON c.version_id = v.id WHERE v.created_at >= ?""",
        [_MOST_VERSIONS, int(time.time()) - _DAYS * 86_400],
    )
    passages: dict[str, set[int]] = defaultdict(set)
    for hash_, ticket in rows:
        passages[hash_].add(ticket)
    files: dict[str, set[int]] = defaultdict(set)
    for hash_, file in database.read(
        "SELECT hash, json_extract(passage, '$.file') FROM snapshots "
        "WHERE hash IN (SELECT value FROM json_each(?))",
        [json.dumps(list(passages))],
    ):
        files[file] |= passages[hash_]
    return PolicyUse(dict(passages), dict(files))
