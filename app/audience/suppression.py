"""An address that was deleted from the list of a page, remembered by what nobody can turn back into it.

Who unsubscribed comes back only by confirming a mail, also after the address was deleted: otherwise anybody could put
it on the list again by typing it. Kept is an HMAC of page and address under the server's secret. `unsubscribed_at` is
when whoever has the address left the list; while it is empty nobody left, and the row is there for the hour in which
the owner of the page can undo the deletion, so that a link to unsubscribe still works (`token_digest`) and an undoing
knows of it. `erased_at` is when the subscriber had the address deleted: no undoing brings it back.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Self
from uuid import UUID

from tortoise import fields
from tortoise.models import Model

from app.kernel import clock, secrets
from app.kernel.db import rows
from app.pages.models import Page

PURPOSE, UNDONE_WITHIN = "suppressed-address", timedelta(hours=1)
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
    async def note(cls, page_id: UUID, email: str, token_digest: str, left: object, erased: datetime | None) -> None:
        """Remembers an address that is deleted; `left` is when it unsubscribed, as the database has it, if ever."""
        await rows(NOTE, [str(page_id), _digests(page_id, email)[0], token_digest, left, erased, clock.now()])

    @classmethod
    async def of(cls, page_id: UUID, email: str) -> Self | None:
        """What is remembered of an address on a page."""
        return await cls.filter(page_id=page_id, email_digest__in=_digests(page_id, email)).first()

    @classmethod
    async def withdrawn(cls, page_id: UUID, email: str) -> bool:
        """Whether an address that is no longer there left before."""
        found = await cls.of(page_id, email)
        return found is not None and found.unsubscribed_at is not None

    @classmethod
    async def lift(cls, page_id: UUID, email: str) -> None:
        """Whoever has the address confirmed it: it may be on the list."""
        await cls.filter(page_id=page_id, email_digest__in=_digests(page_id, email)).delete()

    @classmethod
    async def leave(cls, token_digests: list[str], *, erase: bool) -> None:
        """By the link of an address that the owner of the page just deleted: it left, or shall be erased."""
        gone = cls.filter(token_digest__in=token_digests)
        await gone.filter(unsubscribed_at=None).update(unsubscribed_at=clock.now())
        if erase:
            await gone.update(erased_at=clock.now())

    @classmethod
    async def settle(cls) -> None:
        """After the hour of undoing: forgets those that never left, and of the others by which link they came."""
        past = cls.filter(created_at__lt=clock.now() - UNDONE_WITHIN)
        await past.filter(unsubscribed_at=None).delete()
        await past.exclude(token_digest="").update(token_digest="")


def _digests(page_id: UUID, email: str) -> list[str]:
    """Under each of the server's secrets, newest first."""
    return secrets.peppered(PURPOSE, f"{page_id}:{email}")
