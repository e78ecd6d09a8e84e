"""The authenticator app: on after a right code, each code once, encrypted, moved and turned off."""

import asyncio
import re
from datetime import timedelta

import pytest
from tortoise import Tortoise

from app.accounts.disown import DisownLink, shut_everybody_out
from app.accounts.models import Account, PendingSignIn, SecurityEvent, TrustedBrowser
from app.accounts.user import User
from app.kernel import installation
from app.kernel.refusal import Busy, NotFound
from app.mail.models import OutgoingEmail
from app.sign_in.second_factor import authenticator, totp
from app.sign_in.second_factor.authenticator import (
    AlreadyOn,
    Authenticator,
    AuthenticatorUnreadable,
    OldCode,
    UsedCode,
    WrongCode,
)
from app.sign_in.second_factor.recovery_code import RecoveryCode
from tests import world
from tests.conftest import SECRET, Clock
from tests.sign_in.second_factor import phone


async def app_of(user: User) -> Authenticator:
    app = await Authenticator.of(user.id)
    assert app is not None
    return app


async def events_of(user: User) -> list[str]:
    return [event.kind for event in await SecurityEvent.filter(user_id=user.id).order_by("id")]


async def mails_to(user: User) -> list[str]:
    return [mail.kind for mail in await OutgoingEmail.filter(recipient=user.email).order_by("created_at")]


async def test_it_is_on_only_after_a_right_code(sari: Account) -> None:
    user, secret = await world.owner(sari), totp.new_secret()
    for typed in ("", "12345", "abcdef", "１２３４５６", "9" * 100_000):
        with pytest.raises(WrongCode):
            await Authenticator.turn_on(user, secret, typed)
    assert await Authenticator.of(user.id) is None and await RecoveryCode.count_left(user.id) == 0
    codes = await Authenticator.turn_on(user, secret, phone.Phone(secret, []).code())
    assert len(set(codes)) == 10 and await Authenticator.of(user.id)
    assert await events_of(user) == ["authenticator_on"] and await mails_to(user) == ["second_factor"]


async def test_fifty_at_once_turn_it_on_once(sari: Account) -> None:
    user, secret = await world.owner(sari), totp.new_secret()
    code = phone.Phone(secret, []).code()
    tries = (Authenticator.turn_on(user, secret, code) for _ in range(50))
    results = await asyncio.gather(*tries, return_exceptions=True)
    assert sum(isinstance(result, list) for result in results) == 1
    assert sum(isinstance(result, AlreadyOn | Busy) for result in results) == 49, "codes are hashed in a short queue"
    assert await RecoveryCode.count_left(user.id) == 10


async def test_a_code_may_have_blanks_and_is_taken_once(sari: Account) -> None:
    handset, app = await phone.turn_on(sari), await app_of(await world.owner(sari))
    code, earlier = handset.code(), handset.code(-1)
    await app.take_code(f" {code[:3]} {code[3:]} ")
    for typed in (code, earlier):
        with pytest.raises(UsedCode):
            await (await app_of(await world.owner(sari))).take_code(typed)


async def test_of_fifty_with_the_same_code_exactly_one_is_let_in(sari: Account) -> None:
    handset, user = await phone.turn_on(sari), await world.owner(sari)
    apps, code = [await app_of(user) for _ in range(50)], handset.code()
    results = await asyncio.gather(*(app.take_code(code) for app in apps), return_exceptions=True)
    assert [result for result in results if result is None] == [None]
    assert sum(isinstance(result, UsedCode) for result in results) == 49


async def test_an_old_code_says_how_old_it_is(sari: Account, moved: Clock) -> None:
    handset, app = await phone.turn_on(sari), await app_of(await world.owner(sari))
    code = handset.code()
    moved.on(timedelta(minutes=2))
    with pytest.raises(OldCode) as refused:
        await app.take_code(code)
    assert refused.value.facts == {"minutes": 2}


async def test_the_secret_is_not_in_the_database(sari: Account) -> None:
    handset = await phone.turn_on(sari)
    user = await world.owner(sari)
    stored = (await app_of(user)).secret
    assert handset.secret not in stored and len(stored) <= 255
    rows = await Tortoise.get_connection("default").execute_query_dict("SELECT * FROM recovery_codes")
    assert len(rows) == 10 and not any(code in str(rows) for code in handset.codes)


async def test_a_secret_of_somebody_else_cannot_be_put_in_its_place(sari: Account, budi: Account) -> None:
    handset = await phone.turn_on(budi)
    await phone.turn_on(sari)
    [stolen] = await Authenticator.filter(user=await world.owner(budi)).values_list("secret", flat=True)
    await Authenticator.filter(user=await world.owner(sari)).update(secret=stolen)
    with pytest.raises(AuthenticatorUnreadable):
        await (await app_of(await world.owner(sari))).take_code(handset.code())


