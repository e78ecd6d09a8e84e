"""The builder's endpoints for settings, preview, publication, sharing, undo and revisions of a page."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from uuid import UUID

from quart import Blueprint, Response, request

from app.accounts import authentication
from app.blocks.kinds import KINDS
from app.kernel import clock
from app.kernel.i18n import gettext as _
from app.kernel.refusal import EditedElsewhere, NotFound, Refusal
from app.pages.builder.responses import (
    blocks_response,
    conflict_response,
    load_own_page,
    refused_response,
    saved_response,
    submitted_form,
    toolbar_context,
    try_save_draft,
    with_errors,
)
from app.pages.content import MOST_BLOCKS
from app.pages.models import Page, Revision
from app.pages.public.page_cache import load_pictures
from app.pages.public.rendering import render
from app.web import envelope, htmx
from app.web.forms import Form

blueprint = Blueprint("page_settings", __name__, url_prefix="/dashboard/pages")
authentication.require_sign_in(blueprint)
LISTED_REVISIONS = 20
SETTINGS = ("language", "share_title", "share_text", "share_picture")


@blueprint.get("/<uuid:id>/blocks/new")
async def choose_kind(id: UUID) -> Response:
    """The page on which a browser without scripts chooses the kind of a new block; `?at=` is the index of the block."""
    _account, page = await load_own_page(id)
    at = request.args.get("at", "")[:3]
    return await htmx.render_response(
        "pages/kinds.html",
        active="pages",
        page=page,
        content=page.content,
        kinds=KINDS,
        most_blocks=MOST_BLOCKS,
        at=at if at.isascii() and at.isdigit() else "",
    )


@blueprint.get("/<uuid:id>/preview")
async def preview(id: UUID) -> Response:
    """The draft as visitors would see it; only our own pages may frame it."""
    _account, page = await load_own_page(id)
    content = page.content
    media = await load_pictures(page.account_id, content)
    rendered = await asyncio.to_thread(render, content, {}, slug=page.slug, now=clock.now(), media=media, preview=True)
    return Response(
        rendered.html,
        200,
        {
            "Content-Type": "text/html; charset=utf-8",
            "Cache-Control": "no-store",
            "Content-Security-Policy": rendered.csp,
        },
    )


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
    content, faults = page.content.try_changes({name: form[name] for name in SETTINGS if form.given(name)})
    content = replace(content, indexed=form.given("indexed"))
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
    return htmx.redirect_to(f"/dashboard/pages/{id}/settings")


@blueprint.post("/<uuid:id>/publication")
async def publish_page(id: UUID) -> Response:
    """Publishes the page; the first time, the response also offers to share it."""
    account, page = await load_own_page(id)
    first = page.published is None
    try:
        await page.publish(account)
    except EditedElsewhere:
        return await conflict_response(page)
    except Refusal as refusal:
        form, toast = await Form.submitted(), {"text": envelope.refusal_message(refusal), "kind": "bad"}
        return await blocks_response(page, status=envelope.page_status(refusal), form=form.blame(refusal), toast=toast)
    if not htmx.wants_fragment():
        return htmx.redirect_to(f"/dashboard/pages/{id}/share?first=1" if first else f"/dashboard/pages/{id}")
    live = None if first else {"text": _("%(name)s is live") % {"name": page.shown}, "short_url": page.url}
    return await blocks_response(page, toast=live, share=first)


@blueprint.get("/<uuid:id>/share")
async def share_page(id: UUID) -> Response:
    """The page or dialog for sharing: copy the URL, WhatsApp, QR code, or the device's own dialog."""
    _account, page = await load_own_page(id)
    template = "pages/_share.html" if htmx.wants_fragment() else "pages/share.html"
    return await htmx.render_response(template, active="pages", page=page, first="first" in request.args)


@blueprint.post("/<uuid:id>/publication/end")
async def unpublish_page(id: UUID) -> Response:
    """Takes the page offline."""
    _account, page = await load_own_page(id)
    await page.unpublish()
    return htmx.redirect_to(f"/dashboard/pages/{id}/settings")


@blueprint.post("/<uuid:id>/undo")
async def undo_change(id: UUID) -> Response:
    """Takes the last change of the draft back."""
    _account, page = await load_own_page(id)
    try:
        await page.undo()
    except EditedElsewhere:
        return await conflict_response(page)
    except Refusal as refusal:
        form, toast = await Form.submitted(), {"text": envelope.refusal_message(refusal), "kind": "bad"}
        return await blocks_response(page, status=envelope.page_status(refusal), form=form.blame(refusal), toast=toast)
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


async def _settings_page(page: Page, form: Form, status: int = 200) -> Response:
    """The settings with a form and the latest revisions."""
    revisions = await Revision.filter(page_id=page.id).order_by("-id").limit(LISTED_REVISIONS)
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
