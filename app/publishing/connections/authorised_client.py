"""How the rest of publishing gets to call a network for a connection: with tokens that are valid, or an error."""

from __future__ import annotations

from app.publishing.connections.broken_connection import mark_broken
from app.publishing.connections.connection import Connection
from app.publishing.connections.token_refresh import usable_grant
from app.publishing.networks.client import NetworkClient
from app.publishing.networks.errors import ReconnectNeeded
from app.publishing.networks.network import Target

__all__ = ["client_for", "mark_broken"]


async def client_for(connection: Connection) -> tuple[NetworkClient, Target]:
    """Returns a client with a valid token and the target of a connection, which is read anew.

    When an adapter raises ReconnectNeeded with this client, call `mark_broken` with the same object. Raises:
    ReconnectNeeded, which is written down already, also where a scope to publish was never granted, and
    TemporaryFailure.
    """
    grant = await usable_grant(connection)
    if not connection.may_publish:
        raise ReconnectNeeded("scope_missing")
    return NetworkClient(grant.access_token), call_target(connection)


def call_target(connection: Connection) -> Target:
    """Returns what adapters know of a connection."""
    return Target(connection.external_id, connection.details, connection.server)
