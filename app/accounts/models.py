"""Accounts, who is a member of them, and the sessions of those who are signed in.

An account owns all that is made: links, codes, pages, keys. People see it as their workspace. Its name, language and
time zone are those of its public pages and statistics. `links_used`, `keys_used` and `seats_used` are counters in the
account's own row, because a limit stays exact only if one conditional UPDATE checks and counts in the same row
(app/plans/quota.py). `plan_name` is the plan in force. While a bought one is in force, `bought_plan` names it and
`operator_plan` the one that the account has otherwise; at `plan_changes_at` a job writes what follows (app/payments).
With `posts_need_approval` an owner approves each post before it is published; since `posts_paused_at` none is
(app/publishing). `guest_digest`: see guest.py. Since `frozen_at` no visits are recorded, and at `delete_at` the account
will be deleted, unless that is undone before (deletion_grace.py, app/privacy). Since `links_stopped_at` the operator
lets it make no new links, and lead none elsewhere, until they have looked at it (app/abuse). Since `suspended_at`
nothing in it can be changed, until `suspended_until` if that is set; since `hidden_at` its links and pages answer
nobody, either (suspension.py).
"""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from typing import Self
from uuid import UUID

from tortoise import fields
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.accounts.consent import Consent
from app.accounts.disown import DisownLink
from app.accounts.known_device import KnownBrowser
from app.accounts.pending_sign_in import PendingSignIn
from app.accounts.roles import OWNER
from app.accounts.security_log import SecurityEvent
from app.accounts.trusted_browser import TrustedBrowser
from app.accounts.user import User
from app.kernel import clock, installation, secrets
from app.kernel.transient_errors import is_unavailable

__all__ = [  # the tables of this package
    "Account",
    "Consent",
    "DisownLink",
    "KnownBrowser",
    "Membership",
    "PendingSignIn",
    "SecurityEvent",
    "Session",
    "TrustedBrowser",
    "User",
]
SESSION_LIFETIME, LAST_SEEN_INTERVAL = timedelta(days=30), timedelta(minutes=10)
CONFIRMATION_LIFETIME = timedelta(minutes=15)
LAST_SEEN_PATIENCE = 0.2  # seconds


class Account(Model):
    id = fields.UUIDField(primary_key=True)
    name = fields.CharField(80)
    language = fields.CharField(2)
    time_zone = fields.CharField(64, default="Asia/Jakarta")
    plan_name = fields.CharField(16, default="free")
    operator_plan = fields.CharField(16, null=True)
    bought_plan = fields.CharField(16, default="")
    plan_changes_at: datetime | None = fields.DatetimeField(null=True, db_index=True)
    links_limit: int | None = fields.IntField(null=True)
    requests_limit: int | None = fields.IntField(null=True)
    links_used = fields.IntField(default=0)
    keys_used = fields.IntField(default=0)
    seats_used = fields.IntField(default=0)
    posts_need_approval = fields.BooleanField(default=False)
    posts_paused_at: datetime | None = fields.DatetimeField(null=True)
    guest_digest = fields.CharField(64, null=True, unique=True)
    links_stopped_at: datetime | None = fields.DatetimeField(null=True)
    suspended_at: datetime | None = fields.DatetimeField(null=True, db_index=True)
    suspended_until: datetime | None = fields.DatetimeField(null=True)
    hidden_at: datetime | None = fields.DatetimeField(null=True)
    frozen_at: datetime | None = fields.DatetimeField(null=True)
    delete_at: datetime | None = fields.DatetimeField(null=True)
    onboarded_at: datetime | None = fields.DatetimeField(null=True)
    created_at = fields.DatetimeField()

    class Meta:
        table = "accounts"

    @property
    def guest(self) -> bool:
        """Whether the account is a guest's, which nobody has signed up for yet (guest.py)."""
        return self.guest_digest is not None

    async def owners(self) -> list[User]:
        """Returns the users who own the account, those who joined first at the beginning."""
        memberships = Membership.filter(account_id=self.id, role=OWNER).order_by("id").select_related("user")
        return [membership.user for membership in await memberships]

    async def owners_to_remind(self) -> list[User]:
        """Returns the owners to whom the clock may write.

        That is nobody while the account is frozen or suspended, or will be deleted.
        """
        still = Account.filter(id=self.id, frozen_at=None, delete_at=None, suspended_at=None)
        return [owner for owner in await self.owners() if owner.delete_at is None] if await still.exists() else []


