"""Numbers of cards, and what only looks like one."""

from __future__ import annotations

from supportdesk_gui.text.account_numbers import account_numbers


def test_an_order_of_amazon_is_no_card_and_one_beside_it_is() -> None:
    order, card = "113-6206817-7953298", "4111 1111 1111 1111"
    for text in (order, f"Order {order}: broken", "113-9917005-0717880", "112-0602077-2281178"):
        assert list(account_numbers(text)) == []
    for text in (f"{order} {card}", f"{card} {order}"):
        (found,) = account_numbers(text)
        assert text[found.start : found.end] == card
