"""An address is cleaned to what the SDK wants; what is none is refused; what is here is known."""

from __future__ import annotations

import pytest

from supportdesk_gui.engine.addresses import CLAUDE, Address, address_from


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("", CLAUDE),
        ("  ", CLAUDE),
        ("https://api.anthropic.com/", CLAUDE),
        ("https://api.anthropic.com/v1", CLAUDE),
        ("https://api.anthropic.com/v1/messages", CLAUDE),
        ("https://api.anthropic.com/v1/messages/count_tokens?beta=true", CLAUDE),
        ("api.anthropic.com", CLAUDE),
        ("\thttps://API.Anthropic.com \n", CLAUDE),
        ("https://gateway.example.com/anthropic/v1/", "https://gateway.example.com/anthropic"),
        ("gateway:4000", "https://gateway:4000"),
        ("localhost:11434", "http://localhost:11434"),
        ("127.0.0.1:8080/v1", "http://127.0.0.1:8080"),
        ("http://[::1]:8080", "http://[::1]:8080"),
        ("https://例子.example", "https://例子.example"),
    ],
)
def test_what_is_typed_is_cleaned(typed: str, url: str) -> None:
    assert address_from(typed) == Address(url)


@pytest.mark.parametrize(
    "typed",
    [
        "ftp://example.com", "https://", "https://ex ample.com", "https:// example.com",
        "https://exa$mple.com", "http//example.com", "https://example.com:0",
        "https://example.com:99999", "https://example.com:port", "https://[::1",
        "https://me:secret@example.com", "see our wiki", "https://a@b@c",
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused(typed: str) -> None:
    assert address_from(typed) is None


@pytest.mark.parametrize(
    ("url", "is_local"),
    [
        ("http://localhost:1234", True), ("http://127.8.0.1", True), ("http://[::1]:80", True),
        ("http://me.localhost", True), ("http://0.0.0.0:11434", True),
        ("https://127.evil.example.com", False), ("https://localhost.example.com", False),
        ("http://192.168.1.5:8000", False), (CLAUDE, False),
    ],
)  # fmt: skip
def test_only_this_computer_is_here(url: str, is_local: bool) -> None:
    assert Address(url).is_local is is_local


def test_a_consent_names_the_host_with_its_port() -> None:
    assert Address("https://gateway.example.com:8443/anthropic").host == "gateway.example.com:8443"
    assert Address(CLAUDE).host == "api.anthropic.com"


def test_what_is_not_encrypted_is_known() -> None:
    assert Address(CLAUDE).is_encrypted
    assert Address("http://localhost:1").is_encrypted
    assert not Address("http://192.168.1.5:8000").is_encrypted


def test_a_proxy_of_the_environment_stands_before_others_and_not_before_this_computer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    assert not Address(CLAUDE).is_behind_proxy
    monkeypatch.setenv("https_proxy", "http://proxy.example:3128")
    assert Address(CLAUDE).is_behind_proxy
    assert not Address("http://gateway.example").is_behind_proxy
    assert not Address("https://localhost:8443").is_behind_proxy
    monkeypatch.setenv("no_proxy", "anthropic.com")
    assert not Address(CLAUDE).is_behind_proxy