class Membership(Model):
    id = fields.BigIntField(primary_key=True)
    user: fields.ForeignKeyRelation[User] = fields.ForeignKeyField(
        "models.User", related_name="memberships", on_delete=fields.CASCADE
    )
    user_id: UUID
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="memberships", on_delete=fields.CASCADE, db_index=True
    )
    account_id: UUID
    role = fields.CharField(8)
    created_at: datetime = fields.DatetimeField()

    class Meta:
        table = "memberships"
        unique_together = (("user_id", "account_id"),)

    @classmethod
    async def of_user(cls, user_id: UUID) -> list[Self]:
        """Returns the memberships of a user with their accounts, the oldest first."""
        return await cls.filter(user_id=user_id).order_by("id").select_related("account")


class Session(Model):
    id = fields.UUIDField(primary_key=True)
    user: fields.ForeignKeyRelation[User] = fields.ForeignKeyField(
        "models.User", related_name="sessions", on_delete=fields.CASCADE, db_index=True
    )
    user_id: UUID
    account: fields.ForeignKeyNullableRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="sessions", on_delete=fields.SET_NULL, null=True, db_index=True
    )
    account_id: UUID | None
    digest = fields.CharField(64, unique=True)
    device = fields.CharField(80)
    country = fields.CharField(2, default="")
    created_at = fields.DatetimeField()
    confirmed_at: datetime = fields.DatetimeField()
    second_factor_at: datetime | None = fields.DatetimeField(null=True)
    last_seen_at = fields.DatetimeField()
    expires_at = fields.DatetimeField(db_index=True)

    class Meta:
        table = "sessions"

    @classmethod
    async def begin(
        cls, user: User, device: str, account_id: UUID | None = None, country: str = "", *, second_factor: bool = False
    ) -> str:
        """Creates a session on a device (`Chrome · Windows`); returns the secret for the cookie, stored only hashed.

        `account_id` is the account that the user works in, None for their first one; `country` its code, or "".
        `second_factor` says that the user just used a passkey or a code of their authenticator app.
        """
        token, now = secrets.new_token(), clock.now()
        await cls.create(
            user=user,
            account_id=account_id,
            digest=secrets.sha256_hex(token),
            device=device,
            country=country,
            created_at=now,
            confirmed_at=now,
            second_factor_at=now if second_factor else None,
            last_seen_at=now,
            expires_at=now + SESSION_LIFETIME,
        )
        return token

    @property
    def recently_confirmed(self) -> bool:
        """Whether the user proved who they are in this session within the last 15 minutes."""
        return self.confirmed_at > clock.now() - CONFIRMATION_LIFETIME

    @property
    def recent_second_factor(self) -> bool:
        """Whether the user proved who they are within the last 15 minutes with a passkey or a code of their app."""
        return bool(self.second_factor_at and self.second_factor_at > clock.now() - CONFIRMATION_LIFETIME)

    async def confirm(self, *, second_factor: bool = False) -> str:
        """Records that the user proved who they are just now; returns the session's new secret, the old one ends.

        `second_factor` says that they did so with a passkey or a code of their authenticator app.
        """
        token, self.confirmed_at = secrets.new_token(), clock.now()
        self.digest = secrets.sha256_hex(token)
        self.second_factor_at = self.confirmed_at if second_factor else self.second_factor_at
        # `save` would fail if the session was deleted meanwhile
        await Session.filter(id=self.id).update(
            digest=self.digest, confirmed_at=self.confirmed_at, second_factor_at=self.second_factor_at
        )
        return token

    async def choose_account(self, account_id: UUID) -> None:
        """Chooses the account that the user works in; pages that are open go on with theirs (request_account.py)."""
        self.account_id = account_id
        await Session.filter(id=self.id).update(account_id=account_id)

    @classmethod
    def live(cls) -> QuerySet[Self]:
        """The sessions that have not expired, and that were used within the operator's limit, if there is one."""
        now, idle = clock.now(), installation.current().config.session_idle_minutes
        used = {"last_seen_at__gt": now - timedelta(minutes=idle) - LAST_SEEN_INTERVAL} if idle else {}
        return cls.filter(expires_at__gt=now, **used)

    @classmethod
    async def by_token(cls, token: str) -> Self | None:
        """Returns the live session of a cookie's secret, with its user; None without one."""
        session = await cls.live().select_related("user").get_or_none(digest=secrets.sha256_hex(token))
        if session and session.last_seen_at < clock.now() - LAST_SEEN_INTERVAL:
            await session._store_last_seen()
        return session

    async def _store_last_seen(self) -> None:
        """Stores that the session is used now. No page waits long or fails because a database cannot be written to."""
        self.last_seen_at = clock.now()
        try:
            async with asyncio.timeout(LAST_SEEN_PATIENCE):
                # `save` would fail if the session was deleted meanwhile
                await Session.filter(id=self.id).update(last_seen_at=self.last_seen_at)
        except Exception as error:
            if not is_unavailable(error):
                raise
