"""Bodies that are being sent fill no memory: an account has a few large ones under way at once."""

import asyncio
from collections.abc import AsyncGenerator

import aiohttp
import pytest

from app.gateway.api import body_memory
from app.kernel import installation
from tests.gateway.api.callers import Caller
from tests.gateway.fake_adapter import FakeAdapter
from tests.waiting import eventually


async def test_large_bodies_are_refused_while_others_are_on_their_way_and_small_ones_are_not(
    caller: Caller, adapter: FakeAdapter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(body_memory, "MOST_AT_ONCE", 26 * 1024 * 1024)
    go_on = asyncio.Event()

    async def body() -> AsyncGenerator[bytes]:
        yield b'{"model": "small-1", "messages": ['
        await go_on.wait()
        yield b'{"role": "user", "content": "Hello"}]}'

    async def send() -> int:
        headers = caller.headers | {"Content-Type": "application/json"}
        async with (
            aiohttp.ClientSession() as session,
            session.post(f"{caller.url}/chat/completions", data=body(), headers=headers) as response,
        ):
            return response.status

    async def is_read() -> bool:
        return bool(installation.current().resource(body_memory.BytesBeingRead))

    first = asyncio.create_task(send())
    await eventually(is_read)
    assert await send() == 429, "a body that does not say how long it is counts as the longest"
    assert (await caller.chat())[0] == 200, "there is room for a small one"
    go_on.set()
    assert await first == 200 and await send() == 200
    assert not await is_read()
