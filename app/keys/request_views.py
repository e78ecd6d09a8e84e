"""The pages of the request log: the list with its filters, one request, and the log as a file."""

from __future__ import annotations

import json
import shlex
from collections.abc import AsyncGenerator
from typing import Any
from uuid import UUID

from quart import Blueprint, Response, current_app, request

from app.accounts import authentication
from app.accounts.models import Account
from app.accounts.request_account import BlueprintActs
from app.accounts.roles import MANAGE_KEYS
from app.kernel import clock, site
from app.kernel.error_codes import API_CODES
from app.kernel.versioned_rows import get_or_refuse
from app.keys import request_search
from app.keys.key_filter import has_secret, key_choices
from app.keys.logged_request import LoggedRequest, kept_for
from app.keys.models import MonthlyUsage
from app.keys.request_log import current_log
from app.keys.request_masking import CUT, NOT_JSON, TOO_LONG
from app.keys.request_search import METHODS, Search
from app.keys.scopes import SCOPE_OF_ROUTE
from app.web import htmx

blueprint = Blueprint("api_requests", __name__, url_prefix="/dashboard/settings/api-keys/requests")
authentication.require_sign_in(blueprint, BlueprintActs(MANAGE_KEYS, MANAGE_KEYS))


@blueprint.get("/")
async def list_requests() -> Response:
    """The page of the log, or the part of it that htmx requests for a search or for its next rows."""
    account, search = authentication.current_account(), Search.of(request.args)
    if has_secret(request.args.get("key", "")):
        return htmx.redirect_to(search.url())
    await current_log().write()  # so that a request that was answered just now is there
    region = await request_search.list_context(account, search)
    if search.cursor and htmx.wants_fragment():
        return await htmx.render_response("keys/_request_rows.html", open=None, **region)
    region |= await _figures_context(account, search)
    if htmx.wants_fragment():
        return await htmx.render_response("keys/_requests_region.html", **region)
    return await htmx.render_response("keys/requests.html", active="keys", **await _filters(account, search), **region)


@blueprint.get("/<uuid:id>")
async def show_request(id: UUID) -> Response:
    """Shows one request beside the list that it was opened from. Raises: NotFound."""
    account, search = authentication.current_account(), Search.of(request.args)
    found = await get_or_refuse(LoggedRequest.owned_by(account).select_related("key"), id)
    return await htmx.render_response(
        "keys/request.html",
        active="keys",
        open=found,
        code=API_CODES.get(found.error),
        sent=indent_json(found.sent),
        answered=indent_json(found.answer),
        curl=curl_command(found),
        days_kept=kept_for(account).days,
        **await request_search.list_context(account, search),
    )


@blueprint.get("/export.csv")
async def export_csv() -> Response:
    """Streams the requests of the search in the query string as a CSV file."""
    return _file(request_search.csv_chunks(*_searched()), "text/csv", "csv")


@blueprint.get("/export.json")
async def export_json() -> Response:
    """Streams the requests of the search in the query string as a JSON file, with their bodies."""
    return _file(request_search.json_chunks(*_searched()), "application/json", "json")


def _searched() -> tuple[Account, Search]:
    return authentication.current_account(), Search.of(request.args)


def _file(chunks: AsyncGenerator[str], mimetype: str, extension: str) -> Response:
    """A streamed response that browsers save under a name with today's date."""
    response = Response(chunks, content_type=f"{mimetype}; charset=utf-8")
    response.timeout = None
    name = f"kliqs-api-requests-{clock.now():%Y-%m-%d}.{extension}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


async def _figures_context(account: Account, search: Search) -> dict[str, Any]:
    """Returns the figures of a search and what the month has left."""
    return {
        "figures": await request_search.load_figures(account, search),
        "share": await MonthlyUsage.usage_of(account),
        "resets_at": clock.start_of_next_month(),
    }


async def _filters(account: Account, search: Search) -> dict[str, Any]:
    """Returns the choices of the filters."""
    routes = {route for _method, route in current_app.extensions[SCOPE_OF_ROUTE]}
    return {
        "key_choices": await key_choices(account, search.key),
        "methods": [(method, method) for method in METHODS],
        "routes": [(route, route) for route in sorted(routes)],
        "codes": [(code, code) for code in sorted(API_CODES)],
        "days_kept": kept_for(account).days,
    }


def indent_json(kept: str) -> str:
    """Returns a kept body as it is easy to read; a text that is no JSON, such as one that was cut, as it is."""
    try:
        return json.dumps(json.loads(kept), indent=2, ensure_ascii=False)
    except (ValueError, RecursionError):
        return kept


def curl_command(row: LoggedRequest) -> str:
    """Returns a command that sends a request again; its key is a variable of the shell, its secrets are missing."""
    lines = [f"curl -X {row.method} {shlex.quote(site.url('api', row.path))}", '-H "Authorization: Bearer $KLIQS_KEY"']
    if row.sent and row.sent not in (TOO_LONG, NOT_JSON) and not row.sent.endswith(CUT):
        lines += ['-H "Content-Type: application/json"', f"-d {shlex.quote(row.sent)}"]
    return " \\\n  ".join(lines)
