"""The form by which everybody can report a page or a link to the operator; it works without JavaScript."""

from __future__ import annotations

from quart import Blueprint, Response, request

from app.kernel import site
from app.kernel.refusal import Refusal
from app.names.models import Name
from app.pages.models import Page
from app.pages.public.themed_subpages import render_visitor_page
from app.reports.models import REASONS, Report, find_name_in_use
from app.web import client_info, envelope, htmx
from app.web.forms import Form

blueprint = Blueprint("reports", __name__)


@blueprint.get("/report")
async def report_form() -> Response:
    """The form for the name in `?page=`; without one, redirects to the page that asks for the name. Raises:
    NotFound.
    """
    if not request.args.get("page", "").strip():
        return htmx.redirect_to(site.url("marketing", "/contact#report"))
    return await _report_form(Form({"page": request.args.get("page", "")[:64]}))


@blueprint.post("/report")
async def send_report() -> Response:
    """Stores the report of the form and shows the thanks; a refused form is shown again."""
    form = await Form.submitted()
    try:
        report = await Report.submit(form["page"], form["reason"], form["words"], client_info.rate_limit_address())
    except Refusal as refusal:
        response = await _report_form(form.blame(refusal), envelope.page_status(refusal))
        if refusal.retry_after is not None:
            response.headers["Retry-After"] = str(refusal.retry_after)
        return response
    page = await _visible_page(report.page_id)
    return await render_visitor_page("reports/thanks.html", page, name=report.name, shown=page.url if page else "")


async def _report_form(form: Form, status: int = 200) -> Response:
    """The form, in the look of the reported page."""
    name: Name = await find_name_in_use(form["page"])
    page = await _visible_page(name.page_id)
    return await render_visitor_page(
        "reports/form.html",
        page,
        status=status,
        name=name.shown,
        form=form,
        reasons=REASONS,
        shown=page.url if page else "",
    )


async def _visible_page(id: object) -> Page | None:
    """The reported bio page, if visitors can see it."""
    page = await Page.get_or_none(id=id).select_related("account") if id else None
    return page if page and page.live else None
