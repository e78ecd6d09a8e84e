"""A six-digit code that was sent by email: what its rows have in common, and how a typed code is compared.

A code works for CODE_LIFETIME, until it was typed wrong MOST_TRIES times. Its hash is keyed with the server's secret,
because somebody who has the database could try all million codes in a moment. A new code may be sent after RESEND_WAIT,
at most MOST_SENDS times; each has tries of its own. The row itself is kept for KEPT_FOR.
"""

from __future__ import annotations

import hmac
import math
import secrets as random_source
import string
from datetime import datetime, timedelta
from typing import Any, Self
from uuid import UUID

from tortoise import fields
from tortoise.expressions import F
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.kernel import clock, secrets
from app.kernel.refusal import N_, Refusal
from app.sign_in.matching_words import new_words

CODE_LIFETIME, KEPT_FOR, RESEND_WAIT = timedelta(minutes=10), timedelta(hours=1), timedelta(seconds=60)
DIGITS, MOST_TRIES, MOST_SENDS = 6, 5, 5
MOST_TYPED = 64  # characters that are looked at


class WrongCode(Refusal):
    """Raised for a code that is not the newest one; the fact `left` is the number of tries that remain."""

    code, field, says = "WRONG_CODE", "code", N_("That is not the code. Look at the newest email.")


class CodeExpired(Refusal):
    """Raised for a code that is too old, was used, or was typed wrong too often."""

    code, field, says = "CODE_EXPIRED", "code", N_("That code does not work any more. Send yourself a new one.")


class TooSoon(Refusal):
    """Raised when an email is sent again before RESEND_WAIT is over, or too often."""

    code, says = "TOO_MANY_ATTEMPTS", N_("An email was sent a moment ago. Wait a little before you send another one.")
    retry_after = int(RESEND_WAIT.total_seconds())


class MailedCode(Model):
    id: UUID = fields.UUIDField(primary_key=True)
    email = fields.CharField(254)
    code_digest = fields.CharField(64)
    words = fields.CharField(20)
    tries = fields.IntField(default=0)
    sends = fields.IntField(default=1)
    sent_at: datetime = fields.DatetimeField()
    created_at: datetime = fields.DatetimeField()
    expires_at: datetime = fields.DatetimeField(db_index=True)

    class Meta:
        abstract = True

    @classmethod
    def new_columns(cls, id: UUID, code: str) -> dict[str, Any]:
        """The columns of a new row, but for those of the subclass."""
        now = clock.now()
        return {
            "id": id,
            "code_digest": _digests(id, code)[0],
            "words": new_words(),
            "sent_at": now,
            "created_at": now,
            "expires_at": now + KEPT_FOR,
        }

    @classmethod
    def kept(cls) -> QuerySet[Self]:
        """The rows that have not expired."""
        return cls.filter(expires_at__gt=clock.now())

    @classmethod
    def outdated(cls) -> QuerySet[Self]:
        """The expired rows, to be deleted."""
        return cls.filter(expires_at__lte=clock.now())

    @property
    def code_until(self) -> datetime:
        """When the code ends that was sent last."""
        return self.sent_at + CODE_LIFETIME

    @property
    def seconds_to_wait(self) -> int:
        """In how many seconds another code may be sent; 0 for now."""
        return seconds_until(self.sent_at + RESEND_WAIT)

    def check_wait(self) -> None:
        """Refuses what comes too soon, before it counts for a limit. Raises: TooSoon."""
        if wait := self.seconds_to_wait:
            raise TooSoon(retry_after=wait)

    async def use(self, code: str) -> None:
        """Deletes the row if the code is right: of several simultaneous calls one succeeds.

        Raises: WrongCode, CodeExpired.
        """
        tried = type(self).kept().filter(id=self.id, tries__lt=MOST_TRIES, sent_at__gt=clock.now() - CODE_LIFETIME)
        if not await tried.update(tries=F("tries") + 1):
            raise CodeExpired
        current = await type(self).get_or_none(id=self.id)
        digests = _digests(self.id, digits_of(code))
        if current and not any(hmac.compare_digest(digest, current.code_digest) for digest in digests):
            raise WrongCode(left=MOST_TRIES - current.tries)
        if current is None or not await type(self).filter(id=self.id, code_digest=current.code_digest).delete():
            raise CodeExpired  # another call was faster

    async def renew(self) -> str:
        """Makes a new code in place of the old one and returns it. Raises: TooSoon."""
        code, now = new_code(), clock.now()
        due = type(self).kept().filter(id=self.id, sends__lt=MOST_SENDS, sent_at__lte=now - RESEND_WAIT)
        if not await due.update(code_digest=_digests(self.id, code)[0], tries=0, sends=F("sends") + 1, sent_at=now):
            raise TooSoon
        self.sent_at = now
        return code


def seconds_until(when: datetime) -> int:
    """Returns the whole seconds until a time, rounded up; 0 if it is over."""
    return max(0, math.ceil((when - clock.now()).total_seconds()))


def new_code() -> str:
    """Returns six random digits."""
    return f"{random_source.randbelow(10**DIGITS):0{DIGITS}}"


def digits_of(typed: str) -> str:
    """Returns the digits of a typed code, without what people put between them. Long texts are not looked at."""
    return "".join(character for character in typed[:MOST_TYPED] if character in string.digits)


def _digests(id: UUID, code: str) -> list[str]:
    return secrets.hmac_digests("code sent by email", f"{id}:{code}")
