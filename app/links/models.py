"""A short link and its operations.

`short_code` is its main name in the spelling that people see; all its names, main and aliases, are rows of `names`.
`followed` counts the people who were redirected, `scans` those of them that came from a QR code; both are updated about
a second after the visit. `admitted` counts, exactly and immediately, the visits that a click limit let through. A link
of a `page` belongs to the block `page_block`: it is created and changed with the page, is counted like any other link,
and does not count against the plan. Likewise a link with `post_variant_id` belongs to a variant of a post (publishing),
and stays when that is deleted. Of both kinds nothing is in the lists, searches and exports of links.

`version` increases with every write of what the link editor shows, tags included, so that an open editor that has not
seen that write is warned before it overwrites it. `search` is the text that searches match; it is None for links older
than the column, until it is filled, and for links of pages.

Besides `destination_url` a link can lead elsewhere: by its `rules` (JSON, in the order in which they are tried), on
phones to `ios_url` or `android_url`, from `next_url_at` on to `next_url`, and to `fallback_url` once it has ended.
Until `opens_at` it leads nowhere. With `append_path` the visitor's further path is added to the destination.
`external_id` is the id under which a program of the account knows the link. What fetchers of previews read is
`preview_title`, `preview_description` and the picture `preview_picture_id`, where set. `destination_checked` says
whether the job that looks for broken destinations visits this one; None leaves it to the account's plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any, Self, Unpack
from uuid import UUID, uuid4

from tortoise import fields
from tortoise.exceptions import DoesNotExist
from tortoise.expressions import F, Q
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.accounts.models import Account
from app.kernel import clock, passwords, site, text
from app.kernel.db import joined_transaction, transaction
from app.kernel.destination import clean_url
from app.kernel.refusal import Refusal
from app.kernel.versioned_rows import update_at_version
from app.links import tagging
from app.links.all_destinations import forget_outdated_checks
from app.links.destination_check import DestinationCheck
from app.links.edit_columns import LinkEditedElsewhere, edit_columns, leads_elsewhere
from app.links.external_id import free_external_ids
from app.links.history.recording import record_new_link, recorded, tags_recorded
from app.links.lifecycle import RESTORABLE_FOR, Lifecycle
from app.links.name_claims import change_names, claim_first_names
from app.links.rules.column import read_rules
from app.links.schedule import check_schedule, refusing_taken_external_id
from app.links.search_column import SEARCHED_FIELDS, link_search_text, refresh_search_texts
from app.links.site_icon import SiteIcon, site_icon
from app.links.tag import Tag
from app.links.validation import Changes, normalize_url, to_columns
from app.links.value_checks import check_new_values
from app.names import slug as slugs
from app.names.models import Name
from app.plans import quota
from app.webhooks import outbox

# Every count of an account's links, and the sums of their figures, can be read from this index without the rows.
# No condition of a list names a value of its second column: SQLite would prefer it to the index in the list's order.
FIGURES_INDEX = (
    *("account", "followed", "scans", "page", "post_variant_id", "deleted_at", "archived_at"),
    *("paused_at", "blocked_at", "expires_at", "click_limit", "admitted"),
)
STANDALONE: Mapping[str, Any] = {"page_id": None, "post_variant_id": None}  # the columns of links of their own
NAMES_AND_TAGS = frozenset({"slug", "aliases", "tags"})  # keys of Changes


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
    post_variant_id: UUID | None = fields.UUIDField(null=True)
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
    rules: str | None = fields.TextField(null=True)
    ios_url = fields.CharField(2048, default="")
    android_url = fields.CharField(2048, default="")
    opens_at: datetime | None = fields.DatetimeField(null=True)
    fallback_url = fields.CharField(2048, default="")
    next_url = fields.CharField(2048, default="")
    next_url_at: datetime | None = fields.DatetimeField(null=True)
    append_path = fields.BooleanField(default=False)
    external_id = fields.CharField(100, null=True)
    preview_title = fields.CharField(200, default="")
    preview_description = fields.CharField(500, default="")
    preview_picture_id: UUID | None = fields.UUIDField(null=True)
    destination_checked = fields.BooleanField(null=True)
    tags: fields.ManyToManyRelation[Tag] = fields.ManyToManyField(
        "models.Tag", through="link_tags", related_name="links", forward_key="tag_id", backward_key="link_id"
    )
    names: fields.ReverseRelation[Name]
    checks: fields.ReverseRelation[DestinationCheck]
    chosen = False  # whether its row is ticked when a refused bulk action is shown again

    class Meta:
        table = "links"
        indexes = (FIGURES_INDEX,)  # the partial indexes of the lists are written by hand in migration 15
        unique_together = (("page", "page_block"), ("account", "external_id"), ("post_variant_id", "destination_url"))

    @classmethod
    def owned_by(cls, account: Account) -> QuerySet[Self]:
        """The account's short links that are not deleted; not those of its pages and posts."""
        return cls.filter(account=account, **STANDALONE, deleted_at=None)

    @classmethod
    def deleted_by(cls, account: Account) -> QuerySet[Self]:
        """The account's deleted links that can still be restored."""
        return cls.filter(account=account, **STANDALONE, deleted_at__gt=clock.now() - RESTORABLE_FOR)

    @classmethod
    async def with_same_destination(cls, account: Account, url: str) -> list[Self]:
        """The account's newest three links with the same destination as a URL. Raises: those of `clean_url`."""
        normalized = normalize_url(clean_url(url))
        without_slash = normalized.removesuffix("/")
        same_url = Q(destination_url__iexact=normalized) | Q(destination_url__iexact=without_slash)
        candidates = await cls.owned_by(account).filter(same_url, archived_at=None).order_by("-created_at").limit(50)
        return [link for link in candidates if normalize_url(link.destination_url) == normalized][:3]

    @classmethod
    async def by_name(cls, slug: str) -> tuple[Self | None, bool]:
        """The link of a name, or None, and whether the name is known at all; one read of the database."""
        if not (folded := slugs.lookup_key(slug)):
            return None, False
        name = await Name.on_domain().get_or_none(folded=folded).select_related("link")
        return (None if name is None or name.held_at else name.link), name is not None  # type: ignore[return-value]

    @classmethod
    async def shorten(cls, account: Account, *, via_api: bool = False, **changes: Unpack[Changes]) -> Self:
        """Creates a link; without a slug, its name is random. A refusal has to end a transaction of the caller, too.

        Raises: those of `to_columns`, `check_new_values`, `check_schedule` and Name.claim, ExternalIdTaken,
        LinkLimitReached.
        """
        values, slug, now = await to_columns(changes), text.trim(changes.get("slug", "")), clock.now()
        await check_new_values(account, values, changes)
        code = slugs.check_slug(slug) if slug else slugs.random_slug()
        aliases, tags = changes.get("aliases", []), changes.get("tags")
        async with joined_transaction():
            await quota.count_new_link(account)
            search = link_search_text(values, [code, *aliases], tags or ())
            link = cls(id=uuid4(), account_id=account.id, short_code=code, via_api=via_api, search=search, **values)
            link.created_at = link.updated_at = now
            check_schedule(link.opens_at, link.expires_at, link.next_url, link.next_url_at)
            await free_external_ids(cls.filter(account=account), [link.external_id])
            with refusing_taken_external_id():
                await link.save(force_create=True)
            await claim_first_names(link, account, code if slug else "", aliases)
            await record_new_link(link, aliases, await link._replace_tags(account, tags))
            if link.short_code != code:  # `claim_first_names` drew another name
                await refresh_search_texts([link.id])
            await outbox.announce(account.id, "link.created", [link.id])
        return link

    async def edit(self, account: Account, *, seen: int | None = None, **changes: Unpack[Changes]) -> None:
        """Writes the changes; `seen` is the version that the editor showed.

        Raises: those of `shorten`, NotFound for a deleted link, LinkEditedElsewhere if `seen` is not the current one.
        """
        values = await edit_columns(changes)
        await check_new_values(account, values, changes)
        try:
            async with transaction():
                await self._write(account, seen, values, changes)
        except Refusal:
            with suppress(DoesNotExist):
                await self.refresh_from_db()  # the transaction was rolled back
            raise

    async def _write(self, account: Account, seen: int | None, values: dict[str, Any], changes: Changes) -> None:
        """Updates columns, names and tags; inside a transaction."""
        editable = Link.filter(id=self.id, deleted_at=None)
        await free_external_ids(Link.filter(account=account), [values.get("external_id")])
        async with recorded(Link, [self.id], names_and_tags=bool(NAMES_AND_TAGS & changes.keys())):
            with refusing_taken_external_id():
                await update_at_version(editable, seen, LinkEditedElsewhere, **values)
            await self.refresh_from_db()  # it may have changed since it was read
            check_schedule(self.opens_at, self.expires_at, self.next_url, self.next_url_at)
            if "slug" in changes or "aliases" in changes:
                slug = text.trim(changes.get("slug", "")) or self.short_code
                await change_names(self, account, slug, changes.get("aliases"))
            await self._replace_tags(account, changes.get("tags"))
            if leads_elsewhere(changes):
                await forget_outdated_checks([self])
        if SEARCHED_FIELDS & changes.keys():
            await refresh_search_texts([self.id])
        await outbox.announce(account.id, "link.updated", [self.id])

    async def add_tags(self, account: Account, names: list[str]) -> None:
        """Adds tags to the link. Raises: TooManyTags."""
        async with transaction():
            await self.lock_many([self.id])
            await self.tag_many(account, [self.id], names)

    @classmethod
    async def tag_many(cls, account: Account, ids: Sequence[UUID], names: list[str]) -> None:
        """Adds tags to locked links. Raises: TooManyTags."""
        tags = await Tag.get_or_create_all(account, names)
        async with tags_recorded(ids):
            await cls.record_tag_change(account.id, await tagging.add_tags(ids, tags))

    @classmethod
    async def untag_many(cls, account: Account, ids: Sequence[UUID], names: list[str]) -> None:
        """Removes tags from locked links. Raises: UnknownTag."""
        tags = await Tag.get_existing(account, names)
        async with tags_recorded(ids):
            await cls.record_tag_change(account.id, await tagging.remove_tags(ids, tags))

    @classmethod
    async def record_tag_change(cls, account_id: UUID, ids: Iterable[UUID]) -> None:
        """Raises versions and renews search texts of an account's links whose tags changed; inside a transaction."""
        link_ids = list(ids)
        if not link_ids:
            return
        await cls.filter(id__in=link_ids).update(version=F("version") + 1, updated_at=clock.now())
        await refresh_search_texts(link_ids)
        await outbox.announce(account_id, "link.updated", link_ids)

    async def _replace_tags(self, account: Account, names: list[str] | None) -> list[Tag]:
        """Replaces the link's tags by those of these names, and returns those; None keeps them."""
        if names is None:
            return []
        tags = await Tag.get_or_create_all(account, names)
        await self.tags.clear()
        await self.tags.add(*tags)
        return tags

    async def verify_password(self, password: str) -> bool:
        """Whether this is the link's password. Raises: Busy."""
        return await passwords.verify_password(password, self.password_hash, passwords.LINKS)

    @property
    def clicks(self) -> int:
        """The number of visits that were redirected and did not come from a QR code."""
        return int(self.followed - self.scans)

    @property
    def tag_list(self) -> list[Tag]:
        """The fetched tags; a template that loops over `tags` would query the database for each row."""
        return list(self.tags)

    @property
    def broken_checks(self) -> list[DestinationCheck]:
        """The destinations that are broken, where their checks were fetched with the link."""
        return [check for check in self.checks if check.is_broken] if self.checks._fetched else []

    @property
    def rule_count(self) -> int:
        """How many rules the link has."""
        return len(read_rules(self.rules))

    @property
    def tile(self) -> SiteIcon:
        """The icon or letter that the list shows before the link."""
        return site_icon(self.destination_url)

    @property
    def short_url(self) -> str:
        """The absolute URL of the link."""
        return site.url("public", f"/{self.short_code}")

    @property
    def display_url(self) -> str:
        """The short URL without its scheme, as people read it: `kliqs.me/promo`."""
        return f"{site.current().host('public')}/{self.short_code}"
