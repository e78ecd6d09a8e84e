"""Another route is tried until an answer begins, and never afterwards."""

from typing import Any

import pytest

from app.gateway.catalogue.ai_model import AiModel
from app.gateway.catalogue.offered import offered
from app.gateway.catalogue.upstream import Route
from app.gateway.routing import circuit
from app.gateway.routing.failover import MOST_TRIES, NoRoute, Tries
from app.gateway.upstreams.adapter import Adapter, Answer, Target
from app.gateway.upstreams.errors import (
    CredentialRefused,
    NotSupported,
    UpstreamError,
    UpstreamTimedOut,
    UpstreamUnreachable,
)
from tests.gateway.fake_adapter import FakeAdapter
from tests.gateway.fake_adapter import adapter as adapter
from tests.gateway.offering import add_route, offer_model, offer_upstream

BODY: dict[str, Any] = {"messages": []}
BROKEN = UpstreamError("broken", status=500, retryable=True)
WRONG = UpstreamError("no such temperature", status=400, retryable=False)


async def tries_of(number: int, own: dict[int, str] | None = None) -> Tries:
    """A request to a model with so many routes, in the order of their priority."""
    model = await offer_model("small-1", await offer_upstream("route 0"))
    for each in range(1, number):
        await add_route(await AiModel.get(), await offer_upstream(f"route {each}"), priority=each + 1)
    offer = await offered(model.id)
    assert offer
    return Tries(offer.routes, own or {})


async def chat(adapter: Adapter, target: Target) -> Answer:
    return await adapter.chat(target, BODY)


async def failures() -> list[int]:
    return [route.failures for route in await Route.all().order_by("priority")]


async def test_the_next_route_is_tried_where_the_first_fails(database: str, adapter: FakeAdapter) -> None:
    tries = await tries_of(3)
    adapter.begins = [BROKEN, UpstreamUnreachable("no connection", retryable=True)]
    answer = await tries.first(chat)
    assert answer.body["choices"]
    assert [(row["upstream"], row["status"]) for row in tries.rows] == [
        ("route 0", 500),
        ("route 1", 0),
        ("route 2", 200),
    ]
    assert tries.rows[1]["error"] == "provider_unreachable" and all(row["ms"] >= 0 for row in tries.rows)
    assert tries.answering and tries.answering.upstream == "route 2"
    assert await failures() == [1, 1, 0]


async def test_what_the_client_must_change_is_tried_nowhere_else(database: str, adapter: FakeAdapter) -> None:
    tries = await tries_of(2)
    adapter.begins = [WRONG]
    with pytest.raises(UpstreamError) as refused:
        await tries.first(chat)
    assert refused.value is WRONG and len(adapter.bodies) == 1 and await failures() == [0, 0]


async def test_the_error_of_the_last_route_is_told(database: str, adapter: FakeAdapter) -> None:
    tries = await tries_of(2)
    adapter.begins = [BROKEN, UpstreamError("overloaded", status=529, retryable=True)]
    with pytest.raises(UpstreamError, match="overloaded"):
        await tries.first(chat)


async def test_an_upstream_without_the_operation_is_passed_over(database: str, adapter: FakeAdapter) -> None:
    tries = await tries_of(2)
    adapter.begins = [NotSupported("no chats here", retryable=False)]
    assert (await tries.first(chat)).body["choices"]
    tries = Tries(tries.routes)
    adapter.begins = [BROKEN, NotSupported("no chats here", retryable=False)]
    with pytest.raises(UpstreamError, match="broken"):
        await tries.first(chat)


async def test_a_whole_answer_has_ten_minutes_and_is_not_paid_at_two_providers(
    database: str, adapter: FakeAdapter
) -> None:
    tries = await tries_of(3)
    adapter.begins = [UpstreamTimedOut("at work", retryable=True)]
    with pytest.raises(UpstreamTimedOut):
        await tries.first(chat, whole=True)
    assert [target.first_byte for target in adapter.targets] == [600]
    assert [row["error"] for row in tries.rows] == ["provider_timed_out"]
    adapter.begins = [BROKEN]
    await Tries(tries.routes).first(chat, whole=True)
    adapter.begins = [UpstreamTimedOut("silent", retryable=True)]
    await Tries(tries.routes).first(chat)
    assert [target.first_byte for target in adapter.targets[-2:]] == [120, 120], "a stream that does not begin"


async def test_a_route_with_an_open_circuit_is_not_tried(database: str, adapter: FakeAdapter) -> None:
    tries = await tries_of(2)
    for _ in range(circuit.OPENS_AFTER):
        await circuit.record_failure(tries.routes[0].id, BROKEN)
    await tries.first(chat)
    assert [row["upstream"] for row in tries.rows] == ["route 1"]


async def test_where_every_circuit_is_open_the_error_says_when_to_come_back(
    database: str, adapter: FakeAdapter
) -> None:
    tries = await tries_of(1)
    await circuit.record_failure(tries.routes[0].id, UpstreamError("slow", status=429, retryable=True, retry_after=40))
    with pytest.raises(NoRoute) as refused:
        await tries.first(chat)
    assert 30 < (refused.value.retry_after or 0) <= 40 and adapter.bodies == []


async def test_not_more_than_a_few_routes_are_tried(database: str, adapter: FakeAdapter) -> None:
    tries = await tries_of(MOST_TRIES + 2)
    adapter.begins = [BROKEN] * 10
    with pytest.raises(UpstreamError):
        await tries.first(chat)
    assert len(tries.rows) == MOST_TRIES


async def test_an_own_credential_is_used_and_its_refusal_says_nothing_of_the_upstream(
    database: str, adapter: FakeAdapter
) -> None:
    tries = await tries_of(1)
    tries.own = {tries.routes[0].upstream_id: "sk-own"}
    adapter.begins = [CredentialRefused("revoked", status=401, retryable=True)]
    with pytest.raises(CredentialRefused):
        await tries.first(chat)
    assert adapter.targets[0].credential == "sk-own" and await failures() == [0]
    for status in (402, 404, 408, 409, 429):
        tries.rows.clear()
        adapter.begins = [UpstreamError("not for you", status=status, retryable=True, retry_after=600)]
        with pytest.raises(UpstreamError):
            await tries.first(chat)
    assert await failures() == [0], "nor does what it may not use"
    tries.rows.clear()
    adapter.begins = [BROKEN]
    with pytest.raises(UpstreamError):
        await tries.first(chat)
    assert await failures() == [1], "what breaks for everybody counts"


async def test_a_credential_of_the_operator_that_is_refused_counts_against_the_route(
    database: str, adapter: FakeAdapter
) -> None:
    tries = await tries_of(2)
    adapter.begins = [CredentialRefused("revoked", status=401, retryable=True)]
    await tries.first(chat)
    assert await failures() == [1, 0]
