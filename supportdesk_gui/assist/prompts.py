"""The prompts that come with the program, as texts under resources/prompts."""

from __future__ import annotations

from functools import cache

from supportdesk_gui.resources import resource

_NAMES = {
    "en": "English", "es": "Spanish", "fr": "French", "de": "German",
    "zh-Hant": "Traditional Chinese (Taiwan usage)",
    "zh-Hans": "Simplified Chinese (mainland usage)",
    "pt": "Portuguese", "it": "Italian", "nl": "Dutch", "pl": "Polish", "sv": "Swedish",
    "da": "Danish", "tr": "Turkish", "fi": "Finnish", "cs": "Czech", "hu": "Hungarian",
    "vi": "Vietnamese", "ja": "Japanese", "ko": "Korean", "ru": "Russian", "uk": "Ukrainian",
    "ar": "Arabic", "fa": "Persian", "el": "Greek", "he": "Hebrew", "hi": "Hindi", "th": "Thai",
}  # fmt: skip


@cache
def prompt(name: str) -> str:
    """The text of resources/prompts/<name>.md, with its {fields} still open."""
    return resource("prompts", f"{name}.md").read_text(encoding="utf-8").strip()


def language_name(code: str) -> str:
    """A language as a prompt names it; a code that is not known speaks for itself."""
    return _NAMES.get(code, f"the language with the code {code}")
