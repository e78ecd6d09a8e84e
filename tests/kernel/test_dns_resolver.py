"""Promises: a name server that does not answer holds one thread, and none of those for the operator's own services."""

import asyncio
import socket
from threading import Event
from typing import Any

import pytest

from app.kernel.dns_resolver import SERVICES, STRANGERS, LookupThreads, SystemResolver
from app.links.checker.page_check import PageChecker
from tests.waiting import eventually

ROWS = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("203.0.113.9", 443))]


async def test_all_who_want_one_name_wait_for_one_lookup(monkeypatch: pytest.MonkeyPatch) -> None:
    asked, answer = list[str](), Event()

    def look_up(host: str, *_: Any, **__: Any) -> Any:
        asked.append(host)
        if host == "silent.example":
            answer.wait(30)
        return ROWS

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    resolver = SystemResolver(LookupThreads(2, "test"))
    waiting = [asyncio.ensure_future(resolver.resolve("silent.example", 443)) for _ in range(10)]
    await eventually(lambda: bool(asked))
    waiting[0].cancel()
    assert (await resolver.resolve("other.example", 443))[0]["host"] == "203.0.113.9"
    answer.set()
    answers = await asyncio.gather(*waiting, return_exceptions=True)
    assert isinstance(answers[0], asyncio.CancelledError) and len(answers[1:]) == 9
    assert not any(isinstance(each, BaseException) for each in answers[1:])
    assert asked == ["silent.example", "other.example"]
    await resolver.resolve("silent.example", 443)
    assert asked.count("silent.example") == 2, "an answer is not kept"


async def test_a_name_that_is_none_raises_for_everybody(monkeypatch: pytest.MonkeyPatch) -> None:
    def look_up(*_: Any, **__: Any) -> Any:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    both = (SystemResolver().resolve("nobody.example") for _ in range(2))
    assert all(isinstance(each, OSError) for each in await asyncio.gather(*both, return_exceptions=True))


async def test_hosts_of_strangers_are_looked_up_apart_from_services(database: str) -> None:
    resolver = PageChecker().client.resolver
    assert isinstance(resolver, SystemResolver) and resolver.threads is STRANGERS
    assert SystemResolver().threads is SERVICES
