"""Passages: at most 512 tokens, cut at headings, no sentence torn, in every script."""

from __future__ import annotations

import pytest

from supportdesk_gui.policies.passages import MOST_TOKENS, cut_passages, search_text
from supportdesk_gui.policies.policy_sentences import is_question, sentence_spans
from supportdesk_gui.policies.readers.markdown import read_markdown
from supportdesk_gui.policies.readers.plain_text import read_plain_text
from supportdesk_gui.policies.tokenizer import TokenCount, load_tokenizer

ENGLISH = "A parcel of {} kg that was sent on day {} costs the sender a fee of 4.90 euros. "
CHINESE = "重量為 {} 公斤並於第 {} 天寄出的包裹，寄件人需支付 4.90 歐元的費用。"
COUNTS = [TokenCount(load_tokenizer()), TokenCount(None)]


def _sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize("count", COUNTS, ids=["tokenizer", "estimate"])
@pytest.mark.parametrize("pattern", [ENGLISH, CHINESE], ids=["english", "chinese"])
@pytest.mark.parametrize("joint", ["", "\n\n"], ids=["one paragraph", "paragraphs"])
def test_long_sections_are_cut_between_sentences(
    count: TokenCount, pattern: str, joint: str
) -> None:
    body = joint.join(pattern.format(number, number + 7) for number in range(300))
    document = read_markdown(f"# Fees\n\n## By weight\n\n{body}\n\n## Other\n\nNone.")
    cuts = list(cut_passages(document, count))

    assert len(cuts) > 5
    whole = [text for cut in cuts for text in _sentences(document.text[cut.start : cut.end])]
    assert whole == [*_sentences(body), "None."]
    for cut in cuts:
        text = search_text(cut.heading, document.text[cut.start : cut.end])
        assert count(text) <= MOST_TOKENS
    assert [cut.heading for cut in cuts[-2:]] == ["Fees › By weight", "Fees › Other"]


ITEM = "- Parcels to zone {0} cost {0} euros. They take {0} days. Ask us for the label first."
ROW = "| Zone {0} | {0} euros. | About {0} days, ask us. |"


@pytest.mark.parametrize("count", COUNTS, ids=["tokenizer", "estimate"])
@pytest.mark.parametrize("line", [ITEM, ROW, ROW.strip("| ")], ids=["items", "rows", "bare rows"])
def test_list_items_and_table_rows_are_never_torn(count: TokenCount, line: str) -> None:
    lines = [line.format(number) for number in range(90)]
    document = read_plain_text("What parcels cost:\n\n" + "\n".join(lines) + "\n\nAsk us.")
    texts = [document.text[cut.start : cut.end] for cut in cut_passages(document, count)]

    assert len(texts) > 3 and all(count(text) <= MOST_TOKENS for text in texts)
    cut_up = [part for text in texts for part in text.split("\n") if part in lines]
    assert cut_up == lines


@pytest.mark.parametrize("line", [ITEM, ROW], ids=["items", "rows"])
def test_items_stay_whole_beside_a_sentence_that_must_be_cut(line: str) -> None:
    lines = [line.format(number) for number in range(90)]
    endless = "and then it goes on " * 400
    document = read_plain_text(f"{endless}\n\n" + "\n".join(lines))
    texts = [document.text[cut.start : cut.end] for cut in cut_passages(document, COUNTS[0])]

    assert all(COUNTS[0](text) <= MOST_TOKENS for text in texts)
    assert [part for text in texts for part in text.split("\n") if part in lines] == lines


def test_a_table_that_fits_stays_in_one_passage() -> None:
    table = "\n".join(f"| Zone {number} | {number} euros |" for number in range(25))
    prose = ENGLISH.format(1, 2) * 15
    document = read_plain_text(f"{prose}\n\n{table}\n\n{prose}")
    texts = [document.text[cut.start : cut.end] for cut in cut_passages(document, COUNTS[0])]

    assert len(texts) > 1
    assert any(table in text for text in texts)


def test_every_section_is_a_passage_of_its_own() -> None:
    document = read_markdown("# A\n\n## B\n\nOne.\n\n## C\n\nTwo.\n\n## D\n\n## E\n\nThree.")
    cuts = list(cut_passages(document, COUNTS[0]))

    assert [(cut.heading, document.text[cut.start : cut.end]) for cut in cuts] == [
        ("A › B", "One."),
        ("A › C", "Two."),
        ("A › E", "Three."),
    ]


def test_one_endless_sentence_is_cut_all_the_same() -> None:
    document = read_plain_text("word " * 3000)
    cuts = list(cut_passages(document, COUNTS[0]))

    assert all(COUNTS[0](document.text[cut.start : cut.end]) <= MOST_TOKENS for cut in cuts)
    assert sum(document.text[cut.start : cut.end].count("word") for cut in cuts) == 3000


@pytest.mark.parametrize("text", ["a" * 60_000, "退" * 50_000, "word " * 12_000])
def test_a_long_text_without_breaks_is_not_looked_at_whole(text: str) -> None:
    """As a picture in a Markdown file is: ten times as much would take a hundred times as long."""
    asked: list[int] = []

    def count(piece: str) -> int:
        asked.append(len(piece))
        return len(piece) // 4

    cuts = list(cut_passages(read_plain_text(text), count))
    assert max(asked) <= 20_000
    assert "".join(text[cut.start : cut.end] for cut in cuts).replace(" ", "") == text.replace(
        " ", ""
    )


def test_sentences_leave_headings_and_markers_out() -> None:
    text = """## Costs

- The parcel is free.
2. Abroad it costs 9 euros.
> Quoted rule.

| Weight | Price |
|---|---|
| 5 kg | 12 euros |
"""
    assert _sentences(text)[:3] == [
        "The parcel is free.",
        "Abroad it costs 9 euros.",
        "Quoted rule.",
    ]
    assert all(not sentence.startswith(("|", "-", "#")) for sentence in _sentences(text))


def test_a_wrapped_line_goes_on_and_a_short_one_does_not() -> None:
    wrapped = "You can return an item that you have not used within a month of its\narrival. Free."
    assert _sentences(wrapped) == [
        "You can return an item that you have not used within a month of its\narrival.",
        "Free.",
    ]
    assert _sentences("Opening hours\nMonday to Friday") == ["Opening hours", "Monday to Friday"]


@pytest.mark.parametrize("text", ["Is it free?", "¿Es gratis?", "免費嗎？", 'He asked "why?"'])
def test_questions(text: str) -> None:
    assert is_question(text)
    assert not is_question(text + " Yes.")
