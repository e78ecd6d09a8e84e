"""Searches accounts for the operator: by what people name in a message, by plan and state, in two orders.

A search finds the address or name of a member, the name or id of an account, the name or URL of a link or page, an API
key (whole or masked), the number of an order, and the id of a request to the API or to a model.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import reduce
from operator import or_
from typing import Any, Self
from uuid import UUID

from tortoise.expressions import F, Q, Subquery
from tortoise.queryset import QuerySet

from app.accounts.models import Account, Membership
from app.accounts.roles import OWNER
from app.accounts.user import User
from app.console import person_search
from app.console.request_search import LONGEST_ID, find_requests
from app.gateway.metering.ai_request import AiRequest
from app.kernel import clock, text
from app.kernel.refusal import N_
from app.kernel.uuid_parser import parse_uuid
from app.keys.logged_request import LoggedRequest
from app.keys.models import ApiKey
from app.names import slug as slugs
from app.names.models import Name
from app.operators.guard import PREFIX
from app.ops.operator_actions import key_condition
from app.payments.order import Order
from app.plans.plan_limits import ALL_PLANS, PLANS, Plan
from app.privacy.privacy_request import PrivacyRequest
from app.web.first_rows import FirstRows, first_rows
from app.web.list_search import ListSearch, has_words
from app.web.pagination import page_or_first
from app.web.search_url import search_url

HOME, PAGE_SIZE, LONGEST_SEARCH = f"{PREFIX}/accounts", 30, 200
NEW_FOR = timedelta(days=7)
LONGEST_REFERENCE = 30  # characters
FIELDS = ("q", "state", "plan", "order", "cursor")
ORDERS: Mapping[str, tuple[str, str]] = {  # a column, descending, and its label
    "": ("created_at", N_("Newest first")),
    "links": ("links_used", N_("Most links first")),
}


def _is_new() -> Q:
    return Q(created_at__gt=clock.now() - NEW_FOR)


def _is_over_limit() -> Q:
    """Returns the condition for accounts that use more links or seats than they may; see `quota.links_limit`."""
    own = Q(links_limit__not_isnull=True, links_used__gt=F("links_limit"))
    without_bought = own & ~Q(bought_plan__in=list(PLANS))
    with_bought = [own & Q(bought_plan=name, links_used__gt=plan.links) for name, plan in PLANS.items()]
    return reduce(or_, [without_bought, *with_bought, *map(_is_over_plan, ALL_PLANS.values())])


def _is_over_plan(plan: Plan) -> Q:
    return Q(plan_name=plan.name) & (Q(links_limit=None, links_used__gt=plan.links) | Q(seats_used__gt=plan.seats))


STATES: Mapping[str, tuple[str, Callable[[], Q]]] = {
    "": (N_("All but guests"), lambda: Q(guest_digest=None)),
    "suspended": (N_("Suspended"), lambda: Q(suspended_at__not_isnull=True)),
    "new": (N_("Made this week"), lambda: Q(guest_digest=None) & _is_new()),
    "over": (N_("Over their limit"), lambda: Q(guest_digest=None) & _is_over_limit()),
    "paying": (N_("Paying"), lambda: ~Q(bought_plan="")),
    "guests": (N_("Guests"), lambda: Q(guest_digest__not_isnull=True)),
}


@dataclass(frozen=True, slots=True)
class AccountRow:
    """An account in the list, with the address of its first owner; empty for a guest."""

    account: Account
    email: str
    plan: Plan


@dataclass(frozen=True, slots=True)
class AccountSearch:
    """A search: words, a key of STATES, a plan and a key of ORDERS. `cursor` is the position of a page of results."""

    q: str = ""
    state: str = ""
    plan: str = ""
    order: str = ""
    cursor: str = ""

    @classmethod
    def of(cls, args: Mapping[str, str]) -> Self:
        """Returns the search of these query parameters; invalid values become the defaults."""
        state, plan, order = (args.get(name, "") for name in ("state", "plan", "order"))
        return cls(
            text.cut_line(args.get("q", ""), LONGEST_SEARCH),
            state if state in STATES else "",
            plan if plan in PLANS else "",
            order if order in ORDERS else "",
            args.get("cursor", "")[:500],
        )

    @property
    def is_filtered(self) -> bool:
        """Whether the search hides any accounts but guests."""
        return bool(self.q or self.state or self.plan)

    def url(self, **changes: str) -> str:
        """Returns the URL of the page for this search with some fields changed."""
        return search_url(HOME, self, FIELDS, changes)

    async def matches(self) -> QuerySet[Account]:
        """Returns the accounts that match, not ordered yet; words find guests, too."""
        accounts = Account.all() if self.q and not self.state else Account.filter(STATES[self.state][1]())
        if self.plan:
            accounts = accounts.filter(plan_name=self.plan)
        if self.q:
            accounts = accounts.filter(Q(name__icontains=self.q) | await named_accounts(self.q))
        return accounts


async def list_context(search: AccountSearch) -> dict[str, Any]:
    """Returns the context of one page of accounts; an invalid cursor gives the first page."""
    order = ORDERS[search.order][0]
    page = await page_or_first(await search.matches(), by=order, cursor=search.cursor, size=PAGE_SIZE)
    return {"rows": await _rows(page.rows), "next": page.next, "search": search} | await _others(search)


async def _others(search: AccountSearch) -> dict[str, Any]:
    """Returns what words find beside accounts, on the first page: people in none, and requests of this id."""
    if not search.q or search.cursor:
        nobody: FirstRows[User] = FirstRows([], 0)
        return {"people": nobody, "requests": [], "privacy_request": None}
    id = parse_uuid(search.q)
    return {
        "people": await first_rows(_people_without_account(search.q).order_by("-created_at", "-id")),
        "requests": await find_requests(search.q),
        "privacy_request": await PrivacyRequest.get_or_none(id=id) if id else None,
    }


async def named_accounts(words: str) -> Q:
    """Returns the condition for the accounts that these words name in another way than by the account's name."""
    id, name = parse_uuid(words), words.rstrip("/+").rpartition("/")[2]
    found: list[Any] = [id] if id else []
    found += await Name.on_domain().filter(folded=slugs.lookup_key(name)).values_list("account_id", flat=True)
    found += await ApiKey.filter(key_condition(words)).values_list("account_id", flat=True)
    if len(words) <= LONGEST_ID:  # a text longer than the column is refused by the ORM
        found += await LoggedRequest.filter(request_id=words).values_list("account_id", flat=True)
    found += await AiRequest.with_ids([words]).values_list("account_id", flat=True)
    if len(words) <= LONGEST_REFERENCE:
        found += await Order.filter(reference=words.upper()).values_list("account_id", flat=True)
    members = Membership.filter(has_words(words, ("user__email", "user__name")))
    named = Q(id__in=[UUID(str(each)) for each in dict.fromkeys(found) if each])
    return named | Q(id__in=Subquery(members.values("account_id")))


def _people_without_account(words: str) -> QuerySet[User]:
    return person_search.people(ListSearch(person_search.HOME, words, person_search.WITHOUT_WORKSPACE))


async def _rows(accounts: list[Account]) -> list[AccountRow]:
    """Returns the rows of accounts."""
    owners = Membership.filter(account_id__in=[each.id for each in accounts], role=OWNER).order_by("-id")
    emails = {member.account_id: member.user.email for member in await owners.select_related("user")}
    return [AccountRow(each, emails.get(each.id, ""), ALL_PLANS[each.plan_name]) for each in accounts]


async def count_accounts() -> tuple[int, int]:
    """Returns how many accounts there are without guests, and how many of them pay."""
    registered = Account.filter(guest_digest=None)
    return await registered.count(), await registered.exclude(bought_plan="").count()
