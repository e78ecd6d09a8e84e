"""The events that no request causes: visits, summed up at most once a minute, and links whose expiry is over.

A minute is counted for all endpoints of an account together, so that each gets the same batch under the same id.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from pydantic import Field

from app import jobs
from app.jobs import MINUTELY, Job, Schedule
from app.jobs.independent_steps import for_each
from app.kernel import clock
from app.kernel.api_model import ApiModel
from app.kernel.db import query_rows, transaction
from app.kernel.refusal import N_
from app.links.models import STANDALONE, Link
from app.links.schema import LinkData
from app.webhooks import outbox, visit_counts
from app.webhooks.endpoint import WebhookEndpoint
from app.webhooks.event_types import LINK_EXPIRED, VISIT_BATCH

BETWEEN_BATCHES, LOOKS = timedelta(minutes=1), Schedule(timedelta(seconds=30))
WITH_EXPIRED = """SELECT id FROM webhook_endpoints e WHERE wants_expired AND off_at IS NULL AND EXISTS (
    SELECT 1 FROM links l WHERE l.account_id = e.account_id AND l.expires_at > e.expired_until
        AND l.expires_at <= $1)"""


class LinkVisits(ApiModel):
    """The visits of one link in an event."""

    id: UUID = Field(description=N_("The id of the link."))
    short_code: str = Field(description=N_("The link's name, behind the slash."))
    clicks: int = Field(description=N_("How often people followed it, not counting scans."))
    scans: int = Field(description=N_("How often people scanned a QR code of it."))


class VisitBatchData(ApiModel):
    """The visits since the last such event."""

    since: datetime = Field(description=N_("When the first of them was counted."))
    until: datetime = Field(description=N_("When the last of them was counted, at the latest."))
    links: list[LinkVisits] = Field(
        description=N_("Up to 1,000 links; each with “id”, “short_code”, “clicks” and “scans”.")
    )


@jobs.handler("links.visit_batches", schedule=LOOKS)
async def report_visits(_job: Job) -> None:
    """Writes a `visit.batch` for each account that wants them and had visits. Raises: StepsFailed."""
    await for_each(await visit_counts.accounts_with_counts(), report_visits_of)


async def report_visits_of(account_id: UUID) -> None:
    """Writes the `visit.batch` of an account, unless it had one within a minute."""
    now = clock.now()
    async with transaction():
        wanting = WebhookEndpoint.filter(account_id=account_id, wants_visits=True, off_at=None).order_by("id")
        endpoints = await wanting.select_for_update()
        if any(endpoint.batch_sent_at and endpoint.batch_sent_at > now - BETWEEN_BATCHES for endpoint in endpoints):
            return
        data = await _batch_data(await visit_counts.take_counts(account_id), now)
        if data["links"]:
            await wanting.update(batch_sent_at=now)
            await outbox.write(endpoints, VISIT_BATCH, [data])


async def _batch_data(counts: list[visit_counts.LinkCount], now: datetime) -> dict[str, Any]:
    """Returns the data of a batch; visits of bio pages' own links are left out, as the API does not know those."""
    ids = [count.link_id for count in counts]
    codes = dict(await Link.filter(id__in=ids, **STANDALONE).values_list("id", "short_code")) if ids else {}
    return {
        "since": clock.format_rfc3339(min((count.since for count in counts), default=now)),
        "until": clock.format_rfc3339(now),
        "links": [
            {"id": str(count.link_id), "short_code": codes[count.link_id], "clicks": count.clicks, "scans": count.scans}
            for count in counts
            if count.link_id in codes
        ],
    }


@jobs.handler("links.expired", schedule=MINUTELY)
async def report_expired(_job: Job) -> None:
    """Writes `link.expired` for the links whose expiry was over since the last look. Raises: StepsFailed."""
    found = await query_rows(WITH_EXPIRED, [clock.now()])
    ids = [str(row["id"]) for row in found]
    await for_each(await WebhookEndpoint.listening().filter(id__in=ids), report_expired_to)


async def report_expired_to(endpoint: WebhookEndpoint) -> None:
    """Writes the events for one endpoint; their ids are computed, so that all endpoints get the same ones."""
    now = clock.now()
    async with transaction():
        locked = await WebhookEndpoint.select_for_update().get(id=endpoint.id)
        links = await Link.filter(
            account_id=locked.account_id, **STANDALONE, deleted_at=None,
            expires_at__gt=locked.expired_until, expires_at__lte=now,
        ).order_by("expires_at", "id").prefetch_related("tags", "names")  # fmt: skip
        await WebhookEndpoint.filter(id=locked.id).update(expired_until=now)
        ids = [f"evt_{uuid5(NAMESPACE_URL, f'{LINK_EXPIRED} {link.id} {link.expires_at}').hex}" for link in links]
        await outbox.write([locked], LINK_EXPIRED, [LinkData.of(link) for link in links], ids)
