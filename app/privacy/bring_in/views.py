"""The pages of imports: uploading an export, its dry run, the progress, what was made, and undoing."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from io import BytesIO
from typing import Any
from uuid import UUID

from quart import Blueprint, Response, flash, request, url_for
from werkzeug.datastructures import FileStorage

from app.accounts import authentication
from app.accounts.progress_stream import Progress, progress_response
from app.accounts.request_account import BlueprintActs
from app.accounts.roles import EDIT
from app.kernel.bidi import isolate
from app.kernel.i18n import format_datetime, format_number
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_, InvalidRequest, NotFound, Refusal
from app.kernel.versioned_rows import get_or_refuse
from app.privacy.bring_in import import_jobs, row_choices
from app.privacy.bring_in.csv_links import ZIP_SIGNATURE
from app.privacy.bring_in.dry_run_state import shown_text
from app.privacy.bring_in.import_row import VERDICTS
from app.privacy.bring_in.import_run import ImportRun
from app.privacy.bring_in.link_table import LABELS, MOST_BYTES, LinkTable
from app.privacy.bring_in.row_list import RowList, verdict_lines
from app.privacy.bring_in.undoing import used_rows
from app.web import envelope, htmx, limits
from app.web.forms import Form
from app.web.question import ask

HOME = "/dashboard/import/"
STAGES = {
    "checking": N_("The rows are being checked."),
    "making": N_("What you chose is being made."),
    "undoing": N_("The import is being undone."),
}
blueprint = Blueprint("bring_in", __name__, url_prefix="/dashboard/import")
limits.allow_body(limits.MAX_IMPORT, HOME)
authentication.require_sign_in(blueprint, BlueprintActs(EDIT))


class NoFile(InvalidRequest):
    """No file was chosen."""

    field, says = "file", N_("Choose the ZIP file of an export, or a CSV file with links.")


@blueprint.get("/")
async def index() -> Response:
    """The form for a file, and the account's imports."""
    return await _render_index(Form())


@blueprint.post("/")
async def upload() -> Response:
    """Stores an uploaded export, and checks its rows in a job."""
    file: FileStorage | None = (await request.files).get("file")
    try:
        if file is None or not file.filename:
            raise NoFile
        run = await _begin(file)
    except Refusal as refusal:
        return await _render_index(Form().blame(refusal), envelope.page_status(refusal))
    return htmx.redirect_to(f"{HOME}{run.id}")


async def _begin(file: FileStorage) -> ImportRun:
    """The import of an upload: of an export, or of a table of links. Raises: TooManyImports, those of a table."""
    account, user = authentication.current_account(), authentication.current_user()
    name, signature = shown_text(file.filename or "", 100), file.stream.read(2)
    file.stream.seek(0)
    if signature == ZIP_SIGNATURE:
        return await import_jobs.begin_export(account, user, name, file.stream)
    content = file.stream.read(MOST_BYTES + 1)
    await asyncio.to_thread(LinkTable.read, content)
    return await import_jobs.begin_table(account, user, name, BytesIO(content))


@blueprint.get("/<uuid:id>")
async def show_import(id: UUID) -> Response:
    """What an import would make, is making, or made; only its progress for htmx."""
    run = await _own_import(id)
    if run.stage == "columns":
        return htmx.redirect_to(f"{HOME}{id}/columns")
    if htmx.wants_fragment():
        if not run.under_way:
            return htmx.redirect_to(f"{HOME}{id}")
        return await htmx.render_response("privacy/_import_progress.html", run=run, progress=_progress_of(run))
    return await _render_import(run)


@blueprint.get("/<uuid:id>/events")
async def import_events(id: UUID) -> Response:
    """Streams the progress of checking, making or undoing. Raises: TooManyStreams."""
    run = await _own_import(id)

    async def load() -> Progress | None:
        current = await ImportRun.get_or_none(id=run.id)
        return _progress_of(current) if current and current.under_way else None

    return progress_response(load)


def _progress_of(run: ImportRun) -> Progress:
    """What the job of an import is doing."""
    counted = _("%(done)s of %(all)s") % {"done": format_number(run.done), "all": format_number(run.total)}
    words = [_(STAGES[run.stage])] if run.stage in STAGES else []
    return Progress(" ".join([*words, *([counted] if run.total else [])]), run.done, run.total)


@blueprint.get("/<uuid:id>/columns")
async def columns_form(id: UUID) -> Response:
    """The form in which each column of a table gets its meaning."""
    run = await _own_import(id)
    table = await import_jobs.load_table(run)
    if table is None or run.stage not in {"columns", "checked"}:
        return htmx.redirect_to(f"{HOME}{id}")
    return await _render_columns(run, table, Form())


@blueprint.post("/<uuid:id>/columns")
async def choose_columns(id: UUID) -> Response:
    """Stores what each column of a table is, and checks its rows."""
    run, form = await _own_import(id), await Form.submitted()
    table = await import_jobs.load_table(run)
    if table is None:
        raise NotFound
    try:
        await asyncio.to_thread(table.choose, form.values)
        await import_jobs.check_table(run, table, authentication.current_user().time_zone)
    except Refusal as refusal:
        return await _render_columns(run, table, form.blame(refusal), envelope.page_status(refusal))
    return htmx.redirect_to(f"{HOME}{id}")


