"""What the team page shows: a page of members, when they were last seen, and a page of invitations."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from tortoise.expressions import Q
from tortoise.functions import Max

from app.accounts.models import Account, Membership, Session
from app.kernel import text
from app.plans import quota
from app.team.models import Invitation
from app.web.pagination import page_or_first

PAGE_SIZE, MAX_QUERY_LENGTH = 25, 100


async def team_context(account: Account, query: str = "", after: str = "", cursor: str | None = None) -> dict[str, Any]:
    """The values of the team page.

    `query` searches names and addresses; `after` is the number of the last member on the page before, `cursor` that of
    the invitations.
    """
    query = text.cut_line(query, MAX_QUERY_LENGTH)
    members, next_member = await _members(account, query, after)
    invitations = Invitation.owned_by(account)
    if query:
        invitations = invitations.filter(email__icontains=query)
    page = await page_or_first(invitations, by="created_at", cursor=cursor, size=PAGE_SIZE)
    return {
        "members": members,
        "seen": await _last_seen([member.user_id for member in members]),
        "next_member": next_member,
        "invitations": page.rows,
        "next_invitation": page.next,
        "seats": quota.seats_usage(account),
        "query": query,
    }


async def _members(account: Account, query: str, after: str) -> tuple[list[Membership], int | None]:
    """A page of members, those who joined first at the beginning, and after whom the next page begins, if any."""
    members = Membership.filter(account_id=account.id).order_by("id").select_related("user")
    if query:
        members = members.filter(Q(user__name__icontains=query) | Q(user__email__icontains=query))
    if after.isascii() and after.isdigit() and len(after) < 19:
        members = members.filter(id__gt=int(after))
    rows = await members.limit(PAGE_SIZE + 1)
    return rows[:PAGE_SIZE], rows[PAGE_SIZE - 1].id if len(rows) > PAGE_SIZE else None


async def _last_seen(users: list[UUID]) -> dict[UUID, datetime]:
    """When each of these users was last seen, without those who are signed in nowhere."""
    seen = Session.live().filter(user_id__in=users).annotate(last=Max("last_seen_at")).group_by("user_id")
    return dict(await seen.values_list("user_id", "last"))
