"""Reporting a page or a link to the operator: open to everybody, works without JavaScript."""

from __future__ import annotations

from quart import Blueprint, Response, request

from app.kernel import site
from app.kernel.refusal import Refusal
from app.names.models import Name
from app.pages.models import Page
from app.pages.public.visitor_page import visitor_page
from app.reports.models import REASONS, Report, standing
from app.web import client_info, envelope, htmx
from app.web.forms import Form

blueprint = Blueprint("reports", __name__)


@blueprint.get("/report")
async def ask() -> Response:
    """The form, for the name in `?page=`; without one, the page that asks for it. Refusals: NotFound."""
    if not request.args.get("page", "").strip():
        return htmx.go(site.url("marketing", "/contact#report"))
    return await _form(Form({"page": request.args.get("page", "")[:64]}))


@blueprint.post("/report")
async def file() -> Response:
    form = await Form.submitted()
    try:
        report = await Report.file(form["page"], form["reason"], form["words"], client_info.address())
    except Refusal as refusal:
        answer = await _form(form.blame(refusal), envelope.status_of(refusal))
        if refusal.retry_after is not None:
            answer.headers["Retry-After"] = str(refusal.retry_after)
        return answer
    page = await _page(report.page_id)
    return await visitor_page("reports/thanks.html", page, name=report.name, shown=page.url if page else "")


async def _form(form: Form, status: int = 200) -> Response:
    name: Name = await standing(form["page"])
    page = await _page(name.page_id)
    return await visitor_page("reports/form.html", page, status=status, name=name.shown, form=form, reasons=REASONS,
                              shown=page.url if page else "")


async def _page(id: object) -> Page | None:
    """The bio page that is reported, if it is one that visitors can see."""
    page = await Page.get_or_none(id=id).select_related("account") if id else None
    return page if page and page.live else None
