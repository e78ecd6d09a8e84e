"""The builder's endpoints that undo the last change of a page and restore its revisions."""

from __future__ import annotations

from uuid import UUID

from quart import Blueprint, Response

from app.accounts import authentication
from app.accounts.request_account import BlueprintActs
from app.kernel.refusal import EditedElsewhere, NotFound, Refusal
from app.pages.builder.responses import blocks_response, conflict_response, load_own_page, refused_action_response
from app.pages.models import Revision
from app.web import htmx

blueprint = Blueprint("page_history", __name__, url_prefix="/dashboard/pages")
authentication.require_sign_in(blueprint, BlueprintActs())


@blueprint.post("/<uuid:id>/undo")
async def undo_change(id: UUID) -> Response:
    """Takes the last change of the draft back."""
    _account, page = await load_own_page(id)
    try:
        await page.undo()
    except EditedElsewhere:
        return await conflict_response(page)
    except Refusal as refusal:
        return await refused_action_response(page, refusal)
    return await blocks_response(page)


@blueprint.post("/<uuid:id>/revisions/<int:number>")
async def restore_revision(id: UUID, number: int) -> Response:
    """Makes a revision the draft again; the present draft becomes a revision. Raises: NotFound."""
    _account, page = await load_own_page(id)
    revision = await Revision.get_or_none(id=number, page_id=page.id)
    if revision is None:
        raise NotFound
    try:
        await page.change(revision.as_content, "restore")
    except EditedElsewhere:
        return await conflict_response(page)
    return htmx.redirect_to(f"/dashboard/pages/{id}")
