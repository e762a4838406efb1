"""A large ticket export for the benchmarks: always the same rows from the same seed."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator
from pathlib import Path

from supportdesk_gui.tickets.ticket import Message, Role, Ticket

HEADER = "id subject requester email status priority created updated tags body".split()
_ENGLISH = (
    "order refund parcel shipping lamp broken late invoice address delivery waiting weeks please "
    "help my the a money card paid return exchange box carrier tracking number email account "
    "customer service thank you need still have not received item colour wrong damaged "
    "replacement voucher code discount"
).split()
_SPANISH = (
    "pedido reembolso paquete envío lámpara rota tarde factura dirección entrega esperando "
    "semanas por favor ayuda mi el la dinero tarjeta pagado devolución cambio caja número correo "
    "cuenta cliente gracias necesito todavía recibido artículo color"
).split()
_CHINESE = "我的訂單還沒有收到請幫我查詢物流退款發票地址產品損壞換貨你们的订单还没有谢谢"
_FIRST = "Lucía Anna Chen Marc Sophie Jürgen Mei Wang".split()
_LAST = "Pérez Müller Dupont Smith 陳 López Weber".split()
_STATUSES = ("open", "open", "new", "pending", "solved")
_PRIORITIES = ("", "low", "normal", "high", "urgent")


def write_csv(path: Path, count: int, seed: int = 5) -> None:
    """`count` tickets of one message each, with a header."""
    with path.open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(HEADER)
        rows.writerows(generated_rows(count, seed))


def generated_rows(count: int, seed: int = 5) -> Iterator[list[str]]:
    """70 % English, 20 % Spanish, 10 % Chinese.

    The words follow a long tail of order numbers and rare words, as real tickets do.
    """
    chance = random.Random(seed)
    rare = ["".join(chance.choices("abcdefghilmnoprstu", k=8)) for _ in range(20_000)]
    for number in range(count):
        body, subject = _text(chance, number, rare)
        updated = 1_700_000_000 + chance.randrange(60_000_000)
        yield [
            f"{number:07d}", subject,
            f"{chance.choice(_FIRST)} {chance.choice(_LAST)}",
            f"user{chance.randrange(50_000)}@example.com", chance.choice(_STATUSES),
            chance.choice(_PRIORITIES), str(updated - 9999), str(updated),
            chance.choice(("", "vip", "vip returns")), body,
        ]  # fmt: skip


def ticket_of(row: list[str]) -> Ticket:
    """The ticket that a line of the file says."""
    number, subject, requester, email, status, priority, created, updated, tags, body = row
    message = Message(0, Role.REQUESTER, body, author=requester, sent_at=int(updated))
    return Ticket(
        source="Benchmark", external_id=number, subject=subject, messages=(message,),
        requester=requester, email=email, external_status=status, priority=priority,
        tags=tuple(tags.split()), created_at=int(created), updated_at=int(updated),
    )  # fmt: skip


def _text(chance: random.Random, number: int, rare: list[str]) -> tuple[str, str]:
    kind = number % 10
    if kind == 9:
        body = "".join(chance.choices(_CHINESE, k=chance.randint(20, 90)))
        return body, body[:8]
    words = chance.choices(_ENGLISH if kind < 7 else _SPANISH, k=chance.randint(30, 90))
    words += [*chance.choices(rare, k=3), str(chance.randrange(10_000, 99_999))]
    return " ".join(words), " ".join(words[:5])


def generated_tickets(count: int, seed: int = 5) -> list[Ticket]:
    """The same tickets without the file."""
    return [ticket_of(row) for row in generated_rows(count, seed)]
