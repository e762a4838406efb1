"""A key comes into no line of the log, wherever in a record it stands."""

from __future__ import annotations

import logging
import stat
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from supportdesk_gui.storage.program_log import RedactingFormatter, start_log
from supportdesk_gui.text.redaction import redacted

KEY = 'gw/9x"K%Lm4n+Zq=ü7'
"""Of no known shape, with all that encodings change."""
SHAPED = "sk-ant-api03-QwErTyUiOp1234567890"


class Careless(Exception):
    """Shows what it was given."""


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "supportdesk.log"
    before = {
        name: list(logging.getLogger(name).handlers) for name in ("supportdesk", "supportdesk_gui")
    }
    start_log(path, lambda: [KEY, SHAPED])
    yield path
    for name, handlers in before.items():
        for handler in set(logging.getLogger(name).handlers) - set(handlers):
            handler.close()
            logging.getLogger(name).removeHandler(handler)


def fail(key: str) -> None:
    try:
        raise Careless({"x-api-key": key})
    except Careless as error:
        raise RuntimeError(f"refused {key}") from error


@pytest.mark.parametrize("key", [KEY, SHAPED])
@pytest.mark.parametrize("name", ["supportdesk", "supportdesk_gui.policies.client"])
def test_the_key_in_every_position(log: Path, name: str, key: str) -> None:
    logger = logging.getLogger(name)
    logger.info("plain " + key)
    logger.info("argument %s and %r", key, {"headers": [key.encode()]})
    logger.info("named %(key)s", {"key": key})
    logger.info("extra", extra={"key": key})
    logger.info("with stack", stack_info=True)
    logger.info("address https://host/?q=%s as %s", quote(key, safe=""), b64encode(key.encode()))
    try:
        fail(key)
    except RuntimeError:
        logger.exception("traceback")
    for handler in logging.getLogger(name.split(".", maxsplit=1)[0]).handlers:
        handler.flush()
    written = log.read_text("utf-8")
    assert written.count("[secret]") >= 7, written
    assert "Careless" in written, "what went wrong is still there"
    for form in (
        key,
        quote(key, safe=""),
        b64encode(key.encode()).decode(),
        repr(key.encode())[2:-1],
    ):
        assert form not in written
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_an_extra_that_the_layout_names_is_clean_too() -> None:
    record = logging.makeLogRecord({"msg": "x", "key": KEY})
    assert RedactingFormatter("%(message)s %(key)s", lambda: [KEY]).format(record) == "x [secret]"


def test_a_record_that_cannot_be_formatted_is_not_shown_as_it_is() -> None:
    record = logging.makeLogRecord({"msg": "%d", "args": (KEY,), "name": "supportdesk"})
    said = RedactingFormatter("%(message)s", lambda: [KEY]).format(record)
    assert said == "INFO supportdesk: a message that cannot be written".replace(
        "INFO", record.levelname
    )


@pytest.mark.parametrize(("text", "clean"), [
    (f"nobody knows {SHAPED} yet", "nobody knows [secret] yet"),
        ("Authorization: Bearer abc.def-ghi", "Authorization: Bearer [secret]"),
    ("{'x-api-key': 'whatever1', 'n': 2}", "{'x-api-key': '[secret]', 'n': 2}"),
    ("AWS_SECRET_ACCESS_KEY AKIAIOSFODNN7EXAMPLE", "AWS_SECRET_ACCESS_KEY [secret]"),
    ("https://proxy-user:pa55@proxy.example:3128/", "https://proxy-user:[secret]@proxy.example:3128/"),
    ("output_tokens=512, request_id=req_1", "output_tokens=512, request_id=req_1"),
    ("ticket 10482 could not be kept", "ticket 10482 could not be kept"),
])  # fmt: skip
def test_what_looks_like_a_secret_goes_and_nothing_else(text: str, clean: str) -> None:
    assert redacted(text) == clean


def test_headers_are_known_by_their_values() -> None:
    secret = "Authorization: Bearer f00dfeed\nX-Team: blue-42"
    assert redacted("sent f00dfeed to blue-42", [secret]) == "sent [secret] to [secret]"
    assert redacted("a short secret", ["a"]) == "a short secret"
    keys = (
        "AWS_ACCESS_KEY_ID=ASIA1\nAWS_SECRET_ACCESS_KEY=wJalr/K7+x=\nAWS_SESSION_TOKEN=IQoJb3Jp=="
    )
    assert redacted("is wJalr/K7+x= and IQoJb3Jp==", [keys]) == "is [secret] and [secret]"


def test_what_is_personal_by_its_shape_goes_too() -> None:
    line = "could not read Ana <ana.berg+shop@example.co.uk>, 4111 1111 1111 1111, DE89370400440532013000"
    assert redacted(line) == "could not read Ana <[EMAIL]>, [CARD], [IBAN]"
    traced = 'File "/opt/app/x.py", line 1234567890123, in run: 2026-11-26 01:02:03,123'
    assert redacted(traced) == traced
