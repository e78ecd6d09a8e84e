"""What the draft of a page was before a change: undoing takes the last one, restoring any of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from tortoise import fields
from tortoise.models import Model

from app.media.references import used_where, written_in
from app.pages.content import Content

if TYPE_CHECKING:
    from app.pages.models import Page

MOST = 50
used_where(f"""SELECT 1 FROM pages WHERE account_id = media.account_id
    AND ({written_in("draft")} OR {written_in("published")})""")  # noqa: S608 - names of columns
used_where(f"""SELECT 1 FROM page_revisions JOIN pages ON pages.id = page_revisions.page_id
    WHERE pages.account_id = media.account_id AND {written_in("content")}""")  # noqa: S608


class Revision(Model):
    id = fields.BigIntField(primary_key=True)
    page: fields.ForeignKeyRelation[Page] = fields.ForeignKeyField(
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
        """What the draft was."""
        return Content.of(self.content)

    @classmethod
    async def keep(cls, page: Page) -> None:
        """Keeps the draft of a page as it was read, and of older ones the last MOST; inside a transaction."""
        await cls.create(page_id=page.id, content=page.draft, what=page.changed_what, created_at=page.changed_at)
        old = cls.filter(page_id=page.id).order_by("-id").offset(MOST).limit(MOST)
        if ids := [one.id for one in await old]:
            await cls.filter(id__in=ids).delete()
