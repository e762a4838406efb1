"""The engines that an agent has set up: named, several, one in use. A profile holds no secret.

Named tuples and plain words, like the settings that keep them: the start reads them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

STANDARD = "claude"
"""The id of the profile that is always there; what the environment gives serves it."""
OFFLINE = "offline"
"""Stands for no profile: the engine without a model."""

CLAUDE, MANTLE, INVOKE_MODEL = "claude", "mantle", "invoke_model"
OLLAMA, LM_STUDIO, LLAMA_CPP, VLLM = "ollama", "lm_studio", "llama_cpp", "vllm"
LITELLM, COMPATIBLE = "litellm", "compatible"
KINDS = (
    CLAUDE, MANTLE, INVOKE_MODEL, LITELLM, OLLAMA, LM_STUDIO, LLAMA_CPP, VLLM, COMPATIBLE,
)  # fmt: skip
"""Claude API, Amazon Bedrock in its newer and its older way, a gateway, servers of one's own, and
any other address with the Messages API."""
MODELS = ("triage_model", "stronger_model", "draft_model", "translation_model")
DIRECT = "direct"
"""In the place of a proxy: none, whatever the system says."""


class Profile(NamedTuple):
    """One engine. `name` empty: as its kind is called.

    `address` empty means the kind's own; `region` and `aws_profile` are Bedrock's, empty means as
    AWS's own files and variables say. `proxy` empty means the system's. `ca_file` is a PEM file
    that is trusted beside the system's certificates. `found` says by "address model" which
    features work there, as tested or learnt, `offered` which models it has, as it said itself,
    `tested` when (ISO date).
    """

    id: str = STANDARD
    name: str = ""
    kind: str = CLAUDE
    address: str = ""
    region: str = ""
    aws_profile: str = ""
    triage_model: str = "claude-haiku-5-5"
    stronger_model: str = "claude-sonnet-5-5"
    draft_model: str = "claude-sonnet-5-5"
    translation_model: str = "claude-haiku-5-5"
    proxy: str = ""
    proxy_user: str = ""
    ca_file: str = ""
    found: dict[str, dict[str, bool]] = {}
    offered: tuple[str, ...] = ()
    tested: str = ""

    @property
    def is_bedrock(self) -> bool:
        """Whether Amazon signs and serves its requests."""
        return self.kind in {MANTLE, INVOKE_MODEL}


def profiles_in(values: Mapping[str, Any]) -> tuple[Profile, ...]:
    """The profiles in a settings file, the standard one first.

    A file from before there were several has one engine's values at its top.
    """
    found = values.get("profiles")
    if not isinstance(found, (list, tuple)):
        return (_profile({"address": values.get("base_url"), **_models(values)}),)
    profiles = {one.id: one for one in map(_profile, found)}
    standard = profiles.pop(STANDARD, Profile())
    return (standard, *profiles.values())


OLD_NAMES = frozenset({"base_url", *MODELS})
"""Settings that stand in a profile today."""


def _models(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: values[name] for name in MODELS if name in values}


def _profile(found: object) -> Profile:
    if isinstance(found, Profile):
        return found
    values = found if isinstance(found, dict) else {}
    taken: dict[str, Any] = {
        name: values[name]
        for name, default in Profile()._asdict().items()
        if type(values.get(name)) is type(default)
    }
    if taken.get("kind", CLAUDE) not in KINDS:
        taken["kind"] = COMPATIBLE  # of a later version
    taken["found"] = {
        str(place): {str(name): on for name, on in row.items() if isinstance(on, bool)}
        for place, row in taken.get("found", {}).items()
        if isinstance(row, dict)
    }
    offered = values.get("offered")
    taken["offered"] = tuple(map(str, offered)) if isinstance(offered, list) else ()
    return Profile(**taken)
