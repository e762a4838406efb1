"""One owner of the key: the vault keeps it, the environment lends it, and it is nowhere else."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from supportdesk_gui.storage.api_key import Refusal, Refused
from supportdesk_gui.ui.key_keeper import KeyKeeper, Source, _Found
from supportdesk_gui.ui.settings.key_form import KeyForm
from supportdesk_gui.ui.theme import Theme
from tests.storage.keyring_session import ROOT, end_daemons_of, files_of, home, run

__all__ = ["home"]

KEY = "sk-ant-api03-Zürich-密鑰-0123456789"
_BEGIN = """
import time
from PySide6.QtCore import QCoreApplication
from supportdesk_gui.ui.key_keeper import KeyKeeper, Source, _Found
app = QCoreApplication([])
def until(condition):
    end = time.monotonic() + 45
    while not condition():
        assert time.monotonic() < end, "never"
        app.processEvents()
        time.sleep(0.005)
def keeper(**environment):
    keys = KeyKeeper(environment)
    keys.look()
    until(lambda: keys.looked)
    return keys
keys = keeper()
"""


def _said(home: Path, code: str, **options: object) -> list[str]:
    return run(home, _BEGIN + code, **options).splitlines()  # type: ignore[arg-type]


def test_the_vault_keeps_the_key_until_it_is_forgotten(home: Path) -> None:
    said = _said(
        home,
        f"""
print(keys.source, keys.vault, repr(keys.key))
keys.keep("  {KEY}\\n")
print(keys.source, keys.key)
until(lambda: keys.source is Source.VAULT)
print(keys.key, keys.is_kept, keys.locked)
again = keeper()
print(again.source, again.key)
again.forget()
print(again.source)
until(lambda: not keeper().key)
print("gone")
""",
    )
    assert said == [
        "none Secret Service ''", f"run {KEY}", f"{KEY} True False", f"vault {KEY}", "none", "gone",
    ]  # fmt: skip


def test_each_account_has_a_key_of_its_own(home: Path) -> None:
    said = _said(
        home,
        """
def turn(account):
    keys.turn_to(account, str.strip)
    until(lambda: keys.looked)
    print(account, repr(keys.key))
turn("chroma https://one.example")
keys.keep(" Authorization: Bearer one ")
until(lambda: keys.source is Source.VAULT)
turn("chroma https://two.example")
turn("chroma https://one.example")
print(repr(keeper().key))
""",
    )
    assert said == [
        "chroma https://one.example ''", "chroma https://two.example ''",
        "chroma https://one.example 'Authorization: Bearer one'", "''",
    ]  # fmt: skip


def test_the_key_is_in_no_file_and_in_no_words(home: Path) -> None:
    said = _said(
        home,
        f"""
keys.keep("{KEY}")
until(lambda: keys.source is Source.VAULT)
from supportdesk_gui.ui.key_keeper import _Found
print(repr(keys), str(keys), _Found("anthropic", "vault", "{KEY}"))
""",
    )
    assert KEY not in said[0]
    end_daemons_of(home)
    files = files_of(home)
    assert files, "the keyring wrote nothing"
    assert not [path for path, data in files.items() if KEY.encode() in data]


def test_what_the_environment_gives_wins_and_is_not_stored(home: Path) -> None:
    said = _said(
        home,
        f"""
keys.keep("kept-key")
until(lambda: keys.source is Source.VAULT)
lent = keeper(ANTHROPIC_API_KEY="{KEY}")
print(lent.source, lent.key, lent.is_kept)
lent.forget()
print(lent.source, lent.key)
until(lambda: not lent.is_kept and not keeper().key)
print(keeper().source)
""",
    )
    assert said == [f"environment {KEY} True", f"environment {KEY}", "none"]


def test_a_vault_that_stays_locked_keeps_the_key_for_this_run(home: Path) -> None:
    said = _said(
        home,
        f"""
keys.keep("{KEY}")
until(lambda: keys.locked)
print(keys.source, keys.key, keys.vault, keys.is_kept)
""",
        unlock=False,
    )
    assert said == [f"run {KEY} Secret Service False"]


def test_without_a_vault_the_key_is_kept_for_this_run(home: Path) -> None:
    said = _said(
        home,
        f"""
keys.keep("{KEY}")
print(keys.source, keys.key, repr(keys.vault), keys.refused)
keys.forget()
print(keys.source, repr(keys.key), repr(keeper().key))
""",
        bus=False,
    )
    assert said == [f"run {KEY} '' None", "none '' ''"]


_PLAIN = """
from keyring.backend import KeyringBackend
class PlaintextKeyring(KeyringBackend):
    priority = 1000
    def get_password(self, service, account): raise AssertionError("asked")
    def set_password(self, service, account, password): raise AssertionError("written")
    def delete_password(self, service, account): raise AssertionError("asked")
PlaintextKeyring.__module__ = "keyrings.alt.file"
"""
_SECOND = """
class OtherKeyring(PlaintextKeyring):
    priority = 900
