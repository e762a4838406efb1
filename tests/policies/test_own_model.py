"""An embedder of the agent's own: what it gives, what is said of a bad folder, and the change."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from supportdesk_gui.policies.document import IndexNotice
from supportdesk_gui.policies.errors import BadModel
from supportdesk_gui.policies.index import Event, Index
from supportdesk_gui.policies.onnx_embedding import load_model
from supportdesk_gui.policies.vector_choice import (
    ModelFault,
    Place,
    Stage,
    VectorChoice,
    VectorState,
)
from tests.policies.onnx_model import DIMENSION, write_model
from tests.policies.shop import data_folder, opened, run, write_shop

QUESTION = "When do I get my money back?"


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return write_shop(tmp_path)


@pytest.fixture
def model(tmp_path: Path, shop: Path) -> Path:
    texts = [file.read_text(encoding="utf-8") for file in shop.rglob("*.md")]
    write_model(tmp_path / "model", [*texts, QUESTION])
    return tmp_path / "model"


def test_long_texts_are_averaged_over_windows(tmp_path: Path) -> None:
    words = [f"w{number}" for number in range(20)]
    weights = write_model(tmp_path / "m", [" ".join(words)])
    embedder = load_model(tmp_path / "m")
    order = {word: place for place, word in enumerate(sorted(words), start=1)}
    rows = weights[[order[word] for word in words]]

    def unit(vector: np.ndarray) -> np.ndarray:
        return vector / np.linalg.norm(vector)

    whole, tail = unit(rows[:16].mean(axis=0)), unit(rows[16:].mean(axis=0))
    found = embedder.embed([" ".join(words), "w3"])
    assert embedder.dimension == DIMENSION
    assert np.allclose(found[0], unit(16 * whole + 4 * tail), atol=1e-5)
    assert np.allclose(found[1], unit(rows[3]), atol=1e-5)

    (tmp_path / "m" / "1_Pooling").mkdir()
    (tmp_path / "m" / "1_Pooling" / "config.json").write_text('{"pooling_mode_cls_token": true}')
    first = load_model(tmp_path / "m").embed(["w3 w4 w5"])
    assert np.allclose(first[0], unit(rows[3]), atol=1e-5)


def test_a_bad_folder_says_what_is_missing(model: Path) -> None:
    def fault() -> ModelFault:
        with pytest.raises(BadModel) as bad:
            load_model(model)
        return bad.value.fault

    sound = (model / "model.onnx").read_bytes()
    (model / "model.onnx").write_bytes(sound[: len(sound) // 2])
    assert fault() is ModelFault.NOT_LOADABLE
    (model / "onnx").mkdir()
    (model / "model.onnx").unlink()
    assert fault() is ModelFault.NO_MODEL
    (model / "onnx" / "model.onnx").write_bytes(sound)
    assert load_model(model).dimension == DIMENSION
    (model / "tokenizer.json").unlink()
    assert fault() is ModelFault.NO_TOKENIZER


def _maker(index: Index) -> str:
    assert index.meaning is not None
    return index.meaning.embedder.identity.partition("-")[0]


def _change(index: Index, choice: VectorChoice) -> list[Event]:
    """Use another embedder; searches are answered by meaning at every step."""
    said = list(index.use(choice))
    before = _maker(index)
    for event in index.work():
        said.append(event)
        result = index.search(QUESTION, "en", 1, internal=False)
        assert not result.lexical_only and result.hits[0].meaning > 0.1
        assert _maker(index) == before or not index.behind
    return said


@pytest.mark.parametrize("place", Place)
def test_the_old_vectors_answer_until_the_new_ones_are_whole(
    tmp_path: Path, shop: Path, model: Path, place: Place, request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    address = str(tmp_path / "qdrant") if place is Place.QDRANT else ""
    if place is Place.CHROMA:
        address = request.getfixturevalue("chroma").url
    usual, own = VectorChoice(place, address), VectorChoice(place, address, model=str(model))
    folder = data_folder(tmp_path)
    with opened(folder, usual) as (index, _):
        index.add([shop], internal=False)
        run(index)
        assert _maker(index) == "wordllama"
    with opened(folder, usual) as (index, _):
        if place is Place.HERE:
            said = _change(index, own)
            filling = [one for one in said if isinstance(one, VectorState)]
            assert filling[0].stage is Stage.FILLING and filling[0].serves
        else:
            index.use(own)
            run(index)
        assert _maker(index) == "onnx"
    monkeypatch.setattr("supportdesk_gui.policies.index._TELL_EVERY", 0.0)  # every step is told
    with opened(folder, own) as (index, said):
        assert _maker(index) == "onnx"
        assert not [
            one for one in said if isinstance(one, VectorState) and one.stage is Stage.FILLING
        ]
        assert not index.search(QUESTION, "en", 1, internal=False).lexical_only


def test_a_model_that_has_gone_leaves_the_words(tmp_path: Path, shop: Path, model: Path) -> None:
    folder, own = data_folder(tmp_path), VectorChoice(model=str(model))
    with opened(folder, own) as (index, _):
        index.add([shop], internal=False)
        run(index)
    model.rename(tmp_path / "elsewhere")
    with opened(folder, own) as (index, said):
        assert IndexNotice.MODEL_UNUSABLE in said
        assert index.search(QUESTION, "en", 1, internal=False).lexical_only
        # Back to the bundled one: that is a choice, and nothing was damaged.
        index.use(VectorChoice())
        assert IndexNotice.REBUILT not in run(index)
        assert _maker(index) == "wordllama"
