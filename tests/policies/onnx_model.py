"""A sentence model of a few words, written as ONNX by hand: each token has a vector of its own."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

_FLOAT, _INT64 = 1, 7
DIMENSION = 24


def write_model(
    folder: Path, texts: Sequence[str], longest: int = 16, seed: int = 0
) -> NDArray[np.float32]:
    """A model that knows the words of the texts; the vectors of its tokens, row 0 for others."""
    words = sorted({word for text in texts for word in re.findall(r"\w+", text.lower())})
    vocabulary = {word: number for number, word in enumerate(["[UNK]", *words])}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, "[UNK]"))
    tokenizer.normalizer = normalizers.Lowercase()
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    folder.mkdir(parents=True)
    tokenizer.save(str(folder / "tokenizer.json"))
    (folder / "config.json").write_text(json.dumps({"max_position_embeddings": longest}))
    weights = np.random.default_rng(seed).normal(size=(len(vocabulary), DIMENSION))
    (folder / "model.onnx").write_bytes(_model(weights.astype(np.float32)))
    return weights.astype(np.float32)


def _model(weights: NDArray[np.float32]) -> bytes:
    """`last_hidden_state = Gather(weights, input_ids)`."""
    tensor = (
        b"".join(_number(1, size) for size in weights.shape)
        + _number(2, _FLOAT) + _field(8, b"weights") + _field(9, weights.tobytes())
    )  # fmt: skip
    node = _field(1, b"weights") + _field(1, b"input_ids")
    node += _field(2, b"last_hidden_state") + _field(4, b"Gather")
    graph = _field(1, node) + _field(2, b"words") + _field(5, tensor)
    graph += _field(11, _value("input_ids", _INT64, ["batch", "length"]))
    graph += _field(12, _value("last_hidden_state", _FLOAT, ["batch", "length", "size"]))
    return _number(1, 8) + _field(7, graph) + _field(8, _field(1, b"") + _number(2, 13))


def _value(name: str, kind: int, shape: Sequence[str]) -> bytes:
    dimensions = b"".join(_field(1, _field(2, one.encode())) for one in shape)
    tensor = _number(1, kind) + _field(2, dimensions)
    return _field(1, name.encode()) + _field(2, _field(1, tensor))


def _field(number: int, value: bytes) -> bytes:
    return _varint(number << 3 | 2) + _varint(len(value)) + value


def _number(number: int, value: int) -> bytes:
    return _varint(number << 3) + _varint(value)


def _varint(value: int) -> bytes:
    found = b""
    while value > 0x7F:
        found += bytes([value & 0x7F | 0x80])
        value >>= 7
    return found + bytes([value])
