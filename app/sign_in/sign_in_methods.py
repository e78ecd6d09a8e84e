"""The methods with which a user can sign in, of which the last one cannot be removed.

Each kind of method registers a function that counts those of a user: the password and the emailed link here, connected
sign-ins and passkeys in their own packages.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager

from tortoise.expressions import F

from app.accounts.user import User
from app.kernel import installation
from app.kernel.db import transaction
from app.kernel.refusal import N_, Refusal

CountMethods = Callable[[User], Awaitable[int]]
_counts: list[CountMethods] = []


class LastSignInMethod(Refusal):
    """Raised when nothing would be left to sign in with."""

    code, says = "LAST_WAY_IN", N_("This is your only way to sign in. Add another one first.")


def register_methods(count: CountMethods) -> None:
    """Registers a function that returns how many methods of one kind a user has."""
    _counts.append(count)


async def count_sign_in_methods(user: User) -> int:
    """Returns the number of methods with which the user can sign in now."""
    return sum([await count(user) for count in _counts])


@asynccontextmanager
async def keeping_a_method(user: User) -> AsyncGenerator[None]:
    """A transaction for a block that removes a sign-in method; two of them for one user run one after the other.

    Raises: LastSignInMethod, and nothing is removed. Somebody who had no method before may remove what is of no use.
    """
    async with transaction():
        await User.filter(id=user.id).update(terms_seen=F("terms_seen"))  # locks the row until the end
        before = await count_sign_in_methods(await User.get(id=user.id))
        yield
        if before and not await count_sign_in_methods(await User.get(id=user.id)):
            raise LastSignInMethod


async def _password(user: User) -> int:
    return int(bool(user.password_hash))


async def _emailed_link(user: User) -> int:
    return int(installation.current().sends_email and user.email_verified_at is not None)


for count in (_password, _emailed_link):
    register_methods(count)
