"""Records are those that Python's csv finds, however their lines are cut."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportdesk_gui.tickets.importing.table_rows import reader

_PIECES = st.sampled_from(
    [
        '"',
        '""',
        '","',
        '";"',
        ",",
        ";",
        "\n",
        "\r\n",
        "\r",
        "a",
        "it's",
        "'",
        " ",
        "\\",
        "\u2028",
        "\x0b",
        "客",
    ]
)


@given(st.lists(_PIECES, max_size=40).map("".join), st.sampled_from(",;'"))
@pytest.mark.parametrize("escape", ["", "\\"])
def test_records_are_those_of_the_csv_module(escape: str, text: str, sign: str) -> None:
    delimiter, quote = (",", "'") if sign == "'" else (sign, '"')
    options = {"escapechar": escape, "doublequote": False} if escape else {}
    there = csv.reader(StringIO(text, newline=""), delimiter=delimiter, quotechar=quote, **options)
    assert list(reader(StringIO(text, newline=""), delimiter, escape, quote)) == list(there)


def test_a_cell_without_quotes_that_is_too_long_is_refused_as_by_the_csv_module() -> None:
    before = csv.field_size_limit(65_536)
    try:
        with pytest.raises(csv.Error):
            next(reader(iter(["a," + "b" * 70_000 + "\n"]), ","))
    finally:
        csv.field_size_limit(before)
