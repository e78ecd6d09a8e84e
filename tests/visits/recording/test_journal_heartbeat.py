"""A journal whose heart does not beat is claimed by one process, and one whose heart beats by none."""

import asyncio

from app.visits.recording import journal_heartbeat

JOURNAL = "0123456789abcdef" * 2


async def test_of_several_that_claim_a_journal_at_once_one_gets_it(database: str) -> None:
    await journal_heartbeat.beat(JOURNAL)
    [beats] = (await journal_heartbeat.load_beats([JOURNAL])).values()
    assert sorted(await asyncio.gather(*(journal_heartbeat.claim(JOURNAL, beats) for _ in range(4)))) == [0, 0, 0, 1]


async def test_a_beat_after_the_look_refuses_the_claim(database: str) -> None:
    assert await journal_heartbeat.load_beats([JOURNAL]) == {JOURNAL: 0}
    await journal_heartbeat.beat(JOURNAL)
    assert not await journal_heartbeat.claim(JOURNAL, 0)
    assert await journal_heartbeat.load_beats([JOURNAL]) == {JOURNAL: 1}


async def test_a_journal_that_never_had_a_heartbeat_can_be_claimed_once(database: str) -> None:
    assert await journal_heartbeat.claim(JOURNAL, 0)
    assert not await journal_heartbeat.claim(JOURNAL, 0)
