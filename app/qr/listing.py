"""Queries behind the QR pages: searching codes, and loading one code of an account."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self
from uuid import UUID

from tortoise.queryset import QuerySet

from app.accounts.models import Account
from app.kernel import text
from app.kernel.search_text import search_condition
from app.kernel.versioned_rows import get_or_refuse
from app.links.link_search import Search as LinkSearch
from app.names.models import Name
from app.plans import quota
from app.qr.models import QrCode
from app.web.audit_target import set_audit_target
from app.web.pagination import page_or_first
from app.web.search_url import search_url

PAGE_SIZE = 24


@dataclass(frozen=True, slots=True)
class Search:
    """`q` is searched in codes and in their links and pages, as kernel/search_text.py describes; `cursor` is the
    page.
    """

    q: str = ""
    cursor: str = ""

    @classmethod
    def of(cls, args: Mapping[str, str]) -> Self:
        """The search in the parameters of a request."""
        return cls(text.cut_line(args.get("q", ""), 200), args.get("cursor", "")[:500])

    def url(self, **changes: str) -> str:
        """The URL of the list for this search with some values changed; the first page unless a cursor is passed."""
        return search_url("/dashboard/qr/", self, ("q", "cursor"), changes)

    def matches(self, account: Account) -> QuerySet[QrCode]:
        """The account's codes that match, with link, page, name and logo."""
        codes = QrCode.owned_by(account).prefetch_related("link", "page", "name", "logo")
        if not self.q:
            return codes
        names = ("name__shown", "page__slug")
        return codes.filter(search_condition(self.q, "search", "link__search", "page__search", names=names))


async def load_list(account: Account, search: Search) -> dict[str, Any]:
    """One page of codes; an invalid cursor gives the first page."""
    matches = search.matches(account)
    result = await page_or_first(matches, by="created_at", cursor=search.cursor, size=PAGE_SIZE)
    return {"codes": result.rows, "next": result.next, "search": search}


async def load_link_choices(account: Account, typed: str, cursor: str) -> dict[str, Any]:
    """A page of the active links that match the typed text, to choose one for a new code."""
    search = LinkSearch.of({"q": typed, "cursor": cursor})
    matches = search.matches(account)
    result = await page_or_first(matches, by="created_at", cursor=search.cursor, size=PAGE_SIZE)
    return {"links": result.rows, "next": result.next, "q": search.q, "cursor": search.cursor}


async def count_codes(account: Account) -> dict[str, int]:
    """The number of the account's codes and the limit of its plan."""
    return {"codes": await QrCode.count_owned(account), "limit": quota.plan_of(account).codes}


async def get_own_code(account: Account, id: UUID) -> QrCode:
    """The account's code with its link or page, name and logo. Raises: NotFound, also for codes of others."""
    code = await get_or_refuse(QrCode.owned_by(account).prefetch_related("link", "page", "name", "logo"), id)
    set_audit_target(code.title or code.file)
    return code


async def codes_of_owner(account: Account, **owner: UUID | None) -> list[QrCode]:
    """All codes of a link (`link_id`) or a bio page (`page_id`), the most scanned first."""
    codes = QrCode.owned_by(account).filter(**owner).prefetch_related("link", "page", "name", "logo")
    return await codes.order_by("-scans", "created_at")


async def get_own_page_name(account: Account, slug: str) -> Name:
    """The current name of one of the account's own bio pages. Raises: NotFound."""
    return await Name.find_owned(slug, account_id=account.id, page_id__not_isnull=True, held_at=None)
