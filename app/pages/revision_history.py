"""The model of a revision: an earlier draft of a page. Undo returns to the latest one; any of them can be restored."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from tortoise import fields
from tortoise.models import Model

from app.media.references import column_contains_id, register_usage
from app.pages.content import Content

MOST_REVISIONS = 50
register_usage(f"""SELECT 1 FROM pages WHERE account_id = media.account_id
    AND ({column_contains_id("draft")} OR {column_contains_id("published")})""")  # noqa: S608 - names of columns
register_usage(f"""SELECT 1 FROM page_revisions JOIN pages ON pages.id = page_revisions.page_id
    WHERE pages.account_id = media.account_id AND {column_contains_id("content")}""")  # noqa: S608


class Revision(Model):
    id = fields.BigIntField(primary_key=True)
    page: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Page", related_name="revisions", on_delete=fields.CASCADE
    )
    page_id: UUID
    content: dict[str, Any] = fields.JSONField()
    what = fields.CharField(40)
    created_at = fields.DatetimeField()

    class Meta:
        table = "page_revisions"
        indexes = (("page", "id"),)

    @property
    def as_content(self) -> Content:
        """The draft as a Content."""
        return Content.of(self.content)

    @classmethod
    async def store(cls, page_id: UUID, draft: dict[str, Any], what: str, changed_at: datetime) -> None:
        """Stores a draft of a page as a revision and deletes all but its latest MOST. Must run inside a transaction.

        `what` names the change that produced this draft, `changed_at` is the time of that change.
        """
        await cls.create(page_id=page_id, content=draft, what=what, created_at=changed_at)
        outdated = cls.filter(page_id=page_id).order_by("-id").offset(MOST_REVISIONS).limit(MOST_REVISIONS)
        if ids := [revision.id for revision in await outdated]:
            await cls.filter(id__in=ids).delete()
