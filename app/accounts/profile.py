"""The profile of a user, and of the account that is theirs alone."""

from __future__ import annotations

from app.accounts.models import Account, Membership
from app.accounts.roles import OWNER
from app.accounts.sign_up_checks import check_name
from app.accounts.user import User
from app.kernel.db import transaction


async def update_profile(user: User, *, name: str, language: str, time_zone: str) -> None:
    """Changes the user's name, language and time zone, and those of each account that has no other member.

    Whoever works alone sees one name and one clock; an account of several people has its own. Raises: NameMissing,
    TooLong.
    """
    user.name = check_name(name)
    user.language, user.time_zone = language, time_zone
    async with transaction():
        await user.save(update_fields=["name", "language", "time_zone"])
        owned = await Membership.filter(user_id=user.id, role=OWNER).values_list("account_id", flat=True)
        alone = Account.filter(id__in=owned, seats_used=1)
        await alone.update(name=user.name, language=language, time_zone=time_zone)
