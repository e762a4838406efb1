"""The other side of Claude's ratios: the SDK's `messages.stream()` on plain asyncio.

A process of its own, so that each side's processor time is its own. The first line on stdin is
{"url", "key"}; each further one a request's body, answered by one line: seconds to the first
text and to the end, and processor seconds. {"bodies", "at_once"} are sent together, so many at
once, as a script would: the same, of all.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from typing import Any

import anthropic
import httpx2


async def main() -> None:
    """Answers until stdin closes."""
    where = json.loads(sys.stdin.readline())
    async with anthropic.AsyncAnthropic(
        api_key=where["key"], base_url=where["url"], max_retries=0, open_telemetry=False,
        http_client=anthropic.DefaultAsyncHttpxClient(transport=httpx2.AsyncHTTPTransport()),
    ) as client:  # fmt: skip
        while line := await asyncio.to_thread(sys.stdin.readline):
            order = json.loads(line)
            many = "bodies" in order
            found = await (_ask_all(client, **order) if many else _ask(client, order))
            print(json.dumps(found), flush=True)


async def _ask(client: anthropic.AsyncAnthropic, body: dict[str, Any]) -> dict[str, float]:
    first = 0.0
    cpu, begun = time.process_time(), time.perf_counter()
    async with client.messages.stream(**body) as stream:
        async for event in stream:
            if event.type == "text" and not first:
                first = time.perf_counter() - begun
    total = time.perf_counter() - begun
    return {"first": first, "total": total, "cpu": time.process_time() - cpu}


async def _ask_all(
    client: anthropic.AsyncAnthropic, bodies: list[dict[str, Any]], at_once: int
) -> dict[str, float]:
    """What the limits of the engine refuse is asked again by the SDK itself, as it says."""
    client, places = client.with_options(max_retries=10), asyncio.Semaphore(at_once)

    async def ask(body: dict[str, Any]) -> float:
        async with places:
            return (await _ask(client, body))["first"]

    cpu, begun = time.process_time(), time.perf_counter()
    firsts = await asyncio.gather(*(ask(body) for body in bodies))
    total = time.perf_counter() - begun
    return {"first": max(firsts), "total": total, "cpu": time.process_time() - cpu}


if __name__ == "__main__":
    asyncio.run(main())
