"""Codes are drawn in a process apart: refusals come back from it, and its end is not the end."""

import asyncio
import os
import signal

import pytest

from app.kernel.refusal import Busy
from app.qr.design import Design
from app.qr.look import CodeContent, Look, file_etag
from app.qr.render import pool
from app.qr.render.matrix import CodeCapacityExceeded
from app.qr.saved_style import TooManyStyles

MENU = CodeContent("https://kliqs.test/menu?qr=k3f9x", ours=True)


async def test_a_refusal_comes_back_from_the_other_process_and_work_goes_on() -> None:
    with pytest.raises(CodeCapacityExceeded) as refused:
        await pool.draw_proof(CodeContent("x" * 5_000), Look(Design()))
    assert refused.value.field == "content"
    assert (await pool.draw_proof(MENU, Look(Design()))).verdict.grade == "good"


async def test_a_refusal_keeps_its_facts_on_the_way() -> None:
    make, arguments = TooManyStyles(most=30, retry_after=3).__reduce__()
    again = make(*arguments)
    assert (str(again), again.retry_after) == (str(TooManyStyles(most=30)), 3)


@pytest.mark.slow
async def test_a_press_that_died_is_started_again() -> None:
    await pool.draw_proof(MENU, Look(Design()))
    assert pool._pool is not None
    for process in pool._pool._processes.values():
        os.kill(process.pid or 0, signal.SIGKILL)
    with pytest.raises(Busy):
        await pool.draw_proof(MENU, Look(Design()))
    assert (await pool.draw_proof(MENU, Look(Design()))).verdict.grade == "good"


async def test_drawing_holds_nobody_else_up() -> None:
    await pool.draw_proof(MENU, Look(Design()))
    turns, drawing = 0, asyncio.create_task(pool.render_file(MENU, Design(), None, "png", 2_000))
    while not drawing.done():
        turns += 1
        await asyncio.sleep(0.001)
    assert turns > 20


async def test_an_entity_tag_is_the_same_for_the_same_bytes_only() -> None:
    etag = file_etag(MENU, Look(Design()), "png", 500)
    assert etag == file_etag(MENU, Look(Design()), "png", 500)
    assert etag != file_etag(MENU, Look(Design(pattern="dots")), "png", 500)
    assert etag != file_etag(MENU, Look(Design()), "png", 600)
