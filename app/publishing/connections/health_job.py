"""Looks once a day whether each connection still works, so that a permission that is gone is known before a post fails.

A look renews the tokens where that is possible, which proves that they work, and otherwise reads the account whose
permission it is; nothing else of it. Every such call follows from a person's act: they connected the account.
"""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from tortoise.expressions import Q

from app import jobs
from app.jobs import Job, Schedule
from app.kernel import clock
from app.publishing.connections import picture_job
from app.publishing.connections.broken_connection import mark_broken
from app.publishing.connections.connection import CONNECTED, Connection
from app.publishing.connections.network_retry import retry_later
from app.publishing.connections.token_refresh import merged_grant, usable_grant
from app.publishing.connections.token_store import encrypt_tokens
from app.publishing.networks.client import NetworkClient
from app.publishing.networks.errors import ReconnectNeeded
from app.publishing.networks.network import Grant, NetworkAccount
from app.publishing.networks.registry import NETWORKS

ALL = "publishing.check_connections"
EACH = "publishing.check_connection"
DAILY = Schedule(timedelta(days=1), offset=timedelta(hours=22))  # 22:00 UTC is 05:00 in Jakarta
RECENTLY = timedelta(hours=20)
AHEAD = timedelta(days=10)  # long tokens are renewed so early that several looks may fail
TRIES = 6


@jobs.handler(ALL, schedule=DAILY)
async def check_all_connections(_job: Job) -> None:
    """Enqueues a look at each connection that works as far as we know and was not looked at today."""
    due = Connection.filter(
        Q(checked_at=None) | Q(checked_at__lt=clock.now() - RECENTLY),
        state=CONNECTED,
        manual=False,
        disconnected_at=None,
        account__frozen_at=None,
        account__delete_at=None,
        account__suspended_at=None,
        network__in=[*NETWORKS],
    )
    for id in await due.order_by("id").values_list("id", flat=True):
        await jobs.enqueue(EACH, {"connection": str(id)}, unique=f"check {id}")


@jobs.handler(EACH, at_once=2, most_tries=TRIES)
async def check_connection_job(job: Job) -> None:
    """Looks at one connection. Raises: RetryLater, while its network cannot be reached."""
    await check_connection(UUID(job.payload["connection"]))


async def check_connection(id: UUID) -> None:
    """Looks at the connection with this id, if it still works as far as we know. Raises: RetryLater."""
    connection = await Connection.get_or_none(id=id, state=CONNECTED, manual=False, disconnected_at=None)
    if connection is None or connection.network not in NETWORKS:
        return
    before = connection.token_version
    try:
        with retry_later():
            grant = await usable_grant(connection, ahead=AHEAD)
            if connection.token_version == before:
                await _read_account(connection, grant)
    except ReconnectNeeded as error:
        await mark_broken(connection, error)
        return
    await Connection.filter(id=id).update(checked_at=clock.now())


async def _read_account(connection: Connection, grant: Grant) -> None:
    """Reads who the permission is for, and takes over a new name or token. Raises: NetworkError, Unreachable."""
    person = grant.user_token or grant.access_token
    whole = Grant(person, grant.refresh_token, scopes=grant.scopes)
    accounts = await NETWORKS[connection.network].accounts(NetworkClient(person), whole, connection.server)
    same = next((each for each in accounts if each.external_id == connection.external_id), None)
    if same is None:
        raise ReconnectNeeded("account_gone")
    if connection.may_publish and not same.may_publish:
        raise ReconnectNeeded("scope_missing")
    await _take_over(connection, grant, same)


async def _take_over(connection: Connection, grant: Grant, account: NetworkAccount) -> None:
    """Stores the present name of an account and its own token, and fetches a picture where there is none."""
    values = {"username": account.username[:255], "display_name": account.display_name[:255]}
    if account.grant is not None and account.grant.access_token != grant.access_token:
        values["tokens"] = encrypt_tokens(merged_grant(grant, account.grant), connection.id)
    unchanged = Connection.filter(id=connection.id, token_version=connection.token_version, disconnected_at=None)
    if await unchanged.update(**values) and account.picture_url and connection.picture_id is None:
        await picture_job.enqueue_picture(connection, account.picture_url)
