"""A stand-in for Amazon Bedrock, in front of the stand-in for Claude.

It checks each signature with botocore itself, over the request as it came, and answers in AWS's
event stream (InvokeModel) or in server-sent events (Mantle).
"""

from __future__ import annotations

import base64
import contextlib
import http.client
import json
import re
import struct
import threading
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import unquote

from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

from supportdesk_gui.engine.models import plain_name

from .standin import StandIn

REGION = "eu-west-1"
VERSION = "bedrock-2023-05-31"
_MODEL = re.compile(r"/model/(?P<id>[^/]+)/invoke(?P<stream>-with-response-stream)?")
_SIGNED = re.compile(
    r"AWS4-HMAC-SHA256 Credential=(?P<key>[^/]+)/(?P<day>\d+)/(?P<region>[^/]+)/(?P<service>[^/]+)"
    r"/aws4_request, SignedHeaders=(?P<headers>[^,]+), Signature=(?P<signature>[0-9a-f]{64})"
)


@dataclass(frozen=True)
class Asked:
    """One request: who signed it for what, and its body."""

    path: str
    key: str
    service: str
    body: dict[str, Any]


@dataclass
class Bedrock:
    """`keys` are (secret, session token) by access key, `tokens` the bearer tokens."""

    claude: StandIn
    keys: dict[str, tuple[str, str]] = field(default_factory=dict)
    tokens: set[str] = field(default_factory=set)
    asked: list[Asked] = field(default_factory=list)
    fails_with: str = ""
    """An exception of AWS's that ends the next stream after its first event."""
    denies: Denied | None = None
    """What it answers to the next request in place of an answer."""
    url: str = ""

    def __enter__(self) -> Self:
        bedrock = self

        class Handler(_Handler):
            owner = bedrock

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


class Denied(Exception):
    """403 or 400, by the name that AWS gives it."""

    def __init__(self, status: int, name: str, message: str) -> None:
        super().__init__(message)
        self.status, self.name = status, name


