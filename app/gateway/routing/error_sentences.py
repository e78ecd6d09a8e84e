"""Why a model did not answer, in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping

from app.gateway.routing.failover import NoRoute
from app.gateway.routing.outcome import is_fault_of_client
from app.gateway.upstreams.errors import (
    CredentialRefused,
    NotSupported,
    UpstreamError,
    UpstreamTimedOut,
    UpstreamUnreachable,
)
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_, Refusal
from app.web import envelope

LIMITED = 429
SENTENCES: Mapping[type[UpstreamError], str] = {
    NoRoute: N_("No provider of this model answers at the moment. Try again in a minute, or choose another model."),
    NotSupported: N_("The provider of this model cannot do that. Choose another model."),
    UpstreamTimedOut: N_("The provider of this model did not answer in time. Try again, or choose another model."),
    UpstreamUnreachable: N_("The provider of this model cannot be reached at the moment. Choose another model."),
    CredentialRefused: N_("The provider of this model does not take our key. Choose another model."),
}
BUSY = N_("The provider of this model takes no more requests at the moment. Try again in a minute.")
FAILED = N_("The provider of this model did not finish the answer. Try again, or choose another model.")
REFUSED = N_("The provider refused the request: %(why)s")


def error_sentence(error: Exception) -> str:
    """Returns why a request failed; what a provider says of what was sent is quoted."""
    if isinstance(error, Refusal):
        return envelope.refusal_message(error)
    if not isinstance(error, UpstreamError):
        return _(FAILED)
    if (sentence := SENTENCES.get(type(error))) is not None:
        return _(sentence)
    if error.status == LIMITED:
        return _(BUSY)
    return _(REFUSED) % {"why": error.message} if is_fault_of_client(error) else _(FAILED)
