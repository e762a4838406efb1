"""A small stand-in for Qdrant's REST address, for the part of Cloud that a folder has not: HTTP.

No Qdrant server is at hand in tests. Paths, fields and the header `api-key` are those that
Qdrant's own client sends; vectors are compared one by one.
"""

from __future__ import annotations

import json
import re
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import numpy as np

from tests.self_signed import self_signed

_PATH = re.compile(r"/collections/([^/?]+)(/[a-z/]+)?")


class QdrantRest:
    """Collections in memory behind a key, over HTTP at `url`; `down` lets it answer 503."""

    def __init__(self, key: str) -> None:
        self.key = key
        self.url = ""
        self.down = False
        self.collections: dict[str, dict[str, list[float]]] = {}
        self.seen: list[tuple[str, str, str]] = []
        """Method, path and key of each request."""

    def answer(self, method: str, path: str, key: str, body: Any) -> tuple[int, Any]:
        """Status and result of a request."""
        self.seen.append((method, path, key))
        if self.down:
            return 503, None
        if key != self.key:
            return (403 if key else 401), None
        found = _PATH.match(path)
        if found is None:
            return 404, None
        name, rest = found[1], found[2] or ""
        points = self.collections.get(name)
        if rest == "/exists":
            return 200, {"exists": points is not None}
        if method == "PUT" and not rest:
            self.collections[name] = {}
            return 200, True
        if points is None:
            return 404, None
        if method == "PUT":
            points |= {point["id"]: point["vector"] for point in body["points"]}
            return 200, {"operation_id": len(self.seen), "status": "completed"}
        if rest == "/points/query":
            return 200, {"points": _nearest(points, body["query"]["nearest"], body["limit"])}
        wanted = [one for one in body["ids"] if one in points]
        shown = body.get("with_vector")
        return 200, [{"id": one, **({"vector": points[one]} if shown else {})} for one in wanted]


def _nearest(points: dict[str, list[float]], asked: list[float], most: int) -> list[Any]:
    scores = {one: float(np.dot(vector, asked)) for one, vector in points.items()}
    best = sorted(scores, key=lambda one: -scores[one])[:most]
    return [{"id": one, "version": 0, "score": scores[one]} for one in best]


@contextmanager
def serving(qdrant: QdrantRest) -> Iterator[QdrantRest]:
    """The stand-in on a port of its own."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _serve(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            body = json.loads(self.rfile.read(length)) if length else None
            key = self.headers.get("api-key", "")
            status, result = qdrant.answer(self.command, self.path, key, body)
            said = "ok" if status < 300 else {"error": "no"}
            data = json.dumps({"result": result, "status": said, "time": 0.0}).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        do_GET = do_PUT = do_POST = _serve

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        qdrant.url = f"http://127.0.0.1:{server.server_port}"
        try:
            yield qdrant
        finally:
            server.shutdown()


@contextmanager
def unknown_server(folder: Path, heard: list[bytes]) -> Iterator[int]:
    """The port of a TLS server that nobody vouches for; what it `heard` is what clients said."""
    tls = self_signed(folder)

    def serve() -> None:
        with suppress(OSError):  # closed at the end
            while True:
                connection, _ = listening.accept()
                with connection, suppress(OSError):
                    heard.append(tls.wrap_socket(connection, server_side=True).recv(1000))

    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=serve)
        thread.start()
        yield listening.getsockname()[1]
        listening.shutdown(socket.SHUT_RDWR)
    thread.join()
