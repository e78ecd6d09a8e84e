"""The page of the log of operators, and the address of the operator's first page."""

from __future__ import annotations

from typing import Any

from quart import Blueprint, Response, request

from app.kernel.refusal import N_
from app.operators import navigation
from app.operators.guard import PREFIX, register_operator_pages
from app.operators.navigation import Entry
from app.operators.operator_log import OperatorAct
from app.web import htmx
from app.web.pagination import page_or_first

PAGE_SIZE = 50
blueprint = Blueprint("operator_log", __name__, url_prefix=PREFIX)
register_operator_pages(blueprint)
navigation.add_entry(Entry("log", N_("Audit log"), "history", f"{PREFIX}/log", order=190, on_phone=True))


@blueprint.get("/")
async def first_page() -> Response:
    """Redirects to the list of orders."""
    return htmx.redirect_to(f"{PREFIX}/payments")


@blueprint.get("/log")
async def show_log() -> Response:
    """What operators did, the newest first, or the next rows that htmx requests."""
    cursor = request.args.get("cursor", "")
    page = await page_or_first(OperatorAct.all(), by="created_at", cursor=cursor, size=PAGE_SIZE)
    context: dict[str, Any] = {"acts": page.rows, "next": page.next}
    if cursor and htmx.wants_fragment():
        return await htmx.render_response("operators/_log_rows.html", **context)
    return await htmx.render_response("operators/log.html", active="log", **context)
