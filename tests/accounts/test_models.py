"""Accounts: opened once for an email, signed in to by password under a limit on guessing, for 30 days on a device."""

import asyncio
from datetime import timedelta

import pytest

from app.accounts import models
from app.accounts.models import LAST_SEEN_INTERVAL, Account, Session
from app.accounts.registration import register
from app.accounts.sign_in_throttle import by_account
from app.accounts.sign_up_checks import AgeNotConfirmed, InvalidEmail, NameMissing, normalize_email
from app.accounts.user import EmailTaken, User, WrongPassword, WrongSignIn
from app.kernel import db, installation, secrets
from app.kernel.passwords import LongPassword, WeakPassword
from app.kernel.refusal import Refusal, TooLong, TooManyAttempts
from app.kernel.session_settings import DEFAULT_IDLE_MINUTES
from app.mail.models import OutgoingEmail
from tests import world
from tests.conftest import Clock
from tests.subtests import as_subtests
from tests.waiting import DEADLINE
from tests.world import PASSWORD


async def test_an_account_is_opened_free_and_in_indonesian(sari: Account) -> None:
    kept, user = await Account.get(id=sari.id), await world.owner(sari)
    assert (kept.name, kept.plan_name, kept.language) == ("Sari", "free", "id")
    assert (kept.links_used, kept.keys_used, kept.links_limit) == (0, 0, None)
    assert (user.email, user.name, user.language) == ("sari@example.com", "Sari", "id")
    assert PASSWORD not in user.password_hash


@as_subtests(
    "sign_up_fields, refusal",
    [
        ({"name": " \n"}, NameMissing),
        ({"name": "x" * 81}, TooLong),
        ({"email": "sari"}, InvalidEmail),
        ({"email": ""}, InvalidEmail),
        ({"email": "sari@"}, InvalidEmail),
        ({"email": "a\x00@example.com"}, InvalidEmail),
        ({"email": "a@b@example.com"}, InvalidEmail),
        ({"email": "x" * 300 + "@example.com"}, InvalidEmail),
        ({"email": "\ud800@example.com"}, InvalidEmail),
        ({"password": "short"}, WeakPassword),
        ({"password": "x" * 1025}, LongPassword),
        ({"of_age": False}, AgeNotConfirmed),
    ],
)
async def test_a_wrong_word_is_refused_and_opens_nothing(
    database: str, sign_up_fields: dict[str, str | bool], refusal: type[Refusal]
) -> None:
    words: dict[str, str | bool] = {"email": "sari@example.com", "name": "Sari", "password": PASSWORD}
    with pytest.raises(refusal):
        await register(**(words | sign_up_fields))  # type: ignore[arg-type]
    assert await Account.all().count() == await User.all().count() == 0


@pytest.mark.parametrize("email", ["sari@example.com", " SARI@Example.com ", "Sari@ｅxample.com"])
async def test_an_email_opens_one_account_in_any_case(sari: Account, email: str) -> None:
    with pytest.raises(EmailTaken):
        await register(email, "Impostor", PASSWORD)


async def test_twenty_at_once_open_one_account(database: str) -> None:
    opened = await asyncio.gather(*(world.sari() for _ in range(20)), return_exceptions=True)
    assert sum(isinstance(account, Account) for account in opened) == 1
    assert sum(isinstance(refusal, EmailTaken) for refusal in opened) == 19


@pytest.mark.parametrize("typed", ["sari@example.com", "  Sari@EXAMPLE.com\n"])
async def test_the_right_words_sign_in(sari: Account, typed: str) -> None:
    assert (await User.authenticate(typed, PASSWORD, "192.0.2.1")) == await world.owner(sari)


@pytest.mark.parametrize(
    "email", ["siti@bücher.example", "siti@xn--bcher-kva.example", "SITI@ｂücher.example", "siti@BÜCHER.example"]
)
async def test_an_email_signs_in_in_each_of_its_spellings(database: str, email: str) -> None:
    membership = await register("siti@bücher.example", "Siti", PASSWORD)
    assert await User.authenticate(email, PASSWORD, "192.0.2.1") == membership.user


