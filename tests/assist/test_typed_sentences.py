"""What an agent typed in a language tab stays with its sentence, and the draft may follow it."""

from __future__ import annotations

from supportdesk_gui.assist.drafting import Origin, SentenceIn
from supportdesk_gui.assist.typed_sentences import led_by, typed_for, with_typed

_KEPT = (
    SentenceIn(0, "Hola.", "Hello.", Origin.FRAME, "\n\n"),
    SentenceIn(1, "Le pagamos.", "We pay you. Today.", Origin.TYPED, " "),
    SentenceIn(2, "Gracias.", "Thanks.", Origin.TRANSLATED),
)


def _texts(sentences: tuple[SentenceIn, ...]) -> list[tuple[int, str, str, str]]:
    return [(one.id, one.source, one.text, one.gap) for one in sentences]


def test_the_pairs_follow_what_the_draft_took_over() -> None:
    parts = (
        SentenceIn(0, "We pay you.", "Se lo pagamos. Todo.", Origin.TRANSLATED, " "),
        SentenceIn(1, "Today.", "Hoy.", Origin.TRANSLATED),
    )
    found = led_by(_KEPT, 1, parts)
    assert _texts(found) == [
        (0, "Hola.", "Hello.", "\n\n"),
        (1, "Se lo pagamos.", "We pay you.", " "),
        (2, "Todo.", "", " "),
        (3, "Hoy.", "Today.", " "),
        (4, "Gracias.", "Thanks.", ""),
    ]
    assert [one.origin for one in found[1:4]] == [Origin.LEADING] * 3
    draft = "Hola.\n\nSe lo pagamos. Todo. Hoy. Gracias."
    assert typed_for(draft, found)["Todo."] == "", "nothing of it is asked for again"


def test_without_parts_the_sentence_is_gone() -> None:
    assert [one.source for one in led_by(_KEPT, 1, ())] == ["Hola.", "Gracias."]


def test_a_typed_sentence_leads_no_longer_once_the_draft_was_changed() -> None:
    led = led_by(_KEPT, 1, (SentenceIn(0, "We pay.", "Pagamos.", Origin.TRANSLATED),))
    same = [SentenceIn(n, one.source, "?", Origin.TRANSLATED) for n, one in enumerate(led)]
    assert with_typed(same, led)[1].origin is Origin.LEADING
    other = [same[0], SentenceIn(1, "No pagamos.", "?", Origin.TRANSLATED), same[2]]
    found = with_typed(other, led)[1]
    assert found.text == "We pay." and found.origin is Origin.TYPED
