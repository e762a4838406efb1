"""HTTP/1.1 over asyncio streams: enough for one client library, with full say over the bytes."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import struct
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import parse_qs, urlsplit

_LONGEST_HEAD = 64 * 1024


@dataclass(frozen=True)
class Incoming:
    """A request; header names in small letters."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes


class Connection:
    """One client. What ends early ends the connection; what ends well leaves it open."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self.gone = asyncio.Event()
        """The client has closed its side."""
        self.whole = True
        """The last answer was sent whole, so that another request may follow."""

    async def read(self) -> Incoming | None:
        """The next request, None at the end."""
        try:
            head = await self._reader.readuntil(b"\r\n\r\n")
            request, *lines = head.decode("latin-1").rstrip().split("\r\n")
            method, target, _ = request.split(" ")
            pairs = (line.split(":", 1) for line in lines)
            headers = {name.lower(): value.strip() for name, value in pairs}
            body = await self._reader.readexactly(int(headers.get("content-length", 0)))
        except (asyncio.IncompleteReadError, ConnectionError):
            return None
        address = urlsplit(target)
        query = {name: values[-1] for name, values in parse_qs(address.query).items()}
        return Incoming(method, address.path, query, headers, body)

    async def send(self, status: int, headers: dict[str, str], body: bytes) -> None:
        """A whole answer."""
        length = {"content-length": str(len(body))}
        self._writer.write(_head(status, {**headers, **length}) + body)
        self.whole = True
        await self._writer.drain()

    async def open(self, status: int, headers: dict[str, str]) -> None:
        """The head of an answer that comes in chunks."""
        self._writer.write(_head(status, {**headers, "transfer-encoding": "chunked"}))
        await self._writer.drain()

    async def chunk(self, data: bytes) -> None:
        """A part of it."""
        self._writer.write(b"%x\r\n%b\r\n" % (len(data), data))
        await self._writer.drain()

    async def finish(self) -> None:
        """Its end."""
        self._writer.write(b"0\r\n\r\n")
        self.whole = True
        await self._writer.drain()

    def reset(self) -> None:
        """RST instead of an orderly end, once what was written has left."""
        line: socket.socket = self._writer.get_extra_info("socket")
        line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self._writer.close()

    async def close(self) -> None:
        """Ends the connection."""
        self._writer.close()
        with contextlib.suppress(ConnectionError, TimeoutError):
            await self._writer.wait_closed()


class _Protocol(asyncio.StreamReaderProtocol):
    """Tells at once when the client goes, without reading ahead of the next request."""

    def __init__(self, serve: Callable[[Connection], None]) -> None:
        self._serve = serve
        self._connection: Connection | None = None
        super().__init__(asyncio.StreamReader(limit=_LONGEST_HEAD), self._connected)

    def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._connection = Connection(reader, writer)
        self._serve(self._connection)

    def eof_received(self) -> bool | None:
        if self._connection:
            self._connection.gone.set()
        return super().eof_received()

    def connection_lost(self, exc: Exception | None) -> None:
        if self._connection:
            self._connection.gone.set()
        super().connection_lost(exc)


Answering = Callable[[Incoming, Connection], Awaitable[None]]
LeftEarly = Callable[[Connection], None]


async def serve(
    port: int, answer: Answering, left_early: LeftEarly, opened: Callable[[int], None]
) -> None:
    """Serves 127.0.0.1 until cancelled; `opened` is told the port."""
    loop = asyncio.get_running_loop()
    running: set[asyncio.Task[None]] = set()

    def start(connection: Connection) -> None:
        task = loop.create_task(_converse(connection, answer, left_early))
        running.add(task)
        task.add_done_callback(running.discard)

    server = await loop.create_server(lambda: _Protocol(start), "127.0.0.1", port)
    opened(server.sockets[0].getsockname()[1])
    try:
        await asyncio.Event().wait()
    finally:
        server.close()
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)


async def _converse(connection: Connection, answer: Answering, left_early: LeftEarly) -> None:
    try:
        while connection.whole and (incoming := await connection.read()) is not None:
            connection.whole = False
            if not await _while_here(connection, answer(incoming, connection)):
                left_early(connection)
    finally:
        await connection.close()


async def _while_here(connection: Connection, answering: Awaitable[None]) -> bool:
    """Goes on until the answer is done; False if the client went before it was whole."""
    answered = asyncio.ensure_future(answering)
    gone = asyncio.ensure_future(connection.gone.wait())
    try:
        await asyncio.wait({answered, gone}, return_when=asyncio.FIRST_COMPLETED)
        if answered.done() and not isinstance(answered.exception(), ConnectionError):
            answered.result()
            return True
        return connection.whole
    finally:
        for task in (answered, gone):
            task.cancel()
        await asyncio.gather(answered, gone, return_exceptions=True)


def _head(status: int, headers: dict[str, str]) -> bytes:
    try:
        phrase = HTTPStatus(status).phrase
    except ValueError:
        phrase = "Overloaded"
    lines = [f"HTTP/1.1 {status} {phrase}", *(f"{name}: {text}" for name, text in headers.items())]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")
