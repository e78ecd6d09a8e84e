"""Writes the request log: requests are collected in memory and written together, so that none waits for it.

At most a second passes until a request is written, and all of them are when the server stops. Of frozen accounts
nothing is written. When the database takes nothing for long, the newest requests are dropped beyond a limit.

Requests that are refused before they are counted cost their sender nothing. So their bodies are not kept, and of each
account only the first ones of an hour.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter, deque
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from typing import Any
from uuid import UUID, uuid4

import structlog
from quart import Quart, Response, current_app, g, request
from tortoise.exceptions import IntegrityError

from app.kernel import clock
from app.kernel.problem_log import log_problem
from app.kernel.transient_errors import is_unavailable
from app.keys.logged_request import LoggedRequest
from app.keys.models import ApiKey
from app.keys.networks import network_of_caller
from app.keys.request_masking import mask_body, mask_path
from app.web import client_info
from app.web.csrf import SAFE_METHODS
from app.web.limits import CountingBody
from app.web.openapi import path_template

LOG = "request_log"  # among the app's extensions: the RequestLog of this process
MOST_WAITING, BATCH_SIZE, SECONDS = 2_000, 200, 1.0
REFUSED, MOST_REFUSED = frozenset((401, 403, 429)), 1_000  # statuses; of an account in an hour and a process
JSON = "application/json"
log = structlog.get_logger()


class RequestLog:
    """The requests of this process that are not written yet. It collects only while it is running."""

    def __init__(self) -> None:
        self.waiting, self.lost, self._running = deque[LoggedRequest](), 0, False
        self._hour, self._refused = 0, Counter[UUID]()

    def add(self, row: LoggedRequest) -> None:
        """Collects a request, to be written soon."""
        if not self._running or (row.status in REFUSED and self._count_refused(row) > MOST_REFUSED):
            return
        if len(self.waiting) >= MOST_WAITING:
            if self.lost % MOST_WAITING == 0:
                log.warning("request_log_full", lost=self.lost)
            self.lost += 1
            return
        self.waiting.append(row)
        self._added.set()
        if len(self.waiting) >= BATCH_SIZE:
            self._full.set()

    def _count_refused(self, row: LoggedRequest) -> int:
        """Counts a refused request; returns how many its account has had in this hour."""
        hour = int(row.created_at.timestamp()) // 3600
        if hour != self._hour:
            self._hour, self._refused = hour, Counter()
        self._refused[row.account_id] += 1
        return self._refused[row.account_id]

    @asynccontextmanager
    async def running(self) -> AsyncGenerator[None]:
        """Collects and writes requests while the block runs; all of them are written at its end."""
        self._added, self._full, self._lock = asyncio.Event(), asyncio.Event(), asyncio.Lock()
        self._running, self._closing = True, False
        task = asyncio.create_task(self._run(), name="request_log")
        try:
            yield
        finally:
            self._closing = True
            self._added.set()
            self._full.set()
            await task
            self._running = False

    async def _run(self) -> None:
        while not self._closing:
            await self._added.wait()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._full.wait(), SECONDS)
            self._added.clear()
            self._full.clear()
            if not await self.write() and not self._closing:
                await asyncio.sleep(SECONDS)
                self._added.set()
        await self.write()

    async def write(self) -> bool:
        """Writes all collected requests; False if the database is unavailable, and they are kept for later."""
        if not self._running:
            return True
        async with self._lock:
            while self.waiting:
                batch = [self.waiting.popleft() for _ in range(min(BATCH_SIZE, len(self.waiting)))]
                try:
                    await _insert(batch)
                except Exception as error:
                    if is_unavailable(error):
                        self.waiting.extendleft(reversed(batch))
                        return False
                    self.lost += len(batch)
                    log.exception("requests_not_logged", count=len(batch))
        return True


async def _insert(batch: list[LoggedRequest]) -> None:
    """Writes requests, except those of keys that were deleted meanwhile and of frozen accounts."""
    ids = {row.key_id for row in batch}
    kept: list[Any] = await ApiKey.filter(id__in=ids, account__frozen_at=None).values_list("id", flat=True)
    rows = [row for row in batch if row.key_id in kept]
    try:
        await LoggedRequest.bulk_create(rows)
    except IntegrityError:  # an account was deleted just now
        for row in rows:
            with suppress(IntegrityError):
                await row.save(force_create=True)


def install(app: Quart) -> None:
    """Gives the app its log."""
    app.extensions[LOG] = RequestLog()


def current_log() -> RequestLog:
    """Returns the log of the app that answers the current request."""
    return current_app.extensions[LOG]  # type: ignore[no-any-return]


async def record_request(key: ApiKey, response: Response) -> None:
    """Collects the current request, which was made with a key, and its response; a failure of this is only reported."""
    try:
        current_log().add(await _row_of_request(key, response))
    except Exception as error:  # the request was answered
        log_problem("request_not_logged", error)


async def _row_of_request(key: ApiKey, response: Response) -> LoggedRequest:
    """Returns the row of the current request."""
    changes = request.method not in SAFE_METHODS and response.status_code not in REFUSED
    return LoggedRequest(
        id=uuid4(),
        account_id=key.account_id,
        key_id=key.id,
        request_id=g.get("request_id", ""),
        method=request.method[:8],
        route=path_template(request.url_rule.rule if request.url_rule else "")[:120],
        path=mask_path(request.path, request.query_string.decode("latin-1")),
        status=response.status_code,
        error=g.get("error_code", ""),
        ms=round((time.perf_counter() - g.began) * 1000),
        network=network_of_caller(client_info.request_address()),
        sent=_sent_body() if changes else "",
        answer=await _answered_body(response) if changes else "",
        created_at=clock.now(),
    )


def _sent_body() -> str:
    """What is kept of the request's body, if it was received: one that was refused unread is not waited for."""
    body = request.body
    received = body.received if isinstance(body, CountingBody) else b""
    return mask_body(received) if received and request.mimetype == JSON else ""


async def _answered_body(response: Response) -> str:
    """What is kept of the response's body."""
    return mask_body(await response.get_data(as_text=False)) if response.mimetype == JSON else ""
