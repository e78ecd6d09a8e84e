"""API keys are known offline, kept as digests, ten to an account; requests are counted exactly by the UTC month."""

import asyncio
import re
from datetime import UTC, datetime, timedelta

import pytest

from app.accounts.models import Account
from app.kernel import installation, secrets
from app.kernel.refusal import Refusal, TooLong
from app.keys.models import ApiKey, KeyUsage, MonthlyUsage
from app.keys.raw_key import is_well_formed_key
from app.keys.refusals import ApiLimitReached, InvalidApiKey, KeyNameMissing, RevokedApiKey
from app.plans.quota import KeyLimitReached, QuotaUsage
from tests import world
from tests.conftest import SECRET, Clock
from tests.counting import queries
from tests.databases import ON_POSTGRES
from tests.lock_waits import OutsideTransaction

NEW_YEAR = datetime(2027, 1, 1, tzinfo=UTC)


async def spend(key: ApiKey) -> QuotaUsage:
    async with MonthlyUsage.counted_request(key) as share:
        return share


async def keys(account: Account, count: int = 1) -> list[ApiKey]:
    return [await ApiKey.authenticate(await world.key_of(account)) for _ in range(count)]


async def test_a_key_has_its_shape_and_a_checksum(sari: Account) -> None:
    key, raw = await ApiKey.issue(sari, " production-server ")
    assert re.fullmatch(r"kliqs_sk_live_[0-9A-Za-z]{38}", raw)
    assert is_well_formed_key(raw)
    assert key.name == "production-server"
    assert key.masked == f"kliqs_sk_live_{raw[14:18]}…{raw[-4:]}"


async def test_the_raw_key_is_kept_nowhere(sari: Account) -> None:
    raw = await world.key_of(sari)
    row = str(await ApiKey.all().values()) + str(await Account.all().values())
    assert raw not in row and raw[14:-6] not in row and secrets.sha256_hex(raw) not in row


async def test_a_mistyped_key_is_known_without_asking_the_database(sari: Account) -> None:
    raw = await world.key_of(sari)
    swapped = raw[:20] + ("a" if raw[20] != "a" else "b") + raw[21:]
    odd = [
        "",
        "x",
        raw[:-1],
        raw + "x",
        raw.upper(),
        f" {raw}",
        f"{raw}\n",
        swapped,
        raw.replace("live", "test"),
        "\x00",
        "\ud800",
        "é" * 52,
    ]
    with queries() as sql:
        for typed in odd:
            with pytest.raises(InvalidApiKey):
                await ApiKey.authenticate(typed)
    assert sql == []


async def test_an_invented_key_with_a_right_checksum_is_unknown(sari: Account) -> None:
    raw = "kliqs_sk_live_" + "x" * 32
    with pytest.raises(InvalidApiKey):
        await ApiKey.authenticate(raw + secrets.crc32_base62(raw))


async def test_a_key_presents_its_account_in_one_read(sari: Account) -> None:
    raw = await world.key_of(sari)
    with queries() as sql:
        assert (await ApiKey.authenticate(raw)).account == sari
    assert len(sql) == 1


async def test_a_revoked_key_says_so_and_stays_revoked(sari: Account, moved: Clock) -> None:
    key, raw = await ApiKey.issue(sari, "old")
    await key.revoke()
    first = key.revoked_at
    moved.on(timedelta(days=1))
    await key.revoke()
    assert key.revoked_at == first
    with pytest.raises(RevokedApiKey):
        await ApiKey.authenticate(raw)


async def test_a_key_outlives_a_rotation_and_ends_with_the_last_of_its_secrets(sari: Account) -> None:
    before = await world.key_of(sari)
    installation.current().secret_keys = ["a new secret", SECRET]
    after = await world.key_of(sari)
    assert (await ApiKey.authenticate(before)).account_id == (await ApiKey.authenticate(after)).account_id
    installation.current().secret_keys = ["a new secret"]
    assert await ApiKey.authenticate(after)
    with pytest.raises(InvalidApiKey):
        await ApiKey.authenticate(before)


@pytest.mark.parametrize("name, refusal", [("", KeyNameMissing), (" \x00\n", KeyNameMissing), ("x" * 61, TooLong)])
async def test_a_key_has_a_name(sari: Account, name: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal) as refused:
        await ApiKey.issue(sari, name)
    assert refused.value.field == "name"
    assert (await Account.get(id=sari.id)).keys_used == 0


async def test_ten_active_keys_are_the_most(sari: Account) -> None:
    api_keys = [(await ApiKey.issue(sari, f"key {n}"))[0] for n in range(10)]
    with pytest.raises(KeyLimitReached):
        await ApiKey.issue(sari, "eleventh")
    await asyncio.gather(*(api_keys[0].revoke() for _ in range(5)))
    await ApiKey.issue(sari, "in its place")
    with pytest.raises(KeyLimitReached):
        await ApiKey.issue(sari, "eleventh")


