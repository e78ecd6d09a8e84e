"""What a currency costs in rupiah: by the settings, or by `kliqs payments rate set`, which needs no new start.

The newer of the two counts. The catalogue reads rates without waiting for the database: each process keeps those that
are stored, and reads them again at news of a change and every minute.
"""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from datetime import date
from typing import NamedTuple

from tortoise import fields
from tortoise.models import Model

from app.kernel import installation
from app.kernel.background import kept_current
from app.kernel.change_news import RATES, ChangeNews
from app.kernel.db import query_rows
from app.kernel.refusal import N_, Refusal
from app.payments import operator_calendar

DOLLAR, HIGHEST = "USD", 10**9
SECONDS_BETWEEN_READS = 60
STORE = """INSERT INTO exchange_rates (currency, rate, day) VALUES ($1, $2, $3)
    ON CONFLICT (currency) DO UPDATE SET rate = excluded.rate, day = excluded.day RETURNING currency"""


class InvalidRate(Refusal):
    """The rate is no number of whole rupiah."""

    code, field, says = "INVALID_RATE", "rate", N_("Type how many whole rupiah a dollar costs, such as 16250.")


class Rate(NamedTuple):
    """How many whole rupiah one unit of a currency costs, and since which day."""

    rate: int
    day: date


class ExchangeRate(Model):
    currency = fields.CharField(4, primary_key=True)
    rate = fields.IntField()
    day: date = fields.DateField()

    class Meta:
        table = "exchange_rates"


class StoredRates(dict[str, Rate]):
    """The rates that the database had when it was last read; it is a resource of the installation."""


def latest_rate(currency: str) -> Rate | None:
    """Returns the newest rate of a currency, however old it is; None without one."""
    config = installation.current().config
    stored = installation.current().resource(StoredRates).get(currency)
    if currency != DOLLAR or not config.price_rate or config.price_rate_day is None:
        return stored
    of_settings = Rate(config.price_rate, config.price_rate_day)
    return stored if stored and stored.day >= of_settings.day else of_settings


async def store_rate(currency: str, rate: Rate) -> None:
    """Stores the rate of a currency in the place of the one before. Raises: InvalidRate, DayToCome."""
    if not 1 <= rate.rate <= HIGHEST:
        raise InvalidRate
    operator_calendar.refuse_future(rate.day)
    await query_rows(STORE, [currency, rate.rate, rate.day])
    await read_rates()


async def read_rates() -> None:
    """Reads the stored rates into this process."""
    rows = await ExchangeRate.all()
    installation.current().set_resource(StoredRates({row.currency: Rate(row.rate, row.day) for row in rows}))


def rates_kept_current() -> AbstractAsyncContextManager[None]:
    """Context manager that reads the stored rates, and again at news and every minute while its block runs.

    During an outage the last rates are kept; they end by their day.
    """
    news = installation.current().resource(ChangeNews).events[RATES]
    return kept_current(read_rates, SECONDS_BETWEEN_READS, "rates_not_read", sooner=news)
