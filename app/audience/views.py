"""The audience page of the dashboard: the subscribers of the account's bio pages."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from quart import Blueprint, Response, request

from app.accounts import authentication
from app.accounts.confirmation import needs_confirmation
from app.accounts.request_account import BlueprintActs
from app.accounts.roles import SEE_ADDRESSES
from app.audience import listing, restore_deleted
from app.audience.listing import Search
from app.audience.models import Subscriber
from app.kernel import clock
from app.kernel.bidi import isolate
from app.kernel.i18n import gettext as _
from app.kernel.versioned_rows import get_or_refuse
from app.web import htmx
from app.web.audit_target import set_audit_target
from app.web.forms import Form

blueprint = Blueprint("audience", __name__, url_prefix="/dashboard/audience")
authentication.require_sign_in(blueprint, BlueprintActs(SEE_ADDRESSES))


@blueprint.get("/")
async def list_subscribers() -> Response:
    """The audience page, or the part of it that htmx requests for a search or for its next rows."""
    account, search = authentication.current_account(), Search.of(request.args)
    region = await listing.list_context(account, search)
    templates = "audience/_rows.html", "audience/_region.html"
    if (part := await htmx.render_part_of_list(search.cursor, *templates, **region)) is not None:
        return part
    return await htmx.render_response(
        "audience/index.html", active="audience", pages=await listing.page_choices(account), **region
    )


@blueprint.get("/export.csv")
@needs_confirmation
async def export_csv() -> Response:
    """Streams the subscribers of the search in the query string as a CSV file."""
    lines = listing.csv_chunks(authentication.current_account(), Search.of(request.args))
    response = Response(lines, content_type="text/csv; charset=utf-8")
    response.timeout = None
    response.headers["Content-Disposition"] = f'attachment; filename="kliqs-audience-{clock.now():%Y-%m-%d}.csv"'
    return response


@blueprint.post("/<uuid:id>/delete")
async def delete_subscriber(id: UUID) -> Response:
    """Deletes a subscriber; the notice contains the form that restores it. Raises: NotFound."""
    form = await Form.submitted()
    subscribers = Subscriber.owned_by(authentication.current_account()).select_related("page")
    subscriber = await get_or_refuse(subscribers, id)
    set_audit_target(subscriber.page.display_url)
    seal = restore_deleted.sign_subscriber(subscriber)
    await subscriber.remove()
    search = Search.back(form.values)
    return await _answer(
        search,
        {
            "text": _("Deleted %(name)s") % {"name": isolate(subscriber.email)},
            "undo": "/dashboard/audience/restore",
            "fields": [("seal", seal), ("back", search.url())],
        },
    )


@blueprint.post("/restore")
async def restore_subscriber() -> Response:
    """Restores the subscriber in the form's seal. Raises: NotFound."""
    form = await Form.submitted()
    await restore_deleted.restore_subscriber(authentication.current_account(), form["seal"])
    return await _answer(Search.back(form.values), {"text": _("The address is back on its list.")})


async def _answer(search: Search, toast: dict[str, Any]) -> Response:
    """The list and a notice."""
    region = await listing.list_context(authentication.current_account(), search) if htmx.wants_fragment() else {}
    return await htmx.answer_write("audience/_action_result.html", search.url(), toast, toast=toast, **region)
