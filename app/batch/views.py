"""The pages of batches: submitting a table, its dry run, creating the codes, and downloading the files."""

from __future__ import annotations

import asyncio
from typing import Any
from uuid import UUID

from quart import Blueprint, Response, request, url_for

from app.accounts import authentication
from app.accounts.models import Account
from app.accounts.progress_stream import Progress, progress_response
from app.accounts.request_account import BlueprintActs
from app.accounts.roles import EDIT
from app.batch import creation, file_store, packing_jobs
from app.batch.cell_sizes import code_width
from app.batch.columns import LINK, columns_for_kind, used_columns
from app.batch.dry_run import Plan, plan_rows
from app.batch.forms import BatchForm
from app.batch.models import Batch
from app.batch.options import FORMS, GRIDS
from app.kernel.file_storage import Download
from app.kernel.i18n import format_datetime, format_number
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_, Refusal
from app.kernel.storage_calls import call
from app.kernel.versioned_rows import get_or_refuse
from app.payloads.registry import KINDS
from app.qr.look import Look
from app.qr.render.drawing import draw_code
from app.qr.render.matrix import encode_matrix
from app.qr.saved_style import SavedStyle
from app.web import envelope, htmx, limits
from app.web.audit_target import set_audit_target
from app.web.question import ask
from app.web.stored_download import download_response

blueprint = Blueprint("batch", __name__, url_prefix="/dashboard/batch")
limits.allow_body(limits.MAX_UPLOAD, "/dashboard/batch/.*")
authentication.require_sign_in(blueprint, BlueprintActs(EDIT))
PAPER_NAMES = (("a4", "A4"), ("letter", "Letter"))
DOWNLOADS = {
    file_store.ZIP: Download("application/zip", "kliqs-codes.zip"),
    file_store.SHEET: Download("application/pdf", "kliqs-sheet.pdf"),
}


@blueprint.get("/")
async def index() -> Response:
    """The form for a new batch, and the account's batches."""
    kind = request.args.get("kind", LINK)
    return await _render_form(BatchForm.with_defaults(kind if kind in KINDS else LINK))


@blueprint.post("/")
async def create() -> Response:
    """Save the table as a draft and go to its dry run."""
    form = await BatchForm.submitted()
    try:
        table = await form.table()
        batch = await Batch.create_draft(authentication.current_account(), form["kind"] or LINK, table, form.options)
    except Refusal as refusal:
        return await _render_form(form.blame(refusal), status=envelope.page_status(refusal))
    return htmx.redirect_to(f"/dashboard/batch/{batch.id}")


@blueprint.get("/<uuid:id>")
async def show_batch(id: UUID) -> Response:
    """The dry run of a draft, or the progress and files of a created batch."""
    batch = await _own_batch(id)
    if batch.made_at is None:
        return await _render_dry_run(batch)
    context: dict[str, Any] = {"batch": batch, "progress": _progress_of(batch)}
    return await htmx.render_page_or_fragment("batch/batch.html", "batch/_progress.html", active="qr", **context)


@blueprint.get("/<uuid:id>/events")
async def batch_events(id: UUID) -> Response:
    """Streams the progress of packing a batch. Raises: TooManyStreams."""
    batch = await _own_batch(id)

    async def load() -> Progress | None:
        current = await Batch.get_or_none(id=batch.id)
        return _progress_of(current) if current and current.packing else None

    return progress_response(load)


@blueprint.get("/<uuid:id>/edit")
async def edit_batch(id: UUID) -> Response:
    """The form filled with a draft."""
    batch = await _own_batch(id)
    return (
        htmx.redirect_to(f"/dashboard/batch/{id}") if batch.made_at else await _render_form(BatchForm.of(batch), batch)
    )


@blueprint.post("/<uuid:id>")
async def update_draft(id: UUID) -> Response:
    """Change a draft and go to its dry run."""
    batch, form = await _own_batch(id), await BatchForm.submitted()
    try:
        await batch.update_draft(form["kind"] or LINK, await form.table(), form.options)
    except Refusal as refusal:
        return await _render_form(form.blame(refusal), batch, status=envelope.page_status(refusal))
    return htmx.redirect_to(f"/dashboard/batch/{id}")


@blueprint.post("/<uuid:id>/make")
async def create_batch(id: UUID) -> Response:
    """Create all rows, or only the accepted ones (`skip`); a style that fails the scan check needs `sure`."""
    batch, form = await _own_batch(id), await request.form
    is_new = batch.made_at is None
    try:
        await creation.create_batch(authentication.current_account(), batch, skip="skip" in form, sure="sure" in form)
    except Refusal as refusal:
        return await _render_dry_run(batch, refusal)
    if is_new:  # a second request for a batch that exists changes nothing
        set_audit_target(str(len(batch.table.rows)))
    return htmx.redirect_to(f"/dashboard/batch/{id}")


