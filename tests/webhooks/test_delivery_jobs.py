"""What happened is sent, signed, until the endpoint takes it, and no endpoint holds up another."""

import asyncio
from contextlib import suppress
from datetime import timedelta

import pytest

from app.accounts.models import Account
from app.jobs import Job
from app.jobs.worker import Worker
from app.kernel import clock, installation
from app.kernel.db import transaction
from app.kernel.http_client import Limits
from app.mail.models import OutgoingEmail
from app.webhooks import delivery_jobs, outbox, sending
from app.webhooks.delivery import PAUSES, WebhookAttempt, WebhookDelivery
from app.webhooks.endpoint import WebhookEndpoint
from tests import world
from tests.conftest import Clock
from tests.waiting import eventually
from tests.webhooks.receiver import ENDLESS, NEVER, Receiver, endpoint_of, receiving, run_kind, send_due

pytestmark = pytest.mark.usefixtures("database")
SECOND = timedelta(seconds=1)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Waits are short, as a receiver that never answers would hold up a test as long as it does us."""
    limits = Limits(connect=0.3, idle=0.3, total=0.6, body=2048, redirects=0, cut=True)
    monkeypatch.setattr(sending, "LIMITS", limits)


async def attempts() -> list[WebhookAttempt]:
    return await WebhookAttempt.all().order_by("id")


async def test_a_message_is_one_that_the_official_package_accepts(sari: Account) -> None:
    async with receiving() as receiver:
        endpoint = await endpoint_of(sari, receiver.url)
        link = await world.shorten(sari, "promo")
        await send_due()
    (message,) = receiver.messages
    event = message.verified_by(endpoint.read_secret())
    assert event["type"] == "link.created"
    assert event["data"]["id"] == str(link.id)
    assert event["data"]["short_code"] == "promo"
    assert message.headers["content-type"] == "application/json"
    (delivery,) = await WebhookDelivery.all()
    assert (delivery.state, delivery.event_id, delivery.last_status) == ("delivered", message.id, 204)


async def test_a_message_of_another_secret_is_not_accepted(sari: Account, budi: Account) -> None:
    async with receiving() as receiver:
        await endpoint_of(sari, receiver.url)
        others = await endpoint_of(budi, receiver.url)
        await world.shorten(sari)
        await send_due()
    with pytest.raises(Exception, match="No matching signature"):
        receiver.messages[0].verified_by(others.read_secret())


async def test_for_a_day_after_a_rotation_both_secrets_fit(sari: Account, moved: Clock) -> None:
    async with receiving() as receiver:
        endpoint = await endpoint_of(sari, receiver.url)
        old = endpoint.read_secret()
        await endpoint.rotate_secret()
        await world.shorten(sari)
        await send_due()
        for secret in (old, endpoint.read_secret()):
            assert receiver.messages[0].verified_by(secret)["type"] == "link.created"
        moved.on(timedelta(hours=24) + SECOND)
        await world.shorten(sari)
        await send_due()
        assert receiver.messages[1].verified_by(endpoint.read_secret())["type"] == "link.created"
        with pytest.raises(Exception, match="No matching signature"):
            receiver.messages[1].verified_by(old)
        await run_kind("webhooks.upkeep")
        await endpoint.refresh_from_db()
        assert endpoint.old_secret is None


async def test_a_receiver_that_is_down_for_a_day_gets_everything_in_the_end(sari: Account, moved: Clock) -> None:
    async with receiving(status=503, answer=b"down for maintenance") as receiver:
        endpoint = await endpoint_of(sari, receiver.url)
        await world.shorten(sari)
        await send_due()
        for pause in PAUSES[:-1]:
            moved.on(pause - SECOND)
            before = len(receiver.messages)
            await send_due()
            assert len(receiver.messages) == before, "not sooner"
            moved.on(SECOND)
            await send_due()
            assert len(receiver.messages) == before + 1
        assert endpoint.state == "on"
        await endpoint.refresh_from_db()
        assert endpoint.state == "failing"
        receiver.status = 200
        moved.on(PAUSES[-1])
        await send_due()
    assert len(set(receiver.ids)) == 1, "the same id in each attempt"
    assert receiver.messages[-1].verified_by(endpoint.read_secret())["type"] == "link.created"
    (delivery,) = await WebhookDelivery.all()
    assert (delivery.state, delivery.tries) == ("delivered", len(PAUSES) + 1)
    assert [attempt.status for attempt in await attempts()] == [503] * len(PAUSES) + [200]
    assert (await attempts())[0].answer == "down for maintenance"
    await endpoint.refresh_from_db()
    assert endpoint.state == "on"


async def test_after_the_last_attempt_a_delivery_is_given_up(sari: Account, moved: Clock) -> None:
    async with receiving(status=500) as receiver:
        await endpoint_of(sari, receiver.url)
        await world.shorten(sari)
        for pause in (timedelta(), *PAUSES, *PAUSES):
            moved.on(pause)
            await send_due()
    assert len(receiver.messages) == len(PAUSES) + 1
    assert [delivery.state for delivery in await WebhookDelivery.all()] == ["failed"]
    assert not await Job.not_ended().filter(kind__startswith="webhooks.").exclude(kind="webhooks.upkeep").exists()


async def test_an_endpoint_that_fails_for_five_days_is_off_and_its_owner_gets_a_mail(
    dewi: Account, moved: Clock
) -> None:
    async with receiving(status=500) as receiver:
        endpoint = await endpoint_of(dewi, receiver.url)
        for _ in range(5):
            await world.shorten(dewi)
            await send_due()
            moved.on(timedelta(days=1))
        await endpoint.refresh_from_db()
        assert endpoint.state == "failing"
        moved.on(SECOND)
        await send_due()
    await endpoint.refresh_from_db()
    assert (endpoint.state, endpoint.off_reason) == ("off", "failing")
    (email,) = await OutgoingEmail.filter(kind="webhooks")
    assert email.recipient == "dewi@example.com"
    assert "127.0.0.1" in email.subject
    assert not await WebhookDelivery.waiting().exists()
    await world.shorten(dewi)
    assert await WebhookDelivery.filter(state="waiting").count() == 0, "nothing is written while it is off"


async def test_an_endpoint_that_answers_410_is_off_at_once(sari: Account) -> None:
    async with receiving(status=410) as receiver:
        endpoint = await endpoint_of(sari, receiver.url)
        await world.shorten(sari)
        await world.shorten(sari)
        await send_due()
    await endpoint.refresh_from_db()
    assert (endpoint.state, endpoint.off_reason) == ("off", "gone")
    assert {delivery.state for delivery in await WebhookDelivery.all()} == {"failed"}
    assert await OutgoingEmail.filter(kind="webhooks").count() == 1


async def test_a_redirect_to_this_machine_is_not_followed(sari: Account) -> None:
    async with receiving() as inner, receiving(status=307) as receiver:
        receiver.headers = f"Location: {inner.url}\r\n"
        await endpoint_of(sari, receiver.url)
        await world.shorten(sari)
        await send_due()
    assert inner.messages == []
    assert [(attempt.status, attempt.ok) for attempt in await attempts()] == [(307, False)]


async def test_each_attempt_is_refused_that_would_reach_this_machine(sari: Account) -> None:
    async with receiving() as receiver:
        await endpoint_of(sari, receiver.url)
        current = installation.current()
        current.config = current.config.model_copy(update={"net_allow": ""})
        await world.shorten(sari)
        await send_due()
    assert receiver.messages == []
    assert [attempt.problem for attempt in await attempts()] == ["forbidden"]


@pytest.mark.usefixtures("impatient")
async def test_a_receiver_that_never_answers_has_not_taken_the_event(sari: Account) -> None:
    async with receiving(status=NEVER) as receiver:
        endpoint = await endpoint_of(sari, receiver.url)
        await world.shorten(sari)
        await send_due()
    assert [(attempt.status, attempt.problem) for attempt in await attempts()] == [(None, "timeout")]
    await endpoint.refresh_from_db()
    assert endpoint.slow


async def test_of_an_endless_answer_two_kilobytes_are_read_and_kept(sari: Account) -> None:
    async with receiving(status=ENDLESS) as receiver:
        await endpoint_of(sari, receiver.url)
        await world.shorten(sari)
        await send_due()
    (attempt,) = await attempts()
    assert (attempt.status, attempt.ok, len(attempt.answer)) == (200, True, 2048)


async def test_an_answer_that_is_no_text_is_kept_as_far_as_a_database_can(sari: Account) -> None:
    async with receiving(status=500, answer=b"\x00\xff\xfe" + b"x" * 3000) as receiver:
        await endpoint_of(sari, receiver.url)
        await world.shorten(sari)
        await send_due()
    assert (await attempts())[0].answer.endswith("xxx")


async def test_an_endpoint_that_answers_slowly_holds_up_no_other_one(sari: Account, budi: Account) -> None:
    async with receiving(status=NEVER) as stuck, receiving() as quick:
        await endpoint_of(sari, stuck.url)
        await endpoint_of(budi, quick.url)
        for _ in range(4):
            await world.shorten(sari)
        async with Worker(grace=0.1).running():
            await eventually(lambda: stuck.open > 0)
            for _ in range(4):
                await world.shorten(budi)
            await eventually(lambda: len(quick.messages) == 4)
            assert stuck.open > 0, "the slow ones still wait"


async def test_at_most_four_requests_to_one_endpoint_are_open_at_once(dewi: Account) -> None:
    async with receiving() as receiver:
        receiver.pause = 0.02
        await endpoint_of(dewi, receiver.url)
        async with transaction():
            for _ in range(30):
                await world.shorten(dewi)
        await send_due()
    assert len(receiver.messages) == 30
    assert receiver.most_at_once == delivery_jobs.CONNECTIONS


async def test_what_is_written_while_a_turn_ends_is_sent(dewi: Account) -> None:
    async with receiving() as receiver:
        await endpoint_of(dewi, receiver.url)
        async with Worker().running():
            for number in range(40):
                await world.shorten(dewi)
                if number % 10 == 0:
                    await eventually(lambda: not receiver.open)
            await eventually(lambda: len(set(receiver.ids)) == 40)


async def test_a_new_event_does_not_wait_for_the_next_attempt_of_an_older_one(sari: Account, moved: Clock) -> None:
    async with receiving(status=500) as receiver:
        await endpoint_of(sari, receiver.url)
        await world.shorten(sari)
        for pause in (timedelta(), *PAUSES[:4]):
            moved.on(pause)
            await send_due()
        receiver.status, before = 200, len(receiver.messages)
        await world.shorten(sari)
        await send_due()
    assert len(receiver.messages) == before + 1


async def test_a_frozen_account_sends_nothing_until_it_is_no_longer_frozen(sari: Account, moved: Clock) -> None:
    async with receiving() as receiver:
        await endpoint_of(sari, receiver.url)
        await world.shorten(sari)
        await Account.filter(id=sari.id).update(frozen_at=clock.now())
        await send_due()
        assert receiver.messages == []
        await world.shorten(sari)
        assert await WebhookDelivery.all().count() == 1, "what happens while it is frozen is not written"
        await Account.filter(id=sari.id).update(frozen_at=None)
        moved.on(timedelta(minutes=1))
        await run_kind("webhooks.upkeep")
        await send_due()
        assert len(receiver.messages) == 1


async def test_a_deleted_endpoint_ends_its_job_and_takes_its_deliveries_with_it(sari: Account) -> None:
    receiver = Receiver(port=9)
    endpoint = await endpoint_of(sari, receiver.url)
    await world.shorten(sari)
    await endpoint.delete()
    assert await WebhookDelivery.all().count() == 0
    await send_due()
    assert not await Job.not_ended().filter(kind="webhooks.deliver").exists()


async def test_an_endpoint_that_is_deleted_while_it_is_sent_to_leaves_nothing(sari: Account) -> None:
    async with receiving() as receiver:
        receiver.pause = 0.2
        endpoint = await endpoint_of(sari, receiver.url)
        await world.shorten(sari)
        sending_now = asyncio.create_task(send_due())
        await eventually(lambda: receiver.open)
        await endpoint.delete()
        await sending_now
    assert await attempts() == []


async def test_what_follows_a_lost_secret_key_is_told(sari: Account) -> None:
    async with receiving() as receiver:
        endpoint = await endpoint_of(sari, receiver.url)
        await WebhookEndpoint.filter(id=endpoint.id).update(secret="of another installation")
        await world.shorten(sari)
        await send_due()
    assert [attempt.problem for attempt in await attempts()] == ["secret"]
    assert receiver.messages == []


async def test_an_event_that_is_rolled_back_is_not_sent(sari: Account) -> None:
    async with receiving() as receiver:
        await endpoint_of(sari, receiver.url)
        with suppress(RuntimeError):
            async with transaction():
                await outbox.emit(sari.id, "limit.near", {})
                raise RuntimeError
        await send_due()
    assert receiver.messages == []
    assert not await Job.filter(kind="webhooks.deliver").exists()
