"""The gate of changes: whether users and accounts may be changed now. Every door asks it before it changes anything."""

from __future__ import annotations

from app.accounts.deletion_grace import BeingDeleted
from app.accounts.models import Account
from app.accounts.suspension import AccountSuspended
from app.accounts.user import User
from app.kernel import i18n


def refuse_change(*things: User | Account | None, although_suspended: bool = False) -> None:
    """Refuses a change if one of these will be deleted, or is suspended unless it is one for then.

    Raises: BeingDeleted, AccountSuspended.
    """
    for thing in things:
        if thing is not None and thing.delete_at is not None:
            raise BeingDeleted(day=i18n.format_date(thing.delete_at))
        if isinstance(thing, Account) and thing.suspended_at is not None and not although_suspended:
            raise AccountSuspended
