"""How a page behaves, what went live and what came before: settings, preview, publishing, history."""

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
LISTED = 20  # earlier drafts that are offered
TOLD = ("language", "share_title", "share_text", "share_picture")


@blueprint.get("/<uuid:id>/blocks/new")
async def kinds(id: UUID) -> Response:
    """All kinds of blocks, for whoever has no dialog; `?at=` is the place of the new one."""
    _account, page = await page_of(id)
    at = request.args.get("at", "")[:3]
    return await htmx.answer("pages/kinds.html", active="pages", page=page, content=page.content, kinds=KINDS,
                           most_blocks=MOST_BLOCKS, at=at if at.isascii() and at.isdigit() else "")


@blueprint.get("/<uuid:id>/preview")
async def preview(id: UUID) -> Response:
    """The draft as visitors would see it, for our own frame."""
    _account, page = await page_of(id)
    content = page.content
    media = await pictures(page.account_id, content)
    rendered = await asyncio.to_thread(render, content, {}, slug=page.slug, now=clock.now(), media=media, preview=True)
    return Response(rendered.html, 200, {"Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store",
                                         "Content-Security-Policy": rendered.csp})


@blueprint.get("/<uuid:id>/settings")
async def show(id: UUID) -> Response:
    _account, page = await page_of(id)
    return await _settings(page, Form(_told(page)))


@blueprint.post("/<uuid:id>/settings")
async def tell(id: UUID) -> Response:
    """Language, search engines, and what a shared link shows."""
    _account, page = await page_of(id)
    form = await submitted()
    content, faults = page.content.taken({name: form[name] for name in TOLD if form.given(name)})
    content = replace(content, indexed=form.given("indexed"))
    slots = [f"e-settings-{name}" for name in TOLD]
    if faults := await changed(page, content, "settings", form, faults):
        if htmx.asks_for_fragment():
            return await refused(page, faults, slots, "e-settings-")
        form.values = {"slug": page.slug} | form.values
        return await _settings(page, blamed(form, faults), status=envelope.status_of(faults[0]))
    return await saved(page, slots) if htmx.asks_for_fragment() else htmx.go(f"/dashboard/pages/{id}/settings")


@blueprint.post("/<uuid:id>/address")
async def rename(id: UUID) -> Response:
    account, page = await page_of(id)
    form = await Form.submitted()
    try:
        await page.rename(account, form["slug"])
    except Refusal as refusal:
        form.values = _told(page) | form.values
        return await _settings(page, form.blame(refusal), status=envelope.status_of(refusal))
    return htmx.go(f"/dashboard/pages/{id}/settings")


@blueprint.post("/<uuid:id>/publication")
async def publish(id: UUID) -> Response:
    """Shows the page to everybody; the first time, the ways to share it are offered."""
    account, page = await page_of(id)
    first = page.published is None
    try:
        await page.publish(account)
    except EditedElsewhere:
        return await elsewhere(page)
    except Refusal as refusal:
        return await listed(page, status=envelope.status_of(refusal), form=(await Form.submitted()).blame(refusal),
                            toast={"text": envelope.said(refusal), "kind": "bad"})
    if not htmx.asks_for_fragment():
        return htmx.go(f"/dashboard/pages/{id}/share?first=1" if first else f"/dashboard/pages/{id}")
    toast = None if first else {"text": _("%(name)s is live") % {"name": page.shown}, "short_url": page.url}
    return await listed(page, toast=toast, share=first)


@blueprint.get("/<uuid:id>/share")
async def share(id: UUID) -> Response:
    """The ways to share a page: copy, WhatsApp, QR code, and what the device offers."""
    _account, page = await page_of(id)
    template = "pages/_share.html" if htmx.asks_for_fragment() else "pages/share.html"
    return await htmx.answer(template, active="pages", page=page, first="first" in request.args)


@blueprint.post("/<uuid:id>/publication/end")
async def unpublish(id: UUID) -> Response:
    _account, page = await page_of(id)
    await page.unpublish()
    return htmx.go(f"/dashboard/pages/{id}/settings")


@blueprint.post("/<uuid:id>/undo")
async def undo(id: UUID) -> Response:
    """Takes the last change back."""
    _account, page = await page_of(id)
    try:
        await page.undo()
    except EditedElsewhere:
        return await elsewhere(page)
    except Refusal as refusal:
        return await listed(page, status=envelope.status_of(refusal), form=(await Form.submitted()).blame(refusal),
                            toast={"text": envelope.said(refusal), "kind": "bad"})
    return await listed(page)


@blueprint.post("/<uuid:id>/revisions/<int:number>")
async def go_back(id: UUID, number: int) -> Response:
    """Makes an earlier draft the draft again; what it was until now can be had back as well."""
    _account, page = await page_of(id)
    earlier = await Revision.get_or_none(id=number, page_id=page.id)
    if earlier is None:
        raise NotFound
    try:
        await page.change(earlier.as_content, "restore")
    except EditedElsewhere:
        return await elsewhere(page)
    return htmx.go(f"/dashboard/pages/{id}")


async def _settings(page: Page, form: Form, status: int = 200) -> Response:
    revisions = await Revision.filter(page_id=page.id).order_by("-id").limit(LISTED)
    media = await pictures(page.account_id, page.content)
    return await htmx.answer("pages/settings.html", status=status, active="pages", tab="settings", form=form,
                           is_saved=status == 200, revisions=revisions, media=media, **await state_of(page))


def _told(page: Page) -> dict[str, str]:
    content = page.content
    given = {name: getattr(content, name) for name in TOLD} | {"slug": page.slug}
    return given | ({"indexed": "on"} if content.indexed else {})
