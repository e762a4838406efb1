"""A stand-in for each test, and plain asyncio for the coroutines: nothing here concerns Qt."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Iterator

import pytest

from tests.claude.standin import StandIn

_SECONDS = 120.0


@pytest.fixture
def claude() -> Iterator[StandIn]:
    with StandIn() as standin:
        yield standin


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run `async def test_*`; asyncio also finishes generators that a broken stream leaves."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    names = inspect.signature(pyfuncitem.obj).parameters
    arguments = {name: pyfuncitem.funcargs[name] for name in names}
    with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
        runner.run(asyncio.wait_for(pyfuncitem.obj(**arguments), _SECONDS))
    return True
