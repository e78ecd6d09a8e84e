"""One post for one connection: what differs there, when it is due, and how far it has come.

`text` is None where the post's own text is published, `media` None where its files are, in its order; otherwise a list
of ids of files. `reply` is the first comment or the next post of a thread. `options` are answers to the network's own
questions. `short_links` says whether addresses in the text become short links here, None for what is usual at the
network; with `link_in_reply` addresses go into the reply instead of the text. `planned_at` is None where the post's
time counts; `due_at` is the time that counts, once it is planned.

`phase` is one of phases.py. `fence` goes up with each claim; all writes of a worker have the condition that it is still
theirs. `progress` is what the adapter has prepared. `external_id` and `permalink` are the published post's. `network`,
`server` and `account_name` say where it went, also when the connection is no more. `trouble` is a key of TROUBLES, with
the network's own `trouble_code` and `trouble_detail`. `reply_state` is that of the first comment, which has a fence of
its own: one of reply_states.py.

`tries` counts the attempts that failed for a time; no further one begins before `retry_at`. `sent_at` is when the fence
was last passed, or when a person posted it by hand. `reminded_at` is when people were written to about the phase that
the variant is in.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Self
from uuid import UUID

from tortoise import fields
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.accounts.models import Account
from app.publishing.connections.connection import Connection
from app.publishing.posts.phases import DRAFT
from app.publishing.posts.post import Post

NO_TROUBLE: dict[str, Any] = {
    "trouble": "",
    "trouble_code": "",
    "trouble_detail": "",
}  # the columns of a variant without one


class PostVariant(Model):
    id = fields.UUIDField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="post_variants", on_delete=fields.CASCADE
    )
    account_id: UUID
    post: fields.ForeignKeyRelation[Post] = fields.ForeignKeyField(
        "models.Post", related_name="variants", on_delete=fields.CASCADE
    )
    post_id: UUID
    connection: fields.ForeignKeyNullableRelation[Connection] = fields.ForeignKeyField(
        "models.Connection", related_name="variants", on_delete=fields.SET_NULL, null=True
    )
    connection_id: UUID | None
    network = fields.CharField(20)
    server = fields.CharField(255, default="")
    account_name = fields.CharField(255, default="")
    text: str | None = fields.TextField(null=True)
    media: list[str] | None = fields.JSONField(null=True)
    reply = fields.TextField(default="")
    options: dict[str, Any] = fields.JSONField(default=dict)
    short_links = fields.BooleanField(null=True)
    link_in_reply = fields.BooleanField(default=False)
    planned_at: datetime | None = fields.DatetimeField(null=True)
    queued = fields.BooleanField(default=False)
    due_at: datetime | None = fields.DatetimeField(null=True)
    phase = fields.CharField(16, default=DRAFT)
    fence = fields.IntField(default=0)
    tries = fields.SmallIntField(default=0)
    retry_at: datetime | None = fields.DatetimeField(null=True)
    progress: dict[str, Any] = fields.JSONField(default=dict)
    percent = fields.SmallIntField(default=0)
    external_id = fields.CharField(255, default="")
    permalink = fields.CharField(2048, default="")
    reply_state = fields.CharField(12, default="")
    trouble = fields.CharField(60, default="")
    trouble_code = fields.CharField(120, default="")
    trouble_detail = fields.CharField(500, default="")
    acted_by_id: UUID | None = fields.UUIDField(null=True)
    sent_at: datetime | None = fields.DatetimeField(null=True)
    published_at: datetime | None = fields.DatetimeField(null=True)
    reminded_at: datetime | None = fields.DatetimeField(null=True)
    created_at: datetime = fields.DatetimeField()
    updated_at: datetime = fields.DatetimeField()

    class Meta:
        table = "post_variants"
        unique_together = (("post", "connection"),)
        indexes = (("account", "due_at", "id"), ("account", "phase"), ("connection", "due_at"), ("phase", "due_at"))

    @classmethod
    def for_connection(cls, post: Post, connection: Connection, *, id: UUID, **columns: Any) -> Self:
        """A variant of a post for a connection with these other columns, not saved yet."""
        return cls(
            id=id,
            account_id=post.account_id,
            post_id=post.id,
            connection_id=connection.id,
            network=connection.network,
            server=connection.server,
            account_name=connection.shown_name,
            **columns,
        )

    @classmethod
    def owned_by(cls, account: Account) -> QuerySet[Self]:
        """The variants of the account's posts that are not deleted."""
        return cls.filter(account=account, post__deleted_at=None)
