"""The page on which the preview of a link is edited, with the card as chat programs draw it."""

from __future__ import annotations

from uuid import UUID

from quart import Blueprint, Response, flash

from app.accounts import authentication
from app.accounts.request_account import BlueprintActs
from app.kernel.i18n import gettext as _
from app.kernel.refusal import Refusal
from app.kernel.uuid_parser import parse_uuid
from app.links import links_page
from app.links.link_preview import LinkPreview
from app.links.models import Link
from app.links.preview_picture import find_picture
from app.links.validation import Changes
from app.web import envelope, htmx
from app.web.forms import Form

FIELDS = ("preview_title", "preview_description", "preview_picture_id")
blueprint = Blueprint("link_previews", __name__, url_prefix="/dashboard/links/<uuid:id>/preview")
authentication.require_sign_in(blueprint, BlueprintActs())


@blueprint.get("")
async def show_preview(id: UUID) -> Response:
    """The page with the preview as it is stored."""
    link = await links_page.get_owned_link(authentication.current_account(), id)
    values = {name: str(getattr(link, name) or "") for name in FIELDS} | {"version": str(link.version)}
    return await _page(link, Form(values))


@blueprint.post("")
async def save_preview(id: UUID) -> Response:
    """Saves the preview; a refused form is shown again. The button "remove" empties it."""
    account, form = authentication.current_account(), await _submitted()
    link = await links_page.get_owned_link(account, id)
    if form.has("remove"):
        form.values |= dict.fromkeys(FIELDS, "")
    changes = Changes(preview_title=form["preview_title"], preview_description=form["preview_description"])
    changes["preview_picture_id"] = parse_uuid(form["preview_picture_id"])
    try:
        await link.edit(account, seen=form.version, **changes)
    except Refusal as refusal:
        return await _page(link, await form.blame_for(link, refusal), envelope.page_status(refusal))
    await flash(_("Saved %(name)s") % {"name": link.display_url})
    return htmx.redirect_to(f"/dashboard/links/{link.id}/preview")


@blueprint.post("/card")
async def draw_card(id: UUID) -> Response:
    """The card with what is typed, which is not saved; without htmx, the page with it."""
    form = await _submitted()
    link = await links_page.get_owned_link(authentication.current_account(), id)
    if not htmx.wants_fragment():
        return await _page(link, form)
    return await htmx.render_response("links/_preview_card.html", card=await _card(link, form))


async def _submitted() -> Form:
    """The form; the button `without`, for browsers without scripts, empties the picture."""
    form: Form = await Form.submitted()
    if without := form.values.pop("without", ""):
        form.values[without] = ""
    return form


async def _page(link: Link, form: Form, status: int = 200) -> Response:
    card, stored = await _card(link, form), link.has_own_preview
    return await htmx.render_response(
        "links/preview.html", status=status, link=link, form=form, card=card, stored=stored, active="links"
    )


async def _card(link: Link, form: Form) -> LinkPreview:
    """The card with the values of a form; a picture of somebody else is left out."""
    picture = await find_picture(authentication.current_account(), form["preview_picture_id"])
    return LinkPreview(form["preview_title"].strip() or link.display_url, form["preview_description"].strip(), picture)
