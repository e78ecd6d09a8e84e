"""The JSON API of QR codes: `/api/v1/links/{id}/qr-codes` and `/api/v1/qr-codes`."""

from __future__ import annotations

from uuid import UUID

from quart import Blueprint, Response

from app.kernel.refusal import N_, Busy, EditedElsewhere, InvalidRequest, Refusal
from app.keys import api_authentication
from app.keys.api_authentication import account
from app.links.listing import own as own_link
from app.qr.design import Design, OutOfRange
from app.qr.file_response import file_response
from app.qr.listing import own
from app.qr.look import Look, Said
from app.qr.models import QrCode
from app.qr.render import pool
from app.qr.requests import CodeChanges, CodeDesign, CodeQuery, ImageQuery, NewCode
from app.qr.responses import CodeData, CodeList, CodeRow, DeletedCode
from app.qr.saved_style import QrStyle
from app.qr.verdict import Verdict
from app.web import envelope
from app.web.openapi import Operation
from app.web.pagination import page
from app.web.requests import query

blueprint = Blueprint("qr_api", __name__, url_prefix="/api/v1")
api_authentication.protect(blueprint)
TRIES = 3


class InvalidFormat(InvalidRequest):
    field, says = "format", N_("format must be svg, png, pdf or eps.")


OPERATIONS = [
    Operation("createQrCode", "POST", "/links/{id}/qr-codes", N_("Create a QR code"),
              N_("Makes a code that leads to a link, and says whether it will scan. A link can have many."),
              CodeData, 201, NewCode, None, ("INVALID_REQUEST", "QR_LIMIT_REACHED")),
    Operation("listQrCodes", "GET", "/links/{id}/qr-codes", N_("List the QR codes of a link"),
              N_("The codes of a link, newest first, a page at a time."),
              CodeList, 200, None, CodeQuery, ("INVALID_REQUEST",)),
    Operation("readQrCode", "GET", "/qr-codes/{id}", N_("Read a QR code"),
              N_("One code with its scans and what the scan check says of it."), CodeData),
    Operation("changeQrCode", "PATCH", "/qr-codes/{id}", N_("Change a QR code"),
              N_("Changes what you send. What a printed code says stays as it is; where it leads is changed at its "
                 "link."), CodeData, 200, CodeChanges),
    Operation("deleteQrCode", "DELETE", "/qr-codes/{id}", N_("Delete a QR code"),
              N_("What is printed goes on leading to the link; the code can be brought back for 30 days."),
              DeletedCode),
    Operation("qrCodeImage", "GET", "/qr-codes/{id}/image", N_("The file of a QR code"),
              N_("The code itself, not JSON. Send its ETag as If-None-Match and you get 304 as long as nothing "
                 "changed."),
              None, 200, None, ImageQuery, ("INVALID_REQUEST", "QR_NOT_SCANNABLE"), tuple(pool.TYPES.values())),
]


@blueprint.post("/links/<uuid:id>/qr-codes")
async def create(id: UUID) -> Response:
    """Drawn and checked before it is counted: counting holds a transaction, in which nothing takes long."""
    given = await envelope.body(NewCode)
    await api_authentication.expect_room()
    link, style = await own_link(account(), id), await QrStyle.usual(account())
    look = _look(given.design, style.look if style else Look(Design()))
    look, verdict = await _judged(Said(f"{link.short_url}?qr=00000", ours=True), look)  # as long as its mark will be
    async with api_authentication.counted():
        code = await QrCode.of_link(account(), link, given.name or "", look)
        made = await own(account(), code.id)
    return envelope.ok(CodeData.judged(made, verdict), 201)


@blueprint.get("/links/<uuid:id>/qr-codes")
async def index(id: UUID) -> Response:
    parameters = query(CodeQuery)
    async with api_authentication.counted():
        link = await own_link(account(), id)
        codes = QrCode.owned_by(account()).filter(link_id=link.id).prefetch_related("name", "logo")
        found = await page(codes, by="created_at", cursor=parameters.cursor, size=parameters.limit)
    return envelope.ok({"qr_codes": [CodeRow.of(code) for code in found.rows], "next_cursor": found.next})


@blueprint.get("/qr-codes/<uuid:id>")
async def read(id: UUID) -> Response:
    await api_authentication.expect_room()
    code = await own(account(), id)
    proof = await pool.proof(code.said, code.look)
    async with api_authentication.counted():
        return envelope.ok(CodeData.judged(code, proof.verdict))


@blueprint.patch("/qr-codes/<uuid:id>")
async def change(id: UUID) -> Response:
    """A look is changed in part, so that it begins anew with what another one saved meanwhile. Refusals: Busy."""
    given = await envelope.body(CodeChanges)
    await api_authentication.expect_room()
    for _ in range(TRIES):
        try:
            return envelope.ok(await _changed(id, given))
        except EditedElsewhere:
            continue
    raise Busy


@blueprint.delete("/qr-codes/<uuid:id>")
async def delete(id: UUID) -> Response:
    async with api_authentication.counted():
        code = await own(account(), id)
        await code.delete_for_now()
    return envelope.ok(DeletedCode.of(code).model_dump(mode="json"))


@blueprint.get("/qr-codes/<uuid:id>/image")
async def image(id: UUID) -> Response:
    """A file of the code. Refusals: InvalidFormat, OutOfRange, NotScannable."""
    parameters = query(ImageQuery, format=InvalidFormat())
    await api_authentication.expect_room()
    code = await own(account(), id)
    size = _size(code, parameters)
    code.look.release(sure=parameters.confirm)
    response = await file_response(code, parameters.format, size)
    async with api_authentication.counted():
        return response


async def _changed(id: UUID, given: CodeChanges) -> dict[str, object]:
    code = await own(account(), id)
    look, verdict = await _judged(code.said, _look(given.design, code.look))
    title = (given.name or "") if "name" in given.model_fields_set else None
    async with api_authentication.counted():
        await code.edit(seen=code.version, title=title, look=look)
        code = await own(account(), id)
    return CodeData.judged(code, verdict)


def _look(given: CodeDesign, base: Look) -> Look:
    """Refusals: those of `Design.of`, of fields such as `design.dark`."""
    try:
        return Look(base.design.changed(given.changes()), base.logo)
    except Refusal as refusal:
        refusal.field = f"design.{refusal.field}"
        raise


async def _judged(said: Said, look: Look) -> tuple[Look, Verdict]:
    """The look with its grade, and the verdict."""
    verdict = (await pool.proof(said, look)).verdict
    return Look(look.design, look.logo, verdict.grade), verdict


def _size(code: QrCode, parameters: ImageQuery) -> int:
    """Refusals: OutOfRange."""
    least, most, usual = pool.SIZES[parameters.format]
    if parameters.size is None:
        return int(Design.of(code.design).size) if parameters.format == "png" else usual
    if not least <= parameters.size <= most:
        raise OutOfRange(field="size", least=least, most=most)
    return parameters.size
