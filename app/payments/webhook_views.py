"""`POST /api/hooks/<provider>`: where payment providers report by themselves.

There is no key: a notification is proved by its signature, which the provider's adapter checks. A refusal names no
reason, so that nobody learns from it how to forge one. What is genuine and of no use here is answered with 200, because
a provider would send it again and again.
"""

from __future__ import annotations

import structlog
from quart import Blueprint, Response, request

from app.payments import notifications
from app.payments.providers import registry
from app.payments.providers.provider import ForgedNotification
from app.payments.webhook_counts import count_webhook
from app.web import envelope

FORGED = "forged"
blueprint = Blueprint("webhooks", __name__, url_prefix="/api/hooks")
log = structlog.get_logger()


@blueprint.post("/<provider>")
async def receive_webhook(provider: str) -> Response:
    """Takes in a notification of a provider that is set up. 404 for any other provider, 403 for a forged one."""
    body = await read_body()
    adapter = registry.provider(provider)
    try:
        outcome = await notifications.receive_notification(adapter, dict(request.headers.items()), body)
    except ForgedNotification:
        return refuse_forged(adapter.code)
    return accept(adapter.code, outcome)


async def read_body() -> bytes:
    """Returns the body of the request, whose size and time are limited. Raises: RequestEntityTooLarge, …"""
    return await request.get_data(cache=False, as_text=False, parse_form_data=False)


def refuse_forged(source: str) -> Response:
    """Counts a forged notification and returns the answer to it; nothing else is kept of it."""
    count_webhook(source, FORGED)
    log.warning("webhook_forged", provider=source)
    return envelope.error_response("FORBIDDEN", "This notification is not accepted.", status=403)


def accept(source: str, outcome: str) -> Response:
    """Counts a notification and returns the answer to it; providers want any answer with the status 200."""
    count_webhook(source, str(outcome))
    return envelope.success_response({"received": True})
