"""Whole corpus or the best passages, by the arithmetic of prices; sentences that can be cited."""

from __future__ import annotations

from supportdesk_gui.assist.material import _sent, corpus_pays, cut, main_language
from supportdesk_gui.policies.document import Hit, Passage, PolicyFile
from supportdesk_gui.text.token_count import about_tokens

SONNET = "claude-sonnet-5-5"


def passage(number: int, text: str = "We refund. " * 40) -> Passage:
    return Passage(number, f"hash{number:013}", text, "a/returns.md", "Money", 0, len(text), "en")


def test_the_corpus_pays_from_the_number_of_drafts_that_the_formula_gives() -> None:
    """write_1h * C < n * (input * k - read * C): 4, 2 and 0.10 dollars a million for Sonnet."""
    corpus, few = tuple(map(passage, range(50))), tuple(map(passage, range(18)))
    whole, part = (sum(about_tokens(item.text) for item in items) for items in (corpus, few))
    break_even = 4 * whole / (2 * part - 0.10 * whole)
    assert not corpus_pays(corpus, few, SONNET, int(break_even))
    assert corpus_pays(corpus, few, SONNET, int(break_even) + 1)


def test_a_corpus_that_is_dearer_to_read_than_passages_fresh_never_pays() -> None:
    corpus, few = tuple(map(passage, range(200))), (passage(1),)
    assert not corpus_pays(corpus, few, SONNET, 1_000_000)


def test_without_a_price_there_is_no_arithmetic() -> None:
    corpus = (passage(1),)
    assert not corpus_pays(corpus, corpus, "somebodys-model", 1_000_000)


def test_as_many_passages_are_sent_as_five_full_ones_make_and_never_none() -> None:
    long = "word " * 1600  # about 2,581 tokens
    hits = tuple(Hit(passage(number), 1.0, 1.0, 1.0) for number in range(100))
    sent = _sent(hits)
    assert sum(about_tokens(item.text) for item in sent) <= 2560 < (len(sent) + 1) * 142
    assert _sent((Hit(passage(1, long), 1.0, 1.0, 1.0),)) != ()
    assert _sent(()) == ()


def test_a_passage_is_cut_into_sentences_that_stand_in_it() -> None:
    one = passage(1, "Refunds within 30 days.\nUnused items only! 14 天內退款。")
    (source,) = cut((one, passage(2, "   ")))
    block = source.block("1h")
    assert (block.source, block.title, block.keep) == ("policy:hash000000000000"[:23], "returns.md › Money", "1h")  # fmt: skip
    assert [one.text[start:end] for start, end in source.spans] == list(block.sentences)
    assert block.sentences[0] == "Refunds within 30 days."


def test_the_main_language_is_that_of_most_policies() -> None:
    def file(language: str) -> PolicyFile:
        from dataclasses import fields

        known = {"language": language, "id": 1, "path": "a.md", "name": "a.md"}
        blank = {item.name: known.get(item.name, 0) for item in fields(PolicyFile)}
        return PolicyFile(**blank)

    assert main_language([file("de"), file("de"), file("en")]) == "de"
    assert main_language([file("de"), file("en")]) == "en"
    assert main_language([]) == ""
