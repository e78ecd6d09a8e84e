"""Public routes of bio pages: the page itself when no lane answered it, and the files and pages of its blocks."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import quote

from quart import Blueprint, Response, abort, current_app, g, request
from werkzeug.datastructures import Headers as WerkzeugHeaders

from app.accounts.models import Account
from app.front.redirect_service import Following, Headers
from app.kernel import clock, db
from app.kernel.refusal import NotFound, Refusal
from app.links.models import Link
from app.links.resolution import NOTHING, SQL, Found, Leaf, found, keeps
from app.names import slug as slugs
from app.pages.block import Block
from app.pages.content import Content
from app.pages.models import Page
from app.pages.public import downloads, share_card, tip
from app.pages.public.page_cache import pictures, published
from app.pages.public.rendering import Rendered
from app.visits.visit import Keeps
from app.web import hosts

blueprint = Blueprint("leaves", __name__)
CACHE_FOR_A_MONTH = "public, max-age=2592000, immutable"


@blueprint.before_request
async def keep_to_the_front() -> None:
    """Answers 404 on every surface but the public one: below the first path segment of another surface there are no bio
    pages.
    """
    if hosts.surface() != "public":
        abort(404)


@blueprint.get("/<name>/event-<block_id>.ics")
async def event(name: str, block_id: str) -> Response:
    """Returns the iCalendar file of an event block.

    Raises: NotFound.
    """
    _page, _content, block = await _open_block(name, block_id, "event")
    return _download(downloads.calendar_file(block), "text/calendar", f"{block_id}.ics")


@blueprint.get("/<name>/contact-<block_id>.vcf")
async def contact(name: str, block_id: str) -> Response:
    """Returns the vCard of a contact block.

    Raises: NotFound.
    """
    _page, _content, block = await _open_block(name, block_id, "contact")
    return _download(downloads.contact_file(block), "text/vcard", f"{block_id}.vcf")


@blueprint.get("/<name>/tip-<block_id>/<int:amount>")
async def tipping(name: str, block_id: str, amount: int) -> Response:
    """Returns the page with the dynamic QRIS for an amount in rupiah.

    Raises: NotFound, also for an amount that the block does not accept.
    """
    page, content, block = await _open_block(name, block_id, "tip")
    try:
        rendered = tip.tipping(content, block, amount, slug=page.slug, now=clock.now(),
                               media=await pictures(page.account_id, content))
    except Refusal:
        raise NotFound from None
    return _page_response(rendered)


@blueprint.get("/<name>/card-<digest>.png")
async def shared(name: str, digest: str) -> Response:
    """Returns the preview picture (og:image) of a page. A digest of an older design is answered with the current
    picture and cached for five minutes only.

    Raises: NotFound.
    """
    page, content = await _published_page(name)
    avatar = (await pictures(page.account_id, content)).get(content.avatar)
    cache_control = CACHE_FOR_A_MONTH if digest == share_card.digest(content, page.slug) else "public, max-age=300"
    return Response(await share_card.card(content, page.slug, avatar), 200, {
        "Content-Type": "image/png", "Cache-Control": cache_control, "Cross-Origin-Resource-Policy": "cross-origin"})


async def standing(name: str) -> Found:
    """Resolves a name to a link or a bio page; uses the lookup cache while the app is served, and the database
    otherwise.
    """
    if not (folded := slugs.lookup_key(name)):
        return NOTHING
    lookup = _service().lookup
    if lookup is not None:
        return await lookup.find(folded)
    rows = await db.rows(SQL, [folded])
    return found(list(rows[0].values()) if rows else None)


async def show(record: Leaf) -> Response | None:
    """Returns the response of a page and records the view; None where the page is not visible to visitors."""
    service = _service()
    rendered = await service.shelf.fetch(record) if record.live else None
    if rendered is None:
        return None
    if service.recording is not None:
        visitor = service.visitor(request.method, request.remote_addr or "",
                                    request.query_string.decode("latin1"), _request_headers())
        service.answered["quart"] += 1
        await service.recording.journal.record(service.view_line(record, visitor, clock.now()))
    return _page_response(rendered)


async def kept_of(link: Link) -> Keeps:
    """Returns how much detail is kept of visits to a link. For the links of a bio page it depends on the owner's plan.
    """
    if link.page_id is None:
        return Keeps.ALL
    return keeps((await Account.get(id=link.account_id)).plan_name)


def _page_response(rendered: Rendered) -> Response:
    """Sends exactly the headers that the lanes send; `g.bare` keeps the app from adding others."""
    g.bare = True
    page = _service().sheet(rendered, _request_headers())
    response = Response(page.body, page.status)
    response.headers = WerkzeugHeaders(page.headers)
    return response


def _download(content: bytes, media_type: str, filename: str) -> Response:
    return Response(content, 200, {"Content-Type": f"{media_type}; charset=utf-8", "Cache-Control": "no-cache",
                                   "Content-Disposition": f'attachment; filename="{quote(filename)}"'})


async def _open_block(name: str, block_id: str, kind: str) -> tuple[Page, Content, Block]:
    """Returns a page, its content and one block of it that visitors can see now.

    Raises: NotFound.
    """
    page, content = await _published_page(name)
    now: datetime = clock.now()
    for block in content.open_at(now):
        if block.id == block_id and block.kind == kind:
            return page, content, block
    raise NotFound


async def _published_page(name: str) -> tuple[Page, Content]:
    """Returns a live page with its account, and its published content.

    Raises: NotFound.
    """
    record = (await standing(name)).page
    page = await Page.get_or_none(id=record.id).select_related("account") if record and record.live else None
    if page is None:
        raise NotFound
    return page, published(page)[0]


def _request_headers() -> Headers:
    return Headers(_service().wanted, request.scope["headers"])


def _service() -> Following:
    service: Following = current_app.extensions["following"]
    return service
