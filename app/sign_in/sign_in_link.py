"""Signing in by a link that was sent by email."""

from __future__ import annotations

from app.accounts.known_device import KnownBrowser
from app.accounts.security_log import record_event
from app.accounts.user import User
from app.kernel.db import transaction
from app.sign_in.mailed_link import SIGN_IN, LinkUsedUp, MailedLink


async def use_link(token: str, known_browser: str) -> tuple[User, str]:
    """Uses a sign-in link; returns the user and the path to redirect to.

    It proves that its reader has the address. `known_browser` is the token of the device cookie: the password of an
    address that nobody had verified stays only if this browser has signed in with it. Raises: LinkUsedUp.
    """
    link = await MailedLink.consume(SIGN_IN, token)
    user = await User.get_or_none(id=link.user_id, email=link.email)
    if user is None:  # the address was changed meanwhile
        raise LinkUsedUp
    known = bool(await KnownBrowser.known_digest(user.id, known_browser))
    async with transaction():
        await user.mark_email_verified(keep_password=known, keep_ways=known)
        await record_event(user.id, "sign_in_link_used")
    return user, link.next_path
