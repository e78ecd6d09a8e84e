"""Sites on this machine that the check of destinations looks at, by names that lead to them."""

from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass

import pytest

from app.kernel import installation
from app.kernel.http_allow_list import AllowList
from app.kernel.http_client import Client
from app.links.checker.host_turns import HostTurns
from app.links.checker.page_check import PageChecker
from tests.kernel.sockets import Conversation, Names, Server, serving

NO_ROBOTS = b"HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n"
Page = bytes | Callable[[Conversation], Awaitable[None]]


def answer(status: int, *headers: str, body: bytes = b"") -> bytes:
    """A response without a body, or with this one."""
    lines = "".join(f"{header}\r\n" for header in headers)
    return f"HTTP/1.1 {status} Word\r\n{lines}Content-Length: {len(body)}\r\n\r\n".encode() + body


@dataclass
class Sites:
    """Makes servers that answer by path or by method, and checkers that may reach them."""

    def serving(self, **pages: Page) -> AbstractAsyncContextManager[Server]:
        """A server; `robots` answers /robots.txt, which is missing otherwise, `head` and `get` each method."""

        async def respond(conversation: Conversation) -> None:
            method, _, path = conversation.line.partition(" ")
            names = ("robots",) if path == "/robots.txt" else (path.strip("/"), method.lower(), "get")
            page = next((pages[name] for name in names if name in pages), NO_ROBOTS)
            if not isinstance(page, bytes):
                await page(conversation)
                return
            head, mark, _body = page.partition(b"\r\n\r\n")
            await conversation.send(head + mark if method == "HEAD" else page)

        return serving(respond)

    def checker(self, **answers: list[list[str]]) -> PageChecker:
        """A checker that finds every name of *.test on this machine, unless `answers` say otherwise."""
        allowed = AllowList.parse("shop.test other.test slow.test")
        return PageChecker(Client(allowed, resolver=Names(**({"any": [["127.0.0.1"]]} | answers))))


@pytest.fixture
def sites() -> Sites:
    """The sites, which are asked without a pause."""
    installation.current().resource(HostTurns).pause = 0
    return Sites()
