"""Encrypts everything again under the newest secret of KLIQS_SECRET_KEY, so that an old one can be removed.

What is read by the server is encrypted (app/kernel/encryption.py): tokens of connections, secrets of webhooks, of
authenticator apps, payment services, orders, tips and AI providers, and what keys keep of requests to AI models. What
somebody else writes meanwhile is left as it is, being new already. Answers that are kept for idempotency keys are not:
they are deleted after a day.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tortoise.models import Model

from app.gateway.catalogue.credentials import credential_purpose, own_key_purpose
from app.gateway.catalogue.upstream import OwnUpstreamKey, Upstream
from app.gateway.contents.content_store import content_purpose
from app.gateway.contents.kept_content import KeptContent
from app.kernel import encryption
from app.payments import order
from app.payments.order import Order
from app.payments.tips import tip
from app.payments.tips.tip import Tip
from app.payments.tips.tip_connection import TipConnection, credentials_purpose
from app.publishing.connections.connect_flow import ConnectFlow
from app.publishing.connections.connection import Connection
from app.publishing.connections.oauth_flow import flow_purpose
from app.publishing.connections.server_app import ServerApp
from app.publishing.connections.server_app_registration import server_purpose
from app.publishing.connections.token_store import tokens_purpose
from app.sign_in.second_factor import authenticator
from app.sign_in.second_factor.authenticator import Authenticator
from app.webhooks import endpoint
from app.webhooks.endpoint import WebhookEndpoint

BATCH = 200  # rows that are read at once


@dataclass(frozen=True, slots=True)
class Column:
    """A column with ciphertexts: what its rows are called in English, and the purpose of a row's."""

    name: str
    model: type[Model]
    column: str
    purpose: Callable[[Any], str]


COLUMNS = (
    Column("accounts at social networks", Connection, "tokens", lambda row: tokens_purpose(row.id)),
    Column("accounts that are being connected", ConnectFlow, "secret", lambda row: flow_purpose(row.id)),
    Column("apps at Mastodon servers", ServerApp, "client_secret", lambda row: server_purpose(row.server)),
    Column("webhook endpoints", WebhookEndpoint, "secret", lambda row: endpoint.secret_purpose(row.id, "secret")),
    Column(
        "replaced secrets of webhook endpoints",
        WebhookEndpoint,
        "old_secret",
        lambda row: endpoint.secret_purpose(row.id, "old secret"),
    ),
    Column("payment services for tips", TipConnection, "credentials", lambda row: credentials_purpose(row.id)),
    Column("orders", Order, "secret", lambda row: order.secret_purpose(row.reference)),
    Column("tips", Tip, "secret", lambda row: tip.secret_purpose(row.id)),
    Column("authenticator apps", Authenticator, "secret", lambda row: authenticator.secret_purpose(row.user_id)),
    Column("credentials of AI providers", Upstream, "credential", lambda row: credential_purpose(row.id)),
    Column(
        "workspaces' own credentials of AI providers",
        OwnUpstreamKey,
        "credential",
        lambda row: own_key_purpose(row.account_id, row.upstream_id),
    ),
    Column("contents of requests to AI models", KeptContent, "sealed", lambda row: content_purpose(row.request_id)),
)


@dataclass(slots=True)
class Count:
    """How many ciphertexts of a column were encrypted again, and how many nobody can read."""

    renewed: int = 0
    unreadable: int = 0


async def reencrypt(column: Column) -> Count:
    """Encrypts the ciphertexts of a column again that an older secret encrypted."""
    count, last = Count(), None
    while rows := await _batch(column, last):
        for row in rows:
            await _renew(column, row, count)
        last = rows[-1].pk
    return count


async def _batch(column: Column, last: Any) -> list[Model]:
    """Returns the next rows after the one with the key `last`."""
    key = column.model._meta.db_pk_column
    rows = column.model.exclude(**{column.column: ""}).exclude(**{column.column: None}).order_by(key)
    return await (rows if last is None else rows.filter(**{f"{key}__gt": last})).limit(BATCH)


async def _renew(column: Column, row: Model, count: Count) -> None:
    """Encrypts the ciphertext of one row again, if an older secret encrypted it and nobody has changed it."""
    old, purpose = getattr(row, column.column), column.purpose(row)
    if not encryption.is_outdated(old, purpose):
        return
    try:
        text = encryption.decrypt(old, purpose)
    except encryption.Undecipherable:
        count.unreadable += 1
        return
    same = column.model.filter(**{column.model._meta.db_pk_column: row.pk, column.column: old})
    count.renewed += await same.update(**{column.column: encryption.encrypt(text, purpose)})
