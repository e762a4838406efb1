"""Which bytes leave this computer, and when: heard from the connection itself.

A request that is stopped, refused or lost has left as much as one that is answered; one that found
no connection has not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import httpx2

OnSent = Callable[[bytes], None]
_LISTENER: ContextVar[OnSent | None] = ContextVar("listener", default=None)


@contextmanager
def heard_by(on_sent: OnSent) -> Iterator[None]:
    """`on_sent` gets the body of each request of this task as its first bytes leave."""
    token = _LISTENER.set(on_sent)
    try:
        yield
    finally:
        _LISTENER.reset(token)


async def listen(request: httpx2.Request) -> None:
    """A client's hook before each request."""
    on_sent = _LISTENER.get()
    if on_sent is None:
        return

    async def trace(name: str, info: dict[str, Any]) -> None:
        # What asks a proxy for a way is no request of ours.
        is_ours = getattr(info.get("request"), "method", b"") != b"CONNECT"
        if is_ours and name.endswith("send_request_body.started"):
            on_sent(request.content)

    request.extensions = {**request.extensions, "trace": trace}
