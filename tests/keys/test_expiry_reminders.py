"""A key with an end is refused from its second on, and its owners know a week before, once."""

import asyncio
from datetime import timedelta

import pytest

from app.accounts.models import Account
from app.accounts.user import User
from app.keys.expiry_reminders import send_reminders
from app.keys.key_terms import KeyTerms, UnknownLifetime, parse_lifetime
from app.keys.models import ApiKey
from app.keys.refusals import ExpiredApiKey, RevokedApiKey
from app.keys.rotation import replace_key
from app.mail.models import OutgoingEmail
from app.ops.retention_sweep import delete_expired
from tests import world
from tests.client import Browser
from tests.conftest import Clock
from tests.keys.callers import key_with, request

SUBJECT = "The API key bot-wa of Dewi expires soon"


async def subjects() -> list[str]:
    return [email.subject for email in await OutgoingEmail.filter(kind="key_expiry")]


@pytest.mark.parametrize(("choice", "days"), [("90", 90), ("365", 365), ("never", None), ("", None)])
def test_a_key_has_90_days_a_year_or_no_end(choice: str, days: int | None) -> None:
    assert parse_lifetime(choice) == days


@pytest.mark.parametrize("choice", ["91", "-1", "9" * 5000, "\x00"])
def test_another_lifetime_is_refused(choice: str) -> None:
    with pytest.raises(UnknownLifetime):
        parse_lifetime(choice)


async def test_an_expired_key_has_a_code_of_its_own_also_after_it_was_swept(
    visitor: Browser, dewi: Account, moved: Clock
) -> None:
    raw = await key_with(dewi, days=90)
    moved.on(timedelta(days=90) - timedelta(seconds=1))
    assert (await request(visitor, raw, "GET", "/me"))[0] == 200
    moved.on(timedelta(seconds=1))
    for _ in range(2):
        status, answer, headers = await request(visitor, raw, "GET", "/me")
        assert (status, answer["error"], answer["message"]) == (401, "EXPIRED_API_KEY", "API key has expired.")
        assert headers["WWW-Authenticate"] == "Bearer"
        await delete_expired()
    assert (await Account.get(id=dewi.id)).keys_used == 0


async def test_of_an_end_and_a_revocation_the_earlier_one_is_told(dewi: Account, moved: Clock) -> None:
    key, raw = await ApiKey.issue(dewi, "x", terms=KeyTerms(days=90))
    moved.on(timedelta(days=10))
    await key.revoke()
    moved.on(timedelta(days=100))
    with pytest.raises(RevokedApiKey):
        await ApiKey.authenticate(raw)
    with pytest.raises(ExpiredApiKey):
        await ApiKey.authenticate(await _expired(dewi, moved))


async def _expired(account: Account, moved: Clock) -> str:
    raw = await key_with(account, days=90)
    moved.on(timedelta(days=90))
    return raw


async def test_owners_are_written_to_seven_days_before_once(dewi: Account, moved: Clock) -> None:
    await key_with(dewi, days=90)
    await key_with(dewi)
    moved.on(timedelta(days=83) - timedelta(seconds=1))
    await send_reminders()
    assert await subjects() == []
    moved.on(timedelta(seconds=1))
    await asyncio.gather(*(send_reminders() for _ in range(5)))
    moved.on(timedelta(days=1))
    await send_reminders()
    assert await subjects() == [SUBJECT]
    [email] = await OutgoingEmail.filter(kind="key_expiry")
    assert "kliqs_sk_live_" in email.text and "https://kliqs.test/dashboard/settings/api-keys/" in email.text


async def test_each_owner_is_written_to_in_their_language(sari: Account, moved: Clock) -> None:
    assert (await world.owner(sari)).language == "id"
    await key_with(sari, days=90)
    moved.on(timedelta(days=85))
    await send_reminders()
    assert await subjects() == ["Kunci API bot-wa milik Sari segera berakhir"]


async def test_nobody_is_written_to_about_a_key_that_is_revoked_replaced_or_over(dewi: Account, moved: Clock) -> None:
    revoked, _ = await ApiKey.issue(dewi, "revoked", terms=KeyTerms(days=90))
    replaced, _ = await ApiKey.issue(dewi, "replaced", terms=KeyTerms(days=90))
    await ApiKey.issue(dewi, "over", terms=KeyTerms(days=90))
    moved.on(timedelta(days=83))
    await revoked.revoke()
    await replace_key(replaced)
    moved.on(timedelta(days=8))
    await send_reminders()
    assert await subjects() == []
    assert await User.all().count() == 1
