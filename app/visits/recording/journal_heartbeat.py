"""The heartbeats of journals that are shipped: a number for each in the database, which grows while its process lives.

Nobody compares clocks: a journal whose number has stayed the same for some time is left behind. Who takes it in raises
the number by one conditional UPDATE first, so that only one of several processes does, and goes on raising it as a
lease. Should its owner live after all, nothing is counted twice: positions see to that (journal_position.py).
"""

from __future__ import annotations

from collections.abc import Collection

from app.kernel import db

INSERT = "INSERT INTO journals (journal, segment, bytes, last_id) VALUES ($1, 0, 0, 0) ON CONFLICT (journal) DO NOTHING"
BEAT = """INSERT INTO journals (journal, segment, bytes, last_id) VALUES ($1, 0, 0, 1)
    ON CONFLICT (journal) DO UPDATE SET last_id = journals.last_id + 1"""
CLAIM = "UPDATE journals SET last_id = last_id + 1 WHERE journal = $1 AND last_id = $2 RETURNING id"


async def beat(journal: str) -> None:
    """Raises the number of a journal: its process lives, or somebody is taking it in."""
    await db.query_rows(BEAT, [_row(journal)])


async def load_beats(journals: Collection[str]) -> dict[str, int]:
    """Returns the numbers of journals; 0 for one that has none."""
    if not journals:
        return {}
    places = ", ".join(f"${at}" for at in range(1, len(journals) + 1))
    rows = await db.query_rows(
        f"SELECT journal, last_id FROM journals WHERE journal IN ({places})",  # noqa: S608
        [_row(journal) for journal in journals],
    )
    beats = {row["journal"]: row["last_id"] for row in rows}
    return {journal: beats.get(_row(journal), 0) for journal in journals}


async def claim(journal: str, beats: int) -> bool:
    """Whether a journal is this process's to take in: its number was still `beats`, and is higher now."""
    await db.query_rows(INSERT, [_row(journal)])
    return bool(await db.query_rows(CLAIM, [_row(journal), beats]))


def _row(journal: str) -> str:
    return f"{journal}:alive"