@blueprint.post("/<uuid:id>/rows")
async def save_rows(id: UUID) -> Response:
    """Saves the names and the choices of the rows on a page of the dry run."""
    run, form = await _own_import(id), await Form.submitted()
    faults = await row_choices.save(run, authentication.current_account(), form.values)
    if faults:
        return await _render_import(run, faults=faults, typed=form.values, status=422)
    await flash(_("Your choices are saved."))
    return htmx.redirect_to(f"{HOME}{id}?show={form['show']}&page={form['page']}")


@blueprint.post("/<uuid:id>/start")
async def start(id: UUID) -> Response:
    """Makes what was checked."""
    return await _go_on(id, import_jobs.start_import)


@blueprint.post("/<uuid:id>/check")
async def check_again(id: UUID) -> Response:
    """Checks all rows again."""
    return await _go_on(id, import_jobs.check_again)


@blueprint.post("/<uuid:id>/undo")
async def undo(id: UUID) -> Response:
    """Undoes the import; of what was used since only what is ticked."""
    run, form = await _own_import(id), await request.form
    await row_choices.drop_used(run, form.getlist("drop"))
    return await _go_on(id, import_jobs.start_undo)


@blueprint.get("/<uuid:id>/delete")
async def delete_form(id: UUID) -> Response:
    """Asks whether an import is to be deleted, which can no longer be undone then. Raises: NotFound."""
    run = await _own_import(id)
    return await ask(
        _("Delete the import of %(when)s?") % {"when": format_datetime(run.created_at)},
        _("What it made stays, and can no longer be undone from here."),
        facts=isolate(run.file_name),
        action=url_for("bring_in.delete_import", id=id),
        button=_("Delete the import"),
        back=f"{HOME}{id}",
        active="settings",
    )


@blueprint.post("/<uuid:id>/delete")
async def delete_import(id: UUID) -> Response:
    """Deletes an import; what it made stays."""
    await import_jobs.delete_import(await _own_import(id))
    await flash(_("The import is deleted. What it made stays."))
    return htmx.redirect_to(HOME)


@blueprint.get("/<uuid:id>/verdicts.csv")
async def verdicts_csv(id: UUID) -> Response:
    """All rows with their verdicts as CSV."""
    run = await _own_import(id)
    lines: AsyncGenerator[str] = verdict_lines(run)
    headers = {"Content-Disposition": 'attachment; filename="kliqs-import.csv"', "Cache-Control": "private, no-store"}
    return Response(lines, 200, headers, content_type="text/csv; charset=utf-8")


async def _go_on(id: UUID, begin: Any) -> Response:
    """Begins a stage of an import and shows its page."""
    run = await _own_import(id)
    try:
        await begin(run)
    except Refusal as refusal:
        return await _render_import(run, refusal=refusal, status=envelope.page_status(refusal))
    return htmx.redirect_to(f"{HOME}{id}")


async def _own_import(id: UUID) -> ImportRun:
    """The account's import. Raises: NotFound, also for imports of others."""
    return await get_or_refuse(ImportRun.owned_by(authentication.current_account()), id)


async def _render_index(form: Form, status: int = 200) -> Response:
    imports = await ImportRun.owned_by(authentication.current_account()).order_by("-created_at")
    context: dict[str, Any] = {"form": form, "imports": imports}
    context |= {"most": limits.MAX_IMPORT, "most_table": MOST_BYTES}
    return await htmx.render_response("privacy/import.html", status=status, active="settings", **context)


async def _render_columns(run: ImportRun, table: LinkTable, form: Form, status: int = 200) -> Response:
    return await htmx.render_response(
        "privacy/import_columns.html",
        status=status,
        active="settings",
        run=run,
        has_table=True,
        table=table,
        form=form,
        choices=[("", N_("Leave out")), *LABELS.items()],
    )


async def _render_import(
    run: ImportRun,
    *,
    refusal: Refusal | None = None,
    faults: dict[int, str] | None = None,
    typed: dict[str, str] | None = None,
    status: int = 200,
) -> Response:
    """The page of an import in its stage."""
    context: dict[str, Any] = {"run": run, "refusal": envelope.refusal_message(refusal) if refusal else ""}
    context["progress"] = _progress_of(run)
    context["has_table"] = await import_jobs.has_table(run)
    context |= {"faults": faults or {}, "typed": typed or {}, "verdicts": VERDICTS}
    if run.stage == "checked":
        show, page = ((typed or {}).get("show"), (typed or {}).get("page")) if typed else (None, None)
        context["list"] = await RowList.load(
            run, show or request.args.get("show", ""), page or request.args.get("page", "")
        )
        return await htmx.render_response("privacy/import_check.html", status=status, active="settings", **context)
    if run.stage in {"made", "undone"}:
        context["used"] = await used_rows(run) if run.can_undo else []
    return await htmx.render_response("privacy/import_run.html", status=status, active="settings", **context)
