"""Card numbers and IBANs stay on this computer, wherever they stand, and come back in answers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportdesk_gui.assist.privacy import Mask

CARDS = ("4111111111111111", "5555555555554444", "378282246310005", "6011000990139424")
IBANS = ("DE89370400440532013000", "GB82WEST12345698765432", "FR1420041010050500013M02606")
GAPS = ("", " ", "-", ".", "\u00a0", "\u202f", " - ", "\t", "_", "\u2013")


def grouped(number: str, gap: str, size: int = 4) -> str:
    return gap.join(number[at : at + size] for at in range(0, len(number), size))


@pytest.mark.parametrize("gap", GAPS)
@pytest.mark.parametrize("number", [*CARDS, *IBANS])
@pytest.mark.parametrize(
    "around",
    [
        "My number is {}, thank you.",
        "{}",
        "卡號是{}謝謝",
        "order 12 {} 12/27",
        "Call 555 {} 123",
        "AB12 {} and more words follow here",
        "Visa:{}\nnext line",
        "({})",
        "2026-11-23 {}",
    ],
)
def test_a_number_is_hidden_wherever_it_stands(around: str, number: str, gap: str) -> None:
    written = grouped(number, gap)
    text = around.format(written)
    mask = Mask([text])
    hidden = mask.hide(text)
    assert written not in hidden and number[:8] not in hidden.replace(gap or " ", "")
    assert mask.restore(hidden) == text


@pytest.mark.parametrize(
    "text",
    [
        "Order 4111111111111112",
        "0000 0000 0000 0000",
        "+49 30 901820 12345",
        "Tracking LX123456789CN, 1Z999AA10123456784",
        "DE88370400440532013000",
        "It was 2026-11-23 and cost 19.99",
    ],
)
def test_other_numbers_stay_readable(text: str) -> None:
    assert Mask([text]).hide(text) == text


def test_the_same_ticket_gives_the_same_placeholders() -> None:
    text = f"{CARDS[0]} or {CARDS[1]} to {IBANS[0]}"
    assert Mask([text]).hide(text) == Mask([text]).hide(text) == "[CARD-1] or [CARD-2] to [IBAN-1]"
    longer = [text, f"draft {CARDS[2]}"]
    assert Mask(longer).hide(text) == Mask([text]).hide(text), "further data changes no prefix"


def test_a_placeholder_that_the_ticket_itself_says_is_not_taken_for_one() -> None:
    text = f"[CARD-1] is not {CARDS[0]}"
    mask = Mask([text])
    assert "[CARD-1] is not [CARD-" in mask.hide(text)
    assert mask.restore(mask.hide(text)) == text
    assert mask.restore("[card-1] (CARD-1) [CARD 1]") == "[card-1] (CARD-1) [CARD 1]"


WORDS = st.one_of(
    st.sampled_from([*CARDS, *IBANS, "[", "]", "[CARD-", "[CARD-1]", "[IBAN-1]", "[["]),
    st.text(max_size=8),
)


@given(st.lists(WORDS, max_size=12), st.data())
def test_what_comes_in_pieces_is_restored_across_every_border(
    words: list[str], data: st.DataObject
) -> None:
    text = " ".join(words)
    mask = Mask([text])
    hidden = mask.hide(text)
    cuts = data.draw(st.lists(st.integers(0, len(hidden)), max_size=20).map(sorted))
    restorer = mask.restorer()
    pieces = [hidden[start:end] for start, end in zip([0, *cuts], [*cuts, None], strict=True)]
    shown = "".join(restorer.feed(piece) for piece in pieces) + restorer.rest()
    assert shown == mask.restore(hidden) == text


@given(
    st.sampled_from([*CARDS, *IBANS]), st.sampled_from(GAPS), st.text(max_size=30),
    st.text(max_size=30),
)  # fmt: skip
def test_no_text_around_lets_a_number_through(
    number: str, gap: str, before: str, behind: str
) -> None:
    written = grouped(number, gap)
    text = f"{before} {written} {behind}"
    hidden = Mask([text]).hide(text)
    assert written not in hidden
