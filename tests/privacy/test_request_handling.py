"""Requests to the operator: answered by mail in time, extended once with a reason, and reminded of in time."""

from datetime import timedelta

import pytest

from app.accounts.models import Account
from app.jobs.independent_steps import for_each
from app.kernel import installation
from app.mail.models import OutgoingEmail
from app.operators.operator_log import OperatorAct
from app.ops import retention_sweep
from app.privacy import request_handling
from app.privacy.privacy_request import (
    ANSWERED_SOON,
    ANSWERED_WITHIN,
    CLOSED_KEPT,
    EXTENSION,
    KINDS,
    REMINDED_BEFORE,
    REMINDED_SOON,
    PrivacyRequest,
    term_of,
)
from app.privacy.request_handling import AnsweredMeanwhile, ExtendedAlready, RequestClosed, TextMissing
from tests import world
from tests.conftest import Clock


@pytest.fixture
async def privacy_request(sari: Account) -> PrivacyRequest:
    config = installation.current().config
    installation.current().config = config.model_copy(update={"contact_email": "operator@example.com"})
    user = await world.owner(sari)
    return await request_handling.submit_request("access", "Everything, please", "", "203.0.113.9", user)


async def letters(recipient: str) -> list[OutgoingEmail]:
    return await OutgoingEmail.filter(recipient=recipient, kind="request").order_by("created_at", "id")


async def test_a_new_request_is_receipted_and_told_to_the_operator_without_its_words(
    privacy_request: PrivacyRequest,
) -> None:
    for recipient in ("sari@example.com", "operator@example.com"):
        [letter] = await letters(recipient)
        assert str(privacy_request.id) in letter.text
        assert "Everything" not in letter.text
    assert "sari" not in (await letters("operator@example.com"))[0].text


async def test_answers_leave_by_mail_and_stay_below_the_request(privacy_request: PrivacyRequest) -> None:
    await request_handling.answer_request(privacy_request, "Here it is.\nAll of it.")
    await request_handling.answer_request(privacy_request, "And this.")
    assert (privacy_request.answer, privacy_request.state) == ("Here it is.\nAll of it.\n\nAnd this.", "answered")
    assert [("Here it is." in letter.text, "And this." in letter.text) for letter in await letters("sari@example.com")][
        1:
    ] == [(True, False), (False, True)]
    with pytest.raises(TextMissing):
        await request_handling.answer_request(privacy_request, " ")


async def test_a_closed_request_is_answered_no_more_and_kept_for_a_year(
    privacy_request: PrivacyRequest, moved: Clock
) -> None:
    assert await request_handling.close_request(privacy_request)
    assert not await request_handling.close_request(privacy_request)
    with pytest.raises(RequestClosed):
        await request_handling.answer_request(privacy_request, "Late")
    moved.on(CLOSED_KEPT - timedelta(minutes=1))
    await retention_sweep.delete_expired()
    assert await PrivacyRequest.exists()
    moved.on(timedelta(minutes=2))
    await retention_sweep.delete_expired()
    assert not await PrivacyRequest.exists()


async def test_it_is_extended_once_with_a_reason_that_is_told(privacy_request: PrivacyRequest) -> None:
    with pytest.raises(TextMissing):
        await request_handling.extend_request(privacy_request, "")
    await request_handling.extend_request(privacy_request, "We have to ask our host")
    assert privacy_request.due_at == privacy_request.created_at + ANSWERED_WITHIN + EXTENSION
    assert "We have to ask our host" in (await letters("sari@example.com"))[-1].text
    with pytest.raises(ExtendedAlready):
        await request_handling.extend_request(privacy_request, "Again")


async def test_the_operator_is_reminded_once_before_it_is_due(privacy_request: PrivacyRequest, moved: Clock) -> None:
    moved.on(ANSWERED_SOON - REMINDED_SOON - timedelta(minutes=1))
    assert await PrivacyRequest.to_remind() == []
    moved.on(timedelta(minutes=2))
    for _ in range(2):
        await for_each([*await PrivacyRequest.to_remind(), privacy_request], request_handling.remind_of)
    assert len(await letters("operator@example.com")) == 2
    moved.on(REMINDED_SOON)
    await privacy_request.refresh_from_db()
    assert privacy_request.overdue


async def test_what_is_due_within_a_month_is_reminded_of_a_week_before(
    privacy_request: PrivacyRequest, moved: Clock
) -> None:
    await PrivacyRequest.filter(id=privacy_request.id).update(
        kind="deletion", due_at=privacy_request.created_at + ANSWERED_WITHIN
    )
    moved.on(ANSWERED_WITHIN - REMINDED_BEFORE - timedelta(minutes=1))
    assert await PrivacyRequest.to_remind() == []
    moved.on(timedelta(minutes=2))
    assert await PrivacyRequest.to_remind() == [privacy_request]


@pytest.mark.parametrize("kind", KINDS)
def test_indonesias_law_decides_which_requests_are_due_within_three_days(kind: str) -> None:
    soon = kind in {"access", "correction", "restriction", "withdrawal"}
    assert term_of(kind) == (timedelta(hours=72) if soon else timedelta(days=30))


async def test_of_two_answers_in_the_same_moment_one_is_sent_and_none_is_lost(privacy_request: PrivacyRequest) -> None:
    same = await PrivacyRequest.get(id=privacy_request.id)
    await request_handling.answer_request(privacy_request, "First")
    with pytest.raises(AnsweredMeanwhile):
        await request_handling.answer_request(same, "Second")
    assert (await PrivacyRequest.get(id=privacy_request.id)).answer == "First"
    assert await OperatorAct.filter(act="privacy_answered", thing=str(privacy_request.id)).count() == 1


async def test_an_answered_one_needs_no_reminder(privacy_request: PrivacyRequest, moved: Clock) -> None:
    await request_handling.answer_request(privacy_request, "Here")
    moved.on(ANSWERED_WITHIN)
    assert await PrivacyRequest.to_remind() == []
