"""A copied reply, pasted for real into what composers are made of, in headless Chromium."""

from __future__ import annotations

import http.server
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from tests.ui.chromium import Page, chromium

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


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Composer]:
    place = tmp_path_factory.mktemp("chromium")
    with _served() as address, chromium(place, address) as socket:
        page = Composer(socket)
        page.command(
            "Browser.grantPermissions",
            permissions=["clipboardReadWrite", "clipboardSanitizedWrite"],
            origin=address,
        )
        page.command("Page.bringToFront")
        page.until("document.readyState == 'complete' && isSecureContext")
        yield page


class Composer(Page):
    """A page with two fields."""

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


def test_a_rich_reply_arrives_as_if_typed_there(page: Composer) -> None:
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


def test_a_plain_reply_brings_no_markup(page: Composer) -> None:
    html, text = _copied(REPLY, rich=False)
    assert html == ""
    pasted = page.paste(html, text)
    assert pasted["plain"] == REPLY
    written = [line for line in REPLY.splitlines() if line.strip()]
    assert [line for line in pasted["text"].splitlines() if line.strip()] == written
    assert not set(pasted["tags"]) & {"A", "UL", "OL", "LI", "FONT", "B"}
    assert "style" not in pasted["attributes"]


def test_markup_in_a_reply_is_text_in_the_composer(page: Composer) -> None:
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
