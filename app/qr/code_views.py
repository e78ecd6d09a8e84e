"""The pages of one QR code: its details, its files, deleting and restoring it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from quart import Blueprint, Response, request

from app.accounts import authentication
from app.accounts.models import Account
from app.accounts.request_account import BlueprintActs
from app.kernel import clock
from app.kernel.bidi import isolate
from app.kernel.i18n import gettext as _
from app.kernel.refusal import NotFound, Refusal
from app.kernel.versioned_rows import get_or_refuse
from app.qr import listing
from app.qr.file_response import file_response
from app.qr.listing import get_own_code
from app.qr.look import NotScannable
from app.qr.models import PrintedNameUnavailable, QrCode
from app.qr.render import pool
from app.qr.render.pool import SIZES
from app.visits.reports.query import Filter, Interval, Period, Question
from app.visits.reports.report import build_report
from app.visits.retention import scope_of
from app.web import envelope, htmx
from app.web.audit_target import refusal_toast, set_audit_target
from app.web.sparkline import sparkline_path

blueprint = Blueprint("qr_code", __name__, url_prefix="/dashboard/qr")
authentication.require_sign_in(blueprint, BlueprintActs())
RECENT_DAYS = 30


@blueprint.get("/<uuid:id>")
async def show_code(id: UUID) -> Response:
    """The page of a code with the scans of the last 30 days and the other codes of its link or page."""
    account = authentication.current_account()
    code = await get_own_code(account, id)
    other_codes = (
        await listing.codes_of_owner(account, link_id=code.link_id, page_id=code.page_id) if code.dynamic else []
    )
    proof = await pool.draw_proof(code.encoded_content, code.look)
    return await htmx.render_response(
        "qr/code.html",
        active="qr",
        code=code,
        other_codes=other_codes,
        proof=proof,
        days=await _recent_scans(account, code),
    )


@blueprint.get("/<uuid:id>/image.<form>")
async def serve_image(id: UUID, form: str) -> Response:
    """A file of the code. `size` is pixels for PNG and SVG, millimetres for PDF and EPS.

    A download of a design that fails the scan check needs the parameter `sure`.
    """
    code = await get_own_code(authentication.current_account(), id)
    if form not in SIZES:
        raise NotFound
    try:
        code.look.require_scannable(sure="download" not in request.args or "sure" in request.args)
    except NotScannable as refusal:
        return await htmx.render_response(
            "qr/confirm.html", active="qr", code=code, form=form, status=envelope.page_status(refusal)
        )
    return await file_response(code, form, _file_size(form), attachment="download" in request.args)


@blueprint.post("/<uuid:id>/delete")
async def delete_code(id: UUID) -> Response:
    """Delete a code and offer to undo that."""
    code = await get_own_code(authentication.current_account(), id)
    await code.soft_delete()
    name = isolate(code.title or code.file)
    toast = {
        "text": _("Deleted %(name)s. Printed copies still work.") % {"name": name},
        "undo": f"/dashboard/qr/{id}/restore",
        "fields": [],
    }
    return await _leave_page(toast)


@blueprint.post("/<uuid:id>/restore")
async def restore_code(id: UUID) -> Response:
    """Restore a deleted code, or say why that is impossible."""
    code = await get_or_refuse(QrCode.deleted_by(authentication.current_account()).prefetch_related("name"), id)
    set_audit_target(code.title or code.file)
    try:
        await code.restore(authentication.current_account())
    except PrintedNameUnavailable as refusal:
        return await _leave_page(refusal_toast(refusal) | {"way": refusal.way})
    except Refusal as refusal:
        return await _leave_page(refusal_toast(refusal))
    return htmx.redirect_to(f"/dashboard/qr/{id}")


async def _leave_page(toast: dict[str, Any]) -> Response:
    """Go to the list of codes with a message, or remove the code's card from it."""
    return await htmx.answer_write("qr/_deleted.html", "/dashboard/qr/", toast, toast=toast)


def _file_size(form: str) -> int:
    """The `size` parameter within the bounds of the format, or the format's default."""
    smallest, largest, usual = SIZES[form]
    typed = request.args.get("size", "")
    return min(max(int(typed), smallest), largest) if typed.isascii() and typed.isdigit() and len(typed) < 7 else usual


async def _recent_scans(account: Account, code: QrCode) -> tuple[int, str]:
    """The scans of the last 30 days: their number and a sparkline of the days."""
    counted_at = code.link_id or code.page_id
    if counted_at is None or code.mark is None:
        return 0, ""
    midnight = clock.now().astimezone(ZoneInfo(account.time_zone)).replace(hour=0, minute=0, second=0, microsecond=0)
    start, end = midnight - timedelta(days=RECENT_DAYS - 1), midnight + timedelta(days=1)
    period = Period(start, end, account.time_zone, Interval.DAY)
    question = Question(scope_of(account, counted_at), period, (Filter("placement", (code.mark,)),))
    result = await build_report(question, ())
    daily_counts = [point.count.scans + point.count.views for point in result.points]
    return sum(daily_counts), sparkline_path(daily_counts)
