"""The dashboard's endpoints for the list of pages, a new page, the builder, and deleting and restoring a page."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from quart import Blueprint, Response, request

from app.accounts import authentication
from app.accounts.models import Account
from app.accounts.request_account import BlueprintActs, may_do
from app.accounts.roles import EDIT
from app.kernel import i18n
from app.kernel.i18n import gettext as _
from app.kernel.refusal import Refusal
from app.kernel.versioned_rows import get_or_refuse
from app.names import slug as slugs
from app.names.models import Name
from app.pages import first_content, listing
from app.pages.builder.responses import builder_context, load_own_page, with_errors
from app.pages.content import LONGEST_NAME, Content
from app.pages.models import Page
from app.pages.starters import STARTERS
from app.pages.theme.presets import PRESETS
from app.web import envelope, htmx
from app.web.audit_target import refusal_toast, set_audit_target
from app.web.forms import Form

blueprint = Blueprint("pages", __name__, url_prefix="/dashboard/pages")
authentication.require_sign_in(
    blueprint, BlueprintActs(acts={"builder_page": EDIT, "check_slug": EDIT, "new_page_form": EDIT})
)
NEW_PAGE_CHOICES: dict[str, Any] = {"starters": STARTERS, "presets": PRESETS}


@blueprint.get("/")
async def list_pages() -> Response:
    """The list of pages; an account without any is redirected to the form for a new one."""
    account = authentication.current_account()
    region = await listing.list_context(account, request.args)
    if htmx.wants_fragment():
        return await htmx.render_response("pages/_region.html", **region)
    is_first = not region["pages"] and not region["q"] and may_do(EDIT)
    if is_first and not await Page.deleted_by(account).exists():
        return htmx.redirect_to("/dashboard/pages/new")
    return await htmx.render_response(
        "pages/index.html", active="pages", summary=await listing.page_quota(account), **region
    )


@blueprint.get("/new")
async def new_page_form() -> Response:
    """The form for a new page, filled in with the account's name and a free slug."""
    account = authentication.current_account()
    form = Form({"name": account.name, "slug": await first_content.suggest_free_slug(account.name), "starter": ""})
    return await _new_page_form(account, form)


@blueprint.post("/")
async def create_page() -> Response:
    """Creates a page from the form."""
    account, form = authentication.current_account(), await Form.submitted()
    content, faults = _read_new_page(account, form)
    if not faults:
        try:
            page = await Page.make(account, form["slug"], content)
            set_audit_target(page.display_url)
            return htmx.redirect_to(f"/dashboard/pages/{page.id}")
        except Refusal as refusal:
            faults.append(refusal)
    return await _new_page_form(account, with_errors(form, faults), envelope.page_status(faults[0]))


def _read_new_page(account: Account, form: Form) -> tuple[Content, list[Refusal]]:
    """The first content of a new page, and all refusals of its name and its slug."""
    content, faults = Content(), list[Refusal]()
    name = form["name"] or account.name[:LONGEST_NAME]
    try:
        content = first_content.new_page_content(name, i18n.current_language(), form["starter"])
    except Refusal as refusal:
        faults.append(refusal)
    try:
        slugs.check_slug(form["slug"])
    except Refusal as refusal:
        faults.append(refusal)
    return content, faults


async def _new_page_form(account: Account, form: Form, status: int = 200) -> Response:
    """The form for a new page, with the number of pages that the plan still allows."""
    quota = await listing.page_quota(account)
    return await htmx.render_response(
        "pages/new.html", status=status, active="pages", form=form, quota=quota, **NEW_PAGE_CHOICES
    )


@blueprint.get("/<uuid:id>")
async def builder_page(id: UUID) -> Response:
    """The builder. `?open=` is the id of the block whose form is open; `blank` adds an empty line to its list."""
    _account, page = await load_own_page(id)
    opened = request.args.get("open", "")
    context = await builder_context(
        page,
        open=opened,
        added=opened if "added" in request.args else "",
        blank=int("blank" in request.args),
        blank_social=int("blank_social" in request.args),
    )
    if htmx.wants_fragment():
        return await htmx.render_response("pages/_blocks.html", **context)
    return await htmx.render_response("pages/builder.html", active="pages", tab="content", is_saved=True, **context)


@blueprint.post("/<uuid:id>/delete")
async def delete_page(id: UUID) -> Response:
    """Deletes a page; the toast offers to restore it."""
    _account, page = await load_own_page(id)
    await page.soft_delete()
    toast = {
        "text": _("Deleted %(name)s") % {"name": page.display_url},
        "fields": [],
        "undo": f"/dashboard/pages/{id}/restore",
    }
    return await htmx.answer_write("pages/_deleted.html", "/dashboard/pages/", toast, toast=toast)


@blueprint.post("/<uuid:id>/restore")
async def restore_page(id: UUID) -> Response:
    """Restores a deleted page. Raises: NotFound."""
    page = await get_or_refuse(Page.deleted_by(authentication.current_account()), id)
    set_audit_target(page.display_url)
    try:
        await page.restore(authentication.current_account())
    except Refusal as refusal:
        toast = refusal_toast(refusal)
        return await htmx.answer_write("pages/_deleted.html", "/dashboard/pages/", toast, toast=toast)
    return htmx.redirect_to(f"/dashboard/pages/{id}")


@blueprint.get("/check")
async def check_slug() -> Response:
    """The message below the input for a slug: empty when it is free, else what is wrong with it."""
    typed = request.args.get("slug", "")
    try:
        shown = slugs.check_slug(typed)
        name = await Name.on_domain().get_or_none(folded=slugs.fold_name(shown))
        is_free = name is None or name.is_claimable_by(authentication.current_account())
        message = "" if is_free else envelope.refusal_message(slugs.SlugTaken(shown))
    except Refusal as refusal:
        message = envelope.refusal_message(refusal)
    return await htmx.render_response("pages/_check.html", message=message, typed=typed)
