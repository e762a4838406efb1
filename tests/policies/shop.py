"""A small shop's policies, written for these tests, and an index run in this process."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import aclosing, contextmanager
from pathlib import Path
from typing import TypeVar

from supportdesk_gui.policies.client import PolicyIndex
from supportdesk_gui.policies.index import Index
from supportdesk_gui.policies.vector_choice import USUAL, VectorChoice
from supportdesk_gui.policies.wire import Push
from supportdesk_gui.storage.data_folder import DataFolder, open_data_folder

T = TypeVar("T")
Said = list[Push]

RETURNS_EN = """# Returns

## How long you can return

You can return an unused item within 30 days of delivery.
The parcel back to us costs nothing.

## When the money comes back

We refund the full price within 5 working days.
The bank may need 3 more days.
Do you pay by card?
"""
RETURNS_DE = """# Rückgabe

## Wie lange Sie zurückgeben können

Sie können einen unbenutzten Artikel innerhalb von 30 Tagen nach der Lieferung zurückgeben.
Das Paket an uns kostet nichts.

## Wann das Geld zurückkommt

Wir erstatten den vollen Preis innerhalb von 5 Werktagen.
Die Bank kann 3 weitere Tage brauchen.
Zahlen Sie mit Karte?
"""
RETURNS_HANT = """# 退貨

## 退貨期限

未使用的商品可在到貨後 30 天內退貨。
寄回商品不需付運費。

## 何時收到退款

我們會在 5 個工作天內全額退款。
銀行可能還需要 3 天。
您是刷卡付款嗎？
"""
SHIPPING_EN = """# Shipping

## Delivery times

Parcels inside the country arrive within 2 working days.
Parcels to other countries arrive within 7 working days.

## Lost parcels

A parcel counts as lost when it has not arrived after 10 working days.
For a lost parcel we send the order again free of charge.
"""
LIMITS = """---
visibility: internal
---

# Goodwill

Agents may give a voucher of up to 15 euros.
"""
SALE = """---
effective_until: 2020-01-31
---

# Winter sale

Every winter lamp is reduced by half.
"""


def write_shop(root: Path) -> Path:
    """The folder of the shop's policy files."""
    for name, text in {
        "en/returns.md": RETURNS_EN,
        "de/returns.md": RETURNS_DE,
        "zh-TW/returns.md": RETURNS_HANT,
        "en/shipping.md": SHIPPING_EN,
        "en/goodwill.md": LIMITS,
        "en/sale.md": SALE,
    }.items():
        path = root / "shop" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root / "shop"


def data_folder(root: Path) -> DataFolder:
    return open_data_folder(str(root / "data"))


@contextmanager
def opened(folder: DataFolder, choice: VectorChoice = USUAL) -> Iterator[tuple[Index, Said]]:
    """The index after all its work is done, and what it said meanwhile."""
    index = Index(folder)
    try:
        said = [event for event in index.start(choice) if event is not None]
        said += run(index)
        yield index, said
    finally:
        index.close()


def run(index: Index) -> Said:
    """Do all the work there is; the events of it."""
    return [event for event in index.work() if event is not None]


def in_loop(
    folder: DataFolder,
    act: Callable[[PolicyIndex], Awaitable[T]],
    choice: VectorChoice = USUAL,
) -> tuple[T, Said]:
    """What `act` gives with a real worker running, and all that the index said meanwhile."""

    async def scene() -> tuple[T, Said]:
        index = PolicyIndex(folder, choice)
        said: Said = []

        async def listen() -> None:
            async with aclosing(index.changes()) as changes:
                async for change in changes:
                    said.append(change)

        # Before the worker is there, as the program does: what it says of its start is said once.
        listener = asyncio.get_running_loop().create_task(listen())
        await asyncio.sleep(0)
        await index.start()
        try:
            result = await act(index)
        finally:
            await index.aclose()
        await listener
        return result, said

    return asyncio.run(scene())
