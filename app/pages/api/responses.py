"""Shared by the JSON API operations on pages: the response with a page, and refusal codes."""

from __future__ import annotations

from quart import Response

from app.pages import statistics
from app.pages.json.page_responses import PageData
from app.pages.models import Page
from app.web import envelope

NAMING = ("INVALID_SLUG", "RESERVED_SLUG", "SLUG_ALREADY_EXISTS")
CONTENT = ("INVALID_REQUEST", "INVALID_CONTENT", "INVALID_QRIS", "INVALID_URL")


async def page_response(page: Page, status: int = 200) -> Response:
    """The response of most operations: the page with everything in its draft and the clicks of its blocks."""
    return envelope.success_response(PageData.with_content(page, await statistics.clicks_by_block(page)), status)
