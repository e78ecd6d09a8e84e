"""Visits are kept by jobs: days are closed, old visits purged, and days counted anew in another time zone."""

import asyncio
from datetime import timedelta

import pytest

from app.accounts.models import Account
from app.jobs import Job
from app.jobs.worker import Worker
from app.visits import calendar, recount, upkeep
from app.visits.upkeep import REZONE, recount_on_rezone
from app.visits.visit import visit_key
from tests.conftest import Clock
from tests.visits import truth
from tests.visits.test_retention import rows_left
from tests.visits.test_totals import open_days
from tests.visits.truth import JAKARTA


async def test_beside_a_server_days_are_closed_and_visits_purged(sari: Account, moved: Clock) -> None:
    await truth.take_in([truth.at(moved.now - timedelta(days=n), account=visit_key(sari.id)) for n in (2, 40)], JAKARTA)

    async with Worker().running(), Worker().running(), asyncio.timeout(30):
        while await rows_left() > 1 or await open_days():
            await asyncio.sleep(0.01)
    assert await Job.filter(kind="visits.close_days").count() == 1, "once in all"


async def test_days_are_counted_anew_in_the_zone_an_account_has_by_then(sari: Account, moved: Clock) -> None:
    await truth.take_in([truth.at(moved.now - timedelta(days=2), account=visit_key(sari.id))], JAKARTA)

    async with recount_on_rezone():
        for zone in ("Asia/Tokyo", "Asia/Jayapura"):
            await sari.update_profile(name="Sari", language="id", time_zone=zone)
    assert await Job.filter(kind=REZONE).count() == 2
    await Worker().run_due(REZONE)

    of = await calendar.of(visit_key(sari.id))
    assert of and of.zone == "Asia/Jayapura"


async def test_the_last_zone_holds_even_if_it_changes_while_another_process_recounts(
    sari: Account, moved: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    await truth.take_in([truth.at(moved.now - timedelta(days=2), account=visit_key(sari.id))], JAKARTA)

    async def overtaken(account: int, zone: str) -> None:
        monkeypatch.setattr(upkeep, "rezone", recount.rezone)
        await sari.update_profile(name="Sari", language="id", time_zone="Asia/Jayapura")
        assert await Worker().run_due(REZONE) == 1, "by another process"
        await recount.rezone(account, zone)

    monkeypatch.setattr(upkeep, "rezone", overtaken)
    async with recount_on_rezone():
        await sari.update_profile(name="Sari", language="id", time_zone="Asia/Tokyo")
        await Worker().run_due(REZONE)

    of = await calendar.of(visit_key(sari.id))
    assert of and of.zone == "Asia/Jayapura"


async def test_days_of_an_account_that_is_gone_are_nobodys_work(sari: Account) -> None:
    async with recount_on_rezone():
        await sari.update_profile(name="Sari", language="id", time_zone="Asia/Tokyo")
    await Account.filter(id=sari.id).delete()
    assert await Worker().run_due(REZONE) == 1
