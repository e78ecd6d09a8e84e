"""Links identities at providers to users: at the sign-in, at the sign-up, and in the settings.

An identity that is connected signs its user in. Any other is linked to a user with the same email only if the provider
and we have both verified that address, after a page that says so. An address that is not verified on both sides proves
nothing: whoever typed it first could otherwise wait in the account for its owner, or a careless provider could let
anybody in.
"""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from typing import Any
from uuid import UUID

from tortoise.exceptions import IntegrityError

from app.accounts import disown, document_versions
from app.accounts.guest import claim_guest
from app.accounts.registration import open_account
from app.accounts.security_log import record_event
from app.accounts.sign_up_checks import AgeNotConfirmed, check_name, require_open_sign_up
from app.accounts.user import User
from app.kernel import clock, installation
from app.kernel.db import transaction
from app.kernel.oauth_settings import OauthProvider
from app.kernel.refusal import Faults
from app.sign_in.oauth import emails
from app.sign_in.oauth.errors import IdentityTaken, OtherIdentity, StaleSignIn
from app.sign_in.oauth.flow import finish
from app.sign_in.oauth.models import Identity, OauthFlow
from app.sign_in.oauth.profile import Profile
from app.sign_in.oauth.providers import configured_providers
from app.sign_in.sign_in_methods import keeping_a_method, register_methods


class NextStep(Enum):
    """What an unknown identity may do."""

    JOIN, SIGN_UP, CONNECT_LATER = "join", "sign_up", "connect_later"


async def user_of_identity(profile: Profile) -> User | None:
    """Returns the user of an identity that is connected, and records that it was used; None if it is unknown."""
    identity = await Identity.filter(issuer=profile.issuer, subject=profile.subject).select_related("user").first()
    if identity is None:
        return None
    identity.used_at, identity.email = clock.now(), profile.email
    async with transaction():
        await identity.save(update_fields=["used_at", "email"])
        await _verify_same_email(identity.user, profile.email if profile.email_verified else "")
    return identity.user


async def next_step(flow: OauthFlow) -> NextStep:
    """Returns what the unknown identity of a flow may do; the same for known and unknown addresses without proof."""
    unproven = not flow.email_verified and installation.current().sends_email
    if not flow.email or unproven:
        return NextStep.CONNECT_LATER
    user = await User.get_or_none(email=flow.email)
    if user is None:
        return NextStep.SIGN_UP
    if not flow.email_verified or user.email_verified_at is None:
        return NextStep.CONNECT_LATER
    # the provider may have given the address to somebody else since the user connected it
    connected = await Identity.filter(user_id=user.id, issuer=flow.issuer).exists()
    return NextStep.CONNECT_LATER if connected else NextStep.JOIN


async def link_by_email(flow: OauthFlow, provider: OauthProvider, device: str) -> User:
    """Connects the identity of a flow to the user with its verified email. Raises: StaleSignIn, IdentityTaken."""
    async with transaction():
        await finish(flow)
        if await next_step(flow) is not NextStep.JOIN:
            raise StaleSignIn
        user = await User.get(email=flow.email)
        await _connect(user, flow, provider)
        await _notify_connected(user, provider, device)
    return user


async def sign_up(
    flow: OauthFlow, provider: OauthProvider, name: str, *, of_age: bool, language: str, claim_token: str = ""
) -> User:
    """Signs up the person of a flow without a password, as the owner of a guest's account with `claim_token`.

    Raises: SignUpClosed; NameMissing, TooLong and AgeNotConfirmed, all that apply at once; EmailTaken,
    InvalidClaimToken, StaleSignIn, IdentityTaken.
    """
    require_open_sign_up()
    columns = new_columns(flow, name, of_age=of_age)

    async def connect(user: User) -> None:
        """Connects the identity in the transaction that creates the user."""
        await finish(flow)
        await _connect(user, flow, provider)

    if claim_token:
        return (await claim_guest(claim_token, columns, language=language, also=connect)).user
    return (await open_account(columns, language=language, greeted=True, also=connect)).user


