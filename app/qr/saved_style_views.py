"""The views of an account's saved styles in the designer: save, make default, delete, apply.

Their buttons submit the designer's whole form, so that without scripts the page comes back with everything typed.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from quart import Blueprint, Response, flash

from app.accounts import authentication
from app.accounts.request_account import BlueprintActs
from app.kernel.bidi import isolate
from app.kernel.i18n import gettext as _
from app.kernel.refusal import NotFound, Refusal
from app.qr.designer import load_code, load_name, render_designer
from app.qr.forms import CodeForm
from app.qr.saved_style import SavedStyle
from app.web import envelope, htmx
from app.web.audit_target import refusal_toast, set_audit_target

blueprint = Blueprint("saved_styles", __name__, url_prefix="/dashboard/qr/styles")
authentication.require_sign_in(blueprint, BlueprintActs())
ACTIONS = {"choose", "delete", "use"}


@blueprint.post("")
async def save_style() -> Response:
    """Save the look in the designer under a name."""
    account, form = authentication.current_account(), await CodeForm.submitted()
    try:
        style = await SavedStyle.save_look(account, form["style_name"], await form.look(account))
    except Refusal as refusal:
        return await _render_result(form.blame(refusal), refusal_toast(refusal), envelope.page_status(refusal))
    set_audit_target(style.name)
    form.values["style_name"] = ""
    return await _render_result(form, {"text": _("Kept the style %(name)s") % {"name": isolate(style.name)}})


@blueprint.post("/<uuid:id>/<action>")
async def change_style(id: UUID, action: str) -> Response:
    """Make a style the default, delete it, or apply it to the code in the designer."""
    account, form = authentication.current_account(), await CodeForm.submitted()
    style = await SavedStyle.owned_by(account).prefetch_related("logo").get_or_none(id=id)
    if style is None or action not in ACTIONS:
        raise NotFound
    set_audit_target(style.name)
    if action == "use":
        form.apply_look(style.look)
        message = _("The code now uses the style %(name)s. Save the code to keep it.")
    elif action == "choose":
        await style.make_default()
        message = _("New codes now start with the style %(name)s")
    else:
        await style.delete()
        message = _("Deleted the style %(name)s")
    return await _render_result(form, {"text": message % {"name": isolate(style.name)}}, whole_page=action == "use")


async def _render_result(
    form: CodeForm, toast: dict[str, Any], status: int = 200, *, whole_page: bool = False
) -> Response:
    """The list of styles for htmx; otherwise, or when the look changed (`whole`), the designer with the submitted
    values.
    """
    if htmx.wants_fragment() and not whole_page:
        styles = await SavedStyle.owned_by(authentication.current_account())
        return await htmx.render_response("qr/_style_saved.html", status=status, styles=styles, form=form, toast=toast)
    await flash(toast)  # type: ignore[arg-type]
    if not form["kind"]:  # sent by a button outside the designer
        return htmx.redirect_to("/dashboard/qr/")
    code = await load_code(form)
    return await render_designer(form, code.name if code else await load_name(form), code, status=status)
