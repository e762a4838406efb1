"""The policy index in the settings: a server behind a proxy, its absence, and a model of one's own."""

from __future__ import annotations

import threading
import urllib.request
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.program import Program
from supportdesk_gui.ui.theme import Theme
from tests.policies.chroma_process import ChromaProcess
from tests.policies.conftest import chroma, chroma_run
from tests.policies.onnx_model import write_model
from tests.policies.shop import write_shop
from tests.storage.keyring_session import files_of
from tests.ui.running import running, trigger, until

__all__ = ["chroma", "chroma_run"]
SECRET = "Bearer s3cret-of-the-team"


class Proxy:
    """Lets only those through who send the header, and nobody while it is `down`."""

    url = ""
    down = False


@pytest.fixture
def proxy(chroma: ChromaProcess) -> Iterator[Proxy]:
    proxy = Proxy()

    class Gate(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            if self.headers["Authorization"] != SECRET:
                self._answer(401, b"who are you?")
                return
            kind = {"Content-Type": "application/json"}
            request = urllib.request.Request(chroma.url + self.path, body, kind)
            if proxy.down:
                self._answer(502, b"")
                return
            with urllib.request.urlopen(request) as found:
                self._answer(found.status, found.read())

        def _answer(self, status: int, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Gate) as gate:
        threading.Thread(target=gate.serve_forever, daemon=True).start()
        proxy.url = f"http://127.0.0.1:{gate.server_port}"
        yield proxy
        gate.shutdown()


def _words(program: Program, name: str) -> str:
    found = program.settings_page.findChild(Paragraph, name)
    assert isinstance(found, Paragraph)
    return found.words


def _click(program: Program, name: str) -> None:
    found = program.settings_page.findChild(QAbstractButton, name)
    assert isinstance(found, QAbstractButton), name
    found.click()


def _type(program: Program, name: str, text: str) -> None:
    field = program.settings_page.findChild(QLineEdit, name)
    assert isinstance(field, QLineEdit)
    field.setText(text)
    field.editingFinished.emit()


async def test_a_server_behind_a_proxy_goes_and_comes_back(
    tmp_path: Path, theme: Theme, proxy: Proxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("supportdesk_gui.storage.api_key.find_vault", lambda account: None)
    shop, home = write_shop(tmp_path), tmp_path / "home"
    async with running(home, theme) as program:
        trigger(program, "page_settings")
        _click(program, "indexSection")
        program.policies.add_files([shop])
        await until(lambda: not program.jobs.running("policies"), "the policies")
        assert _words(program, "indexState") == "All passages are on this computer."

        _click(program, "radio_chroma")
        assert "lets in everybody" in _words(program, "indexAbout")
        _type(program, "indexAddress", proxy.url)
        await until(lambda: "refused" in _words(program, "indexState"), "the refusal")
        _type(program, "indexSecretField", f"Authorization: {SECRET}")
        _click(program, "keepIndexSecretButton")
        await until(lambda: "on the server" in _words(program, "indexState"), "the server")
        _click(program, "testIndexButton")
        await until(lambda: "It works" in _words(program, "indexTest"), "the test")
        await _assert_secret(program, home)

        proxy.down = True
        found = await program.index.search("When do I get my money back?", "en")
        assert found.lexical_only and found.hits
        await until(lambda: "by words only" in program.policies.notice.text(), "the notice")
        await until(lambda: "Nothing answers" in _words(program, "indexState"), "the state")
        _click(program, "testIndexButton")
        await until(lambda: "Nothing answers" in _words(program, "indexTest"), "the test")
        proxy.down = False
        await until(lambda: "is back" in program.policies.notice.text(), "the server again")
        _click(program, "radio_here")
        assert not program.policies.notice.text()


async def _assert_secret(program: Program, home: Path) -> None:
    """It is in no file, no environment and no command line."""
    program.settings.save_now()
    worker = Path(f"/proc/{program.index.worker_pid}")
    files = files_of(home)
    if worker.exists():
        files |= {path: path.read_bytes() for path in (worker / "environ", worker / "cmdline")}
    assert len(files) > 3
    assert not [path for path, data in files.items() if SECRET.encode() in data]


async def test_a_model_of_one_s_own_and_back(tmp_path: Path, theme: Theme) -> None:
    shop = write_shop(tmp_path)
    (tmp_path / "empty").mkdir()
    write_model(tmp_path / "our-model", [file.read_text("utf-8") for file in shop.rglob("*.md")])
    async with running(tmp_path / "home", theme) as program:
        trigger(program, "page_settings")
        _click(program, "indexSection")
        program.policies.add_files([shop])
        await until(lambda: not program.jobs.running("policies"), "the policies")
        section = program.settings_page.index
        section.take_model(str(tmp_path / "empty"))
        await until(lambda: "no model.onnx" in _words(program, "modelFault"), "what is missing")
        section.take_model(str(tmp_path / "our-model"))
        await until(lambda: _words(program, "indexModel") == "our-model", "the model")
        assert not _words(program, "modelFault")
        await until(lambda: _model(program) == str(tmp_path / "our-model"), "the change")
        await until(lambda: "this computer" in _words(program, "indexState"), "its vectors")
        assert not (await program.index.search("money back", "en")).lexical_only
        _click(program, "builtInModelButton")
        assert _words(program, "indexModel") == "The one that comes with the program."
        await until(lambda: _model(program) == "", "the change back")


def _model(program: Program) -> str:
    state = program.index.vector_state
    return state.model if state else "?"
