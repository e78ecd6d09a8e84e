"""The styles an account keeps, as the designer offers them: kept, chosen, deleted, put on.

Their buttons send the designer's form along, so that without scripts the page comes back with all that was done in it.
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
    """Keeps the look of the designer under a name."""
    account, form = authentication.account(), await CodeForm.submitted()
    try:
        style = await QrStyle.keep(account, form["style_name"], await form.look(account))
    except Refusal as refusal:
        return await _answer(form.blame(refusal), {"text": envelope.said(refusal), "kind": "bad"},
                             envelope.status_of(refusal))
    form.values["style_name"] = ""
    return await _answer(form, {"text": _("Kept the style %(name)s") % {"name": isolated(style.name)}})


@blueprint.post("/<uuid:id>/<action>")
async def change(id: UUID, action: str) -> Response:
    """Chooses a style as the usual one, deletes it, or puts it on the code that is being designed."""
    account, form = authentication.account(), await CodeForm.submitted()
    style = await QrStyle.owned_by(account).prefetch_related("logo").get_or_none(id=id)
    if style is None or action not in ACTIONS:
        raise NotFound
    if action == "use":
        form.put_on(style.look)
        words = _("The code wears the style %(name)s. Save it to keep that.")
    elif action == "choose":
        await style.choose()
        words = _("%(name)s is now what new codes begin with")
    else:
        await style.delete()
        words = _("Deleted the style %(name)s")
    return await _answer(form, {"text": words % {"name": isolated(style.name)}}, whole=action == "use")


async def _answer(form: CodeForm, toast: dict[str, Any], status: int = 200, *, whole: bool = False) -> Response:
    """The list of styles for htmx; elsewhere, and where the look changed, the designer as it was filled in."""
    if htmx.asks_for_fragment() and not whole:
        styles = await QrStyle.owned_by(authentication.account())
        return await htmx.answer("qr/_styled.html", status=status, styles=styles, form=form, toast=toast)
    await flash(toast)  # type: ignore[arg-type]
    if not form["kind"]:  # the button alone, without a designer around it
        return htmx.go("/dashboard/qr/")
    code = await code_of(form)
    return await designer(form, code.name if code else await name_of(form), code, status=status)
