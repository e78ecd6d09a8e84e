"""The views of an account's saved styles in the designer: save, make default, delete, apply.

Their buttons submit the designer's whole form, so that without scripts the page comes back with everything typed.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from quart import Blueprint, Response, flash

from app.accounts import authentication
from app.kernel.bidi import isolated
from app.kernel.i18n import gettext as _
from app.kernel.refusal import NotFound, Refusal
from app.qr.designer import code_of, designer, name_of
from app.qr.forms import CodeForm
from app.qr.saved_style import QrStyle
from app.web import envelope, htmx

blueprint = Blueprint("qr_styles", __name__, url_prefix="/dashboard/qr/styles")
authentication.protect(blueprint)
ACTIONS = {"choose", "delete", "use"}


@blueprint.post("")
async def keep() -> Response:
    """Save the look in the designer under a name."""
    account, form = authentication.account(), await CodeForm.submitted()
    try:
        style = await QrStyle.keep(account, form["style_name"], await form.look(account))
    except Refusal as refusal:
        return await _render_result(form.blame(refusal), {"text": envelope.said(refusal), "kind": "bad"},
                             envelope.status_of(refusal))
    form.values["style_name"] = ""
    return await _render_result(form, {"text": _("Kept the style %(name)s") % {"name": isolated(style.name)}})


@blueprint.post("/<uuid:id>/<action>")
async def change(id: UUID, action: str) -> Response:
    """Make a style the default, delete it, or apply it to the code in the designer."""
    account, form = authentication.account(), await CodeForm.submitted()
    style = await QrStyle.owned_by(account).prefetch_related("logo").get_or_none(id=id)
    if style is None or action not in ACTIONS:
        raise NotFound
    if action == "use":
        form.put_on(style.look)
        message = _("The code now uses the style %(name)s. Save the code to keep it.")
    elif action == "choose":
        await style.choose()
        message = _("New codes now start with the style %(name)s")
    else:
        await style.delete()
        message = _("Deleted the style %(name)s")
    return await _render_result(form, {"text": message % {"name": isolated(style.name)}}, whole_page=action == "use")


async def _render_result(form: CodeForm, toast: dict[str, Any], status: int = 200, *,
                         whole_page: bool = False) -> Response:
    """The list of styles for htmx; otherwise, or when the look changed (`whole`), the designer with the submitted
    values.
    """
    if htmx.asks_for_fragment() and not whole_page:
        styles = await QrStyle.owned_by(authentication.account())
        return await htmx.answer("qr/_styled.html", status=status, styles=styles, form=form, toast=toast)
    await flash(toast)  # type: ignore[arg-type]
    if not form["kind"]:  # sent by a button outside the designer
        return htmx.go("/dashboard/qr/")
    code = await code_of(form)
    return await designer(form, code.name if code else await name_of(form), code, status=status)
