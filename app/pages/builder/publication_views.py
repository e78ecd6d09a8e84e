"""The builder's endpoints that preview, publish, share and unpublish a page."""

from __future__ import annotations

import asyncio
from uuid import UUID

from quart import Blueprint, Response, request

from app.accounts import authentication
from app.accounts.request_account import BlueprintActs
from app.kernel import clock
from app.kernel.i18n import gettext as _
from app.kernel.refusal import EditedElsewhere, Refusal
from app.pages.builder.responses import blocks_response, conflict_response, load_own_page, refused_action_response
from app.pages.public.latest_posts import latest_posts
from app.pages.public.page_cache import load_pictures
from app.pages.public.rendering import render
from app.sign_in.verified_email_guard import needs_verified_email
from app.web import htmx

blueprint = Blueprint("page_publication", __name__, url_prefix="/dashboard/pages")
authentication.require_sign_in(blueprint, BlueprintActs())


@blueprint.get("/<uuid:id>/preview")
async def preview(id: UUID) -> Response:
    """The draft as visitors would see it; only our own pages may frame it."""
    _account, page = await load_own_page(id)
    content = page.content
    media, posts = await load_pictures(page.account_id, content), await latest_posts(page.account_id, content)
    rendered = await asyncio.to_thread(
        render, content, {}, slug=page.slug, now=clock.now(), media=media, preview=True, posts=posts
    )
    return Response(
        rendered.html,
        200,
        {
            "Content-Type": "text/html; charset=utf-8",
            "Cache-Control": "no-store",
            "Content-Security-Policy": rendered.csp,
        },
    )


@blueprint.post("/<uuid:id>/publication")
@needs_verified_email
async def publish_page(id: UUID) -> Response:
    """Publishes the page; the first time, the response also offers to share it."""
    account, page = await load_own_page(id)
    first = page.published is None
    try:
        await page.publish(account)
    except EditedElsewhere:
        return await conflict_response(page)
    except Refusal as refusal:
        return await refused_action_response(page, refusal)
    if not htmx.wants_fragment():
        return htmx.redirect_to(f"/dashboard/pages/{id}/share?first=1" if first else f"/dashboard/pages/{id}")
    live = None if first else {"text": _("%(name)s is live") % {"name": page.display_url}, "short_url": page.url}
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
