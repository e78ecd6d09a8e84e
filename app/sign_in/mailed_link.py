"""A link that is sent by email and works once: to sign in, to choose a new password, or to put an old address back.

A row begins as a request for an email address, known or not. Its job (link_requests.py) looks for the user, makes the
token and stores its hash, so that a request does the same work for every address. `next_path` is the path that the
browser goes to after the sign-in.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Self
from uuid import UUID, uuid4

from tortoise import fields
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.accounts.user import User
from app.kernel import clock, secrets
from app.kernel.db import query_models
from app.kernel.refusal import N_, Refusal
from app.sign_in.mailed_code import MOST_SENDS, RESEND_WAIT, TooSoon, seconds_until
from app.sign_in.matching_words import new_words

SIGN_IN, RESET, NEW_PASSWORD, RESTORE = "sign_in", "reset", "new_password", "restore"
LIFETIMES = {SIGN_IN: timedelta(minutes=15), RESET: timedelta(minutes=30), RESTORE: timedelta(days=7)}
MOST_PATH = 500  # characters
CONSUME = """
    DELETE FROM mailed_links WHERE digest = $1 AND purpose = $2 AND expires_at > $3 RETURNING *"""
EXCHANGE = """
    UPDATE mailed_links SET purpose = $4, digest = $5,
        expires_at = CASE WHEN expires_at < $6 THEN expires_at ELSE $6 END
    WHERE digest = $1 AND purpose = $2 AND expires_at > $3 RETURNING *"""


class LinkUsedUp(Refusal):
    """Raised for a link that was used, has expired, or never was one."""

    code, says = "LINK_USED_UP", N_("This link does not work any more. Each works once, and for a short time only.")


class MailedLink(Model):
    id: UUID = fields.UUIDField(primary_key=True)
    purpose = fields.CharField(12)
    user: fields.ForeignKeyNullableRelation[User] = fields.ForeignKeyField(
        "models.User", related_name="mailed_links", on_delete=fields.CASCADE, null=True, db_index=True
    )
    user_id: UUID | None
    email = fields.CharField(254)
    digest = fields.CharField(64, null=True, unique=True)
    browser = fields.CharField(64, default="", db_index=True)
    device = fields.CharField(80, default="")
    words = fields.CharField(20, default="")
    next_path = fields.CharField(MOST_PATH, default="")
    sends = fields.IntField(default=1)
    created_at: datetime = fields.DatetimeField()
    expires_at: datetime = fields.DatetimeField(db_index=True)

    class Meta:
        table = "mailed_links"

    @classmethod
    async def open_request(cls, purpose: str, email: str, browser: str, *, device: str, next_path: str) -> Self:
        """Stores a request for a link to an address. `browser` is the token of the cookie."""
        now = clock.now()
        return await cls.create(
            id=uuid4(),
            purpose=purpose,
            email=email,
            browser=secrets.sha256_hex(browser),
            device=device,
            words=new_words(),
            next_path=bounded_path(next_path),
            created_at=now,
            expires_at=now + LIFETIMES[purpose],
        )

    async def repeat(self) -> MailedLink:
        """Stores that the same browser asks for another email; the links that were sent before still work.

        Of several simultaneous calls one succeeds. Raises: TooSoon.
        """
        now = clock.now()
        due = MailedLink.filter(
            id=self.id, sends__lt=MOST_SENDS, created_at__lte=now - RESEND_WAIT, browser=self.browser
        )
        if not await due.update(browser=""):
            raise TooSoon
        return await MailedLink.create(
            id=uuid4(),
            purpose=self.purpose,
            email=self.email,
            browser=self.browser,
            device=self.device,
            words=self.words,
            next_path=self.next_path,
            sends=self.sends + 1,
            created_at=now,
            expires_at=now + LIFETIMES[self.purpose],
        )

    @classmethod
    async def open_unasked(cls, purpose: str, user_id: UUID, email: str, lifetime: timedelta) -> str:
        """Stores a link for which no page was used, such as one that puts an old address back; returns its token."""
        token, now = secrets.new_token(), clock.now()
        await cls.create(
            id=uuid4(),
            purpose=purpose,
            user_id=user_id,
            email=email,
            digest=secrets.sha256_hex(token),
            created_at=now,
            expires_at=now + lifetime,
        )
        return token

    @classmethod
    def live(cls) -> QuerySet[Self]:
        """The links and requests that have not expired."""
        return cls.filter(expires_at__gt=clock.now())

    @classmethod
    def outdated(cls) -> QuerySet[Self]:
        """The expired links, to be deleted."""
        return cls.filter(expires_at__lte=clock.now())

    @classmethod
    async def of_browser(cls, token: str, *purposes: str) -> Self | None:
        """The newest request of the browser with this token."""
        requests = cls.live().filter(browser=secrets.sha256_hex(token), purpose__in=purposes)
        return await requests.order_by("-created_at").first() if token else None

    @classmethod
    async def by_token(cls, purpose: str, token: str) -> Self | None:
        """The live link with this token and its user, or None. It can still be used afterwards."""
        return await cls.live().select_related("user").get_or_none(digest=secrets.sha256_hex(token), purpose=purpose)

    @classmethod
    async def consume(cls, purpose: str, token: str) -> Self:
        """Uses a link: of several simultaneous calls one returns it. Raises: LinkUsedUp."""
        used = await query_models(cls, CONSUME, [secrets.sha256_hex(token), purpose, clock.now()])
        if not used:
            raise LinkUsedUp
        return used[0]

    @classmethod
    async def exchange(cls, purpose: str, token: str) -> tuple[Self, str]:
        """Uses a link and turns it into the permission to choose a new password; returns that and its token.

        It ends half an hour later, or when the link would have ended if that is earlier. Raises: LinkUsedUp.
        """
        new_token, now = secrets.new_token(), clock.now()
        values = [secrets.sha256_hex(token), purpose, now, NEW_PASSWORD, secrets.sha256_hex(new_token)]
        if not (used := await query_models(cls, EXCHANGE, [*values, now + LIFETIMES[RESET]])):
            raise LinkUsedUp
        return used[0], new_token

    @classmethod
    async def end_of_user(cls, user_id: UUID) -> None:
        """Deletes the links of a user, except those that put back an old address: a new password does not end these."""
        await cls.filter(user_id=user_id).exclude(purpose=RESTORE).delete()

    @classmethod
    async def end_later_restores(cls, link: Self) -> None:
        """Deletes the links that put back addresses of the user which were set after that of `link`."""
        await cls.filter(user_id=link.user_id, purpose=RESTORE, created_at__gt=link.created_at).delete()

    @property
    def proves_mailbox(self) -> bool:
        """Whether whoever uses it reads the mailbox: it was mailed, and not handed over by the operator."""
        return self.words != ""

    @property
    def seconds_to_wait(self) -> int:
        """In how many seconds the email may be sent again; 0 for now."""
        return seconds_until(self.created_at + RESEND_WAIT)

    async def make_token(self, user_id: UUID) -> str | None:
        """Makes the token for a request of a known address; None if that was done before."""
        token = secrets.new_token()
        unsent = MailedLink.live().filter(id=self.id, digest=None)
        return token if await unsent.update(digest=secrets.sha256_hex(token), user_id=user_id) else None


def bounded_path(path: str) -> str:
    """Returns a path to go to after the sign-in as it is stored: an empty one in place of one that is too long."""
    return path if len(path) <= MOST_PATH else ""


User.pending_hooks.append(MailedLink.end_of_user)
