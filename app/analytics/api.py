"""The JSON API of statistics, for one link and for the whole account."""

from __future__ import annotations

from uuid import UUID

from quart import Blueprint, Response

from app.analytics import api_query, referrer_networks, subject
from app.analytics.referrer_networks import NETWORK, with_networks
from app.analytics.schema import WHO, PeriodQuery, Statistics, StatisticsQuery, VisitData, VisitList, VisitQuery
from app.analytics.subject import Subject
from app.kernel.refusal import N_
from app.keys import api_authentication
from app.keys.api_authentication import account
from app.visits import rows
from app.visits.report import report
from app.visits.report_query import Question
from app.web import envelope
from app.web.openapi import Operation
from app.web.pagination import InvalidCursor
from app.web.requests import query

blueprint = Blueprint("statistics_api", __name__, url_prefix="/api/v1")
api_authentication.protect(blueprint)

OPERATIONS = [
    Operation("linkStatistics", "GET", "/links/{id}/statistics", N_("Statistics of a link"),
              N_("How often a link was followed: totals, a series, and tables by what you ask for."),
              Statistics, 200, None, StatisticsQuery, ("INVALID_REQUEST",)),
    Operation("linkVisits", "GET", "/links/{id}/visits", N_("Visits of a link"),
              N_("The single visits, newest first, as long as your plan keeps them. Nothing in them says who it was."),
              VisitList, 200, None, VisitQuery, ("INVALID_REQUEST",)),
    Operation("allStatistics", "GET", "/statistics", N_("Statistics of everything"),
              N_("The same over all your links."), Statistics, 200, None, StatisticsQuery, ("INVALID_REQUEST",)),
    Operation("allVisits", "GET", "/visits", N_("Visits of everything"),
              N_("The single visits of all your links."), VisitList, 200, None, VisitQuery, ("INVALID_REQUEST",)),
]


@blueprint.get("/links/<uuid:id>/statistics")
async def link_statistics(id: UUID) -> Response:
    return await _statistics(await subject.link(account(), id))


@blueprint.get("/statistics")
async def statistics() -> Response:
    return await _statistics(await subject.everything(account()))


@blueprint.get("/links/<uuid:id>/visits")
async def link_visits(id: UUID) -> Response:
    return await _visits(await subject.link(account(), id))


@blueprint.get("/visits")
async def visits() -> Response:
    return await _visits(await subject.everything(account()))


async def _statistics(whose: Subject) -> Response:
    """Counted when it is made: counting holds a transaction, in which nothing takes long."""
    parameters = query(StatisticsQuery)
    question = await _question(whose, parameters, parameters.interval)
    await api_authentication.expect_room()
    made = await report(question, tables={name.replace(NETWORK, "referrer") for name in parameters.by})
    tables = with_networks(made.tables)
    made.tables = {name: tables[name] for name in dict.fromkeys(parameters.by)}
    ids = await _ids(whose, {int(row.value) for row in made.tables.get("link", []) if row.value.isdigit()})
    async with api_authentication.counted():
        return envelope.ok(Statistics.of(question, made, ids))


async def _visits(whose: Subject) -> Response:
    parameters = query(VisitQuery)
    question, after = await _question(whose, parameters), _after(parameters.cursor)
    await api_authentication.expect_room()
    found = await rows.visits(question, after, parameters.limit + 1)
    shown = found[:parameters.limit]
    ids = await _ids(whose, {visit.link for visit in shown})
    more = f"{shown[-1].id:x}" if len(found) > parameters.limit else None
    async with api_authentication.counted():
        return envelope.ok({"visits": [VisitData.of(visit, ids) for visit in shown], "next_cursor": more})


async def _question(whose: Subject, parameters: PeriodQuery, interval: str = "") -> Question:
    """Refusals: those of `asked`."""
    period = api_query.period(parameters, whose.account.time_zone, interval)
    filters = api_query.filters(parameters.filter)
    return await referrer_networks.asked(Question(await whose.scope(), period, filters, WHO[parameters.who]))


def _after(cursor: str) -> int | None:
    """Refusals: InvalidCursor."""
    try:
        after = int(cursor, 16) if cursor else None
    except ValueError:
        raise InvalidCursor from None
    if after is not None and not 0 < after < 1 << 63:
        raise InvalidCursor
    return after


async def _ids(whose: Subject, keys: set[int]) -> dict[int, str]:
    return {one: str(link.id) for one, link in (await subject.followed(whose.account, keys)).items()}
