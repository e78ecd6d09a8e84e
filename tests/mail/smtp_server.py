"""A real SMTP server in the loop of a test, which answers a message only when it may."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

from aiosmtpd.smtp import SMTP

from app.kernel.mail_settings import SmtpServer


class Mailbox:
    """The messages that the server has accepted. `answers` is clear while it lets senders wait for its answer."""

    def __init__(self) -> None:
        self.arriving = asyncio.Event()
        self.answers = asyncio.Event()
        self.answers.set()
        self.accepted: list[Any] = []
        self.closed = asyncio.Event()
        self.server = SmtpServer("127.0.0.1", 0, "", "", "none", "hello@kliqs.test")

    async def handle_DATA(self, server: SMTP, session: Any, envelope: Any) -> str:  # noqa: N802 - named by aiosmtpd
        """Accepts a message whose text has arrived completely (RFC 5321, 4.5.4)."""
        self.arriving.set()
        await self.answers.wait()
        self.accepted.append(envelope)
        return "250 OK"


class _Connection(SMTP):
    def connection_lost(self, error: Exception | None) -> None:
        self.event_handler.closed.set()
        super().connection_lost(error)


@asynccontextmanager
async def mailbox() -> AsyncGenerator[Mailbox]:
    """An SMTP server on a free port of this machine."""
    box, loop = Mailbox(), asyncio.get_running_loop()
    listening = await loop.create_server(lambda: _Connection(box, hostname="mail.test", loop=loop), "127.0.0.1", 0)
    box.server = box.server._replace(port=listening.sockets[0].getsockname()[1])
    try:
        yield box
    finally:
        box.answers.set()
        listening.close()
