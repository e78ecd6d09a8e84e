"""What went wrong last at each provider of AI models, in words, as the last requests say that were tried there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.gateway.metering.ai_request import AiRequest
from app.gateway.screens.request_words import REASONS
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_

LOOKED_AT = 500  # requests, so that the page costs the same however many there are
REFUSES_KEY, LIMITED, BROKEN = (401, 403), 429, 500
CANCELLED = "cancelled"  # of which REASONS says “You”, to whoever did it


@dataclass(frozen=True, slots=True)
class LastError:
    """A failure at a provider: which model was asked for, why it failed, in the reader's language, and when."""

    model: str
    sentence: str
    at: datetime


async def last_errors() -> dict[str, LastError]:
    """Returns the last failure at each provider by its name, among the last requests of everybody."""
    requests = (
        await AiRequest.all().order_by("-created_at").limit(LOOKED_AT).only("model", "error", "tries", "created_at")
    )
    errors: dict[str, LastError] = {}
    for request in requests:
        for number, tried in enumerate(request.tries, 1):
            name, status = str(tried.get("upstream", "")), int(tried.get("status", 0))
            if name not in errors and not 200 <= status < 400:
                error = request.error if number == len(request.tries) else ""
                errors[name] = LastError(request.model, _sentence(status, error), request.created_at)
    return errors


def _sentence(status: int, error: str) -> str:
    """Returns why a try failed: by the error of its request where that is known, otherwise by its status."""
    if status in REFUSES_KEY:
        error = error or "credential_refused"
    elif status == LIMITED:
        error = error or "rate_limit_exceeded"
    elif not status:
        error = error or "provider_unreachable"
    if error == CANCELLED:
        return _("It was cancelled.")
    if error in REASONS:
        return _(REASONS[error])
    said = (
        N_("The provider answered %(status)s, a fault on its side.")
        if status >= BROKEN
        else N_("The provider answered %(status)s and refused the request.")
    )
    return _(said) % {"status": status}
