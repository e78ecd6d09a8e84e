"""What was published in a period, and the clicks on the short links of each variant.

Only clicks on our own short links are counted: nothing is read of likes, views or followers at the networks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from app.accounts.models import Account
from app.kernel import clock
from app.kernel.refusal import N_
from app.links.models import Link
from app.publishing.posts.phases import PUBLISHED
from app.publishing.posts.post_variant import PostVariant
from app.visits.reports.query import Interval, Period, Question
from app.visits.reports.report import build_report
from app.visits.retention import scope_of
from app.visits.visit import key_in_visits

PERIODS = {"7d": N_("7 days"), "30d": N_("30 days"), "90d": N_("90 days"), "12mo": N_("12 months")}
DAYS = {"7d": 7, "30d": 30, "90d": 90}
DEFAULT = "30d"
MOST_VARIANTS = 10_000  # the newest ones of a period
AT_ONCE = 2_000  # links of one report, which names each of them several times


@dataclass(frozen=True, slots=True)
class PublishedVariant:
    """A variant that was published in the period. `clicks` are those of people on all its short links until now."""

    id: UUID
    post_id: UUID
    network: str
    published_at: datetime
    campaign: str
    text: str
    clicks: int = 0


def period_of(name: str, zone: str) -> Period:
    """Returns the period of a name of PERIODS, DEFAULT for any other: whole days in a time zone, today the last one."""
    today = clock.now().astimezone(ZoneInfo(zone)).date()
    if name == "12mo":
        first = date(today.year - (today.month < 12), today.month % 12 + 1, 1)
        return _period(first, today, zone, Interval.MONTH)
    return _period(today - timedelta(days=DAYS.get(name, DAYS[DEFAULT]) - 1), today, zone, Interval.DAY)


async def published_in(account: Account, period: Period) -> list[PublishedVariant]:
    """Returns what was published in a period with its clicks, the newest first; MOST_VARIANTS at most.

    Raises: TooManyReports, ReportTookTooLong.
    """
    rows = PostVariant.filter(
        account_id=account.id,
        phase=PUBLISHED,
        published_at__gte=period.start,
        published_at__lt=period.end,
        post__deleted_at=None,
    )
    columns = ("id", "post_id", "network", "published_at", "post__campaign", "text", "post__text")
    variants = [
        PublishedVariant(id, post_id, network, published_at, campaign, text or own_text or "")
        for id, post_id, network, published_at, campaign, own_text, text in await rows.order_by("-published_at", "id")
        .limit(MOST_VARIANTS)
        .values_list(*columns)
    ]
    clicks = await _clicks(account, period, [variant.id for variant in variants])
    return [replace(variant, clicks=clicks[variant.id]) for variant in variants]


async def _clicks(account: Account, period: Period, variant_ids: Sequence[UUID]) -> Counter[UUID]:
    """Returns people's clicks in a period by variant."""
    clicks: Counter[UUID] = Counter()
    for at in range(0, len(variant_ids), AT_ONCE):
        links = Link.filter(post_variant_id__in=variant_ids[at : at + AT_ONCE])
        variants = {key_in_visits(id): variant for id, variant in await links.values_list("id", "post_variant_id")}
        clicks.update(await _clicks_of_links(account, period, variants))
    return clicks


async def _clicks_of_links(account: Account, period: Period, variants: dict[int, UUID]) -> Counter[UUID]:
    """Returns people's clicks on links, by the variants to which they belong; `variants` has those by keys of links."""
    clicks: Counter[UUID] = Counter()
    keys = list(variants)
    for at in range(0, len(keys), AT_ONCE):
        scope = replace(scope_of(account), links=tuple(keys[at : at + AT_ONCE]))
        report = await build_report(Question(scope, period), ("link",), wait_for_visitors=False)
        for row in report.tables["link"]:
            if row.value.lstrip("-").isdigit() and int(row.value) in variants:
                clicks[variants[int(row.value)]] += row.followed
    return clicks


def _period(first: date, last: date, zone: str, interval: Interval) -> Period:
    start, end = (datetime.combine(day, time(), ZoneInfo(zone)) for day in (first, last + timedelta(days=1)))
    return Period(start, end, zone, interval)
