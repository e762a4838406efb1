"""Tries what the agent is about to choose: a server, or a folder with a model."""

from __future__ import annotations

from supportdesk_gui.policies.embedding import load_embedder
from supportdesk_gui.policies.errors import BadModel, VectorsAway
from supportdesk_gui.policies.shared_upkeep import reach
from supportdesk_gui.policies.vector_choice import Away, VectorChoice


def try_place(choice: VectorChoice) -> str:
    """Why the chosen server does not serve, as a value of Away; empty when it does."""
    try:
        embedder = load_embedder(choice.model)
    except BadModel:
        embedder = load_embedder()
    if embedder is None:
        return Away.NO_EMBEDDER.value
    try:
        reach(choice, embedder)
    except VectorsAway as away:
        return away.why.value
    return ""


def try_model(choice: VectorChoice) -> str:
    """Why the chosen folder is no model, as a value of ModelFault; empty when it is one."""
    try:
        load_embedder(choice.model)
    except BadModel as bad:
        return bad.fault.value
    return ""
