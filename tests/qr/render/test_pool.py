"""Codes are drawn in a process apart: refusals come back from it, and its end is not the end."""

import asyncio
import os
import signal
import sys
from pathlib import Path

import pytest

from app.kernel.refusal import Busy
from app.qr.design import Design
from app.qr.look import CodeContent, Look, file_etag
from app.qr.render import pool
from app.qr.render.matrix import CodeCapacityExceeded
from app.qr.saved_style import TooManyStyles
from tests.databases import ON_ONE, ON_POSTGRES, Template
from tests.preloaded import AT_START
from tests.serving import Server, environment, start
from tests.tasks import background_task
from tests.waiting import DEADLINE, eventually, wait_until

pytestmark = pytest.mark.heavy

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
    turns = 0
    async with background_task(pool.render_file(MENU, Design(), None, "png", 2_000)) as drawing:
        while not drawing.done():
            turns += 1
            await asyncio.sleep(0.001)
        assert await drawing and turns > 20


async def test_an_entity_tag_is_the_same_for_the_same_bytes_only() -> None:
    one = file_etag(MENU, Look(Design()), "png", 500)
    assert one == file_etag(MENU, Look(Design()), "png", 500)
    assert one != file_etag(MENU, Look(Design(pattern="dots")), "png", 500)
    assert one != file_etag(MENU, Look(Design()), "png", 600)


def loaded(name: str) -> bool:
    """Whether the process that runs this has imported a module."""
    return name in sys.modules


async def test_the_process_is_ready_before_anybody_opens_a_designer_and_ends_with_the_server() -> None:
    async with pool.drawing_process_running():
        await eventually(lambda: pool._pool is not None and not pool._waiting)
        assert pool._pool is not None
        [process] = pool._pool._processes.values()
        ready = await asyncio.get_running_loop().run_in_executor(pool._pool, loaded, "app.qr.render.worker_tasks")
    assert ready
    assert pool._pool is None
    assert process.exitcode == 0


async def test_a_server_that_stops_while_the_process_starts_leaves_none_behind() -> None:
    async with pool.drawing_process_running():
        await eventually(lambda: pool._pool is not None and pool._pool._processes)
        assert pool._pool is not None
        [process] = pool._pool._processes.values()
    assert pool._pool is None
    assert process.exitcode == 0


def drawing_processes(server: Server) -> list[int]:
    """The ids of the processes that draw for a server, which are in its session."""
    return [
        int(path.parent.name)
        for path in Path("/proc").glob("[0-9]*/cmdline")
        if b"spawn_main" in read(path) and os.getpgid(int(path.parent.name)) == server.process.pid
    ]


def read(path: Path) -> bytes:
    """A file of /proc; b"" when its process is gone."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def all_gone(server: Server) -> bool:
    """Whether no process that the server started is left."""
    try:
        os.killpg(server.process.pid, 0)
    except ProcessLookupError:
        return True
    return False


@pytest.fixture
async def env(template: Template, tmp_path: Path) -> dict[str, str]:
    return environment(tmp_path / "data", await template.fresh(tmp_path), **{AT_START: "1"})


def end_while_drawing_starts(server: Server, processes: int, ended_by: signal.Signals) -> int:
    """Sends a signal as soon as the drawing processes are there, while they still import what they draw with.

    Returns the server's exit code, once nothing that it started is left.
    """
    try:
        wait_until(lambda: len(drawing_processes(server)) == processes)
        server.process.send_signal(ended_by)
        code = server.process.wait(DEADLINE)
        wait_until(lambda: all_gone(server))
    finally:
        if not all_gone(server):
            server.kill()
    return code


@pytest.mark.slow
@ON_ONE
@pytest.mark.parametrize("ended_by", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL], ids=lambda number: number.name)
def test_a_server_starts_the_process_unasked_and_leaves_none_however_it_ends(
    env: dict[str, str], ended_by: signal.Signals
) -> None:
    code = end_while_drawing_starts(start(env), 1, ended_by)
    assert code == (-ended_by if ended_by is signal.SIGKILL else 0)


@pytest.mark.slow
@ON_POSTGRES
def test_each_of_several_servers_has_a_process_of_its_own_and_leaves_none(env: dict[str, str]) -> None:
    assert end_while_drawing_starts(start(env, None, "--processes", "2"), 2, signal.SIGTERM) == 0
