"""What a currency costs in rupiah: by the settings, or by `kliqs payments rate set`, which needs no new start.

The newer of the two counts. The catalogue reads rates without waiting for the database: each process keeps those that
are stored, and reads them again every minute.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from datetime import date
from typing import NamedTuple

import structlog
from tortoise import fields
from tortoise.models import Model

from app.kernel import installation
from app.kernel.db import query_rows
from app.kernel.refusal import N_, Refusal
from app.kernel.transient_errors import is_unavailable
from app.payments import operator_calendar

DOLLAR, HIGHEST = "USD", 10**9
SECONDS_BETWEEN_READS = 60
STORE = """INSERT INTO exchange_rates (currency, rate, day) VALUES ($1, $2, $3)
    ON CONFLICT (currency) DO UPDATE SET rate = excluded.rate, day = excluded.day RETURNING currency"""
log = structlog.get_logger()


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


@asynccontextmanager
async def rates_kept_current() -> AsyncGenerator[None]:
    """Reads the stored rates, and does so again every minute while the block runs."""
    await read_rates()

    async def run() -> None:
        while True:
            await asyncio.sleep(SECONDS_BETWEEN_READS)
            try:
                await read_rates()
            except Exception as error:  # the last rates are kept; they end by their day
                if not is_unavailable(error):
                    log.exception("rates_not_read")

    task = asyncio.create_task(run(), name="rates")
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
