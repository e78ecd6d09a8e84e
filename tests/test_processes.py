"""Limits and names hold when two processes work on one database at once."""

import asyncio
import os
import signal
import socket
import sys
from asyncio.subprocess import PIPE, Process

import pytest

from app.accounts.models import Account
from app.kernel.resources import ROOT
from app.keys.models import Usage
from app.links.models import Link
from app.processes import Processes
from tests import world


async def _start(url: str, work: str, argument: str) -> Process:
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.crowd", url, work, argument, cwd=ROOT, stdin=PIPE, stdout=PIPE,
        env=dict(os.environ)
    )


async def _said(process: Process) -> list[str]:
    output, _ = await process.communicate(b"go\n")
    assert process.returncode == 0
    return output.decode().split("\n")[:-1]


async def both(url: str, work: str, *arguments: str) -> int:
    """How often the work succeeded in two processes that began it together."""
    processes = await asyncio.gather(*(_start(url, work, argument) for argument in arguments))
    for process in processes:
        assert process.stdout and await process.stdout.readline() == b"ready\n"
    said = await asyncio.gather(*(_said(process) for process in processes))
    assert [len(lines) for lines in said] == [1, 1], said
    return sum(int(lines[0]) for lines in said)


async def test_two_processes_make_one_link_of_a_name(database: str, budi: Account, dewi: Account) -> None:
    assert await both(database, "same_slug", budi.email, dewi.email) == 1
    assert await world.links_used(budi) + await world.links_used(dewi) == 1


async def test_two_processes_make_as_many_links_as_the_plan_allows(database: str, sari: Account) -> None:
    assert await both(database, "any_slug", sari.email, sari.email) == 5
    assert await world.links_used(sari) == 5


async def test_two_processes_spend_a_months_requests_and_no_more(database: str, sari: Account) -> None:
    assert await both(database, "request", await world.key_of(sari), await world.key_of(sari)) == 30
    assert (await Usage.share(sari)).used == 30


async def test_two_processes_let_as_many_clicks_through_as_allowed(database: str, sari: Account) -> None:
    link = await Link.shorten(sari, url=world.DESTINATION, slug="promo", click_limit=50)
    assert await both(database, "follow", "promo", "promo") == 50
    assert (await Link.get(id=link.id)).admitted == 50


def test_a_process_forked_while_all_are_stopped_is_stopped_too(monkeypatch: pytest.MonkeyPatch) -> None:
    processes = Processes(2, lambda *_: None, socket.socket(), int)
    told: list[tuple[int, int]] = []

    def fork() -> int:
        processes._stop(signal.SIGTERM, None)
        return 4242

    monkeypatch.setattr(os, "fork", fork)
    monkeypatch.setattr(os, "kill", lambda *given: told.append(given))
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    monkeypatch.setattr(signal, "alarm", lambda _: None)
    processes._start()
    processes.sock.close()
    assert told == [(4242, signal.SIGTERM)]
