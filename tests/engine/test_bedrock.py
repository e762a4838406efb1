"""Amazon Bedrock both ways, against an endpoint that checks every signature with botocore."""

from __future__ import annotations

import builtins
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from supportdesk_gui.engine.addresses import Address
from supportdesk_gui.engine.capabilities import Feature, Knowledge
from supportdesk_gui.engine.claude import Claude
from supportdesk_gui.engine.connection import Doors, Rung, State, found_in
from supportdesk_gui.engine.connection import test_connection as climb
from supportdesk_gui.engine.errors import EngineError, Fault
from supportdesk_gui.engine.kinds import kind_of
from supportdesk_gui.engine.request import (
    AnswerBegan,
    AnswerEnded,
    CitationCame,
    EngineRequest,
)
from supportdesk_gui.engine.route import Route
from supportdesk_gui.storage.profiles import INVOKE_MODEL, MANTLE, Profile
from tests.claude.bedrock import REGION, Bedrock, Denied
from tests.claude.standin import StandIn
from tests.engine.test_capabilities import SOURCE, drafting, heard, said, sorting

OLD = "us.anthropic.claude-sonnet-4-6"
NEW = "anthropic.claude-haiku-5-5"
LONG = "arn:aws:bedrock:eu-west-1:1:inference-profile/eu.anthropic.claude-haiku-4-5-20251001-v1:0"
KEYS = "AWS_ACCESS_KEY_ID=ASIA1\nAWS_SECRET_ACCESS_KEY=a/b+c=\nAWS_SESSION_TOKEN=IQoJ=="


@pytest.fixture
def bedrock(claude: StandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bedrock]:
    for name in ("AWS_PROFILE", "AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_BEARER_TOKEN_BEDROCK"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "config"))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "credentials"))
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    keys = {"ASIA1": ("a/b+c=", "IQoJ=="), "AKIA2": ("s2", "")}
    with Bedrock(claude, keys, {"ABSK-token"}) as found:
        yield found


@asynccontextmanager
async def engine(
    bedrock: Bedrock, kind: str = INVOKE_MODEL, key: str = KEYS, knowledge: Knowledge | None = None,
    **route: Any,
) -> AsyncIterator[Claude]:  # fmt: skip
    way = Route(kind, **{"region": REGION, **route})
    url = bedrock.url if kind == INVOKE_MODEL else f"{bedrock.url}/anthropic"
    client = Claude(Address(url), key, knowledge=knowledge, route=way)
    try:
        yield client
    finally:
        await client.aclose()


async def failure(client: Claude, request: EngineRequest) -> EngineError:
    with pytest.raises(EngineError) as caught:
        await heard(client, request)
    return caught.value


@pytest.mark.parametrize("model", [OLD, LONG])
async def test_invoke_model_streams_signed_with_a_session_token(
    bedrock: Bedrock, claude: StandIn, model: str
) -> None:
    claude.will_say("The customer pays.", cites=[(0, 1, 2)])
    async with engine(bedrock) as client:
        events = await heard(client, drafting(model))
    assert said(events) == "The customer pays."
    assert isinstance(events[0], AnswerBegan) and events[0].request_id == "aws-1"
    (cited,) = [one for one in events if isinstance(one, CitationCame)]
    assert (cited.place, cited.first, cited.cited) == (0, 1, SOURCE.sentences[1])
    end = events[-1]
    assert isinstance(end, AnswerEnded) and end.stop_reason == "end_turn"
    assert end.usage is not None and end.usage.prompt > 0 and end.usage.output > 0
    (asked,) = bedrock.asked
    assert (asked.key, asked.service) == ("ASIA1", "bedrock")
    assert "model" not in asked.body


async def test_invoke_model_answers_in_a_shape(bedrock: Bedrock) -> None:
    async with engine(bedrock) as client:
        assert json.loads(said(await heard(client, sorting(OLD))))["intent"]


@pytest.mark.parametrize("kind", [INVOKE_MODEL, MANTLE])
async def test_a_bearer_token_serves_both_ways(bedrock: Bedrock, kind: str) -> None:
    async with engine(bedrock, kind, "ABSK-token") as client:
        assert said(await heard(client, drafting(OLD if kind == INVOKE_MODEL else NEW)))
    assert bedrock.asked[0].key == "ABSK-token"


