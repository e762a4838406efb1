"""A copied reply, pasted for real into what composers are made of, in headless Chromium."""

from __future__ import annotations

import http.server
import itertools
import json
import os
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

REPLY = """Hola, Lucía:

Sentimos que tu pedido #10482 no haya llegado. Si un paquete no se mueve en 10 días, <reembolsamos> el importe & nada más.
Lo verás en 3-5 días laborables.

Para abrir el caso:
1. Abre https://tienda.example/ayuda?caso=1&pedido=10482.
2. Escribe a ayuda@tienda.example.

También ayudan:
- una foto de la puerta
- el nombre de un vecino

您好，敬祝順心 🙂

Un saludo"""
# What the browser shows of it: a paragraph or a list stands apart, an item has no sign of its own.
SHOWN = [
    "Hola, Lucía:",
    "Sentimos que tu pedido #10482 no haya llegado. Si un paquete no se mueve en 10 días, <reembolsamos> el importe & nada más.",
    "Lo verás en 3-5 días laborables.",
    "Para abrir el caso:",
    "Abre https://tienda.example/ayuda?caso=1&pedido=10482.",
    "Escribe a ayuda@tienda.example.",
    "También ayudan:",
    "una foto de la puerta",
    "el nombre de un vecino",
    "您好，敬祝順心 🙂",
    "Un saludo",
]
_OURS = {"P", "BR", "UL", "OL", "LI", "A", "B"}
_PAGE = """<!doctype html><meta charset="utf-8"><title>composer</title>
<style>#rich { font: 17px serif; color: #123 }</style>
<div id="rich" contenteditable="true"></div><textarea id="plain"></textarea>"""
_FILL = """(async (html, text) => {
  const kinds = {"text/plain": new Blob([text], {type: "text/plain"})};
  if (html) kinds["text/html"] = new Blob([html], {type: "text/html"});
  await navigator.clipboard.write([new ClipboardItem(kinds)]);
  return "filled";
})(%s, %s)"""
_READ = """(() => {
  const box = document.getElementById("rich");
  const all = [...box.querySelectorAll("*")];
  return {
    text: box.innerText,
    tags: [...new Set(all.map(e => e.tagName))],
    attributes: [...new Set(all.flatMap(e => e.getAttributeNames()))],
    links: [...box.querySelectorAll("a")].map(e => [e.getAttribute("href"), e.innerText]),
    ordered: [...box.querySelectorAll("ol > li")].map(e => e.innerText),
    bullets: [...box.querySelectorAll("ul > li")].map(e => e.innerText),
    paragraphs: box.querySelectorAll("p").length,
    broken: box.querySelectorAll("p > br").length,
    plain: document.getElementById("plain").value,
  };
})()"""
_FLAGS = """--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --mute-audio
    --disable-background-networking --disable-component-update --disable-sync
    --disable-dev-shm-usage --remote-debugging-port=0 --remote-allow-origins=*""".split()
_PATIENCE = 30.0


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        reason = "chromium is not installed"
        if "chromium" in os.environ.get("SUPPORTDESK_REQUIRE", ""):
            pytest.fail(reason)
        pytest.skip(reason)
    place = tmp_path_factory.mktemp("chromium")
    with _served() as address, _browser(program, place, address) as port:
        target = _page_of(port, address)
        with closing(_connection(target)) as socket:
            page = Page(socket)
            page.command(
                "Browser.grantPermissions",
                permissions=["clipboardReadWrite", "clipboardSanitizedWrite"],
                origin=address,
            )
            page.command("Page.bringToFront")
            page.until("document.readyState == 'complete' && isSecureContext")
            yield page


class Page:
    """A page driven from outside, by the DevTools protocol."""

    def __init__(self, socket: Any) -> None:
        self._socket, self._ids = socket, itertools.count(1)

    def command(self, method: str, **parameters: Any) -> dict[str, Any]:
        number = next(self._ids)
        self._socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self._socket.recv())
            if answer.get("id") == number:
                assert "error" not in answer, f"{method}: {answer['error']}"
                result: dict[str, Any] = answer["result"]
                return result

    def evaluate(self, script: str) -> Any:
        answer = self.command(
            "Runtime.evaluate",
            expression=script, awaitPromise=True, returnByValue=True, userGesture=True,
        )  # fmt: skip
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def until(self, script: str) -> None:
        end = time.monotonic() + _PATIENCE
        while not self.evaluate(script):
            assert time.monotonic() < end, f"waited in vain for {script}"

    def paste(self, html: str, text: str) -> dict[str, Any]:
        """Fill the clipboard, paste into both fields by key, and read what stands there."""
        self.evaluate("rich.innerHTML = ''; plain.value = ''")
        assert self.evaluate(_FILL % (json.dumps(html), json.dumps(text))) == "filled"
        for field, filled in (("rich", "rich.innerText"), ("plain", "plain.value")):
            self.evaluate(f"{field}.focus()")
            for kind in ("rawKeyDown", "keyUp"):
                self.command(
                    "Input.dispatchKeyEvent",
                    type=kind, key="v", code="KeyV", windowsVirtualKeyCode=86, modifiers=2,
                    commands=["paste"] if kind == "rawKeyDown" else [],
                )  # fmt: skip
            self.until(f"{filled} != ''")
        read: dict[str, Any] = self.evaluate(_READ)
        return read