def new_columns(flow: OauthFlow, name: str, *, of_age: bool) -> dict[str, Any]:
    """The columns of a new user without a password. Raises: NameMissing, TooLong, AgeNotConfirmed; all at once."""
    faults, clean_name, now = Faults.gather(), "", clock.now()
    with faults.catching():
        clean_name = check_name(name)
    with faults.catching():
        if not of_age:
            raise AgeNotConfirmed
    faults.raise_if_any()
    return {
        "email": flow.email,
        "email_verified_at": now if flow.email_verified else None,
        "name": clean_name,
        "password_hash": "",
        "age_confirmed_at": now,
        "created_at": now,
        "terms_seen": document_versions.newest_date(),
    }


async def connect(user: User, flow: OauthFlow, profile: Profile, provider: OauthProvider, device: str) -> None:
    """Connects an identity to the signed-in user who began a flow for that. Raises: IdentityTaken, StaleSignIn."""
    async with transaction():
        await finish(flow)
        flow.issuer, flow.subject, flow.email = profile.issuer, profile.subject, profile.email
        if await Identity.filter(issuer=profile.issuer, subject=profile.subject, user_id=user.id).exists():
            return
        await _connect(user, flow, provider)
        await _verify_same_email(user, profile.email if profile.email_verified else "")
        await _notify_connected(user, provider, device)


async def disconnect(user: User, id: int, device: str) -> str:
    """Removes a connected sign-in of a user and returns its label; empty if there is none. Raises: LastSignInMethod."""
    async with keeping_a_method(user):
        identity = await Identity.get_or_none(id=id, user_id=user.id)
        if identity is None:
            return ""
        await identity.delete()
        await record_event(user.id, "identity_disconnected", identity.label)
        await emails.send_disconnected(user, identity.label, device)
    return identity.label


async def check_same_identity(user_id: UUID | None, profile: Profile, provider: OauthProvider) -> None:
    """Refuses an identity that is not connected to the user. Raises: OtherIdentity."""
    if not await Identity.filter(user_id=user_id, issuer=profile.issuer, subject=profile.subject).exists():
        raise OtherIdentity(provider=provider.label)


async def _connect(user: User, flow: OauthFlow, provider: OauthProvider) -> None:
    """Stores the identity of a flow. Raises: IdentityTaken."""
    now = clock.now()
    try:
        async with transaction():
            await Identity.create(
                user=user,
                issuer=flow.issuer,
                subject=flow.subject,
                label=provider.label,
                email=flow.email,
                created_at=now,
                used_at=now,
            )
    except IntegrityError:
        raise IdentityTaken(provider=provider.label) from None


async def _notify_connected(user: User, provider: OauthProvider, device: str) -> None:
    """Records that a sign-in was connected and writes to the user; call it in the transaction of the change."""
    await record_event(user.id, "identity_connected", provider.label)
    await emails.send_connected(user, provider.label, device)


async def _verify_same_email(user: User, email: str) -> None:
    """Records that the user's address is verified, if it is the one that a provider has verified.

    Call it in a transaction. The user's other ways to sign in stay: they connected the provider while signed in.
    """
    if email and user.email == email:
        await user.mark_email_verified(keep_password=True, keep_ways=True)


async def _usable_identities(user: User) -> int:
    """How many connected sign-ins of a user are with providers that are configured."""
    issuers = [provider.issuer for provider in configured_providers()]
    return await Identity.filter(user_id=user.id, issuer__in=issuers).count() if issuers else 0


async def _end_recent(user_id: UUID, _changed_at: datetime) -> None:
    """Removes the sign-ins that were connected so recently that the link in the email about them still works."""
    await Identity.filter(user_id=user_id, created_at__gt=clock.now() - disown.VALID_FOR).delete()


register_methods(_usable_identities)
disown.add_undoing(_end_recent)
