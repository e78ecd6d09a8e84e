"""Settings that operators changed while the servers run: a row for each, and how every process takes them over.

`value` is the text as it would be in the environment; None is the default. `previous` is what the last change
replaced, so that it can be undone. A setting that the environment sets is never replaced by a row: whoever starts the
servers has the last word, and a row that would lock everybody out can be overruled without the console.

Processes read the rows when they start, at once after a change of their own, when PostgreSQL sends news of a change,
and every few seconds, or twice a second on SQLite, which sends no news.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractAsyncContextManager
from datetime import datetime

import structlog
from tortoise import fields
from tortoise.models import Model

from app.kernel import db, installation
from app.kernel.background import kept_current
from app.kernel.change_news import SETTINGS, ChangeNews
from app.kernel.config import Config
from app.kernel.refusal import Refusal
from app.operators.changeable_settings import BY_NAME, with_values

BETWEEN_READS, BETWEEN_READS_OF_SQLITE = 5.0, 0.5  # seconds
LONGEST_NAME = 60
log = structlog.get_logger()


class StoredSetting(Model):
    name = fields.CharField(LONGEST_NAME, primary_key=True)
    value: str | None = fields.TextField(null=True)
    previous: str | None = fields.TextField(null=True)
    version = fields.IntField(default=1)
    changed_at: datetime = fields.DatetimeField()

    class Meta:
        table = "stored_settings"


class StoredValues:
    """A resource of the installation: the values of the rows as this process took them over last."""

    def __init__(self) -> None:
        self.values: Mapping[str, str] = {}


async def read_settings() -> None:
    """Reads the rows, and makes them the settings of this process if one of them changed."""
    taken, here = installation.current().resource(StoredValues), installation.current()
    rows = StoredSetting.filter(value__isnull=False).order_by("name")
    values = {row.name: row.value for row in await rows if row.value is not None}
    if values != taken.values:
        here.change_config(usable_config(here.config, values))
        taken.values = values  # only now: what could not take them over gets them again at the next reading


def usable_config(config: Config, values: Mapping[str, str]) -> Config:
    """Returns the settings with these values, without those that do not fit, such as ones of another version."""
    fitting: dict[str, str] = {}
    for name, value in values.items():
        try:
            with_values(config, fitting | {name: value})
        except Refusal:
            log.warning("stored_setting_does_not_fit", setting=name)
        else:
            fitting[name] = value
    return with_values(config, {name: value for name, value in fitting.items() if name in BY_NAME})


def settings_kept_current() -> AbstractAsyncContextManager[None]:
    """Context manager that reads the settings, and again whenever they may have changed while its block runs."""
    on_sqlite = db.client_outside_transaction().capabilities.dialect == "sqlite"
    seconds = BETWEEN_READS_OF_SQLITE if on_sqlite else BETWEEN_READS
    news = installation.current().resource(ChangeNews).events[SETTINGS]
    return kept_current(read_settings, seconds, "settings_not_read", sooner=news)
