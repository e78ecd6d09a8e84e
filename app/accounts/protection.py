"""Whether a user is well protected: they have something beside what can be guessed or read in their mail.

Packages with a second factor, or with a way in that counts as two, add a check when they are imported.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from app.accounts.user import User

Check = Callable[[User], Awaitable[bool]]
_checks: list[Check] = []


def add_check(check: Check) -> None:
    """Adds a check that says whether a user has such a factor."""
    _checks.append(check)


async def is_well_protected(user: User) -> bool:
    """Returns whether one of the checks holds; later ones are not asked."""
    for check in _checks:
        if await check(user):
            return True
    return False