async def test_mantle_is_signed_for_its_own_service_and_counts(bedrock: Bedrock) -> None:
    async with engine(bedrock, MANTLE) as client:
        assert said(await heard(client, drafting(NEW)))
        assert await client.count_tokens(drafting(NEW)) > 0
    assert {(one.key, one.service) for one in bedrock.asked} == {("ASIA1", "bedrock-mantle")}


@pytest.mark.parametrize("kind", [INVOKE_MODEL, MANTLE])
async def test_an_aws_profile_is_used_as_it_is(
    bedrock: Bedrock, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "config").write_text(f"[profile work]\nregion = {REGION}\n")
    (tmp_path / "credentials").write_text(
        "[work]\naws_access_key_id = AKIA2\naws_secret_access_key = s2\n"
        "[gone]\naws_access_key_id = AKIA9\naws_secret_access_key = s9\n"
    )
    # What the environment has is the chain's, and not asked where a profile is named.
    monkeypatch.setenv("AWS_BEARER_TOKEN_BEDROCK", "another")
    model = OLD if kind == INVOKE_MODEL else NEW
    async with engine(bedrock, kind, "", region="", aws_profile="work") as client:
        assert said(await heard(client, drafting(model)))
    assert bedrock.asked[0].key == "AKIA2"
    async with engine(bedrock, kind, "", aws_profile="gone") as client:
        assert (await failure(client, drafting(model))).fault is Fault.KEY_REFUSED
    async with engine(bedrock, kind, "", aws_profile="nobody") as client:
        assert (await failure(client, drafting(model))).fault is Fault.NO_AWS_KEYS


@pytest.mark.parametrize("kind", [INVOKE_MODEL, MANTLE])
async def test_without_anything_the_default_chain_is_asked(
    bedrock: Bedrock, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = OLD if kind == INVOKE_MODEL else NEW
    async with engine(bedrock, kind, "") as client:
        assert (await failure(client, drafting(model))).fault is Fault.NO_AWS_KEYS
    _forget_sessions()
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "ASIA1")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "a/b+c=")
    monkeypatch.setenv("AWS_SESSION_TOKEN", "IQoJ==")
    async with engine(bedrock, kind, "") as client:
        assert said(await heard(client, drafting(model)))
    _forget_sessions()


def _forget_sessions() -> None:
    """The SDK keeps boto's sessions for the life of a process."""
    from anthropic.lib.aws import _auth

    _auth._get_session.cache_clear()


@pytest.mark.parametrize(
    ("key", "fault"),
    [
        (KEYS.replace("a/b", "x/y"), Fault.KEY_REFUSED), (KEYS.replace("ASIA1", "ASIA9"), Fault.KEY_REFUSED),
        (KEYS.replace("IQoJ", "Old"), Fault.KEY_EXPIRED), ("a-wrong-token", Fault.KEY_REFUSED),
    ],
    ids=["signature", "key", "session", "token"],
)  # fmt: skip
async def test_what_aws_refuses_has_its_name(bedrock: Bedrock, key: str, fault: Fault) -> None:
    async with engine(bedrock, key=key) as client:
        error = await failure(client, drafting(OLD))
    assert error.fault is fault and error.request_id == "aws-2"
    assert "a/b+c" not in str(error) and "IQoJ" not in str(error)


async def test_a_model_without_its_inference_profile_is_a_wrong_model(bedrock: Bedrock) -> None:
    async with engine(bedrock) as client:
        error = await failure(client, drafting("anthropic.claude-sonnet-4-6"))
        assert error.fault is Fault.NEEDS_PROFILE and "inference profile" in error.detail
    async with engine(bedrock, MANTLE) as client:
        assert (await failure(client, drafting("claude-x"))).fault is Fault.UNKNOWN_MODEL


