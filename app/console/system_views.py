"""The operator's page of what runs: versions, the database by table, migrations, journals, storage."""

from __future__ import annotations

from quart import Blueprint, Response

from app.console import parts
from app.console.system_facts import load_system
from app.kernel.refusal import N_
from app.operators import navigation
from app.operators.guard import PREFIX, register_operator_pages
from app.operators.navigation import Entry
from app.web import htmx

HOME = f"{PREFIX}/system"
blueprint = Blueprint("operator_system", __name__, url_prefix=HOME)
register_operator_pages(blueprint)
navigation.add_entry(Entry("system", N_("System"), "server", HOME, order=110))


@blueprint.get("")
async def system_page() -> Response:
    """The page."""
    return await htmx.render_response(
        "console/system.html",
        active="system",
        system=await load_system(),
        parts=await parts.load_parts(),
        format_size=parts.format_size,
    )
