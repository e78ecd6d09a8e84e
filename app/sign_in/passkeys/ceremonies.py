"""The two ceremonies of Web Authentication, by the library `webauthn`: making a passkey, and signing with one.

The library takes a tenth of a second to import, so it is imported when the first passkey is used. All functions here
block; call them by `asyncio.to_thread`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from app.sign_in.passkeys.models import CHALLENGE_LIFETIME, Passkey
from app.sign_in.passkeys.public_key_credential import PasskeyRefused, PublicKeyCredential
from app.sign_in.passkeys.relying_party import RelyingParty

TIMEOUT = int(CHALLENGE_LIFETIME.total_seconds() * 1000)  # milliseconds
ATTESTATIONS = ("none", "packed")  # we ask for none; browsers let pass what an authenticator signs itself (§5.1.3)


@dataclass(frozen=True, slots=True)
class NewCredential:
    """What an authenticator made, with the columns of Passkey; `aaguid` identifies its kind."""

    credential_id: str
    public_key: str
    sign_count: int
    backed_up: bool
    aaguid: str


@dataclass(frozen=True, slots=True)
class PasskeyUser:
    """How an authenticator stores the user: their random handle, the name to sign in with, and the name to show."""

    handle: str
    email: str
    name: str


def registration_options(party: RelyingParty, user: PasskeyUser, challenge: str, present: Iterable[str]) -> str:
    """Returns the options of `navigator.credentials.create()` as JSON.

    The credential is discoverable and verifies the user (by fingerprint, face or PIN). `present` are the ids of the
    passkeys that the user has: an authenticator with one of them makes no second one.
    """
    import webauthn

    options = webauthn.generate_registration_options(
        rp_id=party.id,
        rp_name="Kliqs",
        user_id=webauthn.base64url_to_bytes(user.handle),
        user_name=user.email,
        user_display_name=user.name,
        challenge=webauthn.base64url_to_bytes(challenge),
        timeout=TIMEOUT,
        authenticator_selection=_selection(),
        exclude_credentials=_descriptors(present),
        supported_pub_key_algs=_algorithms(),
    )
    return webauthn.options_to_json(options)


def authentication_options(party: RelyingParty, challenge: str, allowed: Iterable[str] = ()) -> str:
    """Returns the options of `navigator.credentials.get()` as JSON.

    `allowed` are the ids of the passkeys that may sign; without any, the browser offers all that it has for this host.
    """
    import webauthn
    from webauthn.helpers import structs

    options = webauthn.generate_authentication_options(
        rp_id=party.id,
        challenge=webauthn.base64url_to_bytes(challenge),
        timeout=TIMEOUT,
        allow_credentials=_descriptors(allowed),
        user_verification=structs.UserVerificationRequirement.REQUIRED,
    )
    return webauthn.options_to_json(options)


def verify_registration(credential: PublicKeyCredential, challenge: str, party: RelyingParty) -> NewCredential:
    """Verifies a new credential: challenge, origin, host, and that the user was verified. Raises: PasskeyRefused."""
    from webauthn import helpers

    try:
        verified = _verified_registration(credential, challenge, party)
        key = helpers.decode_credential_public_key(verified.credential_public_key)
        helpers.decoded_public_key_to_cryptography(key)  # a point that is not on its curve is refused now, not later
    except Exception:  # of bytes that anybody may have made up, the library raises what its parsers do
        raise PasskeyRefused from None
    if verified.fmt not in ATTESTATIONS:
        raise PasskeyRefused
    return NewCredential(
        helpers.bytes_to_base64url(verified.credential_id),
        helpers.bytes_to_base64url(verified.credential_public_key),
        verified.sign_count,
        verified.credential_backed_up,
        verified.aaguid,
    )


def _verified_registration(credential: PublicKeyCredential, challenge: str, party: RelyingParty) -> Any:
    import webauthn

    return webauthn.verify_registration_response(
        credential=credential.fields,
        expected_challenge=webauthn.base64url_to_bytes(challenge),
        expected_rp_id=party.id,
        expected_origin=party.origin,
        require_user_verification=True,
        supported_pub_key_algs=_algorithms(),
    )


def verify_signature(
    credential: PublicKeyCredential, challenge: str, party: RelyingParty, passkey: Passkey
) -> tuple[int, bool]:
    """Verifies a signature: challenge, origin, host, the user's verification, and the key. Raises: PasskeyRefused.

    Returns the counter of signatures, which is not compared yet (Passkey.record_use), and whether the passkey is
    backed up.
    """
    import webauthn

    try:
        verified = webauthn.verify_authentication_response(
            credential=credential.fields,
            expected_challenge=webauthn.base64url_to_bytes(challenge),
            expected_rp_id=party.id,
            expected_origin=party.origin,
            credential_public_key=webauthn.base64url_to_bytes(passkey.public_key),
            # the library compares the counter before the signature, so a forged answer would look like a copied passkey
            credential_current_sign_count=0,
            require_user_verification=True,
        )
    except Exception:  # as above
        raise PasskeyRefused from None
    return verified.new_sign_count, verified.credential_backed_up


def _algorithms() -> list[Any]:
    """The signature algorithms of passkeys: ECDSA on P-256, Ed25519, and RSA for Windows Hello."""
    from webauthn.helpers.cose import COSEAlgorithmIdentifier as Algorithm

    return [Algorithm.ECDSA_SHA_256, Algorithm.EDDSA, Algorithm.RSASSA_PKCS1_v1_5_SHA_256]


def _selection() -> Any:
    """What an authenticator must do: keep the credential so that it is found without a name, and verify the user."""
    from webauthn.helpers import structs

    return structs.AuthenticatorSelectionCriteria(
        resident_key=structs.ResidentKeyRequirement.REQUIRED,
        require_resident_key=True,
        user_verification=structs.UserVerificationRequirement.REQUIRED,
    )


def _descriptors(ids: Iterable[str]) -> list[Any]:
    """Passkeys as the options name them, by their ids."""
    from webauthn.helpers import base64url_to_bytes, structs

    return [structs.PublicKeyCredentialDescriptor(base64url_to_bytes(id)) for id in ids]
