"""The authenticator app of a user: turned on with a first right code, asked for at each sign-in, moved, turned off.

The secret that server and app share is encrypted (app/kernel/encryption.py), because the server has to compute codes
with it. `last_step` is the step of the newest code that was taken: it and older ones are never taken again.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any, Self
from uuid import UUID

from tortoise import fields
from tortoise.exceptions import IntegrityError
from tortoise.expressions import F
from tortoise.models import Model

from app.accounts import disown
from app.accounts.pending_sign_in import PendingSignIn
from app.accounts.security_log import record_event
from app.accounts.trusted_browser import TrustedBrowser
from app.accounts.user import User
from app.kernel import clock, encryption
from app.kernel.db import transaction
from app.kernel.refusal import N_, NotFound, Refusal
from app.sign_in.second_factor import notices, totp
from app.sign_in.second_factor.recovery_code import RecoveryCode

DIGITS = re.compile(r"[0-9]{6}")
MOST_TYPED = 64  # characters that are looked at
A_MOMENT = timedelta(minutes=1)  # between the row of an app and the link in the email that tells of it


class WrongCode(Refusal):
    """Raised for a code that is not right; the fact `left`, where there is one, is the number of tries that remain."""

    code, field = "WRONG_CODE", "factor_code"
    says = N_("That code is not right. Type the newest one that the app shows.")


class OldCode(WrongCode):
    """Raised for a code that the app showed `minutes` minutes ago."""

    says = N_("That code is from %(minutes)s min ago. Set your phone's clock to automatic, then type the newest one.")


class UsedCode(WrongCode):
    """Raised for a right code that was taken already."""

    says = N_("That code was used already. Wait until the app shows the next one.")


class AlreadyOn(Refusal):
    """Raised when an authenticator app is to be turned on or moved and another request did so meanwhile."""

    code, field = "AUTHENTICATOR_ALREADY_ON", "factor_code"
    says = N_("The authenticator app was set up meanwhile, in another tab or on another device.")


class AuthenticatorUnreadable(Refusal):
    """Raised when the installation's KLIQS_SECRET_KEY no longer has the secret that encrypts the app's."""

    code, field = "AUTHENTICATOR_UNREADABLE", "factor_code"
    says = N_("We cannot check codes of your app any more. Ask whoever runs this site to turn the app off.")


class Authenticator(Model):
    id = fields.BigIntField(primary_key=True)
    user: fields.OneToOneRelation[Any] = fields.OneToOneField(
        "models.User", related_name="authenticator", on_delete=fields.CASCADE
    )
    user_id: UUID
    secret = fields.CharField(255)
    last_step = fields.BigIntField()
    created_at: datetime = fields.DatetimeField()

    class Meta:
        table = "authenticators"

    @classmethod
    async def of(cls, user_id: UUID) -> Self | None:
        """Returns the authenticator app of a user; None while none is on."""
        return await cls.get_or_none(user_id=user_id)

    @classmethod
    async def turn_on(cls, user: User, secret: str, typed: str) -> list[str]:
        """Turns the app with this secret on if the typed code is right, and returns ten recovery codes.

        Raises: WrongCode, AlreadyOn, Busy.
        """
        step, now = check_code(secret, typed), clock.now()
        stored, new = encryption.encrypt(secret, secret_purpose(user.id)), await RecoveryCode.make(user.id)
        try:
            async with transaction():
                await cls.create(user_id=user.id, secret=stored, last_step=step, created_at=now)
                await RecoveryCode.replace_all(user.id, new)
                await _record(user, "authenticator_on")
        except IntegrityError:
            raise AlreadyOn from None
        return new.codes

    async def move(self, user: User, secret: str, typed: str) -> None:
        """Replaces the app by the one with this secret, if the typed code of the new one is right.

        Recovery codes stay. Raises: WrongCode, AlreadyOn.
        """
        step, now = check_code(secret, typed), clock.now()
        stored = encryption.encrypt(secret, secret_purpose(user.id))
        async with transaction():
            unchanged = Authenticator.filter(id=self.id, secret=self.secret)
            if not await unchanged.update(secret=stored, last_step=step, created_at=now):
                raise AlreadyOn
            await _record(user, "authenticator_moved")

    async def take_code(self, typed: str) -> None:
        """Takes a code, once. Raises: WrongCode, OldCode, UsedCode, AuthenticatorUnreadable."""
        secret = self._read_secret()
        values: dict[str, Any] = {"last_step": check_code(secret, typed)}
        if self.outdated:
            values["secret"] = encryption.encrypt(secret, secret_purpose(self.user_id))
        fresh = Authenticator.filter(id=self.id, secret=self.secret, last_step__lt=values["last_step"])
        if not await fresh.update(**values):
            raise UsedCode

    def _read_secret(self) -> str:
        try:
            return encryption.decrypt(self.secret, secret_purpose(self.user_id))
        except encryption.Undecipherable:
            raise AuthenticatorUnreadable from None

    @property
    def readable(self) -> bool:
        """Whether KLIQS_SECRET_KEY still has the secret under which this one is encrypted."""
        try:
            return bool(self._read_secret())
        except AuthenticatorUnreadable:
            return False

    @property
    def outdated(self) -> bool:
        """Whether the secret is encrypted under an older secret of KLIQS_SECRET_KEY; the next code renews it."""
        return encryption.is_outdated(self.secret, secret_purpose(self.user_id))


async def turn_off(user: User, *, by_operator: bool = False) -> bool:
    """Turns the app off, with its recovery codes and trusted browsers; returns False if it was off already.

    The security log says so if it was the operator.
    """
    async with transaction():
        if not await Authenticator.filter(user_id=user.id).delete():
            return False
        await RecoveryCode.filter(user_id=user.id).delete()
        await TrustedBrowser.filter(user_id=user.id).delete()
        await PendingSignIn.filter(user_id=user.id).delete()
        await record_event(user.id, "operator_authenticator_off" if by_operator else "authenticator_off")
        await notices.send_notice(user, "authenticator_off")
    return True


async def _undo(user_id: UUID, changed_at: datetime) -> None:
    """Turns off an app that was set up with a change that the user disowned, or after it."""
    if await Authenticator.exists(user_id=user_id, created_at__gte=changed_at - A_MOMENT):
        await turn_off(await User.get(id=user_id))


disown.add_undoing(_undo)


async def replace_recovery_codes(user: User) -> list[str]:
    """Ends the recovery codes of a user and returns ten new ones. Raises: NotFound while no app is on; Busy."""
    new = await RecoveryCode.make(user.id)
    async with transaction():
        # one of several such requests at once goes after the other, so that no codes are left over
        if not await Authenticator.filter(user_id=user.id).update(last_step=F("last_step")):
            raise NotFound
        await RecoveryCode.replace_all(user.id, new)
        await _record(user, "new_recovery_codes")
    return new.codes


async def _record(user: User, kind: str) -> None:
    await record_event(user.id, kind)
    await notices.send_notice(user, kind)


def secret_purpose(user_id: UUID) -> str:
    """Returns the purpose for which the secret of a user's app is encrypted."""
    return f"authenticator of {user_id}"


def without_blanks(typed: str) -> str:
    """Returns a typed code without the blanks that apps show in it. Long texts are not looked at."""
    return "".join(typed[:MOST_TYPED].split())


def check_code(secret: str, typed: str) -> int:
    """Returns the step of a typed code, blanks aside, without taking it. Raises: WrongCode, OldCode."""
    code = without_blanks(typed)
    if not DIGITS.fullmatch(code):
        raise WrongCode
    step = totp.matching_step(secret, code, clock.now())
    if step is None:
        minutes = totp.minutes_late(secret, code, clock.now())
        raise OldCode(minutes=minutes) if minutes else WrongCode
    return step
