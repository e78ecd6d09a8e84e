"""The page of an account's audit log in the settings, for its owners."""

from __future__ import annotations

from quart import Blueprint, Response, request

from app.accounts import authentication
from app.accounts.request_account import BlueprintActs
from app.accounts.roles import MANAGE_ACCOUNT
from app.kernel import clock
from app.kernel.i18n import gettext as _
from app.team import audit_search
from app.team.audit_search import Search
from app.team.audit_sentences import KINDS
from app.web import htmx

blueprint = Blueprint("audit", __name__, url_prefix="/dashboard/settings/audit-log")
authentication.require_sign_in(blueprint, BlueprintActs(MANAGE_ACCOUNT, MANAGE_ACCOUNT))


@blueprint.get("/")
async def show_log() -> Response:
    """The page of the log, or the part of it that htmx requests for a search or for its next rows."""
    account, search = authentication.current_account(), Search.of(request.args)
    region = await audit_search.list_context(account, search)
    templates = "team/_audit_days.html", "team/_audit_region.html"
    if (part := await htmx.render_part_of_list(search.cursor, *templates, **region)) is not None:
        return part
    people = await audit_search.person_choices(account)
    kinds = [(key, _(kind.label)) for key, kind in KINDS.items()]
    return await htmx.render_response(
        "team/audit.html", active="settings", people=people, kinds_to_choose=kinds, **region
    )


@blueprint.get("/export.csv")
async def export_csv() -> Response:
    """Streams the entries of the search in the query string as a CSV file."""
    lines = audit_search.csv_chunks(authentication.current_account(), Search.of(request.args))
    response = Response(lines, content_type="text/csv; charset=utf-8")
    response.timeout = None
    response.headers["Content-Disposition"] = f'attachment; filename="kliqs-audit-log-{clock.now():%Y-%m-%d}.csv"'
    return response
