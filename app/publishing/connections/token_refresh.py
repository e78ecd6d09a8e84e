"""Renews the tokens of connections, one caller at a time on all processes and machines.

A network that rotates refresh tokens takes each of them once: a second call with the same one would end the
permission. So whoever renews holds the lease `refreshing_until`, taken by one conditional UPDATE, and `token_version`
goes up with the result; everybody else waits for it. If a process dies within its lease, the next one tries after the
lease has ended. When the network then refuses the old token, the new one was lost on the way, and only the person can
reconnect (`renewal_lost`).
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from datetime import datetime, timedelta
from typing import Any

from tortoise.expressions import F, Q

from app.kernel import clock
from app.kernel.db import transaction
from app.publishing.connections import broken_connection
from app.publishing.connections.connection import CONNECTED, NEEDS_RECONNECT, Connection
from app.publishing.connections.token_store import decrypt_tokens, encrypt_tokens
from app.publishing.networks import oauth_client
from app.publishing.networks.errors import NetworkError, ReconnectNeeded, TemporaryFailure
from app.publishing.networks.network import Grant
from app.publishing.networks.oauth_table import OauthTable
from app.publishing.networks.registry import NETWORKS

LEASE = timedelta(seconds=90)  # longer than a call can take (client.LIMITS)
AHEAD = timedelta(minutes=5)  # a token that ends so soon is renewed before it is used
WAIT, FIRST_PAUSE, LONGEST_PAUSE = 45.0, 0.05, 1.0  # seconds
LOST = "renewal_lost"
_under_way: set[asyncio.Task[Grant]] = set()  # asyncio itself keeps only weak references


async def usable_grant(connection: Connection, *, ahead: timedelta = AHEAD) -> Grant:
    """Returns tokens that are valid for `ahead`, renewed if need be; `connection` is read anew.

    Where nothing can renew them, they are returned until they end. Raises: ReconnectNeeded, which is written down, and
    TemporaryFailure.
    """
    pause, waited = FIRST_PAUSE, 0.0
    while True:
        await connection.refresh_from_db()
        _check_state(connection)
        table = await NETWORKS[connection.network].oauth(connection.server)
        if not _ends_within(connection.access_ends_at, ahead):
            return await _unsealed(connection)
        if not table.refreshable:
            return await _until_its_end(connection)
        if await _take_lease(connection):
            return await _go_on_when_cancelled(_renew(connection, table))
        if waited >= WAIT:
            raise TemporaryFailure("renewal_under_way", after=30)
        await asyncio.sleep(pause)
        waited, pause = waited + pause, min(pause * 2, LONGEST_PAUSE)


def _check_state(connection: Connection) -> None:
    """Raises ReconnectNeeded unless the connection is one with tokens that work as far as we know."""
    if connection.network not in NETWORKS:
        raise ReconnectNeeded("not_set_up")
    if connection.manual or connection.disconnected_at is not None:
        raise ReconnectNeeded("not_connected")
    if connection.state != CONNECTED:
        raise ReconnectNeeded(connection.trouble or "permission_ended")


async def _until_its_end(connection: Connection) -> Grant:
    """Returns tokens that nothing can renew while they last. Raises: ReconnectNeeded."""
    if _ends_within(connection.access_ends_at, timedelta()):
        error = ReconnectNeeded("permission_ended")
        await broken_connection.mark_broken(connection, error)
        raise error
    return await _unsealed(connection)


async def _unsealed(connection: Connection) -> Grant:
    """Returns the stored tokens. Raises: ReconnectNeeded, which is written down, if nobody can read them."""
    try:
        return decrypt_tokens(connection)
    except ReconnectNeeded as error:
        await broken_connection.mark_broken(connection, error)
        raise


def _ends_within(end: datetime | None, span: timedelta) -> bool:
    """Whether something ends before `span` from now has passed; what has no end never does."""
    return end is not None and end <= clock.now() + span


async def _take_lease(connection: Connection) -> bool:
    """Takes the lease for the version of the tokens that `connection` has; False if somebody else has it."""
    now = clock.now()
    free = Connection.filter(id=connection.id, token_version=connection.token_version, state=CONNECTED)
    free = free.filter(Q(refreshing_until=None) | Q(refreshing_until__lte=now))
    return bool(await free.update(refreshing_until=now + LEASE))


async def _go_on_when_cancelled(renewal: Coroutine[Any, Any, Grant]) -> Grant:
    """Awaits a renewal, which goes on if its caller gives up: the old token may be used up, and the new one unread."""
    task = asyncio.create_task(renewal)
    _under_way.add(task)
    task.add_done_callback(_end)
    return await asyncio.shield(task)


def _end(task: asyncio.Task[Grant]) -> None:
    """Forgets a renewal; its error was written down, whether somebody still waits for it or not."""
    _under_way.discard(task)
    if not task.cancelled():
        task.exception()


async def _renew(connection: Connection, table: OauthTable) -> Grant:
    """Makes the call and stores its result. Raises: ReconnectNeeded, which is written down, and TemporaryFailure."""
    interrupted = connection.refreshing_until is not None  # an earlier holder never said how its call ended
    try:
        old = await _unsealed(connection)
        token = old.access_token if table.refreshes_itself else old.refresh_token
        if not token:
            raise ReconnectNeeded("permission_ended")
        new = await oauth_client.refresh(table, token)
    except TemporaryFailure as error:
        await _give_lease_back(connection, unsure=interrupted or (table.rotates and _may_have_worked(error)))
        raise
    except ReconnectNeeded as error:
        broken = ReconnectNeeded(LOST if interrupted and table.rotates else error.trouble, **_facts(error))
        await broken_connection.mark_broken(connection, broken)
        raise broken from None
    return await store_renewed(connection, old, new)


def _may_have_worked(error: NetworkError) -> bool:
    """Whether the network may have renewed the tokens although its answer did not reach us, or not whole."""
    return error.trouble in {"network_unreachable", "network_answer"} or error.status >= 500


def _facts(error: NetworkError) -> dict[str, Any]:
    return {"code": error.code, "detail": error.detail, "status": error.status}


async def _give_lease_back(connection: Connection, *, unsure: bool) -> None:
    """Lets the next caller try at once; with `unsure` it stays written down that a call may have worked."""
    held = Connection.filter(id=connection.id, token_version=connection.token_version)
    await held.update(refreshing_until=clock.now() if unsure else None)


async def store_renewed(connection: Connection, old: Grant, new: Grant) -> Grant:
    """Stores renewed tokens and returns them with what `new` leaves out taken from `old`.

    They are stored also when the connection was marked as broken or disconnected meanwhile: a broken one is mended by
    them, and the job that revokes reads them. Nothing is stored over a version that somebody else wrote.
    """
    merged = merged_grant(old, new)
    values = {
        "tokens": encrypt_tokens(merged, connection.id),
        "scopes": list(merged.scopes),
        **expiry_columns(new, connection),
    }
    row = Connection.filter(id=connection.id, token_version=connection.token_version).exclude(tokens="")
    async with transaction():
        stored = await row.update(**values, token_version=F("token_version") + 1, refreshing_until=None)
        if stored:
            lost = Connection.filter(id=connection.id, state=NEEDS_RECONNECT, trouble=LOST)
            await lost.update(state=CONNECTED, trouble="")
    await connection.refresh_from_db()
    return merged if stored else await _unsealed(connection)


def merged_grant(old: Grant, new: Grant) -> Grant:
    """Returns the new tokens, with the refresh token, scopes and token of the person that an answer left out."""
    return Grant(
        access_token=new.access_token,
        refresh_token=new.refresh_token or old.refresh_token,
        user_token=new.user_token or old.user_token,
        scopes=new.scopes or old.scopes,
        expires_in=new.expires_in,
        refresh_expires_in=new.refresh_expires_in,
        token_type=old.token_type,
    )


def expiry_columns(grant: Grant, connection: Connection | None = None) -> dict[str, datetime | None]:
    """Returns the columns that say when tokens end; without a new end the refresh token keeps that of `connection`."""
    now = clock.now()
    return {
        "access_ends_at": None if grant.expires_in is None else now + timedelta(seconds=grant.expires_in),
        "refresh_ends_at": (connection.refresh_ends_at if connection else None)
        if grant.refresh_expires_in is None
        else now + timedelta(seconds=grant.refresh_expires_in),
    }
