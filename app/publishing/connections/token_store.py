"""The tokens of a connection as one ciphertext, under a key that serves no other connection.

A row that is copied onto another connection, or a dump of the database, is worth nothing without KLIQS_SECRET_KEY.
"""

from __future__ import annotations

import json
from uuid import UUID

from app.kernel import encryption
from app.publishing.connections.connection import Connection
from app.publishing.networks.errors import ReconnectNeeded
from app.publishing.networks.network import Grant


def encrypt_tokens(grant: Grant, id: UUID) -> str:
    """Returns the tokens of a grant as the ciphertext that the connection with this id stores."""
    values = {
        "access_token": grant.access_token,
        "refresh_token": grant.refresh_token,
        "user_token": grant.user_token,
        "scopes": grant.scopes,
        "token_type": grant.token_type,
    }
    return encryption.encrypt(json.dumps(values), tokens_purpose(id))


def decrypt_tokens(connection: Connection) -> Grant:
    """Returns the stored tokens; when they end is in the columns. Raises: ReconnectNeeded if they cannot be read."""
    if not connection.tokens:
        raise ReconnectNeeded("not_connected")
    try:
        values = json.loads(encryption.decrypt(connection.tokens, tokens_purpose(connection.id)))
    except encryption.Undecipherable:
        raise ReconnectNeeded("tokens_unreadable") from None
    return Grant(**values | {"scopes": tuple(values["scopes"])})


def tokens_purpose(id: UUID) -> str:
    """Returns the purpose for which the tokens of the connection with this id are encrypted."""
    return f"tokens of connection {id}"
