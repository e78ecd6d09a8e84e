"""The links page: shorten, find, edit in place."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from quart import Blueprint, Response, request

from app.accounts import authentication
from app.kernel.i18n import gettext as _
from app.kernel.refusal import Refusal
from app.links import listing
from app.links.forms import LinkForm
from app.links.link_search import Search
from app.links.listing import own, search_back
from app.links.models import Link
from app.names import slug as slugs
from app.names.models import Name
from app.plans import quota
from app.web import envelope, htmx

blueprint = Blueprint("links", __name__, url_prefix="/dashboard/links")
authentication.protect(blueprint)


@blueprint.get("/")
async def index() -> Response:
    account, search = authentication.account(), Search.of(request.args)
    if search.cursor and htmx.asks_for_fragment():
        return await htmx.answer("links/_rows.html", **await listing.rows(account, search))
    region = await listing.region(account, search)
    if htmx.asks_for_fragment():
        return await htmx.answer("links/_region.html", **region)
    return await show_page(region, LinkForm())


@blueprint.post("/")
async def create() -> Response:
    """Makes a link; where its destination has one already, that is said first and the link made when asked again."""
    account, form = authentication.account(), await LinkForm.submitted()
    try:
        changes = form.changes()
        same = [] if form.given("another") else await Link.leading_to(account, changes["url"])
        if same:
            return await _not_created(form, 200, same)
        link = await Link.shorten(account, **changes)
    except Refusal as refusal:
        return await _not_created(form.blame(refusal), envelope.status_of(refusal))
    await link.fetch_related("tags")
    said = _told(_("Created %(name)s"), link, form)
    return await htmx.done(
        "links/_created.html", "/dashboard/links/", {"text": said, "short_url": link.short_url}, event="links:changed",
        link=link, search=Search(), form=LinkForm(), same=[], sparks={},
        toast={"text": said, "short_url": link.short_url}, **await listing.fresh(account),
    )


def _told(words: str, link: Link, form: LinkForm) -> str:
    """What happened to a link, and that its address was completed."""
    said = words % {"name": link.shown}
    added = _("https:// was added to the address.")
    return f"{said}. {added}" if form.scheme_added else said


@blueprint.get("/check")
async def check() -> Response:
    """Whether a name could be had, while it is typed."""
    typed, problem = request.args.get("slug", "").strip(), ""
    try:
        slug = slugs.checked(typed) if typed else ""
        name = await Name.get_or_none(folded=slugs.fold(slug)) if slug else None
        if name and not name.free_for(authentication.account()) and str(name.link_id) != request.args.get("link"):
            raise slugs.SlugTaken(slug)
    except Refusal as refusal:
        problem = envelope.said(refusal)
    return await htmx.answer("links/_check.html", slug=typed, problem=problem)


@blueprint.get("/<uuid:id>")
async def show(id: UUID) -> Response:
    link = await own(authentication.account(), id)
    if htmx.asks_for_fragment():
        return await htmx.answer("links/_row.html", link=link, search=search_back(request.args), focus=True,
                               sparks=await listing.sparks(authentication.account(), [link]))
    return htmx.go(Search(q=link.short_code).address())


@blueprint.get("/<uuid:id>/edit")
async def edit(id: UUID) -> Response:
    link = await own(authentication.account(), id)
    return await _editor(link, LinkForm.of(link), search_back(request.args))


@blueprint.post("/<uuid:id>")
async def update(id: UUID) -> Response:
    link, form = await own(authentication.account(), id), await LinkForm.submitted()
    search = search_back(form.values)
    try:
        await link.edit(authentication.account(), seen=form.version, **form.changes(link))
    except Refusal as refusal:
        return await _editor(link, await form.blame_for(link, refusal), search, envelope.status_of(refusal))
    await link.fetch_related("tags")
    said = _told(_("Saved %(name)s"), link, form)
    return await htmx.done("links/_saved.html", search.address(), said, link=link, search=search, toast={"text": said},
                         sparks=await listing.sparks(authentication.account(), [link]))


async def _editor(link: Link, form: LinkForm, search: Search, status: int = 200) -> Response:
    piece = "links/_row_editor.html" if htmx.asks_for_fragment() else "links/edit.html"
    return await htmx.answer(piece, status=status, link=link, form=form, search=search, active="links")


async def _not_created(form: LinkForm, status: int, same: Sequence[Link] = ()) -> Response:
    """The form as it was typed: refused, or with the links that lead to the same place already."""
    form.shown_again()
    if htmx.asks_for_fragment():
        share = quota.links_share(authentication.account())
        piece = await htmx.answer("links/_new.html", status=status, form=form, focus=False, share=share, same=same)
        piece.headers["HX-Reswap"] = "outerMorph"  # the password that was typed stays in its field
        return piece
    return await show_page(await listing.region(authentication.account(), Search()), form, status, same)


async def show_page(region: dict[str, Any], form: LinkForm, status: int = 200, same: Sequence[Link] = ()) -> Response:
    """The links page with a region as `listing.region` makes it; `same` are the links to the address in the form."""
    share = quota.links_share(authentication.account())
    return await htmx.answer("links/index.html", status=status, form=form, share=share, same=same, active="links",
                           **region)
