"""An account and its sessions: who creates links, how they sign in, and on which devices they are signed in.

`links_used` and `keys_used` are counters in the account's own row, because a limit stays exact only if one conditional
UPDATE checks and counts in the same row (app/plans/quota.py). `guest_digest`: see guest.py. `avatar_id` is one of the
account's pictures (app/media), `avatar_file` the small file of it. `news_agreed_at` is when the account agreed to
emails with news, `limits_muted_at` since when it wants no emails about limits.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Self
from uuid import UUID

from tortoise import fields
from tortoise.exceptions import IntegrityError
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.accounts import document_versions, emails
from app.accounts.known_device import KnownBrowser
from app.accounts.sign_in_throttle import SignInLimits
from app.accounts.sign_up import check_name, new_account_columns, normalize_sign_in_email
from app.kernel import clock, passwords, secrets
from app.kernel.db import transaction
from app.kernel.refusal import N_, Faults, Refusal
from app.kernel.throttle import Throttle
from app.kernel.transient_errors import is_unavailable

SESSION_LIFETIME, LAST_SEEN_INTERVAL = timedelta(days=30), timedelta(minutes=10)
LAST_SEEN_PATIENCE = 0.2  # seconds
THEMES = ("system", "light", "dark")
TransactionHook = Callable[[], Awaitable[None]]  # runs inside the transaction of a password change
new_accounts = Throttle("sign-up by address", 20, 60)


class EmailTaken(Refusal):
    """Raised when another account has the email address."""

    code, field = "EMAIL_TAKEN", "email"
    says = N_("This email cannot be used for a new account. If it is yours, sign in instead.")


class WrongSignIn(Refusal):
    """Raised for an email and password that do not match; the fact `left` is the number of attempts that remain."""

    code, field, says = "WRONG_SIGN_IN", "password", N_("That email and password do not match.")


class WrongPassword(Refusal):
    """Raised for a wrong current password."""

    code, field, says = "WRONG_PASSWORD", "current", N_("That is not your current password.")


class Account(Model):
    id = fields.UUIDField(primary_key=True)
    email = fields.CharField(254, unique=True)
    name = fields.CharField(80)
    password_hash = fields.CharField(200)
    language = fields.CharField(2)
    time_zone = fields.CharField(64, default="Asia/Jakarta")
    theme = fields.CharField(8, default="system")
    plan_name = fields.CharField(16, default="free")
    links_limit: int | None = fields.IntField(null=True)
    requests_limit: int | None = fields.IntField(null=True)
    links_used = fields.IntField(default=0)
    keys_used = fields.IntField(default=0)
    guest_digest = fields.CharField(64, null=True, unique=True)
    avatar_id: UUID | None = fields.UUIDField(null=True)
    avatar_file = fields.CharField(40, default="")
    news_agreed_at: datetime | None = fields.DatetimeField(null=True)
    limits_muted_at: datetime | None = fields.DatetimeField(null=True)
    age_confirmed_at = fields.DatetimeField()
    terms_seen = fields.CharField(10, default="")
    onboarded_at: datetime | None = fields.DatetimeField(null=True)
    created_at = fields.DatetimeField()

    class Meta:
        table = "accounts"

    @classmethod
    async def register(
        cls,
        email: str,
        name: str,
        password: str,
        *,
        language: str = "id",
        of_age: bool = True,
        plan: str = "free",
        greeted: bool = False,
    ) -> Self:
        """Creates an account, and sends the welcome email if `greeted`. Raises: those of `new_account_columns`,
        EmailTaken.
        """
        columns = await new_account_columns(email, name, password, of_age=of_age)
        try:
            async with transaction():
                account = await cls.create(language=language, plan_name=plan, **columns)
                if greeted:
                    await emails.send_welcome(account)
        except IntegrityError:
            raise EmailTaken from None
        return account

    @classmethod
    async def authenticate(cls, email: str, password: str, address: str, browser: str = "") -> Self:
        """The account with this email and password.

        `address` is the visitor's IP address, which is used only for rate limits and not stored; `browser` is the token
        of a browser that signed in before (device_cookie.py). Unknown and known emails take the same time. Raises:
        TooManyAttempts, WrongSignIn, Busy.
        """
        folded = normalize_sign_in_email(email)
        account = await cls.get_or_none(email=folded)
        known = await KnownBrowser.known_digest(account.id if account else None, browser)
        guesses = SignInLimits.of_sign_in(folded, address, known)
        await guesses.attempt()
        matches = await passwords.verify_password(password, account.password_hash if account else None, guesses.lane)
        if account is None or not matches:
            raise WrongSignIn(left=await guesses.attempts_left())
        await guesses.reset()
        return account

    async def verify_password(self, password: str, session: Session | None = None) -> None:
        """Verifies the account's password in one of its sessions. Raises: TooManyAttempts, WrongPassword, Busy."""
        guesses = SignInLimits.of_session(str(session.id if session else self.id))
        await guesses.attempt()
        if not await passwords.verify_password(password, self.password_hash, guesses.lane):
            raise WrongPassword
        await guesses.reset()

    async def agree_to_terms(self) -> None:
        """Records that the account has seen the newest versions of the legal documents."""
        self.terms_seen = document_versions.newest_date()
        await self.save(update_fields=["terms_seen"])

    async def change_password(
        self,
        current: str,
        new: str,
        device: str = "",
        *,
        session: Session | None = None,
        also: TransactionHook | None = None,
    ) -> None:
        """Changes the password after verifying the current one; see `set_password` for the effects.

        Raises: WeakPassword and those of `verify_password`, all that apply at once.
        """
        faults = Faults.gather()
        with faults.catching():
            passwords.check_password(new)
        with faults.catching():
            await self.verify_password(current, session)
        faults.raise_if_any()
        await self.set_password(new, device, also)

    async def set_password(self, new: str, device: str = "", also: TransactionHook | None = None) -> None:
        """Sets a new password, ends every session, forgets all known browsers, and notifies the owner by email.

        `also` is awaited in the same transaction, after the change. Raises: WeakPassword, Busy.
        """
        self.password_hash = await passwords.hash_password(passwords.check_password(new))
        async with transaction():
            await self.save(update_fields=["password_hash"])
            await self.sign_out_everywhere()
            await KnownBrowser.filter(account_id=self.id).delete()
            if also is not None:
                await also()
            await emails.send_password_changed(self, device)

    async def update_profile(self, *, name: str, language: str, time_zone: str) -> None:
        """Changes the account's name, language and time zone. Raises: NameMissing, TooLong."""
        self.name = check_name(name)
        self.language, self.time_zone = language, time_zone
        await self.save(update_fields=["name", "language", "time_zone"])

    @property
    def guest(self) -> bool:
        """Whether the account is a guest's, which nobody has signed up for yet (guest.py)."""
        return self.guest_digest is not None

    async def sign_out_everywhere(self, but: Session | None = None) -> int:
        """Ends every session but the one in `but`; returns their number."""
        sessions = Session.filter(account=self)
        return await (sessions.exclude(id=but.id) if but else sessions).delete()


