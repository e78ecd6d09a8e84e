"""Bio pages in webhook events: as lists of the JSON API show them, without blocks and look."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from app.pages.json.page_responses import PageRow
from app.pages.models import Page
from app.webhooks import outbox


@outbox.represents("page")
async def pages_as_json(ids: Sequence[UUID]) -> list[dict[str, Any]]:
    """Returns the pages with these ids as JSON."""
    return [PageRow.of(page) for page in await Page.filter(id__in=list(ids), deleted_at=None)]
