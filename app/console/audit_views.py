"""The audit log of operators: what they did and what they looked at, searched, of one thing, and as a CSV file."""

from __future__ import annotations

from quart import Blueprint, Response, request

from app.console import audit_search
from app.console.audit_search import HOME, AuditSearch
from app.kernel import clock
from app.kernel.refusal import N_
from app.operators import navigation
from app.operators.guard import register_operator_pages
from app.operators.navigation import Entry
from app.web import htmx

blueprint = Blueprint("operator_log", __name__, url_prefix=HOME)
register_operator_pages(blueprint)
navigation.add_entry(Entry("log", N_("Audit log"), "history", HOME, order=190, on_phone=True, short=N_("Audit")))


@blueprint.get("")
async def show_log() -> Response:
    """The page of the log, or the part of it that htmx requests for a search or for its next rows."""
    search = AuditSearch.of(request.args)
    region = await audit_search.list_context(search)
    templates = "console/_audit_days.html", "console/_audit_region.html"
    if (part := await htmx.render_part_of_list(search.cursor, *templates, **region)) is not None:
        return part
    people = await audit_search.person_choices()
    return await htmx.render_response("console/audit.html", active="log", people=people, **region)


@blueprint.get("/export.csv")
async def export_csv() -> Response:
    """Streams the entries of the search in the query string as a CSV file."""
    response = Response(audit_search.csv_chunks(AuditSearch.of(request.args)), content_type="text/csv; charset=utf-8")
    response.timeout = None
    response.headers["Content-Disposition"] = f'attachment; filename="kliqs-operators-{clock.now():%Y-%m-%d}.csv"'
    response.headers["Cache-Control"] = "no-store"
    return response
