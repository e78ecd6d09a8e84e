"""The first page of the console: what waits for an operator, how the parts do, money, rates and accounts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from quart import current_app

from app.accounts.models import Account
from app.console import parts
from app.console.parts import Part
from app.kernel import clock, i18n
from app.kernel.i18n import gettext as _
from app.kernel.i18n import ngettext
from app.kernel.package_files import version
from app.operators.navigation import ShownEntry, load_entries
from app.payments.money import format_money
from app.payments.operator.monthly_sums import current_month, sum_months
from app.payments.operator.order_labels import provider_names

NEW_WITHIN = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its label and a word about it."""

    label: str
    value: str
    note: str


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
    figures = [Figure(_("Accounts"), i18n.format_number(accounts), note)]
    metrics = current_app.extensions.get("metrics")
    if metrics is None or (rates := metrics.request_rates.rates()) is None:
        return figures
    minutes = ngettext("in the last minute", "in the last %(num)s minutes", rates.minutes) % {"num": rates.minutes}
    return [
        Figure(_("Redirects a second"), i18n.format_number(round(rates.redirects, 1)), _("over the last minute")),
        Figure(_("API requests a second"), i18n.format_number(round(rates.api_requests, 1)), _("over the last minute")),
        Figure(_("Errors"), i18n.format_number(rates.errors), minutes),
        *figures,
    ]


async def _money() -> list[tuple[str, str]]:
    """Returns what came in this month less what was paid back, by payment service and currency."""
    names, month = provider_names(), current_month()
    sums = await sum_months(month, month)
    return [(names.get(each.provider, each.provider), format_money(each.net, each.currency)) for each in sums]
