"""Who is named in a text, and who is not."""

from __future__ import annotations

import pytest

from supportdesk_gui.tickets.naming import Naming


@pytest.mark.parametrize(
    ("known", "text"),
    [
        ("Li", "Row 9: Li, no content"),
        ("Jo", "Jo's matters"),
        ("José Pérez-Quintanilla", "row;JOSE PEREZ-QUINTANILLA;"),
        ("lucia@correo.example", "unlesbar;LUCIA@correo.example"),
        ("li@x.com", "Write to li@x.com."),
        ("李雷", "客户李雷的订单"),
        ("김철수", "김철수의 주문"),
        ("Παπαδόπουλος", "ο Παπαδοπουλος ρωτά"),
        ("Zenobia", "row;ZENOBIA;"),
        ("Zenobia", "letter_zenobia_1.pdf"),
        ("li@x.com", "li@x.com_1"),
    ],
)  # fmt: skip
def test_a_name_or_address_is_found(known: str, text: str) -> None:
    assert Naming([known]).stands_in(text)


@pytest.mark.parametrize(
    ("known", "text"),
    [
        ("Li", "Delivery of Olivia Brown is broken, is:replied"),
        ("An", "Alles an Versand, an order"),
        ("Ed", "asked"),
        ("李", "李雷"),
        ("bo@x.org", "jumbo@x.org"),
        ("bo@x.org", "jum_bo@x.org"),
        ("Will", "we will see"),
        ("bo@x.org", "bo@x.organic"),
        ("", "anything"),
        (" ", "any thing"),
    ],
)
def test_what_only_has_the_letters_is_about_somebody_else(known: str, text: str) -> None:
    assert not Naming([known]).stands_in(text)


def test_signs_of_json_are_no_letters() -> None:
    assert Naming(["Li"]).stands_in_json('{"text": "Hello,\\nLi"}')
    assert Naming(["Pérez"]).stands_in_json('{"[NAME_1]": "P\\u00e9rez"}')


def test_a_part_of_a_name_is_asked_for() -> None:
    naming = Naming(["José Pérez-Quintanilla", "jpq@acme.example"])
    for asked in ("perez-quintanilla", "jpq", "quintan", "jose", "jpq@acme"):
        assert naming.is_meant(asked, is_exact=False), asked
    assert not naming.is_meant("quintan", is_exact=True)
    for asked in ("acme", "acme.example", "olivia", "jose olivia", "@"):
        assert not naming.is_meant(asked, is_exact=False), asked
