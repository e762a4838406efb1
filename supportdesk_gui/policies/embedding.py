"""Passages and queries as vectors, made on this computer from wordllama's two bundled files.

The mean of the token vectors, scaled to length 1: what `WordLlama.embed(norm=True)` gives. Its
own `load()` looks for the tokenizer in a folder that does not exist and then downloads, and
importing it turns on the logging of all requests; so the files are read here.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol

from supportdesk_gui.policies.tokenizer import load_tokenizer, wordllama_folder

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

    Vectors = NDArray[np.float32]

_WEIGHTS = "l2_supercat_256.safetensors"
# Part of the collection's name: raise it when the same text would get another vector.
VERSION = 1
_MOST_WORDS = 8_000  # a kilobyte each


class Embedder(Protocol):
    """Turns texts into unit vectors of `dimension` numbers. `identity` names what made them.

    `at_once` is how many passages it takes some 20 ms for, or one where one alone takes longer.
    """

    identity: str
    dimension: int
    at_once: int
    is_bundled: bool

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One row for each text; a text without tokens gets a row of zeros."""
        ...


class BundledEmbedder:
    """wordllama's vectors: 750 passages a second, at its best in English."""

    identity = "wordllama-l2-supercat"
    at_once = 16
    is_bundled = True

    def __init__(self, weights: NDArray[Any], tokenizer: Tokenizer) -> None:
        self._weights = weights
        self._tokenizer = tokenizer
        self.dimension: int = weights.shape[1]
        self._words: dict[str, Vectors] = {}

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One row for each text; a text without tokens gets a row of zeros."""
        import numpy as np

        rows = np.zeros((len(texts), self.dimension), dtype=np.float32)
        encoded = self._tokenizer.encode_batch(list(texts), add_special_tokens=False)
        for row, tokens in zip(rows, encoded, strict=True):
            if tokens.ids:
                row[:] = self._weights[tokens.ids].mean(axis=0, dtype=np.float32)
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        # The types of numpy 2.5 take the plain quotient for float64, which it is not.
        scaled: Vectors = np.divide(rows, np.maximum(lengths, 1e-12), dtype=np.float32)
        return scaled

    def embed_words(self, words: Sequence[str]) -> Vectors:
        """One row for each word. Passages share their words, so they are kept."""
        import numpy as np

        if len(self._words) > _MOST_WORDS:
            self._words.clear()
        fresh = [word for word in words if word not in self._words]
        self._words.update(zip(fresh, self.embed(fresh), strict=True))
        rows = [self._words[word] for word in words]
        return np.stack(rows) if rows else np.zeros((0, self.dimension), dtype=np.float32)


@cache
def load_bundled() -> BundledEmbedder | None:
    """The default embedder, None where wordllama is not installed; it never downloads."""
    folder = wordllama_folder()
    tokenizer = load_tokenizer()
    if folder is None or tokenizer is None or not (folder / "weights" / _WEIGHTS).is_file():
        return None
    from safetensors.numpy import load_file

    weights = load_file(folder / "weights" / _WEIGHTS)["embedding.weight"]
    return BundledEmbedder(weights, tokenizer)


def load_embedder(model: str = "") -> Embedder | None:
    """The embedder of a model's folder, the bundled one where none is named.

    None where the bundled one is not installed. Raises BadModel.
    """
    if not model:
        return load_bundled()
    from pathlib import Path

    from supportdesk_gui.policies.onnx_embedding import load_model

    return load_model(Path(model))
