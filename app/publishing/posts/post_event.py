"""The timeline of a variant: what happened, when, by whom, and what the network said.

`what` is a key of the sentences in event_sentences.py. `user_id` is the person who did it; None is for the
work of Kliqs, which always follows from such an act. `code` and `detail` are the network's own words, without secrets.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from tortoise import fields
from tortoise.models import Model

from app.publishing.posts.post_variant import PostVariant


class PostEvent(Model):
    id = fields.BigIntField(primary_key=True)
    variant: fields.ForeignKeyRelation[PostVariant] = fields.ForeignKeyField(
        "models.PostVariant", related_name="events", on_delete=fields.CASCADE
    )
    variant_id: UUID
    what = fields.CharField(24)
    trouble = fields.CharField(60, default="")
    code = fields.CharField(120, default="")
    detail = fields.CharField(500, default="")
    status = fields.SmallIntField(null=True)
    user_id: UUID | None = fields.UUIDField(null=True)
    at: datetime = fields.DatetimeField()

    class Meta:
        table = "post_events"
        indexes = (("variant", "id"),)
