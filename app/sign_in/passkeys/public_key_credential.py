"""The `PublicKeyCredential` that a browser sends when a passkey was made or has signed: JSON, bounded and checked.

Web Authentication Level 2, §5.1 and §5.2; bytes are base64url without padding, as browsers' own `toJSON` writes them.
"""

from __future__ import annotations

from base64 import urlsafe_b64decode
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Field, StringConstraints, ValidationError

from app.kernel.api_model import ApiModel
from app.kernel.refusal import N_, Refusal

MAX_LENGTH = 32 * 1024  # characters of the JSON
Id: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]+$", max_length=1364)]  # 1,023 bytes, §4
Short: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]+$", max_length=4096)]
Long: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]+$", max_length=16384)]


class PasskeyRefused(Refusal):
    """Raised for every passkey that is not accepted, whatever the reason, so that strangers learn nothing."""

    code, field = "PASSKEY_REFUSED", "passkey"
    says = N_("That passkey was not accepted. Try another one, or another way to sign in.")


class PasskeyTooLate(Refusal):
    """Raised for an answer to a challenge that is over five minutes old, was answered, or is another browser's."""

    code, field, says = "PASSKEY_TOO_LATE", "passkey", N_("That took too long. Please try again.")


class _ClientData(ApiModel):
    challenge: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]+$", max_length=64)]
    cross_origin: bool = Field(False, alias="crossOrigin")


class _Response(ApiModel):
    client_data: Short = Field(alias="clientDataJSON")
    attestation: Long | None = Field(None, alias="attestationObject")
    authenticator_data: Short | None = Field(None, alias="authenticatorData")
    signature: Short | None = None
    user_handle: Id | None = Field(None, alias="userHandle")


class PublicKeyCredential(ApiModel):
    """A credential as the browser sent it, not verified yet; unknown fields are ignored."""

    id: Id
    raw_id: Id = Field(alias="rawId")
    type: Literal["public-key"]
    response: _Response

    @classmethod
    def read(cls, text: str) -> PublicKeyCredential:
        """Parses the JSON of a credential. Raises: PasskeyRefused."""
        if len(text) > MAX_LENGTH:
            raise PasskeyRefused
        try:
            return cls.model_validate_json(text)
        except ValidationError:
            raise PasskeyRefused from None

    @property
    def challenge(self) -> str:
        """The challenge that was signed, as base64url. Raises: PasskeyRefused, also for a frame of another site."""
        try:
            data = _ClientData.model_validate_json(urlsafe_b64decode(f"{self.response.client_data}==="))
        except ValueError:
            raise PasskeyRefused from None
        if data.cross_origin:
            raise PasskeyRefused
        return data.challenge

    @property
    def fields(self) -> dict[str, Any]:
        """The credential as plain values, under the names that browsers use."""
        return self.model_dump(by_alias=True, exclude_none=True)
