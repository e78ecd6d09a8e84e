"""Finds visits that were written down twice, because a proxy repeated their request on another machine.

The first one that is taken in leaves a row with the key of its request (request_key.py). Another one with the same key
is the same visit, if it was written down within WINDOW of the first by the same visitor to the same link. Where ids are
not unique, because a proxy sends always the same one or lets visitors choose it, that costs at most the visits which
one visitor makes to one link within WINDOW, once in KEPT: the row stays the first one's.

Rows and counters of a batch are saved one after the other. A row says from which line of which journal it comes, so
that the counters leave out the same visits as the rows did, also after an interruption between the two.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta
from hashlib import blake2b
from typing import NamedTuple, Self

import orjson

from app.kernel import clock, db
from app.kernel.outage_log import log_outage
from app.visits.localtime import DAY, to_milliseconds
from app.visits.recording.request_key import number_of_key
from app.visits.sql import on_postgres
from app.visits.visit import JournalEntry, Visit

WINDOW = 600_000  # milliseconds: longer than a proxy waits for a machine, and than most machines stand still
KEPT = timedelta(hours=24)  # for the disk of a machine that comes back
OFFERED = {
    True: """SELECT (value->>0)::bigint AS request, (value->>1)::bigint AS at, (value->>2)::bigint AS fingerprint,
        (value->>3)::bigint AS taken_from FROM jsonb_array_elements($1::jsonb) AS value""",
    False: """SELECT json_extract(value, '$[0]') AS request, json_extract(value, '$[1]') AS at,
        json_extract(value, '$[2]') AS fingerprint, json_extract(value, '$[3]') AS taken_from FROM json_each($1)""",
}
INSERT = """INSERT INTO visit_requests (request, at, fingerprint, taken_from)
    SELECT request, at, fingerprint, taken_from FROM ({offered}) AS offered WHERE true ORDER BY request
    ON CONFLICT (request) DO NOTHING"""
INSERT_AND_COUNT = f"WITH new AS ({INSERT} RETURNING request) SELECT count(*) AS count FROM new"  # noqa: S608 - constants
FIND = f"""SELECT offered.taken_from AS place, abs(first.at - offered.at) <= {WINDOW}
        AND (first.fingerprint = offered.fingerprint OR first.at / {DAY} <> offered.at / {DAY}) AS repeats
    FROM ({{offered}}) AS offered JOIN visit_requests AS first ON first.request = offered.request
    WHERE first.taken_from <> offered.taken_from"""  # noqa: S608 - constants
FIND_ADMISSION = "SELECT request FROM visit_requests WHERE request = $1 AND at >= $2"
REMEMBER_ADMISSION = """INSERT INTO visit_requests (request, at, fingerprint, taken_from) VALUES ($1, $2, 0, 0)
    ON CONFLICT (request) DO NOTHING"""


class RequestIdsNotUnique(Exception):
    """Visits of different visitors, or with a long time between them, came with the same request id."""


class RecordedRequest(NamedTuple):
    """A row of `visit_requests`: the request of a visit that was written down at `at` (milliseconds since 1970).

    `fingerprint` combines its link and its visitor, whose number changes with the day; `taken_from` is `place_of` plus
    the byte at which its line begins.
    """

    request: int
    at: int
    fingerprint: int
    taken_from: int

    @classmethod
    def of(cls, entry: JournalEntry, visit: Visit, place: int) -> Self:
        """Returns that of an entry with a key. Raises: ValueError for a key that is none."""
        return cls(number_of_key(entry.request), entry.at, visit.link ^ visit.visitor, place)


def place_of(journal: str, segment: int) -> int:
    """Returns the number of the first byte of a segment; the following bytes have the following numbers."""
    digest = blake2b(f"{journal}:{segment}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 2  # with the bytes, it has 63 bits at most


async def remember(requests: Collection[RecordedRequest]) -> frozenset[int]:
    """Saves the requests that are new, and returns from where the others would be taken in a second time.

    Call it inside the transaction that saves the visits. Another one that saves the same request is waited for.
    """
    if not requests or await _insert(requests) == len(requests):
        return frozenset()
    return await find_repeats(requests)


async def find_repeats(requests: Collection[RecordedRequest]) -> frozenset[int]:
    """Returns the `taken_from` of those requests that were taken in from elsewhere."""
    known = await _query(FIND, requests) if requests else []
    repeats = frozenset(row["place"] for row in known if row["repeats"])
    if len(repeats) < len(known):
        log_outage("request_ids_not_unique", RequestIdsNotUnique("The proxy gave two requests one id."))
    return repeats


async def was_admitted(request: int) -> bool:
    """Whether a click limit let a request through within WINDOW; `request` is RequestKeys.admission."""
    since = to_milliseconds(clock.now()) - WINDOW
    return bool(await db.query_rows(FIND_ADMISSION, [request, since]))


async def remember_admission(request: int) -> None:
    """Remembers that a click limit lets a request through now; inside the transaction that counts the visit."""
    await db.query_rows(REMEMBER_ADMISSION, [request, to_milliseconds(clock.now())])


async def forget_requests() -> None:
    """Deletes the requests of visits that were written down, or let through, longer than KEPT ago."""
    oldest = to_milliseconds(clock.now() - KEPT)
    for file in {db.MAIN, db.visits_connection()}:
        await db.query_rows("DELETE FROM visit_requests WHERE at < $1", [oldest], on=file)


async def _insert(requests: Collection[RecordedRequest]) -> int:
    """Saves requests and returns how many are new; of several with one key, any is."""
    if on_postgres():
        [row] = await _query(INSERT_AND_COUNT, requests)
    else:
        await _query(INSERT, requests)
        [row] = await db.query_rows("SELECT changes() AS count", [], on=db.visits_connection())
    return row["count"]


async def _query(sql: str, requests: Collection[RecordedRequest]) -> list[dict[str, int]]:
    """Runs a statement on requests."""
    offered = orjson.dumps([tuple(request) for request in requests]).decode()
    return await db.query_rows(sql.format(offered=OFFERED[on_postgres()]), [offered], on=db.visits_connection())
