"""A proof holds as long as its sentence does, whatever happens around it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from supportdesk_gui.assist.drafting import Citation
from supportdesk_gui.assist.kept_proofs import match_citations
from supportdesk_gui.text import sentences
from supportdesk_gui.text.sentences import split_sentences

OLD = "Dear Ana,\n\nWe are sorry. You get 20.50 € back. Write to us. 谢谢您。\n\nKind regards"


def _cite(text: str, words: str, name: str = "abc") -> Citation:
    start = text.index(words)
    return Citation(start, start + len(words), name, 0, len(words))


@pytest.mark.parametrize(
    ("new", "kept"),
    [
        (OLD, ["You get 20.50 € back.", "谢谢您。"]),
        ("Hello!\n" + OLD, ["You get 20.50 € back.", "谢谢您。"]),
        (OLD.replace("We are sorry. ", ""), ["You get 20.50 € back.", "谢谢您。"]),
        (OLD.replace("20.50", "21.50"), ["谢谢您。"]),
        (OLD.replace("谢谢您。", "多谢。"), ["You get 20.50 € back."]),
        ("谢谢您。 You get 20.50 € back.", ["You get 20.50 € back.", "谢谢您。"]),
        ("", []),
        ("Something else.", []),
    ],
)
def test_an_unchanged_sentence_keeps_its_proof(new: str, kept: list[str]) -> None:
    citations = [_cite(OLD, "You get 20.50 € back."), _cite(OLD, "谢谢您。", "def")]
    found = match_citations(OLD, new, citations)
    assert [new[item.start : item.end] for item in found] == kept
    names = {"You get 20.50 € back.": "abc", "谢谢您。": "def"}
    assert [item.passage_hash for item in found] == [names[words] for words in kept]


def test_a_proof_over_two_sentences_needs_both_side_by_side() -> None:
    both = [_cite(OLD, "We are sorry. You get 20.50 € back.")]
    assert match_citations(OLD, "Oh. " + OLD, both)
    assert not match_citations(OLD, OLD.replace("sorry.", "sad."), both)
    assert not match_citations(OLD, "You get 20.50 € back. We are sorry.", both)
    assert not match_citations(OLD, OLD.replace("sorry. You", "sorry. And so. You"), both)


def test_the_same_sentence_twice_keeps_its_proofs_apart() -> None:
    old = "Yes. Maybe. Yes."
    citations = [Citation(0, 4, "first", 0, 4), Citation(12, 16, "second", 0, 4)]
    found = match_citations(old, "So: Yes? " + old, citations)
    assert [(item.start, item.passage_hash) for item in found] == [(9, "first"), (21, "second")]


_SENTENCES = st.lists(
    st.sampled_from(["We pay. ", "Now? ", "好的。", "1.5 kg. ", "Ok!\n"]), max_size=7
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(old=_SENTENCES.map("".join), new=_SENTENCES.map("".join))
def test_a_kept_proof_always_stands_on_the_same_words(old: str, new: str) -> None:
    spans = split_sentences(old)
    citations = [Citation(start, end, f"{start}", 0, 1) for start, end in spans]
    for item in match_citations(old, new, citations):
        before = next(one for one in citations if one.passage_hash == item.passage_hash)
        assert new[item.start : item.end] == old[before.start : before.end]


@pytest.mark.parametrize("between", [" ", "\n", "\n\n"])
def test_only_what_stands_around_an_edit_is_cut_into_sentences(
    between: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a quarter of a million characters, whether they stand on one line or on thousands."""
    cut: list[int] = []

    def counted(text: str) -> list[tuple[int, int]]:
        cut.append(len(text))
        return split_sentences(text)

    monkeypatch.setattr(sentences, "split_sentences", counted)
    old = between.join(f"You get {number} € back." for number in range(12_000))
    citations = [Citation(*span, "abc", 0, 1) for span in split_sentences(old)]
    place = old.index("You get 6000 €")
    found = match_citations(old, old[:place] + "Well. " + old[place:], citations)
    assert len(found) == len(citations)
    assert found[5_999] == citations[5_999]
    assert found[6_000].start == citations[6_000].start + 6
    found = match_citations(old, old.replace("6000", "6001"), citations)
    assert len(found) == len(citations) - 1
    assert sum(cut) < 20_000 < len(old)


def test_a_text_without_proofs_is_not_cut_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(sentences, "split_sentences")
    assert match_citations("We pay.", "We do not pay.", []) == []
