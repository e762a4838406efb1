from __future__ import annotations

import time

from tests.claude.standin import StandIn
from tests.ui.claude_shop import SPANISH, Shop
from tests.ui.running import draft


async def test_a(claude: StandIn, shop: Shop) -> None:
    a = time.time()
    async with shop.open(ticket=SPANISH) as program:
        print(time.time() - a)
        await draft(program)
        print(time.time() - a)
        print(program.inbox.reply.text())


async def test_b(claude: StandIn, shop: Shop) -> None:
    a = time.time()
    async with shop.open(ticket=SPANISH) as program:
        print(time.time() - a)
        await draft(program)
        print(time.time() - a)