@as_subtests(
    "email, password",
    [
        ("sari@example.com", "wrong"),
        ("sari@example.com", ""),
        ("nobody@example.com", PASSWORD),
        ("", PASSWORD),
        ("\x00", "\x00"),
        ("sari@example.com", PASSWORD.upper()),
        ("\ud800", "\ud800"),
        ("%", PASSWORD),
        ("sari@example.com", "x" * 100_000),
        ("x" * 300 + "@example.com", PASSWORD),
        ("x" * 100_000, PASSWORD),
    ],
)
async def test_wrong_words_all_get_the_same_answer(sari: Account, email: str, password: str) -> None:
    with pytest.raises(WrongSignIn):
        await User.authenticate(email, password, "192.0.2.1")


async def test_the_right_password_is_refused_too_while_guessing_is_limited(sari: Account) -> None:
    for attempt in range(10):
        with pytest.raises(WrongSignIn):
            await User.authenticate("SARI@example.com", "wrong", f"192.0.2.{attempt}")
    with pytest.raises(TooManyAttempts) as refused:
        await User.authenticate("sari@example.com", PASSWORD, "198.51.100.1")
    assert (refused.value.retry_after or 0) > 14 * 60


async def test_unknown_emails_are_limited_as_known_ones_are(database: str) -> None:
    for attempt in range(10):
        with pytest.raises(WrongSignIn):
            await User.authenticate("nobody@example.com", "wrong", f"192.0.2.{attempt}")
    with pytest.raises(TooManyAttempts):
        await User.authenticate("nobody@example.com", "wrong", "198.51.100.1")


async def test_an_address_may_guess_thirty_times(sari: Account) -> None:
    for attempt in range(30):
        with pytest.raises(WrongSignIn):
            await User.authenticate(f"person-{attempt}@example.com", "wrong", "192.0.2.1")
    with pytest.raises(TooManyAttempts):
        await User.authenticate("sari@example.com", PASSWORD, "192.0.2.1")
    assert await User.authenticate("sari@example.com", PASSWORD, "192.0.2.2")


async def test_signing_in_forgives_the_tries_before(sari: Account) -> None:
    for _ in range(9):
        with pytest.raises(WrongSignIn):
            await User.authenticate("sari@example.com", "wrong", "192.0.2.1")
    await User.authenticate("sari@example.com", PASSWORD, "192.0.2.1")
    assert await by_account.attempts_left("sari@example.com") == 10


async def test_a_password_is_changed_by_who_knows_it(sari: Account) -> None:
    user = await world.owner(sari)
    with pytest.raises(WrongPassword):
        await user.change_password("wrong", "another long one")
    with pytest.raises(WeakPassword):
        await user.change_password(PASSWORD, "short")
    await user.change_password(PASSWORD, "another long one")
    assert await User.authenticate("sari@example.com", "another long one", "192.0.2.1")
    with pytest.raises(WrongSignIn):
        await User.authenticate("sari@example.com", PASSWORD, "192.0.2.1")


async def test_a_session_is_kept_as_a_digest(sari: Account) -> None:
    token = await world.begin_session(sari, "Firefox · Linux")
    session = await Session.by_token(token)
    assert session and session.user.email == "sari@example.com"
    assert session.digest == secrets.sha256_hex(token) != token


@as_subtests("token", ["", "x", "\x00", "é", "' OR 1=1 --", "x" * 100_000])
async def test_an_invented_cookie_signs_nobody_in(sari: Account, token: str) -> None:
    assert await Session.by_token(token) is None


async def test_a_session_lasts_30_days_to_the_second_however_often_it_is_seen(sari: Account, moved: Clock) -> None:
    token = await world.begin_session(sari, "")
    for _ in range(29):
        moved.on(timedelta(days=1))
        assert await Session.by_token(token)
    moved.on(timedelta(days=1) - timedelta(seconds=1))
    assert await Session.by_token(token)
    moved.on(timedelta(seconds=1))
    assert await Session.by_token(token) is None
    assert await Session.live().count() == 0


