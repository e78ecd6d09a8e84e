"""Ends a connection: cancels what is planned, takes the permission back at the network, wipes the tokens.

What was published stays there, and its history stays here. The tokens stay encrypted in the row until the network has
taken them back, which is tried for about two days, and are wiped then in any case.
"""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from tortoise import Tortoise

from app import jobs
from app.jobs import Job, RetryLater
from app.kernel import clock, db
from app.kernel.db import transaction
from app.publishing.connections import connection_hooks
from app.publishing.connections.connection import DISCONNECTED, DONE, FAILED, PERSON, SHARED, WAITING, Connection
from app.publishing.connections.network_retry import retry_later
from app.publishing.connections.token_store import decrypt_tokens
from app.publishing.networks.client import NetworkClient
from app.publishing.networks.errors import ReconnectNeeded
from app.publishing.networks.network import Grant
from app.publishing.networks.registry import NETWORKS

KIND = "publishing.revoke"
SAME_PERSON = """
    SELECT id FROM connections
    WHERE network = $1 AND {person} = $2 AND disconnected_at IS NULL AND tokens <> '' LIMIT 1"""
TRIES, LONGEST_WAIT = 18, timedelta(hours=6)


async def disconnect(connection: Connection, user_id: UUID | None) -> int | None:
    """Ends a connection as an act of a user; returns how many planned posts that stopped, None if it had ended.

    The one who finds it connected does it: a second press changes nothing.
    """
    revoke_state = WAITING if connection.tokens else ""
    async with transaction():
        live = Connection.filter(id=connection.id, disconnected_at=None)
        now = clock.now()
        if not await live.update(state=DISCONNECTED, disconnected_at=now, trouble="", revoke_state=revoke_state):
            return None
        stopped = await connection_hooks.cancel_posts(connection, user_id)
        if revoke_state:
            await jobs.enqueue(KIND, {"connection": str(connection.id)}, unique=f"revoke {connection.id}")
    await connection.refresh_from_db()
    return stopped


async def _give_up(job: Job) -> None:
    """Wipes the tokens that the network did not take back in time; the page says so to the owner."""
    await _wipe(UUID(job.payload["connection"]), FAILED)


@jobs.handler(KIND, at_once=2, most_tries=TRIES, longest_wait=LONGEST_WAIT, failed=_give_up)
async def revoke_tokens(job: Job) -> None:
    """Takes the tokens of a disconnected connection back at the network, then wipes them. Raises: RetryLater."""
    connection = await Connection.get_or_none(id=job.payload["connection"], revoke_state=WAITING)
    if connection is None:
        return
    if connection.refreshing_until is not None and connection.refreshing_until > clock.now():
        raise RetryLater("the tokens are being renewed", after=30, counted=False)
    try:
        grant = decrypt_tokens(connection)
    except ReconnectNeeded:
        await _wipe(connection.id, FAILED)
        return
    if await _is_shared(connection, grant):
        await _wipe(connection.id, SHARED)
        return
    await _revoke(connection, grant)
    await _wipe(connection.id, DONE)


async def _revoke(connection: Connection, grant: Grant) -> None:
    """Makes the calls that take tokens back. Raises: RetryLater."""
    network = NETWORKS.get(connection.network)
    if network is None:
        raise RetryLater("the network is not set up")
    try:
        with retry_later():
            await network.revoke(NetworkClient(grant.access_token), grant, connection.server)
    except ReconnectNeeded:
        return  # the network knows the tokens no more


async def _is_shared(connection: Connection, grant: Grant) -> bool:
    """Whether another connection has the same permission: several pages of one person, for example.

    Taking it back would end that one, too. Meta takes back all that a person (`user_id`) allowed the app, whichever
    account of Kliqs they connected it to; other networks take back the very tokens.
    """
    if await has_same_person(connection):
        return True
    others = Connection.filter(account_id=connection.account_id, network=connection.network, disconnected_at=None)
    for other in await others.filter(server=connection.server, manual=False).exclude(tokens=""):
        try:
            theirs = decrypt_tokens(other)
        except ReconnectNeeded:
            continue
        if _secrets(grant) & _secrets(theirs):
            return True
    return False


async def has_same_person(connection: Connection) -> bool:
    """Whether another connection of the installation is by the same person of a network that names them."""
    person = connection.details.get("user_id")
    if not isinstance(person, str) or not person:
        return False
    dialect = Tortoise.get_connection(db.MAIN).capabilities.dialect
    rows = await db.query_rows(SAME_PERSON.format(person=PERSON[dialect]), [connection.network, person])
    return bool(rows)


def _secrets(grant: Grant) -> set[str]:
    return {grant.access_token, grant.refresh_token, grant.user_token} - {""}


async def _wipe(id: UUID, state: str) -> None:
    """Wipes the tokens of a disconnected connection and writes down what became of them at the network."""
    row = Connection.filter(id=id, revoke_state=WAITING)
    await row.update(tokens="", access_ends_at=None, refresh_ends_at=None, refreshing_until=None, revoke_state=state)
