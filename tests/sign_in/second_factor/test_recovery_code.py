"""Recovery codes: each once, as people type them, for their owner only."""

import asyncio

import pytest

from app.accounts.models import Account
from app.kernel import installation
from app.sign_in.second_factor import recovery_code
from app.sign_in.second_factor.recovery_code import RecoveryCode
from tests import world
from tests.conftest import SECRET
from tests.sign_in.second_factor import phone


async def test_of_fifty_with_the_same_recovery_code_exactly_one_is_let_in(sari: Account) -> None:
    handset, user = await phone.turn_on(sari), await world.owner(sari)
    results = await asyncio.gather(*(RecoveryCode.take(user.id, handset.codes[3]) for _ in range(50)))
    assert sum(results) == 1 and await RecoveryCode.count_left(user.id) == 9


@pytest.mark.parametrize("typed", ["{0}", " {0} ", "{1}", "{2}", "{3}"])
async def test_it_is_taken_as_people_type_it(sari: Account, typed: str) -> None:
    handset, user = await phone.turn_on(sari), await world.owner(sari)
    code = handset.codes[0]
    misread = code.replace("0", "O").replace("1", "l")
    assert await RecoveryCode.take(user.id, typed.format(code, code.upper(), code.replace("-", " "), misread))


@pytest.mark.parametrize("typed", ["", "-", "0" * 12, "x" * 1_000_000, "\x00", "🂡"])
async def test_what_is_no_code_is_not_taken(sari: Account, typed: str) -> None:
    await phone.turn_on(sari)
    assert not await RecoveryCode.take((await world.owner(sari)).id, typed)


async def test_a_code_of_somebody_else_opens_nothing(sari: Account, budi: Account) -> None:
    await phone.turn_on(sari)
    handset = await phone.turn_on(budi)
    assert not await RecoveryCode.take((await world.owner(sari)).id, handset.codes[0])
    assert await RecoveryCode.count_left((await world.owner(budi)).id) == 10


async def test_codes_outlive_a_change_of_the_servers_secret(sari: Account) -> None:
    handset, user = await phone.turn_on(sari), await world.owner(sari)
    installation.current().secret_keys = ["a new secret of the tests, longer than 32 characters", SECRET]
    assert await RecoveryCode.take(user.id, handset.codes[0])


def test_a_code_has_sixty_random_bits() -> None:
    length = recovery_code.GROUPS * recovery_code.GROUP_LENGTH
    assert len(set(recovery_code.ALPHABET)) ** length == 2**60
