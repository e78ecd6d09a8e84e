"""The JSON API of QR codes: `/api/v1/links/{id}/qr-codes` and `/api/v1/qr-codes`."""

from __future__ import annotations

from uuid import UUID

from quart import Blueprint, Response

from app.kernel.refusal import N_, Busy, EditedElsewhere, InvalidRequest, Refusal
from app.keys import api_authentication
from app.keys.api_authentication import key_owner
from app.links.links_page import get_owned_link as own_link
from app.media.models import Media
from app.qr.design import Design, OutOfRange
from app.qr.file_response import file_response
from app.qr.listing import get_own_code
from app.qr.look import CodeContent, Look
from app.qr.models import QrCode
from app.qr.render import pool
from app.qr.requests import CodeChanges, CodeDesign, CodeQuery, ImageQuery, NewCode
from app.qr.responses import CodeData, CodeList, CodeRow, DeletedCode
from app.qr.saved_style import SavedStyle
from app.qr.verdict import Verdict
from app.web import envelope
from app.web.openapi import Operation
from app.web.pagination import fetch_page
from app.web.query_parsing import query

blueprint = Blueprint("qr_api", __name__, url_prefix="/api/v1")
api_authentication.require_api_key(blueprint)
EDIT_ATTEMPTS = 3


class InvalidFormat(InvalidRequest):
    """The format of a file is none of svg, png, pdf and eps."""

    field, says = "format", N_("format must be svg, png, pdf or eps.")


class NotYourLogo(InvalidRequest):
    """The id of a logo is not that of a picture of the account."""

    field, says = "logo_id", N_("There is no such picture of yours. Upload it first.")


OPERATIONS = [
    Operation(
        "createQrCode",
        "POST",
        "/links/{id}/qr-codes",
        N_("Create a QR code"),
        N_("Creates a code for a link and tells whether it will scan. A link can have many codes."),
        CodeData,
        201,
        NewCode,
        None,
        ("INVALID_REQUEST", "QR_LIMIT_REACHED"),
        scope="qr:write",
    ),
    Operation(
        "listQrCodes",
        "GET",
        "/links/{id}/qr-codes",
        N_("List the QR codes of a link"),
        N_("The codes of a link, newest first, a page at a time."),
        CodeList,
        200,
        None,
        CodeQuery,
        ("INVALID_REQUEST",),
        scope="qr:read",
    ),
    Operation(
        "readQrCode",
        "GET",
        "/qr-codes/{id}",
        N_("Read a QR code"),
        N_("One code with its scans and what the scan check says of it."),
        CodeData,
        scope="qr:read",
    ),
    Operation(
        "changeQrCode",
        "PATCH",
        "/qr-codes/{id}",
        N_("Change a QR code"),
        N_(
            "Changes the fields you send. The content of a printed code stays as it is; change its destination at "
            "the link."
        ),
        CodeData,
        200,
        CodeChanges,
        scope="qr:write",
    ),
    Operation(
        "deleteQrCode",
        "DELETE",
        "/qr-codes/{id}",
        N_("Delete a QR code"),
        N_("Printed copies still open the link; the code can be restored for 30 days."),
        DeletedCode,
        scope="qr:write",
    ),
    Operation(
        "qrCodeImage",
        "GET",
        "/qr-codes/{id}/image",
        N_("The file of a QR code"),
        N_("The code itself, not JSON. Send its ETag as If-None-Match and you get 304 as long as nothing changed."),
        None,
        200,
        None,
        ImageQuery,
        ("INVALID_REQUEST", "QR_NOT_SCANNABLE"),
        tuple(pool.TYPES.values()),
        scope="qr:read",
    ),
]


@blueprint.post("/links/<uuid:id>/qr-codes")
async def create(id: UUID) -> Response:
    """Create a code for a link. Raises: CodeLimitReached and those of the design.

    The code is drawn and checked before the request is counted: counting holds a transaction, which must stay short.
    """
    body = await envelope.read_json_body(NewCode)
    await api_authentication.check_monthly_limit()
    link, style = await own_link(key_owner(), id), await SavedStyle.default_for(key_owner())
    look = _merge_look(body.design, await _with_logo(body, style.look if style else Look(Design())))
    content = CodeContent(f"{link.short_url}?qr=00000", ours=True)  # a mark of the final length
    look, verdict = await _check_look(content, look)
    async with api_authentication.counted_request():
        code = await QrCode.create_for_link(key_owner(), link, body.name or "", look)
        stored = await get_own_code(key_owner(), code.id)
        return envelope.success_response(CodeData.with_verdict(stored, verdict), 201)


