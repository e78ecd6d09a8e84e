"""The profile of a user, and of the account that is theirs alone."""

from __future__ import annotations

from collections.abc import Mapping

from app.accounts.models import Account, Membership
from app.accounts.roles import OWNER
from app.accounts.sign_up_checks import check_name
from app.accounts.user import User
from app.kernel import text
from app.kernel.db import transaction
from app.kernel.refusal import Faults

OPTIONAL = {"username": 40, "phone": 32, "organisation": 120}  # fields that may stay empty; most characters of each


async def update_profile(
    user: User, *, name: str, language: str, time_zone: str, optional: Mapping[str, str] | None = None
) -> None:
    """Changes the user's name, language and time zone, and those of each account that has no other member.

    Somebody who works alone has one name and one time zone; an account of several people has its own. `optional` are
    the values of fields in OPTIONAL; those that are missing stay as they are. Raises: NameMissing, TooLong, all at
    once.
    """
    faults, changes = Faults.gather(), {"language": language, "time_zone": time_zone}
    with faults.catching():
        changes["name"] = check_name(name)
    for field, most in OPTIONAL.items():
        with faults.catching():
            if optional is not None and field in optional:
                changes[field] = text.clean_line(optional[field], most, field)
    faults.raise_if_any()
    user.update_from_dict(changes)
    async with transaction():
        await user.save(update_fields=list(changes))
        owned = await Membership.filter(user_id=user.id, role=OWNER).values_list("account_id", flat=True)
        of_one = Account.filter(id__in=owned, seats_used=1)
        await of_one.update(name=user.name, language=language, time_zone=time_zone)
