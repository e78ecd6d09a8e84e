"""Public routes of bio pages: the page itself when no lane answered it, and the files and pages of its blocks."""

from __future__ import annotations

import asyncio
from datetime import datetime
from functools import partial
from urllib.parse import quote

from quart import Blueprint, Response, abort, current_app, g, request
from werkzeug.datastructures import Headers as WerkzeugHeaders

from app.accounts.models import Account
from app.front.redirect_service import RedirectService
from app.front.request_headers import RequestHeaders
from app.kernel import clock
from app.kernel.refusal import NotFound, Refusal
from app.links.models import Link
from app.links.resolution import UNKNOWN_NAME, Resolution, ResolvedPage, detail_level, read_resolution
from app.names import slug as slugs
from app.names.name_on_domain import INSTALLATION, NameKey
from app.pages.block import Block
from app.pages.content import Content
from app.pages.models import Page
from app.pages.public import downloads, share_card, tip
from app.pages.public.page_cache import load_pictures, published_content
from app.pages.public.rendering import RenderedPage
from app.visits.visit import DetailLevel
from app.web import hosts

blueprint = Blueprint("bio_pages", __name__)
CACHE_FOR_A_MONTH = "public, max-age=2592000, immutable"


@blueprint.before_request
async def require_public_surface() -> None:
    """Answers 404 on every surface but the public one: below the first path segment of another surface there are no bio
    pages.
    """
    if hosts.surface_of_path() != "public":
        abort(404)


@blueprint.get("/<name>/event-<block_id>.ics")
async def download_event(name: str, block_id: str) -> Response:
    """Returns the iCalendar file of an event block.

    Raises: NotFound.
    """
    _page, _content, block = await open_block(name, block_id, "event")
    return _download(downloads.calendar_file(block), "text/calendar", f"{block_id}.ics")


@blueprint.get("/<name>/contact-<block_id>.vcf")
async def download_contact(name: str, block_id: str) -> Response:
    """Returns the vCard of a contact block.

    Raises: NotFound.
    """
    _page, _content, block = await open_block(name, block_id, "contact")
    return _download(downloads.contact_file(block), "text/vcard", f"{block_id}.vcf")


@blueprint.get("/<name>/tip-<block_id>/<int:amount>")
async def show_tip(name: str, block_id: str, amount: int) -> Response:
    """Returns the page with the dynamic QRIS for an amount in rupiah.

    Raises: NotFound, also for an amount that the block does not accept.
    """
    page, content, block = await open_block(name, block_id, "tip")
    media = await load_pictures(page.account_id, content)
    render = partial(tip.render_tip_page, content, block, amount, slug=page.slug, now=clock.now(), media=media)
    try:
        rendered = await asyncio.to_thread(render)
    except Refusal:
        raise NotFound from None
    return _page_response(rendered)


@blueprint.get("/<name>/card-<digest>.png")
async def preview_picture(name: str, digest: str) -> Response:
    """Returns the preview picture (og:image) of a page. A digest of an older design is answered with the current
    picture and cached for five minutes only.

    Raises: NotFound.
    """
    page, content = await _published_page(name)
    avatar = (await load_pictures(page.account_id, content)).get(content.avatar)
    cache_control = CACHE_FOR_A_MONTH if digest == share_card.card_digest(content, page.slug) else "public, max-age=300"
    return Response(
        await share_card.render_card(content, page.slug, avatar),
        200,
        {"Content-Type": "image/png", "Cache-Control": cache_control, "Cross-Origin-Resource-Policy": "cross-origin"},
    )


async def resolve_name(name: str) -> Resolution:
    """Resolves a name to a link or a bio page; uses the lookup cache while the app is served, and the database
    otherwise.
    """
    if not (folded := slugs.lookup_key(name)):
        return UNKNOWN_NAME
    key, lookup = NameKey(INSTALLATION, folded), _service().lookup
    if lookup is not None:
        return await lookup.find(key)
    return await read_resolution(key)


async def serve_page(record: ResolvedPage) -> Response | None:
    """Returns the response of a page and records the view; None where the page is not visible to visitors."""
    service = _service()
    rendered = await service.page_cache.fetch(record) if record.live else None
    if rendered is None:
        return None
    if service.recording is not None:
        visitor = service.visitor(
            request.method, request.remote_addr or "", request.query_string.decode("latin1"), _request_headers()
        )
        service.answered["quart"] += 1
        await service.recording.journal.record(service.view_line(record, visitor, clock.now()))
    return _page_response(rendered)


async def detail_level_of(link: Link) -> DetailLevel:
    """Returns how much detail is kept of visits to a link. It depends on whether the account is frozen, and for the
    links of a bio page on its plan.
    """
    account = await Account.get(id=link.account_id)
    return detail_level(account.plan_name, frozen=account.frozen_at is not None, bio=link.page_id is not None)


def _page_response(rendered: RenderedPage) -> Response:
    """Sends exactly the headers that the lanes send; `g.bare` keeps the app from adding others."""
    g.bare = True
    page = _service().page_response(rendered, _request_headers())
    response = Response(page.body, page.status)
    response.headers = WerkzeugHeaders(page.headers)
    return response


def _download(content: bytes, media_type: str, filename: str) -> Response:
    return Response(
        content,
        200,
        {
            "Content-Type": f"{media_type}; charset=utf-8",
            "Cache-Control": "no-cache",
            "Content-Disposition": f'attachment; filename="{quote(filename)}"',
        },
    )


async def open_block(name: str, block_id: str, kind: str) -> tuple[Page, Content, Block]:
    """Returns a page, its content and one block of it that visitors can see now.

    Raises: NotFound.
    """
    page, content = await _published_page(name)
    now: datetime = clock.now()
    for block in content.visible_at(now):
        if block.id == block_id and block.kind == kind:
            return page, content, block
    raise NotFound


async def _published_page(name: str) -> tuple[Page, Content]:
    """Returns a live page with its account, and its published content.

    Raises: NotFound.
    """
    record = (await resolve_name(name)).page
    page = await Page.get_or_none(id=record.id).select_related("account") if record and record.live else None
    if page is None:
        raise NotFound
    return page, published_content(page)[0]


def _request_headers() -> RequestHeaders:
    return RequestHeaders(_service().kept_names, request.scope["headers"])


def _service() -> RedirectService:
    service: RedirectService = current_app.extensions["redirects"]
    return service