class _Handler(BaseHTTPRequestHandler):
    owner: Bedrock
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        try:
            denied, self.owner.denies = self.owner.denies, None
            if denied is not None:
                raise denied
            key, service = self._signer(body)
            values = json.loads(body)
            self.owner.asked.append(Asked(self.path, key, service, values))
            if found := _MODEL.fullmatch(self.path):
                self._invoke(found, values, service)
            else:
                self._pass_on(values, service)
        except Denied as denied:
            self._deny(denied)

    do_GET = do_POST

    def log_message(self, *_: object) -> None:
        pass

    # -- who asks

    def _signer(self, body: bytes) -> tuple[str, str]:
        """(access key or token, service), after the signature has been checked."""
        given = self.headers.get("authorization", "")
        if given.startswith("Bearer "):
            if given.removeprefix("Bearer ") not in self.owner.tokens:
                raise Denied(403, "AccessDeniedException", "Invalid API Key format")
            return given.removeprefix("Bearer "), ""
        found = _SIGNED.fullmatch(given)
        if found is None:
            raise Denied(403, "MissingAuthenticationTokenException", "Missing token")
        if found["key"] not in self.owner.keys:
            raise Denied(403, "UnrecognizedClientException", "The security token is invalid.")
        secret, token = self.owner.keys[found["key"]]
        if self.headers.get("x-amz-security-token", "") != token:
            raise Denied(403, "ExpiredTokenException", "The security token is expired")
        if self._signature(found, body, secret, token) != found["signature"]:
            raise Denied(403, "InvalidSignatureException", "The signature does not match.")
        return found["key"], found["service"]

    def _signature(self, found: re.Match[str], body: bytes, secret: str, token: str) -> str:
        """What botocore makes of the very request that came."""
        when = self.headers["x-amz-date"]
        sent = datetime.strptime(when, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
        if abs((datetime.now(UTC) - sent).total_seconds()) > 300 or found["region"] != REGION:
            raise Denied(403, "InvalidSignatureException", "Wrong time or region.")
        signed = {name: self.headers[name] for name in found["headers"].split(";")}
        url = f"http://{self.headers['host']}{self.path}"
        request = AWSRequest(self.command, url, headers=signed, data=body)
        request.context["timestamp"] = when
        auth = SigV4Auth(Credentials(found["key"], secret, token), found["service"], REGION)
        text = auth.string_to_sign(request, auth.canonical_request(request))
        return str(auth.signature(text, request))

    # -- what is asked

    def _invoke(self, found: re.Match[str], body: dict[str, Any], service: str) -> None:
        if service not in {"", "bedrock"}:
            raise Denied(403, "InvalidSignatureException", f"signed for {service}")
        if body.pop("anthropic_version", "") != VERSION:
            raise Denied(400, "ValidationException", "anthropic_version is not supported")
        if "model" in body or "stream" in body:
            raise Denied(400, "ValidationException", "extraneous key [model] is not permitted")
        model = unquote(found["id"])
        if not re.match(r"(?:us|eu|global)\.|arn:", model):
            raise Denied(
                400, "ValidationException",
                f"Invocation of model ID {model} with on-demand throughput isn’t supported. Retry "
                "your request with the ID or ARN of an inference profile that contains this model.",
            )  # fmt: skip
        status, data = self._ask_claude("/v1/messages", {**body, "stream": True}, model)
        if status != 200:
            error = json.loads(data)["error"]["message"]
            raise Denied(status, "ValidationException", error)
        frames = list(self._frames(data))
        self.send_response(200)
        self.send_header("content-type", "application/vnd.amazon.eventstream")
        self.send_header("x-amzn-requestid", "aws-1")
        self.send_header("connection", "close")
        self.end_headers()
        stream = b"".join(frames)
        with contextlib.suppress(ConnectionError):  # whoever asked may have left
            for start in range(0, len(stream), 700):  # frames do not end where reads do
                self.wfile.write(stream[start : start + 700])
                self.wfile.flush()
        self.close_connection = True

    def _frames(self, stream: bytes) -> Iterator[bytes]:
        for data in re.findall(rb"^data: (.*)$", stream, re.MULTILINE):
            if b'"type":"ping"' in data:
                continue
            yield frame(
                {":event-type": "chunk", ":content-type": "application/json",
                 ":message-type": "event"},
                {"bytes": base64.b64encode(data).decode(), "p": "abcd"},
            )  # fmt: skip
            if self.owner.fails_with:
                name, self.owner.fails_with = self.owner.fails_with, ""
                yield frame(
                    {":exception-type": name, ":content-type": "application/json",
                     ":message-type": "exception"},
                    {"message": "Too many requests, please wait before trying again."},
                )  # fmt: skip
                return

    def _pass_on(self, body: dict[str, Any], service: str) -> None:
        """Mantle: the Messages API below /anthropic."""
        if service not in {"", "bedrock-mantle"}:
            raise Denied(403, "InvalidSignatureException", f"signed for {service}")
        path = self.path.removeprefix("/anthropic").partition("?")[0]
        if path not in {"/v1/messages", "/v1/messages/count_tokens"}:
            raise Denied(404, "UnknownOperationException", "")
        model = body.pop("model")
        if not model.startswith("anthropic."):
            raise Denied(404, "ResourceNotFoundException", f"model {model} not found")
        status, data = self._ask_claude(path, body, model)
        kind = "text/event-stream" if body.get("stream") and status == 200 else "application/json"
        self.send_response(status)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def _ask_claude(self, path: str, body: dict[str, Any], model: str) -> tuple[int, bytes]:
        host = self.owner.claude.url.removeprefix("http://")
        connection = http.client.HTTPConnection(host, timeout=20)
        known = plain_name(model.rpartition("/")[2])
        headers = {
            "authorization": f"Bearer {self.owner.claude.key}", "content-type": "application/json",
            "anthropic-version": "2026-10-21",
        }  # fmt: skip
        connection.request("POST", path, json.dumps({**body, "model": known}), headers)
        answer = connection.getresponse()
        data = answer.read()
        connection.close()
        return answer.status, data

    def _deny(self, denied: Denied) -> None:
        data = json.dumps({"message": str(denied)}).encode()
        self.send_response(denied.status)
        self.send_header("x-amzn-errortype", f"{denied.name}:http://internal.amazon.com/")
        self.send_header("x-amzn-requestid", "aws-2")
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


def frame(headers: dict[str, str], payload: dict[str, Any]) -> bytes:
    """A frame of `application/vnd.amazon.eventstream`: lengths, headers, payload, checksums."""
    head = b"".join(
        struct.pack("!B", len(name))
        + name.encode()
        + struct.pack("!BH", 7, len(value))
        + value.encode()
        for name, value in headers.items()
    )
    data = json.dumps(payload).encode()
    prelude = struct.pack("!II", 12 + len(head) + len(data) + 4, len(head))
    message = prelude + struct.pack("!I", zlib.crc32(prelude)) + head + data
    return message + struct.pack("!I", zlib.crc32(message))
