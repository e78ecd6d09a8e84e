"""Carries out what Meta asks when a person removes the app and wants what is stored about them deleted.

Their connections end, planned posts are cancelled, and names, picture, ids, scopes and tokens of the connections are
wiped, the names with their posts too. The tokens need not be taken back: Meta has ended them. The same request again
has the same code and changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from tortoise import Tortoise
from tortoise.exceptions import IntegrityError
from tortoise.expressions import F

from app.kernel import clock, db, secrets
from app.publishing.connections import connection_hooks
from app.publishing.connections.connection import DONE, PERSON, Connection
from app.publishing.connections.data_deletion import DataDeletion
from app.publishing.connections.disconnect import disconnect
from app.publishing.connections.signed_request import SignedRequest
from app.publishing.networks.registry import network_named

CODE_LENGTH = 32  # characters of a digest, so that nobody guesses the code of another person
MATCHING = "SELECT id FROM connections WHERE network = $1 AND ({person} = $2 OR external_id = $2)"
WIPED = {"username": "", "external_id": "", "details": {}, "scopes": [], "tokens": "", "trouble": ""}


async def delete_person_data(request: SignedRequest, signed: str) -> DataDeletion:
    """Deletes what is stored about the person of a genuine request; returns the record of it."""
    digests = [digest[:CODE_LENGTH] for digest in secrets.hmac_digests("data deletion", signed)]
    if known := await DataDeletion.filter(code__in=digests).first():
        return known
    connections = [each for network in request.networks for each in await _connections(network, request.user_id)]
    for connection in connections:
        await disconnect(connection, None)
        await _wipe(connection)
    now, network = clock.now(), _network_of(request, connections)
    try:
        return await DataDeletion.create(
            network=network, code=digests[0], connections=len(connections), created_at=now, done_at=now
        )
    except IntegrityError:  # the same request arrived twice at the same time
        return await DataDeletion.get(code=digests[0])


def _network_of(request: SignedRequest, connections: Sequence[Connection]) -> str:
    """Returns the network that the record names: that of the connections, else the first that signed."""
    return connections[0].network if connections else request.networks[0]


async def _connections(network: str, user_id: str) -> list[Connection]:
    """Returns the connections of a person at a network, those that ended before among them."""
    dialect = Tortoise.get_connection(db.MAIN).capabilities.dialect
    rows = await db.query_rows(MATCHING.format(person=PERSON[dialect]), [network, user_id])
    return await Connection.filter(id__in=[row["id"] for row in rows])


async def _wipe(connection: Connection) -> None:
    """Wipes what is known about the person, and the tokens, whoever renews them at this moment."""
    label = network_named(connection.network).label
    await connection_hooks.rename_in_posts(connection, label)
    await Connection.filter(id=connection.id).update(
        **WIPED,
        display_name=label,
        picture_id=None,
        access_ends_at=None,
        refresh_ends_at=None,
        refreshing_until=None,
        revoke_state=DONE if connection.tokens or connection.revoke_state else "",
        token_version=F("token_version") + 1,
    )
