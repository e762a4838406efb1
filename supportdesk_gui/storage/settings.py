"""What the agent has set, in one JSON file; never a key.

A damaged file is put aside as `settings.damaged.json` and the defaults serve. Entries that this
version does not know stay in the file. Named tuples: the start needs no dataclass, and a sixth of
its own time would go into making them.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from supportdesk_gui.storage.profiles import OFFLINE, OLD_NAMES, STANDARD, Profile, profiles_in

REPLY_LANGUAGES = ("en", "es", "fr", "de", "zh-Hant", "zh-Hans")
_CHOICES: dict[str, tuple[object, ...]] = {
    "theme": ("system", "light", "dark"),
    "scale": (90, 100, 115, 130),
    "triage_effort": ("low", "medium", "high"),
    "draft_effort": ("low", "medium", "high"),
    "index_place": ("here", "chroma", "qdrant"),
    "privacy": ("masked", "off", "strict"),
    "knowledge_tickets": (200, 1000, 5000),
}
_WORDS = frozenset({"rewriting_tools", "house_styles", "private_patterns"})
_FRAMES = {
    "en": ("Hello {name},", "Kind regards"),
    "es": ("Hola, {name}:", "Un saludo"),
    "fr": ("Bonjour {name},", "Cordialement"),
    "de": ("Guten Tag {name},", "Freundliche Grüße"),
    "zh-Hant": ("{name} 您好：", "敬祝順心"),
    "zh-Hans": ("{name} 您好：", "祝您愉快"),
}


class FrameTexts(NamedTuple):
    """Greeting and closing in one language; `{name}` stands for the requester."""

    greeting: str
    closing: str


def _default_frames() -> dict[str, FrameTexts]:
    return {language: FrameTexts(*texts) for language, texts in _FRAMES.items()}


class Settings(NamedTuple):
    """All settings with their defaults. `ui_language` empty means the system's.

    `engine` is the id of the profile in use, or "offline". `thinking_budget` in tokens and `sure_above` in per cent
    of confidence are triage's; `daily_cap_cents` in US cents; `consents` what the agent allowed
    to be sent where, by assist/consent.py. `privacy` says what is masked before it leaves, `private_patterns` are the agent's own
    regular expressions for that, by name. `rewriting_tools` are the agent's own, by name;
    `house_styles` by intent, a line for each sentence of a reply. `glossary` gives for a term its word in each language,
    `familiar` are the languages in which customers are addressed so (du, tu, tú, 你). `model_folder` is that of the policies' embedder, empty
    for the one that comes with the program; secrets of a shared index are in the keyring.
    `retention_days` says by source how long tickets stay without movement; 0 or none is for good.
    `knowledge_languages` beside the agent's own, empty for es, fr and de; `knowledge_tickets` how many it is made from.
    `show_pace` says whether pace and time saved are on view, `reply_seconds` how long the agent takes
    for a reply by hand, 0 where that was not said.
    `own_tags` are the agent's own, by name: `kind` (yes_no or words) and `instruction`.
    `readings` are how exports are read that are not read as found, by importing/choices.py.
    """

    ui_language: str = ""
    theme: str = "system"
    scale: int = 100
    show_keys: bool = True
    keep_on_top: bool = False
    show_pace: bool = True
    reply_seconds: int = 0
    agent_name: str = ""
    agent_email: str = ""
    agent_language: str = "en"
    reply_languages: tuple[str, ...] = REPLY_LANGUAGES
    frames: dict[str, FrameTexts] = _default_frames()
    helpdesk_adds_signature: bool = False
    engine: str = STANDARD
    profiles: tuple[Profile, ...] = (Profile(),)
    triage_effort: str = "low"
    draft_effort: str = "low"
    thinking: bool = True
    thinking_budget: int = 8000
    sure_above: int = 60
    translate_inbound: bool = True
    daily_cap_cents: int = 200
    requests_at_once: int = 4
    index_place: str = "here"
    chroma_address: str = ""
    qdrant_address: str = ""
    model_folder: str = ""
    consents: dict[str, dict[str, Any]] = {}
    privacy: str = "masked"
    private_patterns: dict[str, str] = {}
    rewriting_tools: dict[str, str] = {}
    house_styles: dict[str, str] = {}
    glossary: dict[str, dict[str, str]] = {}
    familiar: tuple[str, ...] = ()
    retention_days: dict[str, int] = {}
    readings: dict[str, dict[str, Any]] = {}
    own_tags: dict[str, dict[str, Any]] = {}
    knowledge_languages: tuple[str, ...] = ()
    knowledge_tickets: int = 200
    splitters: dict[str, list[int]] = {}
    geometry: str = ""
    unknown: MappingProxyType[str, Any] = MappingProxyType({})

    @property
    def profile(self) -> Profile:
        """The engine in use; offline, the standard one, whose models a forecast speaks of."""
        found = [one for one in self.profiles if one.id == self.engine]
        return found[0] if found else self.profiles[0]

    def with_profile(self, profile: Profile) -> Settings:
        """The same with a profile in the place of the one with its id."""
        changed = [profile if one.id == profile.id else one for one in self.profiles]
        return self._replace(profiles=tuple(changed))

    def frame_texts(self, language: str) -> FrameTexts:
        """Greeting and closing for a language; empty ones where the helpdesk adds its own."""
        texts = self.frames.get(language) or FrameTexts("", "")
        return FrameTexts(texts.greeting, "") if self.helpdesk_adds_signature else texts


class LoadedSettings(NamedTuple):
    """Settings, and whether the file was damaged and put aside."""

    settings: Settings
    was_damaged: bool = False


def load_settings(path: Path) -> LoadedSettings:
    """The settings in `path`; the defaults when there is no file."""
    try:
        text = path.read_text(encoding="utf-8")
        import json  # after the file was found: the very first start goes without

        values = json.loads(text)
        if not isinstance(values, dict):
            raise ValueError("not an object")
    except FileNotFoundError:
        return LoadedSettings(Settings())
    except (ValueError, OSError):
        with contextlib.suppress(OSError):
            path.replace(path.with_name("settings.damaged.json"))
        return LoadedSettings(Settings(), was_damaged=True)
    return LoadedSettings(_from_values(values))


def save_settings(path: Path, settings: Settings) -> None:
    """Write all settings at once, readable by the owner only. Raises OSError."""
    import json

    values: dict[str, Any] = {**settings.unknown, **settings._asdict()}
    del values["unknown"]
    values["frames"] = {
        language: {"greeting": texts.greeting, "closing": texts.closing}
        for language, texts in settings.frames.items()
    }
    values["profiles"] = [profile._asdict() for profile in settings.profiles]
    fresh = path.with_name(path.name + ".new")
    with open(
        os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8"
    ) as file:
        json.dump(values, file, ensure_ascii=False, indent=1)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)


def _from_values(values: dict[str, Any]) -> Settings:
    known = {name for name in Settings._fields if name != "unknown"}
    defaults = Settings()
    taken: dict[str, Any] = {}
    for name in known:
        default = getattr(defaults, name)
        value = values.get(name, default)
        if name == "profiles":
            value = profiles_in(values)
        elif isinstance(default, tuple) and isinstance(value, list):
            value = tuple(str(item) for item in value)
        if name == "frames":
            value = _frames(value)
        if name == "splitters":
            value = _splitters(value)
        if name == "glossary":
            value = _glossary(value)
        if name in ("consents", "readings", "own_tags"):
            value = _consents(value)
        if name == "retention_days":
            value = _days(value)
        if name in _WORDS:
            value = _words(value)
        possible = type(value) is type(default) and value in _CHOICES.get(name, (value,))
        taken[name] = value if possible else default
    if taken["engine"] not in {OFFLINE, *(one.id for one in taken["profiles"])}:
        taken["engine"] = STANDARD
    left = set(values) - known - OLD_NAMES
    unknown = {name: value for name, value in values.items() if name in left}
    return Settings(**taken, unknown=MappingProxyType(unknown))


def _splitters(value: object) -> dict[str, list[int]]:
    if not isinstance(value, dict):
        return {}
    return {
        str(name): sizes
        for name, sizes in value.items()
        if isinstance(sizes, list) and sizes and all(type(size) is int for size in sizes)
    }


def _glossary(value: object) -> dict[str, dict[str, str]]:
    """Terms with their words by language, without what is no text."""
    found = value if isinstance(value, dict) else {}
    return {
        str(term): {str(code): text for code, text in row.items() if isinstance(text, str)}
        for term, row in found.items()
        if isinstance(row, dict)
    }


def _consents(value: object) -> dict[str, dict[str, Any]]:
    found = value if isinstance(value, dict) else {}
    return {str(name): given for name, given in found.items() if isinstance(given, dict)}


def _days(value: object) -> dict[str, int]:
    found = value if isinstance(value, dict) else {}
    return {str(name): days for name, days in found.items() if type(days) is int and days > 0}


def _words(value: object) -> dict[str, str]:
    found = value if isinstance(value, dict) else {}
    return {str(name): text for name, text in found.items() if isinstance(text, str) and text}


def _frames(value: object) -> dict[str, FrameTexts]:
    frames = _default_frames()
    if isinstance(value, dict):
        for language, texts in value.items():
            if isinstance(texts, FrameTexts):
                frames[language] = texts
            elif isinstance(texts, dict):
                frames[str(language)] = FrameTexts(
                    str(texts.get("greeting", "")), str(texts.get("closing", ""))
                )
    return frames
