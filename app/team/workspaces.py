"""Workspaces, as people see accounts: how somebody who owns none makes one, and how its settings are changed."""

from __future__ import annotations

from app.accounts.models import Account, Membership
from app.accounts.registration import open_empty_account
from app.accounts.roles import OWNER
from app.accounts.sign_up_checks import check_name
from app.accounts.user import User
from app.kernel.db import transaction
from app.kernel.refusal import N_, Refusal

FREE = "free"


class OwnsWorkspace(Refusal):
    """Raised when somebody owns a workspace without a paid plan already."""

    code = "OWNS_WORKSPACE"
    says = N_("You own a workspace without a paid plan already, and one is what everybody can have.")


async def create_workspace(user: User, name: str) -> Membership:
    """Creates an account without a paid plan, of which everybody owns at most one.

    Raises: OwnsWorkspace, NameMissing, TooLong.
    """
    name = check_name(name)
    async with transaction():
        await User.filter(id=user.id).update(created_at=user.created_at)  # locks the row against a second request
        if await owns_free_workspace(user):
            raise OwnsWorkspace
        return await open_empty_account(user, FREE, name)


async def owns_free_workspace(user: User) -> bool:
    """Whether a user owns an account without a paid plan."""
    return await Membership.filter(user_id=user.id, role=OWNER, account__plan_name=FREE).exists()


async def update_workspace(account: Account, *, name: str, language: str, time_zone: str) -> None:
    """Changes the name, language and time zone of an account of several people. Raises: NameMissing, TooLong."""
    account.name = check_name(name)
    account.language, account.time_zone = language, time_zone
    await account.save(update_fields=["name", "language", "time_zone"])
