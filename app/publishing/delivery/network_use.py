"""How much of a network's limits is used: one counter for each limit, key and window of time.

`key` is the id of a connection, or the name of the network for limits of the whole app. `stopped_until` is set when
the network itself said that the limit is reached, whatever we counted.
"""

from __future__ import annotations

from datetime import datetime

from tortoise import fields
from tortoise.models import Model


class NetworkUse(Model):
    id = fields.BigIntField(primary_key=True)
    key = fields.CharField(60)
    limit_name = fields.CharField(40)
    window_start: datetime = fields.DatetimeField()
    used = fields.IntField(default=0)
    stopped_until: datetime | None = fields.DatetimeField(null=True)

    class Meta:
        table = "network_uses"
        unique_together = (("key", "limit_name", "window_start"),)
        indexes = (("window_start",),)
