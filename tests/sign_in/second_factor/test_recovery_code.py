"""Recovery codes: each once, as people type them, for their owner only."""

import asyncio

import pytest

from app.accounts.models import Account
from app.kernel import clock, installation, passwords, secrets
from app.kernel.refusal import Busy
from app.sign_in.second_factor import recovery_code
from app.sign_in.second_factor.recovery_code import RecoveryCode
from tests import world
from tests.conftest import SECRET
from tests.sign_in.second_factor import phone


async def test_of_fifty_with_the_same_recovery_code_exactly_one_is_let_in(sari: Account) -> None:
    handset, user = await phone.turn_on(sari), await world.owner(sari)
    tries = (RecoveryCode.take(user.id, handset.codes[3]) for _ in range(50))
    results = await asyncio.gather(*tries, return_exceptions=True)
    assert {type(result) for result in results} <= {bool, Busy}, "typed codes are hashed in a short queue"
    assert results.count(True) == 1 and await RecoveryCode.count_left(user.id) == 9


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


async def test_codes_are_kept_under_a_slow_hash_with_a_random_salt_and_the_servers_secret(
    sari: Account, budi: Account
) -> None:
    """60 bits are fewer than the 112 that a fast hash may keep (ASVS 5.0, 6.5.2)."""
    await phone.turn_on(budi)
    handset = await phone.turn_on(sari)
    rows = {row.digest for row in await RecoveryCode.all()}
    salts = {digest[: 1 + 2 * recovery_code.SALT_BYTES] for digest in rows}
    assert len(rows) == 20 and len(salts) == 2 and recovery_code.SALT_BYTES * 8 >= 32
    user, code = await world.owner(sari), handset.codes[0]
    [keyed] = secrets.hmac_digests("recovery-code", f"{user.id}:{code.replace('-', '')}")
    assert keyed not in rows
    salt = (await RecoveryCode.filter(user_id=user.id).first()).digest[1:17]  # type: ignore[union-attr]
    [slow] = await passwords.derive_digests([keyed], bytes.fromhex(salt), recovery_code.DIGEST_BYTES)
    assert f"${salt}{slow}" in rows
    [unkeyed] = await passwords.derive_digests([code], bytes.fromhex(salt), recovery_code.DIGEST_BYTES)
    assert f"${salt}{unkeyed}" not in rows


async def test_codes_that_were_printed_before_still_let_their_owner_in(sari: Account) -> None:
    await phone.turn_on(sari)
    user = await world.owner(sari)
    [before] = secrets.hmac_digests("recovery-code", f"{user.id}:0123456789ab")
    await RecoveryCode.create(user_id=user.id, digest=before, created_at=clock.now())
    assert await RecoveryCode.take(user.id, "0123-4567-89AB")
    assert not await RecoveryCode.take(user.id, "0123-4567-89AB")


async def test_what_is_no_code_costs_no_hash(sari: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    await phone.turn_on(sari)

    async def never(*_: object) -> list[str]:
        raise AssertionError("hashed")

    monkeypatch.setattr(passwords, "derive_digests", never)
    assert not await RecoveryCode.take((await world.owner(sari)).id, "no code")
