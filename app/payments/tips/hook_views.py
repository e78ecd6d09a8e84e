"""`POST /api/hooks/tips/<id>`: where the payment service of a creator reports tips."""

from __future__ import annotations

from uuid import UUID

import structlog
from quart import Blueprint, Response, request

from app.kernel import encryption
from app.kernel.refusal import NotFound
from app.payments.providers.provider import ForgedNotification
from app.payments.tips import taking_tips
from app.payments.tips.tip_connection import TipConnection
from app.payments.webhook_views import accept, read_body, refuse_forged

SOURCE = "tips"
blueprint = Blueprint("tip_webhooks", __name__, url_prefix="/api/hooks/tips")
log = structlog.get_logger()


@blueprint.post("/<uuid:id>")
async def receive_webhook(id: UUID) -> Response:
    """Takes in a notification for the connection of a creator. 404 without that connection, 403 for a forged one."""
    body = await read_body()
    connection = await TipConnection.get_or_none(id=id)
    if connection is None:
        raise NotFound
    try:
        outcome = await taking_tips.receive_notification(connection, dict(request.headers.items()), body)
    except ForgedNotification:
        return refuse_forged(SOURCE)
    except encryption.Undecipherable:
        log.warning("tip_credentials_lost", connection=str(id))
        raise NotFound from None
    return accept(SOURCE, outcome)
