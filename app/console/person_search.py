"""The operator's list of people: everybody who can sign in, or only those who are in no workspace."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tortoise.queryset import QuerySet

from app.accounts.user import User
from app.kernel.refusal import N_
from app.operators.guard import PREFIX
from app.web.list_search import ListSearch, has_words
from app.web.pagination import page_or_first

HOME, PAGE_SIZE, WITHOUT_WORKSPACE = f"{PREFIX}/people", 30, "alone"
STATES: Mapping[str, str] = {"": N_("Everybody"), WITHOUT_WORKSPACE: N_("In no workspace")}


def search_of(args: Mapping[str, str]) -> ListSearch:
    """Returns the search of these query parameters."""
    return ListSearch.of(HOME, args, STATES)


def people(search: ListSearch) -> QuerySet[User]:
    """Returns the people that match, not ordered yet."""
    chosen = User.filter(has_words(search.q, ("email", "name"))) if search.q else User.all()
    return chosen.filter(memberships__id__isnull=True) if search.state == WITHOUT_WORKSPACE else chosen


async def list_context(search: ListSearch) -> dict[str, Any]:
    """Returns the context of one page of people, the newest first; an invalid cursor gives the first page."""
    page = await page_or_first(people(search), by="created_at", cursor=search.after, size=PAGE_SIZE)
    return {"rows": page.rows, "next": page.next, "search": search}
