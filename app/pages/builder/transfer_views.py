"""Taking a page along: the whole of it as one file, and a page made of such a file or of a list of links."""

from __future__ import annotations

from codecs import BOM_UTF8
from uuid import UUID

from pydantic import ValidationError
from quart import Blueprint, Response, request
from werkzeug.datastructures import FileStorage

from app.accounts import authentication
from app.accounts.models import Account
from app.kernel.refusal import N_, InvalidRequest, Refusal
from app.pages import first_content, listing
from app.pages.builder.responses import page_of
from app.pages.json import block_input
from app.pages.models import Page
from app.pages.transfer.export_import import file_of, named, prepared
from app.pages.transfer.import_request import PageImport, meant
from app.pages.transfer.link_list import check_lines
from app.web import envelope, htmx
from app.web.forms import Form

blueprint = Blueprint("page_files", __name__, url_prefix="/dashboard/pages")
authentication.protect(blueprint)


class NotAPage(InvalidRequest):
    field, says = "file", N_("That is no page exported from Kliqs: %(reason)s")


class NothingBrought(InvalidRequest):
    field, says = "text", N_("Paste your links, one to a line, or choose a file.")


@blueprint.get("/<uuid:id>/export")
async def take(id: UUID) -> Response:
    """The page with its pictures as one file."""
    account, page = await page_of(id)
    return Response(await file_of(account, page), 200, named(page) | {"Cache-Control": "private, no-store"},
                    content_type="application/json")


@blueprint.get("/import")
async def bring() -> Response:
    account = authentication.account()
    form = Form({"name": account.name, "slug": await first_content.free_slug(account.name)})
    return await htmx.answer("pages/bring.html", active="pages", form=form, room=await listing.summary(account))


@blueprint.post("/import")
async def take_in() -> Response:
    """A page of what was brought; all of it is made, or nothing."""
    account, form = authentication.account(), await Form.submitted()
    try:
        page = await _made(account, form, (await request.files).get("file"))
    except Refusal as refusal:
        if refusal.field not in {"name", "slug", "file"}:
            refusal.field = "text"
        return await htmx.answer("pages/bring.html", status=envelope.status_of(refusal), active="pages",
                               form=form.blame(refusal), room=await listing.summary(account))
    return htmx.go(f"/dashboard/pages/{page.id}")


async def _made(account: Account, form: Form, file: FileStorage | None) -> Page:
    if file and file.filename:
        return await _of_file(account, form, file.read())
    if not form["text"].strip():
        raise NothingBrought
    try:
        given = PageImport(slug=form["slug"], name=form["name"], text=form["text"])
    except ValidationError as invalid:
        raise block_input.blamed(invalid) from None
    check_lines(form["text"])
    return await Page.open(account, given.slug, meant(given, account))


async def _of_file(account: Account, form: Form, raw: bytes) -> Page:
    """Refusals: those of Page.open, and NotAPage with what is wrong in the file."""
    try:
        given = PageImport.model_validate_json(raw.removeprefix(BOM_UTF8)).model_copy(update={"slug": form["slug"]})
        pictures = {id: picture.model_dump() for id, picture in given.pictures.items()}
        content = await prepared(account, given.slug, meant(given, account), pictures)
    except ValidationError as invalid:
        raise NotAPage(reason=envelope.said(block_input.blamed(invalid))) from None
    except Refusal as refusal:
        if not refusal.field.startswith(("content", "pictures")):
            raise
        raise NotAPage(reason=f"{refusal.field}: {envelope.said(refusal)}") from None
    return await Page.open(account, given.slug, content)
