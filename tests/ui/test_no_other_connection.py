"""Nothing talks to anybody but the configured addresses, and nothing listens.

The window and its policy worker, chromadb, tokenizers, embedders, Qt and fonts included.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.claude.standin import StandIn
from tests.storage.keyring_session import environment
from tests.ui.watching import namespace, python, watch

pytestmark = pytest.mark.timeout(150)
_SECONDS = 120.0
_CALLS = "127.0.0.1"


def _environment(home: Path, **more: str) -> dict[str, str]:
    return environment(home) | {"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8", **more}


def test_the_whole_tour_without_a_key_connects_to_nobody(tmp_path: Path) -> None:
    command = python(
        "-m",
        "supportdesk_gui",
        "--home",
        str(tmp_path / "data"),
        "--tour",
        str(tmp_path / "pictures"),
    )
    seen = watch(command, _environment(tmp_path), tmp_path / "seen", _SECONDS)
    assert seen.code == 0, seen.said
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


def test_with_a_key_it_connects_to_the_configured_address_alone(
    claude: StandIn, tmp_path: Path
) -> None:
    """Everything that a key is for: triage, drafts, translations, the test of the connection."""
    variables = _environment(
        tmp_path, ANTHROPIC_BASE_URL=claude.url, ANTHROPIC_API_KEY=claude.key,
    )  # fmt: skip
    command = python("-m", "tests.ui.key_guide", str(tmp_path / "data"))
    seen = watch(command, variables, tmp_path / "seen", _SECONDS, alone=False)
    assert seen.code == 0, seen.said
    assert len(claude.messages) >= 8
    port = claude.url.rpartition(":")[2]
    assert {one[2] for one in seen.addresses if one[0] == "socket.connect"} == {port}
    assert {one[1] for one in seen.addresses} <= {"127.0.0.1", "localhost", f"b'{_CALLS}'"}


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
