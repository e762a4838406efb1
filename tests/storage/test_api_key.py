"""The key goes into a real keyring of the system and nowhere else.

Each test with a vault runs its steps in a session bus and a gnome-keyring of its own.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from supportdesk_gui.storage.api_key import clean_key
from tests.storage.keyring_session import end_daemons_of, files_of, home, run

__all__ = ["home"]
KEY = "sk-ant-api03-Zürich-密鑰-0123456789"


def _run(home: Path, code: str, *, unlock: bool = True, bus: bool = True) -> str:
    lines = f"from supportdesk_gui.storage.api_key import *\n{code}"
    return run(home, lines, unlock=unlock, bus=bus)


def test_a_key_is_kept_replaced_and_forgotten(home: Path) -> None:
    said = _run(
        home,
        f"""
vault = find_vault()
print(vault.name, repr(vault.read()))
vault.write("first"); vault.write({KEY!r})
print(find_vault().read())
vault.delete(); vault.delete()
print(repr(vault.read()))
""",
    )
    assert said.splitlines() == ["Secret Service ''", KEY, "''"]


def test_the_key_is_still_there_in_the_next_session(home: Path) -> None:
    _run(home, f"find_vault().write({KEY!r})")
    end_daemons_of(home)
    assert _run(home, "print(find_vault().read())") == KEY


def test_the_key_stands_in_no_file_in_plain_text(home: Path) -> None:
    _run(home, f"find_vault().write({KEY!r})")
    end_daemons_of(home)
    files = files_of(home)
    assert files, "the keyring wrote nothing"
    assert not [path for path, data in files.items() if KEY.encode() in data]


def test_in_a_chain_the_key_goes_past_the_plain_file_to_the_real_keyring(home: Path) -> None:
    """keyring itself would write to the chain's first one, and does: that shows the rank."""
    file = home / "plain.txt"
    said = _run(
        home,
        f"""
import keyring
from keyring.backend import KeyringBackend
class PlaintextKeyring(KeyringBackend):
    priority = 9  # above Secret Service's 5, below the chain's 10
    def get_password(self, service, name): return open({str(file)!r}).read()
    def set_password(self, service, name, key): open({str(file)!r}, "a").write(key)
    def delete_password(self, service, name): open({str(file)!r}, "w").close()
PlaintextKeyring.__module__ = "keyrings.alt.file"
chain = keyring.get_keyring()
print(type(chain).__name__, [type(one).__module__ for one in chain.backends][:2])
keyring.set_password("SupportDesk", "other", "by keyring;")
vault = find_vault()
vault.write({KEY!r})
print(vault.name, type(vault.backend).__module__, find_vault().read())
vault.delete()
print(repr(find_vault().read()))
""",
    )
    assert said.splitlines() == [
        "ChainerBackend ['keyrings.alt.file', 'keyring.backends.SecretService']",
        f"Secret Service keyring.backends.SecretService {KEY}",
        "''",
    ]
    assert file.read_text() == "by keyring;"


def test_a_keyring_that_stays_locked_refuses_without_the_key_in_its_words(home: Path) -> None:
    said = _run(
        home,
        f"""
try:
    find_vault().write({KEY!r})
except KeyNotKept as error:
    print("refused", {KEY!r} in str(error), error.__suppress_context__)
""",
        unlock=False,
    )
    assert said == "refused False True"


def test_without_a_session_bus_there_is_no_vault(tmp_path: Path) -> None:
    assert _run(tmp_path, "print(find_vault())", bus=False) == "None"


def test_a_backend_that_is_not_the_system_s_is_refused(tmp_path: Path) -> None:
    code = """
import keyring.backend
class PlainText(keyring.backend.KeyringBackend):
    priority = 9
    def get_password(self, service, name): return open("/tmp/plain").read()
    def set_password(self, service, name, key): raise AssertionError("written in plain text")
    def delete_password(self, service, name): pass
import keyring; print(type(keyring.get_keyring()).__name__)
print(find_vault())
"""
    assert _run(tmp_path, code, bus=False).splitlines() == ["PlainText", "None"]


@pytest.mark.parametrize(
    "pasted",
    [
        "sk-ant-1", "  sk-ant-1\r\n", "sk-\nant-1", '"sk-ant-1"', "“sk-ant-1”", "\ufeffsk-ant-1",
        "sk-\u200bant-1", 'ANTHROPIC_API_KEY="sk-ant-1"', "export ANTHROPIC_API_KEY=sk-ant-1",
        "sk-ant-1\u00a0",
    ],
)  # fmt: skip
def test_a_pasted_key_is_cleaned(pasted: str) -> None:
    assert clean_key(pasted) == "sk-ant-1"


def test_a_gateway_s_key_may_hold_an_equals_sign() -> None:
    assert clean_key("Z2F0ZXdheQ==") == "Z2F0ZXdheQ=="
