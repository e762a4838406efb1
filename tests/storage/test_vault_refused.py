"""What is no vault of the system is refused by name, however highly it ranks itself."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a real vault is found")

_ROOT = Path(__file__).resolve().parents[2]
_PLAINTEXT = """
from keyring.backend import KeyringBackend
class PlaintextKeyring(KeyringBackend):
    priority = 1000
    def get_password(self, service, account): return None
    def set_password(self, service, account, password): open("plain.txt", "w").write(password)
    def delete_password(self, service, account): pass
PlaintextKeyring.__module__ = "keyrings.alt.file"
"""
_BACKENDS = {
    "plaintext": _PLAINTEXT,
    "chained": f"""{_PLAINTEXT}
from keyring.backends.chainer import ChainerBackend
class Chained(ChainerBackend):
    priority = 2000
    backends = [PlaintextKeyring()]
""",
    "null": "import keyring.backends.null as own; own.Keyring.priority = 1000",
    "fail": "import keyring.backends.fail as own; own.Keyring.priority = 1000",
}
_CHOOSE = """
import keyring
from keyring.backends.chainer import ChainerBackend
from supportdesk_gui.storage.api_key import find_vault
print(type(keyring.get_keyring()).__module__, len(ChainerBackend.backends), find_vault())
"""
_CHOSEN_BY_KEYRING = {
    "plaintext": "keyrings.alt.file 1 None",
    "chained": "__main__ 1 None",
    "null": "keyring.backends.null 1 None",
    "fail": "keyring.backends.fail 1 None",
}


@pytest.mark.parametrize("kind", sorted(_BACKENDS))
def test_it_is_refused_where_keyring_itself_would_take_it(kind: str, tmp_path: Path) -> None:
    environment = {
        "PATH": os.environ["PATH"], "HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path),
        "PYTHONPATH": str(_ROOT),
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", _BACKENDS[kind] + _CHOOSE],
        env=environment, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == _CHOSEN_BY_KEYRING[kind]
