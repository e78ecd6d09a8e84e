"""`/dashboard/outbox`: every letter of the last week, as text and as HTML. Development only: letters hold secrets."""

from __future__ import annotations

from uuid import UUID

from quart import Blueprint, Response, request

from app.accounts import gate
from app.kernel import text
from app.kernel.refusal import NotFound
from app.mail.models import Letter
from app.web import hx
from app.web.pagination import InvalidCursor, page

SIZE = 30
POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-popups"
blueprint = Blueprint("outbox", __name__, url_prefix="/dashboard/outbox")
gate.protect(blueprint)


@blueprint.get("/")
async def index() -> Response:
    q = text.line(request.args.get("q", "")[:200], 200, "q")
    found = Letter.filter(recipient__icontains=q) if q else Letter.all()
    try:
        letters = await page(found, by="created_at", cursor=request.args.get("cursor"), size=SIZE)
    except InvalidCursor:
        letters = await page(found, by="created_at", cursor=None, size=SIZE)
    return await hx.answer("outbox/index.html", letters=letters.rows, next=letters.next, q=q, active="")


@blueprint.get("/<uuid:id>")
async def show(id: UUID) -> Response:
    return await hx.answer("outbox/letter.html", letter=await _letter(id), active="")


@blueprint.get("/<uuid:id>/html")
async def html(id: UUID) -> Response:
    """The HTML alone, for a frame in which nothing runs."""
    response = Response((await _letter(id)).html, content_type="text/html; charset=utf-8")
    response.headers["Content-Security-Policy"] = POLICY
    return response


async def _letter(id: UUID) -> Letter:
    letter = await Letter.get_or_none(id=id)
    if letter is None:
        raise NotFound
    return letter
