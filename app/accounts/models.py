"""An account: a person who makes links, how they sign in, and where they are signed in.

What an account has used stands beside it (`links_used`, `keys_used`), because the database keeps a limit exact
only by counting in the row it limits: one conditional UPDATE (`plans.quota`). `guest_digest`: see guest.py.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Self
from uuid import UUID

from email_validator import EmailNotValidError, validate_email
from tortoise import fields
from tortoise.exceptions import IntegrityError
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.kernel import clock, events, passwords, secrets, text
from app.kernel.refusal import N_, Refusal
from app.kernel.throttle import Throttle

STAYS, SEEN_EVERY = timedelta(days=30), timedelta(minutes=10)
THEMES = ("system", "light", "dark")
by_account = Throttle("sign-in by account", 10, 15)
by_address = Throttle("sign-in by address", 30, 15)
new_accounts = Throttle("sign-up by address", 20, 60)


class InvalidEmail(Refusal):
    code, field, says = "INVALID_EMAIL", "email", N_("That is not an email address.")


class NameMissing(Refusal):
    code, field, says = "NAME_MISSING", "name", N_("Tell us your name.")


class TooYoung(Refusal):
    code, field, says = "AGE_NOT_STATED", "of_age", N_("Please confirm your age.")


class EmailTaken(Refusal):
    code, field = "EMAIL_TAKEN", "email"
    says = N_("This email cannot be used for a new account. If it is yours, sign in instead.")


class WrongSignIn(Refusal):
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
    of_age_at = fields.DatetimeField()
    created_at = fields.DatetimeField()

    class Meta:
        table = "accounts"

    @classmethod
    async def open(
        cls, email: str, name: str, password: str, *, language: str = "id", of_age: bool = True, plan: str = "free"
    ) -> Self:
        """Makes an account. Refusals: those of `introduced`, EmailTaken."""
        columns = await introduced(email, name, password, of_age=of_age)
        try:
            return await cls.create(language=language, plan_name=plan, **columns)
        except IntegrityError:
            raise EmailTaken from None

    @classmethod
    async def authenticate(cls, email: str, password: str, address: str) -> Self:
        """The account these words open; `address` is the visitor's, for the limit on guessing, never kept.

        Refusals: TooManyAttempts, WrongSignIn, Busy. Unknown and known emails take the same time.
        """
        folded = guessed(email)
        await by_address.attempt(address)
        await by_account.attempt(folded)
        account = await cls.get_or_none(email=folded)
        if not await passwords.verified(password, account.password_hash if account else None) or account is None:
            raise WrongSignIn
        await by_account.forgive(folded)
        return account

    async def change_password(self, current: str, new: str) -> None:
        """Refusals: TooManyAttempts, WrongPassword, WeakPassword, Busy. Ending sessions is the caller's choice."""
        await by_account.attempt(self.email)
        if not await passwords.verified(current, self.password_hash):
            raise WrongPassword
        await by_account.forgive(self.email)
        self.password_hash = await passwords.hashed(passwords.checked(new))
        await self.save(update_fields=["password_hash"])

    async def introduce(self, *, name: str, language: str, time_zone: str) -> None:
        """Changes how the account is addressed. Refusals: NameMissing, TooLong."""
        self.name = text.line(name, 80, "name")
        if not self.name:
            raise NameMissing
        moves, self.language, self.time_zone = time_zone != self.time_zone, language, time_zone
        await self.save(update_fields=["name", "language", "time_zone"])
        if moves:
            await events.announce("account.rezoned", self)

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
        """Signs an account in on a device (`Chrome · Windows`); returns the cookie's secret, kept nowhere.

        Refusals: WrongSignIn for a guest.
        """
        if account.guest:
            raise WrongSignIn
        token, now = secrets.token(), clock.now()
        await cls.create(
            account=account, digest=secrets.digest(token), device=device, created_at=now, last_seen_at=now,
            expires_at=now + STAYS,
        )
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


async def introduced(email: str, name: str, password: str, *, of_age: bool) -> dict[str, Any]:
    """The columns of somebody who signs up. Refusals: NameMissing, InvalidEmail, WeakPassword, TooYoung, Busy."""
    name, address = text.line(name, 80, "name"), folded_email(email)
    if not name:
        raise NameMissing
    passwords.checked(password)
    if not of_age:
        raise TooYoung
    hashed, now = await passwords.hashed(password), clock.now()
    return {"email": address, "name": name, "password_hash": hashed, "of_age_at": now, "created_at": now}


def folded_email(raw: str) -> str:
    """The one form in which an email is kept and compared. Refusals: InvalidEmail."""
    try:
        return validate_email(raw.strip(), check_deliverability=False).normalized.lower()
    except EmailNotValidError:
        raise InvalidEmail from None


def guessed(raw: str) -> str:
    """As `folded_email`, but what is no email is a guess like any other: it finds nobody and is counted apart."""
    try:
        return folded_email(raw)
    except InvalidEmail:
        return secrets.digest(text.whole(raw))
