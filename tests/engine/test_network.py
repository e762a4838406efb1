"""Proxies and a company's certificates: what works, and which hop is named where it does not."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
import trustme

from supportdesk_gui.engine.addresses import Address
from supportdesk_gui.engine.claude import Claude
from supportdesk_gui.engine.errors import EngineError, Fault
from supportdesk_gui.engine.route import Route
from supportdesk_gui.storage.profiles import DIRECT
from tests.claude.standin import StandIn
from tests.engine.network import Proxy, TlsServer, authority_file
from tests.engine.test_capabilities import drafting, heard, said

FAR = "engine.example"  # no such name: only the proxy knows it
LOGIN = "ana:s€cret/1"
_PROXIES = ("HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY", "NO_PROXY")


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def ca_file(authority: trustme.CA, tmp_path: Path) -> str:
    return authority_file(authority, tmp_path)


@pytest.fixture(autouse=True)
def _no_system_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in _PROXIES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.fixture
def server(claude: StandIn, authority: trustme.CA) -> Iterator[TlsServer]:
    port = int(claude.url.rpartition(":")[2])
    with TlsServer(port, authority, FAR, "localhost") as found:
        yield found


@pytest.fixture
def proxy(server: TlsServer) -> Iterator[Proxy]:
    with Proxy({FAR: server.port}, LOGIN) as found:
        yield found


@asynccontextmanager
async def engine(
    claude: StandIn, url: str = f"https://{FAR}", **route: Any
) -> AsyncIterator[Claude]:
    client = Claude(Address(url), claude.key, route=Route(**route))
    try:
        yield client
    finally:
        await client.aclose()


async def failure(client: Claude) -> EngineError:
    with pytest.raises(EngineError) as caught:
        await heard(client, drafting())
    return caught.value


async def test_a_company_s_certificate_is_trusted_once_its_file_is_named(
    claude: StandIn, server: TlsServer, ca_file: str
) -> None:
    url = f"https://localhost:{server.port}"
    async with engine(claude, url) as client:
        error = await failure(client)
    assert error.fault is Fault.CERTIFICATE and "local issuer" in error.detail
    assert not claude.requests, "nothing was sent"
    async with engine(claude, url, ca_file=ca_file) as client:
        assert said(await heard(client, drafting()))


async def test_the_certificate_must_name_the_host(
    claude: StandIn, server: TlsServer, ca_file: str
) -> None:
    async with engine(claude, f"https://127.0.0.1:{server.port}", ca_file=ca_file) as client:
        error = await failure(client)
    assert error.fault is Fault.CERTIFICATE and "127.0.0.1" in error.detail


async def test_the_system_s_own_store_is_what_is_trusted(
    claude: StandIn, server: TlsServer, ca_file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", ca_file)  # as a system's store with the authority in it
    async with engine(claude, f"https://localhost:{server.port}") as client:
        assert said(await heard(client, drafting()))


@pytest.mark.parametrize("content", [None, "no certificate"])
async def test_a_certificate_file_that_is_none_is_named(
    claude: StandIn, tmp_path: Path, content: str | None
) -> None:
    path = tmp_path / "broken.pem"
    if content is not None:
        path.write_text(content)
    async with engine(claude, claude.url, ca_file=str(path)) as client:
        assert (await failure(client)).fault is Fault.CA_FILE
    assert not claude.requests


async def test_a_proxy_that_asks_gets_its_password_and_the_engine_never_sees_it(
    claude: StandIn, proxy: Proxy, ca_file: str
) -> None:
    user, _, password = LOGIN.partition(":")
    route = {"proxy": proxy.url, "ca_file": ca_file}
    for wrong in ({}, {"proxy_user": user, "proxy_password": "old"}):
        async with engine(claude, **route, **wrong) as client:
            error = await failure(client)
            assert error.fault is Fault.PROXY_LOGIN and "407" in error.detail
    assert not claude.requests
    async with engine(claude, **route, proxy_user=user, proxy_password=password) as client:
        assert said(await heard(client, drafting()))
    assert proxy.asked[-1].startswith(f"CONNECT {FAR}:443 ")
    (request,) = claude.messages
    assert not [name for name in request.headers if name.startswith("proxy")]


async def test_the_system_s_proxy_is_taken_with_its_password(
    claude: StandIn, proxy: Proxy, ca_file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    login = LOGIN.replace("€", "%E2%82%AC").replace("/", "%2F")
    monkeypatch.setenv("HTTPS_PROXY", proxy.url.replace("://", f"://{login}@"))
    async with engine(claude, ca_file=ca_file) as client:
        assert said(await heard(client, drafting()))
    asked = len(proxy.asked)
    async with engine(claude, claude.url) as client:
        assert said(await heard(client, drafting())), "a server of one's own is asked directly"
    assert len(proxy.asked) == asked


async def test_no_proxy_and_direct_pass_it_by(
    claude: StandIn, proxy: Proxy, ca_file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", proxy.url)
    async with engine(claude, ca_file=ca_file, proxy=DIRECT) as client:
        assert (await failure(client)).fault is Fault.NO_NETWORK, "no such name out there"
    monkeypatch.setenv("NO_PROXY", FAR)
    for named in ("", proxy.url):
        async with engine(claude, ca_file=ca_file, proxy=named) as client:
            assert (await failure(client)).fault is Fault.NO_NETWORK
    assert not proxy.asked


async def test_each_hop_is_named(
    claude: StandIn, proxy: Proxy, ca_file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    user, _, password = LOGIN.partition(":")
    way = {"proxy": proxy.url, "proxy_user": user, "proxy_password": password}
    async with engine(claude, "https://elsewhere.example", **way) as client:
        error = await failure(client)
        assert error.fault is Fault.PROXY and "502" in error.detail, "behind the proxy"
    async with engine(claude, **way) as client:
        assert (await failure(client)).fault is Fault.CERTIFICATE, "TLS, through the proxy"
    async with engine(claude, **{**way, "proxy": "http://127.0.0.1:9"}) as client:
        assert (await failure(client)).fault is Fault.PROXY, "the proxy itself is away"
    claude.key = "sk-ant-another"
    async with engine(claude, **way, ca_file=ca_file) as client:
        assert (await failure(client)).fault is Fault.KEY_REFUSED, "the engine itself"
