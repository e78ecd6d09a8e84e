"""Opens cases: for reports of visitors, and for links and pages in which we found enough ourselves."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID, uuid4

from tortoise.expressions import Q

from app import jobs
from app.abuse.case import ALLOWED, LATER, OPEN, UNDECIDED, Case
from app.abuse.reasons import WEIGHTS as REASON_WEIGHTS
from app.abuse.signals import OPENS_A_CASE, Finding, findings_about, weight_of
from app.accounts.models import Account
from app.jobs import HOURLY, Job
from app.kernel import clock, event_bus
from app.kernel.db import query_rows, transaction
from app.links.models import Link
from app.pages.models import Page
from app.reports.models import SUBMITTED, Report

KIND, SWEEP = "abuse.report", "abuse.reports"
MOST_REPORTS_COUNTED, REPORT_WEIGHT, SIGNAL_WEIGHT = 30, 3, 6
WITHOUT_CASE = """SELECT MIN(r.created_at) AS first, r.link_id, r.page_id FROM reports r
    LEFT JOIN abuse_cases c ON c.link_id = r.link_id OR c.page_id = r.page_id
    WHERE r.closed_at IS NULL AND (r.link_id IS NOT NULL OR r.page_id IS NOT NULL) AND c.id IS NULL
    GROUP BY r.link_id, r.page_id ORDER BY first LIMIT 500"""


@asynccontextmanager
async def reports_become_cases() -> AsyncGenerator[None]:
    """While the block runs, each report of a visitor enqueues the job that makes a case of it."""
    with event_bus.subscription(SUBMITTED, _enqueue):
        yield


async def _enqueue(report: Report) -> None:
    await jobs.enqueue(KIND, {"report": str(report.id)})


@jobs.handler(KIND)
async def take_report(job: Job) -> None:
    """Makes a case of a report, or adds it to the one that there is."""
    report = await Report.get_or_none(id=job.payload["report"])
    if report is not None:
        await take_in(report.link_id, report.page_id)


@jobs.handler(SWEEP, schedule=HOURLY)
async def take_forgotten_reports(_job: Job) -> None:
    """Makes cases of reports that have none: older ones, and those of which no job was enqueued."""
    for row in await query_rows(WITHOUT_CASE, []):
        await take_in(*(UUID(str(row[name])) if row[name] else None for name in ("link_id", "page_id")))


async def take_in(link_id: UUID | None, page_id: UUID | None) -> Case | None:
    """Opens the case of a link or page for its reports, or brings it up to date; None if the target is gone.

    A link underneath a bio page is part of the page's case.
    """
    link = await Link.get_or_none(id=link_id).select_related("account") if link_id else None
    page = await Page.get_or_none(id=page_id or (link.page_id if link else None)).select_related("account")
    target = page or link
    if target is None:
        return None
    return await open_case(target, await findings_about(target, target.account))


async def open_if_enough(target: Link | Page, account: Account) -> Case | None:
    """Opens a case for what we find ourselves, if it weighs enough; one that was decided stays as it is."""
    if await of_target(target).exists():
        return None
    findings = await findings_about(target, account)
    return await open_case(target, findings) if weight_of(findings) >= OPENS_A_CASE else None


def of_target(target: Link | Page) -> Any:
    """Returns the query for the case of a link or page."""
    return Case.filter(page_id=target.id) if isinstance(target, Page) else Case.filter(link_id=target.id)


def reports_about(case: Case) -> Any:
    """Returns the query for the reports of a case."""
    if case.page_id:
        return Report.filter(Q(page_id=case.page_id) | Q(link__page_id=case.page_id))
    return Report.filter(link_id=case.link_id)


async def open_case(target: Link | Page, findings: Sequence[Finding]) -> Case:
    """Opens the case of a target, or brings it up to date; of two at once one is opened."""
    now, page = clock.now(), isinstance(target, Page)
    row = Case(
        id=uuid4(),
        account_id=target.account_id,
        page_id=target.id if page else None,
        link_id=None if page else target.id,
        name=target.slug if isinstance(target, Page) else target.short_code,
        opened_at=now,
        changed_at=now,
    )
    async with transaction():
        await Case.bulk_create([row], ignore_conflicts=True)
        case: Case = await of_target(target).get()
        await _refresh(case, target, list(findings))
    await case.refresh_from_db()
    return case


async def _refresh(case: Case, target: Link | Page, findings: list[Finding]) -> None:
    """Counts the open reports of a case, and opens it again where there are new ones; inside a transaction."""
    reasons = [str(each) for each in await reports_about(case).filter(closed_at=None).values_list("reason", flat=True)]
    kind = max(reasons, key=lambda reason: REASON_WEIGHTS.get(reason, 0), default="")
    values: dict[str, Any] = {
        "kind": kind or case.kind,
        "reports": len(reasons),
        "urgency": urgency_of(kind, len(reasons), findings),
        "signals": findings,
    }
    if isinstance(target, Page) and target.published:
        values["content"] = target.published["content"]
    await Case.filter(id=case.id, state__in=UNDECIDED).update(**values)
    if reasons:
        again = Case.filter(id=case.id, state__in=[ALLOWED, LATER])
        await again.update(state=OPEN, before_state="", changed_at=clock.now(), **values)


def urgency_of(kind: str, reports: int, findings: Sequence[Finding]) -> int:
    """Returns by how much a case is urgent: by the kind of harm, the number of reports, and what we found."""
    counted = min(reports, MOST_REPORTS_COUNTED)
    return REASON_WEIGHTS.get(kind, 0) + REPORT_WEIGHT * counted + SIGNAL_WEIGHT * weight_of(findings)
