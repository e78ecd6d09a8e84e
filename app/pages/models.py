"""A bio page: what it will show (`draft`), what it shows (`published`), and what it showed before (revisions).

`slug` is its main name as people see it, `title` the name its draft shows. `version` goes up with every change of the
draft: who sends an older one is told, and nothing is lost. `published` holds the content as it was when it went live
and the short codes of the links underneath; `number` goes up each time, so that whoever keeps the page rendered knows
that it is new. `views` run a second behind. `search` is the text, without the slug, in which searches look.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Self
from uuid import UUID, uuid4

from tortoise import fields
from tortoise.expressions import F
from tortoise.queryset import QuerySet

from app.accounts.models import Account
from app.kernel import clock, site
from app.kernel.db import transaction
from app.kernel.queries import update_at_version
from app.kernel.refusal import N_, EditedElsewhere, Refusal
from app.kernel.search_text import searchable
from app.media.models import Media
from app.names import slug as slugs
from app.names.models import Name
from app.pages.content import Content
from app.pages.lifecycle import Lifecycle
from app.pages.revision import Revision
from app.pages.tracked_links import lead
from app.plans import quota

KEPT_FOR, TOGETHER = timedelta(days=30), timedelta(minutes=1)

__all__ = ["Page", "Revision"]  # the tables of this package


class PageEditedElsewhere(EditedElsewhere):
    says = N_("This page was changed in another tab meanwhile. What you typed here is not saved yet.")


class NothingToUndo(Refusal):
    code, says = "NOTHING_TO_UNDO", N_("There is nothing left to undo.")


class NothingToShow(Refusal):
    code, field, says = "NOTHING_TO_SHOW", "name", N_("Give the page a name before it goes live.")


class Page(Lifecycle):
    id = fields.UUIDField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="pages", on_delete=fields.CASCADE
    )
    account_id: UUID
    slug = fields.CharField(64)
    title = fields.CharField(60, default="")
    draft: dict[str, Any] = fields.JSONField(default=dict)
    version = fields.IntField(default=1)
    changed_what = fields.CharField(40, default="")
    changed_at = fields.DatetimeField()
    published: dict[str, Any] | None = fields.JSONField(null=True)
    number = fields.IntField(default=0)
    published_version = fields.IntField(default=0)
    published_at: datetime | None = fields.DatetimeField(null=True)
    views = fields.BigIntField(default=0)
    last_viewed_at: datetime | None = fields.DatetimeField(null=True)
    blocked_at: datetime | None = fields.DatetimeField(null=True)
    blocked_why = fields.CharField(500, default="")
    deleted_at: datetime | None = fields.DatetimeField(null=True, db_index=True)
    created_at = fields.DatetimeField()
    search: str | None = fields.TextField(null=True)

    class Meta:
        table = "pages"
        indexes = (("account", "created_at", "id"),)

    async def save(self, *args: Any, **rest: Any) -> None:
        """As every model; a new one gets its searchable text."""
        if self.search is None:
            self.search = search_text(self.content)
        await super().save(*args, **rest)

    @classmethod
    def owned_by(cls, account: Account) -> QuerySet[Self]:
        return cls.filter(account_id=account.id, deleted_at=None)

    @classmethod
    def deleted_by(cls, account: Account) -> QuerySet[Self]:
        """What the account deleted and can still bring back."""
        return cls.filter(account_id=account.id, deleted_at__gt=clock.now() - KEPT_FOR)

    @classmethod
    async def open(cls, account: Account, slug: str, content: Content) -> Self:
        """Makes a page, not live yet. Refusals: PageLimitReached, those of Name.claim."""
        now, shown = clock.now(), slugs.checked(slug)
        async with transaction():
            await quota.take_pages(account, cls.owned_by(account).count)
            page = await cls.create(id=uuid4(), account_id=account.id, slug=shown, title=content.name,
                                    draft=content.as_dict(), changed_at=now, created_at=now)
            await Name.claim(account, None, shown, page_id=page.id)
        return page

    async def change(self, content: Content, what: str, *, seen: int | None = None) -> None:
        """Gives the draft other content; what it had can be undone. `what` names what was changed: changes of the same
        within a minute are undone together. Nothing is written when that is what the draft has already.

        Refusals: EditedElsewhere when `seen` is not the last version, NotFound.
        """
        if content == self.content and seen in {None, self.version}:
            return
        now = clock.now()
        await Media.hold(self.account_id, content.pictures - self.content.pictures)
        async with transaction():
            await self._update(self.version if seen is None else seen, content, what, now)
            if not (what and what == self.changed_what and now - self.changed_at < TOGETHER):
                await Revision.keep(self.id, self.draft, self.changed_what, self.changed_at)
        await self.refresh_from_db()

    async def can_undo(self) -> bool:
        """Whether a change of the draft is left to take back."""
        return await Revision.filter(page_id=self.id).exists()

    async def undo(self) -> None:
        """Takes the last change back. Refusals: NothingToUndo, EditedElsewhere."""
        last = await Revision.filter(page_id=self.id).order_by("-id").first()
        if last is None:
            raise NothingToUndo
        async with transaction():
            await self._update(self.version, Content.of(last.content), "", clock.now())
            await last.delete()
        await self.refresh_from_db()

    async def _update(self, seen: int, content: Content, what: str, now: datetime) -> None:
        """Refusals: EditedElsewhere when `seen` is not the last version, NotFound."""
        await update_at_version(
            Page.filter(id=self.id, deleted_at=None), seen, PageEditedElsewhere, changed_what=what, changed_at=now,
            title=content.name, draft=content.as_dict(), search=search_text(content))

    async def publish(self, account: Account) -> None:
        """Shows the draft to everybody, its destinations behind links of their own.

        Refusals: NothingToShow, those of names, EditedElsewhere when the draft changes in the same moment.
        """
        content = self.content
        if not content.name.strip():
            raise NothingToShow
        async with transaction():
            if not await Page.filter(id=self.id, deleted_at=None, version=self.version).update(
                    number=F("number") + 1, published_version=F("version"), published_at=clock.now()):
                raise PageEditedElsewhere
            codes = await lead(self.id, account, content)
            await Page.filter(id=self.id).update(published={"content": content.as_dict(), "codes": codes})
        await self.refresh_from_db()

    @property
    def content(self) -> Content:
        """What the draft shows."""
        return Content.of(self.draft)

    @property
    def url(self) -> str:
        return site.url("public", f"/{self.slug}")

    @property
    def shown(self) -> str:
        """Its address as people read it: `kliqs.me/rumahkawung`."""
        return f"{site.current().host('public')}/{self.slug}"


def search_text(content: Content) -> str:
    """The searchable text of a page whose draft this is: its name, its bio, and the titles of its blocks."""
    return searchable([content.name, content.bio, *(block.named for block in content.blocks)])
