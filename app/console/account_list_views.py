"""The operator's whole lists of what the page of an account shows the first rows of: its members and its API keys."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from quart import Blueprint, Response, request
from tortoise.expressions import Q, Subquery
from tortoise.queryset import QuerySet

from app.accounts.models import Account, Membership
from app.console.account_page import keys_of, members_of
from app.console.account_search import HOME
from app.console.account_views import account_to_show
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_
from app.keys.models import ApiKey
from app.operators.guard import register_operator_pages
from app.ops.operator_actions import key_condition
from app.web import htmx
from app.web.list_search import ListSearch, has_words
from app.web.pagination import page_after, page_or_first

PAGE_SIZE = 30
KEY_STATES: Mapping[str, str] = {"": N_("In any state"), "active": N_("Active"), "ended": N_("Ended or revoked")}
blueprint = Blueprint("operator_account_lists", __name__, url_prefix=f"{HOME}/<uuid:id>")
register_operator_pages(blueprint)


@blueprint.get("/members")
async def list_members(id: UUID) -> Response:
    """The list of the members of an account, or the part of it that htmx requests. Raises: NotFound."""
    account = await account_to_show(id)
    search = ListSearch.of(f"{HOME}/{id}/members", request.args)
    page = await page_after(_members(account, search), by="id", after=search.after, size=PAGE_SIZE)
    region: dict[str, Any] = {"rows": page.rows, "next": page.next, "search": search}
    templates = "console/_account_member_rows.html", "console/_account_member_list.html"
    if (part := await htmx.render_part_of_list(search.after, *templates, **region)) is not None:
        return part
    return await htmx.render_response("console/account_members.html", active="accounts", account=account, **region)


@blueprint.get("/keys")
async def list_keys(id: UUID) -> Response:
    """The list of the keys of an account, or the part of it that htmx requests. Raises: NotFound."""
    account = await account_to_show(id)
    search = ListSearch.of(f"{HOME}/{id}/keys", request.args, KEY_STATES)
    page = await page_or_first(_keys(account, search), by="created_at", cursor=search.after, size=PAGE_SIZE)
    region: dict[str, Any] = {"rows": page.rows, "next": page.next, "search": search}
    templates = "console/_account_key_rows.html", "console/_account_key_list.html"
    if (part := await htmx.render_part_of_list(search.after, *templates, **region)) is not None:
        return part
    region |= {"account": account, "choices": [(key, _(words)) for key, words in KEY_STATES.items()]}
    return await htmx.render_response("console/account_keys.html", active="accounts", **region)


def _members(account: Account, search: ListSearch) -> QuerySet[Membership]:
    members = members_of(account)
    return members.filter(has_words(search.q, ("user__name", "user__email"))) if search.q else members


def _keys(account: Account, search: ListSearch) -> QuerySet[ApiKey]:
    keys = keys_of(account)
    if search.state:
        ended = ApiKey.filter(ApiKey.ended_condition() | Q(revoked_at__isnull=False), account_id=account.id)
        ids = Subquery(ended.values("id"))
        keys = keys.exclude(id__in=ids) if search.state == "active" else keys.filter(id__in=ids)
    return keys.filter(has_words(search.q, ["name"]) | key_condition(search.q)) if search.q else keys
