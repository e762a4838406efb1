"""What is known beforehand of each kind of engine: where it is, what it does, which models.

Sources: the vendors' pages on their Messages API as of autumn 2026. What is not sure there counts
as missing until *Test connection* has found it: nothing is sent that might be refused.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from supportdesk_gui.engine.addresses import CLAUDE as CLAUDE_API
from supportdesk_gui.engine.addresses import Address, address_from
from supportdesk_gui.engine.aws import region_of
from supportdesk_gui.engine.capabilities import ALL, Feature, Features
from supportdesk_gui.engine.models import known_models
from supportdesk_gui.storage import profiles
from supportdesk_gui.storage.profiles import MODELS, STANDARD, Profile

_CLOUD = ("-cloud", ":cloud")


@dataclass(frozen=True, slots=True)
class Kind:
    """`address` with {region} for Bedrock; `models` for triage, unsure tickets, drafts and
    translations; `is_own` says that it runs models on one's own computers: they cost nothing.
    """

    address: str
    features: Features
    models: tuple[str, str, str, str]
    needs_key: bool = False
    is_own: bool = False


def _four(small: str, large: str) -> tuple[str, str, str, str]:
    return small, large, large, small


_HAIKU, _SONNET = "claude-haiku-5-5", "claude-sonnet-5-5"
_OLD_HAIKU = "global.anthropic.claude-haiku-4-5-20251001-v1:0"
_OLD_SONNET = "global.anthropic.claude-sonnet-4-6"
_PLAIN = frozenset({Feature.STREAMING})
_KINDS: dict[str, Kind] = {
    profiles.CLAUDE: Kind(CLAUDE_API, ALL, _four(_HAIKU, _SONNET), needs_key=True),
    profiles.MANTLE: Kind(
        "https://bedrock-mantle.{region}.api.aws/anthropic", ALL - {Feature.BATCHES},
        _four(f"anthropic.{_HAIKU}", f"anthropic.{_SONNET}"),
    ),
    profiles.INVOKE_MODEL: Kind(
        "https://bedrock-runtime.{region}.amazonaws.com",
        ALL - {Feature.BATCHES, Feature.COUNTING}, _four(_OLD_HAIKU, _OLD_SONNET),
    ),
    profiles.LITELLM: Kind(
        "http://localhost:4000", _PLAIN | {Feature.TOOL, Feature.FORCING}, _four(_HAIKU, _SONNET)
    ),
    profiles.OLLAMA: Kind(
        "http://localhost:11434", _PLAIN | {Feature.TOOL}, _four("qwen3:8b", "qwen3:8b"),
        is_own=True,
    ),
    profiles.LM_STUDIO: Kind(
        "http://localhost:1234", _PLAIN | {Feature.TOOL}, _four("local-model", "local-model"),
        is_own=True,
    ),
    profiles.LLAMA_CPP: Kind(
        "http://localhost:8080", _PLAIN | {Feature.COUNTING}, _four("local-model", "local-model"),
        is_own=True,
    ),
    profiles.VLLM: Kind(
        "http://localhost:8000",
        _PLAIN | {Feature.SCHEMA, Feature.EFFORT, Feature.TOOL, Feature.COUNTING},
        _four("local-model", "local-model"), is_own=True,
    ),
    profiles.COMPATIBLE: Kind("", _PLAIN, _four(_HAIKU, _SONNET)),
}  # fmt: skip


def kind_of(profile: Profile) -> Kind:
    """What is known of its kind."""
    return _KINDS[profile.kind]


def new_profile(profile_id: str, kind: str, name: str) -> Profile:
    """A profile with what is usual for its kind."""
    models: dict[str, Any] = dict(zip(MODELS, _KINDS[kind].models, strict=True))
    return Profile(id=profile_id, name=name, kind=kind)._replace(**models)


def usual_address(profile: Profile) -> str:
    """Where such an engine is if nothing else is said; empty where that is not known."""
    usual = _KINDS[profile.kind].address
    if "{region}" not in usual:
        return usual
    region = region_of(profile.region, profile.aws_profile)
    return usual.format(region=region) if region else ""


def address_of(profile: Profile, given: str = "") -> Address | None:
    """Where its requests go, None where that is not known or is no address.

    `given` is the environment's word, which serves the standard engine.
    """
    url = (given if profile.id == STANDARD else "") or profile.address or usual_address(profile)
    return address_from(url) if url else None


def is_usable(profile: Profile, address: Address, key: str, *, looked: bool) -> bool:
    """Whether requests can be tried. `looked`: the keyring has been asked for the key."""
    if key or address.is_local:
        return True
    return looked and not kind_of(profile).needs_key


def is_free(profile: Profile, address: Address, model: str) -> bool:
    """Whether a model runs on a computer of one's own; Ollama has some that do not."""
    return kind_of(profile).is_own and address.is_local and not model.endswith(_CLOUD)


def model_choices(profile: Profile) -> tuple[str, ...]:
    """The models to choose from, by the names that they have there."""
    if profile.offered:
        return profile.offered
    usual = tuple(dict.fromkeys(kind_of(profile).models))
    if profile.kind == profiles.CLAUDE:
        return known_models()
    if profile.kind == profiles.MANTLE:
        return tuple(f"anthropic.{name}" for name in known_models())
    return usual
