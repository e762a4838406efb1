"""The sample shop's policies are parallel line by line in six languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from supportdesk_gui.text.sentences import split_sentences

POLICIES = Path(__file__).resolve().parents[2] / "resources" / "sample_shop" / "policies"
NAMES = sorted(path.name for path in (POLICIES / "en").glob("*.md"))


def _kind(line: str) -> str:
    if not line.strip():
        return ""
    if line.startswith("#"):
        return line.split(" ", 1)[0]
    return "-" if line.startswith("- ") else "sentence"


def test_there_are_enough_of_them() -> None:
    text = "".join((POLICIES / "en" / name).read_text(encoding="utf-8") for name in NAMES)
    assert len(NAMES) >= 12
    assert len(text) > 42_000  # about 10,000 tokens


@pytest.mark.parametrize("language", ["es", "fr", "de", "zh-Hant", "zh-Hans"])
@pytest.mark.parametrize("name", NAMES)
def test_each_line_has_its_counterpart(language: str, name: str) -> None:
    english = (POLICIES / "en" / name).read_text(encoding="utf-8").splitlines()
    other = (POLICIES / language / name).read_text(encoding="utf-8").splitlines()
    assert [_kind(line) for line in other] == [_kind(line) for line in english]
    for line in other:
        if _kind(line) == "sentence" and ":" not in line[:20]:
            assert len(split_sentences(line)) == 1, line
