"""`/dashboard/outbox`: the emails of the last week to the signed-in user, as text and as HTML. Development only.

Emails contain secrets: those to other people are shown only by `kliqs mail`, to the operator.
"""

from __future__ import annotations

from uuid import UUID

from quart import Blueprint, Response, request
from tortoise.queryset import QuerySet

from app.accounts import authentication
from app.accounts.request_account import PERSONAL, BlueprintActs
from app.kernel.versioned_rows import get_or_refuse
from app.mail.models import OutgoingEmail
from app.web import htmx
from app.web.pagination import page_or_first

SIZE = 30
POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-popups"
blueprint = Blueprint("outbox", __name__, url_prefix="/dashboard/outbox")
authentication.require_sign_in(blueprint, BlueprintActs(PERSONAL, PERSONAL))


@blueprint.get("/")
async def index() -> Response:
    """The list of emails, newest first; a wrong cursor shows the first page."""
    emails = await page_or_first(_own_emails(), by="created_at", cursor=request.args.get("cursor"), size=SIZE)
    return await htmx.render_response("outbox/index.html", emails=emails.rows, next=emails.next, active="")


@blueprint.get("/<uuid:id>")
async def email_page(id: UUID) -> Response:
    """One email."""
    return await htmx.render_response("outbox/email.html", email=await _find_email(id), active="")


@blueprint.get("/<uuid:id>/html")
async def email_html(id: UUID) -> Response:
    """The HTML of an email, for a sandboxed frame."""
    response = Response((await _find_email(id)).html, content_type="text/html; charset=utf-8")
    response.headers["Content-Security-Policy"] = POLICY
    return response


def _own_emails() -> QuerySet[OutgoingEmail]:
    """The emails to the user's present address."""
    return OutgoingEmail.filter(recipient=authentication.current_user().email)


async def _find_email(id: UUID) -> OutgoingEmail:
    """The email with this id. Raises: NotFound, also for somebody else's."""
    return await get_or_refuse(_own_emails(), id)
