"""Words of the policy index in the settings: how it stands, and what is wrong."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale

from supportdesk_gui.policies.vector_choice import Away, ModelFault, Place, Stage, VectorState


def away_words(away: Away) -> str:
    """Why a server does not serve, and what to do."""
    words = {
        Away.NO_ADDRESS: QCoreApplication.translate("PolicyPlace", "Enter the server’s address."),
        Away.UNREACHABLE: QCoreApplication.translate(
            "PolicyPlace", "Nothing answers there. Check the address, and whether the server runs."
        ),
        Away.CERTIFICATE: QCoreApplication.translate(
            "PolicyPlace", "The server’s certificate is not trusted on this computer."
        ),
        Away.REFUSED: QCoreApplication.translate(
            "PolicyPlace", "The server is there and refused. Check the headers or the key."
        ),
        Away.ANOTHER_KIND: QCoreApplication.translate(
            "PolicyPlace", "Something else answers there, or another version of it."
        ),
        Away.IN_USE: QCoreApplication.translate(
            "PolicyPlace", "Another program uses this folder. One at a time can."
        ),
        Away.NO_CLIENT: QCoreApplication.translate(
            "PolicyPlace", "Qdrant’s client is not installed. The extra “qdrant” brings it."
        ),
        Away.NO_EMBEDDER: QCoreApplication.translate(
            "PolicyPlace", "This computer has no embedder, so there is nothing to keep there."
        ),
    }
    return words[away]


def fault_words(fault: ModelFault) -> str:
    """What a folder lacks to be a model."""
    words = {
        ModelFault.NO_MODEL: QCoreApplication.translate(
            "PolicyPlace", "There is no model.onnx in this folder, nor in its folder onnx."
        ),
        ModelFault.NO_TOKENIZER: QCoreApplication.translate(
            "PolicyPlace", "There is no tokenizer.json in this folder."
        ),
        ModelFault.NOT_LOADABLE: QCoreApplication.translate(
            "PolicyPlace", "The files of this model cannot be read. Copy the folder again."
        ),
        ModelFault.NO_VECTORS: QCoreApplication.translate(
            "PolicyPlace", "This model gives no vectors for a text. It is of another kind."
        ),
    }
    return words[fault]


def state_words(state: VectorState | None) -> str:
    """How it stands with the vectors, in a sentence or two."""
    if state is None or state.stage is Stage.CONNECTING:
        return QCoreApplication.translate("PolicyPlace", "Starting.")
    if state.away is not None:
        text = QCoreApplication.translate(
            "PolicyPlace", "{reason} Until then policies are searched by words only."
        )
        return text.format(reason=away_words(state.away))
    if state.fault is not None:
        text = QCoreApplication.translate(
            "PolicyPlace", "{reason} Policies are searched by words only."
        )
        return text.format(reason=fault_words(state.fault))
    if state.stage is Stage.WORDS_ONLY:
        return QCoreApplication.translate("PolicyPlace", "Policies are searched by words only.")
    if state.stage is Stage.FILLING:
        text = QCoreApplication.translate(
            "PolicyPlace",
            "{done} of {total} passages are done. Searches go on meanwhile.",
        )
        number = QLocale().toString
        return text.format(done=number(state.done), total=number(state.total))
    if state.place is Place.HERE:
        return QCoreApplication.translate("PolicyPlace", "All passages are on this computer.")
    return QCoreApplication.translate("PolicyPlace", "All passages are on the server.")


def model_words(folder: str) -> str:
    """Which embedder it is."""
    if not folder:
        return QCoreApplication.translate("PolicyPlace", "The one that comes with the program.")
    return Path(folder).name
