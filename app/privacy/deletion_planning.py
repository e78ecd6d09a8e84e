"""Plans the deletion of users and accounts, and undoes it during the days of grace (app/accounts/deletion_grace.py).

A user goes with every account of which nobody else is a member. Where others are members, the user only leaves; the
only owner of such an account has to hand it over or delete it first.

Everything here changes the row of the user first, then those of accounts, then the planned deletions, so that two
transactions never wait for each other. The first change is conditional: of several at once, one succeeds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from app.accounts.deletion_grace import GRACE
from app.accounts.models import Account, Membership
from app.accounts.roles import OWNER
from app.accounts.security_log import record_event
from app.accounts.user import User
from app.kernel import clock, secrets, text
from app.kernel.db import transaction
from app.kernel.refusal import N_, Refusal
from app.privacy import emails
from app.privacy.planned_deletion import PlannedDeletion


class OnlyOwner(Refusal):
    """Raised for a user who is the only owner of an account with other members. Facts: workspace."""

    code = "ONLY_OWNER"
    says = N_("You are the only owner of %(workspace)s. Make another member its owner, or delete it first.")


class DeletedAlready(Refusal):
    """Raised for what will be deleted already."""

    code, says = "DELETED_ALREADY", N_("This will be deleted already.")


class NothingToUndo(Refusal):
    """Raised when there is no planned deletion, or no longer one."""

    code, says = "NOTHING_TO_UNDO", N_("There is nothing to undo: it was undone already, or it is deleted.")


@dataclass(slots=True)
class AccountsOfUser:
    """The accounts of a user by what a deletion of the user means for them.

    `deleted` go with the user, `left` go on without them, `blocking` have no other owner and other members.
    """

    deleted: list[Account] = field(default_factory=list)
    left: list[Account] = field(default_factory=list)
    blocking: list[Account] = field(default_factory=list)


async def sort_accounts(user: User) -> AccountsOfUser:
    """Returns the accounts of a user, sorted by what happens to them."""
    sorted_accounts, own = AccountsOfUser(), await Membership.of_user(user.id)
    others = await Membership.filter(account_id__in=[each.account_id for each in own]).exclude(user_id=user.id)
    for membership in own:
        account, roles = membership.account, [each.role for each in others if each.account_id == membership.account_id]
        if not roles:
            sorted_accounts.deleted.append(account)
        elif membership.role == OWNER and OWNER not in roles and account.delete_at is None:
            sorted_accounts.blocking.append(account)
        else:
            sorted_accounts.left.append(account)
    return sorted_accounts


async def plan_user_deletion(user: User) -> datetime:
    """Plans the deletion of a user with the accounts that go with them; returns when it happens.

    Every session of the user ends. Raises: OnlyOwner, DeletedAlready.
    """
    when, token = clock.now() + GRACE, secrets.new_token()
    async with transaction():
        if not await User.filter(id=user.id, delete_at=None).update(delete_at=when):
            raise DeletedAlready
        accounts = await sort_accounts(user)
        if accounts.blocking:
            raise OnlyOwner(workspace=accounts.blocking[0].name)
        planned: list[UUID | None] = [None]
        for id in sorted(account.id for account in accounts.deleted):
            if await Account.filter(id=id, delete_at=None).update(delete_at=when):
                planned.append(id)
        await _insert(user.id, planned, token)
        await user.sign_out_everywhere()
        await record_event(user.id, "deletion_planned")
        await emails.send_user_deletion_planned(user, when, token)
    return when


async def plan_account_deletion(account: Account, user: User) -> datetime:
    """Plans the deletion of an account by a user who owns it; returns when it happens. Its members keep their own.

    Raises: DeletedAlready.
    """
    when, token = clock.now() + GRACE, secrets.new_token()
    async with transaction():
        if not await Account.filter(id=account.id, delete_at=None).update(delete_at=when):
            raise DeletedAlready
        await _insert(user.id, [account.id], token)
        await record_event(user.id, "workspace_deletion_planned", account.name)
        members = await Membership.filter(account_id=account.id).order_by("id").select_related("user")
        for member in members:
            own_token = token if member.role == OWNER else ""
            await emails.send_account_deletion_planned(member.user, account, when, own_token)
    return when


async def _insert(user_id: UUID, accounts: Sequence[UUID | None], token: str) -> None:
    digest, now = secrets.sha256_hex(token), clock.now()
    for account_id in accounts:
        await PlannedDeletion.create(user_id=user_id, account_id=account_id, digest=digest, created_at=now)


async def find_planned(token: str) -> PlannedDeletion | None:
    """Returns the planned deletion that a token of an email undoes, or None."""
    digest = secrets.sha256_hex(text.replace_surrogates(token))
    return await PlannedDeletion.filter(digest=digest).order_by("id").first()


async def undo(planned: PlannedDeletion | None) -> None:
    """Undoes a planned deletion, with all that was wished at the same time. Raises: NothingToUndo."""
    rows = await PlannedDeletion.filter(digest=planned.digest) if planned else []
    if planned is None or not rows:
        raise NothingToUndo
    await _undo(planned.user_id, rows)


async def undo_user_deletion(user: User) -> None:
    """Undoes the planned deletion of a user. Raises: NothingToUndo."""
    await undo(await PlannedDeletion.get_or_none(user_id=user.id, account_id=None))


async def undo_account_deletion(account: Account) -> None:
    """Undoes the planned deletion of an account, and of nothing else. Raises: NothingToUndo."""
    rows = await PlannedDeletion.filter(account_id=account.id)
    async with transaction():
        if not await Account.filter(id=account.id).exclude(delete_at=None).update(delete_at=None):
            raise NothingToUndo
        await PlannedDeletion.filter(account_id=account.id).delete()
        for owner in await account.owners():
            if owner.id in {row.user_id for row in rows}:
                await record_event(owner.id, "workspace_deletion_undone", account.name)
            await emails.send_deletion_undone(owner)


async def _undo(user_id: UUID, rows: Sequence[PlannedDeletion]) -> None:
    accounts = sorted(row.account_id for row in rows if row.account_id)
    undone = 0
    async with transaction():
        if any(row.account_id is None for row in rows):
            undone += await User.filter(id=user_id).exclude(delete_at=None).update(delete_at=None)
        for id in accounts:
            undone += await Account.filter(id=id).exclude(delete_at=None).update(delete_at=None)
        if not undone or not await PlannedDeletion.filter(id__in=[row.id for row in rows]).delete():
            raise NothingToUndo
        await _record_undone(user_id, rows)
        await emails.send_deletion_undone(await User.get(id=user_id))


async def _record_undone(user_id: UUID, rows: Sequence[PlannedDeletion]) -> None:
    """Records in the security log that a deletion was undone: of the user, or of an account alone."""
    if any(row.account_id is None for row in rows):
        await record_event(user_id, "deletion_undone")
        return
    for account in await Account.filter(id__in=[row.account_id for row in rows]):
        await record_event(user_id, "workspace_deletion_undone", account.name)
