"""What engines are called, and what is said of what they do."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from supportdesk_gui.engine.capabilities import Feature
from supportdesk_gui.storage import profiles
from supportdesk_gui.storage.profiles import Profile
from supportdesk_gui.ui.engine_words import model_words


def kind_words(kind: str) -> str:
    """A kind of engine by its name."""
    words = {
        profiles.CLAUDE: QCoreApplication.translate("Profile", "Claude API"),
        profiles.MANTLE: QCoreApplication.translate("Profile", "Amazon Bedrock (Mantle)"),
        profiles.INVOKE_MODEL: QCoreApplication.translate(
            "Profile", "Amazon Bedrock (InvokeModel)"
        ),
        profiles.LITELLM: QCoreApplication.translate("Profile", "LiteLLM gateway"),
        profiles.OLLAMA: "Ollama",
        profiles.LM_STUDIO: "LM Studio",
        profiles.LLAMA_CPP: "llama.cpp",
        profiles.VLLM: "vLLM",
        profiles.COMPATIBLE: QCoreApplication.translate("Profile", "Another address"),
    }
    return words[kind]


def profile_words(profile: Profile) -> str:
    """A profile by its name."""
    return profile.name or kind_words(profile.kind)


def learnt_words(model: str, features: Iterable[Feature]) -> str:
    """Said once, when an engine has refused something for the first time."""
    names = {
        Feature.STREAMING: QCoreApplication.translate("Connection", "streaming"),
        Feature.THINKING: QCoreApplication.translate("Connection", "thinking"),
        Feature.EFFORT: QCoreApplication.translate("Connection", "effort"),
        Feature.SCHEMA: QCoreApplication.translate("Connection", "structured output"),
        Feature.TOOL: QCoreApplication.translate("Connection", "answers by a tool"),
        Feature.FORCING: QCoreApplication.translate("Connection", "a tool that must be used"),
        Feature.CITATIONS: QCoreApplication.translate("Connection", "citations"),
        Feature.CACHING: QCoreApplication.translate("Connection", "caching"),
        Feature.COUNTING: QCoreApplication.translate("Connection", "token counting"),
        Feature.BATCHES: QCoreApplication.translate("Connection", "batches"),
    }
    text = QCoreApplication.translate(
        "Profile", "{model} does not take this here: {features}. Requests go on without it."
    )
    given = set(features)
    named = [name for feature, name in names.items() if feature in given]
    return text.format(model=model_words(model), features=", ".join(named))