REFUSALS = [
    (403, "ExpiredTokenException", "The security token included in the request is expired", Fault.KEY_EXPIRED),
    (403, "AccessDeniedException", "Bearer Token has expired", Fault.KEY_EXPIRED),
    (403, "InvalidSignatureException", "Signature expired: 20261126T010000Z is now earlier than 20261126T035500Z", Fault.CLOCK),
    (403, "InvalidSignatureException", "Signature not yet current: 20261126T050000Z is still later than", Fault.CLOCK),
    (403, "InvalidSignatureException", "Credential should be scoped to a valid region, not 'us-east-1'.", Fault.WRONG_REGION),
    (403, "SignatureDoesNotMatchException", "The request signature we calculated does not match", Fault.KEY_REFUSED),
    (403, "AccessDeniedException", "You don't have access to the model with the specified model ID.", Fault.NO_MODEL_ACCESS),
    (404, "ResourceNotFoundException", "Model use case details have not been submitted for this account.", Fault.NO_MODEL_ACCESS),
    (403, "AccessDeniedException", "User: arn:aws:x is not authorized to perform: bedrock:InvokeModel", Fault.NOT_PERMITTED),
    (404, "ResourceNotFoundException", "The requested inference profile could not be found", Fault.UNKNOWN_MODEL),
    (400, "ValidationException", "Input is too long for requested model.", Fault.TOO_LARGE),
    (429, "ThrottlingException", "Too many tokens, please wait before trying again.", Fault.RATE_LIMITED),
]  # fmt: skip


@pytest.mark.parametrize("kind", [INVOKE_MODEL, MANTLE])
async def test_each_of_aws_s_refusals_sends_the_agent_to_the_right_place(
    bedrock: Bedrock, kind: str
) -> None:
    async with engine(bedrock, kind) as client:
        for status, name, words, fault in REFUSALS:
            bedrock.denies = Denied(status, name, words)
            error = await failure(client, drafting(OLD if kind == INVOKE_MODEL else NEW))
            assert error.fault is fault, (words, error)


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("throttlingException", Fault.RATE_LIMITED), ("modelTimeoutException", Fault.ENGINE_FAULT),
        ("modelStreamErrorException", Fault.ENGINE_FAULT), ("serviceUnavailableException", Fault.OVERLOADED),
        ("validationException", Fault.REQUEST_REFUSED), ("ofTomorrowException", Fault.ENGINE_FAULT),
    ],
)  # fmt: skip
async def test_an_exception_in_the_stream_is_told(
    bedrock: Bedrock, name: str, fault: Fault
) -> None:
    async with engine(bedrock) as client:
        request = drafting(OLD)
        bedrock.fails_with = name
        with pytest.raises(EngineError) as caught:
            async with aclosing(client.stream(request)) as events:
                async for _ in events:
                    pass
        assert caught.value.fault is fault


@pytest.mark.parametrize("kind", [INVOKE_MODEL, MANTLE])
async def test_the_ladder_says_what_bedrock_lacks(bedrock: Bedrock, kind: str) -> None:
    model = OLD if kind == INVOKE_MODEL else NEW
    async with engine(bedrock, kind) as client:
        doors = Doors(client.stream, client.count_tokens, client.look_at_batches)
        steps = [step async for step in climb(client.address, (model, model), doors)]
    failed = {step.rung for step in steps if step.state is State.FAILS}
    lacks = {Rung.BATCHES, Rung.COUNTING} if kind == INVOKE_MODEL else {Rung.BATCHES}
    assert failed == lacks
    usual = kind_of(Profile(kind=kind)).features
    found = found_in(steps)[model]
    assert all((Feature(name) in usual) is works for name, works in found.items())


async def test_without_its_package_the_sentence_names_it(
    bedrock: Bedrock, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def no_boto(name: str, *more: Any) -> Any:
        if name.startswith("boto"):
            raise ImportError(f"No module named {name!r}")
        return real(name, *more)

    monkeypatch.setattr(builtins, "__import__", no_boto)
    async with engine(bedrock) as client:
        assert (await failure(client, drafting(OLD))).fault is Fault.SDK_MISSING
    async with engine(bedrock, MANTLE, "ABSK-token") as client:
        assert said(await heard(client, drafting(NEW))), "a bearer token needs no package"


async def test_without_a_region_nothing_is_sent(bedrock: Bedrock) -> None:
    async with engine(bedrock, region="") as client:
        assert (await failure(client, drafting(OLD))).fault is Fault.NO_REGION
    assert not bedrock.asked


async def test_a_private_endpoint_names_its_region() -> None:
    from supportdesk_gui.engine.route import _region_in

    url = "https://vpce-1-abc.bedrock-runtime.us-east-2.vpce.amazonaws.com"
    assert _region_in(Address(url)) == "us-east-2"
    assert _region_in(Address("https://gateway.example.com")) == ""
