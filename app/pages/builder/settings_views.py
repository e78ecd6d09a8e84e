"""The builder's endpoints for the settings of a page and for its slug."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from quart import Blueprint, Response

from app.accounts import authentication
from app.accounts.request_account import BlueprintActs
from app.accounts.roles import EDIT
from app.kernel.refusal import Refusal
from app.pages.builder.responses import (
    load_own_page,
    refused_response,
    saved_response,
    submitted_form,
    toolbar_context,
    try_save_draft,
    with_errors,
)
from app.pages.models import Page, Revision
from app.pages.public.page_cache import load_pictures
from app.web import envelope, htmx
from app.web.audit_target import set_audit_target
from app.web.forms import Form

blueprint = Blueprint("page_settings", __name__, url_prefix="/dashboard/pages")
authentication.require_sign_in(blueprint, BlueprintActs(acts={"settings_page": EDIT}))
SETTINGS = ("language", "share_title", "share_text", "share_picture")


@blueprint.get("/<uuid:id>/settings")
async def settings_page(id: UUID) -> Response:
    """The settings of a page."""
    _account, page = await load_own_page(id)
    return await _settings_page(page, Form(_form_values(page)))


@blueprint.post("/<uuid:id>/settings")
async def save_settings(id: UUID) -> Response:
    """Saves the language, whether search engines may list the page, and the preview of shared links."""
    _account, page = await load_own_page(id)
    form = await submitted_form()
    content, faults = page.content.try_changes({name: form[name] for name in SETTINGS if form.has(name)})
    content = replace(content, indexed=form.has("indexed"))
    slots = [f"e-settings-{name}" for name in SETTINGS]
    if faults := await try_save_draft(page, content, "settings", form, faults):
        if htmx.wants_fragment():
            return await refused_response(page, faults, slots, "e-settings-")
        form.values = {"slug": page.slug} | form.values
        return await _settings_page(page, with_errors(form, faults), status=envelope.page_status(faults[0]))
    return (
        await saved_response(page, slots)
        if htmx.wants_fragment()
        else htmx.redirect_to(f"/dashboard/pages/{id}/settings")
    )


@blueprint.post("/<uuid:id>/address")
async def rename_page(id: UUID) -> Response:
    """Gives the page another slug."""
    account, page = await load_own_page(id)
    form = await Form.submitted()
    try:
        await page.rename(account, form["slug"])
    except Refusal as refusal:
        form.values = _form_values(page) | form.values
        return await _settings_page(page, form.blame(refusal), status=envelope.page_status(refusal))
    set_audit_target(page.display_url)
    return htmx.redirect_to(f"/dashboard/pages/{id}/settings")


async def _settings_page(page: Page, form: Form, status: int = 200) -> Response:
    """The settings with a form and the revisions, of which as many are kept as one page can list."""
    revisions = await Revision.filter(page_id=page.id).order_by("-id")
    media = await load_pictures(page.account_id, page.content)
    return await htmx.render_response(
        "pages/settings.html",
        status=status,
        active="pages",
        tab="settings",
        form=form,
        is_saved=status == 200,
        revisions=revisions,
        media=media,
        **await toolbar_context(page),
    )


def _form_values(page: Page) -> dict[str, str]:
    """The values of the settings form for the draft of a page."""
    content = page.content
    values = {name: getattr(content, name) for name in SETTINGS} | {"slug": page.slug}
    return values | ({"indexed": "on"} if content.indexed else {})
