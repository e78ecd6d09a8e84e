"""Reporting a page or a link to the operator: open to everybody, works without JavaScript."""

from __future__ import annotations

from quart import Blueprint, Response, request

from app.kernel.refusal import Refusal
from app.reports.models import REASONS, Report, standing
from app.web import client, envelope, hx
from app.web.forms import Form

blueprint = Blueprint("reports", __name__)


@blueprint.get("/report")
async def ask() -> Response:
    """The form, for the name in `?page=`. Refusals: NotFound."""
    name = request.args.get("page", "")[:64]
    return _kept(await hx.answer("reports/form.html", name=(await standing(name)).shown, form=Form(), reasons=REASONS))


@blueprint.post("/report")
async def file() -> Response:
    form = await Form.submitted()
    try:
        report = await Report.file(form["page"], form["reason"], form["words"], client.address())
    except Refusal as refusal:
        name = (await standing(form["page"])).shown
        answer = await hx.answer("reports/form.html", status=envelope.status_of(refusal), name=name,
                                 form=form.blame(refusal), reasons=REASONS)
        if refusal.retry_after is not None:
            answer.headers["Retry-After"] = str(refusal.retry_after)
        return _kept(answer)
    return _kept(await hx.answer("reports/thanks.html", name=report.name))


def _kept(answer: Response) -> Response:
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
