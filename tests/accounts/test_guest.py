"""A guest is nobody who could sign in, and becomes somebody exactly once."""

import asyncio
from uuid import uuid4

import pytest
from quart import Quart

from app.accounts import guest as guests
from app.accounts.guest import InvalidClaimToken, find_guest, guest_of_typed_token, open_guest, sign_up_guest
from app.accounts.models import Account, Membership
from app.accounts.user import EmailTaken, User
from app.kernel import passwords, secrets
from app.kernel.refusal import Refusal, TooManyAttempts
from app.keys.models import ApiKey
from app.links.models import Link
from app.plans import quota
from app.plans.plan_limits import PLANS
from tests import world
from tests.client import Browser

ADDRESS = "203.0.113.7"
WORDS = ("kinan@example.com", "Kinan", world.PASSWORD)


async def test_only_the_hash_of_the_token_is_kept(database: str) -> None:
    guest, token = await open_guest("id", ADDRESS)

    kept = (await Account.get(id=guest.id)).__dict__
    assert kept["guest_digest"] == secrets.sha256_hex(token)
    assert token not in str(kept) and ADDRESS not in str(kept)
    assert guest.guest and await find_guest(token) == guest


async def test_a_guest_has_nobody_who_could_sign_in(database: str) -> None:
    guest, _token = await open_guest("id", ADDRESS)

    assert await guest.owners() == [] == await Membership.all()
    assert await User.all().count() == 0
    assert (await Account.get(id=guest.id)).seats_used == 0


@pytest.mark.parametrize("against", ["", None])
async def test_no_hash_is_opened_by_no_password(against: str | None) -> None:
    assert not await passwords.verify_password("the password of nobody", against)
    assert not await passwords.verify_password("", against)


async def test_a_guest_has_no_keys_and_few_things(database: str) -> None:
    guest, _token = await open_guest("id", ADDRESS)

    with pytest.raises(quota.KeyLimitReached):
        await ApiKey.issue(guest, "production")
    plan = quota.plan_of(guest)
    assert (plan.links, plan.pages, plan.codes, plan.requests) == (10, 1, 0, 0)
    assert plan.name not in PLANS, "nobody can choose it"


async def test_signing_up_keeps_everything_where_it_is(database: str) -> None:
    guest, token = await open_guest("id", ADDRESS)
    for _ in range(10):
        await Link.shorten(guest, url=world.DESTINATION)

    membership = await sign_up_guest(token, *WORDS, language="en", of_age=True)
    account = membership.account

    assert account.id == guest.id and not account.guest and account.plan_name == "free"
    assert await world.links_used(account) == 10
    with pytest.raises(quota.LinkLimitReached):
        await Link.shorten(account, url=world.DESTINATION)
    assert await User.authenticate(WORDS[0], world.PASSWORD, ADDRESS) == membership.user
    assert (await Account.get(id=guest.id)).seats_used == 1 and await account.owners() == [membership.user]
    assert await find_guest(token) is None


async def test_of_many_who_sign_up_with_a_token_one_gets_it(database: str) -> None:
    _guest, token = await open_guest("id", ADDRESS)

    async def sign_up(at: int) -> Membership | None:
        try:
            return await sign_up_guest(token, f"kinan-{at}@example.com", *WORDS[1:], language="id", of_age=True)
        except InvalidClaimToken:
            return None

    won = [membership for membership in await asyncio.gather(*map(sign_up, range(8))) if membership]
    assert len(won) == 1
    assert await Account.all().count() == await User.all().count() == await Membership.all().count() == 1


async def test_a_refused_sign_up_leaves_the_guest(sari: Account) -> None:
    guest, token = await open_guest("id", ADDRESS)

    for words, of_age in ((("sari@example.com", *WORDS[1:]), True), ((*WORDS[:2], "short"), True), (WORDS, False)):
        with pytest.raises(Refusal):
            await sign_up_guest(token, *words, language="id", of_age=of_age)
    with pytest.raises(EmailTaken):
        await sign_up_guest(token, "sari@example.com", *WORDS[1:], language="id", of_age=True)
    assert await find_guest(token) == guest


async def test_guesses_are_limited_and_tell_nothing(database: str) -> None:
    _guest, token = await open_guest("id", ADDRESS)
    messages = set()
    for wrong in ["", "x", token[:-1], "\ud800", *(str(uuid4()) for _ in range(16))]:
        with pytest.raises(InvalidClaimToken) as refused:
            await guest_of_typed_token(wrong, ADDRESS)
        messages.add(str(refused.value))

    assert len(messages) == 1
    with pytest.raises(TooManyAttempts):
        await guest_of_typed_token(token, ADDRESS)
    assert await guest_of_typed_token(f" {token}\n", "203.0.113.8")


async def test_guests_are_limited_by_address(database: str) -> None:
    for _ in range(guests.new_guests.most):
        await open_guest("id", ADDRESS)

    with pytest.raises(TooManyAttempts):
        await open_guest("id", ADDRESS)
    assert await open_guest("id", "203.0.113.8")


async def test_signing_up_takes_along_what_was_made_unless_told_otherwise(app: Quart, visitor: Browser) -> None:
    form = {"email": WORDS[0], "name": WORDS[1], "password": WORDS[2], "of_age": "on", "language": "id"}
    await visitor.post("/start/link", form={"url": "https://example.com"})
    guest = await Account.get()

    assert "take_along" in await (await visitor.get("/signup")).get_data(as_text=True)
    response = await visitor.post("/signup", form=form)
    assert response.status_code == 303
    assert (await Account.get(id=guest.id)).guest, "not asked for"

    await visitor.post("/logout")
    response = await visitor.post("/signup", form=form | {"email": "kinan2@example.com", "take_along": "on"})
    assert response.status_code == 303
    assert (await world.owner(guest)).email == "kinan2@example.com"
    assert not [cookie for cookie in visitor.cookie_jar or () if "guest" in cookie.name]


async def test_a_stranger_who_signs_up_is_not_offered_anything(visitor: Browser) -> None:
    assert "take_along" not in await (await visitor.get("/signup")).get_data(as_text=True)