async def test_when_it_was_seen_is_written_every_ten_minutes(
    sari: Account, moved: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(models, "LAST_SEEN_PATIENCE", DEADLINE)
    token, begun = await world.begin_session(sari, ""), moved.now
    moved.on(LAST_SEEN_INTERVAL)
    await Session.by_token(token)
    assert (await Session.get()).last_seen_at == begun
    moved.on(timedelta(seconds=1))
    await Session.by_token(token)
    assert (await Session.get()).last_seen_at == moved.now


async def test_a_session_is_found_while_another_transaction_keeps_when_it_was_seen_from_being_written(
    sari: Account, moved: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(models, "LAST_SEEN_PATIENCE", 0.01)
    token, begun, locked = await world.begin_session(sari, ""), moved.now, asyncio.Event()
    moved.on(LAST_SEEN_INTERVAL + timedelta(seconds=1))

    async def find() -> Session | None:
        await locked.wait()
        return await Session.by_token(token)

    looking = asyncio.create_task(find())  # outside of the transaction
    async with db.transaction():
        await Session.all().update(device="Firefox")
        locked.set()
        async with asyncio.timeout(DEADLINE):
            assert await looking
    assert (await Session.get()).last_seen_at == begun


async def test_signing_out_everywhere_spares_this_device_and_other_people(sari: Account, budi: Account) -> None:
    here, there = await world.begin_session(sari, "here"), await world.begin_session(sari, "there")
    elsewhere = await world.begin_session(budi, "elsewhere")
    user = await world.owner(sari)
    assert await user.sign_out_everywhere(but=await Session.by_token(here)) == 1
    assert await Session.by_token(here) and await Session.by_token(elsewhere) and not await Session.by_token(there)
    assert await user.sign_out_everywhere() == 1
    assert not await Session.by_token(here)


async def test_a_session_ended_while_it_is_looked_up_is_no_error(sari: Account, moved: Clock) -> None:
    user = await world.owner(sari)
    for _ in range(20):
        token = await world.begin_session(sari, "")
        moved.on(LAST_SEEN_INTERVAL + timedelta(seconds=1))
        await asyncio.gather(*(Session.by_token(token) for _ in range(5)), user.sign_out_everywhere())
        assert await Session.by_token(token) is None


@pytest.mark.parametrize(
    "raw, kept", [(" Sari@Example.COM ", "sari@example.com"), ("a.b+c@example.com", "a.b+c@example.com")]
)
def test_an_email_is_kept_in_one_form(raw: str, kept: str) -> None:
    assert normalize_email(raw) == kept


@pytest.mark.parametrize(
    "name, kept",
    [
        ("Ibu 👩‍🍳", "Ibu 👩‍🍳"),
        ("Sa\u200bri", "Sari"),
        ("Sa\u202eri", "Sari"),
        ("Sa\ue000ri", "Sari"),
        ("Sari 🫨", "Sari 🫨"),
    ],
)
async def test_people_sign_up_with_the_names_they_have(database: str, name: str, kept: str) -> None:
    membership = await register("dapur@example.com", name, "correct horse", greeted=True)
    assert membership.user.name == membership.account.name == kept
    assert kept in (await OutgoingEmail.get(recipient="dapur@example.com")).subject


async def test_a_password_opens_from_another_keyboard(database: str) -> None:
    await register("dapur@example.com", "Dapur", "caf\u00e9 caf\u00e9")
    assert await User.authenticate("dapur@example.com", "cafe\u0301 cafe\u0301", "203.0.113.9")


async def test_a_password_stays_valid_for_years(sari: Account, moved: Clock) -> None:
    moved.on(timedelta(days=3650))
    assert await User.authenticate("sari@example.com", PASSWORD, "203.0.113.9")


async def test_a_session_that_nobody_uses_for_two_weeks_ends_unless_the_operator_says_otherwise(
    sari: Account, moved: Clock
) -> None:
    used, unused = await world.begin_session(sari), await world.begin_session(sari)
    for _ in range(2):
        moved.on(timedelta(days=13))
        assert await Session.by_token(used), "it is used"
    assert await Session.by_token(unused) is None
    assert timedelta(days=14) // timedelta(minutes=1) == DEFAULT_IDLE_MINUTES


async def test_a_session_that_is_not_used_ends_where_the_operator_wants_it(
    sari: Account, moved: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    current = installation.current()
    monkeypatch.setattr(current, "config", current.config.model_copy(update={"session_idle_minutes": 60}))
    token = await world.begin_session(sari, "")
    for _ in range(5):
        moved.on(timedelta(minutes=59))
        assert await Session.by_token(token), "it is used"
    moved.on(timedelta(minutes=60) + LAST_SEEN_INTERVAL)
    assert await Session.by_token(token) is None
