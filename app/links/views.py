"""The links page: create, search and edit links."""

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
    """The links page, or the part of it that htmx requests for a search or for its next rows."""
    account, search = authentication.account(), Search.of(request.args)
    if search.cursor and htmx.asks_for_fragment():
        return await htmx.answer("links/_rows.html", **await listing.rows(account, search))
    region = await listing.region(account, search)
    if htmx.asks_for_fragment():
        return await htmx.answer("links/_region.html", **region)
    return await show_page(region, LinkForm())


@blueprint.post("/")
async def create() -> Response:
    """Creates a link.

    If other links have the same destination, the form is shown with them first; the link is created when the form is
    sent again with the field `another`.
    """
    account, form = authentication.account(), await LinkForm.submitted()
    try:
        changes = form.changes()
        duplicates = [] if form.given("another") else await Link.leading_to(account, changes["url"])
        if duplicates:
            return await _not_created(form, 200, duplicates)
        link = await Link.shorten(account, **changes)
    except Refusal as refusal:
        return await _not_created(form.blame(refusal), envelope.status_of(refusal))
    await link.fetch_related("tags")
    toast = {"text": _message(_("Created %(name)s"), link, form), "short_url": link.short_url}
    return await htmx.done(
        "links/_created.html", "/dashboard/links/", toast, event="links:changed",
        link=link, search=Search(), form=LinkForm(), same=[], sparks={},
        toast=toast, **await listing.fresh(account),
    )


def _message(template: str, link: Link, form: LinkForm) -> str:
    """The message about a link; it also says when a scheme was added to the URL."""
    message = template % {"name": link.shown}
    added = _("https:// was added to the address.")
    return f"{message}. {added}" if form.scheme_added else message


@blueprint.get("/check")
async def check() -> Response:
    """Whether a name is available, checked while somebody types it."""
    slug_input, problem = request.args.get("slug", "").strip(), ""
    try:
        slug = slugs.checked(slug_input) if slug_input else ""
        name = await Name.get_or_none(folded=slugs.fold(slug)) if slug else None
        if name and not name.free_for(authentication.account()) and str(name.link_id) != request.args.get("link"):
            raise slugs.SlugTaken(slug)
    except Refusal as refusal:
        problem = envelope.said(refusal)
    return await htmx.answer("links/_check.html", slug=slug_input, problem=problem)


@blueprint.get("/<uuid:id>")
async def show(id: UUID) -> Response:
    """One row of the list; without htmx, the links page with a search for the link."""
    link = await own(authentication.account(), id)
    if htmx.asks_for_fragment():
        return await htmx.answer("links/_row.html", link=link, search=search_back(request.args), focus=True,
                               sparks=await listing.sparks(authentication.account(), [link]))
    return htmx.go(Search(q=link.short_code).address())


@blueprint.get("/<uuid:id>/edit")
async def edit(id: UUID) -> Response:
    """The form that edits a link."""
    link = await own(authentication.account(), id)
    return await _editor(link, LinkForm.of(link), search_back(request.args))


@blueprint.post("/<uuid:id>")
async def update(id: UUID) -> Response:
    """Saves a link; a refused form is shown again."""
    link, form = await own(authentication.account(), id), await LinkForm.submitted()
    search = search_back(form.values)
    try:
        await link.edit(authentication.account(), seen=form.version, **form.changes(link))
    except Refusal as refusal:
        return await _editor(link, await form.blame_for(link, refusal), search, envelope.status_of(refusal))
    await link.fetch_related("tags")
    message = _message(_("Saved %(name)s"), link, form)
    return await htmx.done("links/_saved.html", search.address(), message, link=link, search=search,
                           toast={"text": message}, sparks=await listing.sparks(authentication.account(), [link]))


async def _editor(link: Link, form: LinkForm, search: Search, status: int = 200) -> Response:
    """The form that edits a link, as a row for htmx or as a page."""
    template = "links/_row_editor.html" if htmx.asks_for_fragment() else "links/edit.html"
    return await htmx.answer(template, status=status, link=link, form=form, search=search, active="links")


async def _not_created(form: LinkForm, status: int, duplicates: Sequence[Link] = ()) -> Response:
    """The form as it was submitted, with its errors or with the links that have the same destination."""
    form.shown_again()
    if htmx.asks_for_fragment():
        share = quota.links_share(authentication.account())
        response = await htmx.answer("links/_new.html", status=status, form=form, focus=False, share=share,
                                     same=duplicates)
        response.headers["HX-Reswap"] = "outerMorph"  # keeps the typed password in its field
        return response
    return await show_page(await listing.region(authentication.account(), Search()), form, status, duplicates)


async def show_page(region: dict[str, Any], form: LinkForm, status: int = 200, same: Sequence[Link] = ()) -> Response:
    """The links page; `region` is the result of `listing.region`.

    `same` are the links with the same destination as the one in the form.
    """
    share = quota.links_share(authentication.account())
    return await htmx.answer("links/index.html", status=status, form=form, share=share, same=same, active="links",
                           **region)
