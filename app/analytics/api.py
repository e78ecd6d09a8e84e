"""JSON API endpoints of statistics and visits, for one link and for the whole account."""

from __future__ import annotations

from uuid import UUID

from quart import Blueprint, Response

from app.analytics import api_query, referrer_networks, subject
from app.analytics.referrer_networks import NETWORK, add_network_table
from app.analytics.schema import WHO_BY_NAME, PeriodQuery, Statistics, StatisticsQuery, VisitData, VisitList, VisitQuery
from app.analytics.subject import Subject
from app.kernel.refusal import N_
from app.keys import api_authentication
from app.keys.api_authentication import key_owner
from app.visits.reports import visit_list
from app.visits.reports.query import Question
from app.visits.reports.report import build_report
from app.web import envelope
from app.web.openapi import Operation
from app.web.pagination import InvalidCursor
from app.web.query_parsing import query

blueprint = Blueprint("statistics_api", __name__, url_prefix="/api/v1")
api_authentication.require_api_key(blueprint)

OPERATIONS = [
    Operation(
        "linkStatistics",
        "GET",
        "/links/{id}/statistics",
        N_("Statistics of a link"),
        N_("How often a link was followed: totals, a series, and tables by what you ask for."),
        Statistics,
        200,
        None,
        StatisticsQuery,
        ("INVALID_REQUEST", "REPORT_TOO_LARGE"),
        scope="statistics:read",
    ),
    Operation(
        "linkVisits",
        "GET",
        "/links/{id}/visits",
        N_("Visits of a link"),
        N_("The single visits, newest first, as long as your plan keeps them. Nothing in them says who it was."),
        VisitList,
        200,
        None,
        VisitQuery,
        ("INVALID_REQUEST", "REPORT_TOO_LARGE"),
        scope="statistics:read",
    ),
    Operation(
        "allStatistics",
        "GET",
        "/statistics",
        N_("Statistics of everything"),
        N_("The same over all your links."),
        Statistics,
        200,
        None,
        StatisticsQuery,
        ("INVALID_REQUEST", "REPORT_TOO_LARGE"),
        scope="statistics:read",
    ),
    Operation(
        "allVisits",
        "GET",
        "/visits",
        N_("Visits of everything"),
        N_("The single visits of all your links."),
        VisitList,
        200,
        None,
        VisitQuery,
        ("INVALID_REQUEST", "REPORT_TOO_LARGE"),
        scope="statistics:read",
    ),
]


@blueprint.get("/links/<uuid:id>/statistics")
async def link_statistics(id: UUID) -> Response:
    """Returns the statistics of one link.

    Raises: NotFound, those of `_statistics`.
    """
    return await _statistics(await subject.link_subject(key_owner(), id))


@blueprint.get("/statistics")
async def statistics() -> Response:
    """Returns the statistics of the whole account."""
    return await _statistics(await subject.account_subject(key_owner()))


@blueprint.get("/links/<uuid:id>/visits")
async def link_visits(id: UUID) -> Response:
    """Returns single visits of one link, newest first.

    Raises: NotFound, those of `_visits`.
    """
    return await _visits(await subject.link_subject(key_owner(), id))


@blueprint.get("/visits")
async def visits() -> Response:
    """Returns single visits of the whole account, newest first."""
    return await _visits(await subject.account_subject(key_owner()))


async def _statistics(report_subject: Subject) -> Response:
    """Builds the report first and counts the request afterwards: counting holds a transaction, which must stay
    short.
    """
    parameters = query(StatisticsQuery)
    question = await _build_question(report_subject, parameters, parameters.interval)
    await api_authentication.check_monthly_limit()
    result = await build_report(question, tables={name.replace(NETWORK, "referrer") for name in parameters.by})
    tables = add_network_table(result.tables)
    result.tables = {name: tables[name] for name in dict.fromkeys(parameters.by)}
    keys = {int(row.value) for row in result.tables.get("link", []) if row.value.isdigit()}
    ids_by_key = await _link_ids(report_subject, keys)
    async with api_authentication.counted_request():
        return envelope.success_response(Statistics.of(question, result, ids_by_key))


async def _visits(report_subject: Subject) -> Response:
    parameters = query(VisitQuery)
    question, after = await _build_question(report_subject, parameters), _parse_cursor(parameters.cursor)
    await api_authentication.check_monthly_limit()
    loaded = await visit_list.visits(question, after, parameters.limit + 1)
    page = loaded[: parameters.limit]
    ids_by_key = await _link_ids(report_subject, {visit.link for visit in page})
    next_cursor = f"{page[-1].id:x}" if len(loaded) > parameters.limit else None
    async with api_authentication.counted_request():
        return envelope.success_response(
            {"visits": [VisitData.of(visit, ids_by_key) for visit in page], "next_cursor": next_cursor}
        )


async def _build_question(report_subject: Subject, parameters: PeriodQuery, interval: str = "") -> Question:
    """Builds the question about visits from the query parameters.

    Raises: those of `parse_period` and `parse_filters`.
    """
    period = api_query.parse_period(parameters, report_subject.account.time_zone, interval)
    filters = api_query.parse_filters(parameters.filter)
    return await referrer_networks.resolve_network_filters(
        Question(await report_subject.scope(), period, filters, WHO_BY_NAME[parameters.who])
    )


def _parse_cursor(cursor: str) -> int | None:
    """Parses a cursor, the hexadecimal id of a visit; None without one.

    Raises: InvalidCursor.
    """
    try:
        visit_id = int(cursor, 16) if cursor else None
    except ValueError:
        raise InvalidCursor from None
    if visit_id is not None and not 0 < visit_id < 1 << 63:
        raise InvalidCursor
    return visit_id


async def _link_ids(report_subject: Subject, keys: set[int]) -> dict[int, str]:
    """Returns the ids of the account's links and pages by their visit keys."""
    return {
        key: str(link.id) for key, link in (await subject.load_links_and_pages(report_subject.account, keys)).items()
    }
