"""Six digits by email, with which somebody who has neither a password nor an app confirms who they are.

There is one code at a time for each session. It works once, for 10 minutes and five tries (mailed_code.py). Its hash is
keyed with the server's secret, because all codes could be tried against a stolen hash.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from typing import Any
from uuid import UUID

from tortoise import fields
from tortoise.exceptions import IntegrityError
from tortoise.expressions import F
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.accounts.models import Session
from app.kernel import clock, secrets
from app.kernel.db import transaction
from app.kernel.refusal import N_, Refusal
from app.kernel.throttle import Throttle
from app.sign_in.mailed_code import CODE_LIFETIME, MOST_TRIES, digits_of, new_code
from app.sign_in.second_factor import notices

emails_by_session = Throttle("confirmation codes by session", 5, 60)


class WrongMailedCode(Refusal):
    """Raised for a code that is not the one of the email, or no longer."""

    code, field = "WRONG_CODE", "mailed_code"
    says = N_("That is not the code of the newest email, or its 10 minutes are over.")


class ConfirmationCode(Model):
    id = fields.BigIntField(primary_key=True)
    session: fields.OneToOneRelation[Any] = fields.OneToOneField(
        "models.Session", related_name="confirmation_code", on_delete=fields.CASCADE
    )
    session_id: UUID
    digest = fields.CharField(64)
    tries_left = fields.SmallIntField(default=MOST_TRIES)
    expires_at: datetime = fields.DatetimeField(db_index=True)

    class Meta:
        table = "confirmation_codes"

    @classmethod
    async def send(cls, session: Session) -> None:
        """Emails a new code to the user of a session; the earlier one ends. Raises: TooManyAttempts."""
        await emails_by_session.attempt(str(session.id))
        code = new_code()
        digest, ends = _digests(session.id, code)[0], clock.now() + CODE_LIFETIME
        with suppress(IntegrityError):  # another request of this session sends one at the same moment
            async with transaction():
                await cls.filter(session_id=session.id).delete()
                await cls.create(session_id=session.id, digest=digest, expires_at=ends)
                await notices.send_confirmation_code(session.user, code)

    @classmethod
    async def take(cls, session: Session, typed: str) -> None:
        """Takes the code of a session, once. Raises: WrongMailedCode."""
        waiting = cls.filter(session_id=session.id, tries_left__gt=0, expires_at__gt=clock.now())
        if not await waiting.update(tries_left=F("tries_left") - 1):
            raise WrongMailedCode
        digests = _digests(session.id, digits_of(typed))
        if not await cls.filter(session_id=session.id, digest__in=digests).delete():
            raise WrongMailedCode

    @classmethod
    def outdated(cls) -> QuerySet[ConfirmationCode]:
        """The codes whose 10 minutes are over, to be deleted."""
        return cls.filter(expires_at__lte=clock.now())


def _digests(session_id: UUID, code: str) -> list[str]:
    return secrets.hmac_digests("confirmation-code", f"{session_id}:{code}")
