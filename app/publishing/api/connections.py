"""The JSON API of connections: `/api/v1/connections`. They are made and ended in the dashboard only."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from pydantic import Field
from quart import Blueprint, Response

from app.kernel import clock
from app.kernel.api_model import ApiModel
from app.kernel.refusal import N_
from app.keys import api_authentication
from app.keys.api_authentication import key_owner
from app.keys.scopes import PUBLISH
from app.publishing.connections.connection import Connection
from app.publishing.delivery.network_limits import LimitUsage, limit_usages_by_connection, stop_ends
from app.publishing.networks import publishing_switch
from app.publishing.networks.registry import NETWORKS
from app.publishing.posts.validation import option_choices
from app.web import envelope
from app.web.openapi import Operation

blueprint = Blueprint("connections_api", __name__, url_prefix="/api/v1/connections")
publishing_switch.hide_when_off(blueprint)
api_authentication.require_api_key(blueprint)


class LimitOfNetwork(ApiModel):
    """A limit of a network."""

    name: str = Field(description=N_("The limit, as we call it."))
    most: int = Field(description=N_("How many posts a window of time has."))
    left: int = Field(description=N_("How many are left."))
    renews_at: datetime = Field(description=N_("When the next window begins."))
    whole_app: bool = Field(description=N_("Whether everybody on this server shares it."))


class Question(ApiModel):
    """A question that a network asks about every post."""

    name: str = Field(description=N_("Its name, in “options” of a variant."))
    kind: Literal["choice", "switch"] = Field(description=N_("choice or switch."))
    required: bool = Field(description=N_("Whether it has to be answered."))
    choices: list[str] = Field(description=N_("The answers to choose from; empty for a switch."))


class ConnectionData(ApiModel):
    """A connection in a response."""

    id: UUID = Field(description=N_("The id by which variants of posts name it."))
    network: str = Field(description=N_("The network, such as linkedin."))
    server: str = Field(description=N_("The server, for Mastodon; else empty."))
    name: str = Field(description=N_("What people call the account there."))
    handle: str = Field(description=N_("With what it is mentioned there, or empty."))
    kind: str = Field(description=N_("person, page or organisation."))
    manual: bool = Field(description=N_("Whether Kliqs only reminds, and a person publishes."))
    state: Literal["connected", "needs_reconnect"] = Field(
        description=N_("connected, or needs_reconnect: a person has to allow it again in the dashboard.")
    )
    may_publish: bool = Field(description=N_("Whether the network allowed publishing."))
    paused: bool = Field(description=N_("Whether publishing to it is paused."))
    scopes: list[str] = Field(description=N_("What the network granted, in its own words."))
    most_characters: int = Field(description=N_("How long a text may be, as the network counts."))
    questions: list[Question] = Field(
        description=N_("What the network asks about every post: “name”, “kind”, “required” and “choices”.")
    )
    limits: list[LimitOfNetwork] = Field(
        description=N_("What its limits have left: “name”, “most”, “left”, “renews_at” and “whole_app”.")
    )
    stopped_until: datetime | None = Field(description=N_("Until when the network wants no calls, or null."))

    @classmethod
    def of(cls, connection: Connection, rooms: Sequence[LimitUsage], stopped: datetime | None) -> dict[str, Any]:
        """The connection as JSON; `rooms` are what its limits have left, `stopped` is when a stop of it ends."""
        network = NETWORKS.get(connection.network)
        return {
            "id": str(connection.id),
            "network": connection.network,
            "server": connection.server,
            "name": connection.shown_name,
            "handle": connection.handle,
            "kind": connection.kind,
            "manual": connection.manual,
            "state": connection.state,
            "may_publish": connection.may_publish,
            "paused": connection.paused_at is not None,
            "scopes": connection.scopes,
            "most_characters": network.text_rules.most if network else 0,
            "questions": _questions(connection),
            "limits": [_limit(room) for room in rooms],
            "stopped_until": clock.format_rfc3339(stopped) if stopped else None,
        }


class ConnectionList(ApiModel):
    """All connections."""

    connections: list[ConnectionData] = Field(
        description=N_("In the order in which they were made; the table of connections has their fields.")
    )


OPERATIONS = [
    Operation(
        "listConnections",
        "GET",
        "/connections",
        N_("List connections"),
        N_("The accounts at social networks that posts can go to, what each of them allows, and what is left."),
        ConnectionList,
        scope=PUBLISH,
    )
]


@blueprint.get("")
async def list_connections() -> Response:
    """Responds with all connections of the account."""
    async with api_authentication.counted_request():
        rows = await Connection.owned_by(key_owner()).order_by("created_at", "id")
        rooms, stops = await limit_usages_by_connection(rows), await stop_ends(rows)
        connections = [ConnectionData.of(row, rooms[row.id], stops.get(row.id)) for row in rows]
    return envelope.success_response({"connections": connections})


def _questions(connection: Connection) -> list[dict[str, Any]]:
    """Returns what the network of a connection asks; a switch that is turned off there is left out."""
    network = NETWORKS.get(connection.network)
    return [
        {
            "name": option.name,
            "kind": option.kind,
            "required": option.required,
            "choices": option_choices(option, connection.details) if option.kind == "choice" else [],
        }
        for option in (network.options if network else ())
        if not (option.disabled_key and connection.details.get(option.disabled_key))
    ]


def _limit(room: LimitUsage) -> dict[str, Any]:
    return {
        "name": room.name,
        "most": room.most,
        "left": room.left,
        "renews_at": clock.format_rfc3339(room.renews_at),
        "whole_app": room.whole_app,
    }
