"""A company's network: a server with a certificate of its own authority, and a proxy that asks."""

from __future__ import annotations

import base64
import contextlib
import socket
import ssl
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Self

import trustme


class _Listener:
    """Takes connections on 127.0.0.1, each in a thread of its own."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._socket.getsockname()[1]

    def __enter__(self) -> Self:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.close()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self._socket.accept()
                threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError), connection:
            self.serve(connection)

    def serve(self, connection: socket.socket) -> None:
        raise NotImplementedError


class TlsServer(_Listener):
    """TLS in front of a plain server, with a certificate for `names`."""

    def __init__(self, port: int, authority: trustme.CA, *names: str) -> None:
        super().__init__()
        self._behind = port
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert(*names).configure_cert(self._context)

    def serve(self, connection: socket.socket) -> None:
        with (
            self._context.wrap_socket(connection, server_side=True) as secured,
            socket.create_connection(("127.0.0.1", self._behind)) as behind,
        ):
            _join(secured, behind)


class Proxy(_Listener):
    """CONNECT only, for those who give `login`; `names` are the hosts that it knows, by port."""

    def __init__(self, names: dict[str, int], login: str = "") -> None:
        super().__init__()
        self._names = names
        self._login = base64.b64encode(login.encode()).decode() if login else ""
        self.asked: list[str] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def serve(self, connection: socket.socket) -> None:
        head = b""
        while b"\r\n\r\n" not in head:
            read = connection.recv(4096)
            if not read:
                return
            head += read
        first, *lines = head.decode("latin-1").split("\r\n")
        self.asked.append(first)
        headers = {name.lower(): text for name, _, text in (one.partition(": ") for one in lines)}
        if self._login and headers.get("proxy-authorization") != f"Basic {self._login}":
            return _say(connection, "407 Proxy Authentication Required")
        port = self._names.get(first.split()[1].rpartition(":")[0])
        if port is None:
            return _say(connection, "502 Bad Gateway")
        with socket.create_connection(("127.0.0.1", port)) as behind:
            connection.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
            _join(connection, behind)
        return None


def authority_file(authority: trustme.CA, folder: Path) -> str:
    """The authority's certificate as a PEM file."""
    path = folder / "company.pem"
    authority.cert_pem.write_to_path(str(path))
    return str(path)


def _say(connection: socket.socket, status: str) -> None:
    connection.sendall(
        f"HTTP/1.1 {status}\r\nproxy-authenticate: Basic\r\ncontent-length: 0\r\n\r\n".encode()
    )


def _join(one: socket.socket, other: socket.socket) -> None:
    """Bytes both ways until either side is done."""

    def pour(source: Callable[[int], bytes], into: socket.socket) -> None:
        with contextlib.suppress(OSError, ValueError):
            while data := source(65536):
                into.sendall(data)
        with contextlib.suppress(OSError):
            into.shutdown(socket.SHUT_RDWR)

    back = threading.Thread(target=pour, args=(other.recv, one), daemon=True)
    back.start()
    pour(one.recv, other)
    back.join(5)
