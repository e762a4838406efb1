"""One running program per data folder; a second start hands its files to the first.

A local socket (a named pipe on Windows), never a TCP port. Its name is derived from the data
folder, so that two agents, or one agent with two folders, do not meet. It lies in the system's
folder for such things, which a start from a shell may have elsewhere: where it is stands in IN_USE.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from supportdesk_gui.storage.data_folder import IN_USE

_PATIENCE_MS = 1500
_LONGEST = 1 << 20


class SingleInstance(QObject):
    """Listens for later starts on the same data folder. `claim` tells who is first.

    A file IN_USE in the folder stands while the first one runs, and after it was killed: without
    it a start may show its window before it asks.
    """

    files_handed_over = Signal(list)
    """Paths (str) that a later start was given; empty when it only wants the window shown."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._in_use = folder / IN_USE
        digest = hashlib.sha256(str(folder).encode()).hexdigest()[:20]
        self._name = f"supportdesk-{digest}"
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._take_connection)

    def hand_over(self, files: Sequence[str]) -> bool:
        """Whether another start is running, which has `files` now."""
        socket = QLocalSocket()
        if self._reaches(socket):
            socket.write(json.dumps([str(Path(name).resolve()) for name in files]).encode() + b"\n")
            socket.waitForBytesWritten(_PATIENCE_MS)
            # Waiting for the answer keeps the bytes from being lost with this process.
            answered = socket.waitForReadyRead(_PATIENCE_MS)
            # One that is slow reads them later; one that hung up is at its end, and hears nothing.
            return answered or socket.state() == QLocalSocket.LocalSocketState.ConnectedState
        return False

    def claim(self, files: Sequence[str]) -> bool:
        """True when this start is the first; else `files` were handed to the running one."""
        if self.hand_over(files):
            return False
        if not self._server.listen(self._name):
            QLocalServer.removeServer(self._name)  # left behind by a start that was killed
            self._server.listen(self._name)
        with contextlib.suppress(OSError):
            self._in_use.touch(mode=0o600)
            self._in_use.write_text(self._server.fullServerName(), "utf-8")
        return True

    def close(self) -> None:
        """Stop listening."""
        if self._server.isListening():
            self._server.close()
            self._in_use.unlink(missing_ok=True)

    def _reaches(self, socket: QLocalSocket) -> bool:
        told = ""
        with contextlib.suppress(OSError, ValueError):
            told = self._in_use.read_text("utf-8")
        # The folder may be a copy of one that is in use, whose socket has another name.
        for name in (self._name, *([told] if told.endswith(self._name) else [])):
            socket.connectToServer(name)
            if socket.waitForConnected(_PATIENCE_MS):
                return True
        return False

    def _take_connection(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.readyRead.connect(lambda: self._read(socket))
        socket.disconnected.connect(socket.deleteLater)

    def _read(self, socket: QLocalSocket) -> None:
        if socket.bytesAvailable() > _LONGEST:
            socket.abort()
            return
        if not socket.canReadLine():
            return
        try:
            files = json.loads(bytes(socket.readLine().data()))
        except ValueError:
            files = []
        socket.write(b"ok\n")
        socket.flush()
        if isinstance(files, list):
            self.files_handed_over.emit([name for name in files if isinstance(name, str)])