class Session(Model):
    id = fields.UUIDField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="sessions", on_delete=fields.CASCADE, db_index=True
    )
    account_id: UUID
    digest = fields.CharField(64, unique=True)
    device = fields.CharField(80)
    created_at = fields.DatetimeField()
    last_seen_at = fields.DatetimeField()
    expires_at = fields.DatetimeField(db_index=True)

    class Meta:
        table = "sessions"

    @classmethod
    async def begin(cls, account: Account, device: str) -> str:
        """Creates a session on a device (`Chrome · Windows`); returns the secret for the cookie, stored only hashed.

        Raises: WrongSignIn for a guest.
        """
        if account.guest:
            raise WrongSignIn
        token, now = secrets.new_token(), clock.now()
        await cls.create(
            account=account,
            digest=secrets.sha256_hex(token),
            device=device,
            created_at=now,
            last_seen_at=now,
            expires_at=now + SESSION_LIFETIME,
        )
        return token

    @classmethod
    def live(cls) -> QuerySet[Self]:
        """The sessions that have not expired."""
        return cls.filter(expires_at__gt=clock.now())

    @classmethod
    async def by_token(cls, token: str) -> Self | None:
        """The live session of a cookie's secret, with its account; None without one."""
        session = await cls.live().select_related("account").get_or_none(digest=secrets.sha256_hex(token))
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
