"""Word by word, what went and what came."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from supportdesk_gui.text.changes import Change, changes

_TEXTS = st.text(alphabet="ab .,\n你好é", max_size=40)


@settings(max_examples=200, deadline=None)
@given(_TEXTS, _TEXTS)
def test_the_pieces_give_both_texts(before: str, after: str) -> None:
    found = changes(before, after)
    assert "".join(one.text for one in found if one.change is not Change.ADDED) == before
    assert "".join(one.text for one in found if one.change is not Change.REMOVED) == after


def _shown(before: str, after: str) -> str:
    signs = {Change.SAME: "{}", Change.REMOVED: "[-{}]", Change.ADDED: "[+{}]"}
    return "".join(signs[one.change].format(one.text) for one in changes(before, after))


def test_words_are_told_apart_and_small_words_do_not_stand_alone() -> None:
    assert _shown("We refund it soon.", "We refund it within 14 days.") == (
        "We refund it [-soon][+within 14 days]."
    )
    assert _shown("We send the lamp back now.", "They give the chair back now.") == (
        "[-We send the lamp ][+They give the chair ]back now."
    )


def test_chinese_is_compared_by_characters() -> None:
    assert _shown("包裹没有送到，我们会退款。", "包裹尚未送达，我们会退款。") == (
        "包裹[-没有送到][+尚未送达]，我们会退款。"
    )


def test_a_long_text_takes_no_time() -> None:
    before = "\n".join(f"word{number % 700} " * 40 for number in range(1000))
    began = time.thread_time()
    found = changes(before, before.replace("word5 ", "other "))
    assert time.thread_time() - began < 2
    assert any(one.change is Change.ADDED for one in found)
