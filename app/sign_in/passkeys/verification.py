"""Proving who one is with a passkey: at the sign-in, and again before changes that matter."""

from __future__ import annotations

import asyncio
from uuid import UUID

from app.accounts.security_log import record_event
from app.accounts.user import User
from app.kernel.db import transaction
from app.kernel.throttle import Throttle
from app.sign_in.passkeys import ceremonies, emails
from app.sign_in.passkeys.models import Passkey, PasskeyChallenge
from app.sign_in.passkeys.public_key_credential import PasskeyRefused, PasskeyTooLate, PublicKeyCredential
from app.sign_in.passkeys.relying_party import RelyingParty

SIGN_IN, CONFIRM = "sign_in", "confirm"
challenges_by_address = Throttle("passkey challenges by address", 300, 5)  # each is a row until the hourly sweep


async def begin_sign_in(party: RelyingParty, browser: str, address: str) -> str:
    """Returns the options of a sign-in as JSON, with a new challenge for the browser with this secret.

    They name no passkeys, because it is not known yet who signs in. `address` is the visitor's IP address, for the
    rate limit only. Raises: TooManyAttempts.
    """
    await challenges_by_address.attempt(address)
    challenge = await PasskeyChallenge.issue(SIGN_IN, browser)
    return await asyncio.to_thread(ceremonies.authentication_options, party, challenge)


async def begin_confirmation(user: User, party: RelyingParty, browser: str) -> str:
    """Returns the options, as JSON, of a proof that the browser is still the user's; one of their passkeys signs."""
    challenge = await PasskeyChallenge.issue(CONFIRM, browser, user.id)
    allowed = [passkey.credential_id for passkey in await Passkey.owned_by(user.id).filter(rp_id=party.id)]
    return await asyncio.to_thread(ceremonies.authentication_options, party, challenge, allowed)


async def verify_sign_in(party: RelyingParty, browser: str, credential: PublicKeyCredential, device: str) -> User:
    """Returns the user whose passkey signed. Raises: PasskeyTooLate, PasskeyRefused."""
    passkey = await _verify(party, browser, credential, SIGN_IN, None)
    if credential.response.user_handle != passkey.user_handle:  # a discoverable passkey names its user
        raise PasskeyRefused
    return await _record_use(party, credential, passkey, device)


async def verify_confirmation(
    user: User, party: RelyingParty, browser: str, credential: PublicKeyCredential, device: str
) -> None:
    """Accepts a signature by one of the user's passkeys. Raises: PasskeyTooLate, PasskeyRefused."""
    passkey = await _verify(party, browser, credential, CONFIRM, user.id)
    await _record_use(party, credential, passkey, device)


async def _verify(
    party: RelyingParty, browser: str, credential: PublicKeyCredential, purpose: str, user_id: UUID | None
) -> Passkey:
    """Consumes the challenge; returns the passkey that the credential names, of that user if one is expected."""
    if await PasskeyChallenge.consume(credential.challenge, purpose, browser, user_id) is None:
        raise PasskeyTooLate
    passkey = await Passkey.get_or_none(credential_id=credential.id, rp_id=party.id).select_related("user")
    if passkey is None or (user_id is not None and passkey.user_id != user_id):
        raise PasskeyRefused
    return passkey


async def _record_use(party: RelyingParty, credential: PublicKeyCredential, passkey: Passkey, device: str) -> User:
    """Verifies the signature and its counter; returns the passkey's user. Raises: PasskeyRefused."""
    user: User = passkey.user
    sign_count, backed_up = await asyncio.to_thread(
        ceremonies.verify_signature, credential, credential.challenge, party, passkey
    )
    if not await passkey.record_use(sign_count, backed_up=backed_up):
        await _report_copy(user, passkey, device)
        raise PasskeyRefused
    return user


async def _report_copy(user: User, passkey: Passkey, device: str) -> None:
    """Records that the counter of a passkey went back, and tells the user by email; nothing if it was removed."""
    async with transaction():
        if await Passkey.filter(id=passkey.id).exists():
            await record_event(user.id, "passkey_refused", passkey.name)
            await emails.send_passkey_refused(user, passkey.name, device)
