"""The operator's list of cases: by tab, the most urgent first, searched by name, address or account."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Self
from urllib.parse import urlencode
from uuid import UUID

from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from app.abuse.case import ALLOWED, BLOCKED, LATER, OBJECTION, OPEN, Case
from app.kernel import text
from app.kernel.refusal import N_
from app.kernel.row_counts import count_rows
from app.operators.guard import PREFIX
from app.web.pagination import page_or_first

HOME, PAGE_SIZE, LONGEST_SEARCH = f"{PREFIX}/abuse", 30, 120
TABS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "open": (N_("Waiting"), (OPEN, LATER)),
    "objections": (N_("Objections"), (OBJECTION,)),
    "blocked": (N_("Blocked"), (BLOCKED,)),
    "allowed": (N_("Allowed"), (ALLOWED,)),
}
TAB_OF_STATE = {state: tab for tab, (_label, states) in TABS.items() for state in states}
FIELDS = ("tab", "q", "cursor")


@dataclass(frozen=True, slots=True)
class CaseSearch:
    """A search: `q` in names, addresses of owners and destinations, `tab` a key of TABS."""

    tab: str = "open"
    q: str = ""
    cursor: str = ""

    @classmethod
    def of(cls, args: Mapping[str, str]) -> Self:
        """Returns the search of these query parameters; invalid values become the defaults."""
        tab = args.get("tab", "")
        words = text.cut_line(args.get("q", ""), LONGEST_SEARCH)
        return cls(tab if tab in TABS else "open", words, args.get("cursor", "")[:500])

    def url(self, case_id: UUID | None = None, **changes: str) -> str:
        """Returns the address of the list for this search with some fields changed, with a case open beside it."""
        search = replace(self, **({"cursor": ""} | changes))
        parameters = {name: getattr(search, name) for name in FIELDS if getattr(search, name)}
        if search.tab == "open":
            del parameters["tab"]
        path = f"{HOME}/{case_id}" if case_id else HOME
        return path + ("?" + urlencode(parameters) if parameters else "")

    def matches(self) -> QuerySet[Case]:
        """Returns the cases that match, not ordered yet."""
        cases = Case.filter(state__in=list(TABS[self.tab][1]))
        if self.q:
            name = self.q.rstrip("/").rpartition("/")[2]
            address = self.q.lower().replace("[.]", ".").replace("hxxp", "http")
            cases = cases.filter(
                Q(name__icontains=name)
                | Q(blocked_host__icontains=address)
                | Q(link__destination_url__icontains=address)
                | Q(account__memberships__user__email__icontains=self.q)
            ).distinct()
        return cases

    @property
    def order(self) -> str:
        """The column by which the tab is ordered, descending."""
        return "urgency" if self.tab == "open" else "changed_at"


async def list_context(search: CaseSearch) -> dict[str, Any]:
    """Returns the context of one page of cases; an invalid cursor gives the first page.

    Of the open ones, those that were put off come last.
    """
    groups = (Q(state=OPEN), Q(state=LATER)) if search.tab == "open" else ()
    ids = search.matches()
    page = await page_or_first(ids, by=search.order, cursor=search.cursor, size=PAGE_SIZE, groups=groups)
    return {"cases": page.rows, "next": page.next, "search": search}


async def tab_counts() -> dict[str, int]:
    """Returns how many cases wait in the tabs that an operator has to work off."""
    tabs = ("open", "objections")
    return dict(zip(tabs, await count_rows(*(Case.filter(state__in=list(TABS[tab][1])) for tab in tabs)), strict=True))


def waiting_cases() -> QuerySet[Case]:
    """Returns the cases that wait for an operator."""
    return Case.filter(state__in=[OPEN, OBJECTION])


async def next_after(case: Case, search: CaseSearch) -> Case | None:
    """Returns the case that an operator looks at after having decided one: the first of the list."""
    waiting = search.matches().exclude(id=case.id)
    if search.tab == "open":
        waiting = waiting.filter(state=OPEN)
    return await waiting.order_by(f"-{search.order}", "-id").first()
