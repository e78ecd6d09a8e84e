"""What waits for somebody who got an email: links, sign-ups, and email addresses that are not verified yet.

Of links and codes only hashes are stored. `browser` is the hash of the cookie (inbox_cookie.py) of the browser that
asked, which alone sees the page about it. The rows of known and of unknown addresses are alike; only whoever reads the
mailbox learns which it is. All are deleted when they were used or have expired.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from tortoise import fields

from app.accounts.user import User
from app.sign_in.mailed_code import MailedCode
from app.sign_in.mailed_link import MOST_PATH, MailedLink

# MailedLink has a module of its own.
__all__ = ["MailedLink", "PendingEmail", "PendingSignUp"]


class PendingSignUp(MailedCode):
    """A sign-up whose address was sent a code."""

    browser = fields.CharField(64, unique=True)
    name = fields.CharField(80)
    password_hash = fields.CharField(200)
    language = fields.CharField(2)
    terms_seen = fields.CharField(10)
    age_confirmed_at: datetime = fields.DatetimeField()
    next_path = fields.CharField(MOST_PATH)
    take_along = fields.BooleanField()

    class Meta:
        table = "pending_sign_ups"


class PendingEmail(MailedCode):
    """An address of a user, or one that is to become it, that was sent a code."""

    user: fields.OneToOneRelation[User] = fields.OneToOneField(
        "models.User", related_name="pending_email", on_delete=fields.CASCADE
    )
    user_id: UUID

    class Meta:
        table = "pending_emails"

    @classmethod
    async def end_of_user(cls, user_id: UUID) -> None:
        """Deletes the address of a user that waits for its code."""
        await cls.filter(user_id=user_id).delete()


User.pending_hooks.append(PendingEmail.end_of_user)
