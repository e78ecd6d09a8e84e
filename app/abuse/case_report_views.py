"""The operator's whole list of what people wrote about the target of a case, the newest first."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from quart import Blueprint, Response, request

from app.abuse.case import Case
from app.abuse.case_list import HOME
from app.abuse.case_views import LOOK
from app.abuse.intake import reports_about
from app.operators.guard import register_operator_pages
from app.operators.looks import record_look
from app.web import htmx
from app.web.list_search import ListSearch, has_words
from app.web.pagination import page_or_first

PAGE_SIZE = 30
blueprint = Blueprint("abuse_case_reports", __name__, url_prefix=f"{HOME}/<uuid:id>/reports")
register_operator_pages(blueprint)


@blueprint.get("")
async def list_reports(id: UUID) -> Response:
    """The list of the reports of a case, or the part of it that htmx requests. Raises: NotFound."""
    case = await Case.find(str(id))
    await record_look(LOOK, str(case.id))
    search, reports = ListSearch.of(f"{HOME}/{id}/reports", request.args), reports_about(case)
    if search.q:
        reports = reports.filter(has_words(search.q, ["words"]))
    page = await page_or_first(reports, by="created_at", cursor=search.after, size=PAGE_SIZE)
    region: dict[str, Any] = {"rows": page.rows, "next": page.next, "search": search}
    templates = "abuse/_report_rows.html", "abuse/_report_list.html"
    if (part := await htmx.render_part_of_list(search.after, *templates, **region)) is not None:
        return part
    return await htmx.render_response("abuse/case_reports.html", active="abuse", case=case, **region)
