"""Remembers an address that was deleted from the list of a page, in a form that cannot be turned back into it.

Somebody who unsubscribed returns only by confirming an email, also after the address was deleted; otherwise anybody
could put it on the list again by typing it. The row stores an HMAC of page and address under the server's secret.
`unsubscribed_at` is when the subscriber left the list. While it is NULL, nobody left, and the row exists only for the
hour in which the owner of the page can undo the deletion: a link to unsubscribe still works (`token_digest`), and
undoing takes it into account. `erased_at` is when the subscriber had the address deleted: undoing does not restore it.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Self
from uuid import UUID

from tortoise import fields
from tortoise.models import Model

from app.kernel import clock, secrets
from app.kernel.db import query_rows
from app.pages.models import Page

PURPOSE, UNDO_WINDOW = "suppressed-address", timedelta(hours=1)
NOTE = """
    INSERT INTO suppressions (page_id, email_digest, token_digest, unsubscribed_at, erased_at, created_at)
    VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (page_id, email_digest) DO UPDATE SET token_digest = excluded.token_digest,
        unsubscribed_at = COALESCE(excluded.unsubscribed_at, suppressions.unsubscribed_at),
        erased_at = COALESCE(excluded.erased_at, suppressions.erased_at), created_at = excluded.created_at"""


class Suppression(Model):
    id = fields.BigIntField(primary_key=True)
    page: fields.ForeignKeyRelation[Page] = fields.ForeignKeyField(
        "models.Page", related_name="suppressions", on_delete=fields.CASCADE
    )
    page_id: UUID
    email_digest = fields.CharField(64)
    token_digest = fields.CharField(64, db_index=True)
    unsubscribed_at: datetime | None = fields.DatetimeField(null=True)
    erased_at: datetime | None = fields.DatetimeField(null=True)
    created_at: datetime = fields.DatetimeField(db_index=True)

    class Meta:
        table = "suppressions"
        unique_together = (("page", "email_digest"),)

    @classmethod
    async def record(
        cls, page_id: UUID, email: str, token_digest: str, unsubscribed_at: object, erased_at: datetime | None
    ) -> None:
        """Remembers a deleted address; `unsubscribed_at` is as the database returned it, or None."""
        email_digest = _digests(page_id, email)[0]
        await query_rows(NOTE, [str(page_id), email_digest, token_digest, unsubscribed_at, erased_at, clock.now()])

    @classmethod
    async def of(cls, page_id: UUID, email: str) -> Self | None:
        """The suppression of an address on a page, or None."""
        return await cls.filter(page_id=page_id, email_digest__in=_digests(page_id, email)).first()

    @classmethod
    async def withdrawn(cls, page_id: UUID, email: str) -> bool:
        """Whether an address that was deleted had unsubscribed."""
        suppression = await cls.of(page_id, email)
        return suppression is not None and suppression.unsubscribed_at is not None

    @classmethod
    async def lift(cls, page_id: UUID, email: str) -> None:
        """Removes the suppression after the owner of the address confirmed it."""
        await cls.filter(page_id=page_id, email_digest__in=_digests(page_id, email)).delete()

    @classmethod
    async def unsubscribe(cls, token_digests: list[str], *, erase: bool) -> None:
        """Unsubscribes an address that the owner of the page deleted just now, or marks it as erased."""
        matches = cls.filter(token_digest__in=token_digests)
        await matches.filter(unsubscribed_at=None).update(unsubscribed_at=clock.now())
        if erase:
            await matches.update(erased_at=clock.now())

    @classmethod
    async def end_undo(cls) -> None:
        """After the hour for undoing, deletes the rows of addresses that never left and clears the tokens of the
        others.
        """
        expired = cls.filter(created_at__lt=clock.now() - UNDO_WINDOW)
        await expired.filter(unsubscribed_at=None).delete()
        await expired.exclude(token_digest="").update(token_digest="")


def _digests(page_id: UUID, email: str) -> list[str]:
    """The HMACs of an address on a page under each of the server's secrets, newest first."""
    return secrets.hmac_digests(PURPOSE, f"{page_id}:{email}")
