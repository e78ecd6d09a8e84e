"""Events that came at once are sent in one piece, and no event waits for one that has not come."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing, nullcontext
from typing import Any, cast

import pytest

from app.gateway.api import event_stream
from app.gateway.upstreams.adapter import Chunk
from app.gateway.upstreams.errors import MalformedAnswer


class Run:
    """A request, of which the next piece has come or not."""

    next_is_ready = False


class Writer:
    """Writes the text of a piece; nothing of an empty one."""

    def write(self, chunk: Chunk) -> bytes:
        return cast(bytes, chunk.body["text"])


async def sent(*pieces: tuple[bytes | Exception | None, bool]) -> list[bytes]:
    """What is sent of pieces, each with whether the one after it has come by then; it ends at an error."""
    run = Run()

    async def arriving() -> AsyncGenerator[Chunk | None]:
        for piece, run.next_is_ready in pieces:
            if isinstance(piece, Exception):
                raise piece
            yield None if piece is None else Chunk({"text": piece})

    got: list[bytes] = []
    async with aclosing(event_stream._written(cast(Any, run), arriving(), cast(Any, Writer()))) as written:
        with pytest.raises(MalformedAnswer) if isinstance(pieces[-1][0], Exception) else nullcontext():
            async for data in written:
                got.append(data)
    return got


async def test_the_first_event_is_sent_by_itself_and_those_that_came_after_it_in_one() -> None:
    assert await sent((b"a", True), (b"b", True), (b"c", True), (b"d", False)) == [b"a", b"bcd"]


async def test_no_event_waits_for_one_that_has_not_come() -> None:
    assert await sent((b"a", False), (b"b", False), (None, False), (b"c", False)) == [
        b"a",
        b"b",
        event_stream.KEEP_ALIVE,
        b"c",
    ]


async def test_a_piece_without_an_event_sends_what_is_held() -> None:
    assert await sent((b"a", True), (b"b", True), (b"", False), (b"c", True)) == [b"a", b"b", b"c"]


async def test_not_more_than_some_kilobytes_are_held() -> None:
    long = b"x" * event_stream.AT_ONCE
    assert await sent((b"a", True), (long, True), (long, True), (b"b", True)) == [b"a", long, long, b"b"]


async def test_what_came_before_an_error_is_sent() -> None:
    broken = MalformedAnswer("nonsense", retryable=True)
    assert await sent((b"a", True), (b"b", True), (broken, True)) == [b"a", b"b"]


async def test_the_first_event_leaves_before_work_begins_on_those_that_came_with_it() -> None:
    order = list[str]()

    async def events() -> AsyncGenerator[bytes]:
        order.append("work")
        yield b"second"

    async with aclosing(event_stream._resume(b"first", events())) as resumed:
        async for event in resumed:
            order.append(event.decode())
            asyncio.get_running_loop().call_soon(order.append, "sent")  # as a transport sends at the end of a turn
    assert order[:3] == ["first", "sent", "work"]
