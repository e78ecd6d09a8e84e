"""A subscriber: an email address that somebody left on a bio page.

The address belongs to the owner of the page. Kliqs sends it only one email, which asks whether the address is right:
where the owner wants that, and to everybody who unsubscribed before. They return to the list only by confirming that
email, whoever typed the address (suppression.py ensures this also after a deletion).

`consent` is the exact text that was agreed to, `asked_consent` the text that an email under way asks to agree to.
`confirmed_at` is since when the address is on the list: immediately, or since it was confirmed. `token_digest` is the
end of a chain of hashes: the token in the email may confirm; its hash, which the thanks page contains, may only
unsubscribe and delete. So nobody can confirm an address of somebody else. `search` is the text that searches match.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any, Self
from uuid import UUID

from tortoise import fields
from tortoise.expressions import Q, Subquery
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.accounts.models import Account
from app.audience.suppression import Suppression
from app.jobs.independent_steps import for_each, run_steps
from app.kernel import clock, secrets, text
from app.kernel.db import query_rows, transaction
from app.kernel.destination import unicode_host
from app.kernel.refusal import N_
from app.kernel.search_text import build_search_text
from app.pages.models import Page
from app.webhooks import outbox

MAX_PENDING = timedelta(days=30)
FORGET = "DELETE FROM subscribers WHERE id = $1 RETURNING unsubscribed_at, token_digest"
STATUSES = {"active": N_("On the list"), "pending": N_("Not confirmed yet"), "unsubscribed": N_("Unsubscribed")}


def subscriber_search_text(email: str) -> str:
    """The searchable text of an address: as stored, and with the host name in Unicode."""
    name, _, host = email.rpartition("@")
    return build_search_text(dict.fromkeys((email, f"{name}@{unicode_host(host)}")))


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
        indexes = (("account", "created_at", "id"), ("account", "page", "created_at", "id"))

    async def save(self, *args: Any, **rest: Any) -> None:
        """The same as on every Tortoise model; fills in `search` for a new row."""
        if self.search is None:
            self.search = subscriber_search_text(self.email)
        await super().save(*args, **rest)

    @classmethod
    def owned_by(cls, account: Account) -> QuerySet[Self]:
        """The subscribers of all pages of the account that are not deleted, in every status."""
        return cls.filter(account_id=account.id, page__deleted_at=None)

    @classmethod
    async def count_owned(cls, account: Account, page_id: str = "") -> int:
        """The number of those of `owned_by`, or of one page, counted in an index."""
        pages = Page.owned_by(account).filter(id=page_id) if page_id else Page.owned_by(account)
        return await cls.filter(account_id=account.id, page_id__in=Subquery(pages.values("id"))).count()

    @classmethod
    def abandoned(cls) -> QuerySet[Self]:
        """The subscribers who were asked to confirm 30 days ago or earlier and never did, so that nobody agreed."""
        return cls.filter(confirmed_at=None, created_at__lt=clock.now() - MAX_PENDING)

    @classmethod
    async def unsubscribe_deleted(cls, token: str, *, erase: bool) -> None:
        """Unsubscribes or erases an address by its token after the owner of the page deleted it."""
        await Suppression.unsubscribe(_token_digests(token), erase=erase)

    @classmethod
    async def by_token(cls, token: str) -> tuple[Self | None, bool]:
        """The subscriber of a token, and whether the token came by email, which proves access to the mailbox."""
        digests = _token_digests(token)
        subscriber = await cls.filter(token_digest__in=digests).select_related("page").first()
        return subscriber, subscriber is not None and subscriber.token_digest == digests[0]

    async def confirm(self) -> None:
        """Puts the address on the list, by its owner; after an unsubscription this is the only way back."""
        waiting = Subscriber.filter(Q(confirmed_at=None) | Q(unsubscribed_at__isnull=False), id=self.id)
        async with transaction():
            confirmed = await waiting.update(
                confirmed_at=clock.now(), unsubscribed_at=None, consent=self.asked_or_agreed_text
            )
            await Subscriber.filter(id=self.id).update(asked_consent="")
            await Suppression.lift(self.page_id, self.email)
            await outbox.announce(self.account_id, "subscriber.confirmed", [self.id] * confirmed)

    async def unsubscribe(self) -> None:
        """Takes the address off the list, by the subscriber; the owner of the page sees that."""
        async with transaction():
            left = await Subscriber.filter(id=self.id, unsubscribed_at=None).update(unsubscribed_at=clock.now())
            await outbox.announce(self.account_id, "subscriber.deleted", [self.id] * left)

    async def remove(self) -> None:
        """Deletes the address, by the owner of the page."""
        await self._forget()

    async def erase(self) -> None:
        """Deletes the address, by the subscriber; then only the subscriber can bring it back."""
        await self._forget(by_subscriber=True)

    async def _forget(self, *, by_subscriber: bool = False) -> None:
        """Deletes the row and notes its suppression in the same transaction."""
        now = clock.now()
        async with transaction():
            if self.unsubscribed_at is None:  # otherwise it was told when they left
                await outbox.announce(self.account_id, "subscriber.deleted", [self.id])
            for row in await query_rows(FORGET, [str(self.id)]):
                erased_at = now if by_subscriber else None
                unsubscribed_at = row["unsubscribed_at"] or erased_at
                await Suppression.record(self.page_id, self.email, row["token_digest"], unsubscribed_at, erased_at)

    @classmethod
    async def delete_abandoned(cls) -> None:
        """Deletes the abandoned subscribers; a suppression remembers those who unsubscribed.

        One that cannot be deleted does not keep the others. Raises: StepsFailed at the end, with all reasons.
        """
        unsubscribed = await cls.abandoned().exclude(unsubscribed_at=None)
        steps: dict[str, Callable[[], Awaitable[object]]] = {
            "unsubscribed": lambda: for_each(unsubscribed, cls.remove),
            "others": cls._delete_never_confirmed,
        }
        await run_steps(steps)

    @classmethod
    async def _delete_never_confirmed(cls) -> None:
        """Deletes the abandoned subscribers who did not unsubscribe, account by account. Raises: StepsFailed."""
        abandoned = await cls.abandoned().filter(unsubscribed_at=None).order_by("account_id")
        by_account = [(id, [one.id for one in rows]) for id, rows in groupby(abandoned, lambda row: row.account_id)]

        async def delete(account: tuple[UUID, list[UUID]]) -> None:
            async with transaction():
                await outbox.announce(account[0], "subscriber.deleted", account[1])
                await cls.filter(id__in=account[1]).delete()

        await for_each(by_account, delete)

    @property
    def asked_or_agreed_text(self) -> str:
        """The text that an email under way asks to agree to, otherwise the text that was agreed to."""
        return self.asked_consent or self.consent

    @property
    def status(self) -> str:
        """ "active", "pending" (asked and not confirmed yet) or "unsubscribed"."""
        if self.unsubscribed_at:
            return "unsubscribed"
        return "active" if self.confirmed_at else "pending"


def _token_digests(token: str) -> list[str]:
    """The possible values of `token_digest` for a token: if it came by email, and if it is from the thanks page."""
    hashed = secrets.sha256_hex(text.replace_surrogates(token))
    return [secrets.sha256_hex(hashed), hashed]
