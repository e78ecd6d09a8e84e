"""Why a sign-in with a provider does not go on. The fact `provider` is the provider's label."""

from __future__ import annotations

from typing import Any

from app.kernel.refusal import N_, Refusal


class StaleSignIn(Refusal):
    """Raised for a `state` that is unknown, used, late, of another browser or of another provider."""

    code = "STALE_SIGN_IN"
    says = N_("That sign-in took too long, was finished already or began in another browser. Please begin again.")


class SignInDeclined(Refusal):
    """Raised when the provider sends the person back with an error, such as `access_denied`."""

    code, says = "SIGN_IN_DECLINED", N_("%(provider)s did not confirm who you are, so nothing has changed.")


class ProviderFailed(Refusal):
    """Base class of what is wrong with a provider. `reason` is for the log, in English, and holds no secret."""

    code = "PROVIDER_FAILED"

    def __init__(self, *, reason: str = "", **facts: Any) -> None:
        super().__init__(**facts)
        self.reason = reason


class ProviderUnavailable(ProviderFailed):
    """Raised when a provider does not answer in time, or answers with an error of its own."""

    says = N_("%(provider)s does not answer at the moment. Try again in a few minutes, or use another way.")


class ProviderUntrusted(ProviderFailed):
    """Raised for an answer that is not what the protocol demands."""

    says = N_("The answer of %(provider)s could not be verified, so nothing has changed. Use another way.")


class IdentityTaken(Refusal):
    """Raised when somebody else has connected the same account of the provider."""

    code, says = "IDENTITY_TAKEN", N_("That %(provider)s account is connected to another Kliqs account.")


class OtherIdentity(Refusal):
    """Raised when a user confirms with an account of the provider that is not connected to them."""

    code, says = "OTHER_IDENTITY", N_("That is not the %(provider)s account that is connected here.")


class NotSignedInAgain(Refusal):
    """Raised when the provider does not say that the person signed in there just now."""

    code = "NOT_SIGNED_IN_AGAIN"
    says = N_("%(provider)s did not ask you to sign in again, so it proves nothing. Use another way.")
