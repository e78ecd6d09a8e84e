"""QR codes in webhook events: as lists of the JSON API show them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from app.qr.models import QrCode
from app.qr.responses import CodeRow
from app.webhooks import outbox


@outbox.represents("qr")
async def codes_as_json(ids: Sequence[UUID]) -> list[dict[str, Any]]:
    """Returns the codes with these ids as JSON, oldest first."""
    codes = QrCode.filter(id__in=list(ids)).order_by("created_at", "id").prefetch_related("name", "logo")
    return [CodeRow.of(code) for code in await codes]
