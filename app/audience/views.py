"""The audience of an account: who left an address on its pages."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from quart import Blueprint, Response, request

from app.accounts import gate
from app.audience import listing, undoing
from app.audience.listing import Search
from app.audience.models import Subscriber
from app.kernel import clock
from app.kernel.bidi import isolated
from app.kernel.i18n import gettext as _
from app.kernel.queries import get_or_refuse
from app.web import hx
from app.web.forms import Form

blueprint = Blueprint("audience", __name__, url_prefix="/dashboard/audience")
gate.protect(blueprint)


@blueprint.get("/")
async def index() -> Response:
    account, search = gate.account(), Search.of(request.args)
    region = await listing.region(account, search)
    if search.cursor and hx.asks_for_fragment():
        return await hx.answer("audience/_rows.html", **region)
    if hx.asks_for_fragment():
        return await hx.answer("audience/_region.html", **region)
    return await hx.answer("audience/index.html", active="audience", pages=await listing.pages_of(account), **region)


@blueprint.get("/export.csv")
async def export() -> Response:
    """What the search finds, as a sheet."""
    lines = listing.lines(gate.account(), Search.of(request.args))
    response = Response(lines, content_type="text/csv; charset=utf-8")
    response.timeout = None
    response.headers["Content-Disposition"] = f'attachment; filename="kliqs-audience-{clock.now():%Y-%m-%d}.csv"'
    return response


@blueprint.post("/<uuid:id>/delete")
async def delete(id: UUID) -> Response:
    form = await Form.submitted()
    subscriber = await get_or_refuse(Subscriber.owned_by(gate.account()), id)
    seal = undoing.sealed(subscriber)
    await subscriber.remove()
    search = Search.back(form.values)
    return await _told(search, {"text": _("Deleted %(name)s") % {"name": isolated(subscriber.email)},
                                "undo": "/dashboard/audience/restore",
                                "fields": [("seal", seal), ("back", search.address())]})


@blueprint.post("/restore")
async def restore() -> Response:
    form = await Form.submitted()
    await undoing.restore(gate.account(), form["seal"])
    return await _told(Search.back(form.values), {"text": _("The address is back on its list.")})


async def _told(search: Search, toast: dict[str, Any]) -> Response:
    region = await listing.region(gate.account(), search) if hx.asks_for_fragment() else {}
    return await hx.done("audience/_acted.html", search.address(), toast, toast=toast, **region)
