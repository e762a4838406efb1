"""A word out of a few, as a model writes it: the API does not promise the capitals of an enum."""

from __future__ import annotations

from pydantic import BeforeValidator


def _lowered(value: object) -> object:
    return value.strip().lower() if isinstance(value, str) else value


AnyCase = BeforeValidator(_lowered)
"""Beside a field's type, in `Annotated`."""
