"""Limits on guessing the password of an account, so that strangers who guess keep nobody out but strangers.

Three kinds of attempts count apart. Those from a browser that signed in to this very account before (known.py) have a
limit of their own for each browser; those of somebody who is signed in, who proves that it is the owner, have one for
each session; all others share one by account and one by address. While a limit is used up, right answers under it are
refused too.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.kernel import passwords
from app.kernel.throttle import Throttle

by_browser = Throttle("sign-in by known browser", 10, 15)
by_session = Throttle("password while signed in by session", 10, 15)
by_account = Throttle("sign-in by account", 10, 15)
by_address = Throttle("sign-in by address", 30, 15)


@dataclass(frozen=True, slots=True)
class Guesses:
    """What an attempt counts against: the password's own limit, and for a stranger that of their address.

    `lane` is the pool in which the password is checked: strangers who fill theirs delay no owner.
    """

    limit: Throttle
    key: str
    address: str = ""
    lane: str = passwords.OWNERS

    @classmethod
    def of_sign_in(cls, email: str, address: str, known: str) -> Guesses:
        """Of a sign-in with an email; `known` is the digest of a browser that the account knows, else empty."""
        return cls(by_browser, known) if known else cls(by_account, email, address, passwords.SIGN_IN)

    @classmethod
    def of_session(cls, session: str) -> Guesses:
        """Of somebody who is signed in; `session` tells their session from others."""
        return cls(by_session, session)

    async def attempt(self) -> None:
        """Counts one attempt before the password is checked. Refusals: TooManyAttempts."""
        if self.address:
            await by_address.attempt(self.address)
        await self.limit.attempt(self.key)

    async def left(self) -> int:
        """How many attempts remain."""
        return await self.limit.left(self.key)

    async def forgive(self) -> None:
        """The right password came: forgets the attempts, and uncounts this one of the address."""
        await self.limit.forgive(self.key)
        if self.address:
            await by_address.take_back(self.address)
