"""Clicks and scans that no `visit.batch` has reported yet: a row for each link of accounts that want them.

They are added while visits are taken in (app/links/click_counters.py), in the transaction of the links' own counters,
and taken out with the event that reports them (app/links/timed_webhook_events.py). Other accounts have no rows here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

import orjson
from tortoise import Tortoise, fields
from tortoise.models import Model

from app.accounts.models import Account
from app.kernel import clock, db
from app.webhooks.endpoint import WebhookEndpoint
from app.webhooks.event_types import VISIT_BATCH

LINKS_PER_BATCH = 1_000


class UnsentVisits(Model):
    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="unsent_visits", on_delete=fields.CASCADE
    )
    account_id: UUID
    link_id: UUID = fields.UUIDField()
    clicks = fields.IntField(default=0)
    scans = fields.IntField(default=0)
    since: datetime = fields.DatetimeField()

    class Meta:
        table = "webhook_visits"
        unique_together = (("account", "link_id"),)


class LinkCount(NamedTuple):
    """Visits of one link: how many clicks and scans, and since when they were counted."""

    link_id: UUID
    clicks: int
    scans: int
    since: datetime


ADD = """INSERT INTO webhook_visits (account_id, link_id, clicks, scans, since)
    SELECT {columns}, $2 FROM {rows}
    ON CONFLICT (account_id, link_id) DO UPDATE SET clicks = webhook_visits.clicks + excluded.clicks,
        scans = webhook_visits.scans + excluded.scans"""
SQLITE = ("json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]'), "
    "json_extract(value, '$[3]')", "json_each($1) WHERE 1")  # fmt: skip
POSTGRES = ("(v->>0)::uuid, (v->>1)::uuid, (v->>2)::int, (v->>3)::int", "jsonb_array_elements($1::jsonb) v")


async def accounts_that_want_visits() -> set[str]:
    """Returns the ids of accounts with an endpoint for `visit.batch`."""
    wanting = WebhookEndpoint.listening().filter(wants_visits=True)
    return {str(id) for id in await wanting.values_list("account_id", flat=True)}


async def add_counts(counts: Mapping[tuple[str, str], tuple[int, int]]) -> None:
    """Adds clicks and scans by account and link; inside the transaction of the links' own counters."""
    rows = [(account, link, clicks, scans) for (account, link), (clicks, scans) in sorted(counts.items())]
    sqlite = Tortoise.get_connection(db.MAIN).capabilities.dialect == "sqlite"
    columns, source = SQLITE if sqlite else POSTGRES
    sql = ADD.format(columns=columns, rows=source)
    await db.query_rows(sql, [orjson.dumps(rows).decode(), clock.now()])


async def take_counts(account_id: UUID) -> list[LinkCount]:
    """Takes out the oldest counts of an account, of LINKS_PER_BATCH links at most; inside a transaction."""
    rows = await UnsentVisits.filter(account_id=account_id).order_by("id").limit(LINKS_PER_BATCH).select_for_update()
    await UnsentVisits.filter(id__in=[row.id for row in rows]).delete()
    return [LinkCount(row.link_id, row.clicks, row.scans, row.since) for row in rows]


async def accounts_with_counts() -> Iterable[UUID]:
    """Returns the ids of the accounts that have visits to report; rows of accounts that no longer want them go."""
    wanting = await accounts_that_want_visits()
    having: list[Any] = await UnsentVisits.all().distinct().values_list("account_id", flat=True)
    unwanted = [id for id in having if str(id) not in wanting]
    if unwanted:
        await UnsentVisits.filter(account_id__in=unwanted).delete()
    return [UUID(str(id)) for id in having if str(id) in wanting]


__all__ = ["VISIT_BATCH", "LinkCount", "UnsentVisits", "accounts_with_counts", "add_counts", "take_counts"]
