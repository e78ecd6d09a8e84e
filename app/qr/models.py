"""QR codes: how one looks, what it says, and how often it was scanned.

A code of a link or a bio page is *dynamic*: it carries one of its names and a `mark` of its own, by which its scans are
told apart; where it leads is the link's affair, at any time. `title` is its placement ("table tent"). A *static* code
has neither: `kind` says of which payload it is (app/payloads), `given` what was filled in, `content` what it says, and
nobody can count it or change it once it is printed. `scans` and `last_scanned_at` run a second behind. `search` is the
text of its own in which searches look; they look in that of its link or page too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self
from uuid import UUID, uuid4

from tortoise import fields
from tortoise.exceptions import IntegrityError
from tortoise.expressions import F, Q
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.accounts.models import Account
from app.kernel import clock, site, text
from app.kernel.db import transaction
from app.kernel.queries import update_at_version
from app.kernel.refusal import N_, EditedElsewhere, NotFound, Refusal
from app.kernel.search_text import searchable
from app.links.lifecycle import KEPT_FOR
from app.links.models import Link
from app.media.models import Media
from app.names.models import Name
from app.names.slug import draw
from app.payloads.kinds import KINDS
from app.plans import quota
from app.qr.design import FILE_NAME, Design
from app.qr.look import Look, Said, file_tag
from app.qr.saved_style import QrStyle
from app.visits.capture import MARK_LENGTH

LINK, PAGE, TRIES, LONGEST_TITLE = "link", "page", 8, 80
SECRET = frozenset(field.name for kind in KINDS.values() for field in kind.fields if field.secret)
_DYNAMIC = {LINK: N_("Short link"), PAGE: N_("Bio page")}
__all__ = ["QrCode", "QrStyle"]  # the tables of this package


class CodeEditedElsewhere(EditedElsewhere):
    says = N_("This code was changed in another place meanwhile. Save again to keep what you see here.")


class PrintedNameGone(Refusal):
    """`way` is the address of a page where something can be done about it."""

    code, field = "SLUG_ALREADY_EXISTS", "name"
    says = N_("%(name)s, which is printed in this code, no longer leads where it should. Make a new one to print.")

    def __init__(self, name: str, way: str) -> None:
        super().__init__(name=name)
        self.way = way


class OwnerDeleted(PrintedNameGone):
    code, says = "NOT_FOUND", N_("%(name)s, which is printed in this code, is deleted. Bring that back first.")


class QrCode(Model):
    id = fields.UUIDField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="qr_codes", on_delete=fields.CASCADE
    )
    account_id: UUID
    link: fields.ForeignKeyNullableRelation[Link] = fields.ForeignKeyField(
        "models.Link", related_name="qr_codes", on_delete=fields.CASCADE, null=True, db_index=True
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
        indexes = (("account", "created_at", "id"),)

    async def save(self, *args: Any, **rest: Any) -> None:
        """As every model; a new one gets its searchable text."""
        if self.search is None:
            self.search = search_text(self.title, self.given, self.content)
        await super().save(*args, **rest)

    @classmethod
    def owned_by(cls, account: Account) -> QuerySet[Self]:
        """The account's codes, without those that were deleted or whose link or page was."""
        there = Q(link_id=None) | Q(link__deleted_at=None), Q(page_id=None) | Q(page__deleted_at=None)
        return cls.filter(*there, account_id=account.id, deleted_at=None)

    @classmethod
    def deleted_by(cls, account: Account) -> QuerySet[Self]:
        """What the account deleted and can still bring back."""
        return cls.filter(account_id=account.id, deleted_at__gt=clock.now() - KEPT_FOR)

    @classmethod
    async def of_link(cls, account: Account, link: Link, title: str, look: Look) -> Self:
        """Makes a code that carries the main name of a link. Refusals: as of_name."""
        return await cls.of_name(account, await Name.own(link.short_code, link_id=link.id), title, look)

    @classmethod
    async def of_name(cls, account: Account, name: Name, title: str, look: Look) -> Self:
        """Makes a code that carries the name of a link or bio page. Refusals: TooLong, CodeLimitReached, NotFound."""
        values = _named(title) | look.columns() | {"kind": PAGE if name.page_id else LINK}
        async with transaction():
            await quota.take_codes(account, cls.owned_by(account).count)
            if not await name.print():
                raise NotFound
            owner = {"account_id": account.id, "link_id": name.link_id, "page_id": name.page_id}
            return await cls._marked(name=name, **owner, **values)

    @classmethod
    async def saying(cls, account: Account, kind: str, given: dict[str, str], content: str, title: str,
                     look: Look) -> Self:
        """Makes a static code: what it says, and what was filled in for that. Refusals: TooLong, CodeLimitReached."""
        now, values = clock.now(), _named(title) | look.columns() | {"kind": kind, "given": given, "content": content}
        async with transaction():
            await quota.take_codes(account, cls.owned_by(account).count)
            return await cls.create(id=uuid4(), account_id=account.id, created_at=now, updated_at=now, **values)

    @classmethod
    async def _marked(cls, **values: Any) -> Self:
        """Draws marks until one is free."""
        values |= {"created_at": clock.now(), "updated_at": clock.now()}
        for _ in range(TRIES):
            try:
                async with transaction():
                    return await cls.create(id=uuid4(), mark=draw(MARK_LENGTH), **values)
            except IntegrityError:
                continue
        raise RuntimeError(f"no mark was free in {TRIES} tries")

    async def edit(self, *, seen: int | None = None, title: str | None = None, look: Look | None = None,
                   **said: Any) -> None:
        """Changes what is given; `said` is the `given` and `content` of a static code.

        Refusals: TooLong, NotFound, and EditedElsewhere when `seen` is not the last version.
        """
        values: dict[str, Any] = {"updated_at": clock.now(), **said}
        values |= ({} if title is None else _named(title)) | (look.columns() if look else {})
        mine = QrCode.filter(id=self.id, deleted_at=None)
        async with transaction():
            await update_at_version(mine, seen, CodeEditedElsewhere, **values)
            await self.refresh_from_db()
            await mine.update(search=search_text(self.title, self.given, self.content))

    async def delete_for_now(self) -> None:
        """Deletes the code so that it can be brought back for 30 days. What is printed goes on leading to the link."""
        async with transaction():
            if await QrCode.filter(id=self.id, deleted_at=None).update(deleted_at=clock.now()):
                await self._print(-1)

    async def restore(self, account: Account) -> None:
        """Brings a deleted code back. Refusals: CodeLimitReached; PrintedNameGone and OwnerDeleted where what is
        printed in it no longer leads to its link or page.
        """
        async with transaction():
            await quota.take_codes(account, QrCode.owned_by(account).count)
            if await QrCode.filter(id=self.id).exclude(deleted_at=None).update(deleted_at=None) and self.dynamic:
                name = await Name.get_or_none(id=self.name_id)
                if name is None or not self.carries(name) or not await name.print():
                    raise await self._gone(name)

    def carries(self, name: Name | None) -> bool:
        """Whether a name leads where the code should lead."""
        return name is not None and name.held_at is None and (name.link_id, name.page_id) == (
            self.link_id, self.page_id)

    async def _gone(self, name: Name | None) -> PrintedNameGone:
        """Why a code cannot come back, and where to go on."""
        await self.fetch_related("link", "page")
        shown = name.address if name else site.current().host("public")
        if self.link:
            deleted, way = self.link.deleted_at, f"/dashboard/qr/design?link={self.link_id}"
        else:
            page: Any = self.page
            deleted, way = page.deleted_at, f"/dashboard/qr/design?kind=page&name={page.slug}"
        if deleted:
            return OwnerDeleted(shown, "/dashboard/links/?show=deleted" if self.link else "/dashboard/pages/")
        return PrintedNameGone(shown, way)

    async def _print(self, codes: int) -> None:
        await Name.filter(id=self.name_id).update(printed=F("printed") + codes)

    @property
    def dynamic(self) -> bool:
        return self.kind in _DYNAMIC

    @property
    def address(self) -> str:
        """What a dynamic code says: its short URL with the mark. The name must be fetched."""
        name = self.name.shown if self.name else ""
        return site.url("public", f"/{name}?qr={self.mark}")

    @property
    def masked_content(self) -> str:
        """What a static code says, as a page may show it: with dots in the place of a secret."""
        return KINDS[self.kind].mask(self.content) if self.kind in KINDS else self.content

    @property
    def look(self) -> Look:
        """Its look; the logo must be fetched."""
        return Look(Design.of(self.design), self.logo, self.grade)

    @property
    def file(self) -> str:
        """What files of it are called, as its look wishes, without an ending: letters, digits and hyphens only."""
        said = {"link": self.name.shown if self.name else self.kind, "placement": self.title}
        wish = self.design.get("file_name") or FILE_NAME
        named, link = (re.sub(r"[^0-9A-Za-z_]+", "-", " ".join(said[part] for part in parts)).strip("-")
                       for parts in (wish.split("-"), ["link"]))
        return named[:80] or link or self.kind

    @property
    def stamp(self) -> str:
        """The same as long as the files of the code are; its name and logo must be fetched."""
        return file_tag(self.said, self.look, "", 0)[:12]

    @property
    def label(self) -> str:
        """What kind of code it is, to be translated."""
        return KINDS[self.kind].label if self.kind in KINDS else _DYNAMIC[self.kind]

    @property
    def said(self) -> Said:
        return Said(self.address if self.dynamic else self.content, self.dynamic)


def search_text(title: str, given: Mapping[str, str] | None = None, content: str = "") -> str:
    """The searchable text of a code: its placement, and what is in a static one, but no password."""
    filled = {name: words for name, words in (given or {}).items() if name not in SECRET}
    urls = [words for words in filled.values() if words.startswith(("http://", "https://"))]
    said = [content] if content and not (given and SECRET & given.keys()) else []
    return searchable([title, *filled.values(), *said], urls)


def _named(title: str) -> dict[str, str]:
    return {"title": text.line(title, LONGEST_TITLE, "title")}
