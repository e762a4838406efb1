"""Where everything of one agent is kept: one folder, readable by its owner only."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from stat import S_IMODE, S_ISLNK
from typing import NamedTuple

IN_USE = ".in-use"
LOGS = ("-wal", "-shm")
"""What SQLite has beside a database that is open, at the end of its name."""


class DataFolder(NamedTuple):
    """The places inside the data folder. `open_data_folder` makes it."""

    root: Path

    @property
    def desk_database(self) -> Path:
        """Tickets, drafts and the journal; written by the window."""
        return self.root / "desk.sqlite3"

    def finish_put_back(self) -> None:
        """The power went while a copy took the database's place (backup.put_back): once that is
        gone from there the copy is whole, and comes to its place; before, nothing had changed."""
        name = self.desk_database.name
        copy = self.root / f"{name}.part"
        if not copy.exists():
            return
        if self.desk_database.exists():
            copy.unlink()
            return
        aside = max(map(str, self.root.glob("desk-*.damaged.sqlite3")), default=f"{copy}.old")
        for end in LOGS:  # SQLite would read the old one's log into the copy
            with suppress(FileNotFoundError):
                self.root.joinpath(name + end).replace(aside + end)
        copy.replace(self.desk_database)

    @property
    def policies_database(self) -> Path:
        """Policy texts and their full-text index; written by the policy worker."""
        return self.root / "policies.sqlite3"

    @property
    def vectors(self) -> Path:
        """The Chroma folder; a cache that can be made again from the policy texts."""
        return self.root / "vectors"

    @property
    def waiting_policies(self) -> Path:
        """Policy files that the policy worker was not told of yet; not there otherwise."""
        return self.root / "waiting-policies.json"

    @property
    def unsaved(self) -> Path:
        """What was typed while the database took nothing; not there otherwise."""
        return self.root / "unsaved.json"

    @property
    def unpacked(self) -> Path:
        """What archives hold, on its way into the database; emptied by each start."""
        return self.root / "unpacked"

    @property
    def forgotten(self) -> Path:
        """Who asked to be forgotten, as salted hashes; not there while nobody did."""
        return self.root / "forgotten.json"

    @property
    def settings(self) -> Path:
        """What the agent has set; never a key."""
        return self.root / "settings.json"

    @property
    def log(self) -> Path:
        """The program's own log, without ticket text."""
        return self.root / "supportdesk.log"

    @property
    def in_use(self) -> Path:
        """Stands while a program runs on this folder, and after one was killed."""
        return self.root / IN_USE

    @property
    def backups(self) -> Path:
        """Copies of the database: one a day, and one from before each change of its layout."""
        return self.root / "backups"


def data_folder(home: str | None = None) -> DataFolder:
    """The data folder at `home`, at SUPPORTDESK_HOME, or where the system keeps such things."""
    chosen = home or os.environ.get("SUPPORTDESK_HOME")
    return DataFolder(Path(chosen).expanduser().resolve() if chosen else _system_folder())


def open_data_folder(home: str | None = None) -> DataFolder:
    """The same, made when missing, mode 0700. Raises OSError when it cannot be made or written."""
    folder = data_folder(home)
    root = folder.root
    root.mkdir(mode=0o700, parents=True, exist_ok=True)
    if os.name == "posix" and root.stat().st_uid == os.getuid():
        root.chmod(0o700)
    probe = root / ".writable"
    probe.touch(mode=0o600)
    probe.unlink()
    return folder


def close_to_others(folder: DataFolder) -> list[Path]:
    """Take everybody else's permissions from all that lies in the folder; where that failed.

    Files of older versions, of a copied folder, or of another umask. A few milliseconds per
    hundred files; nothing to do on systems without such modes.
    """
    if os.name != "posix":
        return []
    open_still = []
    for root, folders, files in os.walk(folder.root):
        for name in (".", *folders, *files):
            path = Path(root, name)
            with suppress(FileNotFoundError):  # files come and go meanwhile
                mode = path.lstat().st_mode
                if S_ISLNK(mode) or not mode & 0o077:
                    continue
                with suppress(PermissionError):
                    path.chmod(S_IMODE(mode) & 0o700)
                if path.lstat().st_mode & 0o077:
                    open_still.append(path)
    return open_still


def _system_folder() -> Path:
    import platformdirs

    return Path(platformdirs.user_data_dir("SupportDesk", appauthor=False))
