"""What is known of each kind before it was asked, and what AWS's own files say."""

from __future__ import annotations

from pathlib import Path

import pytest

from supportdesk_gui.engine.addresses import Address, proxy_from
from supportdesk_gui.engine.aws import aws_keys_in, aws_profiles, clean_aws_secret, region_of
from supportdesk_gui.engine.capabilities import Feature
from supportdesk_gui.engine.kinds import (
    address_of,
    is_free,
    is_usable,
    kind_of,
    model_choices,
    new_profile,
)
from supportdesk_gui.storage import profiles
from supportdesk_gui.storage.profiles import KINDS, Profile

CONFIG = """
[default]
region = eu-west-3
[profile work]
region = us-east-2
sso_session = corp
[sso-session corp]
sso_region = eu-west-1
"""


@pytest.fixture
def aws(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    (tmp_path / "config").write_text(CONFIG)
    (tmp_path / "credentials").write_text("[old]\naws_access_key_id = AKIA\n")
    files = {
        "AWS_CONFIG_FILE": str(tmp_path / "config"),
        "AWS_SHARED_CREDENTIALS_FILE": str(tmp_path / "credentials"),
    }
    for name in ("AWS_REGION", "AWS_DEFAULT_REGION", "AWS_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in files.items():
        monkeypatch.setenv(name, value)
    return files


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_what_a_profile_needs(kind: str, aws: dict[str, str]) -> None:
    profile = new_profile("x", kind, "Mine")
    assert profile.triage_model and profile.draft_model and model_choices(profile)
    assert (address_of(profile) is None) == (kind == profiles.COMPATIBLE)


def test_nothing_that_may_be_refused_is_sent_before_a_test(aws: dict[str, str]) -> None:
    careful = (Feature.CITATIONS, Feature.CACHING, Feature.THINKING, Feature.BATCHES)
    for kind in (profiles.OLLAMA, profiles.LM_STUDIO, profiles.LLAMA_CPP, profiles.VLLM,
                 profiles.LITELLM, profiles.COMPATIBLE):  # fmt: skip
        assert not kind_of(Profile(kind=kind)).features & set(careful)
    assert Feature.CITATIONS in kind_of(Profile(kind=profiles.INVOKE_MODEL)).features
    assert Feature.COUNTING not in kind_of(Profile(kind=profiles.INVOKE_MODEL)).features


def test_bedrock_s_address_follows_the_region_and_a_private_endpoint_wins(
    aws: dict[str, str],
) -> None:
    mantle = Profile(kind=profiles.MANTLE, region="eu-central-1")
    found = address_of(mantle)
    assert found == Address("https://bedrock-mantle.eu-central-1.api.aws/anthropic")
    invoke = Profile(kind=profiles.INVOKE_MODEL)
    assert address_of(invoke) == Address("https://bedrock-runtime.eu-west-3.amazonaws.com")
    work = address_of(invoke._replace(aws_profile="work"))
    assert work == Address("https://bedrock-runtime.us-east-2.amazonaws.com")
    private = "https://vpce-1.bedrock-runtime.us-east-2.vpce.amazonaws.com"
    assert address_of(invoke._replace(address=private)) == Address(private)


def test_the_environment_s_address_serves_the_standard_engine_alone() -> None:
    given = "http://127.0.0.1:9"
    assert address_of(Profile(), given) == Address(given)
    other = address_of(Profile("x"), given)
    assert other is not None and other.is_anthropic


def test_regions_and_profiles_are_read_where_aws_keeps_them(aws: dict[str, str]) -> None:
    assert region_of("", "", aws) == "eu-west-3"
    assert region_of("", "", aws | {"AWS_REGION": "sa-east-1"}) == "sa-east-1"
    assert region_of("", "work", aws | {"AWS_REGION": "sa-east-1"}) == "us-east-2"
    assert region_of("ap-east-1", "work", aws) == "ap-east-1"
    assert aws_profiles(aws) == ["default", "work", "old"]
    nowhere = {"AWS_CONFIG_FILE": "/nowhere", "AWS_SHARED_CREDENTIALS_FILE": "/nowhere"}
    assert region_of("", "", nowhere) == "" and aws_profiles(nowhere) == []


def test_a_pasted_secret_of_aws_is_keys_with_a_session_token_or_a_bearer_token() -> None:
    pasted = 'export AWS_ACCESS_KEY_ID="ASIA1"\nexport AWS_SECRET_ACCESS_KEY="a/b+c="\n'
    pasted += 'export AWS_SESSION_TOKEN="IQoJ=="\n'
    kept = clean_aws_secret(pasted)
    keys = aws_keys_in(kept)
    assert keys is not None
    assert (keys.access_key, keys.secret_key, keys.session_token) == ("ASIA1", "a/b+c=", "IQoJ==")
    assert clean_aws_secret(kept) == kept
    windows = '$Env:AWS_ACCESS_KEY_ID="ASIA1"; $Env:AWS_SECRET_ACCESS_KEY="s"'
    assert aws_keys_in(windows) is not None
    file = "[work]\naws_access_key_id = ASIA1\naws_secret_access_key = s"
    assert aws_keys_in(file) is not None
    assert clean_aws_secret(" ABSKQmVk\ncm9jaw== ") == "ABSKQmVkcm9jaw=="
    assert clean_aws_secret("AWS_BEARER_TOKEN_BEDROCK=ABSKQ==") == "ABSKQ=="
    assert aws_keys_in("ABSKQ==") is None


def test_who_needs_a_key_and_what_costs_nothing() -> None:
    far, near = Address("https://gateway.example.com"), Address("http://127.0.0.1:11434")
    claude, ollama = Profile(), Profile("o", kind=profiles.OLLAMA)
    assert not is_usable(claude, far, "", looked=True) and is_usable(claude, near, "", looked=False)
    gateway = Profile("g", kind=profiles.COMPATIBLE)
    assert is_usable(gateway, far, "", looked=True)
    assert not is_usable(gateway, far, "", looked=False), "its key may still come"
    assert is_free(ollama, near, "qwen3:8b") and not is_free(ollama, near, "gpt-oss:120b-cloud")
    assert not is_free(ollama, far, "qwen3:8b") and not is_free(claude, near, "claude-haiku-5-5")
    assert not is_free(Profile("l", kind=profiles.LITELLM), near, "gpt-4o")


@pytest.mark.parametrize(
    ("text", "proxy"),
    [
        ("proxy.example.com:3128", "http://proxy.example.com:3128"),
        (" https://Proxy.example.com:443/ ", "https://proxy.example.com:443"),
        ("http://ana:secret@proxy.example.com:3128", ""), ("socks5://proxy:1080", ""),
        ("see our wiki", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_proxy_is_an_address_without_a_password(text: str, proxy: str) -> None:
    assert proxy_from(text) == proxy
