"""What requests to models have in common: the model, the customer of the client, the reservation and the answer."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from quart import Response, g, request

from app.gateway.api.authentication import ai_account, ai_key, ai_terms, key_was_read_again
from app.gateway.api.error_answers import ApiError
from app.gateway.api.json_answer import json_answer
from app.gateway.api.request_body import required_text
from app.gateway.catalogue.offered import OfferedModel, offered
from app.gateway.contents.end_user_digest import MAX_NAME, digest_of_end_user
from app.gateway.contents.transcript import Transcript
from app.gateway.metering.terms_of_key import TermsChanged
from app.gateway.routing.model_run import ModelRun
from app.gateway.upstreams.adapter import Adapter, Answer, Json, Target
from app.gateway.upstreams.errors import UpstreamError
from app.gateway.upstreams.usage import Usage
from app.kernel.refusal import Refusal

END_USER_FIELDS = ("safety_identifier", "user")
REGION_HEADER = "x-kliqs-region"


async def requested_model(body: Json, *kinds: str) -> OfferedModel:
    """Returns the model that a request names, which must be of one of these kinds. Raises: ApiError."""
    name = required_text(body, "model")
    model = await offered(name)
    if model is None:
        raise model_not_found(name)
    if kinds and model.kind not in kinds:
        raise ApiError(400, f"The model “{model.id}” does not do this.", "unsupported_model", param="model")
    return model


def model_not_found(name: str) -> ApiError:
    """Returns the error for a model that is not offered, or not to this key."""
    message = f"The model “{name[:80]}” does not exist or you do not have access to it."
    return ApiError(404, message, "model_not_found", param="model")


def replace_end_user(body: Json) -> str:
    """Replaces what names the client's customer by a digest, which is returned; "" where nothing does.

    So neither we nor the upstream learn who it is, and both can tell customers apart. Raises: ApiError.
    """
    digests = {name: end_user_digest(body[name], name) for name in END_USER_FIELDS if body.get(name) is not None}
    body.update(digests)
    return next(filter(None, digests.values()), "")


def end_user_digest(value: Any, param: str) -> str:
    """Returns the digest of the customer that a field names, "" for a field of blanks. Raises: ApiError."""
    if not isinstance(value, str):
        raise ApiError(400, f"“{param}” must be a string.", "invalid_type", param=param)
    if len(value) > MAX_NAME:
        raise ApiError(400, f"“{param}” has more than {MAX_NAME} characters.", "invalid_value", param=param)
    return digest_of_end_user(ai_account().id, value) if value.strip() else ""


async def begin_run(
    model: OfferedModel, endpoint: str, most: Usage, *, end_user: str = "", streamed: bool = False
) -> ModelRun:
    """Reserves the most that the request may cost; its answer gets the headers of the key's rates from here on.

    A refusal by terms of an earlier request counts only if the terms are the same now. Raises: the refusals of
    metering, and of the key.
    """
    try:
        run = await _reserved_run(model, endpoint, most, end_user, streamed)
    except (TermsChanged, Refusal, UpstreamError):
        if not await key_was_read_again():
            raise
        run = await _reserved_run(model, endpoint, most, end_user, streamed)
    g.ai_limits, g.ai_model = run.reservation.limits, model
    if run.reservation.content_days:
        names = {name: end_user for name in END_USER_FIELDS if g.ai_sent.get(name) is not None}
        run.transcript = Transcript(g.ai_sent | names, end_user)
    return run


async def _reserved_run(model: OfferedModel, endpoint: str, most: Usage, end_user: str, streamed: bool) -> ModelRun:
    return await ModelRun.begin(
        ai_account(),
        model,
        endpoint=endpoint,
        most=most,
        key=ai_key(),
        terms=ai_terms(),
        streamed=streamed,
        request_id=g.request_id,
        end_user=end_user,
        region=request.headers.get(REGION_HEADER, "").strip(),
    )


async def answer_whole(
    run: ModelRun,
    operation: Callable[[Adapter, Target], Awaitable[Answer]],
    finish: Callable[[Answer], Json] | None = None,
) -> Response:
    """Returns the answer of the first route that gives one, settled. `finish` makes the body of it.

    Raises: UpstreamError.
    """
    async with run:
        answer = await run.answer(operation)
    body = finish(answer) if finish else answer.body | {"model": run.model.id}
    return json_answer(body)
