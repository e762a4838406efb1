"""Lines of a file end where a file's do, whatever else ends one for Python."""

from __future__ import annotations

from io import StringIO

from hypothesis import given, settings
from hypothesis import strategies as st

from supportdesk_gui.tickets.importing.text_stream import _lines


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029é", max_size=12))
def test_lines_are_those_of_a_file(text: str) -> None:
    assert _lines(text) == list(StringIO(text, newline=""))
    plain = text.translate(dict.fromkeys(map(ord, "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")))
    assert _lines(plain) == list(StringIO(plain, newline=""))
