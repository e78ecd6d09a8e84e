"""What the QR pages show: a search's codes, and one code found through its owner."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Self
from urllib.parse import urlencode
from uuid import UUID

from tortoise.queryset import QuerySet

from app.accounts.models import Account
from app.kernel import text
from app.kernel.queries import get_or_refuse
from app.kernel.search_text import matching
from app.links.link_search import Search as LinkSearch
from app.names.models import Name
from app.plans import quota
from app.qr.models import QrCode
from app.web.pagination import page_or_first

SIZE = 24


@dataclass(frozen=True, slots=True)
class Search:
    """`q` is looked for in codes and in the links and pages that they lead to, as kernel/search_text.py says."""

    q: str = ""
    cursor: str = ""

    @classmethod
    def of(cls, args: Mapping[str, str]) -> Self:
        return cls(text.line(args.get("q", "")[:200], 200, "q"), args.get("cursor", "")[:500])

    def address(self, **changes: str) -> str:
        """The page of codes for this search with something changed; its first page unless a cursor is given."""
        asked = replace(self, **({"cursor": ""} | changes))
        said = {name: value for name, value in (("q", asked.q), ("cursor", asked.cursor)) if value}
        return "/dashboard/qr/" + ("?" + urlencode(said) if said else "")

    def matches(self, account: Account) -> QuerySet[QrCode]:
        codes = QrCode.owned_by(account).prefetch_related("link", "page", "name", "logo")
        if not self.q:
            return codes
        names = ("name__shown", "page__slug")
        return codes.filter(matching(self.q, "search", "link__search", "page__search", names=names))


async def region(account: Account, search: Search) -> dict[str, Any]:
    """One page of codes; a cursor that means nothing shows the first page."""
    matches = search.matches(account)
    found = await page_or_first(matches, by="created_at", cursor=search.cursor, size=SIZE)
    return {"codes": found.rows, "next": found.next, "search": search}


async def links(account: Account, typed: str, cursor: str) -> dict[str, Any]:
    """The links a new code can be made for that fit what was typed, a page of them; none archived or deleted."""
    search = LinkSearch.of({"q": typed, "cursor": cursor})
    matches = search.matches(account)
    found = await page_or_first(matches, by="created_at", cursor=search.cursor, size=SIZE)
    return {"links": found.rows, "next": found.next, "q": search.q, "cursor": search.cursor}


async def summary(account: Account) -> dict[str, int]:
    """How many codes there are, and how many there may be."""
    return {"codes": await QrCode.owned_by(account).count(), "limit": quota.plan_of(account).codes}


async def own(account: Account, id: UUID) -> QrCode:
    """The account's code with its link or page, name and logo. Refusals: NotFound, for a stranger's too."""
    return await get_or_refuse(QrCode.owned_by(account).prefetch_related("link", "page", "name", "logo"), id)


async def beside(account: Account, **owner: UUID | None) -> list[QrCode]:
    """All codes of a link (`link_id`) or a bio page (`page_id`), the most scanned first."""
    codes = QrCode.owned_by(account).filter(**owner).prefetch_related("link", "page", "name", "logo")
    return await codes.order_by("-scans", "created_at")


async def page_name(account: Account, slug: str) -> Name:
    """The name of a bio page of the account's own. Refusals: NotFound."""
    return await Name.own(slug, account_id=account.id, page_id__not_isnull=True, held_at=None)
