"""A short link and everything it can do.

`short_code` is its main name as people see it; all its names, main and aliases, stand in `names`. `followed` counts
the people who were sent on, `scans` those of them that came from a QR code; both run a second behind. `admitted`
counts, exactly and at once, whoever a click limit let through. A link of a `page` stands behind its `block`: it is made
and changed with the page, is counted like any other, and takes nothing of the plan.

`version` goes up with every write of what the editor of a link shows, its tags among them, so that an open editor that
knows nothing of that write is told before it overwrites it. `search` is the text in which searches look; it is None
only until it is first filled for links older than the column, and for those of pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any, Self, Unpack
from uuid import UUID, uuid4

from tortoise import fields
from tortoise.exceptions import DoesNotExist
from tortoise.expressions import Case, F, Q, When
from tortoise.functions import Coalesce
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.accounts.models import Account
from app.kernel import clock, passwords, site, text
from app.kernel.db import transaction
from app.kernel.destination import clean_url
from app.kernel.queries import update_at_version
from app.kernel.refusal import N_, EditedElsewhere, Refusal
from app.links import tagging
from app.links.changes import Changes, columns, same_place
from app.links.lifecycle import KEPT_FOR, Lifecycle
from app.links.name_claims import name_first, rename
from app.links.search_column import SEARCHED, refresh, search_text
from app.links.site_icon import Tile, tile
from app.links.tag import Tag
from app.names import slug as slugs
from app.names.models import Name
from app.plans import quota

# Without a limit nobody counts who is admitted: a new limit begins with those who came already.
_ADMITTED = Case(When(click_limit__isnull=True, then=F("followed")), default=F("admitted"))


class LinkEditedElsewhere(EditedElsewhere):
    says = N_("This link was changed in another place meanwhile. Save again to keep what you see here.")


class Link(Lifecycle):
    id = fields.UUIDField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="links", on_delete=fields.CASCADE
    )
    account_id: UUID
    short_code = fields.CharField(64)
    destination_url = fields.CharField(2048)
    title = fields.CharField(200, default="")
    description = fields.CharField(500, default="")
    notes = fields.CharField(2000, default="")
    expires_at: datetime | None = fields.DatetimeField(null=True)
    click_limit: int | None = fields.BigIntField(null=True)
    password_hash = fields.CharField(200, null=True)
    forward_query = fields.BooleanField(default=True)
    redirect_status = fields.SmallIntField(default=302)
    via_api = fields.BooleanField(default=False)
    tracked = fields.BooleanField(default=True)
    page: fields.ForeignKeyNullableRelation[Model] = fields.ForeignKeyField(
        "models.Page", related_name="links", on_delete=fields.CASCADE, null=True
    )
    page_id: UUID | None
    page_block = fields.CharField(40, default="")
    admitted = fields.BigIntField(default=0)
    followed = fields.BigIntField(default=0)
    scans = fields.BigIntField(default=0)
    last_followed_at: datetime | None = fields.DatetimeField(null=True)
    paused_at: datetime | None = fields.DatetimeField(null=True)
    archived_at: datetime | None = fields.DatetimeField(null=True)
    blocked_at: datetime | None = fields.DatetimeField(null=True)
    blocked_why = fields.CharField(500, default="")
    deleted_at: datetime | None = fields.DatetimeField(null=True, db_index=True)
    created_at = fields.DatetimeField()
    updated_at = fields.DatetimeField()
    version = fields.IntField(default=1)
    search: str | None = fields.TextField(null=True)
    tags: fields.ManyToManyRelation[Tag] = fields.ManyToManyField(
        "models.Tag", through="link_tags", related_name="links", forward_key="tag_id", backward_key="link_id"
    )
    names: fields.ReverseRelation[Name]
    chosen = False  # its row is ticked: what was chosen for a bulk action that was refused is shown again

    class Meta:
        table = "links"
        indexes = (("account", "created_at", "id"),)
        unique_together = (("page", "page_block"),)

    @classmethod
    def owned_by(cls, account: Account) -> QuerySet[Self]:
        """The account's short links; not those of its pages."""
        return cls.filter(account=account, page_id=None, deleted_at=None)

    @classmethod
    def deleted_by(cls, account: Account) -> QuerySet[Self]:
        """What the account deleted and can still bring back."""
        return cls.filter(account=account, page_id=None, deleted_at__gt=clock.now() - KEPT_FOR)

    @classmethod
    async def leading_to(cls, account: Account, url: str) -> list[Self]:
        """The account's links to the same place as an address, the newest three. Refusals: those of clean_url."""
        wanted = same_place(clean_url(url))
        bare = wanted.removesuffix("/")
        written = Q(destination_url__iexact=wanted) | Q(destination_url__iexact=bare)
        found = await cls.owned_by(account).filter(written, archived_at=None).order_by("-created_at").limit(50)
        return [link for link in found if same_place(link.destination_url) == wanted][:3]

    @classmethod
    async def named(cls, slug: str) -> tuple[Self | None, bool]:
        """What stands at a name: its link, if any, and whether the name is known at all. One read."""
        if not (folded := slugs.lookup_key(slug)):
            return None, False
        name = await Name.get_or_none(folded=folded).select_related("link")
        return (None if name is None or name.held_at else name.link), name is not None  # type: ignore[return-value]

    @classmethod
    async def shorten(cls, account: Account, *, via_api: bool = False, **given: Unpack[Changes]) -> Self:
        """Makes a link; without a slug its name is drawn. Refusals: those of `changes`, names and LinkLimitReached."""
        values, slug, now = await columns(given), text.trimmed(given.get("slug", "")), clock.now()
        code, aliases, tags = slugs.checked(slug) if slug else slugs.draw(), given.get("aliases", []), given.get("tags")
        async with transaction():
            await quota.take_link(account)
            link = await cls.create(
                id=uuid4(), account_id=account.id, short_code=code, via_api=via_api, created_at=now, updated_at=now,
                search=search_text(values, [code, *aliases], tags or ()), **values,
            )
            await name_first(link, account, code if slug else "", aliases)
            await link._wear(account, tags)
            if link.short_code != code:  # another one was drawn
                await refresh([link.id])
        return link

    async def edit(self, account: Account, *, seen: int | None = None, **given: Unpack[Changes]) -> None:
        """Changes what is given. Refusals: as `shorten`, and EditedElsewhere when `seen` is not the last version."""
        values = await columns(given) | {"updated_at": clock.now()}
        if values.get("click_limit") is not None:
            values["admitted"] = _ADMITTED
        if values.get("paused_at"):
            values["paused_at"] = Coalesce("paused_at", values["paused_at"])  # since when stays
        try:
            async with transaction():
                await self._change(account, seen, values, given)
        except Refusal:
            with suppress(DoesNotExist):
                await self.refresh_from_db()  # it is as it was
            raise

    async def _change(self, account: Account, seen: int | None, values: dict[str, Any], given: Changes) -> None:
        mine = Link.filter(id=self.id, deleted_at=None)
        await update_at_version(mine, seen, LinkEditedElsewhere, **values)
        await self.refresh_from_db()  # others may have changed it since it was read; from here on nobody does
        if "slug" in given or "aliases" in given:
            await rename(self, account, text.trimmed(given.get("slug", "")) or self.short_code, given.get("aliases"))
        await self._wear(account, given.get("tags"))
        if SEARCHED & given.keys():
            await refresh([self.id])

    async def tag_with(self, account: Account, names: list[str]) -> None:
        """Adds tags to those the link has. Refusals: TooManyTags."""
        async with transaction():
            await self.locked([self.id])
            await self.tag_many(account, [self.id], names)

    @classmethod
    async def tag_many(cls, account: Account, ids: Sequence[UUID], names: list[str]) -> None:
        """Adds tags to those that locked links have. Refusals: TooManyTags."""
        await cls.retagged(await tagging.put_on(ids, await Tag.named(account, names)))

    @classmethod
    async def untag_many(cls, account: Account, ids: Sequence[UUID], names: list[str]) -> None:
        """Takes tags off locked links. Refusals: TagUnknown."""
        await cls.retagged(await tagging.take_off(ids, await Tag.known(account, names)))

    @classmethod
    async def retagged(cls, ids: Iterable[UUID]) -> None:
        """Says to open editors and to searches that the tags of these links are others now; inside a transaction."""
        changed = list(ids)
        if not changed:
            return
        await cls.filter(id__in=changed).update(version=F("version") + 1, updated_at=clock.now())
        await refresh(changed)

    async def _wear(self, account: Account, names: list[str] | None) -> None:
        if names is not None:
            tags = await Tag.named(account, names)
            await self.tags.clear()
            await self.tags.add(*tags)

    async def opens_with(self, password: str) -> bool:
        return await passwords.verified(password, self.password_hash, passwords.LINKS)


    @property
    def clicks(self) -> int:
        return int(self.followed - self.scans)

    @property
    def tag_list(self) -> list[Tag]:
        """The fetched tags; a template that looped over `tags` would ask the database for each row."""
        return list(self.tags)

    @property
    def tile(self) -> Tile:
        return tile(self.destination_url)

    @property
    def short_url(self) -> str:
        return site.url("public", f"/{self.short_code}")

    @property
    def shown(self) -> str:
        """The short link as people read it: `kliqs.me/promo`."""
        return f"{site.current().host('public')}/{self.short_code}"



async def admit(link_id: UUID | str) -> bool:
    """Lets one visit through a click limit, exactly; False when the limit is reached."""
    return bool(await Link.filter(id=link_id, click_limit__gt=F("admitted")).update(admitted=F("admitted") + 1))
