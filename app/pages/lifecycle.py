"""The states of a page: unpublished, renamed, blocked by the operator, deleted and restored."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from tortoise.expressions import F
from tortoise.models import Model

from app.kernel import clock
from app.kernel.db import transaction
from app.links.models import Link
from app.names import slug as slugs
from app.names.models import Name
from app.pages.content import Content
from app.pages.tracked_links import delete_tracked_links, sync_tracked_links
from app.plans import quota

if TYPE_CHECKING:
    from app.accounts.models import Account


class Lifecycle(Model):
    """The part of the model Page that changes its state. The columns are defined in Page."""

    class Meta:
        abstract = True

    id: UUID
    account_id: UUID
    slug: str
    published: dict[str, Any] | None
    version: int
    published_version: int
    blocked_at: datetime | None
    deleted_at: datetime | None

    async def unpublish(self) -> None:
        """Takes the page offline; its slug stays claimed."""
        await (
            type(self)
            .filter(id=self.id)
            .update(published=None, published_at=None, published_version=0, number=F("number") + 1)
        )
        await self.refresh_from_db()

    async def rename(self, account: Account, slug: str) -> None:
        """Gives the page another slug; the old one is held for the account. Raises: those of Name.claim."""
        shown = slugs.check_slug(slug)
        if shown == self.slug:
            return
        async with transaction():
            await type(self).filter(id=self.id).update(slug=shown, number=F("number") + 1)
            if slugs.fold_name(shown) == slugs.fold_name(self.slug):
                await Name.on_domain().filter(page_id=self.id, folded=slugs.fold_name(shown)).update(shown=shown)
            else:
                await Name.claim(account, None, shown, page_id=self.id)
                for name in await Name.on_domain().filter(page_id=self.id).exclude(folded=slugs.fold_name(shown)):
                    await name.detach()
        self.slug = shown

    async def block(self, why: str) -> None:
        """Blocks the page as the operator, for the reason `why`.

        Visitors get the status 451 and a way to object; its names cannot be used for anything else.
        """
        async with transaction():
            await type(self).filter(id=self.id).update(blocked_at=clock.now(), blocked_why=why, number=F("number") + 1)
            await Name.filter(page_id=self.id).update(barred_by=self.id)
        await self.refresh_from_db()

    async def unblock(self) -> None:
        """Takes the operator's block back and frees its names again."""
        async with transaction():
            await type(self).filter(id=self.id).update(blocked_at=None, blocked_why="", number=F("number") + 1)
            await Name.filter(barred_by=self.id).update(barred_by=None)
        await self.refresh_from_db()

    async def soft_delete(self) -> None:
        """Marks the page as deleted, so that it can be restored for 30 days.

        Its name is held meanwhile, its tracked links are deleted. Calling it again changes nothing.
        """
        now = clock.now()
        async with transaction():
            if await type(self).filter(id=self.id, deleted_at=None).update(deleted_at=now, number=F("number") + 1):
                await Name.filter(page_id=self.id).update(held_at=now)
                await delete_tracked_links(await Link.filter(page_id=self.id, deleted_at=None))
        self.deleted_at = self.deleted_at or now

    async def restore(self, account: Account) -> None:
        """Restores a deleted page under its slug, published if it was. Raises: PageLimitReached, NameTakenMeanwhile."""
        async with transaction():
            existing = type(self).filter(account_id=account.id, deleted_at=None)
            await quota.check_room_for_page(account, existing.count)
            deleted = type(self).filter(id=self.id).exclude(deleted_at=None)
            if await deleted.update(deleted_at=None, number=F("number") + 1):
                await Name.filter(page_id=self.id).update(held_at=None)
                if not await Name.on_domain().filter(page_id=self.id, folded=slugs.fold_name(self.slug)).exists():
                    raise slugs.NameTakenMeanwhile(self.slug)
                if self.published:
                    codes = await sync_tracked_links(self.id, account, Content.of(self.published["content"]))
                    await type(self).filter(id=self.id).update(published=self.published | {"codes": codes})
        await self.refresh_from_db()

    @property
    def live(self) -> bool:
        """Whether visitors can see the page: published, not deleted and not blocked."""
        return self.published is not None and self.deleted_at is None and self.blocked_at is None

    @property
    def has_unpublished_changes(self) -> bool:
        """Whether the draft has changed since the page was last published; False for an unpublished page."""
        return self.published is not None and self.version != self.published_version
