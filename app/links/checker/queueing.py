"""Chooses which destinations are due, and queues one job for each host that has some.

Every link has its hour of the week, which follows from its id: so the visits are spread over the week, and a link is
looked at once in it. A planner that did not run for a while goes on where it stopped. In one hour at most `MAX_DUE`
addresses become due, those first that were not looked at for the longest time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from tortoise.expressions import F, Q
from tortoise.queryset import QuerySet
from yarl import URL

from app import jobs
from app.accounts.models import Account
from app.jobs import HOURLY, Job
from app.jobs.models import FINISHED
from app.jobs.schedule import EPOCH
from app.kernel import clock, secrets
from app.kernel.db import transaction
from app.kernel.refusal import N_, Refusal
from app.kernel.throttle import Throttle
from app.links.all_destinations import destinations_of
from app.links.destination_check import DestinationCheck
from app.links.models import STANDALONE, Link
from app.plans.plan_limits import ALL_PLANS

PLAN_KIND = "links.plan_checks"
HOST_KIND = "links.check_host"
HOUR, HOURS_OF_WEEK = timedelta(hours=1), 168
NOT_WITHIN = timedelta(days=6)  # a link that was looked at since then waits for its next week
MAX_LINKS, MAX_DUE, MAX_HOSTS, BATCH_SIZE = 20_000, 3_000, 500, 500
MAX_NOW = 20  # addresses of a link that “check now” looks at
by_account = Throttle("check destinations of an account", 30, 60)
by_link = Throttle("check destinations of a link", 3, 10)


class NotChecked(Refusal):
    """Raised when somebody wants a link checked that leads nobody anywhere now."""

    code, field = "LINK_NOT_CHECKED", ""
    says = N_("Only links that lead on are checked: not paused, ended or archived ones.")


def checkable(now: datetime) -> QuerySet[Link]:
    """The links that lead on now and whose accounts are not frozen or suspended, whether or not one is wanted."""
    is_running = Q(expires_at=None) | Q(expires_at__gt=now)
    has_room = Q(click_limit=None) | Q(click_limit__gt=F("admitted"))
    live = Link.filter(is_running, has_room, **STANDALONE, deleted_at=None, paused_at=None, archived_at=None)
    return live.filter(blocked_at=None, account__frozen_at=None, account__suspended_at=None)


def wanted_by_plan() -> Q:
    """The condition of the links that are checked every week: those that say so, and by their plan those that say
    nothing.
    """
    plans = [plan.name for plan in ALL_PLANS.values() if plan.checks_destinations]
    return Q(destination_checked=True) | Q(destination_checked=None, account__plan_name__in=plans)


def is_wanted(account: Account, link: Link) -> bool:
    """Whether a link of an account is checked every week."""
    by_plan = ALL_PLANS[account.plan_name].checks_destinations
    return by_plan if link.destination_checked is None else link.destination_checked


@jobs.handler(PLAN_KIND, schedule=HOURLY)
async def plan_checks(job: Job) -> None:
    """Makes the destinations of this hour's links due, and queues the jobs of all hosts with something due."""
    now = clock.now()
    for hour in hours_to_plan(await _last_planned(job), now):
        await plan_hour(hour, now)
    await queue_hosts()


async def _last_planned(job: Job) -> datetime | None:
    """When the planner last ran to its end; None if that is longer ago than jobs are kept."""
    runs = Job.filter(kind=PLAN_KIND, outcome=FINISHED).exclude(id=job.id)
    return next(iter(await runs.order_by("-created_at").limit(1).values_list("created_at", flat=True)), None)  # type: ignore[return-value]


def hours_to_plan(last: datetime | None, now: datetime) -> list[int]:
    """The hours of the week since the last run, without that of the last run; at least the present one."""
    current = int((now - EPOCH) / HOUR)
    first = current if last is None else min(current, max(int((last - EPOCH) / HOUR) + 1, current - HOURS_OF_WEEK + 1))
    return [hour % HOURS_OF_WEEK for hour in range(first, current + 1)]


def ids_of_hour(hour: int) -> tuple[UUID, UUID]:
    """The first and the last id of the links that an hour of the week is for; ids are random."""
    first, after = (-(-(number << 128) // HOURS_OF_WEEK) for number in (hour, hour + 1))
    return UUID(int=first), UUID(int=after - 1)


async def plan_hour(hour: int, now: datetime) -> None:
    """Makes the destinations of an hour's links due, at most `MAX_DUE`."""
    first, last = ids_of_hour(hour)
    wanted = checkable(now).filter(wanted_by_plan(), id__gte=first, id__lte=last)
    candidates = list[tuple[datetime, Link, str]]()
    links = await wanted.order_by("id").limit(MAX_LINKS)
    for at in range(0, len(links), BATCH_SIZE):
        candidates += await _waiting(links[at : at + BATCH_SIZE], now - NOT_WITHIN)
    candidates.sort(key=lambda candidate: candidate[0])
    for at in range(0, min(len(candidates), MAX_DUE), BATCH_SIZE):
        await make_due([(link, url) for _, link, url in candidates[at : min(at + BATCH_SIZE, MAX_DUE)]], now)


async def _waiting(links: Sequence[Link], before: datetime) -> list[tuple[datetime, Link, str]]:
    """The destinations of links that were not looked at since `before`, each with when it last was."""
    rows = DestinationCheck.filter(link_id__in=[link.id for link in links])
    known = {(id, url): at for id, url, at in await rows.values_list("link_id", "url", "checked_at")}
    destinations = [(link, url) for link in links for url in destinations_of(link)]
    times = [(known.get((link.id, url)) or clock.EARLIEST, link, url) for link, url in destinations]
    return [(at, link, url) for at, link, url in times if at < before]


async def make_due(destinations: Iterable[tuple[Link, str]], now: datetime) -> None:
    """Makes destinations of links due now, with rows for those that have none; one that waits keeps its time."""
    pairs = list(destinations)
    rows = [
        DestinationCheck(
            account_id=link.account_id, link_id=link.id, url=url, host=URL(url).raw_host or "", created_at=now
        )
        for link, url in pairs
    ]
    async with transaction():
        await DestinationCheck.bulk_create(rows, ignore_conflicts=True)
        mine = DestinationCheck.filter(link_id__in={link.id for link, _ in pairs}, url__in={url for _, url in pairs})
        await mine.filter(Q(due_at=None) | Q(due_at__gt=now)).update(due_at=now)


async def queue_hosts(hosts: Iterable[str] = ()) -> None:
    """Queues a job for each of these hosts, or for all that have something due, the longest waiting first."""
    names = list(hosts)
    if not names:
        due = await DestinationCheck.due().order_by("due_at").limit(MAX_DUE).values_list("host", flat=True)
        names = list(dict.fromkeys(map(str, due)))[:MAX_HOSTS]
    for host in names:
        await jobs.enqueue(HOST_KIND, {"host": host}, unique=f"{HOST_KIND} {secrets.sha256_hex(host)[:32]}")


async def check_now(account: Account, link: Link) -> None:
    """Queues a look at the destinations of a link, whether or not it is checked every week.

    Raises: NotChecked, TooManyAttempts.
    """
    now = clock.now()
    if not await checkable(now).filter(id=link.id).exists():
        raise NotChecked
    await by_link.attempt(str(link.id))
    await by_account.attempt(str(account.id))
    urls = destinations_of(link)[:MAX_NOW]
    await make_due([(link, url) for url in urls], now)
    await queue_hosts(dict.fromkeys(URL(url).raw_host or "" for url in urls))
