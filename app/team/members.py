"""The members of an account: their roles, how they leave, and how its ownership is handed over.

Each change locks the account's row first, so that of several changes at once none leaves the account without an owner.
"""

from __future__ import annotations

from app.accounts.models import Account, Membership, Session
from app.accounts.roles import EDIT, EDITOR, OWNER, ROLES, may
from app.accounts.security_log import record_event
from app.accounts.user import User
from app.kernel.db import transaction
from app.kernel.refusal import N_, NotFound, Refusal
from app.keys.models import ApiKey
from app.plans import quota
from app.team import emails
from app.team.invitation_refusals import UnknownRole


class LastOwner(Refusal):
    """Raised for what would leave an account without an owner."""

    code, field = "LAST_OWNER", "role"
    says = N_("A workspace always has an owner, and you are the only one. Hand it over first, or delete it.")


async def role_of(account: Account, member_id: int) -> str:
    """Returns the role of a member; empty if there is no such member."""
    member = await Membership.get_or_none(account_id=account.id, id=member_id)
    return member.role if member else ""


async def change_role(account: Account, member_id: int, role: str) -> Membership:
    """Gives a member another role. Raises: NotFound, UnknownRole, LastOwner."""
    if role not in ROLES:
        raise UnknownRole
    async with transaction():
        member = await _locked_member(account, member_id)
        await _set_role(account, member, role)
        await _check_owned(account)
    return member


async def hand_over(account: Account, owner: User, member_id: int) -> Membership:
    """Makes another member an owner, and the present owner an editor. Raises: NotFound."""
    async with transaction():
        member = await _locked_member(account, member_id)
        own = (
            await Membership.filter(account_id=account.id, user_id=owner.id, role=OWNER).select_related("user").first()
        )
        if own is None or own.id == member.id:
            raise NotFound
        await _set_role(account, member, OWNER)
        await _set_role(account, own, EDITOR)
    return member


async def remove(account: Account, member_id: int) -> Membership:
    """Removes a member, who gets an email. Raises: NotFound, LastOwner."""
    async with transaction():
        member = await _locked_member(account, member_id)
        await _end(account, member, "workspace_removed")
        await emails.send_removed(member.user, account)
    return member


async def leave(account: Account, user: User) -> None:
    """Ends the membership of a user who leaves. Raises: NotFound, LastOwner."""
    async with transaction():
        await quota.lock_account(account)
        member = await Membership.filter(account_id=account.id, user_id=user.id).select_related("user").first()
        if member is None:
            raise NotFound
        await _end(account, member, "workspace_left")


async def _locked_member(account: Account, id: int) -> Membership:
    """Locks the account's row and returns one of its members. Raises: NotFound."""
    await quota.lock_account(account)
    member = await Membership.filter(account_id=account.id, id=id).select_related("user").first()
    if member is None:
        raise NotFound
    return member


async def _set_role(account: Account, member: Membership, role: str) -> None:
    """Gives a member a role. Keys can change things, so those of somebody who may no longer do that will end."""
    if member.role != role:
        member.role = role
        await member.save(update_fields=["role"])
        await record_event(member.user_id, "workspace_role", account.name)
        if not may(role, EDIT):
            await _end_keys(account, member)


async def _end(account: Account, member: Membership, event: str) -> None:
    """Ends a membership: its seat is free, sessions forget the account, and the keys that the person made will end."""
    await member.delete()
    await _check_owned(account)
    await quota.uncount_seats(account)
    await Session.filter(user_id=member.user_id, account_id=account.id).update(account_id=None)
    await record_event(member.user_id, event, account.name)
    await _end_keys(account, member)


async def _end_keys(account: Account, member: Membership) -> None:
    """Makes the keys that a member made end in a week, and tells the owners."""
    if keys := await ApiKey.end_keys_of(account.id, member.user_id):
        await emails.send_keys_end(account, member.user, keys)


async def _check_owned(account: Account) -> None:
    if not await Membership.filter(account_id=account.id, role=OWNER).exists():
        raise LastOwner
