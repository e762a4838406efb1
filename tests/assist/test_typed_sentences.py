"""What an agent typed in a language tab stays with its sentence, and the draft may follow it."""

from __future__ import annotations

from supportdesk_gui.assist.drafting import Origin, SentenceIn
from supportdesk_gui.assist.typed_sentences import is_of_engine, led_by, typed_for, with_typed

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
    assert found.text == "We pay." and found.origin is Origin.OVERTAKEN


def test_a_second_typing_takes_the_place_of_all_that_the_first_one_led() -> None:
    parts = (SentenceIn(0, "We pay.", "Se lo pagamos. Todo.", Origin.TRANSLATED),)
    led = led_by(_KEPT, 1, parts)
    again = (*led[:1], led[1].typed("We pay all."), *led[2:])
    assert again[1].origin is Origin.TYPED and again[1].is_led
    found = led_by(again, 1, (SentenceIn(0, "We pay all.", "Pagamos.", Origin.TRANSLATED, ""),))
    assert [one.source for one in found] == ["Hola.", "Pagamos.", "Gracias."]


def test_whose_a_sentence_of_the_draft_is() -> None:
    drafted = "Hola. Su paquete: [tracking status]. Gracias."
    led = led_by(_KEPT, 1, (SentenceIn(0, "We pay.", "Pagamos.", Origin.TRANSLATED),))
    for sentence in ("Hola.", "Su paquete: en camino.", "Pagamos."):
        assert is_of_engine(sentence, drafted, led), sentence
    assert is_of_engine("Pagamos.", drafted, [led[1].typed("We pay now.")])
    for sentence in ("Hola!", "Su caja: en camino.", "Le pagamos."):
        assert not is_of_engine(sentence, drafted, led), sentence


def test_a_sentence_of_little_but_a_blank_makes_no_other_the_engines() -> None:
    drafted = "Aquí:\n\n[tracking link]\n\nEl [día]. [1]. [Datum]！您的包裹：[状态]。好，[日期]。"
    for sentence in ("Yo mismo le llamo el lunes.", "El gerente le llama.", "好，我给您打电话。"):
        assert not is_of_engine(sentence, drafted, ()), sentence
    assert is_of_engine("[tracking link]", drafted, ()), "as the engine wrote it"
    assert is_of_engine("您的包裹：在路上。", "您好。您的包裹：[状态]。", ())
