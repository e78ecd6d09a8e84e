"""The page "Your data" of the settings: asks for exports, shows their progress, and downloads them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from quart import Blueprint, Response, flash

from app.accounts import authentication
from app.accounts.confirmation import needs_confirmation
from app.accounts.models import Account, Membership
from app.accounts.progress_stream import Progress, progress_response
from app.accounts.request_account import BlueprintActs
from app.accounts.roles import MANAGE_ACCOUNT, OWNER, READ
from app.accounts.security_log import record_event
from app.kernel.file_storage import Download
from app.kernel.i18n import format_number
from app.kernel.i18n import gettext as _
from app.kernel.refusal import NotFound
from app.kernel.storage_calls import call
from app.kernel.versioned_rows import get_or_refuse
from app.privacy.bring_in.import_run import ImportRun
from app.privacy.export import export_job
from app.privacy.export.export import KEPT_FOR, Export, ExportUnderWay
from app.privacy.export.file_store import FILES, ZIP
from app.web import envelope, htmx
from app.web.stored_download import download_response

blueprint = Blueprint("export", __name__, url_prefix="/dashboard/settings/data")
PAGE, PIECE = "privacy/data.html", "privacy/_exports.html"
PERSONAL_ROUTES = (
    "export_person",
    "export_events",
    "delete_export",
    "download_export",
)  # of one's own, whatever one's role
authentication.require_sign_in(
    blueprint,
    BlueprintActs(
        write=READ,
        acts={"export_account": MANAGE_ACCOUNT} | dict.fromkeys(PERSONAL_ROUTES, READ),
        in_grace=frozenset({"export_account", "export_person", "delete_export"}),
    ),
)


@blueprint.get("")
async def data_page() -> Response:
    """The page with the exports of the user and the ways to ask for one, or only the exports for htmx."""
    return await _render(PIECE if htmx.wants_fragment() else PAGE)


@blueprint.post("/exports/account")
@needs_confirmation
async def export_account() -> Response:
    """Asks for an export of the account and the user; only owners may."""
    return await _request(authentication.current_account())


@blueprint.post("/exports/person")
@needs_confirmation
async def export_person() -> Response:
    """Asks for an export of what is stored about the user alone."""
    return await _request(None)


@blueprint.get("/exports/<uuid:id>/events")
async def export_events(id: UUID) -> Response:
    """Streams the progress of an export of the user's own. Raises: TooManyStreams."""
    export = await get_or_refuse(Export.of_user(authentication.current_user()), id)

    async def load() -> Progress | None:
        current = await Export.get_or_none(id=export.id)
        return _progress_of(current) if current and current.under_way else None

    return progress_response(load)


def _progress_of(export: Export) -> Progress:
    """How much of an export is written."""
    done, total = format_number(export.done), format_number(export.total)
    return Progress(_("%(done)s of %(all)s rows written") % {"done": done, "all": total}, export.done, export.total)


@blueprint.get("/exports/<uuid:id>/kliqs-export.zip")
@needs_confirmation
async def download_export(id: UUID) -> Response:
    """Downloads a finished export of the user's own; of an account only for as long as they own it."""
    export = await _own_export(id)
    file = await call(FILES.find, export.id, ZIP) if export.ready_at else None
    if export.ready_at is None or file is None:
        await flash(_("That file is not here any more. Ask for a new export."))
        return htmx.redirect_to("/dashboard/settings/data")
    await record_event(export.user_id, "export_downloaded")
    name = f"kliqs-export-{export.ready_at:%Y-%m-%d}.zip"
    return await download_response(file, Download("application/zip", name))


@blueprint.post("/exports/<uuid:id>/delete")
async def delete_export(id: UUID) -> Response:
    """Deletes an export of the user's own with its file."""
    await export_job.delete_export(await get_or_refuse(Export.of_user(authentication.current_user()), id))
    return await htmx.answer_write(PIECE, "/dashboard/settings/data", _("The export is deleted."), **await _context())


async def _request(account: Account | None) -> Response:
    """Asks for an export and shows the page again."""
    try:
        await export_job.request_export(authentication.current_user(), account)
    except ExportUnderWay as refusal:
        return await _render(PAGE, envelope.refusal_message(refusal), envelope.page_status(refusal))
    return htmx.redirect_to("/dashboard/settings/data")


async def _own_export(id: UUID) -> Export:
    """The user's export. Raises: NotFound, also for one of an account that they own no longer."""
    user = authentication.current_user()
    export = await get_or_refuse(Export.of_user(user), id)
    owned = Membership.filter(user_id=user.id, account_id=export.account_id, role=OWNER)
    if export.account_id and not await owned.exists():
        raise NotFound
    return export


async def _render(template: str, refusal: str = "", status: int = 200) -> Response:
    return await htmx.render_response(template, status=status, active="settings", refusal=refusal, **await _context())


async def _context() -> dict[str, Any]:
    """The exports of the user, newest first."""
    user, account = authentication.current_user(), authentication.current_account()
    exports = await Export.of_user(user).order_by("-created_at").select_related("account")
    return {
        "exports": exports,
        "under_way": {export.id: _progress_of(export) for export in exports if export.under_way},
        "days": KEPT_FOR.days,
        "imports": await ImportRun.owned_by(account).count() if account else 0,
    }
