"""`/dashboard/outbox`: the letters of the last week to who is signed in, as text and as HTML. Development only.

Letters hold secrets: those to others are shown by `kliqs mail` alone, to who runs the installation.
"""

from __future__ import annotations

from uuid import UUID

from quart import Blueprint, Response, request
from tortoise.queryset import QuerySet

from app.accounts import authentication
from app.kernel.queries import get_or_refuse
from app.mail.models import Letter
from app.web import htmx
from app.web.pagination import page_or_first

SIZE = 30
POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-popups"
blueprint = Blueprint("outbox", __name__, url_prefix="/dashboard/outbox")
authentication.protect(blueprint)


@blueprint.get("/")
async def index() -> Response:
    letters = await page_or_first(_own(), by="created_at", cursor=request.args.get("cursor"), size=SIZE)
    return await htmx.answer("outbox/index.html", letters=letters.rows, next=letters.next, active="")


@blueprint.get("/<uuid:id>")
async def show(id: UUID) -> Response:
    return await htmx.answer("outbox/letter.html", letter=await _letter(id), active="")


@blueprint.get("/<uuid:id>/html")
async def html(id: UUID) -> Response:
    """The HTML alone, for a frame in which nothing runs."""
    response = Response((await _letter(id)).html, content_type="text/html; charset=utf-8")
    response.headers["Content-Security-Policy"] = POLICY
    return response


def _own() -> QuerySet[Letter]:
    """The letters to the address that the account has now."""
    return Letter.filter(recipient=authentication.account().email)


async def _letter(id: UUID) -> Letter:
    """Refusals: NotFound, for a stranger's too."""
    return await get_or_refuse(_own(), id)
