"""How many people each rule of a link led in the last 30 days."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

from app.accounts.models import Account
from app.kernel import clock
from app.links.models import Link
from app.links.rule_report import rule_report
from app.visits.reports.query import Interval, Period
from app.visits.sealed.engine import ReportTookTooLong, TooManyReports

DAYS = 30


async def load_rule_visits(account: Account, link: Link) -> dict[str, int] | None:
    """The visits of the last 30 days by the id of the rule that led them, "" for none; None while they cannot be
    counted, and for a link without rules.
    """
    if not link.rules:
        return None
    zone = ZoneInfo(account.time_zone)
    today = clock.now().astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0)
    start, end = today - timedelta(days=DAYS - 1), today + timedelta(days=1)
    try:
        report = await rule_report(account, link, Period(start, end, account.time_zone, Interval.DAY))
    except (TooManyReports, ReportTookTooLong):
        return None
    return report.by_rule
