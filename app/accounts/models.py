"""An account: a person who makes links, how they sign in, and where they are signed in.

What an account has used stands beside it (`links_used`, `keys_used`), because the database keeps a limit exact
only by counting in the row it limits: one conditional UPDATE (`plans.quota`). `guest_digest`: see guest.py.
`avatar_id` is a picture of theirs (app/media) and `avatar_file` the file of it that is shown small. `news_agreed_at` is
when they agreed to letters about news, `limits_muted_at` since when they want none about limits.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Self
from uuid import UUID

from tortoise import fields
from tortoise.exceptions import IntegrityError
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.accounts import emails, terms
from app.accounts.known_device import KnownBrowser
from app.accounts.sign_in_throttle import Guesses
from app.accounts.sign_up import guessed, introduced, named
from app.kernel import clock, event_bus, passwords, secrets
from app.kernel.db import transaction
from app.kernel.refusal import N_, Faults, Refusal
from app.kernel.throttle import Throttle

STAYS, SEEN_EVERY = timedelta(days=30), timedelta(minutes=10)
THEMES = ("system", "light", "dark")
Also = Callable[[], Awaitable[None]]
new_accounts = Throttle("sign-up by address", 20, 60)


class EmailTaken(Refusal):
    code, field = "EMAIL_TAKEN", "email"
    says = N_("This email cannot be used for a new account. If it is yours, sign in instead.")


class WrongSignIn(Refusal):
    """The fact `left` is how many attempts remain."""

    code, field, says = "WRONG_SIGN_IN", "password", N_("That email and password do not match.")


class WrongPassword(Refusal):
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
    of_age_at = fields.DatetimeField()
    terms_seen = fields.CharField(10, default="")
    settled_at: datetime | None = fields.DatetimeField(null=True)
    created_at = fields.DatetimeField()

    class Meta:
        table = "accounts"

    @classmethod
    async def open(
        cls, email: str, name: str, password: str, *, language: str = "id", of_age: bool = True, plan: str = "free",
        greeted: bool = False,
    ) -> Self:
        """Makes an account, and welcomes it by mail if `greeted`. Refusals: those of `introduced`, EmailTaken."""
        columns = await introduced(email, name, password, of_age=of_age)
        try:
            async with transaction():
                account = await cls.create(language=language, plan_name=plan, **columns)
                if greeted:
                    await emails.welcome(account)
        except IntegrityError:
            raise EmailTaken from None
        return account

    @classmethod
    async def authenticate(cls, email: str, password: str, address: str, browser: str = "") -> Self:
        """The account these words open.

        For the limits on guessing: `address` is the visitor's, never kept, and `browser` the token of a browser that
        signed in before (browser.py). Refusals: TooManyAttempts, WrongSignIn, Busy. Unknown and known emails take the
        same time.
        """
        folded = guessed(email)
        account = await cls.get_or_none(email=folded)
        known = await KnownBrowser.recognised(account.id if account else None, browser)
        guesses = Guesses.of_sign_in(folded, address, known)
        await guesses.attempt()
        opens = await passwords.verified(password, account.password_hash if account else None, guesses.lane)
        if account is None or not opens:
            raise WrongSignIn(left=await guesses.left())
        await guesses.forgive()
        return account

    async def prove(self, password: str, session: Session | None = None) -> None:
        """That it is the owner who asks, in a session of theirs. Refusals: TooManyAttempts, WrongPassword, Busy."""
        guesses = Guesses.of_session(str(session.id if session else self.id))
        await guesses.attempt()
        if not await passwords.verified(password, self.password_hash, guesses.lane):
            raise WrongPassword
        await guesses.forgive()

    async def agree_to_terms(self) -> None:
        """Records that the account has seen the newest versions of the legal documents."""
        self.terms_seen = terms.newest()
        await self.save(update_fields=["terms_seen"])

    async def change_password(
        self, current: str, new: str, device: str = "", *, session: Session | None = None, also: Also | None = None
    ) -> None:
        """As `take_password`, by the owner. Refusals: WeakPassword and those of `prove`, all that apply at once."""
        faults = Faults.gather()
        with faults.catching():
            passwords.checked(new)
        with faults.catching():
            await self.prove(current, session)
        faults.raise_if_any()
        await self.take_password(new, device, also)

    async def take_password(self, new: str, device: str = "", also: Also | None = None) -> None:
        """Another password: every session ends, no browser is known any more, and the owner is told by mail.

        `also` is awaited in the same transaction, behind the change. Refusals: WeakPassword, Busy.
        """
        self.password_hash = await passwords.hashed(passwords.checked(new))
        async with transaction():
            await self.save(update_fields=["password_hash"])
            await self.sign_out_everywhere()
            await KnownBrowser.filter(account_id=self.id).delete()
            if also is not None:
                await also()
            await emails.password_changed(self, device)

    async def introduce(self, *, name: str, language: str, time_zone: str) -> None:
        """Changes how the account is addressed. Refusals: NameMissing, TooLong."""
        self.name = named(name)
        moves, self.language, self.time_zone = time_zone != self.time_zone, language, time_zone
        async with transaction():
            await self.save(update_fields=["name", "language", "time_zone"])
            if moves:
                await event_bus.announce("account.rezoned", self)  # in the transaction: a job is enqueued for it

    @property
    def guest(self) -> bool:
        """Whether nobody has signed up for it yet (guest.py)."""
        return self.guest_digest is not None

    async def sign_out_everywhere(self, but: Session | None = None) -> int:
        """Ends every session (except one); returns how many."""
        sessions = Session.filter(account=self)
        return await (sessions.exclude(id=but.id) if but else sessions).delete()


class Session(Model):
    id = fields.UUIDField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="sessions", on_delete=fields.CASCADE, db_index=True)
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
        """Signs an account in on a device (`Chrome · Windows`); returns the cookie's secret, kept nowhere.

        Refusals: WrongSignIn for a guest.
        """
        if account.guest:
            raise WrongSignIn
        token, now = secrets.token(), clock.now()
        await cls.create(account=account, digest=secrets.digest(token), device=device, created_at=now,
                         last_seen_at=now, expires_at=now + STAYS)
        return token

    @classmethod
    def live(cls) -> QuerySet[Self]:
        return cls.filter(expires_at__gt=clock.now())

    @classmethod
    async def of(cls, token: str) -> Self | None:
        """The live session of a cookie's secret, with its account."""
        session = await cls.live().select_related("account").get_or_none(digest=secrets.digest(token))
        if session and session.last_seen_at < clock.now() - SEEN_EVERY:
            session.last_seen_at = clock.now()
            await cls.filter(id=session.id).update(last_seen_at=session.last_seen_at)  # it may have ended meanwhile
        return session
