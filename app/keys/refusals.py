"""Why a key is not accepted, or not made; and the error codes of these refusals."""

from __future__ import annotations

from app.kernel.error_codes import document_code
from app.kernel.refusal import N_, Refusal

document_code(
    "INVALID_API_KEY", 401, N_("The key is not one of ours."), N_("Copy the whole key again, or create a new one.")
)
document_code(
    "REVOKED_API_KEY",
    401,
    N_("The key was revoked, or another one has replaced it and the 24 hours of both are over."),
    N_("Use another key."),
)
document_code(
    "EXPIRED_API_KEY",
    401,
    N_("The key had an end, and it is past."),
    N_("Create a new key. Replace the next one before its end; we write to you 7 days earlier."),
)
document_code(
    "INSUFFICIENT_SCOPE",
    403,
    N_("The key lacks the scope that the endpoint needs; “scope” names it."),
    N_("Use a key with that scope, or let an owner add it to this one in the dashboard."),
)
document_code(
    "NETWORK_NOT_ALLOWED",
    403,
    N_("The key works only from certain networks, and the request came from another one."),
    N_("Send it from an allowed network, or let an owner change the networks of the key in the dashboard."),
)
document_code(
    "API_LIMIT_REACHED",
    429,
    N_("The requests of this month are used up."),
    N_("Wait for the first day of the next month, 00:00 UTC."),
)


class KeyNameMissing(Refusal):
    """The name of the key is empty."""

    code, field, says = "NAME_MISSING", "name", N_("Give the key a name, such as production-server.")


class FormAlreadySubmitted(Refusal):
    """The same form was submitted before and made its key then."""

    code = "ALREADY_ISSUED"
    says = N_("That form was sent before, and its key was shown then. Revoke it if you lost it.")


class InvalidApiKey(Refusal):
    """There is no such key."""

    code, says = "INVALID_API_KEY", N_("API key is invalid.")


class RevokedApiKey(Refusal):
    """The key was revoked."""

    code, says = "REVOKED_API_KEY", N_("API key has been revoked.")


class ReplacedApiKey(RevokedApiKey):
    """Another key replaced this one, and the time is over in which both were valid."""

    says = N_("Another key has replaced this one, and the 24 hours in which both worked are over.")


class ExpiredApiKey(Refusal):
    """The end that the key was given is past."""

    code, says = "EXPIRED_API_KEY", N_("API key has expired.")


class InsufficientScope(Refusal):
    """The key lacks the scope that the operation needs. Facts: scope."""

    code, says = "INSUFFICIENT_SCOPE", N_("This key lacks the scope %(scope)s.")
    answer_facts = ("scope",)


class NetworkNotAllowed(Refusal):
    """The request came from outside the networks that the key is limited to. Facts: address."""

    code, says = "NETWORK_NOT_ALLOWED", N_("This key may not be used from %(address)s.")


class NotReplaceable(Refusal):
    """The key is over, or was replaced already."""

    code, says = "NOT_REPLACEABLE", N_("This key is over or was replaced already; nothing was changed.")


class StillReplacing(Refusal):
    """The key that this one replaces is still valid."""

    code = "STILL_REPLACING"
    says = N_("The key before this one still works. Revoke it first, or wait until its 24 hours are over.")


class ApiLimitReached(Refusal):
    """The account's API requests of this month are used up."""

    code, says = "API_LIMIT_REACHED", N_("Monthly API request limit reached.")
