"""The clock writes to the owners of a workspace, but not while it is frozen or will be deleted."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from quart import Quart

from app.accounts.models import Account
from app.accounts.user import User
from app.jobs import Job
from app.jobs.registry import KINDS
from app.keys.key_terms import KeyTerms
from app.keys.models import ApiKey
from app.links.destination_check import DestinationCheck, Finding
from app.mail.models import OutgoingEmail
from app.payments import ordering, transitions
from app.webhooks import emails as webhook_emails
from tests import world
from tests.conftest import Clock
from tests.payments.fake_provider import BUYER, FakeProvider, connected
from tests.webhooks.receiver import endpoint_of

NOON = datetime(2026, 11, 3, 5, tzinfo=UTC)
KINDS_OF_EMAILS = {"key_expiry", "payments", "broken-links", "webhooks"}


async def run_the_clock() -> None:
    """Does the work of every kind of jobs that the clock enqueues."""
    for name, kind in KINDS.items():
        if kind.schedule is not None:
            await kind.run(Job(kind=name))


async def prepare(account: Account, moved: Clock) -> None:
    """Brings about everything that owners are written to about: a month later all of it is due."""
    provider = FakeProvider()
    with connected(provider):
        order = await ordering.open_order(account, "pro", 1, provider, BUYER)
        await transitions.apply_snapshot(order, provider.pay(order.reference))
    await ApiKey.issue(account, "bot", terms=KeyTerms(days=90))
    await ApiKey.all().update(expires_at=NOON + timedelta(days=32))
    link = await world.shorten(account, "rusak")
    check = await DestinationCheck.create(
        account_id=account.id, link_id=link.id, url=link.destination_url, host="shop.example", created_at=moved.now
    )
    for _ in range(2):
        await check.record(Finding("gone", 404))
        moved.on(timedelta(days=1))
    await OutgoingEmail.all().delete()
    moved.to(NOON + timedelta(days=28))


async def written_kinds(account: Account) -> set[str]:
    """The kinds of the emails that the clock wrote; that an endpoint is off comes with an answer, and not by a job."""
    await run_the_clock()
    await webhook_emails.send_turned_off(await endpoint_of(account, "https://shop.example/hooks"))
    return {email.kind for email in await OutgoingEmail.all()}


async def test_owners_are_written_to_about_everything_that_is_due(app: Quart, sari: Account, moved: Clock) -> None:
    moved.to(NOON)
    await prepare(sari, moved)
    assert await written_kinds(sari) == KINDS_OF_EMAILS


@pytest.mark.parametrize("state", [{"frozen_at": NOON}, {"delete_at": NOON + timedelta(days=60)}])
async def test_nobody_is_written_to_about_a_workspace_that_is_frozen_or_will_be_deleted(
    app: Quart, sari: Account, moved: Clock, state: dict[str, Any]
) -> None:
    moved.to(NOON)
    await prepare(sari, moved)
    await Account.filter(id=sari.id).update(**state)
    assert await written_kinds(sari) == set()
    await Account.filter(id=sari.id).update(frozen_at=None, delete_at=None)
    await OutgoingEmail.all().delete()
    await run_the_clock()
    assert {email.kind for email in await OutgoingEmail.all()} == KINDS_OF_EMAILS - {"webhooks"}, "what waited is sent"


async def test_an_owner_who_will_be_deleted_is_not_written_to(app: Quart, sari: Account, moved: Clock) -> None:
    moved.to(NOON)
    await prepare(sari, moved)
    await User.all().update(delete_at=NOON + timedelta(days=60))
    assert await written_kinds(sari) == set()
