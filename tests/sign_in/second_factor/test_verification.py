"""The second factor before there is a session, as a forgotten password asks for it."""

from collections.abc import AsyncGenerator

import pytest
from quart import Quart

from app.accounts.models import Account, TrustedBrowser
from app.kernel.refusal import TooManyAttempts
from app.sign_in.second_factor import verification
from app.sign_in.second_factor.authenticator import WrongCode
from tests import world
from tests.sign_in.second_factor import phone

ADDRESS = "/login"


@pytest.fixture
async def reset_request(app: Quart) -> AsyncGenerator[None]:
    """A request of a browser that has no session."""
    async with app.test_request_context(ADDRESS, method="POST", headers={"Host": "kliqs.test"}):
        yield


async def test_it_is_needed_once_an_app_is_on(reset_request: None, sari: Account) -> None:
    user = await world.owner(sari)
    assert not await verification.is_required(user)
    await phone.turn_on(sari)
    assert await verification.is_required(user) and await verification.is_required(user, trust_counts=False)


async def test_trust_counts_at_sign_in_and_not_where_it_must_not(app: Quart, sari: Account) -> None:
    user = await world.owner(sari)
    await phone.turn_on(sari)
    token = await TrustedBrowser.trust(user.id, "Firefox · Linux")
    headers = {"Host": "kliqs.test", "Cookie": f"__Host-kliqs_trusted={token}"}
    async with app.test_request_context(ADDRESS, method="POST", headers=headers):
        assert not await verification.is_required(user) and await verification.is_required(user, trust_counts=False)


async def test_a_code_of_the_app_or_a_recovery_code_proves_it_once(reset_request: None, sari: Account) -> None:
    user, handset = await world.owner(sari), await phone.turn_on(sari)
    for code in (handset.code(), handset.codes[0]):
        await verification.verify_code(user, code)
        with pytest.raises(WrongCode):
            await verification.verify_code(user, code)


async def test_without_an_app_nothing_proves_it(reset_request: None, sari: Account) -> None:
    for code in ("123456", "0000-0000-0000", ""):
        with pytest.raises(WrongCode):
            await verification.verify_code(await world.owner(sari), code)


async def test_strangers_have_ten_wrong_codes_an_hour_and_a_recovery_code_works_all_the_same(
    reset_request: None, sari: Account
) -> None:
    user, handset = await world.owner(sari), await phone.turn_on(sari)
    for _ in range(10):
        with pytest.raises(WrongCode):
            await verification.verify_code(user, handset.wrong_code())
    with pytest.raises(TooManyAttempts):
        await verification.verify_code(user, handset.code())
    await verification.verify_code(user, handset.codes[0])


async def test_a_right_code_takes_nothing_off_the_limit(reset_request: None, sari: Account) -> None:
    user, handset = await world.owner(sari), await phone.turn_on(sari)
    before = await verification.by_user.attempts_left(str(user.id))
    await verification.verify_code(user, handset.code())
    assert await verification.by_user.attempts_left(str(user.id)) == before
