"""A server that is killed under streams at all their stages: after its restart it settles each of them itself, once."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterable
from contextlib import AsyncExitStack, suppress
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import aiohttp
import pytest

from app import jobs
from app.gateway.metering.ai_request import RESERVED, AiRequest
from app.gateway.metering.limits_of_keys import AiRate
from app.kernel import clock, db
from tests.databases import ON_POSTGRES, Template, for_killed, sessions_of_killed_over
from tests.gateway.api.callers import chat_body
from tests.gateway.api.test_server import STREAMS, World, a_world, check_books
from tests.serving import Server, serving
from tests.tasks import background_task
from tests.waiting import eventually

ENDED = 10  # streams that must have ended before the server dies, while others begin
PIECE = len("You wrote:")  # what a client has of a stream that goes on


async def stream_again_and_again(session: aiohttp.ClientSession, url: str, ended: list[int]) -> None:
    """Streams short answers one after the other, until the server is gone."""
    with suppress(aiohttp.ClientError):
        while True:
            async with session.post(url, json=chat_body(model="kliqs/chat", stream=True)) as response:
                assert "[DONE]" in await response.text()
                ended.append(1)


async def kill_in_the_middle(here: World, server: Server) -> None:
    """Kills a server that has many streams open, while others begin and end."""
    url, ended = f"{server.url}/v1/chat/completions", list[int]()
    async with (
        here.streams(server, STREAMS),
        aiohttp.ClientSession(headers=here.headers) as session,
        AsyncExitStack() as stack,
    ):
        here.api.faults.clear()  # what begins from now on comes to its end
        busy = [background_task(stream_again_and_again(session, url, ended)) for _ in range(4)]
        tasks = [await stack.enter_async_context(each) for each in busy]
        await eventually(lambda: len(ended) >= ENDED)
        server.kill()
        await asyncio.gather(*tasks)


async def let_a_minute_pass(delivered_to: int) -> dict[UUID, AiRequest]:
    """Lets some that are reserved have renewed, and time pass until the reaper is due; returns the requests then."""
    await sessions_of_killed_over()
    left = await AiRequest.filter(state=RESERVED)
    old = clock.now() - timedelta(minutes=3)
    await AiRequest.filter(state=RESERVED).update(alive_at=old)
    renewed = [request.id for request in left[:delivered_to]]
    await AiRequest.filter(id__in=renewed).update(delivered=PIECE)
    await jobs.enqueue("gateway.minutely", {})  # as the schedule does in the next minute
    return {request.id: request for request in await AiRequest.all()}


def check_each_once(before: dict[UUID, AiRequest], after: Iterable[AiRequest]) -> None:
    """What was settled before the death has not changed; the rest is paid where anything was delivered."""
    for request in after:
        earlier = before[request.id]
        if earlier.state == RESERVED:
            paid = request.cost > 0 and request.usage["output"] == -(-PIECE // 3)
            assert (request.state, request.error) == ("settled" if paid else "released", "server_died")
            assert paid == bool(earlier.delivered)
        else:
            assert (request.state, request.cost, request.settled_at) == (
                earlier.state,
                earlier.cost,
                earlier.settled_at,
            )


@pytest.mark.slow
@ON_POSTGRES
async def test_after_kill_9_a_restarted_server_settles_or_releases_each_of_many_streams_once(
    template: Template, tmp_path: Path
) -> None:
    async with a_world(template, tmp_path) as here:
        env = here.env | {"KLIQS_DATABASE_URL": for_killed(here.env["KLIQS_DATABASE_URL"])}
        with serving(env) as server:
            await kill_in_the_middle(here, server)
        before: dict[UUID, AiRequest] = await here.with_database(lambda: let_a_minute_pass(STREAMS // 3))
        states = Counter(request.state for request in before.values())
        assert states[RESERVED] >= STREAMS and states["settled"] >= ENDED
        with serving(here.env):
            async with db.database_open(here.env["KLIQS_DATABASE_URL"]):

                async def none_left() -> bool:
                    return not await AiRequest.filter(state=RESERVED).exists()

                await eventually(none_left)
                after = await check_books()
                assert len(after) == len(before) and {rate.open for rate in await AiRate.all()} == {0}
        check_each_once(before, after)
