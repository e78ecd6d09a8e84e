"""Marks a connection as one that only its person can mend by reconnecting, and writes to the owners about it once."""

from __future__ import annotations

from app.kernel.db import transaction
from app.publishing.connections import emails
from app.publishing.connections.connection import CONNECTED, NEEDS_RECONNECT, Connection
from app.publishing.networks.errors import NetworkError


async def mark_broken(connection: Connection, error: NetworkError) -> bool:
    """Marks a connection as broken by an error that its present tokens caused; returns whether this call did it.

    An error of tokens that were renewed meanwhile, and one of a connection that is broken already, change nothing.
    """
    whole = Connection.filter(id=connection.id, token_version=connection.token_version, state=CONNECTED)
    async with transaction():
        broken = await whole.update(state=NEEDS_RECONNECT, trouble=error.trouble, refreshing_until=None)
        await connection.refresh_from_db()
        if broken:
            await emails.mail_connection_broken(connection)
    return bool(broken)
