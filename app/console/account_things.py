"""The ids in the audit log that concern an account: its own, and those of its API keys."""

from __future__ import annotations

from app.kernel.db import query_rows
from app.kernel.uuid_parser import parse_uuid

KEYS_WITH_ACTS = """SELECT CAST(k.id AS TEXT) AS thing FROM api_keys k WHERE k.account_id = $1
    AND EXISTS (SELECT 1 FROM operator_acts a WHERE a.thing = CAST(k.id AS TEXT))"""


async def things_of(thing: str) -> list[str]:
    """Returns a thing of the audit log; for the id of an account also the ids of its keys that acts are about."""
    if not (id := parse_uuid(thing)):
        return [thing]
    return [thing, *(row["thing"] for row in await query_rows(KEYS_WITH_ACTS, [str(id)]))]
