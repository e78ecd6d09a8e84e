"""When the permission of a connection ends for good, unless its person renews it."""

from __future__ import annotations

from datetime import datetime, timedelta

from tortoise.expressions import Q

from app import jobs
from app.jobs import Job, Schedule
from app.jobs.independent_steps import for_each
from app.kernel import clock
from app.kernel.db import transaction
from app.publishing.connections import emails
from app.publishing.connections.connection import CONNECTED, Connection
from app.publishing.networks.errors import NetworkError
from app.publishing.networks.registry import NETWORKS

SOON = timedelta(days=7)
DAILY = Schedule(timedelta(days=1), offset=timedelta(hours=1))  # 01:00 UTC is 08:00 in Jakarta
KIND = "publishing.reminders"


async def permission_end(connection: Connection) -> datetime | None:
    """Returns when somebody must have reconnected; None where Kliqs renews the permission by itself, or it never ends.

    It is the end of the refresh token, and of the access token where nothing renews that.
    """
    if connection.manual or connection.state != CONNECTED:
        return None
    if connection.refresh_ends_at is not None or connection.access_ends_at is None:
        return connection.refresh_ends_at
    network = NETWORKS.get(connection.network)
    try:
        table = await network.oauth(connection.server) if network else None
    except NetworkError:
        table = None
    return None if table is None or table.refreshable else connection.access_ends_at


@jobs.handler(KIND, schedule=DAILY)
async def run_reminders(_job: Job) -> None:
    """Sends the reminders that are due. Raises: StepsFailed."""
    await send_reminders()


async def send_reminders() -> None:
    """Mails the owners of each connection that ends within 7 days, once for each end. Raises: StepsFailed."""
    now = clock.now()
    soon = Q(access_ends_at__gt=now, access_ends_at__lte=now + SOON) | Q(
        refresh_ends_at__gt=now, refresh_ends_at__lte=now + SOON
    )
    connected = Connection.filter(soon, state=CONNECTED, manual=False, disconnected_at=None)
    await for_each(
        await connected.filter(account__frozen_at=None, account__delete_at=None, account__suspended_at=None), _remind
    )


async def _remind(connection: Connection) -> None:
    """Mails the reminder of a connection, unless that of this end was sent."""
    end, now = await permission_end(connection), clock.now()
    if end is None or not now < end <= now + SOON:
        return
    unsent = Connection.filter(id=connection.id, state=CONNECTED, token_version=connection.token_version)
    unsent = unsent.filter(Q(reminded_at=None) | Q(reminded_at__lt=end - SOON))
    async with transaction():
        if await unsent.update(reminded_at=now):
            await emails.mail_permission_ends(connection, end)
