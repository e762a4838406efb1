"""Which mails are ours while nobody has told the program whose mailbox it reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from supportdesk_gui.tickets.importing.doctor import examine, read_tickets
from supportdesk_gui.tickets.ticket import Ticket
from tests.tickets.importing.test_mail_threads import JOE, SHOP, mail


@pytest.mark.parametrize(
    ("sign", "above"),
    [
        ("RV", "De: Zoe <zoe@gmail.com>\nEnviado: lunes"), ("VB", "Från: Zoe <zoe@gmail.com>\nSkickat: i"),
        ("VS", "Fra: Zoe <zoe@gmail.com>\nSendt: i"), ("I", "Da: Zoe <zoe@gmail.com>\nInviato: lunedì"),
        ("PD", "Od: Zoe <zoe@gmail.com>\nWysłano: 5"), ("VL", "Lähettäjä: Zoe <zoe@gmail.com>\nAihe: L"),
        ("İLT", "Kimden: Zoe <zoe@gmail.com>\nKonu: L"), ("FW", "От: Zoe <zoe@gmail.com>\nТема: L"),
        ("Fwd", "من: Zoe <zoe@gmail.com>\nالموضوع: L"),
        ("Fwd", '05.11.2025, 10:15, "Zoe" <zoe@gmail.com>:'),
    ],
)  # fmt: skip
def test_a_customers_mail_is_hers_in_whatever_language_it_is_passed_on(
    tmp_path: Path, sign: str, above: str
) -> None:
    passed_on = mail("Please do", JOE, SHOP, 10).replace("Re: Lamp", f"{sign}: Lamp")
    told = f"{passed_on}\n{above}\n\nIt broke.\n"
    path = tmp_path / "one.eml"
    path.write_text(told)
    (ticket,) = [one for one in read_tickets(examine(path)) if isinstance(one, Ticket)]
    assert (ticket.requester, ticket.email, ticket.subject) == ("Zoe", "zoe@gmail.com", "Lamp")
    assert ticket.messages[0].folded == ()


def test_a_finnish_answer_passes_nothing_on(tmp_path: Path) -> None:
    answer = mail("Please do", JOE, SHOP, 10).replace("Re: Lamp", "VS: Lamp")
    path = tmp_path / "one.eml"
    path.write_text(f"{answer}\nLähettäjä: Zoe <zoe@gmail.com>\nAihe: Lamp\n\nIt broke.\n")
    (ticket,) = [one for one in read_tickets(examine(path)) if isinstance(one, Ticket)]
    assert (ticket.email, ticket.subject) == ("joe@shop.org", "Lamp")
