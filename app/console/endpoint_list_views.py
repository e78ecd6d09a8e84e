"""The operator's list of webhook endpoints that fail, those that fail longest first."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from quart import Blueprint, Response, request
from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from app.console.queue_search import HOME
from app.kernel.refusal import N_
from app.operators.guard import register_operator_pages
from app.operators.looks import add_look_sentences, record_look
from app.web import htmx
from app.web.list_search import ListSearch
from app.web.pagination import page_or_first
from app.webhooks.endpoint import WebhookEndpoint

HOST = re.compile(r"[\w.-]+|\[[0-9a-f:]*\]?", re.IGNORECASE)  # the beginning of one
PAGE_SIZE, LOOK_AT_LIST = 30, "failing_endpoints"
blueprint = Blueprint("operator_endpoints", __name__, url_prefix=f"{HOME}/endpoints")
register_operator_pages(blueprint)
add_look_sentences({LOOK_AT_LIST: N_("looked through the list of failing webhook endpoints.")})


@blueprint.get("")
async def list_endpoints() -> Response:
    """The list of endpoints, or the part of it that htmx requests for a search or for its next rows."""
    search = ListSearch.of(f"{HOME}/endpoints", request.args)
    await record_look(LOOK_AT_LIST, "")
    order: dict[str, Any] = {"by": "failing_since", "ascending": True, "groups": (Q(),)}  # it is NULL in none of them
    page = await page_or_first(_matches(search), cursor=search.after, size=PAGE_SIZE, **order)
    region: dict[str, Any] = {"rows": with_hosts(page.rows), "next": page.next, "search": search}
    templates = "console/_endpoint_rows.html", "console/_endpoints.html"
    if (part := await htmx.render_part_of_list(search.after, *templates, **region)) is not None:
        return part
    return await htmx.render_response("console/endpoints.html", active="queues", **region)


def failing_endpoints() -> QuerySet[WebhookEndpoint]:
    """Returns the endpoints that are on and fail, with their accounts, not ordered yet."""
    return WebhookEndpoint.filter(failing_since__isnull=False, off_at=None).select_related("account")


def with_hosts(endpoints: list[WebhookEndpoint]) -> list[tuple[str, WebhookEndpoint]]:
    """Returns endpoints each with its host, which is all that an operator sees: the path may be a secret."""
    return [(urlsplit(each.url).hostname or "", each) for each in endpoints]


def _matches(search: ListSearch) -> QuerySet[WebhookEndpoint]:
    """Returns the endpoints of accounts with these words in their name, or of a host that begins with them.

    Words that go beyond a host match no address: otherwise a search would spell out the path, which may be a secret.
    """
    if not search.q:
        return failing_endpoints()
    found = Q(account__name__icontains=search.q)
    if HOST.fullmatch(search.q):
        found |= Q(url__istartswith=f"https://{search.q}") | Q(url__istartswith=f"http://{search.q}")
    return failing_endpoints().filter(found)
