"""The page of a link's history: who changed what, and undo."""

from __future__ import annotations

from uuid import UUID

from quart import Blueprint, Response, flash, request

from app.accounts import authentication
from app.accounts.request_account import BlueprintActs
from app.accounts.roles import EDIT
from app.kernel.i18n import gettext as _
from app.kernel.refusal import NotFound, Refusal
from app.kernel.versioned_rows import LARGEST
from app.links.history import presenter
from app.links.history.undo import undo_to_before
from app.links.models import Link
from app.web import envelope, htmx
from app.web.audit_target import set_audit_target
from app.web.forms import Form

blueprint = Blueprint("link_history", __name__, url_prefix="/dashboard/links")
authentication.require_sign_in(blueprint, BlueprintActs(acts={"history_page": EDIT}))


@blueprint.get("/<uuid:id>/history")
async def history_page(id: UUID) -> Response:
    """The page of the history, or the next entries that htmx requests."""
    link = await _own_link(id)
    before = _number(request.args.get("before", ""))
    if before and htmx.wants_fragment():
        page = await presenter.load_page(link.id, before)
        return await htmx.render_response("links/_history_entries.html", link=link, **page)
    return await _page(link, before)


@blueprint.post("/<uuid:id>/history/<int:change>/undo")
async def undo_change(id: UUID, change: int) -> Response:
    """Makes the link what it was before a change; a refusal is shown above the history. Raises: NotFound."""
    link, form = await _own_link(id), await Form.submitted()
    if change > LARGEST:
        raise NotFound
    try:
        await undo_to_before(authentication.current_account(), link, change, _number(form["newest"]) or 0)
    except NotFound:
        raise
    except Refusal as refusal:
        await link.refresh_from_db()
        return await _page(link, None, refusal)
    set_audit_target(link.display_url)
    await flash(_("%(name)s is what it was before that change.") % {"name": link.display_url})
    return htmx.redirect_to(f"/dashboard/links/{link.id}/history")


async def _page(link: Link, before: int | None, refusal: Refusal | None = None) -> Response:
    context = await presenter.load_page(link.id, before)
    problem = envelope.refusal_message(refusal) if refusal else ""
    label = presenter.LABELS.get(refusal.field, "") if refusal else ""
    status = envelope.page_status(refusal) if refusal else 200
    return await htmx.render_response(
        "links/history.html",
        status=status,
        link=link,
        problem=problem,
        problem_field=_(label) if label else "",
        active="links",
        **context,
    )


async def _own_link(id: UUID) -> Link:
    """The account's link, a deleted one too as long as it can be restored. Raises: NotFound."""
    account = authentication.current_account()
    link = await Link.owned_by(account).get_or_none(id=id) or await Link.deleted_by(account).get_or_none(id=id)
    if link is None:
        raise NotFound
    set_audit_target(link.display_url)
    return link


def _number(typed: str) -> int | None:
    """The id of a change in a text; None if it is none."""
    number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 20 else 0
    return number if 0 < number <= LARGEST else None
