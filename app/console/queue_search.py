"""Searches jobs for the operator: by state, kind, and words in the reason of a failure or the id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from tortoise.expressions import Q
from tortoise.functions import Count
from tortoise.queryset import QuerySet

from app.jobs.models import FAILED, Job
from app.kernel import text
from app.kernel.refusal import N_
from app.kernel.uuid_parser import parse_uuid
from app.operators.guard import PREFIX
from app.web.pagination import page_or_first
from app.web.search_url import search_url

HOME = f"{PREFIX}/queues"
PAGE_SIZE, LONGEST_SEARCH = 50, 100
FIELDS = ("q", "state", "kind", "cursor")
STATES: Mapping[str, tuple[str, str, str]] = {  # a word, the tone and the icon of its badge
    "waiting": (N_("Waiting"), "", "clock"),
    "running": (N_("Running"), "accent", "player-play"),
    "failed": (N_("Failed"), "bad", "alert-triangle"),
    "finished": (N_("Finished"), "good", "check"),
    "cancelled": (N_("Cancelled"), "", "x"),
}


@dataclass(frozen=True, slots=True)
class JobSearch:
    """A search of jobs; without a `state` all that wait, run or failed. `cursor` is the position of a page."""

    q: str = ""
    state: str = ""
    kind: str = ""
    cursor: str = ""

    @classmethod
    def of(cls, args: Mapping[str, str]) -> Self:
        """Returns the search of these query parameters; invalid values become the defaults."""
        state = args.get("state", "")
        return cls(
            text.cut_line(args.get("q", ""), LONGEST_SEARCH),
            state if state in STATES else "",
            text.cut_line(args.get("kind", ""), 40),
            args.get("cursor", "")[:500],
        )

    @property
    def is_filtered(self) -> bool:
        """Whether the search hides any jobs that wait, run or failed."""
        return bool(self.q or self.state or self.kind)

    def url(self, **changes: str) -> str:
        """Returns the URL of the page for this search with some fields changed."""
        return search_url(HOME, self, FIELDS, changes)

    def matches(self) -> QuerySet[Job]:
        """Returns the jobs that match, not ordered yet."""
        jobs = Job.in_state(self.state) if self.state else Job.filter(outcome__in=["", FAILED])
        if self.kind:
            jobs = jobs.filter(kind=self.kind)
        if id := parse_uuid(self.q):
            return jobs.filter(id=id)
        return jobs.filter(Q(reason__icontains=self.q) | Q(kind__icontains=self.q)) if self.q else jobs


async def list_context(search: JobSearch) -> dict[str, Any]:
    """Returns the context of one page of jobs, those that are due last first; an invalid cursor gives the first."""
    page = await page_or_first(search.matches(), by="due_at", cursor=search.cursor, size=PAGE_SIZE)
    return {"rows": page.rows, "next": page.next, "search": search, "states": STATES}


async def count_kinds() -> list[tuple[str, int, int]]:
    """Returns the kinds of jobs that have not ended or failed: pairs of how many wait or run, and how many failed."""
    open_jobs = await Job.not_ended().annotate(number=Count("id")).group_by("kind").values("kind", "number")
    failed = await Job.filter(outcome=FAILED).annotate(number=Count("id")).group_by("kind").values("kind", "number")
    numbers = {row["kind"]: [row["number"], 0] for row in open_jobs}
    for row in failed:
        numbers.setdefault(row["kind"], [0, 0])[1] = row["number"]
    return sorted((kind, *pair) for kind, pair in numbers.items())


def failed_jobs() -> QuerySet[Job]:
    """Returns the jobs that have failed for good."""
    return Job.filter(outcome=FAILED)
