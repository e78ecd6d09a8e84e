"""The list of links in the JSON API: what its parameters select, and in what order."""

from __future__ import annotations

from typing import Any

from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from app.accounts.models import Account
from app.kernel.destination import clean_url
from app.links.link_relations import load_relations
from app.links.link_search import Search
from app.links.models import Link
from app.links.schema import LinkQuery
from app.names.models import Name
from app.web.pagination import CursorPage, fetch_page
from app.web.query_time import parse_moment

ORDERS = {"newest": "created_at", "oldest": "created_at", "clicks": "followed", "recent": "last_followed_at"}


async def list_links(account: Account, parameters: LinkQuery) -> CursorPage[Link]:
    """One page of the links that the parameters select, with their tags, names and checks.

    Raises: InvalidCursor, InvalidTime, and those of `clean_url` for the field `url`.
    """
    search = Search.of({"q": parameters.q, "tag": parameters.tag, "show": parameters.state})
    links = search.matches(account).filter(await _conditions(account, parameters))
    page = await fetch_page(
        links,
        by=ORDERS[parameters.sort],
        cursor=parameters.cursor,
        size=parameters.limit,
        ascending=parameters.sort == "oldest",
    )
    await load_relations(page.rows, "tags", "names", "checks")
    return page


async def _conditions(account: Account, parameters: LinkQuery) -> Q:
    """The conditions of the parameters that the links page does not have."""
    conditions: dict[str, Any] = {}
    if parameters.short_code:
        name = await Name.find(parameters.short_code, account_id=account.id)
        conditions["id"] = name.link_id if name else None
    if parameters.url:
        conditions["destination_url"] = clean_url(parameters.url)
    if parameters.external_id:
        conditions["external_id"] = parameters.external_id
    if parameters.start:
        conditions["created_at__gte"] = parse_moment(parameters.start, account.time_zone, "from")
    if parameters.end:
        conditions["created_at__lt"] = parse_moment(parameters.end, account.time_zone, "to", last=True)
    return Q(**conditions)


def owned_by_external_id(account: Account, external_id: str) -> QuerySet[Link]:
    """The account's link that a program knows by this id, if it is not deleted."""
    return Link.owned_by(account).filter(external_id=external_id)
