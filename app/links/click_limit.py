"""Lets visits through a click limit, counted exactly."""

from __future__ import annotations

from uuid import UUID

from app.kernel.db import joined_transaction, query_rows
from app.webhooks import outbox

ADMIT = """UPDATE links SET admitted = admitted + 1 WHERE id = $1 AND click_limit > admitted
    RETURNING id, account_id, admitted, click_limit"""


async def admit_visit(link_id: UUID | str) -> bool:
    """Lets one visit through a click limit, counted exactly; False when the limit is reached."""
    async with joined_transaction():
        admitted = await query_rows(ADMIT, [str(link_id)])
        for row in admitted:
            if row["admitted"] == row["click_limit"]:
                await outbox.announce(UUID(str(row["account_id"])), "link.limit_reached", [UUID(str(row["id"]))])
    return bool(admitted)