async def test_a_new_secret_of_the_server_comes_in_with_the_next_code(sari: Account) -> None:
    handset, user, here = await phone.turn_on(sari), await world.owner(sari), installation.current()
    here.secret_keys = ["a new secret of the tests, longer than 32 characters", SECRET]
    assert (await app_of(user)).outdated
    await (await app_of(user)).take_code(handset.code())
    here.secret_keys = here.secret_keys[:1]
    app = await app_of(user)
    assert app.readable and not app.outdated
    await app.take_code(handset.code(1))


async def test_without_the_old_secret_a_code_is_refused_and_nothing_breaks(sari: Account) -> None:
    handset, user = await phone.turn_on(sari), await world.owner(sari)
    installation.current().secret_keys = ["a new secret of the tests, longer than 32 characters"]
    with pytest.raises(AuthenticatorUnreadable):
        await (await app_of(user)).take_code(handset.code())


async def test_moving_ends_the_codes_of_the_earlier_phone_and_keeps_recovery_codes(sari: Account) -> None:
    old, user = await phone.turn_on(sari), await world.owner(sari)
    new = phone.Phone(totp.new_secret(), [])
    await (await app_of(user)).move(user, new.secret, new.code())
    with pytest.raises(WrongCode):
        await (await app_of(user)).take_code(old.code())
    await (await app_of(user)).take_code(new.code(1))
    assert await RecoveryCode.take(user.id, old.codes[0])
    assert (await events_of(user))[-1] == "authenticator_moved" and (await mails_to(user))[-1] == "second_factor"


async def test_of_two_moves_at_once_one_is_refused(sari: Account) -> None:
    await phone.turn_on(sari)
    user = await world.owner(sari)
    apps, phones = [await app_of(user) for _ in range(2)], [phone.Phone(totp.new_secret(), []) for _ in range(2)]
    moves = (app.move(user, new.secret, new.code()) for app, new in zip(apps, phones, strict=True))
    results = await asyncio.gather(*moves, return_exceptions=True)
    assert [type(result) for result in results if result] == [AlreadyOn]


async def test_turning_it_off_ends_everything_that_hung_on_it(sari: Account, budi: Account) -> None:
    await phone.turn_on(sari)
    await phone.turn_on(budi)
    user, other = await world.owner(sari), await world.owner(budi)
    for person in (user, other):
        await TrustedBrowser.trust(person.id, "Firefox · Linux")
        await PendingSignIn.begin(person.id)
    assert await authenticator.turn_off(user, by_operator=True) and not await authenticator.turn_off(user)
    for model in (Authenticator, RecoveryCode, TrustedBrowser, PendingSignIn):
        assert not await model.exists(user_id=user.id) and await model.exists(user_id=other.id)
    assert (await events_of(user))[-1] == "operator_authenticator_off"
    assert (await mails_to(user))[-1] == "second_factor"


@pytest.mark.parametrize("days", [0, 3])
async def test_who_disowns_the_change_is_rid_of_the_strangers_app_and_not_of_an_older_one_of_their_own(
    sari: Account, budi: Account, moved: Clock, days: int
) -> None:
    """A stranger who knows the password turns an app on: the owner's way back must not need that app."""
    user, older = await world.owner(sari), await world.owner(budi)
    await phone.turn_on(budi)
    moved.on(timedelta(days=1))
    tokens = [await DisownLink.make(person.id) for person in (user, older)]
    moved.on(timedelta(days=days))
    await phone.turn_on(sari)
    for token in tokens:
        await shut_everybody_out(token)
    assert await Authenticator.of(user.id) is None and await RecoveryCode.count_left(user.id) == 0
    assert await Authenticator.of(older.id) and await RecoveryCode.count_left(older.id) == 10


async def test_an_email_about_the_app_has_the_link_that_shuts_everybody_out(sari: Account) -> None:
    await phone.turn_on(sari)
    mail = await OutgoingEmail.get(kind="second_factor")
    [token] = set(re.findall(r"/not-me/([\w-]+)", mail.text))
    await shut_everybody_out(token)
    assert await Authenticator.of((await world.owner(sari)).id) is None


async def test_new_recovery_codes_end_the_earlier_ones(sari: Account) -> None:
    handset, user = await phone.turn_on(sari), await world.owner(sari)
    results = await asyncio.gather(*(authenticator.replace_recovery_codes(user) for _ in range(5)))
    assert await RecoveryCode.count_left(user.id) == 10, "of several at once none leaves codes over"
    assert not await RecoveryCode.take(user.id, handset.codes[0])
    taken = [await RecoveryCode.take(user.id, codes[0]) for codes in results]
    assert sum(taken) == 1
    assert (await events_of(user)).count("new_recovery_codes") == 5


async def test_without_an_app_there_are_no_recovery_codes(sari: Account) -> None:
    with pytest.raises(NotFound):
        await authenticator.replace_recovery_codes(await world.owner(sari))
