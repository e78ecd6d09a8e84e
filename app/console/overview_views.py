"""The first page of the operator's console. With scripts its parts are read again every 15 seconds."""

from __future__ import annotations

from quart import Blueprint, Response

from app.console.overview import load_overview
from app.kernel.refusal import N_
from app.operators import navigation
from app.operators.guard import PREFIX, register_operator_pages
from app.operators.navigation import Entry
from app.web import htmx

blueprint = Blueprint("operator_console", __name__, url_prefix=PREFIX)
register_operator_pages(blueprint)
navigation.add_entry(Entry("overview", N_("Overview"), "heartbeat", f"{PREFIX}/", order=10, on_phone=True))


@blueprint.get("/")
async def first_page() -> Response:
    """The overview, or what changes of it for htmx."""
    overview = await load_overview()
    return await htmx.render_page_or_fragment(
        "console/overview.html", "console/_overview.html", active="overview", overview=overview
    )
