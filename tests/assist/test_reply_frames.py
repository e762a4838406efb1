"""The sentences around a policy sentence: complete in six languages, and without promises."""

import json
import re

import pytest

from supportdesk_gui.assist import reply_frames
from supportdesk_gui.assist.drafting import Stance
from supportdesk_gui.assist.reply_frames import FRAME_LANGUAGES
from supportdesk_gui.resources import resource
from supportdesk_gui.text.sentences import split_sentences
from supportdesk_gui.tickets.ticket import Intent

FRAMES = {
    language: json.loads(resource("reply_frames", f"{language}.json").read_text(encoding="utf-8"))
    for language in FRAME_LANGUAGES
}


@pytest.mark.parametrize("language", FRAME_LANGUAGES)
def test_every_language_has_the_same_kinds_and_variants(language: str) -> None:
    shape = {kind: len(variants) for kind, variants in FRAMES["en"].items()}
    assert {kind: len(variants) for kind, variants in FRAMES[language].items()} == shape
    assert min(shape.values()) >= 2


@pytest.mark.parametrize("language", FRAME_LANGUAGES)
def test_a_frame_is_one_sentence_without_numbers_and_unlike_all_others(language: str) -> None:
    sentences = [one for variants in FRAMES[language].values() for one in variants]
    assert len(set(sentences)) == len(sentences)
    for sentence in sentences:
        assert split_sentences(sentence) == [(0, len(sentence))], sentence
        assert not re.search(r"[\d０-９]", sentence)


def test_chinese_frames_are_written_in_their_own_script() -> None:
    from opencc import OpenCC

    simplify = OpenCC("t2s")
    for variants in FRAMES["zh-Hans"].values():
        assert all(simplify.convert(one) == one for one in variants)
    traditional = "".join(one for variants in FRAMES["zh-Hant"].values() for one in variants)
    assert simplify.convert(traditional) != traditional


@pytest.mark.parametrize("target", FRAME_LANGUAGES)
@pytest.mark.parametrize("source", FRAME_LANGUAGES)
def test_a_frame_is_found_again_in_every_language(source: str, target: str) -> None:
    said = reply_frames.next_step(source, Intent.INVOICE, Stance.GRANT, "", 1)
    wanted = reply_frames.next_step(target, Intent.INVOICE, Stance.GRANT, "", 1)
    assert reply_frames.same_sentence(said, source, target) == wanted


def test_what_is_no_frame_is_not_found() -> None:
    assert reply_frames.same_sentence("We refund you at once.", "en", "de") is None
    thanks = reply_frames.opening("en", "", 0)
    assert reply_frames.same_sentence(thanks, "en", "pt") is None


def test_tickets_get_different_variants() -> None:
    assert len({reply_frames.opening("de", "", seed) for seed in range(6)}) == 3


@pytest.mark.parametrize(
    ("greeting", "name", "result"),
    [
        ("Hello {name},", "Ana", "Hello Ana,"),
        ("Hello {name},", "", "Hello,"),
        ("Hola, {name}:", "", "Hola:"),
        ("{name} 您好：", "", "您好："),
        ("{name}，您好：", "吳宗霖", "吳宗霖，您好："),
        ("Guten Tag,", "Ana", "Guten Tag,"),
    ],
)
def test_a_greeting_closes_up_without_a_name(greeting: str, name: str, result: str) -> None:
    assert reply_frames.named(greeting, name) == result


@pytest.mark.parametrize(
    ("greeting", "name"),
    [
        ("Hello Ana,", "Ana"),
        ("Hola, Lucía:", "Lucía"),
        ("Bonjour Étienne,", "Étienne"),
        ("Guten Tag Jörg,", "Jörg"),
        ("吳宗霖 您好：", "吳宗霖"),
        ("您好：", ""),
        ("Hello,", ""),
    ],
)
def test_the_name_in_a_greeting_is_found(greeting: str, name: str) -> None:
    assert reply_frames.is_greeting(greeting)
    assert reply_frames.name_in(greeting) == name


def test_what_the_agent_typed_is_no_closing() -> None:
    assert reply_frames.is_closing("Kind regards\nMarlow & Pine")
    assert not reply_frames.is_closing("I have also credited 5 euros.")
    assert not reply_frames.is_closing("Is this the right address?")


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Hello Ana,\n\nIt is on its way.\nThank you.\nKind regards\nMarlow", "It is on its way.\nThank you."),
        ("Hi Tom\nWe sent it.\nBest,\nAnna\nSupport team, +49 30 1234567", "We sent it."),
        ("Dear Tom,\nWe sent it.\n\nBest regards,\n\nAnna\n\nMarlow & Pine\nTel. 123", "We sent it."),
        ("Hola, Ana:\n\nSale hoy.\nUn saludo, Marlow", "Sale hoy."),
        ("Bonjour Ana,\nIl part.\nCordialement,", "Il part."),
        ("Hallo Ana,\nEs kommt.\nMit freundlichen Grüßen\nAnna", "Es kommt."),
        ("您好：\n\n包裹已寄出。\n敬祝順心", "包裹已寄出。"),
        ("Hello Ana,\n\nKind regards", ""),
        ("Great news!\nYour parcel is here.", "Great news!\nYour parcel is here."),
        ("It comes.\n\nThanks, the lamp is fine.", "It comes.\n\nThanks, the lamp is fine."),
        ("Thank you", "Thank you"),
    ],
)  # fmt: skip
def test_greeting_and_closing_are_known_without_empty_lines_too(text: str, body: str) -> None:
    assert reply_frames.without_frame(text) == body


@pytest.mark.parametrize(
    ("text", "at", "result"),
    [
        ("Hello,\n\nOne two.\n\nThree.\n\nKind regards", 10,
         "Hello,\n\nOne two.\n\nNEW.\n\nThree.\n\nKind regards"),
        ("Hello,\n\nOne two.\n\nKind regards", 99, "Hello,\n\nOne two.\n\nNEW.\n\nKind regards"),
        ("Hello,\n\nOne two.\nKind regards", 20, "Hello,\n\nOne two.\n\nNEW.\n\nKind regards"),
        ("Hello,\n\nOne two.", 0, "Hello,\n\nNEW.\n\nOne two."),
        ("Hello,\n\nKind regards", 21, "Hello,\n\nNEW.\n\nKind regards"),
        ("One two.\n\n", 10, "One two.\n\nNEW.\n\n"),
        ("", 0, "NEW."),
    ],
)  # fmt: skip
def test_what_is_put_in_is_a_paragraph_between_greeting_and_closing(
    text: str, at: int, result: str
) -> None:
    place, said = reply_frames.as_paragraph(text, at, "NEW.\n")
    assert f"{text[:place]}{said}{text[place:]}".rstrip() == result.rstrip()
