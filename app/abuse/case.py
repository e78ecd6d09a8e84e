"""A case: everything that is reported about one link or bio page, or that we found in it ourselves, as one question.

A case is opened with the first report or finding. It is *open* until an operator decides: they block its target, allow
it, or put the case off for *later*. The owner of what is blocked may object once; the case is an *objection* then, and
an operator restores the target or upholds the block. Each target has one case, for ever: further reports of something
that was allowed open it again.

`version` rises with every decision, so that of two operators who decide at once one is told who was faster.
`before_state` is the state that the last decision replaced, to return to within UNDOABLE_FOR. `blocked_host` and
`stopped_account` are what the last block took with it. `signals` are findings (signals.py), `content` is what a
bio page showed when it was reported.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Self
from uuid import UUID

from tortoise import fields
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.accounts.models import Account
from app.accounts.user import User
from app.kernel import clock, site
from app.kernel.refusal import NotFound
from app.kernel.uuid_parser import parse_uuid
from app.links.models import Link
from app.pages.models import Page

OPEN, LATER, OBJECTION, BLOCKED, ALLOWED = "open", "later", "objection", "blocked", "allowed"
UNDECIDED = (OPEN, LATER)
UNDOABLE_FOR = timedelta(days=30)
LONGEST_NOTE, LONGEST_OBJECTION = 500, 2_000


class Case(Model):
    id: UUID = fields.UUIDField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="abuse_cases", on_delete=fields.CASCADE, db_index=True
    )
    account_id: UUID
    link: fields.OneToOneNullableRelation[Link] = fields.OneToOneField(
        "models.Link", related_name="abuse_case", on_delete=fields.CASCADE, null=True
    )
    link_id: UUID | None
    page: fields.OneToOneNullableRelation[Page] = fields.OneToOneField(
        "models.Page", related_name="abuse_case", on_delete=fields.CASCADE, null=True
    )
    page_id: UUID | None
    name = fields.CharField(64)
    state = fields.CharField(12, default=OPEN)
    kind = fields.CharField(16, default="")
    reports = fields.IntField(default=0)
    urgency = fields.IntField(default=0)
    signals: list[dict[str, Any]] = fields.JSONField(default=list)
    content: dict[str, Any] | None = fields.JSONField(null=True)
    opened_at: datetime = fields.DatetimeField()
    changed_at: datetime = fields.DatetimeField()
    decided_at: datetime | None = fields.DatetimeField(null=True)
    decided_by: fields.ForeignKeyNullableRelation[User] = fields.ForeignKeyField(
        "models.User", related_name="abuse_decisions", on_delete=fields.SET_NULL, null=True, db_index=True
    )
    decided_by_id: UUID | None
    reason = fields.CharField(16, default="")
    note = fields.CharField(LONGEST_NOTE, default="")
    blocked_host = fields.CharField(253, default="")
    stopped_account = fields.BooleanField(default=False)
    before_state = fields.CharField(12, default="")
    objection = fields.CharField(LONGEST_OBJECTION, default="")
    objected_at: datetime | None = fields.DatetimeField(null=True)
    answer = fields.CharField(LONGEST_NOTE, default="")
    answered_at: datetime | None = fields.DatetimeField(null=True)
    version = fields.IntField(default=1)

    class Meta:
        table = "abuse_cases"
        indexes = (("state", "urgency", "id"), ("state", "changed_at", "id"))

    @classmethod
    def with_target(cls) -> QuerySet[Self]:
        """All cases, with their account, link and page."""
        return cls.all().select_related("account", "link", "page")

    @classmethod
    async def find(cls, id: str) -> Self:
        """Returns the case with this id, and its target. Raises: NotFound."""
        uuid = parse_uuid(id)
        case = await cls.with_target().get_or_none(id=uuid) if uuid else None
        if case is None:
            raise NotFound
        return case

    @classmethod
    def blocked_of(cls, account: Account) -> QuerySet[Self]:
        """The cases of what is blocked of an account."""
        return cls.with_target().filter(account_id=account.id, state__in=[BLOCKED, OBJECTION])

    @property
    def target(self) -> Link | Page:
        """The link or page that the case is about; both relations are loaded."""
        target = self.link if self.page_id is None else self.page
        if target is None:
            raise NotFound
        return target

    @property
    def shown(self) -> str:
        """The public address of the target without its scheme, in which it is no link: `kliqs.me/promo`."""
        return f"{site.current().host('public')}/{self.name}"

    @property
    def may_object(self) -> bool:
        """Whether the owner may object: once after each decision to block."""
        return self.state == BLOCKED and self.objected_at is None

    @property
    def undoable(self) -> bool:
        """Whether the last decision can be taken back."""
        return bool(self.before_state and self.decided_at and self.decided_at > clock.now() - UNDOABLE_FOR)
