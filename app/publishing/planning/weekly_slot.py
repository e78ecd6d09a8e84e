"""A weekly time at which a connection publishes the next post of its queue, in the account's time zone.

`weekday` is 0 for Monday; `minute` counts from midnight.
"""

from __future__ import annotations

from uuid import UUID

from tortoise import fields
from tortoise.models import Model

from app.publishing.connections.connection import Connection


class WeeklySlot(Model):
    id = fields.BigIntField(primary_key=True)
    connection: fields.ForeignKeyRelation[Connection] = fields.ForeignKeyField(
        "models.Connection", related_name="slots", on_delete=fields.CASCADE
    )
    connection_id: UUID
    weekday = fields.SmallIntField()
    minute = fields.SmallIntField()

    class Meta:
        table = "weekly_slots"
        unique_together = (("connection", "weekday", "minute"),)
