"""What `kliqs doctor` says of connections to social networks."""

from __future__ import annotations

from app.kernel import encryption
from app.ops.finding import Finding
from app.publishing.connections.connection import Connection
from app.publishing.connections.token_store import tokens_purpose


async def check_connections() -> Finding:
    """Whether KLIQS_SECRET_KEY still has the secrets that tokens of connections are encrypted under."""
    unreadable = outdated = 0
    for connection in await Connection.exclude(tokens="").only("id", "tokens"):
        purpose = tokens_purpose(connection.id)
        if encryption.is_outdated(connection.tokens, purpose):
            try:
                encryption.decrypt(connection.tokens, purpose)
                outdated += 1
            except encryption.Undecipherable:
                unreadable += 1
    if unreadable:
        says = f"{unreadable} accounts at social networks need a secret that is not in KLIQS_SECRET_KEY any more"
        return Finding(f"{says}: put it back, last, or let their owners reconnect.", False)
    if outdated:
        return Finding(
            f"{outdated} accounts at social networks still need an older secret of KLIQS_SECRET_KEY: keep it, or run "
            "kliqs reencrypt."
        )
    return Finding("Accounts at social networks need no other secret than the newest.")
