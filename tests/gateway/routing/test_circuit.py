"""Circuits of routes: what does not answer is left in peace for a while."""

from datetime import timedelta
from uuid import uuid4

from app.gateway.catalogue.upstream import Route
from app.gateway.routing import circuit
from app.gateway.upstreams.errors import NotSupported, UpstreamError, UpstreamTimedOut
from app.kernel import installation
from tests.conftest import Clock
from tests.gateway.offering import offer_model

BROKEN = UpstreamError("broken", status=500, retryable=True)


async def a_route() -> int:
    await offer_model()
    return (await Route.get()).id


def another_process() -> None:
    """Forgets what this process knows of circuits, as one that has just started."""
    installation.current().set_resource(circuit.Circuits())


async def fail(route: int, times: int) -> None:
    for _ in range(times):
        await circuit.record_failure(route, BROKEN)


async def test_a_circuit_opens_after_five_failures_in_a_row_for_all_processes(database: str) -> None:
    route = await a_route()
    await fail(route, 4)
    assert await circuit.may_try(route)
    await fail(route, 1)
    assert not await circuit.may_try(route)
    another_process()
    assert not await circuit.may_try(route)


async def test_a_success_between_failures_begins_the_count_anew(database: str) -> None:
    route = await a_route()
    await fail(route, 4)
    await circuit.record_success(route)
    await fail(route, 4)
    assert await circuit.may_try(route)


async def test_after_its_time_one_request_of_all_probes_an_open_circuit(database: str, moved: Clock) -> None:
    route = await a_route()
    await fail(route, 5)
    moved.on(circuit.OPEN_FOR)
    assert await circuit.may_try(route)
    assert not await circuit.may_try(route)
    another_process()
    assert not await circuit.may_try(route)


async def test_a_probe_that_succeeds_closes_the_circuit_for_all_processes(database: str, moved: Clock) -> None:
    route = await a_route()
    await fail(route, 5)
    moved.on(circuit.OPEN_FOR)
    assert await circuit.may_try(route)
    await circuit.record_success(route)
    another_process()
    assert await circuit.may_try(route)
    assert await Route.get(id=route).values_list("failures", "open_until") == (0, None)


async def test_a_probe_that_fails_opens_it_again_at_once(database: str, moved: Clock) -> None:
    route = await a_route()
    await fail(route, 5)
    moved.on(circuit.OPEN_FOR)
    assert await circuit.may_try(route)
    await fail(route, 1)
    moved.on(circuit.OPEN_FOR - timedelta(seconds=1))
    assert not await circuit.may_try(route)
    moved.on(timedelta(seconds=1))
    assert await circuit.may_try(route)


async def test_an_upstream_that_says_when_to_come_back_is_not_tried_before(database: str, moved: Clock) -> None:
    route = await a_route()
    await circuit.record_failure(route, UpstreamError("slow down", status=429, retryable=True, retry_after=20))
    assert await circuit.seconds_until_try([route]) == 20
    moved.on(timedelta(seconds=19))
    assert not await circuit.may_try(route)
    moved.on(timedelta(seconds=1))
    assert await circuit.may_try(route)


async def test_an_upstream_cannot_close_itself_for_longer_than_ten_minutes(database: str, moved: Clock) -> None:
    route = await a_route()
    await circuit.record_failure(route, UpstreamError("later", status=503, retryable=True, retry_after=10**9))
    moved.on(circuit.LONGEST)
    assert await circuit.may_try(route)


async def test_what_is_wrong_with_a_request_is_no_failure_of_its_route(database: str) -> None:
    route = await a_route()
    for error in (
        UpstreamError("no", status=400, retryable=False),
        UpstreamError("too large", status=413, retryable=False),
        NotSupported("no video", retryable=False),
        NotSupported("no video", retryable=True),
    ):
        for _ in range(6):
            await circuit.record_failure(route, error)
    assert await circuit.may_try(route)
    assert (await Route.get(id=route)).failures == 0


async def test_no_account_closes_a_route_to_others_with_requests_at_which_the_upstream_breaks(database: str) -> None:
    route, one, another = await a_route(), uuid4(), uuid4()
    for _ in range(10):
        await circuit.record_failure(route, BROKEN, one)
    assert await circuit.may_try(route)
    await circuit.record_failure(route, BROKEN, another)
    assert not await circuit.may_try(route), "it breaks for several"


async def test_what_no_request_can_cause_opens_the_circuit_for_a_single_account_too(database: str) -> None:
    route, account = await a_route(), uuid4()
    for _ in range(5):
        await circuit.record_failure(route, UpstreamError("down", status=503, retryable=True), account)
    assert not await circuit.may_try(route)


async def test_silence_is_a_failure(database: str) -> None:
    route = await a_route()
    await circuit.record_failure(route, UpstreamTimedOut("silence", retryable=True))
    assert (await Route.get(id=route)).failures == 1
