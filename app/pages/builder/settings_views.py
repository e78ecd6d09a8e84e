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
from app.pages.builder.responses import blamed, changed, elsewhere, listed, page_of, refused, saved, state_of, submitted
from app.pages.content import MOST_BLOCKS
from app.pages.models import Page, Revision
from app.pages.public.page_cache import pictures
from app.pages.public.rendering import render
from app.web import envelope, htmx
from app.web.forms import Form

blueprint = Blueprint("page_settings", __name__, url_prefix="/dashboard/pages")
authentication.protect(blueprint)
LISTED_REVISIONS = 20
SETTINGS = ("language", "share_title", "share_text", "share_picture")


@blueprint.get("/<uuid:id>/blocks/new")
async def kinds(id: UUID) -> Response:
    """The page on which a browser without scripts chooses the kind of a new block; `?at=` is the index of the block."""
    _account, page = await page_of(id)
    at = request.args.get("at", "")[:3]
    return await htmx.answer("pages/kinds.html", active="pages", page=page, content=page.content, kinds=KINDS,
                           most_blocks=MOST_BLOCKS, at=at if at.isascii() and at.isdigit() else "")


@blueprint.get("/<uuid:id>/preview")
async def preview(id: UUID) -> Response:
    """The draft as visitors would see it; only our own pages may frame it."""
    _account, page = await page_of(id)
    content = page.content
    media = await pictures(page.account_id, content)
    rendered = await asyncio.to_thread(render, content, {}, slug=page.slug, now=clock.now(), media=media, preview=True)
    return Response(rendered.html, 200, {"Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store",
                                         "Content-Security-Policy": rendered.csp})


@blueprint.get("/<uuid:id>/settings")
async def show(id: UUID) -> Response:
    """The settings of a page."""
    _account, page = await page_of(id)
    return await _settings_page(page, Form(_form_values(page)))


@blueprint.post("/<uuid:id>/settings")
async def tell(id: UUID) -> Response:
    """Saves the language, whether search engines may list the page, and the preview of shared links."""
    _account, page = await page_of(id)
    form = await submitted()
    content, faults = page.content.taken({name: form[name] for name in SETTINGS if form.given(name)})
    content = replace(content, indexed=form.given("indexed"))
    slots = [f"e-settings-{name}" for name in SETTINGS]
    if faults := await changed(page, content, "settings", form, faults):
        if htmx.asks_for_fragment():
            return await refused(page, faults, slots, "e-settings-")
        form.values = {"slug": page.slug} | form.values
        return await _settings_page(page, blamed(form, faults), status=envelope.status_of(faults[0]))
    return await saved(page, slots) if htmx.asks_for_fragment() else htmx.go(f"/dashboard/pages/{id}/settings")


@blueprint.post("/<uuid:id>/address")
async def rename(id: UUID) -> Response:
    """Gives the page another slug."""
    account, page = await page_of(id)
    form = await Form.submitted()
    try:
        await page.rename(account, form["slug"])
    except Refusal as refusal:
        form.values = _form_values(page) | form.values
        return await _settings_page(page, form.blame(refusal), status=envelope.status_of(refusal))
    return htmx.go(f"/dashboard/pages/{id}/settings")


@blueprint.post("/<uuid:id>/publication")
async def publish(id: UUID) -> Response:
    """Publishes the page; the first time, the response also offers to share it."""
    account, page = await page_of(id)
    first = page.published is None
    try:
        await page.publish(account)
    except EditedElsewhere:
        return await elsewhere(page)
    except Refusal as refusal:
        form, toast = await Form.submitted(), {"text": envelope.said(refusal), "kind": "bad"}
        return await listed(page, status=envelope.status_of(refusal), form=form.blame(refusal), toast=toast)
    if not htmx.asks_for_fragment():
        return htmx.go(f"/dashboard/pages/{id}/share?first=1" if first else f"/dashboard/pages/{id}")
    live = None if first else {"text": _("%(name)s is live") % {"name": page.shown}, "short_url": page.url}
    return await listed(page, toast=live, share=first)


@blueprint.get("/<uuid:id>/share")
async def share(id: UUID) -> Response:
    """The page or dialog for sharing: copy the URL, WhatsApp, QR code, or the device's own dialog."""
    _account, page = await page_of(id)
    template = "pages/_share.html" if htmx.asks_for_fragment() else "pages/share.html"
    return await htmx.answer(template, active="pages", page=page, first="first" in request.args)


@blueprint.post("/<uuid:id>/publication/end")
async def unpublish(id: UUID) -> Response:
    """Takes the page offline."""
    _account, page = await page_of(id)
    await page.unpublish()
    return htmx.go(f"/dashboard/pages/{id}/settings")


@blueprint.post("/<uuid:id>/undo")
async def undo(id: UUID) -> Response:
    """Takes the last change of the draft back."""
    _account, page = await page_of(id)
    try:
        await page.undo()
    except EditedElsewhere:
        return await elsewhere(page)
    except Refusal as refusal:
        form, toast = await Form.submitted(), {"text": envelope.said(refusal), "kind": "bad"}
        return await listed(page, status=envelope.status_of(refusal), form=form.blame(refusal), toast=toast)
    return await listed(page)


@blueprint.post("/<uuid:id>/revisions/<int:number>")
async def go_back(id: UUID, number: int) -> Response:
    """Makes a revision the draft again; the present draft becomes a revision. Raises: NotFound."""
    _account, page = await page_of(id)
    revision = await Revision.get_or_none(id=number, page_id=page.id)
    if revision is None:
        raise NotFound
    try:
        await page.change(revision.as_content, "restore")
    except EditedElsewhere:
        return await elsewhere(page)
    return htmx.go(f"/dashboard/pages/{id}")


async def _settings_page(page: Page, form: Form, status: int = 200) -> Response:
    """The settings with a form and the latest revisions."""
    revisions = await Revision.filter(page_id=page.id).order_by("-id").limit(LISTED_REVISIONS)
    media = await pictures(page.account_id, page.content)
    return await htmx.answer("pages/settings.html", status=status, active="pages", tab="settings", form=form,
                           is_saved=status == 200, revisions=revisions, media=media, **await state_of(page))


def _form_values(page: Page) -> dict[str, str]:
    """The values of the settings form for the draft of a page."""
    content = page.content
    values = {name: getattr(content, name) for name in SETTINGS} | {"slug": page.slug}
    return values | ({"indexed": "on"} if content.indexed else {})
