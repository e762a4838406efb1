"""Nothing talks to anybody but the configured addresses, and nothing listens.

The window and its policy worker, chromadb, tokenizers, embedders, Qt and fonts included. What is
done with a key goes to its address alone: test_claude_key.py.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.storage.keyring_session import environment
from tests.ui.tour_run import Tour, tour
from tests.ui.watching import namespace, python, watch

__all__ = ["tour"]

_SECONDS = 120.0


def _environment(home: Path, **more: str) -> dict[str, str]:
    return environment(home) | {"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8", **more}


def test_the_whole_tour_without_a_key_connects_to_nobody(tour: Tour) -> None:
    seen = tour.seen
    assert seen.code == 0, seen.said + seen.errors
    assert "nothing left this computer" in seen.said
    assert any("--policy-worker" in one for one in seen.processes), "the worker was watched too"
    assert len(seen.processes) >= 2
    assert seen.addresses == set()
    assert seen.listening == set()
    assert (seen.counted is not None) == bool(namespace()), "where it is possible, it is done"
    if seen.counted is None:
        print("no network namespace is permitted here: only Python's sockets were watched")
    else:
        assert not any(seen.counted.values()), seen.counted


@pytest.mark.parametrize(
    ("code", "event"),
    [
        ("import socket; socket.socket().connect_ex(('192.0.2.1', 80))", "socket.connect"),
        ("import socket; s = socket.socket(); s.bind(('127.0.0.1', 0)); s.listen(); "
         "import time; time.sleep(0.5)", "socket.bind"),
    ],
)  # fmt: skip
def test_a_socket_of_python_would_be_seen(tmp_path: Path, code: str, event: str) -> None:
    seen = watch(python("-c", code), _environment(tmp_path), tmp_path / "seen", _SECONDS)
    assert {one[0] for one in seen.addresses} == {event}, seen


def test_a_socket_of_qt_would_be_seen(tmp_path: Path) -> None:
    """Where the kernel lets one look: in a namespace, also what no Python knows of."""
    code = (
        "from PySide6.QtCore import QCoreApplication; from PySide6.QtNetwork import QTcpSocket, QTcpServer;"
        "import time; app = QCoreApplication([]); server = QTcpServer(); server.listen();"
        "socket = QTcpSocket(); socket.connectToHost('192.0.2.1', 80); socket.waitForConnected(300);"
        "time.sleep(0.3)"
    )
    seen = watch(python("-c", code), _environment(tmp_path), tmp_path / "seen", _SECONDS)
    assert seen.addresses == set(), "the audit hook alone does not see Qt"
    assert (seen.counted is not None) == bool(namespace())
    if seen.counted is not None:
        assert seen.listening
        assert seen.counted["IpOutNoRoutes"] > 0, seen.counted
