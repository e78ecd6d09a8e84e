"""Rate limits on guessing passwords, designed so that guesses by strangers do not lock out the owner.

Three kinds of attempts are counted separately: those from a browser that signed in to the account before
(known_device.py), for each browser; those in a session, which verify the owner's password again, for each session; all
others, for each account and for each IP address. While a limit is used up, correct passwords under it are refused too.
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
class SignInLimits:
    """The limits that one attempt counts against.

    `limit` and `key` are the limit on the password; `address` is the IP address, empty unless a stranger tries. `lane`
    is the thread pool that checks the password: a full pool of strangers' attempts does not delay owners.
    """

    limit: Throttle
    key: str
    address: str = ""
    lane: str = passwords.OWNERS

    @classmethod
    def of_sign_in(cls, email: str, address: str, known: str) -> SignInLimits:
        """The limits of a sign-in with an email; `known` is the digest of a browser known to the account, or empty."""
        return cls(by_browser, known) if known else cls(by_account, email, address, passwords.SIGN_IN)

    @classmethod
    def of_session(cls, session: str) -> SignInLimits:
        """The limits of an attempt in a session; `session` is its id."""
        return cls(by_session, session)

    async def attempt(self) -> None:
        """Counts one attempt, before the password is checked. Raises: TooManyAttempts."""
        if self.address:
            await by_address.attempt(self.address)
        await self.limit.attempt(self.key)

    async def attempts_left(self) -> int:
        """The number of attempts that remain."""
        return await self.limit.attempts_left(self.key)

    async def reset(self) -> None:
        """Resets the password's limit after a correct password, and takes this attempt off the address's limit."""
        await self.limit.reset(self.key)
        if self.address:
            await by_address.take_back(self.address)
