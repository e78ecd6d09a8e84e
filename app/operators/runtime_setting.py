"""The table of settings that operators change while the server runs; one row for each that was ever changed.

`value` is empty (NULL) while the setting is as the environment says; `previous` is what it was before, for undoing.
"""

from __future__ import annotations

from datetime import datetime

from tortoise import fields
from tortoise.models import Model

LONGEST_VALUE = 200  # characters


class RuntimeSetting(Model):
    id = fields.IntField(primary_key=True)
    name = fields.CharField(60, unique=True)
    value = fields.CharField(LONGEST_VALUE, null=True)
    previous = fields.CharField(LONGEST_VALUE, null=True)
    version = fields.IntField(default=1)
    changed_at: datetime = fields.DatetimeField()

    class Meta:
        table = "runtime_settings"
