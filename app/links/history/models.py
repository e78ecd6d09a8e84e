"""The changes of links: which fields changed from what to what, when, by whom, and through which door.

`through` is a key of DOORS. The author is a member (`user`) or an API key (`key_name`, as it was called then); neither
is set for the operator's commands, for jobs, and for a member who deleted their account. `changed_fields` is the JSON
object that `link_state.difference` makes: the values before and after by field. A link that was only just made has one
change with `creates` set. The changes of a link are deleted with it.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Self
from uuid import UUID

import orjson
from tortoise import fields
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.kernel import clock

KEPT_FOR = timedelta(days=365)
LONGEST_KEY_NAME = 80  # characters


class LinkChange(Model):
    id = fields.BigIntField(primary_key=True)
    link: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Link", related_name="changes", on_delete=fields.CASCADE
    )
    link_id: UUID
    user: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "models.User", related_name="link_changes", on_delete=fields.SET_NULL, null=True, db_index=True
    )
    user_id: UUID | None
    through = fields.CharField(12)
    key_name = fields.CharField(LONGEST_KEY_NAME, default="")
    creates = fields.BooleanField(default=False)
    changed_fields = fields.TextField()
    created_at: datetime = fields.DatetimeField(db_index=True)

    class Meta:
        table = "link_changes"
        indexes = (("link_id", "id"),)

    @classmethod
    def of_link(cls, link_id: UUID) -> QuerySet[Self]:
        """The changes of a link."""
        return cls.filter(link_id=link_id)

    @classmethod
    def outdated(cls) -> QuerySet[Self]:
        """The changes older than a year, to be deleted."""
        return cls.filter(created_at__lt=clock.now() - KEPT_FOR)

    @property
    def values(self) -> dict[str, Any]:
        """The values before and after by field; see `link_state.difference`."""
        return orjson.loads(self.changed_fields)  # type: ignore[no-any-return]
