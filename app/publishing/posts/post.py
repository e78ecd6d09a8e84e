"""A post: the text that its variants share, and when it is to be published.

A post is a draft until it is planned. `planned_at` is the time of all variants that have none of their own; `zone` is
the time zone in which the person chose it. `counted_month` is the UTC month in which the post was counted against the
plan. `approved_at` is set when an owner approved it, where the account wants that. `version` goes up with every write,
so that an open composer is warned before it overwrites somebody else's words. With `short_links` the addresses in the
texts become short links, one for each variant. `source` says whether it came from the dashboard, the API or a CSV.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Self
from uuid import UUID

from tortoise import fields
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.accounts.models import Account
from app.publishing.files.post_file import PostFile

MOST_TEXT = 65_000  # characters; the longest text of any network (Facebook) is 63,206


class Post(Model):
    id = fields.UUIDField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="posts", on_delete=fields.CASCADE
    )
    account_id: UUID
    text = fields.TextField(default="")
    campaign = fields.CharField(100, default="")
    short_links = fields.BooleanField(default=True)
    utm = fields.BooleanField(default=True)
    planned_at: datetime | None = fields.DatetimeField(null=True)
    zone = fields.CharField(64, default="")
    counted_month = fields.CharField(7, default="")
    source = fields.CharField(10, default="dashboard")
    created_by_id: UUID | None = fields.UUIDField(null=True)
    submitted_at: datetime | None = fields.DatetimeField(null=True)
    approved_by_id: UUID | None = fields.UUIDField(null=True)
    approved_at: datetime | None = fields.DatetimeField(null=True)
    deleted_at: datetime | None = fields.DatetimeField(null=True)
    created_at: datetime = fields.DatetimeField()
    updated_at: datetime = fields.DatetimeField()
    version = fields.IntField(default=1)
    search = fields.TextField(default="")
    variants: fields.ReverseRelation[Any]  # of PostVariant
    media: fields.ReverseRelation[PostMedia]

    class Meta:
        table = "posts"
        indexes = (("account", "created_at", "id"), ("account", "counted_month"), ("account", "planned_at", "id"))

    @classmethod
    def owned_by(cls, account: Account) -> QuerySet[Self]:
        """The account's posts that are not deleted."""
        return cls.filter(account=account, deleted_at=None)


class PostMedia(Model):
    """A file of a post: its place among the others and its alternative text there."""

    id = fields.BigIntField(primary_key=True)
    post: fields.ForeignKeyRelation[Post] = fields.ForeignKeyField(
        "models.Post", related_name="media", on_delete=fields.CASCADE
    )
    post_id: UUID
    file: fields.ForeignKeyRelation[PostFile] = fields.ForeignKeyField(
        "models.PostFile", related_name="uses", on_delete=fields.CASCADE, db_index=True
    )
    file_id: UUID
    position = fields.SmallIntField()
    alt = fields.CharField(1500, default="")

    class Meta:
        table = "post_media"
        unique_together = (("post", "file"),)
