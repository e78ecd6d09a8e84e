"""The first page of the console: what waits for an operator, how the parts do, money, rates and accounts."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime, timedelta

from quart import current_app

from app.accounts.models import Account
from app.console import parts
from app.console.parts import Part
from app.gateway.screens.request_words import format_milliseconds
from app.kernel import clock, i18n
from app.kernel.db import query_rows
from app.kernel.i18n import gettext as _
from app.kernel.i18n import ngettext
from app.kernel.package_files import version
from app.operators.navigation import ShownEntry, load_entries
from app.ops.request_rates import RequestRates
from app.payments.money import format_money
from app.payments.operator.monthly_sums import current_month, sum_months
from app.payments.operator.order_labels import provider_names
from app.web.sparkline import sparkline_path

NEW_WITHIN, DAYS = timedelta(days=7), 14
SHARE = 0.95  # of the API requests of the last hour


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its label and a word about it; `curve` is the path of a sparkline, or empty."""

    label: str
    value: str
    note: str
    curve: str = ""


@dataclass(frozen=True, slots=True)
class Overview:
    """What the first page shows. `money` are pairs of a payment service and what it brought this month."""

    looked_at: datetime
    version: str
    waiting: list[ShownEntry]
    parts: list[Part]
    figures: list[Figure]
    money: list[tuple[str, str]]

    @property
    def troubled(self) -> int:
        """How many parts need a look."""
        return sum(part.state != parts.GOOD for part in self.parts)


async def load_overview() -> Overview:
    """Returns what there is to see now."""
    waiting = [entry for entry in await load_entries() if entry.waiting]
    return Overview(clock.now(), version(), waiting, await parts.load_parts(), await _figures(), await _money())


async def _figures() -> list[Figure]:
    """Returns the rates, where metrics are counted, and the number of accounts."""
    accounts = await Account.all().count()
    new = await Account.filter(created_at__gte=clock.now() - NEW_WITHIN).count()
    note = ngettext("%(num)s new this week", "%(num)s new this week", new) % {"num": i18n.format_number(new)}
    curve = sparkline_path(await _new_by_day())
    figures = [Figure(_("Accounts"), i18n.format_number(accounts), note, curve)]
    metrics = current_app.extensions.get("metrics")
    return [*_rates(metrics.request_rates), *figures] if metrics is not None else figures


def _rates(counted: RequestRates) -> list[Figure]:
    """Returns what the metrics counted in the last hour; [] before there are two samples."""
    if (rates := counted.rates()) is None:
        return []
    minutes = ngettext("in the last minute", "in the last %(num)s minutes", rates.minutes) % {"num": rates.minutes}
    curves = {name: sparkline_path(counted.growth(name)) for name in ("redirects", "api_requests", "errors")}
    lately, within = _("over the last minute"), counted.answered_within(SHARE)
    return [
        Figure(_("Redirects a second"), _number(rates.redirects), lately, curves["redirects"]),
        Figure(
            _("API requests a second"), _number(rates.api_requests), _within(within) or lately, curves["api_requests"]
        ),
        Figure(_("Errors"), i18n.format_number(rates.errors), minutes, curves["errors"]),
    ]


def _number(rate: float) -> str:
    return i18n.format_number(round(rate, 1))


def _within(seconds: float | None) -> str:
    """Returns within which time most answers of the last hour came; "" where there were too few of them."""
    if seconds is None:
        return ""
    if math.isinf(seconds):
        return _("more than 5 of 100 take over 5 s")
    return _("95 of 100 within %(time)s") % {"time": format_milliseconds(round(seconds * 1_000))}


async def _new_by_day() -> list[int]:
    """Returns how many accounts were opened on each of the last DAYS times 24 hours, the oldest first; in one query."""
    moments = [clock.now() - timedelta(days=days) for days in range(DAYS, -1, -1)]
    columns = ", ".join(
        f"count(*) FILTER (WHERE created_at >= ${at + 1} AND created_at < ${at + 2}) AS day{at}" for at in range(DAYS)
    )
    sql = f"SELECT {columns} FROM accounts WHERE created_at >= $1 AND created_at < ${DAYS + 1}"  # noqa: S608
    [row] = await query_rows(sql, [*moments])
    return [int(row[f"day{at}"]) for at in range(DAYS)]


async def _money() -> list[tuple[str, str]]:
    """Returns what came in this month less what was paid back, by payment service and currency."""
    names, month = provider_names(), current_month()
    sums = await sum_months(month, month)
    return [(names.get(each.provider, each.provider), format_money(each.net, each.currency)) for each in sums]
