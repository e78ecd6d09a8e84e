"""The model of a bio page: its draft, its published content and, as revisions, its earlier drafts.

`slug` is the page's name in its URL, `title` the name in its draft. `version` is incremented with every change of the
draft; a change that was made from an older version is refused (optimistic locking). `published` holds the content at
the time of publication and the short codes of its tracked links. `number` is incremented whenever visitors see
something else; a cached page with another number is outdated. `views` is updated about a second after a visit.
`search` is the searchable text of the draft, without the slug.
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
from app.kernel.error_codes import document_code
from app.kernel.refusal import N_, EditedElsewhere, Refusal
from app.kernel.search_text import build_search_text
from app.kernel.versioned_rows import update_at_version
from app.media.models import Media
from app.names import slug as slugs
from app.names.models import Name
from app.pages.content import Content
from app.pages.lifecycle import Lifecycle
from app.pages.revision_history import Revision
from app.pages.tracked_links import sync_tracked_links
from app.plans import quota
from app.webhooks import outbox

KEPT_FOR = timedelta(days=30)  # how long a deleted page can be restored
UNDONE_TOGETHER = timedelta(minutes=1)  # changes of the same kind within this time are one step of undo

__all__ = ["Page", "Revision"]  # the tables of this package

document_code(
    "NOTHING_TO_UNDO", 409, N_("The page has no change left that can be undone."), N_("Read the page."), form_status=422
)
document_code(
    "NOTHING_TO_SHOW",
    409,
    N_("The page has no name yet, so it cannot go live."),
    N_("Give it a name first."),
    form_status=422,
)


class PageEditedElsewhere(EditedElsewhere):
    """The draft has another version than the one that the change was made from."""

    says = N_("This page was changed in another tab meanwhile. What you typed here is not saved yet.")


class NothingToUndo(Refusal):
    """The page has no revision."""

    code, says = "NOTHING_TO_UNDO", N_("There is nothing left to undo.")


class PageNameRequired(Refusal):
    """A page without a name cannot be published."""

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
        """Saves the row; sets `search` when it is not set yet."""
        if self.search is None:
            self.search = search_text(self.content)
        await super().save(*args, **rest)

    @classmethod
    def owned_by(cls, account: Account) -> QuerySet[Self]:
        """The pages of an account, without the deleted ones."""
        return cls.filter(account_id=account.id, deleted_at=None)

    @classmethod
    def deleted_by(cls, account: Account) -> QuerySet[Self]:
        """The deleted pages of an account that can still be restored."""
        return cls.filter(account_id=account.id, deleted_at__gt=clock.now() - KEPT_FOR)

    @classmethod
    async def make(cls, account: Account, slug: str, content: Content) -> Self:
        """Creates an unpublished page and claims its slug. Raises: PageLimitReached, those of Name.claim."""
        now, shown = clock.now(), slugs.check_slug(slug)
        async with transaction():
            await quota.check_room_for_page(account, cls.owned_by(account).count)
            page = await cls.create(
                id=uuid4(),
                account_id=account.id,
                slug=shown,
                title=content.name,
                draft=content.as_dict(),
                changed_at=now,
                created_at=now,
            )
            await Name.claim(account, None, shown, page_id=page.id)
        return page

    async def change(self, content: Content, what: str, *, seen: int | None = None) -> None:
        """Replaces the draft's content and keeps the old one as a revision for undo.

        `what` names what was changed: changes with the same `what` within UNDONE_TOGETHER are one step of undo, those
        with an empty one never are. `seen` is the version that the change was made from, by default that of this
        object. Writes nothing when neither the content nor the version is another.

        Raises: EditedElsewhere when the draft has another version, NotFound when the page was deleted.
        """
        if content == self.content and seen in {None, self.version}:
            return
        now = clock.now()
        await Media.protect_many(self.account_id, content.pictures - self.content.pictures)
        async with transaction():
            await self._update(self.version if seen is None else seen, content, what, now)
            if not (what and what == self.changed_what and now - self.changed_at < UNDONE_TOGETHER):
                await Revision.store(self.id, self.draft, self.changed_what, self.changed_at)
        await self.refresh_from_db()

    async def can_undo(self) -> bool:
        """Whether the page has a revision that `undo` can return to."""
        return await Revision.filter(page_id=self.id).exists()

    async def undo(self) -> None:
        """Replaces the draft by its latest revision, which is deleted. Raises: NothingToUndo, those of `_update`."""
        last = await Revision.filter(page_id=self.id).order_by("-id").first()
        if last is None:
            raise NothingToUndo
        async with transaction():
            await self._update(self.version, Content.of(last.content), "", clock.now())
            await last.delete()
        await self.refresh_from_db()

    async def _update(self, seen: int, content: Content, what: str, now: datetime) -> None:
        """Writes a new draft with the next version.

        Raises: EditedElsewhere when the draft has another version than `seen`, NotFound when the page was deleted.
        """
        await update_at_version(
            Page.filter(id=self.id, deleted_at=None),
            seen,
            PageEditedElsewhere,
            changed_what=what,
            changed_at=now,
            title=content.name,
            draft=content.as_dict(),
            search=search_text(content),
        )

    async def publish(self, account: Account) -> None:
        """Publishes the draft, with a tracked link for each of its destinations.

        Raises: NothingToShow, those of `sync_tracked_links`, EditedElsewhere when the draft was changed meanwhile.
        """
        content = self.content
        if not content.name.strip():
            raise PageNameRequired
        async with transaction():
            if not await Page.filter(id=self.id, deleted_at=None, version=self.version).update(
                number=F("number") + 1, published_version=F("version"), published_at=clock.now()
            ):
                raise PageEditedElsewhere
            codes = await sync_tracked_links(self.id, account, content)
            await Page.filter(id=self.id).update(published={"content": content.as_dict(), "codes": codes})
            await outbox.announce(account.id, "page.published", [self.id])
        await self.refresh_from_db()

    @property
    def content(self) -> Content:
        """The content of the draft."""
        return Content.of(self.draft)

    @property
    def url(self) -> str:
        """Its public URL."""
        return site.url("public", f"/{self.slug}")

    @property
    def display_url(self) -> str:
        """Its URL without the scheme, as it is displayed: `kliqs.me/rumahkawung`."""
        return f"{site.current().host('public')}/{self.slug}"


def search_text(content: Content) -> str:
    """The searchable text of a page with this draft: its name, its bio, and the names of its blocks."""
    return build_search_text([content.name, content.bio, *(block.display_name for block in content.blocks)])
