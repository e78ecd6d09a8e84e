"""The page of an account's UTM templates: save, rename, delete."""

from __future__ import annotations

from typing import Any

from quart import Blueprint, Response, flash, url_for

from app.accounts import authentication
from app.accounts.request_account import BlueprintActs
from app.accounts.roles import EDIT
from app.kernel.bidi import isolate
from app.kernel.i18n import gettext as _
from app.kernel.refusal import Refusal
from app.kernel.versioned_rows import get_or_refuse
from app.links.utm.models import MAX_TEMPLATES, UtmTemplate
from app.links.utm.parameters import FIELDS, PREFIX, check_parameters
from app.web import envelope, htmx
from app.web.audit_target import set_audit_target
from app.web.forms import Form
from app.web.question import ask

HOME = "/dashboard/links/utm/"
blueprint = Blueprint("utm", __name__, url_prefix="/dashboard/links/utm")
authentication.require_sign_in(blueprint, BlueprintActs(acts={"list_templates": EDIT, "delete_form": EDIT}))


@blueprint.get("/")
async def list_templates() -> Response:
    """The page of templates."""
    return await _page(Form())


@blueprint.post("/")
async def save_template() -> Response:
    """Saves a new template; a refused form is shown again."""
    account, form = authentication.current_account(), await Form.submitted()
    try:
        parameters = check_parameters({field: form[PREFIX + field] for field in FIELDS})
        template = await UtmTemplate.save_new(account, form["utm_name"], parameters)
    except Refusal as refusal:
        return await _page(form.blame(refusal), envelope.page_status(refusal))
    return await _done(template, _("Saved %(name)s"))


@blueprint.post("/<int:id>")
async def rename_template(id: int) -> Response:
    """Renames a template; a refused form is shown again."""
    template, form = await _own(id), await Form.submitted()
    try:
        await template.rename(form["utm_name"])
    except Refusal as refusal:
        return await _page(form.blame(refusal), envelope.page_status(refusal), opened=template.id)
    return await _done(template, _("Saved %(name)s"))


@blueprint.get("/<int:id>/delete")
async def delete_form(id: int) -> Response:
    """Asks whether a template is to be deleted. Raises: NotFound."""
    template = await _own(id)
    return await ask(
        _("Delete “%(title)s”?") % {"title": isolate(template.name)},
        _("The template is gone for good. Links that were made with it stay as they are."),
        action=url_for("utm.delete_template", id=id),
        button=_("Delete the template"),
        back=HOME,
        active="links",
    )


@blueprint.post("/<int:id>/delete")
async def delete_template(id: int) -> Response:
    """Deletes a template; links that were made with it stay as they are."""
    template = await _own(id)
    await template.delete()
    return await _done(template, _("Deleted %(name)s"))


async def _own(id: int) -> UtmTemplate:
    """The account's template. Raises: NotFound."""
    template = await get_or_refuse(UtmTemplate.owned_by(authentication.current_account()), id)
    set_audit_target(template.name)
    return template


async def _done(template: UtmTemplate, message: str) -> Response:
    set_audit_target(template.name)
    await flash(message % {"name": isolate(template.name)})
    return htmx.redirect_to(HOME)


async def _page(form: Form, status: int = 200, opened: int = 0) -> Response:
    """The page of templates; `opened` is the id of the one whose form was refused, 0 for the form of a new one."""
    templates = await UtmTemplate.owned_by(authentication.current_account())
    context: dict[str, Any] = {"templates": templates, "opened": opened, "form": form, "most": MAX_TEMPLATES}
    context["new_form"] = Form() if opened else form
    return await htmx.render_response("utm/index.html", status=status, active="links", **context)
