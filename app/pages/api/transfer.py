"""The JSON API operations that upload pictures and export and import whole pages."""

from __future__ import annotations

import hashlib
from uuid import UUID

from quart import Blueprint, Response, request
from werkzeug.datastructures import FileStorage
from werkzeug.exceptions import UnsupportedMediaType

from app.kernel.refusal import N_
from app.keys import api_authentication
from app.keys.api_authentication import key_owner
from app.media.models import Media
from app.media.reencode import reencode
from app.media.upload_sandbox import NoPicture
from app.pages.api.responses import CONTENT, NAMING, page_response
from app.pages.api.writes import get_owned_page
from app.pages.json import block_input
from app.pages.json.page_requests import PictureQuery
from app.pages.json.page_responses import PageData, PictureData
from app.pages.models import Page
from app.pages.transfer.export_import import LONGEST, content_disposition, export_file, prepare_import
from app.pages.transfer.import_request import PageImport, to_content
from app.qr.forms import LONGEST_LOGO
from app.web import envelope, limits
from app.web.audit_target import set_audit_target
from app.web.openapi import Operation
from app.web.query_parsing import query

blueprint = Blueprint("page_transfer_api", __name__, url_prefix="/api/v1")
limits.allow_body(limits.MAX_UPLOAD, "/api/v1/media")
limits.allow_body(limits.MAX_IMPORT, "/api/v1/pages/import")
api_authentication.require_api_key(blueprint)
LIMITS = ("PICTURE_LIMIT_REACHED", "PAGE_LIMIT_REACHED", "SHORTLINK_LIMIT_REACHED")

OPERATIONS = [
    Operation(
        "uploadPicture",
        "POST",
        "/media",
        N_("Upload a picture"),
        N_(
            "Takes a JPEG, PNG, WebP, HEIC or AVIF of at most 5 MB and re-encodes it, which removes the "
            "place where it was taken and all other metadata. Use the id in pages and their blocks, as the logo of a "
            "QR code, or for the preview of a link."
        ),
        PictureData,
        201,
        None,
        PictureQuery,
        ("INVALID_PICTURE", "PICTURE_LIMIT_REACHED"),
        (),
        "picture",
        scope="pages:write",
    ),
    Operation(
        "exportPage",
        "GET",
        "/pages/{id}/export",
        N_("Export a bio page"),
        N_(
            "The whole page as one file: its draft with all blocks and pictures, which an import makes into the "
            "same page again."
        ),
        None,
        200,
        None,
        None,
        (),
        ("application/json",),
        scope="pages:read",
    ),
    Operation(
        "importPage",
        "POST",
        "/pages/import",
        N_("Import a bio page"),
        N_(
            "Makes a page of an export, of a list of links, or of pasted lines. All of it is made, or nothing. "
            "Pictures exported by this server stay the same to the byte; others are re-encoded."
        ),
        PageData,
        201,
        PageImport,
        None,
        (*CONTENT, *NAMING, "INVALID_PICTURE", *LIMITS),
        scope="pages:write",
    ),
]


@blueprint.post("/media")
async def upload_picture() -> Response:
    """uploadPicture: re-encodes and stores the picture of a multipart form. Raises: NoPicture, those of `reencode`."""
    if request.mimetype != "multipart/form-data":
        raise UnsupportedMediaType
    logo = query(PictureQuery).use == "logo"
    await api_authentication.check_monthly_limit()
    file: FileStorage | None = (await request.files).get("picture")
    if file is None:
        raise NoPicture
    picture = await reencode(file.read(), longest=LONGEST_LOGO if logo else LONGEST, keep_alpha=logo)
    media = await Media.store(key_owner(), picture)
    async with api_authentication.counted_request():
        return envelope.success_response(PictureData.of(media), 201)


@blueprint.get("/pages/<uuid:id>/export")
async def export_page(id: UUID) -> Response:
    """exportPage: the page as a file; 304 when the client has it already (`If-None-Match`)."""
    await api_authentication.check_monthly_limit()
    page = await get_owned_page(id)
    etag = hashlib.sha256(f"{page.id} {page.version} {page.slug}".encode()).hexdigest()[:24]
    not_modified = request.if_none_match.contains_weak(etag)
    content = b"" if not_modified else await export_file(key_owner(), page)
    headers = {"ETag": f'"{etag}"', "Cache-Control": "private, max-age=0, must-revalidate"}
    async with api_authentication.counted_request():
        if not_modified:
            return Response("", 304, headers)
        return Response(content, 200, headers | content_disposition(page), content_type="application/json")


@blueprint.post("/pages/import")
async def import_page() -> Response:
    """importPage: creates a page from an export, a list of links or pasted lines.

    The request is counted after the pictures were stored, because counting holds a transaction, which must be short.
    """
    await api_authentication.check_monthly_limit()
    body = await envelope.read_json_body(PageImport, block_input.to_refusal)
    content = await prepare_import(
        key_owner(),
        body.slug,
        to_content(body, key_owner()),
        {id: file.model_dump() for id, file in body.pictures.items()},
    )
    async with api_authentication.counted_request():
        page = await Page.make(key_owner(), body.slug, content)
        set_audit_target(page.display_url)
        return await page_response(page, 201)
