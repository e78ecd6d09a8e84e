"""One QR code: its page, its files, deleting it and bringing it back."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from quart import Blueprint, Response, request

from app.accounts import authentication
from app.accounts.models import Account
from app.kernel import clock
from app.kernel.bidi import isolated
from app.kernel.i18n import gettext as _
from app.kernel.queries import get_or_refuse
from app.kernel.refusal import NotFound, Refusal
from app.qr import listing
from app.qr.file_response import file_response
from app.qr.listing import own
from app.qr.look import NotScannable
from app.qr.models import PrintedNameGone, QrCode
from app.qr.render import pool
from app.qr.render.pool import SIZES
from app.visits.report import report
from app.visits.report_query import Filter, Interval, Period, Question, Scope
from app.visits.visit import key
from app.web import envelope, htmx
from app.web.sparkline import sparkline

blueprint = Blueprint("qr_codes", __name__, url_prefix="/dashboard/qr")
authentication.protect(blueprint)
DAYS = 30


@blueprint.get("/<uuid:id>")
async def show(id: UUID) -> Response:
    account = authentication.account()
    code = await own(account, id)
    beside = await listing.beside(account, link_id=code.link_id, page_id=code.page_id) if code.dynamic else []
    proof = await pool.proof(code.said, code.look)
    return await htmx.answer("qr/code.html", active="qr", code=code, beside=beside, proof=proof,
                           days=await _days(account, code))


@blueprint.get("/<uuid:id>/image.<form>")
async def image(id: UUID, form: str) -> Response:
    """A file of the code. `size` is pixels for PNG and SVG, millimetres for PDF and EPS.

    A design that fails the scan check is given only to who says `sure`.
    """
    code = await own(authentication.account(), id)
    if form not in SIZES:
        raise NotFound
    try:
        code.look.release(sure="download" not in request.args or "sure" in request.args)
    except NotScannable as refusal:
        return await htmx.answer("qr/sure.html", active="qr", code=code, form=form, status=envelope.status_of(refusal))
    return await file_response(code, form, _size(form), attachment="download" in request.args)


@blueprint.post("/<uuid:id>/delete")
async def delete(id: UUID) -> Response:
    code = await own(authentication.account(), id)
    await code.delete_for_now()
    name = isolated(code.title or code.file)
    said = {"text": _("Deleted %(name)s. What is printed goes on working.") % {"name": name},
            "undo": f"/dashboard/qr/{id}/restore", "fields": []}
    return await _left(said)


@blueprint.post("/<uuid:id>/restore")
async def restore(id: UUID) -> Response:
    code = await get_or_refuse(QrCode.deleted_by(authentication.account()), id)
    try:
        await code.restore(authentication.account())
    except PrintedNameGone as refusal:
        return await _left({"text": envelope.said(refusal), "kind": "bad", "way": refusal.way})
    except Refusal as refusal:
        return await _left({"text": envelope.said(refusal), "kind": "bad"})
    return htmx.go(f"/dashboard/qr/{id}")


async def _left(said: dict[str, Any]) -> Response:
    return await htmx.done("qr/_deleted.html", "/dashboard/qr/", said, toast=said)


def _size(form: str) -> int:
    least, most, usual = SIZES[form]
    typed = request.args.get("size", "")
    return min(max(int(typed), least), most) if typed.isascii() and typed.isdigit() and len(typed) < 7 else usual


async def _days(account: Account, code: QrCode) -> tuple[int, str]:
    """The scans of the last days: how many, and their curve."""
    counted_at = code.link_id or code.page_id
    if counted_at is None or code.mark is None:
        return 0, ""
    midnight = clock.now().astimezone(ZoneInfo(account.time_zone)).replace(hour=0, minute=0, second=0, microsecond=0)
    period = Period(midnight - timedelta(days=DAYS - 1), midnight + timedelta(days=1), account.time_zone, Interval.DAY)
    asked = Question(Scope(key(account.id), (key(counted_at),)), period, (Filter("placement", (code.mark,)),))
    counted = await report(asked, ())
    days = [point.count.scans + point.count.views for point in counted.points]
    return sum(days), sparkline(days)
