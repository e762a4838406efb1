"""An embedder of the agent's own: a folder with a sentence model as ONNX and its tokenizer.

What is read: `model.onnx` (or `onnx/model.onnx`), `tokenizer.json`, and where they are there
`sentence_bert_config.json`, `tokenizer_config.json` and `config.json` for the longest input and
`1_Pooling/config.json` for the pooling; without them 256 tokens and the mean. A passage longer
than the input is embedded in windows of that length, weighed by their tokens and averaged: a
model that cuts its input off would lose the end of most passages (hit@1 87 to 75 on XQuAD).
Nothing is downloaded and no code of the folder is run.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from supportdesk_gui.policies.errors import BadModel
from supportdesk_gui.policies.vector_choice import ModelFault

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from tokenizers import Encoding, Tokenizer

    from supportdesk_gui.policies.embedding import Vectors

_LONGEST, _USUAL, _LEAST = 512, 256, 16
_WINDOWS_AT_ONCE = 16
_LIMITS = (
    ("sentence_bert_config.json", "max_seq_length"),
    ("tokenizer_config.json", "model_max_length"),
    ("config.json", "max_position_embeddings"),
)


class OnnxEmbedder:
    """The model of one folder. `identity` is that of its files, wherever the folder lies."""

    at_once = 1
    is_bundled = False

    def __init__(self, identity: str, session: Any, tokenizer: Tokenizer, first_only: bool) -> None:
        self.identity = identity
        self._session = session
        self._tokenizer = tokenizer
        self._first_only = first_only
        self._inputs = {one.name for one in session.get_inputs()}
        self.dimension: int = self._run(self._windows("a")).shape[1]

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One unit vector for each text."""
        import numpy as np

        rows = np.zeros((len(texts), self.dimension), dtype=np.float32)
        windows = [
            (row, one) for row, text in zip(rows, texts, strict=True) for one in self._windows(text)
        ]
        windows.sort(key=lambda pair: len(pair[1].ids))  # like with like: less padding
        for first in range(0, len(windows), _WINDOWS_AT_ONCE):
            batch = windows[first : first + _WINDOWS_AT_ONCE]
            found = self._run([one for _, one in batch])
            for (row, one), vector in zip(batch, found, strict=True):
                np.add(row, _unit(vector) * len(one.ids), out=row)
        return _unit(rows)

    def _windows(self, text: str) -> list[Encoding]:
        encoded = self._tokenizer.encode(text)
        return [encoded, *encoded.overflowing]

    def _run(self, windows: Sequence[Encoding]) -> NDArray[np.float32]:
        """The pooled vectors of some windows, padded to the longest."""
        import numpy as np

        longest = max(1, *(len(window.ids) for window in windows))
        ids = np.zeros((len(windows), longest), dtype=np.int64)
        mask = np.zeros_like(ids)
        for row, window in enumerate(windows):
            ids[row, : len(window.ids)] = window.ids
            mask[row, : len(window.ids)] = 1
        given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        outputs = self._session.run(None, {name: given[name] for name in self._inputs})
        hidden = np.asarray(outputs[0], dtype=np.float32)
        if hidden.ndim == 2:  # the model pools by itself
            return hidden
        if self._first_only:
            return hidden[:, 0]
        weights = mask[:, :, None].astype(np.float32)
        pooled = (hidden * weights).sum(axis=1) / np.maximum(weights.sum(axis=1), 1.0)
        return np.asarray(pooled, dtype=np.float32)


def load_model(folder: Path) -> OnnxEmbedder:
    """The embedder in a folder. Raises BadModel, which says what is missing."""
    model = next(
        (
            path
            for path in (folder / "model.onnx", folder / "onnx" / "model.onnx")
            if path.is_file()
        ),
        None,
    )
    if model is None:
        raise BadModel(ModelFault.NO_MODEL)
    spelling = folder / "tokenizer.json"
    if not spelling.is_file():
        raise BadModel(ModelFault.NO_TOKENIZER)
    try:
        tokenizer, first_only, longest = _tokenizer(folder)
        session = _session(model)
        identity = f"onnx-{_digest(model, spelling)}-{longest}"
    except Exception as error:  # a panic of either library is about the files, too
        raise BadModel(ModelFault.NOT_LOADABLE) from error
    try:
        embedder = OnnxEmbedder(identity, session, tokenizer, first_only)
    except Exception as error:
        raise BadModel(ModelFault.NO_VECTORS) from error
    return embedder


def _tokenizer(folder: Path) -> tuple[Tokenizer, bool, int]:
    from tokenizers import Tokenizer

    tokenizer: Tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    limits = [_said(folder / name, field) for name, field in _LIMITS]
    longest = min(
        [int(limit) for limit in limits if isinstance(limit, int) and limit > 0] or [_USUAL]
    )
    longest = max(_LEAST, min(longest, _LONGEST))
    tokenizer.no_padding()
    tokenizer.enable_truncation(longest)
    pools_first = _said(folder / "1_Pooling" / "config.json", "pooling_mode_cls_token") is True
    return tokenizer, pools_first, longest


def _session(model: Path) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4
    # One core stays free for the window.
    options.intra_op_num_threads = max(1, (os.cpu_count() or 2) - 1)
    return onnxruntime.InferenceSession(
        str(model), sess_options=options, providers=["CPUExecutionProvider"]
    )


def _said(file: Path, field: str) -> object:
    try:
        values = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return values.get(field) if isinstance(values, dict) else None


def _digest(*files: Path) -> str:
    digest = hashlib.sha256()
    for file in files:
        with file.open("rb") as stream:
            digest.update(hashlib.file_digest(stream, "sha256").digest())
    return digest.hexdigest()[:16]


def _unit(values: NDArray[np.float32]) -> NDArray[np.float32]:
    import numpy as np

    lengths = np.linalg.norm(values, axis=-1, keepdims=True)
    scaled: NDArray[np.float32] = np.divide(values, np.maximum(lengths, 1e-12), dtype=np.float32)
    return scaled
