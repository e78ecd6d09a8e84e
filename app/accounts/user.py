"""A person who signs in: how they are addressed, and how their password is verified.

A user owns nothing that is made: links, codes and pages belong to accounts (models.py), in which a user is a member.
`password_hash` is empty for somebody without a password. `avatar_id` is a picture of one of the user's accounts
(app/media), `avatar_file` the small file of it. `news_agreed_at` is when the user agreed to emails with news,
`limits_muted_at` since when they want no emails about limits, `broken_links_muted_at` none about broken links,
`posts_muted_at` none about posts. `ai_news_agreed_at` is when they agreed to emails about models of the AI gateway.
`delete_at` is when the user will be deleted, unless that is undone before (deletion_grace.py). `operator_since` is when
the host made them an operator (app/operators).
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any, ClassVar, Protocol, Self
from uuid import UUID

from tortoise import fields
from tortoise.models import Model

from app.accounts import document_versions, emails
from app.accounts.consent import AI_NEWS, NEWS, TERMS, Consent
from app.accounts.known_device import KnownBrowser
from app.accounts.pending_sign_in import PendingSignIn
from app.accounts.security_log import record_event, record_refused_sign_in
from app.accounts.sign_in_throttle import SignInLimits
from app.accounts.sign_up_checks import normalize_sign_in_email
from app.accounts.trusted_browser import TrustedBrowser
from app.kernel import clock, passwords
from app.kernel.db import transaction
from app.kernel.refusal import N_, Faults, Refusal

THEMES = ("system", "light", "dark")
TransactionHook = Callable[[], Awaitable[None]]  # runs inside the transaction of a password change
UserHook = Callable[[UUID], Awaitable[None]]


class SessionLike(Protocol):
    """The attributes of a session that are needed here: models.py imports this module, so its class cannot be."""

    id: UUID


class EmailTaken(Refusal):
    """Raised when another user has the email address."""

    code, field = "EMAIL_TAKEN", "email"
    says = N_("This email cannot be used for a new account. If it is yours, sign in instead.")


class WrongSignIn(Refusal):
    """Raised for an email and password that do not match; the fact `left` is the number of attempts that remain."""

    code, field, says = "WRONG_SIGN_IN", "password", N_("That email and password do not match.")


class WrongPassword(Refusal):
    """Raised for a wrong current password."""

    code, field, says = "WRONG_PASSWORD", "current", N_("That is not your current password.")


class User(Model):
    id = fields.UUIDField(primary_key=True)
    email = fields.CharField(254, unique=True)
    email_verified_at: datetime | None = fields.DatetimeField(null=True)
    name = fields.CharField(80)
    password_hash = fields.CharField(200)
    language = fields.CharField(2)
    time_zone = fields.CharField(64, default="Asia/Jakarta")
    theme = fields.CharField(8, default="system")
    avatar_id: UUID | None = fields.UUIDField(null=True)
    avatar_file = fields.CharField(40, default="")
    news_agreed_at: datetime | None = fields.DatetimeField(null=True)
    limits_muted_at: datetime | None = fields.DatetimeField(null=True)
    broken_links_muted_at: datetime | None = fields.DatetimeField(null=True)
    posts_muted_at: datetime | None = fields.DatetimeField(null=True)
    ai_news_agreed_at: datetime | None = fields.DatetimeField(null=True)
    username = fields.CharField(40, default="")
    phone = fields.CharField(32, default="")
    organisation = fields.CharField(120, default="")
    age_confirmed_at = fields.DatetimeField()
    delete_at: datetime | None = fields.DatetimeField(null=True)
    terms_seen = fields.CharField(10, default="")
    operator_since: datetime | None = fields.DatetimeField(null=True)
    created_at = fields.DatetimeField()
    sessions: fields.ReverseRelation[Any]
    # Of packages above. What waits for a user and ends with the old password, such as links in emails:
    pending_hooks: ClassVar[list[UserHook]] = []
    # Ways to sign in that somebody may have added to an address that was not theirs, such as passkeys:
    unproved_way_hooks: ClassVar[list[UserHook]] = []

    class Meta:
        table = "users"

    @classmethod
    async def authenticate(cls, email: str, password: str, address: str, browser: str = "") -> Self:
        """Returns the user with this email and password.

        `address` is the visitor's IP address, which is used only for rate limits and not stored; `browser` is the token
        of a browser that signed in before (device_cookie.py). Unknown and known emails take the same time. Raises:
        TooManyAttempts, WrongSignIn, Busy.
        """
        folded = normalize_sign_in_email(email)
        user = await cls.get_or_none(email=folded)
        known = await KnownBrowser.known_digest(user.id if user else None, browser)
        guesses = SignInLimits.of_sign_in(folded, address, known)
        await guesses.attempt()
        matches = await passwords.verify_password(password, user.password_hash if user else None, guesses.lane)
        if user is None or not matches:
            await record_refused_sign_in(folded)
            raise WrongSignIn(left=await guesses.attempts_left())
        await guesses.reset()
        return user

    async def verify_password(self, password: str, session: SessionLike | None = None) -> None:
        """Verifies the user's password in one of their sessions. Raises: TooManyAttempts, WrongPassword, Busy."""
        guesses = SignInLimits.of_session(str(session.id if session else self.id))
        await guesses.attempt()
        if not await passwords.verify_password(password, self.password_hash, guesses.lane):
            raise WrongPassword
        await guesses.reset()

    @property
    def is_operator(self) -> bool:
        """Whether the operator's pages are open to the user; not with an unverified address or before a deletion."""
        return self.operator_since is not None and self.email_verified_at is not None and self.delete_at is None

    async def agree_to_terms(self) -> None:
        """Records that the user agrees to the newest versions of the legal documents."""
        self.terms_seen = document_versions.newest_date()
        async with transaction():
            await self.save(update_fields=["terms_seen"])
            await Consent.record(self.id, TERMS, self.terms_seen)

    async def choose_limit_emails(self, *, wanted: bool) -> None:
        """Records whether the user wants emails about limits; the time since when they want none is kept."""
        self.limits_muted_at = None if wanted else self.limits_muted_at or clock.now()
        await self.save(update_fields=["limits_muted_at"])

    async def choose_broken_link_emails(self, *, wanted: bool) -> None:
        """Records whether the user wants emails about broken links; the time since when they want none is kept."""
        self.broken_links_muted_at = None if wanted else self.broken_links_muted_at or clock.now()
        await self.save(update_fields=["broken_links_muted_at"])

    async def choose_post_emails(self, *, wanted: bool) -> None:
        """Records whether the user wants emails about posts; the time since when they want none is kept."""
        self.posts_muted_at = None if wanted else self.posts_muted_at or clock.now()
        await self.save(update_fields=["posts_muted_at"])

    async def choose_news(self, *, agreed: bool) -> None:
        """Records that the user agrees to emails with news, or takes that back; does nothing if it is so already."""
        now = clock.now()
        async with transaction():
            others = User.filter(id=self.id, news_agreed_at__isnull=agreed)
            if await others.update(news_agreed_at=now if agreed else None):
                await (Consent.record(self.id, NEWS) if agreed else Consent.withdraw(self.id, NEWS))
                self.news_agreed_at = now if agreed else None

    async def choose_ai_news(self, *, agreed: bool) -> None:
        """Records that the user agrees to emails about AI models, or takes that back; does nothing if it is so."""
        now = clock.now()
        async with transaction():
            others = User.filter(id=self.id, ai_news_agreed_at__isnull=agreed)
            if await others.update(ai_news_agreed_at=now if agreed else None):
                await (Consent.record(self.id, AI_NEWS) if agreed else Consent.withdraw(self.id, AI_NEWS))
                self.ai_news_agreed_at = now if agreed else None

    async def change_password(
        self,
        current: str,
        new: str,
        device: str = "",
        *,
        session: SessionLike | None = None,
        also: TransactionHook | None = None,
    ) -> None:
        """Changes the password after verifying the current one; see `set_password` for the effects.

        Raises: those of `check_new_password` and of `verify_password`, all that apply at once.
        """
        faults = Faults.gather()
        with faults.catching():
            await self.check_new_password(new)
        with faults.catching():
            await self.verify_password(current, session)
        faults.raise_if_any()
        await self._set_checked_password(new, device, also)

    async def check_new_password(self, new: str) -> None:
        """Checks a password that the user chose. Raises: those of `passwords.check_new_password`."""
        await passwords.check_new_password(new, self.email, self.name, lane=passwords.OWNERS)

    async def set_password(self, new: str, device: str = "", also: TransactionHook | None = None) -> None:
        """Sets a new password, ends every session, forgets known and trusted browsers, and notifies the user by email.

        `also` is awaited in the same transaction, after the change. Raises: those of `check_new_password`.
        """
        await self.check_new_password(new)
        await self._set_checked_password(new, device, also)

    async def _set_checked_password(self, new: str, device: str, also: TransactionHook | None) -> None:
        self.password_hash = await passwords.hash_password(new)
        async with transaction():
            await self.save(update_fields=["password_hash"])
            await self.sign_out_everywhere()
            for browsers in (KnownBrowser, TrustedBrowser, PendingSignIn):
                await browsers.filter(user_id=self.id).delete()
            await record_event(self.id, "password_changed")
            if also is not None:
                await also()
            await self.end_pending()
            await emails.send_password_changed(self, device)

    async def end_pending(self) -> None:
        """Ends what waits for the user in emails; call it in the transaction of the change."""
        for hook in self.pending_hooks:
            await hook(self.id)

    async def mark_email_verified(self, *, keep_password: bool = False, keep_ways: bool = False) -> bool:
        """Records that the user reads their mailbox; returns whether that was unknown until now.

        As long as nobody proved it, whoever signed up may be a stranger who waits for the owner of the address. So
        every earlier way to sign in ends, except those that the arguments keep because they are the reader's own. Call
        it in a transaction.
        """
        now = clock.now()
        unverified = User.filter(id=self.id, email=self.email, email_verified_at=None)
        if not await unverified.update(email_verified_at=now):
            return False
        self.email_verified_at = now
        await record_event(self.id, "email_verified")
        if not keep_password:
            self.password_hash = ""
            await self.save(update_fields=["password_hash"])
        if not keep_ways:
            await self._end_unproved_ways()
        return True

    async def _end_unproved_ways(self) -> None:
        """Ends every way to sign in, but the password, from before the user proved that the address is theirs."""
        await self.sign_out_everywhere()
        await KnownBrowser.filter(user_id=self.id).delete()
        for hook in self.unproved_way_hooks:
            await hook(self.id)

    async def sign_out_everywhere(self, but: SessionLike | None = None) -> int:
        """Ends every session but the one in `but`; returns their number."""
        sessions = self.sessions.all()
        return int(await (sessions.exclude(id=but.id) if but else sessions).delete())