OtherKeyring.__module__ = "some.where"
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a real vault is found")
@pytest.mark.parametrize(
    ("before", "backend", "name", "why"),
    [
        ("", "keyring.backends.null.Keyring", "keyring.backends.null.Keyring", "keeps_nothing"),
        (_PLAIN, "", "keyrings.alt.file.PlaintextKeyring", "plain_text"),
        (
            _PLAIN + _SECOND, "keyring.backends.chainer.ChainerBackend",
            "keyrings.alt.file.PlaintextKeyring, some.where.OtherKeyring", "chained",
        ),
        (_PLAIN + _SECOND + "PlaintextKeyring.priority = 1", "", "some.where.OtherKeyring",
         "unknown"),
    ],
    ids=["null", "plain text", "chained", "unknown"],
)  # fmt: skip
def test_what_is_no_vault_is_refused_by_its_name(
    tmp_path: Path, before: str, backend: str, name: str, why: str
) -> None:
    variables = {"PYTHON_KEYRING_BACKEND": backend} if backend else {}
    code = f"""{before}{_BEGIN}
keys.keep("{KEY}")
until(lambda: keys.looked)
print(keys.refused.name)
print(keys.refused.why, repr(keys.vault), keys.source)
"""
    said = run(tmp_path, code, bus=False, **variables).splitlines()
    assert said == [name, f"{why} '' run"]


def test_a_vault_that_never_answers_does_not_keep_the_program_from_ending(tmp_path: Path) -> None:
    code = f"""
import time
from keyring.backend import KeyringBackend
class Keyring(KeyringBackend):
    priority = 1000
    def get_password(self, service, account): time.sleep(3600)
    def set_password(self, service, account, password): time.sleep(3600)
Keyring.__module__ = "keyring.backends.SecretService"
from PySide6.QtCore import QCoreApplication
from supportdesk_gui.ui.key_keeper import KeyKeeper
app = QCoreApplication([])
keys = KeyKeeper({{}})
keys.look()
keys.keep("{KEY}")
print(keys.source, keys.key == "{KEY}", keys.looked)
"""
    assert run(tmp_path, code, bus=False) == "run True False"


def test_a_program_that_ends_at_once_does_not_end_in_the_midst_of_an_import(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[str] = []

    def load() -> None:
        time.sleep(1)
        loaded.append("keyring")

    monkeypatch.setattr("supportdesk_gui.storage.api_key.load_backends", load)
    keys = KeyKeeper({})
    keys.look()
    keys.close()
    assert loaded


def test_children_of_the_program_do_not_see_what_the_environment_gave(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANTHROPIC_API_KEY", f"'{KEY}'")
    monkeypatch.setenv("ANTHROPIC_BASE_URL", " https://gateway.example.com ")
    keys = KeyKeeper()
    assert (keys.source, keys.key) == (Source.ENVIRONMENT, KEY)
    assert keys.base_url == "https://gateway.example.com"
    assert not [name for name in os.environ if name.startswith("ANTHROPIC_")]
    child = [sys.executable, "-c", "import os; print([n for n in os.environ if 'ANTHROPIC' in n])"]
    done = subprocess.run(child, capture_output=True, text=True, timeout=60, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"


# -- what the form says ------------------------------------------------------------------------


@pytest.fixture
def keys(qtbot: QtBot) -> KeyKeeper:
    return KeyKeeper({})


@pytest.fixture
def form(qtbot: QtBot, keys: KeyKeeper, theme: Theme) -> KeyForm:
    form = KeyForm(keys, theme)
    qtbot.addWidget(form)
    form.show()
    return form


def test_the_form_says_which_backend_was_refused_and_why(form: KeyForm, keys: KeyKeeper) -> None:
    for why, words in (
        (Refusal.PLAIN_TEXT, "it keeps plain text"),
        (Refusal.KEEPS_NOTHING, "it keeps nothing"),
        (Refusal.CHAINED, "none of them is a vault"),
        (Refusal.UNKNOWN, "no vault of the system"),
    ):
        keys.looked, keys.refused = True, Refused("keyrings.alt.file.PlaintextKeyring", why)
        keys.changed.emit()
        assert form.state_words().startswith("keyrings.alt.file.PlaintextKeyring w")
        assert words in form.state_words()
        assert "kept until you close the program" in form.state_words()


def test_the_form_names_the_environment_and_takes_no_other_key(qtbot: QtBot, theme: Theme) -> None:
    form = KeyForm(KeyKeeper({"ANTHROPIC_API_KEY": KEY}), theme)
    qtbot.addWidget(form)
    form.show()
    assert "ANTHROPIC_API_KEY" in form.state_words()
    assert not form.field.isEnabled()
    assert KEY not in f"{form.field.text()} {form.field.placeholderText()} {form.state_words()}"


def test_a_key_that_is_typed_is_never_shown_again(
    qtbot: QtBot, form: KeyForm, keys: KeyKeeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("supportdesk_gui.storage.api_key.find_vault", lambda account: None)
    monkeypatch.setattr("supportdesk_gui.storage.api_key.refused_backend", lambda: None)
    qtbot.keyClicks(form.field, "sk-ant-typed")
    assert "s" not in form.field.displayText()
    form.field.returnPressed.emit()
    qtbot.waitUntil(lambda: keys.looked)
    assert keys.key == "sk-ant-typed" and keys.source is Source.RUN
    form.field.undo()
    assert form.field.text() == ""
    assert form.state_words().startswith("No keyring on this computer. The key is kept until")
    form.findChild(QPushButton, "forgetKeyButton").click()
    assert keys.key == "" and keys.source is Source.NONE


def test_the_keys_of_engines_used_before_are_kept_out_of_the_log_too() -> None:
    keys = KeyKeeper({"ANTHROPIC_API_KEY": "sk-of-the-environment"})
    keys._typed["one"] = "typed-for-one"
    keys._learn(_Found(keys.account, "vault", "in-the-vault"))
    keys._account = "two"
    keys._kept = ""
    assert keys.held == {"sk-of-the-environment", "typed-for-one", "in-the-vault"}
