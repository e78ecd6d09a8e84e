"""Takes the permissions of an account back at the networks when the account is deleted for good.

The job that does it (disconnect.py) needs the tokens for some time after everything else is gone, as the network may be
away. So the row of such a connection is emptied of all that says whose it was and handed to the account that nobody
has, with its tokens, encrypted as before; they are wiped when the network has taken them back, and the sweep
(app/publishing/posts/retention.py) deletes the row.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from app import jobs
from app.kernel import clock, db
from app.publishing.connections.connection import DISCONNECTED, WAITING, Connection
from app.publishing.connections.disconnect import KIND, has_same_person
from app.publishing.connections.token_store import decrypt_tokens
from app.publishing.networks.errors import ReconnectNeeded

EMPTIED: dict[str, Any] = {
    **{"external_id": "", "username": "", "display_name": "", "picture_id": None, "kind": "", "scopes": []},
    **{"details": {}, "trouble": "", "connected_by_id": None, "checked_at": None, "reminded_at": None},
    **{"paused_at": None, "state": DISCONNECTED, "revoke_state": WAITING},
}


async def keep_tokens_to_revoke(account_id: UUID, nobody: UUID) -> int:
    """Hands connections whose tokens have to be taken back to the account `nobody`; returns how many.

    Call it in the transaction that deletes the account, before its row goes. Tokens that cannot be read any more cannot
    be taken back, and a permission that a workspace of others needs as well must not be: both go with the account.
    """
    connections = [
        each for each in await Connection.filter(account_id=account_id).exclude(tokens="") if _readable(each)
    ]
    live = Connection.filter(account_id=account_id, disconnected_at=None)
    await live.update(state=DISCONNECTED, disconnected_at=clock.now())  # so that only those of others are live
    kept = [connection for connection in connections if not await has_same_person(connection)]
    for connection in kept:
        await _hand_over(connection, nobody)
    return len(kept)


def _readable(connection: Connection) -> bool:
    """Whether the tokens of a connection can be read."""
    try:
        decrypt_tokens(connection)
    except ReconnectNeeded:
        return False
    return True


async def _hand_over(connection: Connection, nobody: UUID) -> None:
    """Empties a connection of all that says whose it was, and enqueues the job that takes its tokens back."""
    now = clock.now()
    await db.query_rows("DELETE FROM weekly_slots WHERE connection_id = $1", [str(connection.id)])
    values = EMPTIED | {"account_id": nobody, "disconnected_at": now, "created_at": now}
    await Connection.filter(id=connection.id).update(**values)
    await jobs.enqueue(KIND, {"connection": str(connection.id)}, unique=f"revoke {connection.id}")
