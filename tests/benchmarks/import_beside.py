"""What an import is measured against, each in a process of its own so that it is as free as we are.

The plain script reads with `csv.reader` and fills the same tables and the same full-text index with
the same tokens by `executemany`, in one transaction. pandas reads with `read_csv` and writes with
`to_sql`, then comes the same full-text index over the same tokens; it is installed apart (see
compared.py), and keeps neither messages nor what the list is sorted by. pandas_tables is pandas
that fills the program's own tables as the plain script does, for the same comparison.

`python tests/benchmarks/import_beside.py plain|pandas|pandas_tables CSV FOLDER` prints seconds.
"""

from __future__ import annotations

import csv
import os
import sqlite3
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from supportdesk_gui.storage.database import Database
from supportdesk_gui.storage.migrations import DESK_LAYOUTS
from supportdesk_gui.text.tokens import ticket_text

NO_PANDAS = (
    "pandas not installed: UV_PROJECT_ENVIRONMENT=.venv-compare uv run --frozen --group compare "
    "tests/benchmarks/bench.py"
)


def plain_seconds(path: Path, folder: Path) -> float:
    """Seconds of the plain script over a file of `tickets_csv.py`; its database lies in `folder`."""
    return _seconds("plain", path, folder)


def pandas_seconds(path: Path, folder: Path) -> float | None:
    """The same with pandas; None where it is not installed."""
    return _seconds("pandas", path, folder) if find_spec("pandas") else None


def pandas_tables_seconds(path: Path, folder: Path) -> float | None:
    """pandas with the tables and indexes that the inbox needs; None where it is not installed."""
    return _seconds("pandas_tables", path, folder) if find_spec("pandas") else None


def settle_disk() -> None:
    """What the side before has left to write would be written in the time of the next one."""
    if hasattr(os, "sync"):
        os.sync()


def _seconds(way: str, path: Path, folder: Path) -> float:
    settle_disk()
    done = subprocess.run(
        [sys.executable, __file__, way, str(path), str(folder)],
        stdout=subprocess.PIPE, encoding="utf-8", check=True,
    )  # fmt: skip
    return float(done.stdout)


def _plain(path: Path, folder: Path) -> float:
    database = Database(folder / "plain.sqlite3", DESK_LAYOUTS, folder / "backups")
    start = time.perf_counter()
    tickets, messages, texts = [], [], []
    with path.open(newline="", encoding="utf-8") as file:
        rows = csv.reader(file)
        next(rows)
        for number, row in enumerate(rows, 1):
            name, subject, who, email, status, priority, created, updated, tags, body = row
            tickets.append(
                (number, "Benchmark", name, subject, who, email, "", status, priority, "", "",
                 tags, int(created), int(updated), "new", b"", subject, 1, int(updated), 1, 0, 1)
            )  # fmt: skip
            messages.append((number, 0, "", "requester", "public", who, updated, body, "", "", ""))
            words = "\n".join((subject, name, tags, body))
            texts.append((number, ticket_text(f"{who}\n{email}"), ticket_text(words)))

    def fill(connection: sqlite3.Connection) -> None:
        many = connection.executemany
        many(
            "INSERT INTO tickets (id, source, external_id, subject, requester, email, url, "
            "external_status, priority, channel, language, tags, created_at, updated_at, status, "
            "content_hash, summary, waits_for_us, age_from, urgency, has_attachments, "
            f"message_count) VALUES ({','.join('?' * 22)})",
            tickets,
        )
        many(
            "INSERT INTO messages (ticket_id, position, external_id, role, visibility, author, "
            f"sent_at, text, html, folded, attachments) VALUES ({','.join('?' * 11)})",
            messages,
        )
        many("INSERT INTO ticket_search VALUES (?, ?, ?)", texts)
        many("INSERT INTO ticket_index (rowid, who, words) VALUES (?, ?, ?)", texts)

    database.submit(fill).result()
    seconds = time.perf_counter() - start
    database.close()
    return seconds


def _pandas(path: Path, folder: Path) -> float:
    import pandas

    connection = sqlite3.connect(folder / "pandas.sqlite3")
    index = next(part for part in DESK_LAYOUTS[0].split(";") if "ticket_index USING fts5" in part)
    start = time.perf_counter()
    table = pandas.read_csv(path, dtype=str, keep_default_na=False)
    table.to_sql("tickets", connection, index_label="ticket_id")
    who = (table["requester"] + "\n" + table["email"]).map(ticket_text)
    words = table["subject"] + "\n" + table["id"] + "\n" + table["tags"] + "\n" + table["body"]
    searched = pandas.DataFrame({"who": who, "words": words.map(ticket_text)})
    searched.to_sql("ticket_search", connection, index_label="ticket_id")
    connection.execute(index)
    connection.execute("INSERT INTO ticket_index (ticket_index) VALUES ('rebuild')")
    connection.commit()
    seconds = time.perf_counter() - start
    connection.close()
    return seconds


def _pandas_tables(path: Path, folder: Path) -> float:
    import pandas

    Database(folder / "tables.sqlite3", DESK_LAYOUTS, folder / "backups").close()
    connection = sqlite3.connect(folder / "tables.sqlite3")
    start = time.perf_counter()
    read = pandas.read_csv(path, dtype=str, keep_default_na=False)
    read.index += 1
    created, updated = read["created"].astype(int), read["updated"].astype(int)
    kept = read[["subject", "requester", "email", "priority", "tags"]]
    tickets = kept.assign(
        source="Benchmark", external_id=read["id"], url="", external_status=read["status"],
        channel="", language="", created_at=created, updated_at=updated, status="new",
        content_hash=b"", summary=read["subject"], waits_for_us=1, age_from=updated, urgency=1,
        has_attachments=0, message_count=1,
    )  # fmt: skip
    tickets.to_sql("tickets", connection, if_exists="append", index_label="id")
    messages = pandas.DataFrame(
        {"author": read["requester"], "sent_at": updated, "text": read["body"]}
    )
    messages = messages.assign(
        position=0, external_id="", role="requester", visibility="public", html="", folded="",
        attachments="",
    )  # fmt: skip
    messages.to_sql("messages", connection, if_exists="append", index_label="ticket_id")
    who = (read["requester"] + "\n" + read["email"]).map(ticket_text)
    words = read["subject"] + "\n" + read["id"] + "\n" + read["tags"] + "\n" + read["body"]
    searched = pandas.DataFrame({"who": who, "words": words.map(ticket_text)})
    searched.to_sql("ticket_search", connection, if_exists="append", index_label="ticket_id")
    connection.execute("INSERT INTO ticket_index (ticket_index) VALUES ('rebuild')")
    connection.commit()
    seconds = time.perf_counter() - start
    connection.close()
    return seconds


_WAYS = {"plain": _plain, "pandas": _pandas, "pandas_tables": _pandas_tables}

if __name__ == "__main__":
    print(_WAYS[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3])))
