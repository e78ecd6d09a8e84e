"""Calls for adapters in which one function says what every refusal of their network means."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.publishing.networks import calls
from app.publishing.networks.client import NetworkClient, Reply
from app.publishing.networks.errors import NetworkError

Refusal = Callable[[Reply], NetworkError]


async def call(client: NetworkClient, method: str, url: str, refusal: Refusal, **parts: Any) -> Reply:
    """Makes a call as `calls.call` does; returns a success. Raises: as `calls.call`, and what `refusal` returns."""
    reply = await calls.call(client, method, url, **parts)
    if reply.ok:
        return reply
    error = refusal(reply)
    error.code, error.detail = calls.without_token(client, error.code), calls.without_token(client, error.detail)
    raise error