async def test_thirty_at_once_make_ten_keys(sari: Account) -> None:
    results = await asyncio.gather(*(ApiKey.issue(sari, f"key {n}") for n in range(30)), return_exceptions=True)
    assert sum(isinstance(refusal, KeyLimitReached) for refusal in results) == 20
    assert await ApiKey.owned_by(sari).filter(revoked_at=None).count() == 10
    assert (await Account.get(id=sari.id)).keys_used == 10


async def test_sixty_requests_at_once_over_two_keys_spend_thirty(sari: Account) -> None:
    pair = await keys(sari, 2)
    spent = await asyncio.gather(*(spend(pair[n % 2]) for n in range(60)), return_exceptions=True)
    shares = sorted(share.used for share in spent if isinstance(share, QuotaUsage))
    assert shares == list(range(1, 31))
    assert sum(isinstance(refusal, ApiLimitReached) for refusal in spent) == 30
    assert await MonthlyUsage.usage_of(sari) == QuotaUsage(30, 30)
    assert sum(usage.requests for usage in await KeyUsage.all()) == 30


async def test_what_fails_gives_its_request_back_and_undoes_its_work(sari: Account) -> None:
    [key] = await keys(sari)
    await spend(key)

    async def request_that_fails() -> None:
        async with MonthlyUsage.counted_request(key):
            await world.shorten(sari, "promo")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await request_that_fails()
    assert (await MonthlyUsage.usage_of(sari)).used == 1
    assert (await KeyUsage.get()).requests == 1
    assert await world.links_used(sari) == 0


async def test_a_link_made_by_a_request_is_kept_with_it(sari: Account) -> None:
    [key] = await keys(sari)
    async with MonthlyUsage.counted_request(key):
        await world.shorten(sari, "promo")
    assert (await MonthlyUsage.usage_of(sari)).used == await world.links_used(sari) == 1


@ON_POSTGRES
async def test_a_key_is_revoked_during_its_first_request_of_a_minute_and_stops_neither(sari: Account) -> None:
    [key], outside = await keys(sari), OutsideTransaction()
    async with MonthlyUsage.counted_request(key):
        revoking = outside.start((await ApiKey.get(id=key.id)).revoke())
        await outside.until_somebody_waits(or_until=revoking.done)
        await world.shorten(sari, "promo")
    await revoking
    await key.refresh_from_db()
    assert key.revoked_at
    assert key.last_used_at
    assert await world.links_used(sari) == 1


async def test_accounts_are_counted_apart(sari: Account, budi: Account) -> None:
    [one], [two] = await keys(sari), await keys(budi)
    for _ in range(30):
        await spend(one)
    with pytest.raises(ApiLimitReached):
        await spend(one)
    assert await spend(two) == QuotaUsage(1, 1000)


async def test_the_month_rolls_at_midnight_utc(sari: Account, moved: Clock) -> None:
    moved.to(NEW_YEAR - timedelta(seconds=1))
    [key] = await keys(sari)
    for _ in range(30):
        await spend(key)
    with pytest.raises(ApiLimitReached) as refused:
        await spend(key)
    assert (refused.value.code, refused.value.retry_after) == ("API_LIMIT_REACHED", 1)
    moved.to(NEW_YEAR)
    assert await MonthlyUsage.usage_of(sari) == QuotaUsage(0, 30)
    assert await spend(key) == QuotaUsage(1, 30)
    assert sorted([usage.month for usage in await MonthlyUsage.all()]) == ["2026-12", "2027-01"]


async def test_the_wait_is_told_in_whole_seconds_to_the_months_end(sari: Account, moved: Clock) -> None:
    sari.requests_limit = 0
    await sari.save(update_fields=["requests_limit"])
    [key] = await keys(sari)
    moved.to(NEW_YEAR - timedelta(days=1, microseconds=1))
    with pytest.raises(ApiLimitReached) as refused:
        await spend(key)
    assert refused.value.retry_after == 86_401
    assert await MonthlyUsage.all().count() == 0


async def test_the_operators_number_of_requests_holds(sari: Account) -> None:
    sari.requests_limit = 2
    await sari.save(update_fields=["requests_limit"])
    [key] = await keys(sari)
    assert [await spend(key), await spend(key)] == [QuotaUsage(1, 2), QuotaUsage(2, 2)]
    with pytest.raises(ApiLimitReached):
        await spend(key)


async def test_last_use_is_noted_to_the_minute(sari: Account, moved: Clock) -> None:
    moved.to(datetime(2026, 11, 20, 12, 0, 59, tzinfo=UTC))
    [key] = await keys(sari)
    await spend(key)
    assert (await ApiKey.get()).last_used_at == datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


async def test_a_key_out_of_use_for_30_days_says_so(sari: Account, moved: Clock) -> None:
    [key] = await keys(sari)
    moved.on(timedelta(days=30) - timedelta(seconds=1))
    assert key.unused_days == 0
    moved.on(timedelta(seconds=1))
    assert key.unused_days == 30
    await spend(key)
    assert key.unused_days == 0


async def test_keys_are_found_through_their_owner(sari: Account, budi: Account) -> None:
    [key] = await keys(sari)
    assert await ApiKey.owned_by(budi).get_or_none(id=key.id) is None
