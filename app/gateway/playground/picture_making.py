"""Makes pictures, each by a request of its own, so that one is shown and paid as soon as it is there."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncGenerator
from typing import NamedTuple

import structlog

from app.accounts.models import Account
from app.gateway.catalogue.offered import OfferedModel
from app.gateway.metering.ai_request import PLAYGROUND
from app.gateway.metering.estimate import most_of
from app.gateway.routing.error_sentences import error_sentence
from app.gateway.routing.model_run import ModelRun
from app.gateway.upstreams.adapter import Answer, Json
from app.gateway.upstreams.errors import UpstreamError
from app.kernel.problem_log import log_problem
from app.kernel.refusal import Refusal

ENDPOINT = "images.generate"
BASE64 = re.compile(r"[A-Za-z0-9+/]+={0,2}")
KINDS = {"/9j/": "image/jpeg", "UklGR": "image/webp", "R0lGO": "image/gif"}  # by the first characters of Base64
SILENCE = 15.0  # seconds after which a page is told that the connection lives
log = structlog.get_logger()


class Picture(NamedTuple):
    """A picture, or why there is none: `source` is a data: URL, `address` where it is if the provider keeps it."""

    number: int
    request_id: str = ""
    source: str = ""
    address: str = ""
    fault: str = ""


async def begin_picture(account: Account, model: OfferedModel, body: Json) -> ModelRun:
    """Reserves what one picture costs. Raises: the refusals of metering, NoRoute."""
    return await ModelRun.begin(account, model, endpoint=ENDPOINT, most=most_of(model, body), source=PLAYGROUND)


async def make_pictures(account: Account, first: ModelRun, body: Json, number: int) -> AsyncGenerator[Picture | None]:
    """Yields pictures as they are ready, and None after each time of silence; all end when the reader leaves.

    `first` is the request for the first of them.
    """
    tasks = {
        asyncio.create_task(_make(account, first if not at else None, first.model, body, at)) for at in range(number)
    }
    try:
        while tasks:
            done, tasks = await asyncio.wait(tasks, timeout=SILENCE, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                yield task.result()
            if not done:
                yield None
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _make(account: Account, run: ModelRun | None, model: OfferedModel, body: Json, number: int) -> Picture:
    """Makes one picture; whatever happens to it does not end the others."""
    try:
        run = run or await begin_picture(account, model, body)
        async with run:
            answer = await run.answer(lambda adapter, target: adapter.generate_image(target, body))
    except (Refusal, UpstreamError) as error:
        return Picture(number, fault=error_sentence(error))
    except Exception as error:
        log_problem("picture_failed", error)
        return Picture(number, fault=error_sentence(error))
    return _picture(answer, number, run.reservation.request_id)


def _picture(answer: Answer, number: int, request_id: str) -> Picture:
    rows = answer.body.get("data")
    row = rows[0] if isinstance(rows, list) and rows and isinstance(rows[0], dict) else {}
    data, url = row.get("b64_json"), row.get("url")
    if isinstance(data, str) and BASE64.fullmatch(data):
        kind = next((kind for start, kind in KINDS.items() if data.startswith(start)), "image/png")
        return Picture(number, request_id, source=f"data:{kind};base64,{data}")
    if isinstance(url, str) and url.startswith("https://"):
        return Picture(number, request_id, address=url)
    return Picture(number, request_id, fault=error_sentence(ValueError()))
