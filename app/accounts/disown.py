"""The link "this was not me" in security emails: it shuts everybody out and asks for a new password.

What somebody who got in may have added since the email is taken back, such as a passkey or another address. The link
has a random token of which only the hash is stored, for 7 days, and works once. Opening it changes nothing, because
mail scanners open links: the page has a button.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any, Self
from uuid import UUID

from tortoise import fields
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.accounts.known_device import KnownBrowser
from app.accounts.pending_sign_in import PendingSignIn
from app.accounts.security_log import record_event
from app.accounts.trusted_browser import TrustedBrowser
from app.kernel import clock, secrets, text
from app.kernel.db import query_rows, transaction
from app.kernel.refusal import NotFound

VALID_FOR = timedelta(days=7)
Undoing = Callable[[UUID, datetime], Awaitable[None]]
_undoings: list[Undoing] = []
PATH, TAKE = "/not-me/", "DELETE FROM disown_links WHERE digest = $1 AND expires_at > $2 RETURNING user_id"


class DisownLink(Model):
    id = fields.BigIntField(primary_key=True)
    user: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.User", related_name="disown_links", on_delete=fields.CASCADE, db_index=True
    )
    user_id: UUID
    digest = fields.CharField(64, unique=True)
    expires_at: datetime = fields.DatetimeField(db_index=True)

    class Meta:
        table = "disown_links"

    @classmethod
    def outdated(cls) -> QuerySet[Self]:
        """The links that work no longer, to be deleted."""
        return cls.filter(expires_at__lte=clock.now())

    @classmethod
    async def make(cls, user_id: UUID) -> str:
        """Creates a link and returns its token; call it in the transaction that queues the email."""
        token = secrets.new_token()
        await cls.create(user_id=user_id, digest=secrets.sha256_hex(token), expires_at=clock.now() + VALID_FOR)
        return token

    @classmethod
    async def find(cls, token: str) -> Self:
        """Returns the link of a token. Raises: NotFound, also for one that was used or is too old."""
        link = await cls.filter(digest=_digest(token), expires_at__gt=clock.now()).select_related("user").first()
        if link is None:
            raise NotFound
        return link


def add_undoing(undo: Undoing, *, first: bool = False) -> None:
    """Adds what takes back a way in that a stranger may have added.

    It gets the id of the user and the time of the change that they disowned, inside the transaction. With `first` it
    goes before the others, whose emails then go to the address that it puts back.
    """
    _undoings.insert(0 if first else len(_undoings), undo)


async def shut_everybody_out(token: str) -> None:
    """Ends every way in of the token's user that a stranger may have, since the change that the email told of.

    They choose a new password by the link for a forgotten one. Raises: NotFound, also if the token was used meanwhile.
    """
    changed_at = (await DisownLink.find(token)).expires_at - VALID_FOR
    async with transaction():
        rows = await query_rows(TAKE, [_digest(token), clock.now()])
        if not rows:
            raise NotFound
        user_id = UUID(str(rows[0]["user_id"]))
        await end_access(user_id, changed_at)
        await DisownLink.filter(user_id=user_id).delete()
        await record_event(user_id, "disowned")


async def end_access(user_id: UUID, changed_at: datetime) -> None:
    """Ends all sessions of a user, forgets their browsers, takes their password away, and undoes what was added since.

    The links of emails that were sent after `changed_at` end, because they may have gone to another address. Call it in
    a transaction.
    """
    await query_rows("UPDATE users SET password_hash = '' WHERE id = $1", [str(user_id)])
    await query_rows("DELETE FROM sessions WHERE user_id = $1", [str(user_id)])
    for browsers in (KnownBrowser, TrustedBrowser, PendingSignIn):
        await browsers.filter(user_id=user_id).delete()
    for undo in _undoings:
        await undo(user_id, changed_at)
    await DisownLink.filter(user_id=user_id, expires_at__gt=changed_at + VALID_FOR).delete()


def _digest(token: str) -> str:
    return secrets.sha256_hex(text.replace_surrogates(token))
