"""The public face of bio pages: the page itself where no lane answered, and what belongs to one of its blocks."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import quote

from quart import Blueprint, Response, abort, current_app, g, request
from werkzeug.datastructures import Headers as Answered

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
MONTH = "public, max-age=2592000, immutable"


@blueprint.before_request
async def keep_to_the_front() -> None:
    """What stands below another surface's first segment is no page's."""
    if hosts.surface() != "public":
        abort(404)


@blueprint.get("/<name>/event-<block>.ics")
async def event(name: str, block: str) -> Response:
    """The calendar file of an event block."""
    _page, _content, found_block = await _block(name, block, "event")
    return _file(downloads.calendar_file(found_block), "text/calendar", f"{block}.ics")


@blueprint.get("/<name>/contact-<block>.vcf")
async def contact(name: str, block: str) -> Response:
    """The contact card of a contact block."""
    _page, _content, found_block = await _block(name, block, "contact")
    return _file(downloads.contact_file(found_block), "text/vcard", f"{block}.vcf")


@blueprint.get("/<name>/tip-<block>/<int:amount>")
async def tipping(name: str, block: str, amount: int) -> Response:
    """The dynamic QRIS for an amount."""
    page, content, found_block = await _block(name, block, "tip")
    try:
        rendered = tip.tipping(content, found_block, amount, slug=page.slug, now=clock.now(),
                               media=await pictures(page.account_id, content))
    except Refusal:
        raise NotFound from None
    return _sheet(rendered)


@blueprint.get("/<name>/card-<digest>.png")
async def shared(name: str, digest: str) -> Response:
    """The picture that a shared page shows; of an older look it is the one of today."""
    page, content = await _published(name)
    avatar = (await pictures(page.account_id, content)).get(content.avatar)
    kept = MONTH if digest == share_card.digest(content, page.slug) else "public, max-age=300"
    return Response(await share_card.card(content, page.slug, avatar), 200, {
        "Content-Type": "image/png", "Cache-Control": kept, "Cross-Origin-Resource-Policy": "cross-origin"})


async def standing(name: str) -> Found:
    """What stands at a name as a visitor wrote it."""
    if not (folded := slugs.lookup_key(name)):
        return NOTHING
    lookup = _following().lookup
    if lookup is not None:
        return await lookup.find(folded)
    rows = await db.rows(SQL, [folded])
    return found(list(rows[0].values()) if rows else None)


async def show(leaf: Leaf) -> Response | None:
    """The page, its view recorded; None where nobody may see it."""
    following = _following()
    rendered = await following.shelf.fetch(leaf) if leaf.live else None
    if rendered is None:
        return None
    if following.recording is not None:
        visitor = following.visitor(request.method, request.remote_addr or "",
                                    request.query_string.decode("latin1"), _headers())
        following.answered["quart"] += 1
        await following.recording.journal.record(following.viewed(leaf, visitor, clock.now()))
    return _sheet(rendered)


async def kept_of(link: Link) -> Keeps:
    """How much is kept of visits to a link."""
    if link.page_id is None:
        return Keeps.ALL
    return keeps((await Account.get(id=link.account_id)).plan_name)


def _sheet(rendered: Rendered) -> Response:
    """The same headers as the lanes send, and no others (see `bare`)."""
    g.bare = True
    given = _following().sheet(rendered, _headers())
    response = Response(given.body, given.status)
    response.headers = Answered(given.headers)
    return response


def _file(content: bytes, media_type: str, called: str) -> Response:
    return Response(content, 200, {"Content-Type": f"{media_type}; charset=utf-8", "Cache-Control": "no-cache",
                                   "Content-Disposition": f'attachment; filename="{quote(called)}"'})


async def _block(name: str, id: str, kind: str) -> tuple[Page, Content, Block]:
    """A block that visitors see now. Refusals: NotFound."""
    page, content = await _published(name)
    now: datetime = clock.now()
    for block in content.open_at(now):
        if block.id == id and block.kind == kind:
            return page, content, block
    raise NotFound


async def _published(name: str) -> tuple[Page, Content]:
    """Refusals: NotFound."""
    leaf = (await standing(name)).page
    page = await Page.get_or_none(id=leaf.id).select_related("account") if leaf and leaf.live else None
    if page is None:
        raise NotFound
    return page, published(page)[0]


def _headers() -> Headers:
    return Headers(_following().wanted, request.scope["headers"])


def _following() -> Following:
    following: Following = current_app.extensions["following"]
    return following
