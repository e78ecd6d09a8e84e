"""Shared by the JSON API operations on pages: reading the query string, the response with a page, refusal codes."""

from __future__ import annotations

from typing import TypeVar

from pydantic import BaseModel, ValidationError
from quart import Response, request

from app.pages import statistics
from app.pages.json.page_responses import PageData
from app.pages.models import Page
from app.web import envelope
from app.web.pagination import InvalidLimit

Q = TypeVar("Q", bound=BaseModel)
NAMING = ("INVALID_SLUG", "RESERVED_SLUG", "SLUG_ALREADY_EXISTS")
CONTENT = ("INVALID_REQUEST", "INVALID_CONTENT", "INVALID_QRIS", "INVALID_URL")


def query(model: type[Q]) -> Q:
    """The query string of the request as an instance of `model`. Raises: InvalidLimit, those of `envelope.blamed`."""
    try:
        return model.model_validate(request.args.to_dict())
    except ValidationError as invalid:
        refusal = envelope.blamed(invalid)
        raise (InvalidLimit() if refusal.field == "limit" else refusal) from None


async def whole(page: Page, status: int = 200) -> Response:
    """The response of most operations: the page with everything in its draft and the clicks of its blocks."""
    return envelope.ok(PageData.whole(page, await statistics.clicks(page)), status)
