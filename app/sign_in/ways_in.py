"""How many ways a user has to sign in; the last one cannot be removed.

Each kind of way registers a function that counts those of a user: the password and the emailed link here, connected
sign-ins, passkeys and others in their own packages.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager

from tortoise.expressions import F

from app.accounts.user import User
from app.kernel import installation
from app.kernel.db import transaction
from app.kernel.refusal import N_, Refusal

CountWays = Callable[[User], Awaitable[int]]
_counts: list[CountWays] = []


class LastWayIn(Refusal):
    """Raised when nothing would be left to sign in with."""

    code, says = "LAST_WAY_IN", N_("This is your only way to sign in. Add another one first.")


def register_ways(count: CountWays) -> None:
    """Registers a function that returns how many ways of one kind a user has."""
    _counts.append(count)


async def ways_in(user: User) -> int:
    """Returns the number of ways in which the user can sign in now."""
    return sum([await count(user) for count in _counts])


@asynccontextmanager
async def keeping_a_way_in(user: User) -> AsyncGenerator[None]:
    """A transaction for a block that removes a way in; two of them for one user run one after the other.

    Raises: LastWayIn, after which nothing is removed. Who cannot sign in anyway may remove what is of no use.
    """
    async with transaction():
        await User.filter(id=user.id).update(terms_seen=F("terms_seen"))  # locks the row until the end
        before = await ways_in(await User.get(id=user.id))
        yield
        if before and not await ways_in(await User.get(id=user.id)):
            raise LastWayIn


async def _password(user: User) -> int:
    return int(bool(user.password_hash))


async def _emailed_link(user: User) -> int:
    return int(installation.current().sends_email and user.email_verified_at is not None)


for count in (_password, _emailed_link):
    register_ways(count)
