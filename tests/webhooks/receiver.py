"""A receiver on this machine, as a developer would write one: it checks each message with the official package."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from unittest.mock import patch

import standardwebhooks.webhooks
from standardwebhooks import Webhook

from app.accounts.models import Account
from app.jobs import Job
from app.jobs.registry import KINDS
from app.jobs.worker import Worker
from app.kernel import clock, installation
from app.lifespan import WEBHOOK_DATA
from app.webhooks.endpoint import WebhookEndpoint
from app.webhooks.endpoint_values import EndpointValues
from app.webhooks.event_types import EVENT_TYPES

NEVER, ENDLESS = -1, -2  # in place of a status: no answer, or a body without an end


@dataclass
class Message:
    """What arrived: headers in lower case, and the exact body."""

    headers: dict[str, str]
    body: bytes

    @property
    def id(self) -> str:
        return self.headers["webhook-id"]

    @property
    def event(self) -> dict[str, Any]:
        return dict(json.loads(self.body))

    def verified_by(self, secret: str) -> dict[str, Any]:
        """The event, after the official package has checked the signature. Raises: WebhookVerificationError."""
        with patch.object(standardwebhooks.webhooks, "datetime", _Clock):
            return dict(Webhook(secret).verify(self.body, self.headers))


class _Clock(datetime):
    """The time of the test, for the package's check of the age of messages."""

    @classmethod
    def now(cls, tz: Any = None) -> datetime:  # type: ignore[override]
        return clock.now().astimezone(tz or UTC)


@dataclass
class Receiver:
    """A server that answers every message with `status` and `answer`; it keeps all messages, with those that came at
    the same moment counted in `most_at_once`.
    """

    status: int = 204
    answer: bytes = b""
    headers: str = ""
    messages: list[Message] = field(default_factory=list)
    port: int = 0
    open: int = 0
    most_at_once: int = 0
    pause: float = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/hooks/kliqs"

    @property
    def types(self) -> list[str]:
        return [message.event["type"] for message in self.messages]

    @property
    def ids(self) -> list[str]:
        return [message.id for message in self.messages]

    def data(self, event_type: str) -> list[dict[str, Any]]:
        return [message.event["data"] for message in self.messages if message.event["type"] == event_type]

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.open += 1
        self.most_at_once = max(self.most_at_once, self.open)
        with suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            self.messages.append(await _read(reader))
            await asyncio.sleep(self.pause)
            await self._answer(reader, writer)
        self.open -= 1
        writer.close()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self.status == NEVER:
            await reader.read()  # until the other side hangs up
            return
        if self.status == ENDLESS:
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n")
            while True:
                writer.write(b"more " * 10_000)
                await writer.drain()
        head = f"HTTP/1.1 {self.status} Status\r\n{self.headers}Content-Length: {len(self.answer)}\r\n\r\n"
        writer.write(head.encode() + (b"" if self.status == 204 else self.answer))
        await writer.drain()


async def _read(reader: asyncio.StreamReader) -> Message:
    head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
    pairs = (line.split(": ", 1) for line in head[1:] if line)
    headers = {name.lower(): value for name, value in pairs}
    return Message(headers, await reader.readexactly(int(headers["content-length"])))


@asynccontextmanager
async def receiving(status: int = 204, answer: bytes = b"") -> AsyncGenerator[Receiver]:
    """A receiver that this server may reach, as its operator allows by KLIQS_NET_ALLOW."""
    receiver = Receiver(status, answer)
    server = await asyncio.start_server(receiver.serve, "127.0.0.1", 0)
    receiver.port = server.sockets[0].getsockname()[1]
    allow_this_machine()
    try:
        yield receiver
    finally:
        server.close()


def allow_this_machine() -> None:
    """Lets requests of the server reach this machine."""
    current = installation.current()
    current.config = current.config.model_copy(update={"net_allow": "127.0.0.1"})


async def endpoint_of(account: Account, url: str, *events: str) -> WebhookEndpoint:
    """An endpoint of the account for these events, by default all."""
    assert WEBHOOK_DATA, "registered by the import"
    allow_this_machine()
    return await WebhookEndpoint.create_for(account, EndpointValues(url, list(events or EVENT_TYPES)))


async def run_kind(kind: str) -> None:
    """Does the work of a kind of jobs that the clock enqueues."""
    await KINDS[kind].run(Job(kind=kind))


async def send_due() -> None:
    """Sends what is due to all endpoints, and nothing else."""
    for kind in ("webhooks.deliver", "webhooks.slow"):
        await Worker().run_due(kind)
