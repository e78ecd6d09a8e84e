"""The weekly check: which links are looked at, when, in what order, and what is kept of it."""

from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any
from uuid import UUID, uuid4

import pytest

from app import jobs
from app.accounts.models import Account
from app.accounts.user import User
from app.jobs import HOURLY, Job
from app.jobs.registry import KINDS
from app.jobs.worker import Worker
from app.kernel import clock
from app.kernel.refusal import TooManyAttempts
from app.links.checker import host_job, queueing
from app.links.checker.broken_email import DAILY, mail_broken_links
from app.links.checker.queueing import HOST_KIND, HOURS_OF_WEEK, NotChecked, hours_to_plan, ids_of_hour
from app.links.destination_check import CONFIRM_AFTER, CONFIRMED_AFTER, KEPT_FOR, DestinationCheck, Finding
from app.links.models import Link
from app.mail.models import OutgoingEmail
from app.ops.retention_sweep import delete_expired
from tests import world
from tests.conftest import Clock
from tests.subtests import as_subtests

GONE, THERE = Finding("gone", 404), Finding("ok", 200)


class Looks:
    """In place of real looks: the addresses in their order, and what each shows."""

    def __init__(self) -> None:
        self.addresses: list[str] = []
        self.findings: dict[str, Finding] = {}

    async def check(self, address: str) -> Finding:
        self.addresses.append(address)
        return self.findings.get(address, THERE)


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> Looks:
    seen = Looks()
    monkeypatch.setattr(host_job, "PageChecker", lambda: seen)
    monkeypatch.setattr(queueing, "ids_of_hour", lambda hour: (UUID(int=0), UUID(int=2**128 - 1)))
    return seen


async def plan_a_week() -> None:
    """Plans all links, as the planner does in the 168 hours of a week."""
    await queueing.plan_hour(0, clock.now())
    await queueing.queue_hosts()


async def look_around() -> None:
    """Runs the planner's week and the jobs of the hosts."""
    await plan_a_week()
    await Worker().run_due(HOST_KIND)


def test_the_hours_of_the_week_share_all_ids_among_them() -> None:
    bounds = [ids_of_hour(hour) for hour in range(HOURS_OF_WEEK)]
    assert bounds[0][0] == UUID(int=0) and bounds[-1][1] == UUID(int=2**128 - 1)
    assert all(first[1].int + 1 == second[0].int for first, second in pairwise(bounds))
    sizes = {last.int - first.int for first, last in bounds}
    assert max(sizes) - min(sizes) <= 1


def test_hours_that_were_missed_are_planned_at_most_once() -> None:
    now = datetime.fromisoformat("2026-11-29T08:30:00+00:00")
    assert len(hours_to_plan(None, now)) == 1
    assert len(hours_to_plan(now - timedelta(hours=1), now)) == 1
    assert len(hours_to_plan(now - timedelta(hours=5), now)) == 5
    assert sorted(hours_to_plan(now - timedelta(days=40), now)) == list(range(HOURS_OF_WEEK))
    assert hours_to_plan(now, now) == hours_to_plan(None, now)


async def test_every_link_has_its_hour_of_the_week(budi: Account) -> None:
    for number in range(5):
        await Link.shorten(budi, url=f"https://shop.example/{number}")
    planned = []
    for hour in range(HOURS_OF_WEEK):
        await queueing.plan_hour(hour, clock.now())
        planned.append(await DestinationCheck.due().count())
    assert planned[-1] == 5 and planned[0] < 5


async def test_the_planner_runs_by_the_clock(budi: Account, looks: Looks) -> None:
    await Link.shorten(budi, url="https://shop.example/a")
    await jobs.enqueue(queueing.PLAN_KIND)
    await Worker().run_due(queueing.PLAN_KIND)
    await Worker().run_due(HOST_KIND)
    assert looks.addresses == ["https://shop.example/a"]
    assert KINDS[queueing.PLAN_KIND].schedule == HOURLY and KINDS["links.mail_broken"].schedule == DAILY


async def test_a_link_is_looked_at_once_a_week(budi: Account, looks: Looks, moved: Clock) -> None:
    await Link.shorten(budi, url="https://shop.example/a")
    for _ in range(3):
        await look_around()
        moved.on(timedelta(hours=20))
    assert looks.addresses == ["https://shop.example/a"]
    moved.on(timedelta(days=5))
    await look_around()
    assert len(looks.addresses) == 2
    [row] = await DestinationCheck.all()
    assert (row.outcome, row.status, row.checked_at, row.due_at, row.is_broken) == ("ok", 200, moved.now, None, False)


