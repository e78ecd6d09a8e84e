"""A request of a network to delete what is stored about one of its users (Meta's data-deletion callback).

The person can look up what became of it by `code`. `connections` is how many were deleted.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Self

from tortoise import fields
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.kernel import clock

KEPT_FOR = timedelta(days=365)


class DataDeletion(Model):
    id = fields.BigIntField(primary_key=True)
    network = fields.CharField(20)
    code = fields.CharField(40, unique=True)
    connections = fields.IntField(default=0)
    created_at: datetime = fields.DatetimeField()
    done_at: datetime | None = fields.DatetimeField(null=True)

    class Meta:
        table = "data_deletions"

    @classmethod
    def outdated(cls) -> QuerySet[Self]:
        """Those that came more than KEPT_FOR ago."""
        return cls.filter(created_at__lt=clock.now() - KEPT_FOR)
