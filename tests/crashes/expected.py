"""What has to be there when the program is opened again, told by what it showed before."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.crashes.journey import BASE, ROWS, TICKETS

LATEST_SECONDS = 1.0
"""What was typed longer ago is on disk."""
Line = dict[str, Any]


@dataclass
class Expected:
    """Told line by line; `faults` holds what was not found again.

    `text_lost` and `name_lost` are the longest times, in seconds, between what was shown last and
    what was found.
    """

    faults: list[str] = field(default_factory=list)
    text_lost: float = 0.0
    name_lost: float = 0.0
    _counts: dict[str, set[int]] = field(default_factory=lambda: {BASE: {0, TICKETS}})
    _statuses: dict[int, set[str]] = field(default_factory=dict)
    _copies: set[str] = field(default_factory=set)
    _approved: dict[int, str] = field(default_factory=dict)
    _approving: dict[int, str] = field(default_factory=dict)
    _texts: list[tuple[float, int, str]] = field(default_factory=list)
    _names: list[tuple[float, str]] = field(default_factory=list)
    _files: set[str] = field(default_factory=set)

    def hear(self, line: Line) -> None:
        """Something was shown."""
        kind = line["kind"]
        if kind == "importing":
            self._counts[line["prefix"]] = {0, TICKETS if line["prefix"] == BASE else ROWS}
        elif kind == "imported":
            self._counts[line["prefix"]] = {line["rows"]}
        elif kind == "undoing":
            self._counts[line["prefix"]].add(0)
        elif kind == "undone":
            self._counts[line["prefix"]] = {0}
        elif kind == "setting status":
            self._statuses.setdefault(line["ticket"], set()).add(line["status"])
        elif kind == "status":
            self._statuses[line["ticket"]] = {line["status"]}
        elif kind == "copy":
            self._copies.add(line["text"])
        elif kind in {"approving", "approved"}:
            known = self._approved if kind == "approved" else self._approving
            known[line["ticket"]] = line["text"]
        elif kind == "text":
            if self._texts and self._texts[-1][1] != line["ticket"]:
                self.faults.append(f"what was typed went to another ticket, {line['ticket']}")
            self._texts.append((line["at"], line["ticket"], line["text"]))
        elif kind == "name":
            self._names.append((line["at"], line["name"]))
        elif kind == "policy":
            self._files.add(line["name"])

    def compare(self, opened: Line, killed_at: float) -> None:
        """The program is open again; what it shows is what is expected next time."""
        for prefix, allowed in self._counts.items():
            count = opened["counts"].get(prefix, 0)
            if count not in allowed:
                self.faults.append(f"{count} tickets of the import {prefix}, not {allowed}")
            self._counts[prefix] = {count}
        statuses = {int(ticket): status for ticket, status in opened["statuses"].items()}
        for ticket, wanted in self._statuses.items():
            if statuses.get(ticket) not in wanted:
                self.faults.append(f"ticket {ticket} is {statuses.get(ticket)}, not {wanted}")
        self._statuses = {ticket: {status} for ticket, status in statuses.items()}
        if gone := self._copies - set(opened["copies"]):
            self.faults.append(f"{len(gone)} copies are not in the journal: {min(gone)}")
        self._compare_approvals({int(one): text for one, text in opened["approvals"].items()})
        self._compare_texts(opened["texts"], killed_at)
        names = [(at, name) for at, name in self._names if at < killed_at]
        lost = _lost([opened["name"]], names, killed_at)
        self.name_lost = max(self.name_lost, lost)
        if lost > LATEST_SECONDS:
            self.faults.append(f"the name {opened['name']!r} was replaced {lost:.2f} s before")
        self._names = [(opened["at"], opened["name"])]
        for name in self._files:
            if opened["files"].get(name) != "indexed":
                self.faults.append(f"the policy {name} is {opened['files'].get(name)}")
        if self._files and not opened["passages"]:
            self.faults.append("no passage is found with vectors")

    def _compare_approvals(self, found: dict[int, str]) -> None:
        """What was approved is in the outbox, word for word; what was about to be may be."""
        for ticket, text in self._approved.items():
            if found.get(ticket) not in {text, self._approving.get(ticket)}:
                self.faults.append(
                    f"the approved reply to ticket {ticket} is {found.get(ticket)!r}"
                )
        for ticket, text in found.items():
            if text not in {self._approved.get(ticket), self._approving.get(ticket)}:
                self.faults.append(f"nobody approved {text!r} for ticket {ticket}")
        self._approved, self._approving = found, {}

    def _compare_texts(self, found: dict[str, list[str]], killed_at: float) -> None:
        tickets = {ticket for _, ticket, _ in self._texts}
        for ticket in tickets:
            shown = [(at, text) for at, one, text in self._texts if one == ticket]
            if not any(text for _, text in shown):
                continue
            lost = _lost(found.get(str(ticket), []) or [""], shown, killed_at)
            self.text_lost = max(self.text_lost, lost)
            if lost > LATEST_SECONDS:
                self.faults.append(f"the reply to ticket {ticket} is {lost:.2f} s old")
        self._texts = []


def _lost(found: list[str], shown: list[tuple[float, str]], killed_at: float) -> float:
    """How long before the kill the newest text that was found had been replaced; 0 for the last."""
    lost = killed_at - shown[0][0] if shown else 0.0
    for place, (_, text) in enumerate(shown):
        if text in found:
            after = shown[place + 1][0] if place + 1 < len(shown) else killed_at
            lost = killed_at - after
    return max(lost, 0.0)


def database_faults(home: Path) -> list[str]:
    """What SQLite finds wrong in copies of both databases, as the kill left them."""
    faults = []
    with TemporaryDirectory() as folder:
        for name, index in (("desk", "ticket_index"), ("policies", "")):
            copy = Path(folder) / f"{name}.sqlite3"
            for end in ("", "-wal"):
                source = home / f"{copy.name}{end}"
                if source.exists():
                    shutil.copy(source, Path(folder) / source.name)
            if not copy.exists():
                continue
            with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
                try:
                    said = connection.execute("PRAGMA integrity_check").fetchone()[0]
                    if index:
                        connection.execute(
                            f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)"
                        )
                except sqlite3.OperationalError as error:
                    said = "ok" if "no such table" in str(error) else str(error)
                except sqlite3.DatabaseError as error:
                    said = str(error)
            if said != "ok":
                faults.append(f"{name}: {said}")
    return faults