@blueprint.post("/<uuid:id>/again")
async def repack(id: UUID) -> Response:
    """Pack a created batch again."""
    await packing_jobs.repack(await _own_batch(id))
    return htmx.redirect_to(f"/dashboard/batch/{id}")


@blueprint.get("/<uuid:id>/delete")
async def delete_form(id: UUID) -> Response:
    """Asks whether a batch is to be deleted, whose files nobody can make again. Raises: NotFound."""
    batch = await _own_batch(id)
    return await ask(
        _("Delete the batch of %(when)s?") % {"when": format_datetime(batch.created_at)},
        _("Its ZIP file, its sheet and its table go for good. The links and codes it made stay."),
        action=url_for("batch.delete_batch", id=id),
        button=_("Delete the batch"),
        back=url_for("batch.show_batch", id=id),
        active="qr",
    )


@blueprint.post("/<uuid:id>/delete")
async def delete_batch(id: UUID) -> Response:
    """Delete the batch and its files; its links and codes remain."""
    batch = await _own_batch(id)
    await batch.delete_with_files()
    await call(file_store.FILES.delete, batch.id)
    return await htmx.answer_write(
        "batch/_deleted.html", "/dashboard/batch/", _("Deleted the batch. Its links and codes stay.")
    )


@blueprint.get("/<uuid:id>/codes.zip")
async def download_archive(id: UUID) -> Response:
    """The ZIP archive of all codes."""
    return await _send_file(await _own_batch(id), file_store.ZIP)


@blueprint.get("/<uuid:id>/sheet.pdf")
async def download_print_sheet(id: UUID) -> Response:
    """The sheet to print."""
    return await _send_file(await _own_batch(id), file_store.SHEET)


def _progress_of(batch: Batch) -> Progress:
    """How much of a batch is packed."""
    done, total = batch.done, len(batch.codes)
    words = _("The codes are made. Drawing their files: %(done)s of %(all)s.")
    return Progress(words % {"done": format_number(done), "all": format_number(total)}, done, total)


async def _own_batch(id: UUID) -> Batch:
    """The account's batch. Raises: NotFound, also for batches of others."""
    return await get_or_refuse(Batch.owned_by(authentication.current_account()), id)


async def _send_file(batch: Batch, ending: str) -> Response:
    """A finished file; a lost one is created again, and the page of the batch shows that."""
    if batch.packed_at is None:
        return htmx.redirect_to(f"/dashboard/batch/{batch.id}")
    if (file := await call(file_store.FILES.find, batch.id, ending)) is None:
        await packing_jobs.repack(batch)
        return htmx.redirect_to(f"/dashboard/batch/{batch.id}")
    return await download_response(file, DOWNLOADS[ending])


async def _render_form(form: BatchForm, batch: Batch | None = None, status: int = 200) -> Response:
    """The form with the columns of its kind."""
    account = authentication.current_account()
    kind = form["kind"] if form["kind"] in KINDS else LINK
    kinds = [(LINK, N_("Short links")), *((static_kind.key, static_kind.label) for static_kind in KINDS.values())]
    return await htmx.render_response(
        "batch/index.html",
        status=status,
        active="qr",
        form=form,
        batch=batch,
        kind=kind,
        kinds=kinds,
        columns=columns_for_kind(kind),
        styles=await SavedStyle.owned_by(account),
        forms=FORMS,
        grids=GRIDS,
        paper_names=PAPER_NAMES,
        batches=await Batch.owned_by(account).order_by("-created_at"),
    )


async def _render_dry_run(batch: Batch, refusal: Refusal | None = None) -> Response:
    """The dry run of a draft, with a refusal where creating failed."""
    account = authentication.current_account()
    table = batch.table
    planned = await plan_rows(account, batch.kind, table.rows)
    verdict = (await creation.draw_style_proof(account, batch, planned)).verdict if planned.accepted else None
    code_width_cm = await _code_width_cm(account, batch, planned) if verdict else 0
    context: dict[str, Any] = {
        "batch": batch,
        "plan": planned,
        "columns": used_columns(batch.kind, table.rows),
        "verdict": verdict,
        "wide": code_width_cm,
        "refusal": refusal,
        "refusal_message": envelope.refusal_message,
        "unused": table.unused,
    }
    status = envelope.page_status(refusal) if refusal else 200
    return await htmx.render_response("batch/dry_run.html", status=status, active="qr", **context)


async def _code_width_cm(account: Account, batch: Batch, planned: Plan) -> float:
    """The width of a code on the sheet, in centimetres, rounded down to a tenth."""
    look: Look = await creation.load_look(account, batch.parsed_options.style)
    encoded = await asyncio.to_thread(encode_matrix, planned.longest_content, look.design.effective_level)
    drawing = await asyncio.to_thread(draw_code, encoded, look.design)
    return int(code_width(batch.parsed_options, drawing)) / 10
