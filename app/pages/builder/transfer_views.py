"""The builder's endpoints that export a page as a file, and import one from such a file or from pasted links."""

from __future__ import annotations

from codecs import BOM_UTF8
from uuid import UUID

from pydantic import ValidationError
from quart import Blueprint, Response, request
from werkzeug.datastructures import FileStorage

from app.accounts import authentication
from app.accounts.models import Account
from app.accounts.request_account import BlueprintActs
from app.accounts.roles import EDIT
from app.kernel.refusal import N_, InvalidRequest, Refusal
from app.pages import first_content, listing
from app.pages.builder.responses import load_own_page
from app.pages.json import block_input
from app.pages.models import Page
from app.pages.transfer.export_import import content_disposition, export_file, prepare_import
from app.pages.transfer.import_request import PageImport, to_content
from app.pages.transfer.link_list import check_lines
from app.web import envelope, htmx, limits
from app.web.audit_target import set_audit_target
from app.web.forms import Form

blueprint = Blueprint("page_transfer", __name__, url_prefix="/dashboard/pages")
limits.allow_body(limits.MAX_IMPORT, "/dashboard/pages/import")
authentication.require_sign_in(blueprint, BlueprintActs(acts={"import_form": EDIT}))


class InvalidPageFile(InvalidRequest):
    """The file is no valid export of a page."""

    field, says = "file", N_("That file is not a page exported from Kliqs: %(reason)s")


class NothingToImport(InvalidRequest):
    """The form has neither a file nor text."""

    field, says = "text", N_("Paste your links, one to a line, or choose a file.")


@blueprint.get("/<uuid:id>/export")
async def export_page(id: UUID) -> Response:
    """Downloads a page with its pictures as one file."""
    account, page = await load_own_page(id)
    headers = content_disposition(page) | {"Cache-Control": "private, no-store"}
    return Response(await export_file(account, page), 200, headers, content_type="application/json")


@blueprint.get("/import")
async def import_form() -> Response:
    """The import form."""
    account = authentication.current_account()
    form = Form({"name": account.name, "slug": await first_content.suggest_free_slug(account.name)})
    return await htmx.render_response(
        "pages/import.html", active="pages", form=form, quota=await listing.page_quota(account)
    )


@blueprint.post("/import")
async def import_page() -> Response:
    """Imports a page from the file or the text of the form; the whole page is created, or nothing."""
    account, form = authentication.current_account(), await Form.submitted()
    try:
        page = await _import(account, form, (await request.files).get("file"))
    except Refusal as refusal:
        if refusal.field not in {"name", "slug", "file"}:
            refusal.field = "text"
        return await htmx.render_response(
            "pages/import.html",
            status=envelope.page_status(refusal),
            active="pages",
            form=form.blame(refusal),
            quota=await listing.page_quota(account),
        )
    set_audit_target(page.display_url)
    return htmx.redirect_to(f"/dashboard/pages/{page.id}")


async def _import(account: Account, form: Form, file: FileStorage | None) -> Page:
    """The page created from the file, or else from the pasted links.

    Raises: NothingBrought, NotAPage, those of `to_content` and Page.make.
    """
    if file and file.filename:
        return await _import_file(account, form, file.read())
    if not form["text"].strip():
        raise NothingToImport
    try:
        body = PageImport(slug=form["slug"], name=form["name"], text=form["text"])
    except ValidationError as invalid:
        raise block_input.to_refusal(invalid) from None
    check_lines(form["text"])
    return await Page.make(account, body.slug, to_content(body, account))


async def _import_file(account: Account, form: Form, raw: bytes) -> Page:
    """The page created from an exported file, with the slug of the form.

    Raises: NotAPage, which says what is wrong with the file, and for the slug those of `prepare_import` and Page.make.
    """
    try:
        body = PageImport.model_validate_json(raw.removeprefix(BOM_UTF8)).model_copy(update={"slug": form["slug"]})
        pictures = {id: picture.model_dump() for id, picture in body.pictures.items()}
        content = await prepare_import(account, body.slug, to_content(body, account), pictures)
    except ValidationError as invalid:
        raise InvalidPageFile(reason=envelope.refusal_message(block_input.to_refusal(invalid))) from None
    except Refusal as refusal:
        if not refusal.field.startswith(("content", "pictures")):
            raise
        raise InvalidPageFile(reason=f"{refusal.field}: {envelope.refusal_message(refusal)}") from None
    return await Page.make(account, body.slug, content)
