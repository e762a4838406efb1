"""Sentences that are taken out of a reply leave no hole."""

from __future__ import annotations

import pytest

from supportdesk_gui.text.sentence_removal import removal_spans


@pytest.mark.parametrize(
    ("text", "sentences", "left"),
    [
        ("One. Two. Three.", ["Two."], "One. Three."),
        ("One. Two.\n\nThree.", ["Two."], "One.\n\nThree."),
        ("One.\n\nTwo.\n\nThree.", ["Two."], "One.\n\nThree."),
        ("One.\n\nTwo. Two more.\n\nThree.", ["Two.", "Two more."], "One.\n\nThree."),
        ("Hola, Lucía:\n\nUno.\n\n- Dos.\n- Gracias.\n\nUn saludo", ["Uno.", "- Dos."],
         "Hola, Lucía:\n\n- Gracias.\n\nUn saludo"),
        ("Two.\n\nOne.", ["Two."], "One."),
        ("One.\n\nTwo.", ["Two."], "One."),
        ("您好。\n送您 25 元。再见。", ["送您 25 元。"], "您好。\n再见。"),
        ("One. Two. 𝒳 Three. Two.", ["Two."], "One. 𝒳 Three."),
        ("One.", ["One."], ""),
        ("One.", ["Gone."], "One."),
    ],
)  # fmt: skip
def test_no_hole_is_left(text: str, sentences: list[str], left: str) -> None:
    found = text
    for start, end in reversed(removal_spans(text, sentences)):
        found = found[:start] + found[end:]
    assert found == left