@blueprint.get("/links/<uuid:id>/qr-codes")
async def index(id: UUID) -> Response:
    """A page of a link's codes, newest first."""
    parameters = query(CodeQuery)
    async with api_authentication.counted_request():
        link = await own_link(key_owner(), id)
        codes = QrCode.owned_by(key_owner()).filter(link_id=link.id).prefetch_related("name", "logo")
        result = await fetch_page(codes, by="created_at", cursor=parameters.cursor, size=parameters.limit)
    return envelope.success_response(
        {"qr_codes": [CodeRow.of(code) for code in result.rows], "next_cursor": result.next}
    )


@blueprint.get("/qr-codes/<uuid:id>")
async def read(id: UUID) -> Response:
    """One code with a fresh verdict of the scan check."""
    await api_authentication.check_monthly_limit()
    code = await get_own_code(key_owner(), id)
    proof = await pool.draw_proof(code.encoded_content, code.look)
    async with api_authentication.counted_request():
        return envelope.success_response(CodeData.with_verdict(code, proof.verdict))


@blueprint.patch("/qr-codes/<uuid:id>")
async def change(id: UUID) -> Response:
    """Change the fields that were sent. Raises: Busy.

    Only part of a design is sent. So when another request saved the code meanwhile, the change is applied again to the
    saved code, up to three times.
    """
    body = await envelope.read_json_body(CodeChanges)
    await api_authentication.check_monthly_limit()
    for _ in range(EDIT_ATTEMPTS):
        try:
            return envelope.success_response(await _apply_changes(id, body))
        except EditedElsewhere:
            continue
    raise Busy


@blueprint.delete("/qr-codes/<uuid:id>")
async def delete(id: UUID) -> Response:
    """Delete a code; it can be restored for 30 days."""
    async with api_authentication.counted_request():
        code = await get_own_code(key_owner(), id)
        await code.soft_delete()
    return envelope.success_response(DeletedCode.of(code).model_dump(mode="json"))


@blueprint.get("/qr-codes/<uuid:id>/image")
async def image(id: UUID) -> Response:
    """A file of the code, cacheable for a year where `v` is the current version. Raises: InvalidFormat, OutOfRange,
    NotScannable.
    """
    parameters = query(ImageQuery, format=InvalidFormat())
    await api_authentication.check_monthly_limit()
    code = await get_own_code(key_owner(), id)
    size = _file_size(code, parameters)
    code.look.require_scannable(sure=parameters.confirm)
    response = await file_response(code, parameters.format, size)
    async with api_authentication.counted_request():
        return response


async def _apply_changes(id: UUID, body: CodeChanges) -> dict[str, object]:
    """Apply the changes to the code as it is stored now. Raises: EditedElsewhere, TooLong, those of `Design.of`."""
    code = await get_own_code(key_owner(), id)
    base = await _with_logo(body, code.look)
    look, verdict = await _check_look(code.encoded_content, _merge_look(body.design, base))
    title = (body.name or "") if "name" in body.model_fields_set else None
    async with api_authentication.counted_request():
        await code.edit(seen=code.version, title=title, look=look)
        code = await get_own_code(key_owner(), id)
    return CodeData.with_verdict(code, verdict)


async def _with_logo(body: NewCode | CodeChanges, base: Look) -> Look:
    """`base` with the logo of a request, if it has one, which is shown then. Raises: NotYourLogo."""
    if "logo_id" not in body.model_fields_set:
        return base
    id = str(body.logo_id) if body.logo_id else ""
    logo = (await Media.protect_many(key_owner().id, [id])).get(id) if id else None
    if id and logo is None:
        raise NotYourLogo
    return Look(base.design.with_changes({"logo": logo is not None}), logo)


def _merge_look(design: CodeDesign, base: Look) -> Look:
    """`base` with the changes of a design. Raises: those of `Design.of`, for fields such as `design.dark`."""
    try:
        return Look(base.design.with_changes(design.changes()), base.logo)
    except Refusal as refusal:
        refusal.field = f"design.{refusal.field}"
        raise


async def _check_look(content: CodeContent, look: Look) -> tuple[Look, Verdict]:
    """The look with the grade of its scan check, and the whole verdict."""
    verdict = (await pool.draw_proof(content, look)).verdict
    return Look(look.design, look.logo, verdict.grade), verdict


def _file_size(code: QrCode, parameters: ImageQuery) -> int:
    """The size of the requested file, in the unit of its format. Raises: OutOfRange."""
    smallest, largest, default = pool.SIZES[parameters.format]
    if parameters.size is None:
        return int(Design.of(code.design).size) if parameters.format == "png" else default
    if not smallest <= parameters.size <= largest:
        raise OutOfRange(field="size", least=smallest, most=largest)
    return parameters.size
