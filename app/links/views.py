"""The links page: create, search and edit links."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from quart import Blueprint, Response, request

from app.accounts import authentication
from app.accounts.request_account import BlueprintActs
from app.accounts.roles import EDIT
from app.kernel.i18n import gettext as _
from app.kernel.refusal import NotFound, Refusal
from app.kernel.uuid_parser import parse_uuid
from app.links import links_page
from app.links.forms import SECTION, LinkForm
from app.links.link_search import Search
from app.links.links_page import get_owned_link, search_from_current_url
from app.links.models import Link
from app.links.utm import form as utm_form
from app.links.utm.models import UtmTemplate
from app.names.models import Name
from app.plans import quota
from app.web import envelope, htmx
from app.web.audit_target import set_audit_target

blueprint = Blueprint("links", __name__, url_prefix="/dashboard/links")
authentication.require_sign_in(blueprint, BlueprintActs(acts={"check_slug": EDIT, "edit_form": EDIT}))


@blueprint.get("/")
async def list_links() -> Response:
    """The links page, or the part of it that htmx requests for a search or for its next rows."""
    account, search = authentication.current_account(), Search.of(request.args)
    if search.cursor and htmx.wants_fragment():
        return await htmx.render_response("links/_rows.html", **await links_page.rows_context(account, search))
    region = await links_page.list_context(account, search)
    if htmx.wants_fragment():
        return await htmx.render_response("links/_region.html", **region)
    return await render_page(region, LinkForm())


@blueprint.post("/")
async def create_link() -> Response:
    """Creates a link.

    If other links have the same destination, the form is shown with them first; the link is created when the form is
    sent again with the field `another`.
    """
    account, form = authentication.current_account(), await LinkForm.submitted()
    try:
        changes = form.changes()
        duplicates = [] if form.has("another") else await Link.with_same_destination(account, changes["url"])
        if duplicates:
            return await _not_created(form, 200, duplicates)
        link = await Link.shorten(account, **changes)
        set_audit_target(link.display_url)
    except Refusal as refusal:
        return await _not_created(await form.blame_and_check_name(account, refusal), envelope.page_status(refusal))
    return await _created(link, form)


async def _created(link: Link, form: LinkForm) -> Response:
    """The response after a link was created from `form`: its row, an empty form and a message."""
    await link.fetch_related("tags")
    toast = {"text": _message(_("Created %(name)s"), link, form), "short_url": link.short_url}
    return await htmx.answer_write(
        "links/_created.html",
        "/dashboard/links/",
        toast,
        event="links:changed",
        link=link,
        search=Search(),
        duplicates=[],
        sparks={},
        toast=toast,
        **await _form_context(LinkForm()),
        **await links_page.updated_figures(authentication.current_account()),
    )


def _message(template: str, link: Link, form: LinkForm) -> str:
    """The message about a link; it also says when a scheme was added to the URL."""
    message = template % {"name": link.display_url}
    added = _("https:// was added to the address.")
    return f"{message}. {added}" if form.scheme_added else message


@blueprint.get("/check")
async def check_slug() -> Response:
    """Whether a name is available, checked while somebody types it."""
    slug_input, problem = request.args.get("slug", "").strip(), ""
    link_id = parse_uuid(request.args.get("link", ""))
    try:
        if slug_input:
            await Name.check_available(authentication.current_account(), slug_input, link_id)
    except Refusal as refusal:
        problem = envelope.refusal_message(refusal)
    return await htmx.render_response("links/_check.html", slug=slug_input, problem=problem)


@blueprint.get("/<uuid:id>")
async def link_row(id: UUID) -> Response:
    """One row of the list; without htmx, the links page with a search for the link."""
    link = await get_owned_link(authentication.current_account(), id)
    if htmx.wants_fragment():
        await link.fetch_related("checks")
        return await htmx.render_response(
            "links/_row.html",
            link=link,
            search=search_from_current_url(request.args),
            focus=True,
            sparks=await links_page.load_sparklines(authentication.current_account(), [link]),
        )
    return htmx.redirect_to(Search(q=link.short_code).url())


@blueprint.get("/<uuid:id>/edit")
async def edit_form(id: UUID) -> Response:
    """The form that edits a link."""
    link = await get_owned_link(authentication.current_account(), id)
    return await _editor(link, LinkForm.of(link), search_from_current_url(request.args))


@blueprint.post("/<uuid:id>")
async def update_link(id: UUID) -> Response:
    """Saves a link; a refused form is shown again."""
    link, form = await get_owned_link(authentication.current_account(), id), await LinkForm.submitted()
    search = search_from_current_url(form.values)
    try:
        await link.edit(authentication.current_account(), seen=form.version, **form.changes(link))
    except Refusal as refusal:
        form = await form.blame_and_check_name(authentication.current_account(), refusal, link)
        return await _editor(link, form, search, envelope.page_status(refusal))
    await link.fetch_related("tags", "checks")
    message = _message(_("Saved %(name)s"), link, form)
    return await htmx.answer_write(
        "links/_saved.html",
        search.url(),
        message,
        link=link,
        search=search,
        toast={"text": message},
        sparks=await links_page.load_sparklines(authentication.current_account(), [link]),
    )


@blueprint.post("/new/utm/<action>", defaults={"id": None})
@blueprint.post("/<uuid:id>/utm/<action>")
async def build_utm(id: UUID | None, action: str) -> Response:
    """Does what a button of the UTM builder is for, and shows the editor of the link, or the form that creates one,
    with all that was typed; saves no link.

    Raises: NotFound for an unknown action.
    """
    account, form = authentication.current_account(), await LinkForm.submitted()
    link = await get_owned_link(account, id) if id else None
    if action not in utm_form.ACTIONS:
        raise NotFound
    status, done = 200, action
    try:
        if template := await utm_form.run_builder_button(account, form.values, action):
            set_audit_target(template.name)
    except Refusal as refusal:
        form.blame(refusal)
        status, done = envelope.page_status(refusal), ""
    form.withhold_secrets()
    if htmx.wants_fragment():
        context = await _form_context(form, done) | {"link": link, "share": quota.links_usage(account)}
        return await htmx.render_response("links/_utm_built.html", status=status, **context)
    if link:
        return await _editor(link, form, search_from_current_url(form.values), status, done)
    return await render_page(await links_page.list_context(account, Search()), form, status, utm_done=done)


async def _form_context(form: LinkForm, utm_done: str = "") -> dict[str, Any]:
    """What every form of a link shows; `utm_done` is what its UTM builder just did."""
    templates = await UtmTemplate.owned_by(authentication.current_account())
    return {"form": form, "utm_templates": templates, "utm_done": utm_done, "utm_fields": utm_form.FORM_FIELDS}


async def _editor(link: Link, form: LinkForm, search: Search, status: int = 200, utm_done: str = "") -> Response:
    """The form that edits a link, as a row for htmx or as a page."""
    template = "links/_row_editor.html" if htmx.wants_fragment() else "links/edit.html"
    context = await _form_context(form, utm_done) | {"link": link, "elsewhere_fields": SECTION}
    return await htmx.render_response(template, status=status, search=search, active="links", **context)


async def _not_created(form: LinkForm, status: int, duplicates: Sequence[Link] = ()) -> Response:
    """The form as it was submitted, with its errors or with the links that have the same destination."""
    form.withhold_secrets()
    if htmx.wants_fragment():
        share = quota.links_usage(authentication.current_account())
        response = await htmx.render_response(
            "links/_new.html",
            status=status,
            focus=False,
            share=share,
            duplicates=duplicates,
            **await _form_context(form),
        )
        response.headers["HX-Reswap"] = "outerMorph"  # keeps the typed password in its field
        return response
    return await render_page(
        await links_page.list_context(authentication.current_account(), Search()), form, status, duplicates
    )


async def render_page(
    region: dict[str, Any], form: LinkForm, status: int = 200, duplicates: Sequence[Link] = (), utm_done: str = ""
) -> Response:
    """The links page; `region` is the result of `links_page.list_context`.

    `duplicates` are the links with the same destination as the one in the form, `utm_done` is what its UTM builder
    just did.
    """
    account = authentication.current_account()
    figures = {"share": quota.links_usage(account), "summary": await links_page.total_figures(account)}
    page = region | figures | await _form_context(form, utm_done) | {"duplicates": duplicates, "active": "links"}
    return await htmx.render_response("links/index.html", status=status, **page)
