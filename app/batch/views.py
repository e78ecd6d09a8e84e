"""The pages of batches: a table in, its dry run, the making, and the files."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any
from uuid import UUID

from quart import Blueprint, Response, request, send_file

from app.accounts import authentication
from app.accounts.models import Account
from app.batch import creation, file_store, packing_jobs
from app.batch.columns import LINK, columns_of
from app.batch.dry_run import Plan, plan
from app.batch.forms import BatchForm
from app.batch.models import Batch
from app.batch.options import FORMS, GRIDS
from app.batch.print_sheet import code_width
from app.kernel.i18n import gettext as _
from app.kernel.queries import get_or_refuse
from app.kernel.refusal import N_, Refusal
from app.payloads.kinds import KINDS
from app.qr.look import Look
from app.qr.render.drawing import draw
from app.qr.render.matrix import matrix
from app.qr.saved_style import QrStyle
from app.web import envelope, htmx, limits

blueprint = Blueprint("batch", __name__, url_prefix="/dashboard/batch")
limits.allow_body(limits.UPLOAD, "/dashboard/batch/.*")
authentication.protect(blueprint)
PAPER_NAMES = (("a4", "A4"), ("letter", "Letter"))
NAMES = {file_store.ZIP: "kliqs-codes.zip", file_store.SHEET: "kliqs-sheet.pdf"}


@blueprint.get("/")
async def index() -> Response:
    kind = request.args.get("kind", LINK)
    return await _page(BatchForm.begun(kind if kind in KINDS else LINK))


@blueprint.post("/")
async def create() -> Response:
    form = await BatchForm.submitted()
    try:
        batch = await Batch.draft(authentication.account(), form["kind"] or LINK, await form.table(), form.options)
    except Refusal as refusal:
        return await _page(form.blame(refusal), status=envelope.status_of(refusal))
    return htmx.go(f"/dashboard/batch/{batch.id}")


@blueprint.get("/<uuid:id>")
async def show(id: UUID) -> Response:
    batch = await _own(id)
    if batch.made_at is None:
        return await _dry(batch)
    return await htmx.page_or_piece("batch/batch.html", "batch/_progress.html", active="qr", batch=batch)


@blueprint.get("/<uuid:id>/edit")
async def edit(id: UUID) -> Response:
    batch = await _own(id)
    return htmx.go(f"/dashboard/batch/{id}") if batch.made_at else await _page(BatchForm.of(batch), batch)


@blueprint.post("/<uuid:id>")
async def update(id: UUID) -> Response:
    batch, form = await _own(id), await BatchForm.submitted()
    try:
        await batch.redraft(form["kind"] or LINK, await form.table(), form.options)
    except Refusal as refusal:
        return await _page(form.blame(refusal), batch, status=envelope.status_of(refusal))
    return htmx.go(f"/dashboard/batch/{id}")


@blueprint.post("/<uuid:id>/make")
async def make(id: UUID) -> Response:
    """Makes all rows, or those that are fine (`skip`); a style that fails the scan check needs `sure`."""
    batch, asked = await _own(id), await request.form
    try:
        await creation.make(authentication.account(), batch, skip="skip" in asked, sure="sure" in asked)
    except Refusal as refusal:
        return await _dry(batch, refusal)
    return htmx.go(f"/dashboard/batch/{id}")


@blueprint.post("/<uuid:id>/again")
async def again(id: UUID) -> Response:
    """Packs a made batch once more."""
    await packing_jobs.pack_again(await _own(id))
    return htmx.go(f"/dashboard/batch/{id}")


@blueprint.post("/<uuid:id>/delete")
async def delete(id: UUID) -> Response:
    """Forgets the batch and its files; the links and codes it made stay."""
    batch = await _own(id)
    await batch.drop()
    await asyncio.to_thread(file_store.drop, batch.id)
    return await htmx.done("batch/_gone.html", "/dashboard/batch/", _("Deleted the batch. Its links and codes stay."))


@blueprint.get("/<uuid:id>/codes.zip")
async def archive(id: UUID) -> Response:
    return await _file(await _own(id), file_store.ZIP)


@blueprint.get("/<uuid:id>/sheet.pdf")
async def sheet(id: UUID) -> Response:
    return await _file(await _own(id), file_store.SHEET)


async def _own(id: UUID) -> Batch:
    """Refusals: NotFound, for a stranger's too."""
    return await get_or_refuse(Batch.owned_by(authentication.account()), id)


async def _file(batch: Batch, ending: str) -> Response:
    """A finished file; one that was lost is made again, and the page says so."""
    if batch.packed_at is None:
        return htmx.go(f"/dashboard/batch/{batch.id}")
    path: Path = file_store.path_of(batch.id, ending)
    if not await asyncio.to_thread(path.is_file):
        await packing_jobs.pack_again(batch)
        return htmx.go(f"/dashboard/batch/{batch.id}")
    response = await send_file(path, as_attachment=True, attachment_filename=NAMES[ending], add_etags=False)
    response.headers["Cache-Control"] = "private, no-store"
    return response


async def _page(form: BatchForm, batch: Batch | None = None, status: int = 200) -> Response:
    account = authentication.account()
    kind = form["kind"] if form["kind"] in KINDS else LINK
    kinds = [(LINK, N_("Short links")), *((one.key, one.label) for one in KINDS.values())]
    return await htmx.answer(
        "batch/index.html", status=status, active="qr", form=form, batch=batch, kind=kind, kinds=kinds,
        columns=columns_of(kind), styles=await QrStyle.owned_by(account), forms=FORMS, grids=GRIDS,
        papers=PAPER_NAMES, batches=await Batch.owned_by(account).order_by("-created_at"))


async def _dry(batch: Batch, refusal: Refusal | None = None) -> Response:
    account = authentication.account()
    table = batch.table
    planned = await plan(account, batch.kind, table.rows)
    verdict = (await creation.proof_of(account, batch, planned)).verdict if planned.fine else None
    wide = await _width(account, batch, planned) if verdict else 0
    context: dict[str, Any] = {"batch": batch, "plan": planned, "columns": columns_of(batch.kind), "verdict": verdict,
                               "wide": wide, "refusal": refusal, "said": envelope.said, "unused": table.unused}
    status = envelope.status_of(refusal) if refusal else 200
    return await htmx.answer("batch/dry.html", status=status, active="qr", **context)


async def _width(account: Account, batch: Batch, planned: Plan) -> float:
    """How wide a code stands on the sheet, in centimetres to a tenth."""
    look: Look = await creation.look_of(account, batch.chosen.style)
    made = await asyncio.to_thread(matrix, planned.longest, look.design.effective_level)
    drawing = await asyncio.to_thread(draw, made, look.design)
    return int(code_width(batch.chosen, drawing)) / 10
