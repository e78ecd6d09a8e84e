"""How many things of publishing wait for a person of the account: the number in the sidebar, and nothing else is."""

from __future__ import annotations

from uuid import UUID

from app.kernel.db import query_rows
from app.publishing.connections.connection import NEEDS_RECONNECT
from app.publishing.posts.phases import NEEDS_PERSON

COUNT = """
    SELECT (SELECT COUNT(*) FROM connections
            WHERE account_id = $1 AND state = $2 AND disconnected_at IS NULL) + (
            SELECT COUNT(*) FROM post_variants JOIN posts ON posts.id = post_variants.post_id
            WHERE post_variants.account_id = $1 AND posts.deleted_at IS NULL AND phase IN ({phases})) AS number"""


async def count_waiting_for_person(account_id: UUID) -> int:
    """Returns the number of connections to reconnect and of variants in a phase of NEEDS_PERSON, in one query."""
    phases = sorted(NEEDS_PERSON)
    places = ", ".join(f"${number}" for number in range(3, 3 + len(phases)))
    rows = await query_rows(COUNT.format(phases=places), [str(account_id), NEEDS_RECONNECT, *phases])
    return int(rows[0]["number"])
