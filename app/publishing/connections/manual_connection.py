"""Manual connections: an account of which Kliqs knows only the name. At the planned time it reminds, a person posts."""

from __future__ import annotations

from uuid import UUID, uuid4

from tortoise.exceptions import IntegrityError

from app.accounts.models import Account
from app.kernel import clock
from app.kernel.db import transaction
from app.kernel.text import clean_line, fold_identifier
from app.plans.connection_quota import check_room_for_connections
from app.publishing.connections.connect_refusals import AlreadyConnected, HandleMissing
from app.publishing.connections.connection import Connection
from app.publishing.networks.network import Network

LONGEST = 100  # characters


async def create_manual_connection(account: Account, network: Network, name: str, user_id: UUID) -> Connection:
    """Creates a manual connection to the account with this name or handle.

    Raises: HandleMissing, TooLong, AlreadyConnected, ConnectionLimitReached.
    """
    shown = clean_line(name, LONGEST, "name")
    if not shown.strip("@ "):
        raise HandleMissing
    own, handle = Connection.owned_by(account), shown.startswith("@")
    try:
        async with transaction():
            await check_room_for_connections(account, own.count)
            return await Connection.create(
                id=uuid4(),
                account_id=account.id,
                network=network.name,
                external_id=f"manual:{fold_identifier(shown.removeprefix('@'), LONGEST)}",
                username=shown.removeprefix("@") if handle else "",
                display_name="" if handle else shown,
                manual=True,
                connected_by_id=user_id,
                created_at=clock.now(),
            )
    except IntegrityError:
        raise AlreadyConnected(network=network.label) from None