async def test_the_plan_decides_unless_the_link_does(sari: Account, budi: Account, looks: Looks) -> None:
    assert (sari.plan_name, budi.plan_name) == ("free", "starter")
    for account in (sari, budi):
        for wanted in (None, True, False):
            await Link.shorten(
                account, url=f"https://{account.name.lower()}.example/{wanted}", destination_checked=wanted
            )
    await look_around()
    assert set(looks.addresses) == {
        "https://sari.example/True",
        "https://budi.example/None",
        "https://budi.example/True",
    }


CLOSED: dict[str, dict[str, Any]] = {
    "paused": {"paused_at": clock.now()},
    "archived": {"archived_at": clock.now()},
    "deleted": {"deleted_at": clock.now()},
    "blocked": {"blocked_at": clock.now()},
    "expired": {"expires_at": clock.now() - timedelta(minutes=1)},
    "used_up": {"click_limit": 3, "admitted": 3},
}


@as_subtests("state", [*CLOSED, "frozen"])
@as_subtests("late", [False, True])
async def test_a_link_that_leads_nobody_on_is_not_looked_at(
    budi: Account, looks: Looks, state: str, late: bool
) -> None:
    link = await Link.shorten(budi, url="https://shop.example/a")
    if late:  # it was planned before
        await plan_a_week()
    if state == "frozen":
        await Account.filter(id=budi.id).update(frozen_at=clock.now())
    else:
        await Link.filter(id=link.id).update(**CLOSED[state])
    await look_around()
    assert looks.addresses == [] and not await DestinationCheck.due().exists()


async def test_all_places_that_a_link_can_lead_to_are_looked_at(budi: Account, looks: Looks) -> None:
    in_indonesia = [{"kind": "country", "values": ["ID"]}]
    rules: list[dict[str, Any]] = [
        {"id": "r1", "when": in_indonesia, "to": [{"url": "https://id.example/"}]},
        {"id": "r2", "on": False, "when": in_indonesia, "to": [{"url": "https://off.example/"}]},
    ]
    await Link.shorten(
        budi,
        url="https://shop.example/a",
        rules=rules,
        fallback_url="https://end.example/",
        next_url="https://next.example/",
        next_url_at=clock.now() + timedelta(days=1),
        ios_url="shop://a",
        android_url="https://shop.example/a",
    )
    await look_around()
    places = ("shop.example/a", "id.example/", "end.example/", "next.example/")
    assert set(looks.addresses) == {f"https://{place}" for place in places}


async def test_what_is_broken_once_is_looked_at_again_a_day_later(budi: Account, looks: Looks, moved: Clock) -> None:
    await Link.shorten(budi, url="https://shop.example/a")
    looks.findings["https://shop.example/a"] = GONE
    await look_around()
    [row] = await DestinationCheck.all()
    assert row.broken_at == moved.now and row.confirmed_at is None and row.due_at == moved.now + CONFIRM_AFTER
    moved.on(CONFIRM_AFTER)
    await look_around()
    [row] = await DestinationCheck.all()
    assert row.confirmed_at == moved.now and row.due_at is None and row.broken_at == moved.now - CONFIRM_AFTER
    looks.findings.clear()
    moved.on(timedelta(days=7))
    await look_around()
    [row] = await DestinationCheck.all()
    assert row.broken_at is row.confirmed_at is row.mailed_at is None and len(looks.addresses) == 3


async def test_two_looks_in_a_moment_confirm_nothing(budi: Account, looks: Looks, moved: Clock) -> None:
    link = await Link.shorten(budi, url="https://shop.example/a")
    looks.findings["https://shop.example/a"] = GONE
    for _ in range(2):
        await queueing.check_now(budi, link)
        await Worker().run_due(HOST_KIND)
        moved.on(CONFIRMED_AFTER / 4)
    [row] = await DestinationCheck.all()
    assert row.broken_at and row.confirmed_at is None and row.due_at == row.broken_at + CONFIRM_AFTER


async def test_owners_get_one_email_about_all_links_that_were_broken_twice(
    budi: Account, looks: Looks, moved: Clock
) -> None:
    for number in range(12):
        await Link.shorten(budi, url=f"https://shop.example/{number}", slug=f"promo-{number}")
        looks.findings[f"https://shop.example/{number}"] = GONE
    await look_around()
    await mail_day()
    assert not await OutgoingEmail.exists()
    moved.on(CONFIRM_AFTER)
    await look_around()
    for _ in range(3):
        await mail_day()
    [email] = await OutgoingEmail.all()
    assert email.recipient == "budi@example.com" and email.subject == "12 links lead nowhere"
    assert email.text.count("/promo-") == 10 and "And 2 more links." in email.text and "404" in email.text
    assert "/dashboard/links/?show=broken" in email.text and email.off_url


async def mail_day() -> None:
    """Runs the job that writes, as it runs once a day."""
    await mail_broken_links(Job(id=uuid4(), kind="links.mail_broken"))


