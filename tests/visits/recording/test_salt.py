"""The hash of a visitor, and what is left in memory of a day that is over."""

from datetime import timedelta
from hashlib import blake2b

import pytest

from app.kernel import clock
from app.visits.recording.salt import DAY, Salts
from tests.conftest import Clock


def test_a_visitor_is_a_hash_of_address_agent_and_languages_keyed_with_the_salt_of_the_day() -> None:
    salts = Salts()
    for day in (20_000, 20_001, 20_000):  # the order of a clock that was put right
        for agent in ("Firefox", "\ud800"):
            hashed = salts.visitor(day * DAY + 1, "192.0.2.1", agent, "id")
            text = f"192.0.2.1\0{agent}\0id".encode("utf-8", "replace")
            keyed = blake2b(text, digest_size=8, key=salts.by_day[day])
            assert hashed == int.from_bytes(keyed.digest(), "big") >> 1


@pytest.mark.usefixtures("database")
async def test_no_salt_of_a_day_that_is_over_stays_in_memory(moved: Clock) -> None:
    salts = Salts()
    await salts.load()
    salts.visitor(int(clock.now().timestamp() * 1000), "192.0.2.1", "Firefox", "id")
    [before] = [salts.by_day[day] for day in sorted(salts.by_day)][:1]
    moved.on(timedelta(days=2))
    await salts.load()
    assert before not in salts.by_day.values()
    assert salts._salt != before
