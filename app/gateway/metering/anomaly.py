"""Pauses a key that spent ten times as much in the last hour as in an average hour of the last week, and tells why.

A stolen key, or a program that runs wild, is stopped in minutes rather than at the end of the credits. Sums below the
operator's floor are never an anomaly. What sub-keys spend is their parent's spending, too: a stolen key that makes many
of them stops with them all. Its owners let the key go on in the dashboard.
"""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta

from app.gateway.metering.balance import MICRO
from app.gateway.metering.format_rupiah import format_whole
from app.gateway.metering.limits_of_keys import AiKeyTerms
from app.gateway.metering.pauses import ANOMALY, pause_key
from app.jobs.independent_steps import for_each
from app.kernel import bidi, clock, i18n, installation, site
from app.kernel.db import query_rows, transaction
from app.kernel.i18n import gettext as _
from app.keys.models import ApiKey
from app.mail.compose import EmailContent, queue_email

TIMES, HOUR, WEEK = 10, timedelta(hours=1), timedelta(days=7)
FEWEST_HOURS = 24  # over which a new key's spending is averaged
LAST_HOUR = """SELECT r.key_id, t.parent_id, SUM(r.cost) AS spent
    FROM ai_requests r LEFT JOIN ai_key_terms t ON t.key_id = r.key_id
    WHERE r.created_at >= $1 AND r.key_id IS NOT NULL GROUP BY r.key_id, t.parent_id"""
BEFORE = """SELECT COALESCE(SUM(cost), 0) AS spent FROM ai_usage WHERE account_id = $1 AND day >= $3 AND (key_id = $2
    OR key_id IN (SELECT CAST(key_id AS VARCHAR(36)) FROM ai_key_terms WHERE CAST(parent_id AS VARCHAR(36)) = $2))"""


async def pause_anomalies() -> None:
    """Pauses each key whose last hour is an anomaly, and mails the owners. Raises: StepsFailed."""
    floor = installation.current().config.gateway_anomaly_floor * MICRO
    spent = Counter[str]()
    for row in await query_rows(LAST_HOUR, [clock.now() - HOUR]):
        for key_id in filter(None, (row["key_id"], row["parent_id"])):
            spent[str(key_id)] += int(row["spent"])
    await for_each([each for each in spent.items() if each[1] >= floor], _look_at)


async def _look_at(spending: tuple[str, int]) -> None:
    """Pauses a key if what it spent in the last hour, in micro-rupiah, is an anomaly, and mails its owners."""
    (key_id, spent), now = spending, clock.now()
    key = await ApiKey.get_or_none(id=key_id).select_related("account")
    if key is None or await AiKeyTerms.filter(key_id=key.id, calm_until__gt=now).exists():
        return
    usual, hours = await _usual(key, spent, now)
    if spent * hours < TIMES * usual:
        return
    async with transaction():
        if await pause_key(key.account_id, key.id, ANOMALY):
            await _mail(key, spent, usual // hours)


async def _usual(key: ApiKey, spent: int, now: datetime) -> tuple[int, int]:
    """Returns what a key spent in the last seven UTC days before its last hour, and in how many hours."""
    since = max((now - WEEK).replace(hour=0, minute=0, second=0, microsecond=0), key.created_at)
    [before] = await query_rows(BEFORE, [str(key.account_id), str(key.id), since.date()])
    return max(0, int(before["spent"]) - spent), max(FEWEST_HOURS, (now - HOUR - since) // HOUR)


async def _mail(key: ApiKey, spent: int, usual: int) -> None:
    """Queues the email to the owners; sums are in micro-rupiah, `usual` is that of an hour."""
    for owner in await key.account.owners():
        with i18n.language_context(owner.language, owner.time_zone):
            name = bidi.isolate(key.name)
            content = EmailContent(
                _("An API key is paused for AI models"),
                (
                    _("%(name)s spent far more in the last hour than usual, so it makes no more requests to AI models.")
                    % {"name": name},
                    _("If that was you, let it go on. If not, revoke the key: somebody else may have it."),
                ),
                facts=(
                    (_("Key"), f"{name} ({key.masked})"),
                    (_("Spent in the last hour"), format_whole(spent)),
                    (_("In a usual hour"), format_whole(usual)),
                ),
                action=(_("See the key"), site.url("dashboard", f"/dashboard/settings/api-keys/{key.id}")),
                security=True,
                why=_("Kliqs pauses a key that spends ten times as much as usual."),
            )
            await queue_email(owner.email, content, "ai_anomaly", key.account_id)
