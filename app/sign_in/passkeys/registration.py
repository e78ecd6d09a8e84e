"""A user's passkeys in their settings: added, renamed and removed."""

from __future__ import annotations

import asyncio
from datetime import datetime
from uuid import UUID, uuid4

from tortoise.exceptions import IntegrityError

from app.accounts import disown
from app.accounts.security_log import record_event
from app.accounts.user import User
from app.kernel import clock, secrets, site, text
from app.kernel.db import transaction
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_, NotFound, Refusal
from app.sign_in.passkeys import ceremonies, emails
from app.sign_in.passkeys.authenticators import provider_name
from app.sign_in.passkeys.ceremonies import NewCredential, PasskeyUser
from app.sign_in.passkeys.models import Passkey, PasskeyChallenge
from app.sign_in.passkeys.public_key_credential import PasskeyTooLate, PublicKeyCredential
from app.sign_in.passkeys.relying_party import RelyingParty, relying_party_ids
from app.sign_in.sign_in_methods import count_sign_in_methods, keeping_a_method, register_methods

ADD, MAX_PASSKEYS, MAX_NAME_LENGTH = "add", 20, 60


class PasskeyTaken(Refusal):
    """Raised for a passkey that somebody has already."""

    code, field, says = "PASSKEY_TAKEN", "passkey", N_("This passkey is there already.")


class PasskeyLimitReached(Refusal):
    """Raised when the user has as many passkeys as they may have; `most` is that number."""

    code, field = "PASSKEY_LIMIT_REACHED", "passkey"
    says = N_("You have %(most)s passkeys, and more are not possible. Remove one that you no longer use.")


class PasskeyNameMissing(Refusal):
    """Raised for an empty name."""

    code, field, says = "NAME_MISSING", "name", N_("Give the passkey a name, such as My phone.")


async def begin_registration(user: User, party: RelyingParty, browser: str) -> str:
    """Returns the options for a new passkey as JSON, with a new challenge for the browser with this secret."""
    present = await Passkey.owned_by(user.id)
    handle = present[0].user_handle if present else secrets.new_token()
    challenge = await PasskeyChallenge.issue(ADD, browser, user.id, handle)
    ids = [passkey.credential_id for passkey in present if passkey.rp_id == party.id]
    stored_user = PasskeyUser(handle, user.email, user.name)
    return await asyncio.to_thread(ceremonies.registration_options, party, stored_user, challenge, ids)


async def add_passkey(
    user: User, party: RelyingParty, browser: str, credential: PublicKeyCredential, device: str
) -> Passkey:
    """Adds the passkey that the user's browser made; `device` is such as `Chrome · Windows`, or empty.

    Its name is that of the app that keeps it, if that is known, else of the device. The user is told by email.
    Raises: PasskeyTooLate, PasskeyRefused, PasskeyTaken, PasskeyLimitReached.
    """
    challenge = credential.challenge
    issued = await PasskeyChallenge.consume(challenge, ADD, browser, user.id)
    if issued is None:
        raise PasskeyTooLate
    new = await asyncio.to_thread(ceremonies.verify_registration, credential, challenge, party)
    try:
        async with transaction():
            return await _insert(user, party, new, issued.user_handle, device)
    except IntegrityError:
        raise PasskeyTaken from None


async def _insert(user: User, party: RelyingParty, new: NewCredential, handle: str, device: str) -> Passkey:
    """Inserts the passkey while the user's row is locked, so that the limit holds for several at once."""
    await User.filter(id=user.id).select_for_update().get()
    if await Passkey.owned_by(user.id).count() >= MAX_PASSKEYS:
        raise PasskeyLimitReached(most=MAX_PASSKEYS)
    passkey = await Passkey.create(
        id=uuid4(),
        user_id=user.id,
        rp_id=party.id,
        credential_id=new.credential_id,
        public_key=new.public_key,
        user_handle=handle,
        sign_count=new.sign_count,
        name=_first_name(provider_name(new.aaguid), device),
        backed_up=new.backed_up,
        created_at=clock.now(),
    )
    await record_event(user.id, "passkey_added", passkey.name)
    await emails.send_passkey_added(user, passkey.name, device)
    return passkey


def _first_name(provider: str, device: str) -> str:
    """The name of a new passkey in the user's language."""
    if provider:
        return (_("Passkey in %(provider)s") % {"provider": provider})[:MAX_NAME_LENGTH]
    return (_("Passkey on %(device)s") % {"device": device} if device else _("Passkey"))[:MAX_NAME_LENGTH]


async def passkey_of(user: User, id: UUID) -> Passkey:
    """Returns a passkey of the user. Raises: NotFound."""
    passkey = await Passkey.owned_by(user.id).get_or_none(id=id)
    if passkey is None:
        raise NotFound
    return passkey


async def rename_passkey(passkey: Passkey, name: str) -> None:
    """Changes the name that the user sees. Raises: TooLong, PasskeyNameMissing."""
    passkey.name = text.clean_line(name, MAX_NAME_LENGTH, "name")
    if not passkey.name:
        raise PasskeyNameMissing
    await passkey.save(update_fields=["name"])


async def remove_passkey(user: User, passkey: Passkey, device: str) -> None:
    """Removes a passkey and tells the user by email. Raises: LastSignInMethod, NotFound if it is gone."""
    async with keeping_a_method(user):
        if not await Passkey.owned_by(user.id).filter(id=passkey.id).delete():
            raise NotFound
        await record_event(user.id, "passkey_removed", passkey.name)
        await emails.send_passkey_removed(user, passkey.name, device)


async def remove_new_passkeys(user_id: UUID, _changed_at: datetime) -> None:
    """Removes the passkeys that were added while a link "this was not me" works: an intruder may have added them."""
    await Passkey.owned_by(user_id).filter(created_at__gt=clock.now() - disown.VALID_FOR).delete()


disown.add_undoing(remove_new_passkeys)


async def is_last_sign_in_method(user: User, passkey: Passkey) -> bool:
    """Whether the user could not sign in without the passkey."""
    return passkey.usable and await count_sign_in_methods(user) < 2


async def _usable_passkeys(user: User) -> int:
    return await Passkey.filter(user_id=user.id, rp_id__in=relying_party_ids(site.current())).count()


register_methods(_usable_passkeys)
