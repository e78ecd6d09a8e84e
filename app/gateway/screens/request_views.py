"""The pages of requests to models: the list with its filters, one request, and the list as a file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from quart import Blueprint, Response, request

from app.accounts import authentication
from app.accounts.models import Account
from app.accounts.request_account import BlueprintActs
from app.accounts.roles import MANAGE_ACCOUNT
from app.gateway.contents.content_store import read_content
from app.gateway.metering.ai_request import AiRequest, AiUsage
from app.gateway.metering.request_retention import listed_since
from app.gateway.navigation import HOME, hide_until_set_up
from app.gateway.screens import request_search
from app.gateway.screens.content_state import content_state
from app.gateway.screens.names import load_names
from app.gateway.screens.request_page import page_of, row_of
from app.gateway.screens.request_search import RequestSearch
from app.kernel import clock, installation
from app.kernel.encryption import Undecipherable
from app.kernel.i18n import gettext as _
from app.kernel.refusal import NotFound
from app.kernel.versioned_rows import get_or_refuse
from app.keys.key_filter import has_secret, key_choices
from app.web import htmx

blueprint = Blueprint("ai_requests", __name__, url_prefix=f"{HOME}/requests")
authentication.require_sign_in(blueprint, BlueprintActs(acts={"show_content": MANAGE_ACCOUNT}))
hide_until_set_up(blueprint)


@blueprint.get("")
async def list_requests() -> Response:
    """The page of requests, or the part of it that htmx requests for a search or for its next rows."""
    account, search = authentication.current_account(), RequestSearch.of(request.args)
    if has_secret(request.args.get("key", "")):
        return htmx.redirect_to(search.url())
    region = await _region(account, search)
    if search.cursor and htmx.wants_fragment():
        return await htmx.render_response("gateway/_request_rows.html", open=None, **region)
    region["failed"] = await request_search.count_failed(account, search)
    if htmx.wants_fragment():
        return await htmx.render_response("gateway/_requests.html", **region)
    return await htmx.render_response("gateway/requests.html", **await _page_context(account, search), **region)


@blueprint.get("/<uuid:id>")
async def show_request(id: UUID) -> Response:
    """Shows one request beside the list that it was opened from. Raises: NotFound."""
    return await _show(id)


@blueprint.get("/<uuid:id>/content")
async def show_content(id: UUID) -> Response:
    """Shows one request with what is kept of its content, to owners. Raises: NotFound."""
    try:
        kept = await read_content(authentication.current_account(), id)
    except Undecipherable:
        return await _show(id, lost=True)
    if kept is None:
        raise NotFound
    titles = {"request": _("What was sent"), "answer": _("What was answered")}
    return await _show(id, parts=[(title, _readable(kept[name])) for name, title in titles.items()])


@blueprint.get("/export.csv")
async def export_csv() -> Response:
    """Streams the requests of the search in the query string as a CSV file."""
    account, search = authentication.current_account(), RequestSearch.of(request.args)
    response = Response(request_search.csv_chunks(account, search), content_type="text/csv; charset=utf-8")
    response.timeout = None
    response.headers["Cache-Control"] = "no-store"
    response.headers["Content-Disposition"] = f'attachment; filename="kliqs-ai-requests-{clock.now():%Y-%m-%d}.csv"'
    return response


async def _show(id: UUID, parts: Sequence[tuple[str, str]] = (), *, lost: bool = False) -> Response:
    """Shows one request; `parts` are the titles and texts of its content, `lost` is whether that is unreadable.

    Raises: NotFound.
    """
    account, search = authentication.current_account(), RequestSearch.of(request.args)
    rows = AiRequest.owned_by(account).filter(created_at__gte=listed_since()).select_related("key")
    request_row = await get_or_refuse(rows, id)
    return await htmx.render_response(
        "gateway/request.html",
        open=page_of(request_row, await load_names(account)),
        content=await content_state(request_row),
        active="ai",
        days_kept=installation.current().config.gateway_log_days,
        parts=parts,
        lost=lost,
        **await _region(account, search),
    )


async def _region(account: Account, search: RequestSearch) -> dict[str, Any]:
    """Returns the context of a page of the list."""
    context, names = await request_search.list_context(account, search), await load_names(account)
    return context | {"rows": [row_of(each, names) for each in context["requests"]]}


async def _page_context(account: Account, search: RequestSearch) -> dict[str, Any]:
    """Returns what the page has around the list: the choices of its filters, and for how long requests are kept."""
    used = AiUsage.filter(account_id=account.id, day__gte=listed_since().date())
    models = await used.distinct().order_by("model").values_list("model", flat=True)
    return {
        "active": "ai",
        "key_choices": await key_choices(account, search.key, request_search.source_choices()),
        "model_choices": [(model, model) for model in models],
        "days_kept": installation.current().config.gateway_log_days,
    }


def _readable(value: Any) -> str:
    """Returns a part of kept content as text: JSON that is easy to read, or what was cut as it is."""
    return value if isinstance(value, str) else json.dumps(value, indent=2, ensure_ascii=False)
