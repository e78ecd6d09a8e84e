"""Programs that call the API with a key."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID, uuid4

from quart import Quart

from app.accounts.models import Account
from app.kernel import clock
from app.keys.key_terms import KeyTerms
from app.keys.models import ApiKey, LoggedRequest
from app.keys.request_log import LOG, RequestLog
from app.web.openapi import Operation
from tests.client import Browser

NOTHING = str(UUID(int=0))


async def key_with(account: Account, scopes: str = "*", networks: str = "", days: int | None = None) -> str:
    """The raw text of a new key with these terms."""
    return (await ApiKey.issue(account, "bot-wa", terms=KeyTerms(scopes, networks, days)))[1]


async def request(
    client: Browser, key: str, method: str, path: str, *, address: str = "203.0.113.7", **rest: Any
) -> tuple[int, dict[str, Any], Any]:
    """Sends a request with a key from an address; returns status, body and headers of the answer."""
    response = await client.open(
        f"/api/v1{path}",
        method=method,
        headers={"Authorization": f"Bearer {key}"} | rest.pop("headers", {}),
        scope_base={"client": (address, 0)},
        **rest,
    )
    text = await response.get_data(as_text=True)
    is_json = response.mimetype == "application/json" and method != "HEAD"
    return response.status_code, json.loads(text) if is_json else {}, response.headers


async def request_operation(client: Browser, key: str, operation: Operation) -> tuple[int, dict[str, Any], Any]:
    """Sends a request for an operation about things that do not exist, with an empty body where it takes one."""
    path = operation.path.replace("{id}", NOTHING).replace("{variant}", NOTHING).replace("{tag}", "1")
    for name in ("block", "format", "external_id"):
        path = path.replace(f"{{{name}}}", "nothing")
    body: dict[str, Any] = {"json": {}} if operation.body else {}
    return await request(client, key, operation.method, path, **body)


@asynccontextmanager
async def log_kept(app: Quart) -> AsyncGenerator[RequestLog]:
    """Lets the app log the requests of the block; they are written at its end, or by `write()`."""
    log: RequestLog = app.extensions[LOG]
    log.waiting.clear()
    log.lost = 0
    async with log.running():
        yield log


async def past_request(key: ApiKey, **values: Any) -> LoggedRequest:
    """A request of a key in the log, with these values."""
    usual: dict[str, Any] = {
        "request_id": "0123456789abcdefghij",
        "method": "GET",
        "route": "/api/v1/links",
        "path": "/api/v1/links",
        "status": 200,
        "ms": 1,
        "created_at": clock.now(),
    }
    return await LoggedRequest.create(id=uuid4(), account_id=key.account_id, key_id=key.id, **usual | values)


async def logged() -> list[LoggedRequest]:
    """All requests that are written, the first one first."""
    return await LoggedRequest.all().order_by("created_at", "id")
