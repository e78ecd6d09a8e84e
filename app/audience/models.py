"""Somebody who left an email address on a page.

The address belongs to the page's owner alone: nothing of ours is ever sent to it but the question whether it is right,
where the owner wishes that and to who comes back: who unsubscribed is on the list again only by confirming that mail,
whoever typed the address (suppression.py holds that after a deletion, too). `consent` is the very text that was agreed
to, `asked_consent` the one that a mail under way asks for. `confirmed_at` is since when the address is
on the list: at once, or since its owner confirmed it. `token_digest` is the end of a chain of hashes: its beginning is
in that mail and may confirm, the hash of that is on the page that thanks and may only unsubscribe and delete; so nobody
confirms an address that is not theirs. `search` is the address as searches see it.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Self
from uuid import UUID

from tortoise import fields
from tortoise.expressions import Q
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.accounts.models import Account
from app.audience.suppression import Suppression
from app.kernel import clock, secrets, text
from app.kernel.db import rows, transaction
from app.kernel.destination import readable_host
from app.kernel.refusal import N_
from app.kernel.search_text import searchable
from app.pages.models import Page

PENDING_FOR = timedelta(days=30)
FORGET = "DELETE FROM subscribers WHERE id = $1 RETURNING unsubscribed_at, token_digest"
STATUSES = {"active": N_("On the list"), "pending": N_("Not confirmed yet"), "unsubscribed": N_("Unsubscribed")}


def search_text(email: str) -> str:
    """The searchable text of an address: as it is kept, and with its host in the letters that people read."""
    name, _, host = email.rpartition("@")
    return searchable(dict.fromkeys((email, f"{name}@{readable_host(host)}")))


class Subscriber(Model):
    id = fields.UUIDField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="subscribers", on_delete=fields.CASCADE
    )
    account_id: UUID
    page: fields.ForeignKeyRelation[Page] = fields.ForeignKeyField(
        "models.Page", related_name="subscribers", on_delete=fields.CASCADE
    )
    page_id: UUID
    email = fields.CharField(254)
    consent = fields.CharField(300)
    asked_consent = fields.CharField(300, default="")
    language = fields.CharField(2)
    token_digest = fields.CharField(64, unique=True)
    confirmed_at: datetime | None = fields.DatetimeField(null=True)
    unsubscribed_at: datetime | None = fields.DatetimeField(null=True)
    created_at = fields.DatetimeField()
    search: str | None = fields.TextField(null=True)

    class Meta:
        table = "subscribers"
        unique_together = (("page", "email"),)
        indexes = (("account", "created_at", "id"),)

    async def save(self, *args: Any, **rest: Any) -> None:
        """As every model; a new one gets its searchable text."""
        if self.search is None:
            self.search = search_text(self.email)
        await super().save(*args, **rest)

    @classmethod
    def owned_by(cls, account: Account) -> QuerySet[Self]:
        """All of the account's pages, those that wait and those that left too; not of deleted pages."""
        return cls.filter(account_id=account.id, page__deleted_at=None)

    @classmethod
    def abandoned(cls) -> QuerySet[Self]:
        """Those that were asked and never confirmed: nobody agreed."""
        return cls.filter(confirmed_at=None, created_at__lt=clock.now() - PENDING_FOR)

    @classmethod
    async def leave_after_deletion(cls, token: str, *, erase: bool) -> None:
        """What the link of an address does that the owner of the page deleted just now."""
        await Suppression.leave(_ends(token), erase=erase)

    @classmethod
    async def holding(cls, token: str) -> tuple[Self | None, bool]:
        """Whom a token is of, and whether it came by mail, so that its holder can read there."""
        ends = _ends(token)
        found = await cls.filter(token_digest__in=ends).select_related("page").first()
        return found, found is not None and found.token_digest == ends[0]

    async def confirm(self) -> None:
        """The address is right, and whoever has it wants to be on the list: the only way back onto it."""
        waiting = Subscriber.filter(Q(confirmed_at=None) | Q(unsubscribed_at__isnull=False), id=self.id)
        async with transaction():
            await waiting.update(confirmed_at=clock.now(), unsubscribed_at=None, consent=self.question)
            await Subscriber.filter(id=self.id).update(asked_consent="")
            await Suppression.lift(self.page_id, self.email)

    async def unsubscribe(self) -> None:
        """Off the list, by the subscriber; the owner of the page sees that."""
        await Subscriber.filter(id=self.id, unsubscribed_at=None).update(unsubscribed_at=clock.now())

    async def remove(self) -> None:
        """Deletes the address, by the owner of the page."""
        await self._forget()

    async def erase(self) -> None:
        """Deletes the address, by the subscriber: nobody brings it back but they."""
        await self._forget(by_subscriber=True)

    async def _forget(self, *, by_subscriber: bool = False) -> None:
        now = clock.now()
        async with transaction():
            for row in await rows(FORGET, [str(self.id)]):
                erased = now if by_subscriber else None
                left = row["unsubscribed_at"] or erased
                await Suppression.note(self.page_id, self.email, row["token_digest"], left, erased)

    @classmethod
    async def forget_abandoned(cls) -> None:
        """Deletes those that were asked and never confirmed: nobody agreed. Who said no is remembered as such."""
        for refused in await cls.abandoned().exclude(unsubscribed_at=None):
            await refused.remove()
        await cls.abandoned().delete()

    @property
    def question(self) -> str:
        """The words that a mail under way asks to agree to, else those that were agreed to."""
        return self.asked_consent or self.consent

    @property
    def status(self) -> str:
        """active, pending (asked, and not confirmed yet) or unsubscribed."""
        if self.unsubscribed_at:
            return "unsubscribed"
        return "active" if self.confirmed_at else "pending"


def _ends(token: str) -> list[str]:
    """What `token_digest` is for a token that came by mail, and for one of the page that thanks."""
    leaving = secrets.digest(text.whole(token))
    return [secrets.digest(leaving), leaving]
