"""Verifies the second factor before there is a session: at a sign-in, and before a forgotten password is replaced.

A way to sign in that ends in `sign_in_flow.finish_sign_in` has to call nothing (sign_in_views.py), nor has the choice
of a new password, to which this module adds itself (app/sign_in/password_reset.py). Anything else calls this before it
changes something:

    if await verification.is_required(user, trust_counts=False):
        await verification.verify_code(user, form[verification.FIELD])  # raises refusals for that field

The field is templates/sign_in/second_factor/_code_field.html, included with the variable `kind` set to "either".

Wrong digits are counted: strangers have 10 an hour for each user, a browser that signed in before has 10 of its own in
15 minutes. So whoever knows the password and guesses at the code keeps nobody out: the owner comes in with a browser of
theirs, or anywhere with a recovery code, whose 60 bits nobody guesses.
"""

from __future__ import annotations

from app.accounts import device_cookie
from app.accounts.known_device import KnownBrowser
from app.accounts.security_log import record_event
from app.accounts.user import User
from app.kernel.db import transaction
from app.kernel.refusal import N_, TooManyAttempts
from app.kernel.throttle import Throttle
from app.sign_in import password_reset
from app.sign_in.password_reset import Proof
from app.sign_in.second_factor import notices, trust_cookie
from app.sign_in.second_factor.authenticator import DIGITS, Authenticator, WrongCode, without_blanks
from app.sign_in.second_factor.recovery_code import RecoveryCode

FIELD = "factor_code"  # of forms
by_browser = Throttle("second factor by known browser", 10, 15)
by_session = Throttle("second factor by session", 10, 15)
by_user = Throttle("second factor by user", 10, 60)
reports = Throttle("notice of wrong codes by user", 1, 24 * 60)


class WrongRecoveryCode(WrongCode):
    """Raised for a recovery code that does not exist, or was used."""

    says = N_("That is not one of your recovery codes, or it was used already.")


async def is_required(user: User, *, trust_counts: bool = True) -> bool:
    """Whether this browser has to show a second factor of the user: they have one, and do not trust the browser.

    Without `trust_counts` a browser that they trust has to show it too.
    """
    if await Authenticator.of(user.id) is None:
        return False
    return not (trust_counts and await trust_cookie.is_trusted(user.id))


async def report_wrong_codes(user: User) -> None:
    """Tells the user, at most once a day, that somebody who knows their password typed wrong codes until the end."""
    try:
        await reports.attempt(str(user.id))
    except TooManyAttempts:
        return
    async with transaction():
        await record_event(user.id, "wrong_codes")
        await notices.send_notice(user, "wrong_codes")


async def verify_code(user: User, typed: str, session: str = "") -> None:
    """Takes the code of the user's app, or a recovery code, once.

    `session` is the id of the session that confirms something; empty before there is one. Raises: WrongCode,
    WrongRecoveryCode, TooManyAttempts, AuthenticatorUnreadable, Busy.
    """
    if DIGITS.fullmatch(without_blanks(typed)):
        await _take_app_code(user, typed, session)
    else:
        await _take_recovery_code(user, typed)


async def _take_app_code(user: User, typed: str, session: str) -> None:
    authenticator = await Authenticator.of(user.id)
    if authenticator is None:
        raise WrongCode
    limit, key = await _limit(user, session)
    await limit.attempt(key)
    try:
        await authenticator.take_code(typed)
    except WrongCode:
        await record_event(user.id, "wrong_code")
        raise
    await limit.take_back(key)


async def _limit(user: User, session: str) -> tuple[Throttle, str]:
    """The limit that an attempt counts against, and its key."""
    if session:
        return by_session, session
    known = await KnownBrowser.known_digest(user.id, device_cookie.COOKIE.read())
    return (by_browser, known) if known else (by_user, str(user.id))


async def _take_recovery_code(user: User, typed: str) -> None:
    async def report() -> None:
        await record_event(user.id, "recovery_code_used")
        await notices.send_notice(user, "recovery_code_used")

    if not await RecoveryCode.take(user.id, typed, report):
        raise WrongRecoveryCode


async def _is_needed_for_reset(user: User) -> bool:
    return await is_required(user, trust_counts=False)


password_reset.proofs.append(Proof(FIELD, "sign_in/second_factor/_reset_field.html", _is_needed_for_reset, verify_code))
