"""The audience of an account: who left an address on its pages."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from quart import Blueprint, Response, request

from app.accounts import authentication
from app.audience import listing, undo_delete
from app.audience.listing import Search
from app.audience.models import Subscriber
from app.kernel import clock
from app.kernel.bidi import isolated
from app.kernel.i18n import gettext as _
from app.kernel.queries import get_or_refuse
from app.web import htmx
from app.web.forms import Form

blueprint = Blueprint("audience", __name__, url_prefix="/dashboard/audience")
authentication.protect(blueprint)


@blueprint.get("/")
async def index() -> Response:
    account, search = authentication.account(), Search.of(request.args)
    region = await listing.region(account, search)
    if search.cursor and htmx.asks_for_fragment():
        return await htmx.answer("audience/_rows.html", **region)
    if htmx.asks_for_fragment():
        return await htmx.answer("audience/_region.html", **region)
    return await htmx.answer("audience/index.html", active="audience", pages=await listing.pages_of(account), **region)


@blueprint.get("/export.csv")
async def export() -> Response:
    """What the search finds, as a sheet."""
    lines = listing.lines(authentication.account(), Search.of(request.args))
    response = Response(lines, content_type="text/csv; charset=utf-8")
    response.timeout = None
    response.headers["Content-Disposition"] = f'attachment; filename="kliqs-audience-{clock.now():%Y-%m-%d}.csv"'
    return response


@blueprint.post("/<uuid:id>/delete")
async def delete(id: UUID) -> Response:
    form = await Form.submitted()
    subscriber = await get_or_refuse(Subscriber.owned_by(authentication.account()), id)
    seal = undo_delete.sealed(subscriber)
    await subscriber.remove()
    search = Search.back(form.values)
    return await _told(search, {"text": _("Deleted %(name)s") % {"name": isolated(subscriber.email)},
                                "undo": "/dashboard/audience/restore",
                                "fields": [("seal", seal), ("back", search.address())]})


@blueprint.post("/restore")
async def restore() -> Response:
    form = await Form.submitted()
    await undo_delete.restore(authentication.account(), form["seal"])
    return await _told(Search.back(form.values), {"text": _("The address is back on its list.")})


async def _told(search: Search, toast: dict[str, Any]) -> Response:
    region = await listing.region(authentication.account(), search) if htmx.asks_for_fragment() else {}
    return await htmx.done("audience/_acted.html", search.address(), toast, toast=toast, **region)
