"""QR codes: their content, their look, and how often they were scanned.

A code of a link or a bio page is *dynamic*: it encodes the short URL of one of their names with a `mark` of its own,
which identifies its scans; the destination is that of the link and can change at any time. `title` is its placement
("table tent"). A *static* code has no name and no mark: `kind` is the kind of payload (app/payloads), `given` the
values of the form, `content` the encoded text; its scans cannot be counted, and a printed copy never changes.

`scans` and `last_scanned_at` are up to date within about a second. `search` is the code's own searchable text; searches
also look into that of its link or page.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any, Self
from uuid import UUID, uuid4

from tortoise import fields
from tortoise.exceptions import IntegrityError
from tortoise.expressions import F, Q, Subquery
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.accounts.models import Account
from app.kernel import clock, site, text
from app.kernel.db import transaction
from app.kernel.refusal import N_, EditedElsewhere, NotFound, Refusal
from app.kernel.versioned_rows import update_at_version
from app.links.lifecycle import RESTORABLE_FOR
from app.links.models import Link
from app.media.models import Media
from app.names.models import Name
from app.names.slug import random_slug
from app.payloads.registry import KINDS
from app.plans import quota
from app.qr.design import FILE_NAME, Design
from app.qr.look import CodeContent, Look, file_etag
from app.qr.saved_style import SavedStyle
from app.qr.search_text import build_code_search_text
from app.visits.recording.capture import PLACEMENT_LENGTH
from app.webhooks import outbox

LINK, PAGE, MARK_ATTEMPTS, LONGEST_TITLE = "link", "page", 8, 80
_DYNAMIC = {LINK: N_("Short link"), PAGE: N_("Bio page")}
__all__ = ["QrCode", "SavedStyle"]  # the tables of this package


class CodeEditedElsewhere(EditedElsewhere):
    """The code has a newer version than the one that the caller edited."""

    says = N_("This code was changed in another place meanwhile. Save again to keep what you see here.")


class PrintedNameUnavailable(Refusal):
    """The name that the code encodes no longer belongs to its link or page."""

    code, field = "SLUG_ALREADY_EXISTS", "name"
    says = N_("%(name)s, which is printed in this code, no longer opens its link or page. Create a new code to print.")

    def __init__(self, name: str, way: str) -> None:
        """`name` is the printed address, `way` the URL of a page that offers a remedy."""
        super().__init__(name=name)
        self.way = way


class OwnerDeleted(PrintedNameUnavailable):
    """The link or page of the code is deleted and has to be restored first."""

    code, says = "NOT_FOUND", N_("%(name)s, which is printed in this code, is deleted. Restore that first.")


class QrCode(Model):
    id = fields.UUIDField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="qr_codes", on_delete=fields.CASCADE
    )
    account_id: UUID
    link: fields.ForeignKeyNullableRelation[Link] = fields.ForeignKeyField(
        "models.Link", related_name="qr_codes", on_delete=fields.CASCADE, null=True
    )
    link_id: UUID | None
    name: fields.ForeignKeyNullableRelation[Name] = fields.ForeignKeyField(
        "models.Name", related_name="qr_codes", on_delete=fields.SET_NULL, null=True, db_index=True
    )
    name_id: int | None
    page: fields.ForeignKeyNullableRelation[Model] = fields.ForeignKeyField(
        "models.Page", related_name="qr_codes", on_delete=fields.CASCADE, null=True, db_index=True
    )
    page_id: UUID | None
    mark = fields.CharField(16, null=True, unique=True)
    title = fields.CharField(LONGEST_TITLE, default="")
    kind = fields.CharField(16, default=LINK)
    content = fields.TextField(default="")
    given: dict[str, str] = fields.JSONField(default=dict)
    design: dict[str, Any] = fields.JSONField(default=dict)
    grade = fields.CharField(8, default="")
    logo: fields.ForeignKeyNullableRelation[Media] = fields.ForeignKeyField(
        "models.Media", related_name="qr_codes", on_delete=fields.SET_NULL, null=True, db_index=True
    )
    logo_id: UUID | None
    scans = fields.BigIntField(default=0)
    last_scanned_at: datetime | None = fields.DatetimeField(null=True)
    deleted_at: datetime | None = fields.DatetimeField(null=True, db_index=True)
    created_at = fields.DatetimeField()
    updated_at = fields.DatetimeField()
    version = fields.IntField(default=1)
    search: str | None = fields.TextField(null=True)

    class Meta:
        table = "qr_codes"
        indexes = (("account", "created_at", "id"), ("link", "created_at", "id"))

    async def save(self, *args: Any, **rest: Any) -> None:
        """Save the code; a new one gets its searchable text."""
        if self.search is None:
            self.search = build_code_search_text(self.title, self.given, self.content)
        await super().save(*args, **rest)

    @classmethod
    def owned_by(cls, account: Account) -> QuerySet[Self]:
        """The account's codes, without deleted ones and those of deleted links and pages."""
        existing_owners = Q(link_id=None) | Q(link__deleted_at=None), Q(page_id=None) | Q(page__deleted_at=None)
        return cls.filter(*existing_owners, account_id=account.id, deleted_at=None)

    @classmethod
    async def count_owned(cls, account: Account) -> int:
        """The number of the codes of `owned_by`. It reads the entries of an index, and no link of a code."""
        deleted = Link.filter(account_id=account.id, deleted_at__gte=clock.EARLIEST).values("id")
        of_link, of_page = (
            Q(link_id=None) | ~Q(link_id__in=Subquery(deleted)),
            Q(page_id=None) | Q(page__deleted_at=None),
        )
        return await cls.filter(of_link, of_page, account_id=account.id, deleted_at=None).count()

    @classmethod
    def deleted_by(cls, account: Account) -> QuerySet[Self]:
        """The deleted codes that the account can still restore."""
        return cls.filter(account_id=account.id, deleted_at__gt=clock.now() - RESTORABLE_FOR)

    @classmethod
    async def create_for_link(cls, account: Account, link: Link, title: str, look: Look) -> Self:
        """Create a code that encodes the main name of a link. Raises: as `create_for_name`."""
        return await cls.create_for_name(account, await Name.find_owned(link.short_code, link_id=link.id), title, look)

    @classmethod
    async def create_for_name(cls, account: Account, name: Name, title: str, look: Look) -> Self:
        """Create a code that encodes a name of a link or bio page. Raises: TooLong, CodeLimitReached, NotFound."""
        values = _title_column(title) | look.columns() | {"kind": PAGE if name.page_id else LINK}
        async with transaction():
            await quota.check_room_for_codes(account, lambda: cls.count_owned(account))
            if not await name.count_printed_code():
                raise NotFound
            owner = {"account_id": account.id, "link_id": name.link_id, "page_id": name.page_id}
            code = await cls._create_marked(name=name, **owner, **values)
            await outbox.announce(account.id, "qr.created", [code.id])
            return code

    @classmethod
    async def create_static(
        cls, account: Account, kind: str, given: dict[str, str], content: str, title: str, look: Look
    ) -> Self:
        """Create a static code: `given` are the values of its form, `content` is the text they encode.

        Raises: TooLong, CodeLimitReached.
        """
        now = clock.now()
        values = _title_column(title) | look.columns() | {"kind": kind, "given": given, "content": content}
        async with transaction():
            await quota.check_room_for_codes(account, lambda: cls.count_owned(account))
            code = await cls.create(id=uuid4(), account_id=account.id, created_at=now, updated_at=now, **values)
            await outbox.announce(account.id, "qr.created", [code.id])
            return code

    @classmethod
    async def _create_marked(cls, **values: Any) -> Self:
        """Create a row with a random mark; draw again while the mark is taken. Raises: RuntimeError after eight
        marks.
        """
        values |= {"created_at": clock.now(), "updated_at": clock.now()}
        for _ in range(MARK_ATTEMPTS):
            try:
                async with transaction():
                    return await cls.create(id=uuid4(), mark=random_slug(PLACEMENT_LENGTH), **values)
            except IntegrityError:
                continue
        raise RuntimeError(f"no mark was free in {MARK_ATTEMPTS} tries")

    async def edit(
        self, *, seen: int | None = None, title: str | None = None, look: Look | None = None, **static_values: Any
    ) -> None:
        """Change what is passed; `static_values` are `given` and `content` of a static code.

        Raises: TooLong, NotFound, and EditedElsewhere when `seen` is not the current version.
        """
        values: dict[str, Any] = {"updated_at": clock.now(), **static_values}
        values |= ({} if title is None else _title_column(title)) | (look.columns() if look else {})
        stored = QrCode.filter(id=self.id, deleted_at=None)
        async with transaction():
            await update_at_version(stored, seen, CodeEditedElsewhere, **values)
            await self.refresh_from_db()
            await stored.update(search=build_code_search_text(self.title, self.given, self.content))

    async def soft_delete(self) -> None:
        """Delete the code; it can be restored for 30 days. Printed copies still open the link."""
        async with transaction():
            if await QrCode.filter(id=self.id, deleted_at=None).update(deleted_at=clock.now()):
                await self._change_print_count(-1)

    async def restore(self, account: Account) -> None:
        """Restore a deleted code.

        Raises: CodeLimitReached; PrintedNameUnavailable and OwnerDeleted when the printed name no longer leads to its
        link or page.
        """
        async with transaction():
            await quota.check_room_for_codes(account, lambda: QrCode.count_owned(account))
            if await QrCode.filter(id=self.id).exclude(deleted_at=None).update(deleted_at=None) and self.dynamic:
                name = await Name.get_or_none(id=self.name_id)
                if name is None or not self.name_is_current(name) or not await name.count_printed_code():
                    raise await self._explain_unavailable(name)

    def name_is_current(self, name: Name | None) -> bool:
        """Whether a name still belongs to the link or page of this code."""
        return (
            name is not None and name.held_at is None and (name.link_id, name.page_id) == (self.link_id, self.page_id)
        )

    async def _explain_unavailable(self, name: Name | None) -> PrintedNameUnavailable:
        """The refusal that says why the code cannot be restored and where to find a remedy."""
        await self.fetch_related("link", "page")
        address = name.display_url if name else site.current().host("public")
        if self.link:
            deleted_at, remedy_url = self.link.deleted_at, f"/dashboard/qr/design?link={self.link_id}"
        else:
            page: Any = self.page
            deleted_at, remedy_url = page.deleted_at, f"/dashboard/qr/design?kind=page&name={page.slug}"
        if deleted_at:
            return OwnerDeleted(address, "/dashboard/links/?show=deleted" if self.link else "/dashboard/pages/")
        return PrintedNameUnavailable(address, remedy_url)

    async def _change_print_count(self, codes: int) -> None:
        """Add to the number of codes that the name is printed in."""
        await Name.filter(id=self.name_id).update(printed=F("printed") + codes)

    @property
    def dynamic(self) -> bool:
        """Whether the code belongs to a link or a bio page."""
        return self.kind in _DYNAMIC

    @property
    def address(self) -> str:
        """The short URL with the mark that a dynamic code encodes. The name must be prefetched."""
        name = self.name.shown if self.name else ""
        return site.url("public", f"/{name}?qr={self.mark}")

    @property
    def masked_content(self) -> str:
        """The content of a static code for a page: secrets are replaced by dots."""
        return KINDS[self.kind].mask(self.content) if self.kind in KINDS else self.content

    @property
    def look(self) -> Look:
        """The code's look. The logo must be prefetched."""
        return Look(Design.of(self.design), self.logo, self.grade)

    @property
    def file(self) -> str:
        """The base name of its files, built as the design's `file_name` prescribes: letters, digits, `_`, hyphens."""
        parts_by_name = {"link": self.name.shown if self.name else self.kind, "placement": self.title}
        name, fallback = (
            re.sub(r"[^0-9A-Za-z_]+", "-", " ".join(parts_by_name[part] for part in parts)).strip("-")
            for parts in ((self.design.get("file_name") or FILE_NAME).split("-"), ["link"])
        )
        return name[:80] or fallback or self.kind

    @property
    def stamp(self) -> str:
        """A version of the code's files: it changes when their content does. The name and logo must be prefetched."""
        return file_etag(self.encoded_content, self.look, "", 0)[:12]

    @property
    def label(self) -> str:
        """The message id of the code's kind."""
        return KINDS[self.kind].label if self.kind in KINDS else _DYNAMIC[self.kind]

    @property
    def encoded_content(self) -> CodeContent:
        """The content that the code encodes. The name of a dynamic code must be prefetched."""
        return CodeContent(self.address if self.dynamic else self.content, self.dynamic)


def _title_column(title: str) -> dict[str, str]:
    """The column of a title, cleaned. Raises: TooLong."""
    return {"title": text.clean_line(title, LONGEST_TITLE, "title")}