async def test_who_wants_no_email_about_broken_links_gets_none(budi: Account, looks: Looks, moved: Clock) -> None:
    await User.filter(id=(await world.owner(budi)).id).update(broken_links_muted_at=clock.now())
    await Link.shorten(budi, url="https://shop.example/a")
    looks.findings["https://shop.example/a"] = GONE
    for _ in range(2):
        await look_around()
        moved.on(CONFIRM_AFTER)
    await mail_day()
    assert not await OutgoingEmail.exists()


async def test_a_link_that_leads_elsewhere_forgets_what_was_seen(budi: Account, looks: Looks) -> None:
    link = await Link.shorten(budi, url="https://shop.example/a")
    looks.findings["https://shop.example/a"] = GONE
    await look_around()
    await link.edit(budi, title="Sepatu")
    assert await DestinationCheck.all().count() == 1
    await link.edit(budi, url="https://shop.example/b")
    assert not await DestinationCheck.exists()
    await look_around()
    await link.edit(budi, destination_checked=False)
    assert not await DestinationCheck.exists()


async def test_a_busy_host_is_left_alone_with_all_its_addresses(budi: Account, looks: Looks, moved: Clock) -> None:
    for number in range(3):
        await Link.shorten(budi, url=f"https://shop.example/{number}")
        looks.findings[f"https://shop.example/{number}"] = Finding("busy", 429, 7200)
    await Link.shorten(budi, url="https://other.example/")
    await look_around()
    assert len(looks.addresses) == 2
    looks.findings.clear()
    moved.on(timedelta(hours=1))
    await queueing.queue_hosts()
    await Worker().run_due(HOST_KIND)
    assert len(looks.addresses) == 2
    moved.on(timedelta(hours=1))
    await queueing.queue_hosts()
    await Worker().run_due(HOST_KIND)
    assert len(looks.addresses) == 4


async def test_a_busy_host_behind_a_shortener_says_nothing_of_the_shorteners_other_addresses(
    budi: Account, looks: Looks
) -> None:
    for number in range(3):
        await Link.shorten(budi, url=f"https://shop.example/{number}")
    looks.findings["https://shop.example/0"] = Finding("busy", 503, 604_800, elsewhere=True)
    await look_around()
    assert len(looks.addresses) == 3
    [left] = await DestinationCheck.filter(due_at__not_isnull=True)
    assert left.url == "https://shop.example/0"


async def test_an_hour_has_a_bound_and_goes_on_with_the_longest_unseen(
    budi: Account, looks: Looks, moved: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queueing, "MAX_DUE", 1)
    for number in range(3):
        await Link.shorten(budi, url=f"https://shop.example/{number}")
    for _ in range(3):
        await queueing.plan_hour(0, clock.now())
        await queueing.queue_hosts()
        await Worker().run_due(HOST_KIND)
    assert len(set(looks.addresses)) == 3 == len(looks.addresses)


async def test_a_run_for_a_host_has_a_bound(budi: Account, looks: Looks, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(host_job, "MAX_ADDRESSES", 2)
    for number in range(5):
        await Link.shorten(budi, url=f"https://shop.example/{number}")
    await look_around()
    assert len(looks.addresses) == 2 and await DestinationCheck.due().count() == 3


async def test_checks_by_hand_are_bounded(budi: Account, looks: Looks) -> None:
    link = await Link.shorten(budi, url="https://shop.example/a")
    for _ in range(3):
        await queueing.check_now(budi, link)
    with pytest.raises(TooManyAttempts):
        await queueing.check_now(budi, link)
    await link.pause()
    with pytest.raises(NotChecked):
        await queueing.check_now(budi, link)


async def test_what_nobody_looks_at_any_more_is_forgotten(budi: Account, looks: Looks, moved: Clock) -> None:
    link = await Link.shorten(budi, url="https://shop.example/a")
    await look_around()
    await link.pause()
    moved.on(KEPT_FOR + timedelta(seconds=1))
    await delete_expired()
    assert not await DestinationCheck.exists()


async def test_an_account_that_is_deleted_takes_its_checks_along(budi: Account, looks: Looks) -> None:
    await Link.shorten(budi, url="https://shop.example/a")
    await look_around()
    await world.erase(budi)
    assert not await DestinationCheck.exists()


async def test_doing_a_job_twice_does_no_harm(budi: Account, looks: Looks) -> None:
    await Link.shorten(budi, url="https://shop.example/a")
    await look_around()
    [job] = await Job.filter(kind=HOST_KIND)
    await host_job.check_host(job)
    assert len(looks.addresses) == 1


async def test_a_host_has_one_job_at_a_time(budi: Account, looks: Looks) -> None:
    for number in range(4):
        await Link.shorten(budi, url=f"https://shop.example/{number}")
    await plan_a_week()
    await queueing.queue_hosts()
    assert await Job.filter(kind=HOST_KIND, ended_at=None).count() == 1
