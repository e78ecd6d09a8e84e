"""Lets visits through a click limit, counted exactly.

A machine may die when it has let a visit through and has not answered yet. Then the proxy repeats the request on
another machine: it is let through again, and counted once, if the proxy gives ids to requests.
"""

from __future__ import annotations

from uuid import UUID

from app.kernel.db import joined_transaction, query_rows
from app.visits.recording import repeated_requests
from app.webhooks import outbox

ADMIT = """UPDATE links SET admitted = admitted + 1 WHERE id = $1 AND click_limit > admitted
    RETURNING id, account_id, admitted, click_limit"""
TAKE_BACK = "UPDATE links SET admitted = admitted - 1 WHERE id = $1"


async def admit_visit(link_id: UUID | str, request: int = 0) -> bool:
    """Lets one visit through a click limit, counted exactly; False when the limit is reached.

    `request` is RequestKeys.admission: one that was let through before counts once, also at the limit.
    """
    async with joined_transaction():
        admitted = await query_rows(ADMIT, [str(link_id)])  # first, as it waits for who is at this link now
        if request and await repeated_requests.was_admitted(request):
            if admitted:
                await query_rows(TAKE_BACK, [str(link_id)])
            return True
        if request and admitted:
            await repeated_requests.remember_admission(request)
        for row in admitted:
            if row["admitted"] == row["click_limit"]:
                await outbox.announce(UUID(str(row["account_id"])), "link.limit_reached", [UUID(str(row["id"]))])
    return bool(admitted)