def test_a_rich_reply_arrives_as_if_typed_there(page: Page) -> None:
    html, text = _copied(REPLY, rich=True)
    pasted = page.paste(html, text)
    assert [line for line in pasted["text"].splitlines() if line.strip()] == SHOWN
    assert set(pasted["tags"]) <= _OURS
    assert set(pasted["attributes"]) <= {"href"}
    assert pasted["links"] == [
        [
            "https://tienda.example/ayuda?caso=1&pedido=10482",
            "https://tienda.example/ayuda?caso=1&pedido=10482",
        ],
        ["mailto:ayuda@tienda.example", "ayuda@tienda.example"],
    ]
    assert pasted["ordered"] == [line for line in SHOWN if line.startswith(("Abre", "Escribe"))]
    assert pasted["bullets"] == ["una foto de la puerta", "el nombre de un vecino"]
    assert pasted["paragraphs"] == 6
    assert pasted["broken"] == 1
    assert pasted["plain"] == REPLY


def test_a_plain_reply_brings_no_markup(page: Page) -> None:
    html, text = _copied(REPLY, rich=False)
    assert html == ""
    pasted = page.paste(html, text)
    assert pasted["plain"] == REPLY
    written = [line for line in REPLY.splitlines() if line.strip()]
    assert [line for line in pasted["text"].splitlines() if line.strip()] == written
    assert not set(pasted["tags"]) & {"A", "UL", "OL", "LI", "FONT", "B"}
    assert "style" not in pasted["attributes"]


def test_markup_in_a_reply_is_text_in_the_composer(page: Page) -> None:
    reply = 'Write <b onclick="x()">it</b> & <script>alert(1)</script> so.'
    pasted = page.paste(*_copied(reply, rich=True))
    assert pasted["text"].strip() == reply
    assert pasted["plain"] == reply
    assert set(pasted["tags"]) <= {"P", "BR"} and not pasted["attributes"]


def _copied(reply: str, *, rich: bool) -> tuple[str, str]:
    from supportdesk_gui.ui.reply.clipboard import reply_as_mime

    data = reply_as_mime(reply, rich=rich)
    return data.html(), data.text()


@contextmanager
def _served() -> Iterator[str]:
    """The page on 127.0.0.1: only there and under https may a page touch the clipboard."""

    class Answer(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = _PAGE.encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def _browser(program: str, place: Path, address: str) -> Iterator[int]:
    """Chromium with a profile of its own; the port of its DevTools."""
    command = [program, *_FLAGS, f"--user-data-dir={place}", address]
    with (
        (place / "said.log").open("wb") as said,
        subprocess.Popen(command, stdout=said, stderr=said) as browser,
    ):
        try:
            told = place / "DevToolsActivePort"
            end = time.monotonic() + _PATIENCE
            while not (told.exists() and told.read_text().count("\n")):
                assert browser.poll() is None, (place / "said.log").read_text(errors="replace")
                assert time.monotonic() < end, "chromium did not start"
                time.sleep(0.02)
            yield int(told.read_text().splitlines()[0])
        finally:
            browser.terminate()


def _page_of(port: int, address: str) -> str:
    import urllib.request

    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        with direct.open(f"http://127.0.0.1:{port}/json/list", timeout=10) as answer:
            for target in json.load(answer):
                if target["type"] == "page" and target["url"].startswith(address):
                    return str(target["webSocketDebuggerUrl"])
        time.sleep(0.02)
    raise AssertionError("chromium did not open the page")


def _connection(target: str) -> Any:
    import websocket

    return websocket.create_connection(target, timeout=_PATIENCE, http_no_proxy=["127.0.0.1"])
