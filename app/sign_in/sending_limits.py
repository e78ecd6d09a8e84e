"""Limits on emails that anybody may cause by typing an address.

They keep no owner out. A browser that signed in as the user before has a limit of its own (known_device.py). All others
share the limit of the email address; its window is as long as a sign-in link works, so that the mailbox has a link that
works while the limit is used up. Codes open no account that exists and have a limit of their own, so that they do not
use up that of the links. Known and unknown addresses are counted alike.
"""

from __future__ import annotations

from app.accounts.known_device import KnownBrowser
from app.accounts.user import User
from app.kernel.throttle import Throttle

by_browser = Throttle("emails by known browser", 5, 15)
by_email = Throttle("emails to an address", 5, 15)
codes_by_email = Throttle("codes to an address", 5, 15)
by_address = Throttle("emails by address", 20, 60)
by_user = Throttle("emails by signed-in user", 10, 60)


async def count_link(email: str, address: str, browser: str) -> None:
    """Counts a link to `email` that the IP address requested, before it is sent.

    `browser` is the token of a browser that signed in before. Raises: TooManyAttempts.
    """
    user = await User.get_or_none(email=email)
    if known := await KnownBrowser.known_digest(user.id if user else None, browser):
        return await by_browser.attempt(known)
    await by_address.attempt(address)
    return await by_email.attempt(email)


async def count_sign_up(email: str, address: str) -> None:
    """Counts a code to `email` with which somebody at the IP address signs up. Raises: TooManyAttempts."""
    await by_address.attempt(address)
    await codes_by_email.attempt(email)


async def count_verification(user: User, email: str) -> None:
    """Counts a code that a signed-in user sends to their own address, or to one that they want to have.

    An address that is not theirs has the limit of strangers, however many users type it. Raises: TooManyAttempts.
    """
    await by_user.attempt(str(user.id))
    if email != user.email:
        await codes_by_email.attempt(email)
